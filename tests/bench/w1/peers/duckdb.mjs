// DuckDB (in-process, vectorised SQL), 1 thread.  Two figures: results written to a table, and results fetched into JavaScript.
import { DuckDBInstance } from '@duckdb/node-api';
import { readFileSync } from 'node:fs';
import { load, bench } from './w1.mjs';
const sql = readFileSync(new URL('./w1.sql', import.meta.url), 'utf8').replaceAll(' DIV ', ' // ');
const claims = load(), n = claims.length, csv = process.env.CLAIMS.replace('.json', '.csv');
const con = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
await con.run(`CREATE TABLE claims AS SELECT (row_number() OVER () - 1) AS rid, scheme, filing, level, total, own, ytd_self, ytd_fund FROM read_csv('${csv}')`);
const read = async () => {
  const out = new Float64Array(n * 3), r = await con.run('SELECT rid, fund, major, self FROM res');
  for (let ch; (ch = await r.fetchChunk()) && ch.rowCount;) { const [id, f, m, s] = [0, 1, 2, 3].map(k => ch.getColumnValues(k)); for (let i = 0; i < ch.rowCount; i++) { const j = Number(id[i]) * 3; out[j] = Number(f[i]); out[j + 1] = Number(m[i]); out[j + 2] = Number(s[i]); } }
  return out;
};
let kept; await con.run(`CREATE OR REPLACE TABLE res AS ${sql}`); kept = await read();
await bench('duckdb-to-table', claims, async () => { await con.run(`CREATE OR REPLACE TABLE res AS ${sql}`); return kept; });
kept = await read();
await bench('duckdb-to-js', claims, async () => { await con.run(`CREATE OR REPLACE TABLE res AS ${sql}`); return read(); });
await bench('duckdb-sum-only', claims, async () => { await con.run(`SELECT sum(fund), sum(major), sum(self) FROM (${sql})`); return kept; });

// Seeded claims of the benchmark W1: node claims.mjs FOLDER [count=100000] [seed=20240601] writes FOLDER/claims.csv and claims.json
// (whole fen, for the peers and the hand-written limit) and mingbai.csv (yuan and names, as `simulate --claims` reads them).
// scheme: 0 employee, 1 resident. filing: 0 filed, 1 emergency, 2 unfiled. level: 1..3.
import { mkdirSync, writeFileSync } from 'node:fs';

const [folder, count = '100000', seed = '20240601'] = process.argv.slice(2);
let state = Number(seed) >>> 0;
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}

const rows = [];
for (let i = 0; i < Number(count); i++) {
  const scheme = random() < 0.3 ? 0 : 1;
  const chance = random();
  const filing = chance < 0.6 ? 0 : chance < 0.75 ? 1 : 2;
  const level = 1 + Math.floor(random() * 3);
  const total = Math.floor(10000 * Math.exp(random() * Math.log(5000)));
  const own = Math.floor(total * random() * 0.4);
  const self = random() < 0.5 ? 0 : Math.floor(random() * 4000000);
  const cap = scheme === 0 ? 60000000 : 35000000;
  const full = random();
  const fund = full < 0.5 ? 0 : full < 0.95 ? Math.floor(random() * cap * 0.5) : Math.floor(cap * (0.9 + 0.12 * random()));
  rows.push([scheme, filing, level, total, own, self, fund]);
}

const columns = ['scheme', 'filing', 'level', 'total', 'own', 'ytd_self', 'ytd_fund'];
const yuan = (fen) => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
const named = ([s, f, l, ...sums]) => [['employee', 'resident'][s], ['filed', 'emergency', 'unfiled'][f], l, 'inpatient', ...sums.map(yuan)];
const header = 'insured.scheme,claim.remote,claim.provider.level,claim.care,claim.total,claim.own_expense,ledger.eligible_self_pay,ledger.fund_paid';
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/claims.csv`, [columns, ...rows].map((row) => row.join(',')).join('\n') + '\n');
writeFileSync(`${folder}/claims.json`, JSON.stringify(rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]])))));
writeFileSync(`${folder}/mingbai.csv`, [header, ...rows.map((row) => named(row).join(','))].join('\n') + '\n');

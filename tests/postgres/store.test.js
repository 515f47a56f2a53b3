// The way from SQLite to PostgreSQL and back: a dump of one loads into the other with an equal state hash.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { after, before } from "node:test";
import { envelope } from "../http/envelopes.js";
import { disease, handIn, officer, residence } from "../http/offices.js";
import { databaseOf, sql } from "../http/postgres.js";
import { program, start } from "../http/server.js";

const run = (...words) => spawnSync(program, words, { encoding: "utf8", maxBuffer: 1 << 28 });
const done = (...words) => {
  const ran = run(...words);
  assert.equal(ran.status, 0, ran.stderr);
  return JSON.parse(ran.stdout);
};

let place, anna, receipt;
const at = (name) => path.join(place, name);
const folder = (name) => ["--data", at(name)];
const postgres = (name) => ["--database", databaseOf(`${path.basename(place)}-${name}`)];

// A store of SQLite with accounts, roles, filings, decisions, a session, and bytes of every value.
before(async () => {
  place = mkdtempSync(path.join(tmpdir(), "mingbai-store-"));
  const server = await start({ data: place, store: folder("first"), options: ["--quiet"] });
  anna = await server.register("anna");
  await officer(server, "clerk", "agency_clerk", "--region", "442000");
  receipt = (await handIn(server, anna, residence())).receipt;
  await handIn(server, anna, disease(), "special_disease");
  for (let i = 0; i < 600; i += 50) await server.push(anna, ...Array.from({ length: 50 }, () => envelope()));
  await server.push(anna, envelope({ payload: '{"a":"\\u0000中"}' }), envelope({ payload: "no JSON \u0000 \u{10FFFF}0" }));
  await server.kill("SIGTERM");
});
after(() => rmSync(place, { recursive: true, force: true }));

test("SQLite to PostgreSQL and back: the same hash and the same bytes at each step", (context) => {
  const first = done("store", "hash", ...folder("first"));
  assert.ok(first.rows > 2000);
  context.diagnostic(`${first.rows} rows, state hash ${first.sha256}`);
  assert.deepEqual(done("store", "export", at("one"), ...folder("first")), { file: at("one"), ...first });
  assert.equal(statSync(at("one")).mode & 0o777, 0o600, "readable by its owner alone");
  assert.deepEqual(done("store", "import", at("one"), ...postgres("second")), { file: at("one"), ...first });
  assert.deepEqual(done("store", "hash", ...postgres("second")), first);
  done("store", "export", at("two"), ...postgres("second"));
  assert.ok(readFileSync(at("one")).equals(readFileSync(at("two"))));
  done("store", "import", at("two"), ...folder("third"));
  assert.deepEqual(done("store", "hash", ...folder("third")), first);
  for (const store of [postgres("second"), folder("third")]) assert.equal(run("audit", "verify", ...store).status, 0);
});

test("a server goes on where the other stopped: sessions, receipts, sequence", async () => {
  const server = await start({ data: place, store: postgres("second"), options: ["--quiet"] });
  const kept = (await server.ask("GET", "/api/v1/pull?limit=500", { as: anna })).json.records;
  assert.ok(kept.some((record) => record.receipt?.number === receipt));
  const last = Number(sql(server.store[1], "SELECT sequence FROM counter"));
  assert.equal((await server.push(anna, envelope())).json.results[0].receipt.sequence, last + 1);
  await server.register("after");
  await server.kill("SIGTERM");
});

test("what is no whole dump is refused with the reason, leaves nothing, and does not stand in the way of a good one", () => {
  const good = readFileSync(at("one"), "utf8");
  const lines = good.trimEnd().split("\n");
  const bad = {
    "cut off": [lines.slice(0, -1), /not whole/],
    "a row less": [lines.filter((_, i) => i !== 2), /constraint|not whole/],
    "a letter changed": [lines.map((line) => line.replace('"anna"', '"anne"')), /not whole/],
    "a row twice": [[...lines.slice(0, 3), lines[2], ...lines.slice(3)], /constraint|not whole/],
    "of a later program": [[lines[0].replace(/\d+/, "999"), ...lines.slice(1)], /newer_schema/],
    "of another schema": [[lines[0].replace(/\d+/, "1"), ...lines.slice(1)], /not whole/],
    "something else": [["{}"], /no dump/],
    empty: [[], /no dump/],
  };
  let number = 0;
  for (const [what, [content, reason]] of Object.entries(bad)) {
    writeFileSync(at("bad"), content.map((line) => line + "\n").join(""));
    for (const store of [folder(`bad-${++number}`), postgres(`bad-${number}`)]) {
      const refused = run("store", "import", at("bad"), ...store);
      assert.equal(refused.status, 1, what);
      assert.match(refused.stderr, reason, what);
    }
    if (what === "cut off") for (const store of [folder(`bad-${number}`), postgres(`bad-${number}`)]) done("store", "import", at("one"), ...store);
  }
});

test("nothing is overwritten: neither a file nor a store that holds something", () => {
  assert.equal(run("store", "export", at("one"), ...folder("first")).status, 1);
  for (const store of [folder("first"), postgres("second")]) {
    const before = done("store", "hash", ...store);
    const refused = run("store", "import", at("one"), ...store);
    assert.equal(refused.status, 1);
    assert.match(refused.stderr, /left as it is/);
    assert.deepEqual(done("store", "hash", ...store), before);
  }
  assert.equal(run("store", "hash", ...folder("nowhere")).status, 1);
  assert.equal(run("store", "export").status, 2);
});

test("a copy of SQLite's file is not for PostgreSQL, and the way that is gets told", () => {
  for (const command of ["backup", "restore"]) {
    const refused = run(command, at("x"), ...postgres("second"));
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /pg_dump|store export/);
  }
});

test("an address that is wrong is told without its password", () => {
  const [, host] = /host=(.*)$/.exec(process.env.MINGBAI_TEST_DATABASE);
  for (const [address, status] of [
    [`postgres://mingbai:hush-hush@/nowhere?host=${host}`, 1],
    [`postgres://mingbai:hush-hush@/x?host=${place}`, 1],
    ["postgres://mingbai:hush-hush@localhost:number/x", 1],
    ["mysql://mingbai:hush-hush@localhost/x", 2],
  ]) {
    for (const words of [["filings", "list"], ["audit", "verify"], ["accounts", "list"], ["store", "hash"], ["serve", "--listen", "127.0.0.1:0"]]) {
      const refused = run(...words, "--database", address);
      assert.equal(refused.status, status, `${words} ${refused.stderr}`);
      assert.ok(!(refused.stdout + refused.stderr).includes("hush"), refused.stderr);
    }
  }
});

test("a store of a later program is refused with the reason", async () => {
  const store = postgres("second");
  const number = sql(store[1], "SELECT number FROM mingbai_schema");
  sql(store[1], "UPDATE mingbai_schema SET number = 999");
  await assert.rejects(start({ data: place, store }), /newer_schema/);
  assert.match(run("filings", "list", ...store).stderr, /newer_schema/);
  sql(store[1], `UPDATE mingbai_schema SET number = ${number}`);
});

// A backup taken while people file holds everything that had a receipt before it began, and a restored one serves it.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";
import { envelope } from "./envelopes.js";
import { needsFile } from "./postgres.js";
import { program, start } from "./server.js";

const run = (...words) => spawnSync(program, words, { encoding: "utf8" });

function folder(context) {
  const made = mkdtempSync(path.join(tmpdir(), "mingbai-backup-"));
  context.after(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

async function pulled(server, cookie) {
  const found = new Map();
  for (let after = 0, more = true; more; ) {
    const answer = await server.ask("GET", `/api/v1/pull?after=${after}&limit=500`, { as: cookie });
    for (const record of answer.json.records) found.set(record.envelope, record.receipt.number);
    ({ next: after, more } = answer.json);
  }
  return found;
}

test("a backup taken while people file loses no receipt and can be served", needsFile, async (context) => {
  const place = folder(context), file = path.join(place, "backup.db");
  const server = await start({ options: ["--quiet"] });
  const cookie = await server.register("anna");
  const given = new Map();
  const push = async () => {
    const e = envelope();
    const { results } = (await server.push(cookie, e)).json;
    given.set(e.id, results[0].receipt.number);
  };
  for (let i = 0; i < 40; ++i) await push();
  const before = new Map(given);
  const flying = Promise.all(Array.from({ length: 40 }, push));
  const backup = run("backup", file, "--data", server.folder);
  await flying;
  assert.equal(backup.status, 0, backup.stderr);
  const said = JSON.parse(backup.stdout);
  assert.ok(said.filings >= 40 && said.accounts === 1 && said.sequence >= 40, backup.stdout);
  assert.equal(statSync(file).mode & 0o777, 0o600, "readable by its owner alone");
  assert.ok(!existsSync(`${file}.part`));
  await server.stop();

  const data = path.join(place, "data");
  const restored = run("restore", file, "--data", data);
  assert.equal(restored.status, 0, restored.stderr);
  const again = await start({ data, options: ["--quiet"] });
  const login = await again.ask("POST", "/api/v1/sessions", { json: { login: "anna", password: "correct horse battery" } });
  assert.equal(login.status, 201, "the account is there, too");
  const held = await pulled(again, cookie);
  for (const [id, number] of before) assert.equal(held.get(id), number);
  await again.stop();
});

test("neither overwrites anything", needsFile, async (context) => {
  const place = folder(context), file = path.join(place, "backup.db");
  const server = await start({ options: ["--quiet"] });
  await server.register("anna");
  writeFileSync(file, "something of mine");
  assert.equal(run("backup", file, "--data", server.folder).status, 1);
  assert.equal(readFileSync(file, "utf8"), "something of mine");
  const good = path.join(place, "good.db");
  assert.equal(run("backup", good, "--data", server.folder).status, 0);
  const restored = run("restore", good, "--data", server.folder);
  assert.equal(restored.status, 1);
  assert.match(restored.stderr, /left as it is/);
  await server.stop();
});

test("what is no whole backup is refused with the reason, and leaves nothing behind", needsFile, async (context) => {
  const place = folder(context), data = path.join(place, "data");
  const server = await start({ options: ["--quiet"] });
  const cookie = await server.register("anna");
  for (let i = 0; i < 20; ++i) await server.push(cookie, envelope());
  const file = path.join(place, "backup.db");
  assert.equal(run("backup", file, "--data", server.folder).status, 0);
  await server.stop();
  const refused = (name, change, reason) => {
    const damaged = path.join(place, name);
    writeFileSync(damaged, readFileSync(file));
    chmodSync(damaged, 0o600);
    change(damaged);
    const restored = run("restore", damaged, "--data", data);
    assert.equal(restored.status, 1, name);
    assert.match(restored.stderr, reason, name);
    assert.ok(!existsSync(path.join(data, "mingbai.db")), name);
  };
  const size = statSync(file).size;
  refused("cut.db", (name) => truncateSync(name, size - 4096), /corrupt|not whole|malformed/);
  refused("text.db", (name) => writeFileSync(name, "no database at all, but long enough to be looked at as one".repeat(40)), /corrupt|notadb/i);
  refused("empty.db", (name) => truncateSync(name, 0), /not a database of this program/);
  refused("later.db", (name) => { const b = readFileSync(name); b.writeUInt32BE(999, 60); writeFileSync(name, b); }, /newer_schema/);
  assert.equal(run("restore", path.join(place, "nowhere.db"), "--data", data).status, 1);
  assert.equal(run("backup", path.join(place, "x.db"), "--data", path.join(place, "nowhere")).status, 1);
  assert.equal(run("backup").status, 2);
  assert.equal(run("restore", file, file).status, 2);
});

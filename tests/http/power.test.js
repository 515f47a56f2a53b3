// The power goes at each write of a push and of the orderly end after it: what was acknowledged is there, what was not is
// there whole or not at all, and can be sent again. The disk is tests/http/power/torn_disk.cpp.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cp, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { envelope, newId, payload } from "./envelopes.js";
import { operate } from "./offices.js";
import { needsFile } from "./postgres.js";
import { start } from "./server.js";
import { figure, full } from "./trials.js";

const library = path.join(path.dirname(fileURLToPath(import.meta.url)), "../../build/native/libtorn_disk.so");
const filing = newId(), kept = envelope({ filing });
let base, cookie;

before(async () => {
  base = await mkdtemp(path.join(tmpdir(), "mingbai-power-"));
  const server = await start({ data: base, options: ["--quiet"] });
  cookie = await server.register("anna");
  assert.equal((await server.push(cookie, kept)).json.results[0].outcome, "received");
  await server.kill("SIGTERM");
});
after(() => rm(base, { recursive: true, force: true }));

const records = async (server) => (await server.ask("GET", "/api/v1/pull?limit=500", { as: cookie })).json.records;

async function isWhole(folder) {
  const [database] = (await readdir(folder)).filter((name) => name.endsWith(".db"));
  const ask = "import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute('PRAGMA integrity_check').fetchone()[0])";
  assert.equal(spawnSync("/usr/bin/python3", ["-c", ask, path.join(folder, database)], { encoding: "utf8" }).stdout.trim(), "ok");
}

// Whether the n-th write was reached; what is found afterwards is asserted.
async function cutAt(nth, keep, found) {
  const data = await mkdtemp(path.join(tmpdir(), "mingbai-power-"));
  await cp(base, data, { recursive: true });
  const armed = path.join(data, "armed");
  const environment = { LD_PRELOAD: library, TORN_DISK_AT: String(nth), TORN_DISK_ARMED: armed, ...(keep ? { TORN_DISK_KEEP: String(keep) } : {}) };
  const torn = await start({ data, options: ["--quiet"], environment });
  await writeFile(armed, "");
  const edit = envelope({ filing, base_version: 1, payload: payload({ care_region: "440300" }) }), fresh = envelope();
  const answer = await torn.push(cookie, edit, fresh).catch(() => undefined);
  const code = await torn.kill("SIGTERM");
  if (code === 0) {
    await rm(data, { recursive: true, force: true });
    return false;
  }
  assert.equal(code, 137);
  const server = await start({ data, options: ["--quiet"] });
  const before = await records(server);
  const results = answer?.json?.results;
  found[results ? "acknowledged" : "unanswered"] += 1;
  if (results) {
    assert.equal(before.length, 2);
    assert.deepEqual(new Set(before.map((record) => record.receipt.number)), new Set(results.map((result) => result.receipt.number)));
  } else {
    // Both of the push or neither of it.
    assert.ok(before.length === 1 ? before[0].version === 1 : before.length === 2 && before.every((record) => record.envelope !== kept.id), JSON.stringify(before));
    found.whole += before.length === 2 ? 1 : 0;
  }
  const again = await server.push(cookie, kept, edit, fresh);
  assert.deepEqual(again.json.results.map((result) => result.outcome), ["received", "received", "received"]);
  if (results) assert.deepEqual(again.json.results.slice(1), results);
  assert.equal((await records(server)).length, 2);
  assert.equal(JSON.parse(operate(server, "audit", "verify").trim().split("\n").at(-1)).broken, 0);
  await server.kill("SIGTERM");
  await isWhole(data);
  await rm(data, { recursive: true, force: true });
  return true;
}

for (const keep of [0, 1]) {
  const title = keep ? "some of what was not synced survives" : "all that was not synced is gone";
  test(`the power goes at each write, ${title}: nothing acknowledged is lost, nothing is half there`, needsFile, async () => {
    const found = { acknowledged: 0, unanswered: 0, whole: 0 };
    const step = full ? 1 : 13;
    let cuts = 0;
    for (let nth = 1 + (full ? 0 : 5 * keep); await cutAt(nth, keep && 7 * nth, found); nth += step) ++cuts;
    assert.ok(cuts > (full ? 20 : 2), String(cuts));
    assert.ok(found.unanswered > 0);
    figure("T2", `${cuts} power cuts at writes of a push and of the end after it, ${title}: ${found.acknowledged} acknowledged and all there, ${found.unanswered} unanswered and whole or absent`);
  });
}

// T3 on PostgreSQL: the disk beneath it is full. Every push is answered with a typed error, none with a false receipt, nothing
// half is kept; with room again the same envelopes are received. Also when it is the log that finds no room and PostgreSQL
// itself goes down.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { after, before } from "node:test";
import { envelope, payload } from "../http/envelopes.js";
import { Cluster, databaseOf, sql } from "../http/postgres.js";
import { checkEveryAnswer } from "../http/scenario.js";
import { program, start } from "../http/server.js";
import { figure, pause, trials } from "../http/trials.js";
import { SmallDisk } from "./small_disk.js";

const DISK_MB = 128, PUSHES_MOST = 4000;
const rounds = trials(1, 10), refusalsWanted = trials(60, 300);

let folder, disk, cluster, server, anna, typed = 0;
const given = new Map(); // envelope → its receipt
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "mingbai-full-"));
  disk = await SmallDisk.mount(folder, DISK_MB);
  cluster = await Cluster.start({ folder, disk });
  server = await start({ store: ["--database", databaseOf("full", cluster.address)] });
  anna = await server.register("anna");
});
after(async () => {
  await server?.stop();
  await cluster?.end();
  await disk?.close();
  await rm(folder, { recursive: true, force: true });
});

const big = () => envelope({ payload: payload().replace("{", "{" + " ".repeat(30_000)) });
const count = (what) => Number(sql(server.store[1], `SELECT count(*) FROM ${what}`));
const noted = (e, result) => given.set(e.id, result.receipt);

// An answer that is no receipt: an error by its type, with a time to try again.
function checkRefusal(answer) {
  assert.ok([429, 503].includes(answer.status), `${answer.status} ${answer.text}`);
  checkEveryAnswer(answer);
  if (answer.status === 503) assert.match(answer.json.type, /:storage$/);
  assert.match(answer.headers["retry-after"], /^\d+$/);
  ++typed;
}

// Eight at once, until so many were refused.
async function pushUntil(refusals) {
  const refused = [];
  let pushed = 0;
  await Promise.all(Array.from({ length: 8 }, async () => {
    while (refused.length < refusals && pushed++ < PUSHES_MOST) {
      const e = big(), answer = await server.push(anna, e);
      if (answer.status === 200) {
        assert.equal(answer.json.results[0].outcome, "received");
        noted(e, answer.json.results[0]);
        continue;
      }
      checkRefusal(answer);
      refused.push(e);
    }
  }));
  assert.ok(refused.length >= refusals, `only ${refused.length} of ${pushed} pushes were refused`);
  return refused;
}

// As a device does: again, while the server says 429 or 503.
async function retried(envelopes) {
  for (const e of envelopes) {
    for (const until = Date.now() + 60000; ; await pause(50)) {
      const answer = await server.push(anna, e);
      if (answer.status === 200) {
        assert.equal(answer.json.results[0].outcome, "received");
        noted(e, answer.json.results[0]);
        break;
      }
      checkRefusal(answer);
      assert.ok(Date.now() < until, "with room again it is still refused");
    }
  }
}

async function roomAgain() {
  disk.free();
  if (!disk.isReal) await cluster.end();
  const gone = await cluster.isGone();
  if (gone) await cluster.begin();
  for (const until = Date.now() + 60000; (await server.ask("GET", "/healthz")).status !== 200; await pause(50)) assert.ok(Date.now() < until, "the server does not find its database again");
}

// Every receipt once and as it was given, everything of a filing or nothing of it, and a log that agrees.
async function holds() {
  const held = new Map();
  for (let next = 0, more = true; more; ) {
    const { json } = await server.ask("GET", `/api/v1/pull?after=${next}&limit=100`, { as: anna });
    for (const record of json.records) {
      assert.ok(!held.has(record.envelope), "a filing twice");
      held.set(record.envelope, record.receipt);
    }
    ({ next, more } = json);
  }
  assert.deepEqual([...held.keys()].sort(), [...given.keys()].sort());
  for (const [id, receipt] of given) assert.deepEqual(held.get(id), receipt);
  for (const table of ["envelope", "filing", "life", "event WHERE ordinal = 1"]) assert.equal(count(table), given.size, table);
  const verified = spawnSync(program, ["audit", "verify", ...server.store], { encoding: "utf8" });
  assert.equal(verified.status, 0, verified.stdout + verified.stderr);
}

test("a full disk under PostgreSQL: each push is refused by type, nothing half is kept, and the same envelopes are received with room again", async () => {
  let refusedInAll = 0;
  for (let round = 0; round < rounds; ++round) {
    await retried([big()]);
    disk.fill();
    const refused = await pushUntil(refusalsWanted);
    if (disk.isReal && round === 0) assert.match(await server.logged(/fault=disk_full/), /storage_failed fault=disk_full/);
    await roomAgain(); // without it PostgreSQL may not even begin a session for the count
    const ids = refused.map((e) => `'${e.id}'`).join();
    for (const [table, id] of [["envelope", "id"], ["filing", "envelope"]]) assert.equal(count(`${table} WHERE ${id} IN (${ids})`), 0, table);
    assert.equal(count("envelope"), given.size);
    await retried(refused);
    refusedInAll += refused.length;
    if (!disk.isReal) break; // the limit is gone
  }
  await holds();
  figure("T3", `PostgreSQL on ${disk.isReal ? `a disk of ${DISK_MB} MB, full ${rounds} times` : "files of a limited length"}: ${refusedInAll} pushes refused, every answer typed, 0 partial rows, 0 false receipts; all ${refusedInAll} received with room again`);
});

test("a log without room ends PostgreSQL; with room again it comes back, no receipt is lost and none is doubled", async (t) => {
  if (!disk.isReal) return t.skip("nothing may be mounted here");
  disk.fill();
  let ended = false;
  for (let turn = 0; turn < 40 && !ended; ++turn) {
    try {
      sql(cluster.address, "SELECT pg_logical_emit_message(true, 'full', repeat('x', 1000000)); SELECT pg_switch_wal()");
    } catch {
      ended = true;
    }
  }
  assert.ok(ended, "the log always found room");
  const refused = await pushUntil(20);
  await roomAgain();
  await retried(refused);
  await holds();
  figure("T3", `the log of PostgreSQL without room: ${refused.length} pushes refused by type while it was down, all received afterwards; ${given.size} receipts, 0 lost, 0 doubled; ${typed} typed errors in all`);
});

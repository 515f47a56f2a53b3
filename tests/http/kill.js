// Kills the server with SIGKILL in the middle of pushes, starts it again on the same data and looks for every receipt
// that was given: none may be lost, none doubled, and the database must be whole. Also that a restart is quick.

import { spawnSync } from "node:child_process";
import { copyFile, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { envelope } from "./envelopes.js";
import { forget, onPostgres } from "./postgres.js";
import { program, start } from "./server.js";

const filers = 50;

async function file(server, cookie, given, sent, state) {
  while (!state.killed) {
    const e = envelope();
    sent.push(e);
    try {
      const answer = await server.push(cookie, e);
      const result = answer.json?.results?.[0];
      if (answer.status === 200 && result.outcome === "received") given.set(e.id, { e, receipt: result.receipt });
    } catch {
      return; // the server is gone: no receipt, no claim
    }
  }
}

async function pulledReceipts(server, cookie) {
  const found = new Map();
  for (let after = 0, more = true; more; ) {
    const answer = await server.ask("GET", `/api/v1/pull?after=${after}&limit=500`, { as: cookie });
    if (answer.status === 429) {
      await new Promise((done) => setTimeout(done, 200));
      continue;
    }
    for (const record of answer.json.records) {
      if (found.has(record.envelope)) throw new Error("a filing twice");
      found.set(record.envelope, record);
    }
    ({ next: after, more } = answer.json);
  }
  return found;
}

// SQLite's own check of a copy of the files as the kill left them, so that the server's start finds them untouched.
async function isWhole(data) {
  if (onPostgres) return true; // what a kill leaves there is PostgreSQL's own affair
  const copy = await mkdtemp(path.join(tmpdir(), "mingbai-copy-"));
  for (const name of await readdir(data)) if (/\.db(-wal)?$/.test(name)) await copyFile(path.join(data, name), path.join(copy, name));
  const [database] = (await readdir(copy)).filter((name) => name.endsWith(".db"));
  const ask = "import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute('PRAGMA integrity_check').fetchone()[0])";
  const said = spawnSync("/usr/bin/python3", ["-c", ask, path.join(copy, database)], { encoding: "utf8" }).stdout.trim();
  await rm(copy, { recursive: true, force: true });
  return said === "ok";
}

const foldersOf = 50; // rounds on one data folder: what has been received is looked for again after each

// { rounds, received, lost, doubled, different, slowest_restart_ms, broken }
export async function killTrial(rounds, report = () => {}) {
  const all = { rounds, received: 0, lost: 0, doubled: 0, different: 0, slowest_restart_ms: 0, broken: 0 };
  for (let done = 0; done < rounds; done += foldersOf) {
    const some = await killsOfOneFolder(Math.min(foldersOf, rounds - done), (round) => report(done + round));
    for (const name of ["received", "lost", "doubled", "different", "broken"]) all[name] += some[name];
    all.slowest_restart_ms = Math.max(all.slowest_restart_ms, some.slowest_restart_ms);
  }
  return all;
}

async function killsOfOneFolder(rounds, report) {
  const data = await mkdtemp(path.join(tmpdir(), "mingbai-kill-"));
  const figures = { rounds, received: 0, lost: 0, doubled: 0, different: 0, slowest_restart_ms: 0, broken: 0 };
  let server = await start({ data, options: ["--quiet"] });
  const accounts = ["anna", "bert", "carl", "dora", "erna"];
  const cookies = [];
  for (const login of accounts) cookies.push(await server.register(login));
  const given = cookies.map(() => new Map());

  for (let round = 0; round < rounds; ++round) {
    const state = { killed: false }, sent = cookies.map(() => []);
    const busy = Array.from({ length: filers }, (_, at) => {
      const who = at % cookies.length;
      return file(server, cookies[who], given[who], sent[who], state);
    });
    await new Promise((done) => setTimeout(done, 20 + Math.random() * 300));
    state.killed = true;
    await server.kill();
    await Promise.all(busy);

    if (!(await isWhole(data))) ++figures.broken;
    const began = Date.now();
    server = await start({ data, options: ["--quiet"] });
    figures.slowest_restart_ms = Math.max(figures.slowest_restart_ms, Date.now() - began);
    for (const [who, cookie] of cookies.entries()) {
      const found = await pulledReceipts(server, cookie);
      for (const [id, { receipt }] of given[who]) {
        if (!found.has(id)) ++figures.lost;
        else if (JSON.stringify(found.get(id).receipt) !== JSON.stringify(receipt)) ++figures.different;
      }
      const numbers = [...found.values()].map((record) => record.receipt.number);
      figures.doubled += numbers.length - new Set(numbers).size;
      // What was sent without an answer is sent again, as a device does: taken once, whether it had arrived or not.
      const unanswered = sent[who].filter((e) => !given[who].has(e.id)).slice(0, 50);
      if (unanswered.length === 0) continue;
      const again = await server.push(cookie, ...unanswered);
      for (const [at, result] of (again.json.results ?? []).entries()) {
        if (result.outcome !== "received") ++figures.lost;
        else given[who].set(result.id, { e: unanswered[at], receipt: result.receipt });
        const before = found.get(result.id);
        if (before && before.receipt.number !== result.receipt?.number) ++figures.doubled;
      }
    }
    report(round + 1);
  }
  await server.kill("SIGTERM");
  const listed = spawnSync(program, ["filings", "list", ...server.store], { encoding: "utf8", maxBuffer: 1 << 30 });
  figures.received = given.reduce((sum, one) => sum + one.size, 0);
  figures.broken += listed.status === 0 && listed.stdout.trim().split("\n").length >= figures.received ? 0 : 1;
  await rm(data, { recursive: true, force: true });
  forget(data);
  return figures;
}

export const passed = ({ lost, doubled, different, broken, slowest_restart_ms }) =>
  lost + doubled + different + broken === 0 && slowest_restart_ms <= 2000;

export const inWords = (figures) =>
  `${figures.rounds} kills under ${filers} filers at once: ${figures.received} receipts given, ${figures.lost} lost, ` +
  `${figures.doubled} doubled, ${figures.different} changed, ${figures.broken} integrity checks that found something; slowest restart ${figures.slowest_restart_ms} ms`;

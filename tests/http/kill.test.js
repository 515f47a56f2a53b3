// What has a receipt survives kill -9; an orderly end answers what is in flight and leaves nothing behind.

import assert from "node:assert/strict";
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { envelope } from "./envelopes.js";
import { inWords, killTrial, passed } from "./kill.js";
import { needsFile } from "./postgres.js";
import { start } from "./server.js";
import { figure, trials } from "./trials.js";

test("kill -9 in the middle of pushes loses no receipt and doubles none", async (context) => {
  const figures = await killTrial(trials(5, 500));
  context.diagnostic(inWords(figures));
  figure("T1", inWords(figures));
  assert.ok(passed(figures), inWords(figures));
});

test("SIGTERM: what is in flight is answered, the exit code is 0, the log is in the database file", async () => {
  const server = await start({ options: ["--quiet"] });
  const cookie = await server.register("anna");
  const idle = server.ask("GET", "/healthz");
  await idle;
  const flying = server.push(cookie, ...Array.from({ length: 50 }, () => envelope()));
  await new Promise((done) => setTimeout(done, 2));
  const exited = new Promise((done) => server.process.once("exit", done));
  server.process.kill("SIGTERM");
  const answer = await flying.catch(() => null);
  if (answer) assert.equal(answer.json.results.length, 50);
  assert.equal(await exited, 0);
  const wal = path.join(server.folder, "mingbai.db-wal");
  assert.ok(!existsSync(wal) || statSync(wal).size === 0);
  await server.stop();
});

test("a file of a later program is refused with the reason, and left as it is", needsFile, async () => {
  const first = await start();
  await first.register("anna");
  await first.kill("SIGTERM");
  const file = path.join(first.folder, "mingbai.db");
  const { readFileSync, writeFileSync } = await import("node:fs");
  const bytes = readFileSync(file);
  bytes.writeUInt32BE(999, 60); // the header's user_version
  writeFileSync(file, bytes);
  await assert.rejects(start({ data: first.folder }), /newer_schema/);
  assert.deepEqual(readFileSync(file), bytes);
  await first.stop();
});

test("a port that is taken is said so", async () => {
  const first = await start();
  await assert.rejects(start({ port: first.port }), /in use/);
  await first.stop();
});

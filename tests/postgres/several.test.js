// Several servers beside each other on one store: they are one server to whoever asks.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import http from "node:http";
import test, { after, before } from "node:test";
import { envelope } from "../http/envelopes.js";
import { sql } from "../http/postgres.js";
import { program, start } from "../http/server.js";

const run = (server, ...words) => execFileSync(program, [...words, ...server.store], { encoding: "utf8" });

let one, two, anna, bert;
before(async () => {
  one = await start();
  two = await start({ data: one.folder });
  anna = await one.register("anna");
  bert = await two.register("bert");
});
after(async () => {
  await two.kill("SIGTERM");
  await one.stop();
});

async function walked(server, cookie, state) {
  const seen = [];
  for (let next = 0, last = false; ; ) {
    const { json } = await server.ask("GET", `/api/v1/pull?after=${next}&limit=20`, { as: cookie });
    seen.push(...json.records.map((record) => record.sequence));
    ({ next } = json);
    if (last && !json.more) return seen;
    last = state.done;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

test("four servers that start at once on a new store make it together", async (context) => {
  const first = await start();
  await first.kill("SIGTERM");
  sql(first.store[1], "DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  const starts = await Promise.allSettled([1, 2, 3, 4].map(() => start({ data: first.folder })));
  context.after(async () => {
    for (const { value } of starts) await value?.kill("SIGTERM");
    await first.stop();
  });
  assert.deepEqual(starts.map(({ reason }) => reason), [undefined, undefined, undefined, undefined]);
  assert.ok(Number(sql(first.store[1], "SELECT number FROM mingbai_schema")) >= 4);
  assert.equal(sql(first.store[1], "SELECT count(*) FROM secret"), "1");
});

test("pushes to both at once get one rising sequence without gaps, and nobody who pulls meanwhile misses one", async () => {
  const state = { done: false };
  const readers = [walked(one, anna, state), walked(two, anna, state)];
  const results = [];
  const filer = async (server) => {
    for (let at = 0; at < 30; ++at) results.push(...(await server.push(anna, envelope(), envelope())).json.results);
  };
  await Promise.all([one, two, one, two].map(filer));
  state.done = true;
  const sequences = results.map((result) => result.receipt.sequence).sort((a, b) => a - b);
  assert.deepEqual(sequences, Array.from({ length: 240 }, (_, at) => sequences[0] + at));
  assert.equal(new Set(results.map((result) => result.receipt.number)).size, 240);
  for (const seen of await Promise.all(readers)) assert.deepEqual(seen, sequences);
});

test("the same envelope to both at once, twenty times, is one filing with one receipt", async () => {
  const e = envelope();
  const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => (at % 2 ? one : two).push(bert, e)));
  for (const answer of answers) assert.deepEqual(answer.json, answers[0].json);
  assert.equal(answers[0].json.results[0].outcome, "received");
});

test("a session of one is known at the other, until it is ended at either", async () => {
  const cookie = await one.register("carl");
  assert.equal((await two.ask("GET", "/api/v1/sessions/current", { as: cookie })).status, 200);
  assert.equal((await two.ask("DELETE", "/api/v1/sessions/current", { as: cookie })).status, 204);
  assert.equal((await one.ask("GET", "/api/v1/sessions/current", { as: cookie })).status, 401);
});

test("a login is given once, whoever is asked", async () => {
  const ask = (server) => server.ask("POST", "/api/v1/accounts", { json: { login: "dora", password: "correct horse battery" } });
  const statuses = (await Promise.all([one, two, one, two].map(ask))).map((answer) => answer.status).sort();
  assert.deepEqual(statuses, [201, 409, 409, 409]);
});

test("two that send messages tell each thing once", async () => {
  const told = [];
  const gateway = http.createServer((request, response) => {
    told.push(request.headers["idempotency-key"]);
    request.resume().on("end", () => response.writeHead(204).end());
  });
  await new Promise((resolve) => gateway.listen(0, "127.0.0.1", resolve));
  const options = ["--messages-url", `http://127.0.0.1:${gateway.address().port}/`];
  const left = await start({ options });
  const right = await start({ data: left.folder, options });
  const person = await left.register("told");
  const all = (state) => Number(sql(left.store[1], `SELECT count(*) FROM message WHERE state = '${state}'`));
  for (const until = Date.now() + 60000; sql(left.store[1], "SELECT messages IS NULL FROM counter") === "t" && Date.now() < until; )
    await new Promise((resolve) => setTimeout(resolve, 100));
  await left.push(person, ...Array.from({ length: 20 }, () => envelope()));
  for (const until = Date.now() + 60000; (all("sent") < 20 || all("waiting") > 0) && Date.now() < until; )
    await new Promise((resolve) => setTimeout(resolve, 100));
  assert.equal(all("sent"), told.length);
  assert.equal(new Set(told).size, told.length);
  assert.ok(told.length >= 20);
  await right.kill("SIGTERM");
  await left.stop();
  gateway.close();
});

test("the audit log of both together is whole", () => {
  const last = JSON.parse(run(one, "audit", "verify").trim().split("\n").at(-1));
  assert.equal(last.broken, 0);
  assert.ok(last.entries > 240);
});

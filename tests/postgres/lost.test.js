// PostgreSQL goes away and comes back: the server says 503 meanwhile, goes on afterwards, and loses no receipt.

import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { envelope } from "../http/envelopes.js";
import { Cluster, databaseOf, sql } from "../http/postgres.js";
import { checkEveryAnswer } from "../http/scenario.js";
import { start } from "../http/server.js";

let cluster, server, anna;
before(async () => {
  cluster = await Cluster.start();
  server = await start({ store: ["--database", databaseOf("lost", cluster.address)], options: ["--quiet"] });
  anna = await server.register("anna");
});
after(async () => {
  await server.stop();
  await cluster.stop();
});

const pulled = async () => (await server.ask("GET", "/api/v1/pull?limit=500", { as: anna })).json.records;

const moment = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// As a device does: again, while the server says 429 or 503.
async function taken(e) {
  for (;;) {
    const answer = await server.push(anna, e);
    if (answer.status === 200) return answer.json.results[0];
    assert.ok([429, 503].includes(answer.status), answer.text);
    await moment(100);
  }
}

async function healthy() {
  for (const until = Date.now() + 60000; Date.now() < until; ) {
    if ((await server.ask("GET", "/healthz")).status === 200) return;
    await moment(50);
  }
  throw new Error("the server does not find its database again");
}

test("while the database is away every answer is 503 with Retry-After; afterwards the same envelope is received", async () => {
  const before = (await server.push(anna, envelope())).json.results[0];
  const e = envelope();
  await cluster.end();
  for (const answer of [await server.push(anna, e), await server.ask("GET", "/healthz"), await server.ask("GET", "/api/v1/pull", { as: anna })]) {
    assert.equal(answer.status, 503);
    assert.match(answer.json.type, /:storage$/);
    assert.match(answer.headers["retry-after"], /^\d+$/);
    checkEveryAnswer(answer);
  }
  await cluster.begin();
  await healthy();
  const result = await taken(e);
  assert.equal(result.outcome, "received");
  assert.equal(result.receipt.sequence, before.receipt.sequence + 1);
});

test("a database that crashes in the middle of pushes loses no receipt and doubles none", async () => {
  const given = new Map();
  for (let round = 0; round < 3; ++round) {
    const sent = [], state = { over: false };
    const filer = async () => {
      while (!state.over) {
        const e = envelope();
        sent.push(e);
        const answer = await server.push(anna, e);
        if (answer.status === 200) given.set(e.id, answer.json.results[0].receipt);
        else assert.ok([429, 503].includes(answer.status), answer.text);
        if (answer.status !== 200) await moment(50);
      }
    };
    const filers = Array.from({ length: 8 }, filer);
    while (given.size < (round + 1) * 10) await moment(5);
    await cluster.end("SIGQUIT");
    state.over = true;
    await Promise.all(filers);
    await cluster.begin();
    await healthy();
    for (const e of sent.filter((one) => !given.has(one.id)).slice(0, 20)) {
      const result = await taken(e);
      assert.equal(result.outcome, "received");
      given.set(e.id, result.receipt);
    }
  }
  const held = new Map();
  for (let next = 0, more = true; more; ) {
    const { json } = await server.ask("GET", `/api/v1/pull?after=${next}&limit=500`, { as: anna });
    for (const record of json.records) {
      assert.ok(!held.has(record.envelope), "a filing twice");
      held.set(record.envelope, record.receipt);
    }
    ({ next, more } = json);
  }
  for (const [id, receipt] of given) assert.deepEqual(held.get(id), receipt);
  const sequences = [...held.values()].map((receipt) => receipt.sequence);
  assert.equal(new Set(sequences).size, sequences.length);
  assert.ok((await pulled()).length > 0);
});

test("a connection that is cut while nobody uses it is made again without anybody noticing", async () => {
  const cut = () => sql(server.store[1], "SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity WHERE application_name = 'mingbai'");
  await taken(envelope());
  assert.ok(Number(cut()) >= 1);
  assert.equal((await server.push(anna, envelope())).status, 200);
  cut();
  assert.equal((await server.ask("GET", "/api/v1/pull", { as: anna })).status, 200);
});

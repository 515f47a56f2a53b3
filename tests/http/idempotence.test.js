// A push may be sent any number of times: one row, one receipt, the same answer.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import test, { after, before } from "node:test";
import { envelope, newId, payload, sha256 } from "./envelopes.js";
import { program, start } from "./server.js";
import { figure, patiently, trials } from "./trials.js";

let server, anna, bert;
before(async () => {
  server = await start();
  anna = await server.register("anna");
  bert = await server.register("bert");
});
after(() => server.stop());

const records = async (cookie) => (await server.ask("GET", "/api/v1/pull?limit=500", { as: cookie })).json.records;

test("the same envelope twenty times at once is one filing with one receipt", async () => {
  const e = envelope();
  const answers = await Promise.all(Array.from({ length: 20 }, () => server.push(anna, e)));
  const first = answers[0].json.results[0];
  assert.equal(first.outcome, "received");
  assert.equal(first.receipt.sha256, sha256(e.payload));
  for (const answer of answers) {
    assert.equal(answer.status, 200);
    assert.deepEqual(answer.json.results, [first]);
  }
  const kept = (await records(anna)).filter((record) => record.filing === e.filing);
  assert.equal(kept.length, 1);
  assert.equal(kept[0].payload, e.payload);
  assert.deepEqual(kept[0].receipt, first.receipt);
});

test("a refusal is repeated word for word", async () => {
  const e = envelope({ payload: payload({ documents: [] }) });
  const once = await server.push(anna, e);
  assert.equal(once.json.results[0].outcome, "refused");
  const answers = await Promise.all(Array.from({ length: 20 }, () => server.push(anna, e)));
  for (const answer of answers) assert.equal(answer.text, once.text);
});

test("the same id with another payload is 422 and leaves what is there", async () => {
  const e = envelope();
  const kept = (await server.push(anna, e)).json.results[0];
  const other = await server.push(anna, { ...e, payload: payload({ care_region: "440300" }) });
  assert.equal(other.status, 422);
  assert.equal(other.json.findings[0].code, "envelope_reused");
  assert.equal(other.json.results[0].outcome, "rejected");
  assert.deepEqual((await server.push(anna, e)).json.results[0], kept);
});

test("one character more of white space is another payload", async () => {
  const e = envelope();
  await server.push(anna, e);
  assert.equal((await server.push(anna, { ...e, payload: e.payload + " " })).status, 422);
});

test("another account cannot take over an id, nor learn its receipt", async () => {
  const e = envelope();
  const number = (await server.push(anna, e)).json.results[0].receipt.number;
  const foreign = await server.push(bert, e);
  assert.equal(foreign.status, 422);
  assert.ok(!foreign.text.includes(number));
  assert.deepEqual(await records(bert), []);
});

test("in a push of many, one that is reused is rejected and the others are taken", async () => {
  const known = envelope();
  await server.push(anna, known);
  const fresh = envelope();
  const answer = await server.push(anna, { ...known, payload: payload({ care_region: "440300" }) }, fresh, known);
  assert.equal(answer.status, 200);
  assert.deepEqual(answer.json.results.map((result) => result.outcome), ["rejected", "received", "received"]);
  assert.deepEqual(answer.json.results.map((result) => result.id), [known.id, fresh.id, known.id]);
});

test("the same envelope twice in one push is one filing", async () => {
  const e = envelope();
  const [one, two] = (await server.push(anna, e, e)).json.results;
  assert.deepEqual(one, two);
});

test("two devices change one filing: the second is told, with the version it did not know", async () => {
  const count = trials(3, 300);
  for (let at = 0; at < count; ++at) {
    const filing = newId();
    await patiently(server, anna, envelope({ filing }));
    const edits = ["440300", "110000"].map((care_region) => envelope({ filing, base_version: 1, payload: payload({ care_region }) }));
    const results = (await Promise.all(edits.map((edit) => patiently(server, anna, edit)))).map((answer) => answer.json.results[0]);
    const won = results.findIndex((result) => result.outcome === "received"), told = results[1 - won];
    assert.equal(results[won].version, 2);
    assert.equal(told.outcome, "conflict");
    assert.equal(told.current.payload, edits[won].payload);
    assert.deepEqual((await patiently(server, anna, edits[1 - won])).json.results[0], told);
  }
  figure("T7", `${count} filings edited by two devices at once: one edit received, the other told of it each time, both kept`);
});

test("a chain of edits in one push arrives in order", async () => {
  const filing = newId();
  const chain = [0, 1, 2, 3, 4].map((base_version) => envelope({ filing, base_version }));
  const { results } = (await server.push(anna, ...chain)).json;
  assert.deepEqual(results.map((result) => result.version), [1, 2, 3, 4, 5]);
  const sequences = results.map((result) => result.receipt.sequence);
  assert.deepEqual(sequences, [...sequences].sort((a, b) => a - b));
});

test("a hundred people push at once: every sequence and number is given once", async () => {
  const answers = await Promise.all(Array.from({ length: 100 }, (_, at) => patiently(server, at % 2 ? anna : bert, envelope(), envelope())));
  const receipts = answers.flatMap((answer) => answer.json.results.map((result) => result.receipt));
  assert.equal(new Set(receipts.map((receipt) => receipt.number)).size, 200);
  assert.equal(new Set(receipts.map((receipt) => receipt.sequence)).size, 200);
});

test("the operator sees the filings with identity numbers masked", async () => {
  const run = (...words) => execFileSync(program, ["filings", ...words, ...server.store], { encoding: "utf8" });
  const lines = run("list").trim().split("\n").map((line) => JSON.parse(line));
  assert.ok(lines.length > 200);
  const shown = run("show", lines.find((line) => line.receipt).receipt.number);
  assert.ok(shown.includes("1101**********002X"));
  assert.ok(!shown.includes("11010519491231002X"));
});

test("nothing personal is in the log", async () => {
  assert.match(await server.logged(/route=\/api\/v1\/push/), /route=\/api\/v1\/push/);
  for (const secret of ["anna", "bert", "11010519491231002X", "127.0.0.1", "horse", "after=", "440100"]) {
    assert.ok(!server.log.includes(secret), secret);
  }
});

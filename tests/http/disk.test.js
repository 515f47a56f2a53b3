// A disk that takes no more: the server says so, keeps nothing half, goes on reading, and takes the same envelope when there
// is room again.

import assert from "node:assert/strict";
import test from "node:test";
import { envelope, payload } from "./envelopes.js";
import { needsFile } from "./postgres.js";
import { checkEveryAnswer } from "./scenario.js";
import { start } from "./server.js";

test("a full disk is 503 with nothing kept; after repair the same envelope is received", needsFile, async (context) => {
  let server = await start({ blocks: 1000 });
  context.after(() => server.stop()); // also when an assertion fails: a server left running keeps the test from its end
  const cookie = await server.register("anna");
  const big = () => envelope({ payload: payload().replace("{", "{" + " ".repeat(30_000)) });
  const received = [];
  let failed;
  for (let at = 0; at < 100 && !failed; ++at) {
    const e = big();
    const answer = await server.push(cookie, e);
    if (answer.status === 200) received.push(answer.json.results[0]);
    else failed = { e, answer };
  }
  assert.ok(received.length > 0);
  assert.equal(failed.answer.status, 503);
  assert.match(failed.answer.json.type, /:storage$/);
  assert.match(failed.answer.headers["retry-after"], /^\d+$/);
  checkEveryAnswer(failed.answer);
  const failure = /storage_failed fault=(disk_full|io_error)/;
  assert.match(await server.logged(failure), failure);
  const kept = await server.ask("GET", "/api/v1/pull?limit=500", { as: cookie });
  assert.equal(kept.status, 200);
  assert.ok(!kept.json.records.some((record) => record.envelope === failed.e.id));
  await server.kill();

  server = await start({ data: server.folder });
  const again = (await server.push(cookie, failed.e)).json.results[0];
  assert.equal(again.outcome, "received");
  assert.equal(again.receipt.sequence, received.at(-1).receipt.sequence + 1);
  const found = [];
  for (let after = 0, more = true; more; ) {
    const { json } = await server.ask("GET", `/api/v1/pull?after=${after}`, { as: cookie });
    found.push(...json.records.map((record) => record.envelope));
    ({ next: after, more } = json);
  }
  assert.deepEqual(found, [...received.map((result) => result.id), failed.e.id]);
});

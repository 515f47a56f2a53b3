// One account that floods is slowed down; the others notice nothing.

import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { start } from "./server.js";

let server;
before(async () => (server = await start({ options: ["--quiet"] })));
after(() => server.stop());

test("a flooding account gets 429 with Retry-After, an honest one its answers", async () => {
  const flooder = await server.register("flooder");
  const honest = await server.register("honest");
  const pull = (cookie) => server.ask("GET", "/api/v1/pull", { as: cookie });
  const flood = Promise.all(Array.from({ length: 3000 }, () => pull(flooder)));
  const honestAnswers = [];
  for (let at = 0; at < 20; ++at) honestAnswers.push((await pull(honest)).status);
  const answers = await flood;
  assert.deepEqual(new Set(honestAnswers), new Set([200]));
  const stopped = answers.filter((answer) => answer.status === 429);
  assert.ok(stopped.length > 0);
  assert.match(stopped[0].headers["retry-after"], /^\d+$/);
  assert.deepEqual(new Set(answers.map((answer) => answer.status)), new Set([200, 429]));
});

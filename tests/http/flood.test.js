// One account that floods is slowed down; the others behind the same address notice nothing.

import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { envelope } from "./envelopes.js";
import { start } from "./server.js";
import { figure, together, trials } from "./trials.js";

let server;
before(async () => (server = await start({ options: ["--quiet"] })));
after(() => server.stop());

async function registered(login) {
  for (;;) {
    try {
      return await server.register(login);
    } catch (fault) {
      if (!/^(429|503) /.test(fault.message)) throw fault;
      await new Promise((done) => setTimeout(done, 500));
    }
  }
}

test("a flooding account gets 429 with Retry-After, honest ones behind the same address get their answers", async () => {
  const people = trials(10, 200), each = trials(10, 50);
  const flooder = await registered("flooder"), honest = [];
  await together(4, async (at) => at < people && honest.push(await registered(`honest${at}`)));
  const pull = (cookie) => server.ask("GET", "/api/v1/pull", { as: cookie });
  const flood = { answers: 0, stopped: 0, going: true, began: Date.now() };
  const flooding = Promise.all(Array.from({ length: 40 }, async () => {
    while (flood.going || flood.answers < 1500) {
      const answer = await pull(flooder);
      ++flood.answers;
      if (answer.status === 429) assert.match(answer.headers["retry-after"], /^\d+$/), ++flood.stopped;
      else assert.equal(answer.status, 200);
    }
  }));
  let asked = 0, failed = 0;
  for (let turn = 0; turn < each; ++turn) {
    await together(20, async (at) => {
      if (at >= people) return false;
      const answer = turn % 5 ? await pull(honest[at]) : await server.push(honest[at], envelope());
      ++asked;
      if (answer.status !== 200) ++failed;
      return true;
    });
  }
  flood.going = false;
  await flooding;
  // 400 at once and 100 a second, however slow this machine is.
  const seconds = (Date.now() - flood.began) / 1000;
  assert.ok(flood.answers - flood.stopped <= 401 + 100 * seconds, `${flood.answers - flood.stopped} answered in ${seconds} s`);
  assert.ok(failed <= asked / 1000, `${failed} of ${asked}`);
  figure("T22", `${people} honest people behind the address of one that floods: ${failed} of ${asked} of their requests failed; of the flooder's ${flood.answers} requests ${flood.stopped} were told to wait`);
});

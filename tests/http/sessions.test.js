// Sessions over time: logout, guessing, and that known and unknown logins cannot be told apart.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import test, { after, before } from "node:test";
import { cookieOf, program, start } from "./server.js";

let server;
before(async () => (server = await start()));
after(() => server.stop());

const login = (name, password) => server.ask("POST", "/api/v1/sessions", { json: { login: name, password } });
const current = (cookie) => server.ask("GET", "/api/v1/sessions/current", { as: cookie });

test("after logout the old cookie opens nothing, other sessions stay", async () => {
  const one = await server.register("anna");
  const two = cookieOf(await login("anna", "correct horse battery"));
  assert.notEqual(one, two);
  const out = await server.ask("DELETE", "/api/v1/sessions/current", { as: one });
  assert.equal(out.status, 204);
  assert.equal((await current(one)).status, 401);
  assert.equal((await current(two)).status, 200);
});

test("a new password set by the operator ends every session at once", async () => {
  const cookie = await server.register("bert");
  const set = execFileSync(program, ["accounts", "reset", "bert", ...server.store], { encoding: "utf8" });
  assert.equal((await current(cookie)).status, 401);
  assert.equal((await login("bert", "correct horse battery")).status, 401);
  assert.equal((await login("bert", JSON.parse(set).password)).status, 201);
});

test("known and unknown logins answer alike and take alike", async () => {
  await server.register("carl");
  const times = { carl: [], dora: [] };
  for (let round = 0; round < 8; ++round) {
    for (const name of ["carl", "dora"]) {
      const began = process.hrtime.bigint();
      const answer = await login(name, "wrong horse battery");
      times[name].push(Number(process.hrtime.bigint() - began) / 1e6);
      assert.equal(answer.status, 401);
      assert.ok(!answer.text.includes(name));
    }
  }
  const fastest = (name) => Math.min(...times[name]);
  assert.ok(Math.abs(fastest("carl") - fastest("dora")) < 0.5 * fastest("carl"), JSON.stringify(times));
});

test("guessing is stopped with 429 and Retry-After, also for a login that does not exist; others get in", async () => {
  await server.register("erna");
  const open = await server.register("fritz");
  for (const name of ["erna", "ghost"]) {
    const answers = await Promise.all(Array.from({ length: 25 }, () => login(name, "wrong horse battery")));
    const counts = answers.map((answer) => answer.status);
    assert.ok(counts.filter((status) => status === 401).length <= 10, String(counts));
    const stopped = answers.find((answer) => answer.status === 429);
    assert.match(stopped.headers["retry-after"], /^\d+$/);
  }
  assert.equal((await login("erna", "correct horse battery")).status, 429);
  assert.equal((await current(open)).status, 200);
  assert.equal((await login("fritz", "correct horse battery")).status, 201);
});

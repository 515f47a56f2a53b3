// Guessing passwords: nobody gets in, nobody learns which logins there are, and who was logged in before is not locked out.

import assert from "node:assert/strict";
import http from "node:http";
import test, { after, before } from "node:test";
import { start } from "./server.js";
import { figure, together, trials } from "./trials.js";

const password = "correct horse battery";
const accounts = trials(3, 50); // half of the logins that are guessed at; the other half nobody has
const perLogin = trials(14, 100);

let server;
const devices = [];
before(async () => {
  server = await start({ options: ["--quiet"] });
  for (let at = 0; at < accounts; ++at) devices.push(await cookiesOf("accounts", `victim${at}`));
});
after(() => server.stop());

// All cookies that a registration or a login gives, as a browser would keep them.
async function cookiesOf(route, login) {
  for (;;) {
    const answer = await server.ask("POST", `/api/v1/${route}`, { json: { login, password } });
    if (answer.status === 201) return answer.headers["set-cookie"].map((set) => set.split(";")[0]);
    assert.ok([429, 503].includes(answer.status), answer.text);
    await new Promise((done) => setTimeout(done, 500));
  }
}

// A stranger's guess, from one of many addresses of this machine.
function guess(login, word, from) {
  const body = JSON.stringify({ login, password: word });
  const headers = { host: `${server.host}:${server.port}`, origin: server.origin, "content-type": "application/json", "content-length": Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const request = http.request({ host: server.host, port: server.port, localAddress: from, method: "POST", path: "/api/v1/sessions", headers, agent: false });
    request.on("error", reject);
    request.on("response", (response) => {
      let text = "";
      response.on("data", (part) => (text += part)).on("end", () => resolve({ status: response.statusCode, text, retry: response.headers["retry-after"] }));
    });
    request.end(body);
  });
}

test("guesses at many accounts open none, and logins that exist answer like those that do not", async () => {
  const logins = Array.from({ length: accounts }, (_, at) => [`victim${at}`, `ghost${at}`]).flat();
  const answers = { victim: new Map(), ghost: new Map() };
  const hashed = { victim: new Set(), ghost: new Set() };
  await together(8, async (at) => {
    if (at >= logins.length * perLogin) return false;
    const login = logins[at % logins.length], kind = login.startsWith("victim") ? "victim" : "ghost";
    let answer;
    do answer = await guess(login, `guess number ${at}`, `127.0.${1 + (at % 200)}.1`);
    while (answer.status === 503);
    assert.ok([401, 429].includes(answer.status), answer.text);
    if (answer.status === 429) assert.match(answer.retry, /^\d+$/);
    else hashed[kind].add(answer.text);
    answers[kind].set(answer.status, (answers[kind].get(answer.status) ?? 0) + 1);
    return true;
  });
  assert.deepEqual([...hashed.victim], [...hashed.ghost]);
  assert.equal(hashed.victim.size, 1);
  const refused = (kind) => answers[kind].get(401);
  assert.ok(Math.abs(refused("victim") - refused("ghost")) <= accounts, JSON.stringify([...answers.victim, ...answers.ghost]));
  figure("T17", `${logins.length * perLogin} guesses at ${logins.length} logins: 0 opened, ${refused("victim")} of those that exist and ${refused("ghost")} of those that do not came as far as the password`);
});

test("after all those guesses the device that was logged in before gets in, with its session and with its password", async () => {
  for (const [at, cookies] of devices.entries()) {
    const session = await server.ask("GET", "/api/v1/sessions/current", { as: cookies[0] });
    assert.equal(session.status, 200);
    const known = cookies.filter((cookie) => cookie.includes("-device=")).join("; ");
    const login = () => server.ask("POST", "/api/v1/sessions", { as: known, json: { login: `victim${at}`, password } });
    let answer = await login();
    for (; answer.status === 503; answer = await login());
    assert.equal(answer.status, 201, answer.text);
  }
  figure("T17", `${devices.length} devices that were logged in before: all get in at once afterwards`);
});

test("a stranger's device is still asked to wait, and a mark of one login is none for another", async () => {
  const mark = devices[0].find((cookie) => cookie.includes("-device="));
  for (const as of [undefined, mark, `${mark.slice(0, -1)}${mark.endsWith("0") ? "1" : "0"}`]) {
    // A try comes back each minute: on a slow machine one may come back in between.
    const statuses = [];
    while (!statuses.includes(429) && statuses.length < 5) {
      for (let at = 0; at < 12; ++at) await guess("victim1", `once more ${at}`, "127.0.0.1");
      statuses.push((await server.ask("POST", "/api/v1/sessions", { as, json: { login: "victim1", password } })).status);
    }
    assert.ok(statuses.includes(429), String(statuses));
  }
});

test("a known device has tries of its own, and no more", async () => {
  const mark = devices[0].find((cookie) => cookie.includes("-device="));
  const statuses = [];
  for (let at = 0; at < 60 && !statuses.includes(429); ++at) statuses.push((await server.ask("POST", "/api/v1/sessions", { as: mark, json: { login: "victim0", password: "wrong horse battery" } })).status);
  assert.ok(statuses.includes(429), String(statuses));
  assert.ok(!statuses.includes(201));
});

test("strangers' guesses keep nobody from changing the own password", async () => {
  const changed = await server.ask("POST", "/api/v1/accounts/password", { as: devices[1][0], json: { password, new_password: "staple battery horse" } });
  assert.equal(changed.status, 201, changed.text);
});

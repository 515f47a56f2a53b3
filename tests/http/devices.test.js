// Devices of an account, a changed password, what Prometheus reads, and TLS without a proxy.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import http from "node:http";
import https from "node:https";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { after, before } from "node:test";
import { spawn } from "node:child_process";
import { envelope } from "./envelopes.js";
import { program, start } from "./server.js";

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
const password = "correct horse battery";
let server;
before(async () => (server = await start({})));
after(() => server.stop());

const cookieOf = (answer) => answer.headers["set-cookie"][0].split(";")[0];
const login = async (name, secret = password, agent = firefox) =>
  server.ask("POST", "/api/v1/sessions", { json: { login: name, password: secret }, headers: { "user-agent": agent } });
const list = async (as) => (await server.ask("GET", "/api/v1/sessions", { as })).json.sessions;
const isOpen = async (as) => (await server.ask("GET", "/api/v1/sessions/current", { as })).status === 200;

test("a person sees the devices that are logged in, and which one this is", async () => {
  const first = await server.register("devices");
  const second = cookieOf(await login("devices"));
  const sessions = await list(second);
  assert.equal(sessions.length, 2);
  assert.equal(sessions.filter((one) => one.current).length, 1);
  assert.ok(sessions.some((one) => one.device === "Firefox, Linux"));
  for (const one of sessions) assert.match(one.id, /^[0-9a-f]{32}$/);
  assert.ok(!JSON.stringify(sessions).includes(second.split("=")[1]));
  assert.ok(await isOpen(first));
});

test("a person ends one other device, or all but this one", async () => {
  const first = await server.register("ending");
  const second = cookieOf(await login("ending")), third = cookieOf(await login("ending"));
  const own = (await list(second)).find((one) => one.current).id;
  assert.equal((await server.ask("DELETE", `/api/v1/sessions?id=${own}`, { as: third })).status, 204);
  assert.ok(!(await isOpen(second)));
  assert.ok(await isOpen(third));
  assert.equal((await server.ask("DELETE", `/api/v1/sessions?id=${own}`, { as: third })).status, 404);
  assert.equal((await server.ask("DELETE", "/api/v1/sessions", { as: third })).status, 204);
  assert.ok(!(await isOpen(first)));
  assert.ok(await isOpen(third));
});

test("nobody sees or ends the devices of somebody else", async () => {
  const anna = await server.register("anna.devices"), bert = await server.register("bert.devices");
  const [{ id }] = await list(anna);
  assert.equal((await server.ask("DELETE", `/api/v1/sessions?id=${id}`, { as: bert })).status, 404);
  assert.ok(await isOpen(anna));
  assert.equal((await server.ask("GET", "/api/v1/sessions")).status, 401);
  assert.equal((await server.ask("DELETE", "/api/v1/sessions")).status, 401);
  assert.equal((await server.ask("DELETE", "/api/v1/sessions", { as: anna, headers: { origin: "https://elsewhere.example" } })).status, 403);
});

test("a new password needs the old one, ends every session and opens a new one", async () => {
  const first = await server.register("changes");
  const second = cookieOf(await login("changes"));
  const change = (as, json) => server.ask("POST", "/api/v1/accounts/password", { as, json });
  assert.equal((await change(second, { password: "wrong horse battery", new_password: "another long password" })).status, 401);
  assert.equal((await change(second, { password, new_password: "short" })).status, 400);
  assert.equal((await change(second, { password })).status, 400);
  assert.equal((await change(undefined, { password, new_password: "another long password" })).status, 401);
  assert.ok(await isOpen(first));
  const changed = await change(second, { password, new_password: "another long password" });
  assert.equal(changed.status, 201, changed.text);
  assert.ok(await isOpen(cookieOf(changed)));
  for (const old of [first, second]) assert.ok(!(await isOpen(old)));
  assert.equal((await login("changes")).status, 401);
  assert.equal((await login("changes", "another long password")).status, 201);
});

test("Prometheus reads counts and times, and nothing of any person", async () => {
  const person = await server.register("somebody.counted");
  await server.push(person, envelope());
  const { status, text, headers } = await server.ask("GET", "/metrics");
  assert.equal(status, 200);
  assert.match(headers["content-type"], /^text\/plain; version=0\.0\.4/);
  assert.match(text, /^mingbai_requests_total\{route="\/api\/v1\/push",status="200"\} \d+$/m);
  assert.match(text, /^mingbai_filings\{stage="\w+"\} \d+$/m);
  assert.match(text, /^mingbai_messages\{state="waiting"\} 0$/m);
  for (const line of text.trim().split("\n")) assert.match(line, /^(# (HELP|TYPE) .+|[a-z_]+(\{[^}]*\})? [\d.]+)$/);
  assert.ok(!text.includes("somebody"));
  assert.equal((await server.ask("GET", "/metrics", { headers: { "x-forwarded-for": "192.0.2.1" } })).status, 404);
});

async function eventually(check) {
  for (let left = 100; left > 0; --left) {
    const found = await check();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail("it did not happen in 10 s");
}

test("messages go to a web address, each with its id", async () => {
  const heard = [];
  const gateway = http.createServer(async (request, response) => {
    let body = "";
    for await (const part of request) body += part;
    heard.push({ ...JSON.parse(body), key: request.headers["idempotency-key"] });
    response.writeHead(204).end();
  });
  await new Promise((resolve) => gateway.listen(0, "127.0.0.1", resolve));
  const own = await start({ options: ["--messages-url", `http://127.0.0.1:${gateway.address().port}/sms`] });
  const person = await own.register("told.by.web");
  await new Promise((resolve) => setTimeout(resolve, 1500)); // messages begin with what comes
  await own.push(person, envelope());
  const [message] = await eventually(() => heard.length > 0 && heard);
  assert.equal(message.to, "told.by.web");
  assert.equal(message.key, message.id);
  assert.ok(message.text.length <= 70);
  assert.match(message.text, /^【医保】/);
  await own.stop();
  gateway.close();
});

test("messages go into a file, one line each", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "mingbai-messages-"));
  const file = path.join(folder, "messages.jsonl");
  const own = await start({ options: ["--messages-file", file] });
  const person = await own.register("told.by.file");
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await own.push(person, envelope());
  const text = await eventually(() => readFile(file, "utf8").catch(() => ""));
  const messages = text.trim().split("\n").map((line) => JSON.parse(line));
  assert.equal(messages[0].to, "told.by.file");
  assert.equal(new Set(messages.map((one) => one.id)).size, messages.length);
  await own.stop();
  await rm(folder, { recursive: true });
});

test("with a certificate the server speaks TLS itself, with HSTS; without its key it does not start", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "mingbai-tls-"));
  const [cert, key, other] = ["cert.pem", "key.pem", "other.pem"].map((name) => path.join(folder, name));
  execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", cert, "-days", "2", "-subj", "/CN=localhost",
    "-addext", "subjectAltName=IP:127.0.0.1"], { stdio: "ignore" });
  execFileSync("openssl", ["genrsa", "-out", other, "2048"], { stdio: "ignore" });
  const run = (...words) => spawn(program, ["serve", "--listen", "127.0.0.1:0", "--data", path.join(folder, "data"), "--web", folder, ...words], { stdio: ["ignore", "pipe", "pipe"] });
  const wrong = run("--tls-cert", cert, "--tls-key", other);
  assert.equal(await new Promise((resolve) => wrong.once("exit", resolve)), 1);
  const half = run("--tls-cert", cert);
  assert.equal(await new Promise((resolve) => half.once("exit", resolve)), 2);

  const child = run("--tls-cert", cert, "--tls-key", key);
  let said = "";
  child.stdout.on("data", (bytes) => (said += bytes));
  const [, url] = await eventually(() => /(https:\/\/127\.0\.0\.1:\d+)/.exec(said));
  const ca = await readFile(cert);
  const agent = new https.Agent({ ca, keepAlive: true });
  const get = () => new Promise((resolve, reject) => https.get(`${url}/healthz`, { agent }, (answer) => { answer.resume(); answer.on("end", () => resolve(answer)); }).on("error", reject));
  for (let i = 0; i < 3; ++i) {
    const answer = await get();
    assert.equal(answer.statusCode, 200);
    assert.match(answer.headers["strict-transport-security"], /max-age/);
  }
  agent.destroy();
  await assert.rejects(new Promise((resolve, reject) => http.get(url.replace("https", "http") + "/healthz", resolve).on("error", reject)));
  assert.throws(() => execFileSync("openssl", ["s_client", "-connect", url.slice(8), "-tls1_1"], { input: "", stdio: "pipe", timeout: 5000 }));
  child.kill("SIGTERM");
  assert.equal(await new Promise((resolve) => child.once("exit", resolve)), 0);
  await rm(folder, { recursive: true });
});

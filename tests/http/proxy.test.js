// The nginx of docs/operating.md in front of the server, word for word but for ports and files: what it must pass on, what
// it must not let through, and that it doubles nothing. Skipped where no nginx is installed.

import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import http from "node:http";
import https from "node:https";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { envelope } from "./envelopes.js";
import { start } from "./server.js";
import { figure, full, together } from "./trials.js";

const installed = spawnSync("nginx", ["-v"]).status === 0;
const skip = installed ? false : "nginx is not installed";
const password = "correct horse battery", script = "export const answer = 42;\n";

async function freePort() {
  const probe = net.createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  await new Promise((closed) => probe.close(closed));
  return port;
}

let server, proxy, folder, port, plainPort;
before(async () => {
  if (!installed) return;
  server = await start({ web: { "index.html": "<title>", "app.js": script, "app.js.br": brotliCompressSync(script) }, options: ["--behind-tls"] });
  folder = await mkdtemp(path.join(tmpdir(), "mingbai-proxy-"));
  const key = path.join(folder, "key.pem"), cert = path.join(folder, "chain.pem");
  execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", cert, "-days", "2", "-subj", "/CN=localhost"], { stdio: "ignore" });
  const page = await readFile(path.join(path.dirname(fileURLToPath(import.meta.url)), "../../docs/operating.md"), "utf8");
  [port, plainPort] = [await freePort(), await freePort()];
  const put = (text, from, to) => (assert.ok(text.includes(from), `the example has ${from}`), text.replaceAll(from, to));
  let example = /```nginx\n([\s\S]*?)```/.exec(page)[1];
  for (const [from, to] of [["127.0.0.1:8080", `127.0.0.1:${server.port}`], ["listen 443", `listen 127.0.0.1:${port}`], ["listen 80;", `listen 127.0.0.1:${plainPort};`],
    ["/etc/ssl/mingbai/chain.pem", cert], ["/etc/ssl/mingbai/key.pem", key]]) example = put(example, from, to);
  for (const name of ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]) await mkdir(path.join(folder, name));
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `  ${name}_temp_path ${folder}/${name};`).join("\n");
  const user = process.getuid() === 0 ? "user root;\n" : "";
  await writeFile(path.join(folder, "nginx.conf"), `${user}daemon off;\nmaster_process off;\npid ${folder}/pid;\nerror_log ${folder}/error.log;\nevents {}\nhttp {\n  access_log off;\n${temporary}\n${example}\n}\n`);
  proxy = spawn("nginx", ["-p", folder, "-c", path.join(folder, "nginx.conf"), "-e", path.join(folder, "error.log")], { stdio: ["ignore", "inherit", "inherit"] });
  for (let tries = 0; ; ++tries) {
    const answer = await ask("GET", "/healthz").catch((fault) => fault);
    if (answer.status === 200) break;
    if (proxy.exitCode !== null || tries > 500) throw new Error(`nginx: ${answer.message ?? answer.status} ${await readFile(path.join(folder, "error.log"), "utf8")}`);
    await new Promise((again) => setTimeout(again, 20));
  }
});
after(async () => {
  if (!installed) return;
  const ended = once(proxy, "exit");
  if (proxy.exitCode === null) proxy.kill("SIGTERM"), await ended;
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

// As a browser at https://localhost would ask; `from` is the address it comes from.
function ask(method, target, { as, json, body, headers = {}, from, secure = true } = {}) {
  const at = secure ? port : plainPort, content = json === undefined ? body : JSON.stringify(json);
  const all = { host: `localhost:${at}`, ...(method === "GET" ? {} : { origin: `https://localhost:${at}` }), ...(json ? { "content-type": "application/json" } : {}), ...(as ? { cookie: as } : {}), ...headers };
  if (content !== undefined) all["content-length"] = Buffer.byteLength(content);
  return new Promise((resolve, reject) => {
    const request = (secure ? https : http).request({ host: "127.0.0.1", port: at, method, path: target, headers: all, localAddress: from, rejectUnauthorized: false, agent: false });
    request.on("error", reject);
    request.on("response", (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part)).on("error", reject).on("end", () => resolve({ status: response.statusCode, headers: response.headers, raw: response.rawHeaders, bytes: Buffer.concat(parts), text: Buffer.concat(parts).toString() }));
    });
    request.end(content);
  });
}

const once_each = ["content-security-policy", "x-content-type-options", "referrer-policy", "permissions-policy", "cross-origin-opener-policy", "cross-origin-resource-policy", "strict-transport-security", "cache-control", "content-type"];
function checkHeaders(answer) {
  const names = answer.raw.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase());
  for (const name of once_each) assert.equal(names.filter((one) => one === name).length, 1, `${name} in ${answer.status} ${names}`);
}

test("plain http is sent to https", { skip }, async () => {
  const answer = await ask("GET", "/file?x=1", { secure: false });
  assert.equal(answer.status, 301);
  assert.match(answer.headers.location, /^https:\/\/.*\/file\?x=1$/);
});

test("every answer has each header of security once, errors too", { skip }, async () => {
  const long = "x".repeat((1 << 20) + 10);
  const answers = [await ask("GET", "/"), await ask("GET", "/app.js"), await ask("GET", "/healthz"), await ask("GET", "/nowhere"), await ask("GET", "/api/v1/pull"),
    await ask("POST", "/api/v1/push", { json: {} }), await ask("PUT", "/api/v1/push", { body: "" }), await ask("POST", "/api/v1/push", { body: long, headers: { "content-type": "application/json" } })];
  assert.deepEqual(answers.map((answer) => answer.status), [200, 200, 200, 404, 401, 401, 405, 413]);
  for (const answer of answers) checkHeaders(answer);
  figure("T19", `behind the nginx of the manual: ${once_each.length} headers once each in ${answers.length} answers, errors too`);
});

test("accounts, pushes and pulls pass, with both cookies", { skip }, async () => {
  const made = await ask("POST", "/api/v1/accounts", { json: { login: "anna", password } });
  assert.equal(made.status, 201, made.text);
  assert.equal(made.headers["set-cookie"].length, 2);
  for (const cookie of made.headers["set-cookie"]) assert.match(cookie, /^__Host-.*; Secure; HttpOnly; SameSite=Strict/);
  const as = made.headers["set-cookie"].map((cookie) => cookie.split(";")[0]).join("; ");
  const pushed = await ask("POST", "/api/v1/push", { as, json: { envelopes: [envelope()] } });
  assert.equal(JSON.parse(pushed.text).results[0].outcome, "received", pushed.text);
  assert.equal(JSON.parse((await ask("GET", "/api/v1/pull?after=0", { as })).text).records.length, 1);
  const foreign = await ask("POST", "/api/v1/push", { as, json: { envelopes: [envelope()] }, headers: { origin: "https://evil.example" } });
  assert.equal(foreign.status, 403);
});

test("the brotli copy of a file comes through as it is", { skip }, async () => {
  const answer = await ask("GET", "/app.js", { headers: { "accept-encoding": "gzip, br" } });
  assert.equal(answer.headers["content-encoding"], "br");
  assert.deepEqual(answer.bytes, brotliCompressSync(script));
  assert.equal((await ask("GET", "/app.js", { headers: { "accept-encoding": "gzip" } })).headers["content-encoding"], undefined);
});

test("the metrics are for this machine alone, and not through the proxy", { skip }, async () => {
  assert.equal((await ask("GET", "/metrics")).status, 404);
  assert.equal((await ask("GET", "/metrics", { headers: { "x-forwarded-for": "127.0.0.1" } })).status, 404);
  assert.equal((await server.ask("GET", "/metrics")).status, 200);
});

// Two hundred passwords are hashed: at full count alone. Whose address counts is also tests/shell/server/client_address_test.cpp.
test("who registers without end is stopped by his address, whatever he says it is; others are not", { skip: skip || (!full && "at full count") }, async () => {
  const register = async (at, from, told) => {
    for (;;) {
      const answer = await ask("POST", "/api/v1/accounts", { json: { login: `crowd${at}`, password }, from, headers: told ? { "x-forwarded-for": told } : {} });
      if (answer.status !== 503) return answer.status;
    }
  };
  const statuses = [];
  await together(8, async (at) => at < 320 && statuses.push(await register(at, "127.0.0.2", `203.0.113.${at % 250}`)));
  const stopped = statuses.filter((status) => status === 429).length;
  assert.ok(stopped > 0, String(statuses));
  assert.equal(await register("other", "127.0.0.3"), 201);
  figure("T22", `behind the nginx of the manual: of ${statuses.length} registrations from one address under ever new names ${stopped} stopped, from another address none`);
});

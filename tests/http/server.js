// A server of its own for one test file: the built program on a free port with a new data folder, stopped and removed at
// the end. `program` may be given by MINGBAI_PROGRAM; the web folder is a small one made here.
//
//   const server = await start({ web: { "index.html": "<title>" } });
//   const answer = await server.ask("POST", "/api/v1/push", { as: cookie, json: {…} });
//   await server.stop();

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import http from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { forget, storeOf } from "./postgres.js";

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
export const program = process.env.MINGBAI_PROGRAM ?? path.join(root, "build/bin/mingbai");

// `store`: the words that name the store, when it is not the folder's. `blocks`: no file may grow past that many blocks of 512 bytes, as on a disk that is full.
export async function start({ data, store, web = {}, options = [], port = 0, blocks, environment = {} } = {}) {
  const folder = data ?? (await mkdtemp(path.join(tmpdir(), "mingbai-http-")));
  const webFolder = path.join(folder, "web");
  for (const [name, content] of Object.entries(web)) {
    await mkdir(path.dirname(path.join(webFolder, name)), { recursive: true });
    await writeFile(path.join(webFolder, name), content);
  }
  const words = ["serve", "--listen", `127.0.0.1:${port}`, ...(store ?? storeOf(folder)), "--web", webFolder, ...options];
  const limited = ["-c", `trap '' XFSZ; ulimit -f ${blocks}; exec "$0" "$@"`, program, ...words];
  const process_ = spawn(blocks ? "/bin/sh" : program, blocks ? limited : words, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...environment } });
  const server = new Server(process_, folder, store ?? storeOf(folder));
  await server.listening();
  return server;
}

class Server {
  constructor(process_, folder, store) {
    this.process = process_;
    this.folder = folder;
    this.store = store; // the words that name it to every command
    this.log = "";
    this.agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
    process_.stderr.on("data", (bytes) => (this.log += bytes));
  }

  async listening() {
    let line = "";
    for await (const bytes of this.process.stdout) {
      line += bytes;
      if (line.includes("\n")) break;
    }
    const found = /http:\/\/([^:]+):(\d+)/.exec(line);
    if (!found) throw new Error(`the server did not start: ${line}${this.log}`);
    [, this.host, this.port] = [null, found[1], Number(found[2])];
    this.origin = `http://${this.host}:${this.port}`;
  }

  // What the server has written to its log by now, or a moment later.
  async logged(wanted) {
    for (const until = Date.now() + 10000; !wanted.test(this.log) && Date.now() < until; ) await new Promise((resolve) => setTimeout(resolve, 20));
    return this.log;
  }

  // As a page of this site would ask, unless `headers` says otherwise (a header of null is left out).
  async ask(method, target, { as, json, body, headers = {} } = {}) {
    const all = { host: `${this.host}:${this.port}` };
    if (method !== "GET" && method !== "HEAD") all.origin = this.origin;
    if (json !== undefined) all["content-type"] = "application/json";
    if (as) all.cookie = as;
    Object.assign(all, headers);
    for (const name of Object.keys(all)) if (all[name] === null) delete all[name];
    const content = json === undefined ? body : JSON.stringify(json);
    if (content !== undefined) all["content-length"] ??= Buffer.byteLength(content);
    return new Promise((resolve, reject) => {
      const request = http.request({ host: this.host, port: this.port, method, path: target, headers: all, agent: this.agent });
      request.on("error", reject);
      request.on("response", (response) => {
        const parts = [];
        response.on("data", (part) => parts.push(part));
        response.on("error", reject);
        response.on("end", () => resolve(answer(response, Buffer.concat(parts))));
      });
      request.end(content);
    });
  }

  // A cookie of a new account.
  async register(login, password = "correct horse battery") {
    const made = await this.ask("POST", "/api/v1/accounts", { json: { login, password } });
    if (made.status !== 201) throw new Error(`${made.status} ${made.text}`);
    return cookieOf(made);
  }

  async push(cookie, ...envelopes) {
    return this.ask("POST", "/api/v1/push", { as: cookie, json: { envelopes } });
  }

  async kill(signal = "SIGKILL") {
    this.agent.destroy();
    if (this.process.exitCode === null && this.process.signalCode === null) {
      const ended = once(this.process, "exit");
      this.process.kill(signal);
      await ended;
    }
    return this.process.exitCode;
  }

  // An orderly end; the exit code.
  async stop() {
    const code = await this.kill("SIGTERM");
    await rm(this.folder, { recursive: true, force: true });
    forget(this.folder);
    return code;
  }
}

function answer(response, bytes) {
  const text = bytes.toString("utf8");
  let json;
  try {
    json = JSON.parse(text);
  } catch {}
  return { status: response.statusCode, headers: response.headers, bytes, text, json };
}

export const cookieOf = (answer) => answer.headers["set-cookie"][0].split(";")[0];

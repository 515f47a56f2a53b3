// What every browser test stands on: the built server with a data folder of its own, Debian's Chromium, and a gate
// between them that can lose answers the way a bad line does. Nothing here knows a screen.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { chromium } from "playwright-core";

export const root = new URL("../..", import.meta.url).pathname;
export const program = join(root, "build/bin/mingbai");

const FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync",
  "--use-angle=swiftshader", "--enable-unsafe-swiftshader"];

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

export function openBrowser(options = {}) {
  return chromium.launch({ executablePath, args: FLAGS, ...options });
}

// A browser that keeps what it has in a folder, also after it is closed.
export function openKept(folder, options = {}) {
  return chromium.launchPersistentContext(folder, { executablePath, args: FLAGS, ...options });
}

// The same with nobody attached. To a debugged service worker Chromium is never idle, and one version then may wait for the
// other for ever.
export function openAlone(folder, url) {
  const child = spawn(executablePath, ["--headless=new", ...FLAGS, "--no-first-run", "--window-size=1280,900", `--user-data-dir=${folder}`, url], { stdio: "ignore" });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  return { close: async () => { child.kill(); await ended; } };
}

// A server on a free port. `data` is kept when it is given, and thrown away at stop() when it is not.
export async function startServer({ data, listen = "127.0.0.1:0", web = process.env.MINGBAI_WEB } = {}) {
  const folder = data ?? mkdtempSync(join(tmpdir(), "mingbai-"));
  const child = spawn(program, ["serve", "--listen", listen, "--data", folder, ...(web ? ["--web", web] : [])], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const url = await new Promise((resolve, reject) => {
    const hear = (chunk) => {
      said += chunk;
      const address = said.match(/http:\/\/[\d.]+:\d+/);
      if (address) resolve(address[0]);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
    setTimeout(() => reject(new Error(`the server said no address in 30 s: ${said}`)), 30000).unref();
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  return {
    url, data: folder,
    async stop(signal = "SIGTERM") {
      child.kill(signal);
      await ended;
      if (!data) rmSync(folder, { recursive: true, force: true });
    },
    async kill() { child.kill("SIGKILL"); await ended; },
  };
}

// Stands between browser and server. loseAnswers(path, n): the next n requests to that path reach the server, their
// answers reach nobody. answerWith(path, page): a captive portal that answers 200 with HTML. refuse(test): requests of which
// test(url) is true reach nobody. hold(test): they wait until it is called again. leadTo(url): to another server. delivered: bytes of answers by path, as they
// travelled. asked: paths that were asked for, also where the answer was that nothing has changed.
export async function openGate(target) {
  let { hostname, port } = new URL(target);
  const lost = new Map();
  const delivered = new Map(), asked = new Set();
  let portal = null, refused = () => false, held = () => false, waiting = [];
  const pass = (request, response) => {
    asked.add(request.url);
    if (portal && request.url.startsWith(portal.path)) {
      response.writeHead(200, { "content-type": "text/html" });
      return response.end(portal.page);
    }
    if (refused(request.url)) return request.socket.destroy();
    if (held(request.url)) return void waiting.push(() => pass(request, response));
    const onward = http.request({ hostname, port, path: request.url, method: request.method, headers: request.headers },
      (answer) => {
        const left = lost.get(request.url) ?? 0;
        if (left > 0) {
          lost.set(request.url, left - 1);
          answer.resume();
          answer.on("end", () => request.socket.destroy());
          return;
        }
        response.writeHead(answer.statusCode, answer.headers);
        answer.on("data", (part) => delivered.set(request.url, (delivered.get(request.url) ?? 0) + part.length));
        answer.pipe(response);
      });
    onward.on("error", () => request.socket.destroy());
    request.pipe(onward);
  };
  const gate = http.createServer(pass);
  await new Promise((resolve) => gate.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${gate.address().port}`,
    loseAnswers: (path, count) => lost.set(path, count),
    refuse: (test) => { refused = test; },
    hold: (test) => { held = test; for (const go of waiting.splice(0)) go(); },
    leadTo: (other) => { ({ hostname, port } = new URL(other)); },
    delivered,
    asked,
    answersToLose: (path) => lost.get(path) ?? 0,
    answerWith: (path, page) => { portal = page === null ? null : { path, page }; },
    close: () => new Promise((resolve) => { gate.closeAllConnections?.(); gate.close(resolve); }),
  };
}

// A page whose faults fail the test: uncaught errors and refusals of the content security policy.
export async function openPage(context, url, faults = []) {
  const page = await context.newPage();
  page.setDefaultTimeout(30000);
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (/Content Security Policy/.test(message.text())) faults.push(message.text());
  });
  await page.goto(url);
  await usable(page);
  return page;
}

// The first picture stands and its rules are loaded; the calculator works.
export function drawn(page) {
  return page.waitForFunction(() => performance.getEntriesByName("mingbai:usable").length > 0, null, { timeout: 30000 });
}

// The same, and the other half of the program is here: every screen.
export function usable(page) {
  return page.waitForFunction(() => window.mingbai?.whole === true, null, { timeout: 30000 });
}

// Holds an assertion to be true in the end, as a person waits for a picture: a busy machine draws it later.
export async function eventually(assertion, milliseconds = 30000) {
  for (const until = Date.now() + milliseconds; ;) {
    try {
      return await assertion();
    } catch (fault) {
      if (Date.now() > until) throw fault;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

// An invented citizen identity number of Zhongshan: area, birth date, sequence and a right check character.
export function inventedIdentityNumber(birth, sequence) {
  const body = `442000${birth}${String(sequence).padStart(3, "0")}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = [...body].reduce((total, digit, i) => total + Number(digit) * weights[i], 0);
  return body + "10X98765432"[sum % 11];
}

// The page's figures beside what is asked of them: weight, first picture, answer to a key, idleness, memory, access.
//
// node tests/bench/web_numbers.mjs [ROUNDS]: the table of docs/numbers.md. Software GL and clock time: figures of another machine
// differ. "Usable" is the page's own mark: fonts, rules and the first frame are there. Nothing here is asserted in a test.
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import http from "node:http";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";

import { openBrowser, openPage, root, startServer, usable } from "../browser/harness.mjs";

const rounds = Number(process.argv[2] ?? 30), LOADS = 5, KEYS = 200, IDLE_S = 120, MINUTES_A_ROUND = 2;
const bill = "#/calculator?why=long_term_resident&insured=zhongshan.employee_combined&in=440100&level=3&filed=no&total=50000.00&own=5000.00";
const view = { viewport: { width: 1280, height: 900 }, locale: "zh-CN" };
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const share = (list, part) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * part))];
const rows = [];
function row(what, figure, { unit = "", asked, value = figure, digits = 0 } = {}) {
  const shown = typeof figure === "number" ? figure.toFixed(digits) : figure;
  const verdict = asked === undefined ? "" : value <= asked ? "met" : "**missed**";
  rows.push(`| ${what} | ${shown}${unit} | ${asked === undefined ? "" : `≤ ${asked}${unit}`} | ${verdict} |`);
}

const server = await startServer();

// The weights, as `make size` counts them.
const weighed = spawnSync("/usr/bin/python3", [join(root, "cmake/size.py"), join(root, "build/web/version.json")], { encoding: "utf8" }).stdout;
for (const [what, line, asked] of [["until the first usable frame", "together", 620],
  ["all of it but the characters fetched one shard at a time", "all but the rare characters", 1400], ["a changed pack", "a changed policy", 60]])
  row(`brotli, ${what}`, Number(weighed.match(new RegExp(`${line} +([\\d.]+)`))[1]), { unit: " KB", asked, digits: 1 });

// Counts what passes of the page's own files.
let passed = 0;
const counter = http.createServer((request, response) => {
  const { hostname, port } = new URL(server.url);
  const onward = http.request({ hostname, port, path: request.url, method: request.method, headers: request.headers }, (answer) => {
    response.writeHead(answer.statusCode, answer.headers);
    if (!/^\/(api|sw\.js|healthz)/.test(request.url)) answer.on("data", (chunk) => { passed += chunk.length; });
    answer.pipe(response);
  });
  onward.on("error", () => request.socket.destroy());
  request.pipe(onward);
});
await new Promise((resolve) => counter.listen(0, "127.0.0.1", resolve));
const counted = `http://127.0.0.1:${counter.address().port}`;

// First usable frame: cold, warm, over a slow line; what the second visit fetches.
const mark = (page) => page.evaluate(() => performance.getEntriesByName("mingbai:usable")[0].startTime);
const first = { cold: [], warm: [], slow: [] };
for (let i = 0; i < LOADS; i++) {
  const browser = await openBrowser();
  const page = await (await browser.newContext(view)).newPage();
  await page.goto(`${server.url}/`);
  await usable(page);
  first.cold.push(await mark(page));
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: 60000 }).catch(() => {});
  await wait(2500);
  await page.reload();
  await usable(page);
  first.warm.push(await mark(page));
  await browser.close();
  const slowly = await openBrowser();
  const slow = await (await slowly.newContext(view)).newPage();
  const line = await slow.context().newCDPSession(slow);
  await line.send("Network.enable");
  await line.send("Network.emulateNetworkConditions", { offline: false, latency: 100, downloadThroughput: 5e6 / 8, uploadThroughput: 5e6 / 8 });
  await slow.goto(`${server.url}/`);
  await usable(slow);
  first.slow.push(await mark(slow));
  await slowly.close();
}
const spread = (list) => `${share(list, 0.5).toFixed(0)} (${Math.min(...list).toFixed(0)} – ${Math.max(...list).toFixed(0)})`;
row("first usable frame, cold, median of " + LOADS, spread(first.cold), { unit: " ms", asked: 1500, value: share(first.cold, 0.5) });
row("first usable frame, warm", spread(first.warm), { unit: " ms", asked: 500, value: share(first.warm, 0.5) });
row("first usable frame, cold, 5 Mbit/s and 100 ms away", spread(first.slow), { unit: " ms", asked: 2500, value: share(first.slow, 0.5) });

const browser = await openBrowser();
const visits = await browser.newContext(view);
const visitor = await openPage(visits, `${counted}/`);
await visitor.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: 60000 }).catch(() => {}); // then the row says what came over the line
await wait(8000); // the common characters arrive and are kept
passed = 0;
await visitor.reload();
await usable(visitor);
await wait(3000);
row("second visit, bytes of the page's files", passed, { asked: 0 });
await visits.close();

// Keys into the bill: the answer to each, what it costs in the program and in the mirror.
const page = await openPage(await browser.newContext(view), `${server.url}/${bill}`);
await wait(5000);
await page.evaluate(() => {
  const taken = (window.taken = { answers: [], layouts: [], calls: [], mirrors: [], patch: 0 });
  const program = window.mingbai.page, frame = program._mingbai_frame;
  Object.defineProperty(window.mingbai, "mirror_ms", { set(ms) { taken.patch += ms; }, get: () => 0 });
  program._mingbai_frame = (...given) => {
    const from = performance.now();
    taken.patch = 0;
    const next = frame(...given);
    taken.calls.push(performance.now() - from);
    taken.layouts.push(program._mingbai_layout_ms());
    taken.mirrors.push(taken.patch);
    return next;
  };
  addEventListener("input", (event) => {
    const from = event.timeStamp;
    requestAnimationFrame(() => setTimeout(() => taken.answers.push(performance.now() - from), 0));
  }, true);
});
const total = page.getByLabel("总费用", { exact: true });
await total.focus();
await total.fill("");
for (let i = 0; i < KEYS; i++) {
  await page.keyboard.press(i % 8 < 6 ? String(1 + (i % 8)) : "Backspace");
  if (i % 8 === 7) await page.keyboard.press("Control+A");
  await wait(60);
}
await page.mouse.move(640, 450);
for (let i = 0; i < 60; i++) { await page.mouse.wheel(0, i < 30 ? 60 : -60); await wait(20); }
const taken = await page.evaluate(() => window.taken);
const mean = (list) => list.reduce((sum, one) => sum + one, 0) / list.length;
row(`key to the next frame, p95 of ${taken.answers.length}`, share(taken.answers, 0.95), { unit: " ms", asked: 50, digits: 1 });
row(`C++ a frame, first NewFrame to Render, p95 of ${taken.layouts.length}`, share(taken.layouts, 0.95), { unit: " ms", asked: 2, digits: 2 });
row("– with drawing commands and mirror, p95", share(taken.calls, 0.95), { unit: " ms", digits: 2 });
row("mirror a frame, mean", mean(taken.mirrors), { unit: " ms", asked: 0.2, digits: 3 });
row("– of the frames that change it, p95", share(taken.mirrors.filter((ms) => ms > 0).concat(0), 0.95), { unit: " ms", digits: 2 });

// Idle: once the browser's own tidying after work is over, and meanwhile a browser with an empty page.
const SETTLED_MS = 40000;
const renderersOf = async (devtools) => (await devtools.send("SystemInfo.getProcessInfo")).processInfo.filter(({ type }) => type === "renderer");
const spender = async (of) => {
  const devtools = await of.newBrowserCDPSession();
  return async () => (await renderersOf(devtools)).reduce((sum, { cpuTime }) => sum + cpuTime, 0);
};
const nothing = await openBrowser();
await (await nothing.newPage()).goto("about:blank");
const spent = [await spender(browser), await spender(nothing)];
await page.evaluate(() => document.activeElement.blur());
await page.mouse.move(0, 0);
await wait(SETTLED_MS);
const frames = await page.evaluate(() => window.mingbai.frames), before = await Promise.all(spent.map((ask) => ask()));
await wait(IDLE_S * 1000);
const [ours, empty] = (await Promise.all(spent.map((ask) => ask()))).map((now, i) => (100 * (now - before[i])) / IDLE_S);
row(`frames in ${IDLE_S} idle seconds`, (await page.evaluate(() => window.mingbai.frames)) - frames, { asked: 0 });
row("processor while idle", ours, { unit: " %", asked: 0.1, digits: 2 });
row("– of an empty page beside it", empty, { unit: " %", digits: 2 });
await nothing.close();

// An hour's use: each round is what somebody does in two minutes, without the pauses.
const session = await page.context().newCDPSession(page);
const devtools = await browser.newBrowserCDPSession();
const megabytes = async () => {
  await session.send("HeapProfiler.collectGarbage");
  const own = (await renderersOf(devtools)).map(({ id }) => {
    try { return Number(readFileSync(`/proc/${id}/status`, "utf8").match(/RssAnon:\s+(\d+)/)[1]) / 1024; } catch { return 0; }
  });
  const heap = (await session.send("Runtime.getHeapUsage")).usedSize / 2 ** 20;
  const program = await page.evaluate(() => window.mingbai.page.HEAP8?.length ?? window.mingbai.page.HEAPU8?.length ?? 0) / 2 ** 20;
  return { process: Math.max(...own), counted: heap + program };
};
const go = async (hash) => { await page.evaluate((to) => { location.hash = to; }, hash); await wait(250); };
const memory = [];
for (let i = 0; i < rounds; i++) {
  await go(bill.replace("50000", String(20000 + 137 * i)));
  await total.fill(String(30000 + 211 * i));
  await page.getByRole("radiogroup", { name: "医院级别" }).getByRole("radio", { name: ["一级", "二级", "三级"][i % 3] }).check();
  for (let k = 0; k < 10; k++) await page.mouse.wheel(0, k < 5 ? 300 : -300);
  await go("#/file");
  await go("#/file?kind=remote_care&insured=zhongshan.employee_combined&application.situation=long_term_resident");
  await go("#/filings");
  await go("#/rules");
  for (let k = 0; k < 10; k++) await page.mouse.wheel(0, k < 5 ? 600 : -600);
  await go("#/scenarios?part=change");
  await go("#/login");
  memory.push(await megabytes());
}
const last = memory.at(-1), early = memory[Math.min(4, memory.length - 1)];
row(`memory of the page's process after ${rounds} rounds, about ${rounds * MINUTES_A_ROUND} minutes of use`, last.process, { unit: " MB", asked: 120, digits: 1 });
row("– of it scripts' heap and the program's memory", last.counted, { unit: " MB", digits: 1 });
row("– growth of these since the fifth round", last.counted - early.counted, { unit: " MB", asked: 1, digits: 2 });
await browser.close();
counter.closeAllConnections?.();
counter.close();
await server.stop();

// What tests hold, told as figures: each test is a screen or a step.
for (const [what, file] of [["axe-core: tests of every screen that fail", "access"], ["keyboard alone: steps that fail", "keyboard"],
  ["spoken text and targets of 44 px: stops that fail", "semantics"]]) {
  const said = spawnSync(process.execPath, ["--test", "--test-reporter=tap", join(root, `tests/browser/${file}.test.mjs`)], { encoding: "utf8", maxBuffer: 1 << 26 }).stdout;
  const [passes, fails] = ["pass", "fail"].map((name) => Number(said.match(new RegExp(`^# ${name} (\\d+)`, "m"))[1]));
  row(what, `${fails} of ${passes + fails}`, { asked: 0, value: fails });
}
const contrast = execFileSync(join(root, "build/bin/mingbai_tests"), ["[contrast]"], { encoding: "utf8" }).match(/\((\d+) assertions/);
row("contrast: pairs of colours below 4.5 : 1 (words) or 3 : 1 (borders, bars)", `0 of ${contrast[1]}`, { asked: 0, value: 0 });

console.log("| the page | figure | asked | |\n|---|---|---|---|");
console.log(rows.join("\n"));
console.log(`\nHeadless Chromium, software GL, clock time; load of the machine at the end: ${loadavg()[0].toFixed(1)} on ${cpus().length} processors.`);

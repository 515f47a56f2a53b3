// A new version of the program, of which one policy has changed: only what changed passes, what somebody is in the middle of is
// not disturbed, and the next start has the new law and the old draft. Every byte between server and browser is counted. All
// people and figures are invented.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { eventually, openAlone, openGate, openKept, openPage, root, startServer } from "./harness.mjs";
import { enterBill, fillForMother } from "./walk.mjs";

const LONG = 60000, CHANGED_PACK_MOST = 60000;
const CALLED = "第2025010号建议答复", CALLED_NOW = "第2025010号答复";
const built = process.env.MINGBAI_WEB ?? join(root, "build/web");
const folders = [];
const folder = () => { const made = mkdtempSync(join(tmpdir(), "mingbai-")); folders.push(made); return made; };

// What the build lays out, of these files: those of today, or with one of them changed.
function version(change = () => {}) {
  const files = folder(), out = folder();
  for (const name of readdirSync(built)) if (!/\.br$|^rare-|^version\.json$/.test(name)) copyFileSync(join(built, name), join(files, name));
  copyFileSync(join(root, "web/page/sw.js"), join(files, "sw.js"));
  change(files);
  execFileSync("/usr/bin/python3", [join(root, "cmake/stage.py"), out, join(root, ".deps/cache/brotli"), files]);
  return out;
}

function rename(files) {
  const path = join(files, "policies.json"), text = readFileSync(path, "utf8");
  assert.ok(text.includes(CALLED));
  writeFileSync(path, text.replaceAll(CALLED, CALLED_NOW));
}

let server, gate, data;
before(async () => {
  data = folder();
  server = await startServer({ data, web: version() });
  gate = await openGate(server.url);
});
after(async () => {
  await gate.close();
  await server.stop();
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});

async function publish(change) {
  await server.stop();
  server = await startServer({ data, web: version(change) });
  gate.leadTo(server.url);
  gate.delivered.clear();
  gate.asked.clear();
}

const versions = (page) => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith("mingbai-")));
const kept = (page, path) => page.evaluate(async (name) => Boolean(await caches.match(name)), path);
const LATE = ["/cases.json", "/common-regular.otf", "/mingbai-batch.wasm"];
const wholeIn = async (page) => { for (const path of LATE) await eventually(async () => assert.ok(await kept(page, path), path), LONG); };

// The page and its workers rule what runs, by their headers: they are asked for with each version.
const RULING = ["/", "/sw.js", "/worker.js", "/batch.js"];

function onlyTheChangePassed(t) {
  const passed = [...gate.delivered].filter(([path, bytes]) => !path.startsWith("/api/") && bytes > 0);
  const total = passed.reduce((sum, [, bytes]) => sum + bytes, 0);
  t.diagnostic(`${total} bytes: ${passed.map(([path, bytes]) => `${path} ${bytes}`).join(", ")}`);
  const allowed = new Set([...RULING, "/policies.json"]);
  assert.deepEqual(passed.map(([path]) => path.split("?")[0]).filter((path) => !allowed.has(path)), []);
  assert.ok(total <= CHANGED_PACK_MOST, `${total} bytes`);
}

test("a changed policy waits while somebody is at work; the next start has it, and the draft, and fetched nothing else", async (t) => {
  const faults = [], profile = folder();
  const open = () => openKept(profile, { viewport: { width: 1280, height: 1000 }, locale: "zh-CN" });
  let context = await open();
  let page = await openPage(context, `${gate.url}/`, faults);
  page.setDefaultTimeout(LONG);
  await enterBill(page, "长期居住在外地");
  await page.getByRole("link", { name: CALLED }).first().waitFor();
  await page.getByRole("button", { name: "去备案" }).click();
  await fillForMother(page);
  await page.getByText(/已保存在这台设备/).waitFor();
  await wholeIn(page);
  await eventually(async () => assert.equal((await versions(page)).length, 1), LONG);
  const [before] = await versions(page);

  await publish(rename);
  // The browser may have thrown away what it keeps by itself.
  await (await context.newCDPSession(page)).send("Network.clearBrowserCache");

  // Looked at, and no longer fresh: the new version waits beside the old one.
  await page.waitForFunction(() => performance.now() > 6000);
  await page.evaluate(() => { window.before = true; });
  await page.getByLabel("参保人姓名").fill("示例母亲二");
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await page.waitForFunction(async () => Boolean((await navigator.serviceWorker.getRegistration()).waiting));
  assert.equal(await page.evaluate(() => window.before), true);
  assert.equal(await page.getByLabel("参保人姓名").inputValue(), "示例母亲二");
  await page.getByText(/已保存在这台设备/).waitFor();
  await context.close();

  context = await open();
  page = await openPage(context, `${gate.url}/`, faults);
  page.setDefaultTimeout(LONG);
  await eventually(async () => {
    const [now, ...others] = await versions(page);
    assert.ok(now !== before && others.length === 0, `${before} → ${now} ${others}`);
  }, LONG);
  await wholeIn(page);
  await enterBill(page, "长期居住在外地");
  await page.getByRole("link", { name: CALLED_NOW }).first().waitFor();
  await page.goto(`${gate.url}/#/filings`);
  await page.getByRole("link", { name: "接着写" }).click();
  await page.getByRole("button", { name: "去填表" }).click();
  await eventually(async () => assert.equal(await page.getByLabel("参保人姓名").inputValue(), "示例母亲二"), LONG);
  onlyTheChangePassed(t);
  assert.deepEqual(faults, []);
  await context.close();
});

// What comes last is asked for once a version has taken over. A start that took long on a busy machine is no fresh page any more,
// and leaves it to the one after.
test("a page that was just opened is handed over, and nothing but the change is fetched for it", async (t) => {
  const profile = folder(), rest = () => new Promise((resolve) => setTimeout(resolve, 3000));
  const start = async (arrived) => {
    const browser = openAlone(profile, `${gate.url}/`);
    try {
      await eventually(() => assert.ok(arrived()), LONG / 4);
      await rest();
    } finally {
      await browser.close();
    }
  };
  gate.asked.clear();
  await start(() => LATE.every((path) => gate.asked.has(path)));
  await publish();
  await eventually(() => start(() => gate.asked.has("/batch.js")), 2 * LONG);
  onlyTheChangePassed(t);
});

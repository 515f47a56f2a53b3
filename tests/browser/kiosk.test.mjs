// A device in a hall: large letters, nothing kept, and an end after two idle minutes that says so beforehand. The page's
// clock is the test's: nobody waits two minutes. All figures are invented.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { eventually, openBrowser, startServer, usable } from "./harness.mjs";
import { enterBill } from "./walk.mjs";

const MINUTE = 60000;
let server, browser;
before(async () => { server = await startServer(); browser = await openBrowser(); });
after(async () => { await browser.close(); await server.stop(); });

async function visit(hash, faults) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 }, locale: "zh-CN" });
  const page = await context.newPage();
  page.setDefaultTimeout(MINUTE);
  page.on("pageerror", (error) => faults.push(error.message));
  await page.clock.install();
  await page.goto(`${server.url}/${hash}`);
  await usable(page);
  return page;
}

const warning = (page) => page.getByRole("alertdialog", { name: "还在用吗？" });
const total = (page) => page.getByLabel("总费用", { exact: true });

// Whatever the browser keeps for this origin beyond the program itself.
const kept = (page) => page.evaluate(async () => {
  const found = Object.keys(localStorage);
  for await (const name of (await navigator.storage.getDirectory()).keys()) found.push(name);
  for (const { name } of await indexedDB.databases()) found.push(name);
  return found;
});

test("on a shared computer and in a hall the worker keeps nothing on later visits either", async () => {
  for (const [hash, shared] of [["#/", "1"], ["#kiosk", ""]]) {
    const context = await browser.newContext({ locale: "zh-CN" });
    const page = await context.newPage();
    await page.goto(`${server.url}/${hash}`);
    await usable(page);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: MINUTE });
    await page.evaluate((on) => { if (on) localStorage.setItem("mingbai.shared", on); }, shared);
    await page.reload();
    await usable(page);
    await eventually(async () => {
      const [worker] = page.workers();
      assert.match(await worker.evaluate(() => self.location.search), shared ? /shared/ : /kiosk/);
    }, MINUTE);
    await context.close();
  }
});

test("it starts large, warns, and goes on for whoever answers", async () => {
  const faults = [];
  const page = await visit("#kiosk/calculator", faults);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.large), "1");
  await enterBill(page, "长期居住在外地");
  await page.clock.fastForward(1.4 * MINUTE);
  assert.equal(await warning(page).count(), 0);
  await page.clock.fastForward(0.15 * MINUTE);
  await warning(page).getByText(/\d+ 秒后清掉这里填的内容/).waitFor();
  await page.getByRole("button", { name: /还在用/ }).click();
  await eventually(async () => assert.equal(await warning(page).count(), 0));
  await page.clock.fastForward(1.4 * MINUTE);
  assert.equal(await warning(page).count(), 0);
  assert.match(await total(page).inputValue(), /50/);
  assert.deepEqual(faults, []);
  await page.context().close();
});

test("that nothing is kept is said calmly, above what is filled in and not over it", async () => {
  for (const width of [1280, 390]) {
    const context = await browser.newContext({ viewport: { width, height: 844 }, locale: "zh-CN" });
    const page = await context.newPage();
    await page.goto(`${server.url}/#kiosk`);
    await usable(page);
    const said = page.getByRole("status").filter({ hasText: /^公用电脑：关掉这一页，内容就没了/ });
    await said.waitFor({ timeout: MINUTE });
    assert.equal(await page.getByRole("alert").count(), 0);
    const line = await said.boundingBox();
    await eventually(async () => {
      const main = await page.getByRole("main").boundingBox();
      assert.ok(line.y + line.height <= main.y + 1, `at ${width}: ${line.y} + ${line.height}, ${main.y}`);
    });
    await context.close();
  }
});

test("after two idle minutes all is wiped, and Back does not bring it back", async () => {
  const faults = [];
  const page = await visit("#kiosk", faults);
  await enterBill(page, "长期居住在外地");
  await page.getByRole("link", { name: "依据" }).first().click();
  await page.getByRole("heading", { level: 1, name: "每个数字都写明出处，和它是不是现行。" }).waitFor();
  await page.evaluate(() => { window.before = true; });
  await page.clock.fastForward(1.6 * MINUTE);
  await warning(page).waitFor();
  await page.clock.fastForward(0.6 * MINUTE);
  await eventually(async () => assert.equal(await page.evaluate(() => window.before), undefined), MINUTE);
  await usable(page);
  await page.getByRole("main", { name: "首页" }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.large), "1");
  assert.deepEqual(await kept(page), []);
  await page.goBack();
  await usable(page);
  await page.getByRole("main", { name: "首页" }).waitFor();
  await page.getByRole("link", { name: "算一算" }).first().click();
  await eventually(async () => assert.equal(await total(page).inputValue(), ""));
  assert.ok(!page.url().includes("total="), page.url());
  assert.deepEqual(faults, []);
  await page.context().close();
});

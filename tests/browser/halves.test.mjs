// The program comes in two halves: the calculator works with the first; every other screen waits for the rest, and says
// so. A second visit fetches nothing. All figures are invented.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { drawn, eventually, openBrowser, openGate, startServer, usable } from "./harness.mjs";
import { enterBill } from "./walk.mjs";

const REST = "/mingbai-rest.wasm";
let server, browser, gate;
before(async () => { server = await startServer(); browser = await openBrowser(); gate = await openGate(server.url); });
after(async () => { await browser.close(); await gate.close(); await server.stop(); });

// Without a service worker, which would fetch the rest for itself, unless one is wanted.
async function visit(hash, faults = [], options = { serviceWorkers: "block" }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 }, locale: "zh-CN", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(60000);
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(`${gate.url}/${hash}`);
  await drawn(page);
  return page;
}

const heading = (page, name) => page.getByRole("heading", { level: 1, name, exact: true });

test("a link to another screen draws its frame at once and goes on when the rest is there", async () => {
  const faults = [];
  gate.hold((url) => url === REST);
  const page = await visit("#/rules", faults);
  await heading(page, "依据").waitFor();
  await page.getByText("正在打开…").first().waitFor();
  await page.getByRole("link", { name: "算一算" }).first().waitFor();
  gate.hold(() => false);
  await heading(page, "每个数字都写明出处，和它是不是现行。").waitFor();
  await usable(page);
  assert.equal(await page.getByText("正在打开…").count(), 0);
  assert.deepEqual(faults, []);
  await page.context().close();
});

test("without the rest the calculator works, the other screens say what is missing, and can be asked for again", async () => {
  const faults = [];
  gate.refuse((url) => url === REST);
  const page = await visit("", faults);
  await enterBill(page, "长期居住在外地");
  await page.getByRole("link", { name: "我要备案" }).first().click();
  const again = page.getByRole("button", { name: "再试一次" });
  await again.waitFor();
  await page.getByText(/这一页没有下载下来/).first().waitFor();
  await again.click();
  await eventually(async () => assert.equal(await again.count(), 1));
  await page.goBack();
  await enterBill(page, "长期居住在外地");
  gate.refuse(() => false);
  await page.getByRole("link", { name: "我要备案" }).first().click();
  await again.click();
  await usable(page);
  await eventually(async () => assert.equal(await page.getByText(/这一页没有下载下来/).count(), 0));
  assert.deepEqual(faults, []);
  await page.context().close();
});

test("the rest of another build never joins", async () => {
  const page = await visit("#/calculator", [], { serviceWorkers: "block" });
  await usable(page);
  const other = await page.evaluate(async () => Array.from(new Uint8Array(await (await fetch("mingbai-rest.wasm")).arrayBuffer())));
  await page.route(`**${REST}`, (route) => route.fulfill({ contentType: "application/wasm", body: Buffer.from([...other, 0, 2, 1, 120]) }));
  await page.goto("about:blank");
  await page.goto(`${gate.url}/#/rules`);
  await page.getByText(/这一页没有下载下来/).first().waitFor();
  assert.equal(await page.evaluate(() => window.mingbai.whole), undefined);
  // Asked for again, the page comes anew, with a first half of the same build.
  await page.unroute(`**${REST}`);
  await page.getByRole("button", { name: "再试一次" }).click();
  await usable(page);
  await page.context().close();
});

test("after one visit every screen is there without a network, and a second visit fetches nothing", async () => {
  const page = await visit("", [], {});
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  // What is larger comes when the page has settled.
  await eventually(async () => {
    for (const path of ["/cases.json", "/common-regular.otf", "/mingbai-batch.wasm"]) {
      assert.ok(await page.evaluate(async (name) => Boolean(await caches.match(name)), path), path);
    }
  }, 60000);
  gate.delivered.clear();
  await page.goto("about:blank");
  await page.goto(`${gate.url}/#/calculator`);
  await usable(page);
  await enterBill(page, "长期居住在外地");
  const fetched = [...gate.delivered].filter(([path]) => !path.startsWith("/api/"));
  assert.deepEqual(fetched, [], "the second visit");
  await page.context().setOffline(true);
  await page.goto("about:blank");
  await page.goto(`${gate.url}/#/scenarios`);
  await usable(page);
  await page.context().close();
});

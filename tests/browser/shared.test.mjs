// A computer that others use, and is no kiosk: what policy staff write there stays in the page and goes with it, cases and
// changed figures alike; only the settings of the device itself stay. By roles and labels.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { eventually, openBrowser, openPage, startServer, usable } from "./harness.mjs";

const LONG = 90000;

let server, browser;
const faults = [];
before(async () => { server = await startServer(); browser = await openBrowser(); });
after(async () => { await browser.close(); await server.stop(); });

async function visit() {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 }, locale: "zh-CN" });
  return openPage(context, `${server.url}/#/scenarios`, faults);
}

async function share(page) {
  await page.goto(`${server.url}/#/login`);
  await page.getByRole("switch", { name: "这是公用电脑：什么也不留" }).click();
}

async function writeCase(page, name) {
  await page.goto(`${server.url}/#/calculator?why=local&insured=zhongshan.employee_combined&level=3&to=2026-11-20&total=5000.00`);
  await page.getByRole("region", { name: "结果" }).waitFor();
  await page.goto(`${server.url}/#/scenarios`);
  await page.getByRole("button", { name: "从现在的账单写" }).click();
  await page.getByLabel("名字").fill(name);
  await page.getByRole("button", { name: "存好并跑一遍" }).click();
  await written(page, name).waitFor({ timeout: LONG });
}

const written = (page, name) => page.getByRole("button", { name: new RegExp(`${name}.*通过`) });
const stored = (page) => page.evaluate(() => JSON.stringify(localStorage));
const keys = (page) => page.evaluate(() => Object.keys(localStorage).sort());

async function allCases(page) {
  await page.goto(`${server.url}/#/scenarios`);
  await page.getByRole("heading", { level: 1, name: /^\d+ 个案例全部通过。$/ }).waitFor({ timeout: LONG });
}

test("a case written on a shared computer is gone with the page", async () => {
  const page = await visit();
  await share(page);
  await writeCase(page, "A secret bill");
  await page.getByRole("button", { name: /A secret bill.*自己写的，记在这一页/ }).waitFor();
  assert.ok(!(await stored(page)).includes("A secret bill"));
  assert.deepEqual(await keys(page), ["mingbai.shared"]);
  await page.reload();
  await usable(page);
  await allCases(page);
  assert.equal(await written(page, "A secret bill").count(), 0);
});

test("a case that stood there goes to the page alone when the computer becomes a shared one", async () => {
  const page = await visit();
  await writeCase(page, "An older bill");
  assert.ok((await stored(page)).includes("An older bill"), "it is kept where nobody shares");
  await share(page);
  await eventually(async () => assert.deepEqual(await keys(page), ["mingbai.shared"]));
  await page.goto(`${server.url}/#/scenarios`);
  await written(page, "An older bill").first().waitFor({ timeout: LONG });
  await page.reload();
  await usable(page);
  await allCases(page);
  assert.equal(await written(page, "An older bill").count(), 0);
});

test("what an earlier program left on a shared computer is gone at the next visit; its settings stay", async () => {
  const page = await visit();
  await page.evaluate(() => {
    for (const [key, value] of [["shared", "1"], ["large", "1"], ["scenario.cases", "[]"], ["scenario.overlays", "[\"x\"]"]]) localStorage.setItem(`mingbai.${key}`, value);
  });
  await page.reload();
  await usable(page);
  assert.deepEqual(await keys(page), ["mingbai.large", "mingbai.shared"]);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.large), "1");
  await page.getByRole("button", { name: "EN" }).first().click();
  await eventually(async () => assert.deepEqual(await keys(page), ["mingbai.language", "mingbai.large", "mingbai.shared"]));
  assert.deepEqual(faults, []);
});

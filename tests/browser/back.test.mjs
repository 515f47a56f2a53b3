// Back and forward while filing: whoever goes back to where a form was begun, and on again, finds what was written there.
// By roles and labels. All people are invented.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { eventually, openBrowser, openPage, startServer } from "./harness.mjs";
import { fillForMother, register, submit } from "./walk.mjs";

const LONG = 60000;
const faults = [];
let server, browser, page, filing;

const to = (hash) => page.goto(`${server.url}/${hash}`);
const from = () => page.getByLabel("从哪天起", { exact: true });
const onward = () => page.getByRole("button", { name: "去填表" }).first();

// The draft is durable when its name stands in the address.
async function kept() {
  await page.getByText(/已保存在这台设备/).first().waitFor();
  await eventually(() => assert.match(page.url(), /step=form&draft=/), LONG);
  return new URL(page.url()).hash;
}

before(async () => {
  server = await startServer();
  browser = await openBrowser();
  page = await openPage(await browser.newContext({ viewport: { width: 1280, height: 1000 }, locale: "zh-CN" }), `${server.url}/`, faults);
  page.setDefaultTimeout(LONG);
  await register(page, { login: "goes-back", password: "a long invented password" });
  await to("#/file?kind=remote_care&insured=zhongshan.employee_combined&application.category=long_term_resident&application.care_region=440100");
  await fillForMother(page);
  await submit(page);
  await page.getByRole("heading", { level: 1, name: "医保局收到 1 份。" }).waitFor();
  filing = (await page.evaluate(async () => (await fetch("/api/v1/pull?after=0")).json())).records[0].filing;
});
after(async () => { await browser.close(); await server.stop(); });

test("back to the check and on again: what was written in the form stands there, and it is one draft", async () => {
  await to(`#/file?again=${filing}`);
  await onward().click();
  await from().fill("2026-12-24");
  const draft = await kept();
  await page.goBack();
  await onward().waitFor();
  await onward().click();
  assert.equal(await from().inputValue(), "2026-12-24");
  assert.equal(await kept(), draft);
});

test("a step further back one begins anew, and the draft waits where drafts are", async () => {
  await to("#/file");
  await page.getByRole("heading", { level: 1, name: "您要办哪一样？" }).waitFor();
  await to(`#/file?again=${filing}`);
  await onward().click();
  await from().waitFor();
  assert.notEqual(await from().inputValue(), "2026-12-24");
  await to("#/filings");
  await page.getByRole("link", { name: "接着写" }).first().waitFor();
});

test("no page fault came up", () => assert.deepEqual(faults, []));

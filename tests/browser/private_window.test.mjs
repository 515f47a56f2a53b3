// T13: a browser that lets nothing be stored, as a private window may. The screen says what it will not keep; a filing goes to
// the server all the same, and what is written is saved as a file. By roles and labels; all people are invented.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { eventually, openBrowser, openPage, startServer, usable } from "./harness.mjs";
import { enterBill, fillForMother, register } from "./walk.mjs";

const LONG = 60000;
const faults = [];
let server, browser, page, saved;
before(async () => {
  server = await startServer();
  browser = await openBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 }, locale: "zh-CN", acceptDownloads: true, serviceWorkers: "block" });
  await context.route("**/worker.js*", async (route) => {
    const answer = await route.fetch();
    const refusal = `navigator.storage.getDirectory = () => Promise.reject(new DOMException("refused", "SecurityError"));
      indexedDB.open = () => { throw new DOMException("refused", "InvalidStateError"); };`;
    await route.fulfill({ response: answer, body: `${refusal}\n${await answer.text()}` });
  });
  page = await openPage(context, `${server.url}/`, faults);
});
after(async () => { await browser.close(); await server.stop(); });

async function write() {
  await page.goto(`${server.url}/#/calculator`);
  await enterBill(page, "长期居住在外地");
  await page.getByRole("button", { name: "去备案" }).click();
  await fillForMother(page);
}

test("what it will not keep stands on the screen, and nothing is called saved", async () => {
  await register(page, { login: "private-person", password: "a long invented password" });
  await write();
  await page.getByText(/关掉这一页，?内容就没了/).first().waitFor();
  assert.equal(await page.getByText(/已保存在这台设备/).count(), 0);
});

test("a filing goes to the server, and its receipt comes back", async () => {
  await page.getByRole("button", { name: "核对并提交" }).click();
  await page.getByRole("dialog", { name: "提交这份备案？" }).getByRole("button", { name: "提交" }).click();
  await page.getByRole("heading", { level: 1, name: "医保局收到 1 份。" }).waitFor({ timeout: LONG });
});

test("what is written is saved as a file, and another browser goes on with it", async (t) => {
  await write();
  await page.goto(`${server.url}/#/filings`);
  await page.getByRole("link", { name: "接着写" }).waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "存成文件" }).click()]);
  saved = readFileSync(await download.path());
  const other = await openPage(await browser.newContext({ locale: "zh-CN" }), `${server.url}/#/filings`, faults);
  await other.getByLabel("从文件恢复").setInputFiles({ name: "mingbai-drafts.backup", mimeType: "application/octet-stream", buffer: saved });
  await other.getByText(/^恢复了 1 份/).first().waitFor({ timeout: LONG });
  await other.getByRole("link", { name: "接着写" }).click();
  await other.getByRole("button", { name: "去填表" }).click();
  await eventually(async () => assert.equal(await other.getByLabel("参保人姓名").inputValue(), "示例母亲"));
  t.diagnostic("figure T13: neither files nor IndexedDB: said on the screen, nothing called saved; one filing sent, its receipt back; a draft taken along as a file");
});

test("the next visit begins empty, and nothing failed", async () => {
  await page.reload();
  await usable(page);
  await page.goto(`${server.url}/#/filings`);
  await page.getByRole("region", { name: "备份草稿" }).waitFor();
  assert.equal(await page.getByRole("link", { name: "接着写" }).count(), 0);
  assert.deepEqual(faults, []);
});

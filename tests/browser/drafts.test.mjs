// Drafts as a file, out of one browser and into another; and a computer that others use, on which nothing stays. By roles and
// labels. All people are invented.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { eventually, openBrowser, openPage, startServer, usable } from "./harness.mjs";
import { enterBill, fillForMother } from "./walk.mjs";

const LONG = 60000;
const faults = [];
let server, browser, saved;
before(async () => { server = await startServer(); browser = await openBrowser(); });
after(async () => { await browser.close(); await server.stop(); });

async function somebody(script) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 }, locale: "zh-CN", acceptDownloads: true });
  if (script) await context.addInitScript(script);
  const page = await openPage(context, `${server.url}/`, faults);
  page.setDefaultTimeout(LONG);
  return page;
}

async function write(page) {
  await page.goto(`${server.url}/#/calculator`);
  await enterBill(page, "长期居住在外地");
  await page.getByRole("button", { name: "去备案" }).click();
  await fillForMother(page);
}

// In the page, before its own scripts: the worker's word that a draft is durable waits until somebody lets it go.
function holdSaved() {
  const Real = BroadcastChannel;
  window.savedHeld = [];
  window.holdsSaved = false;
  window.BroadcastChannel = class extends Real {
    set onmessage(hear) {
      super.onmessage = (message) => {
        if (window.holdsSaved && /"event":"saved"/.test(message.data.event)) window.savedHeld.push(() => hear(message));
        else hear(message);
      };
    }
  };
}

test("pressed while the first save is under way, the step to the form is not lost, and the address has both", async () => {
  const page = await somebody(holdSaved);
  await page.evaluate(() => { window.holdsSaved = true; });
  await page.goto(`${server.url}/#/calculator`);
  await enterBill(page, "长期居住在外地");
  await page.getByRole("button", { name: "去备案" }).click();
  await page.getByRole("radiogroup", { name: "现在参保在册吗" }).getByRole("radio", { name: "在册" }).check();
  await page.getByRole("checkbox", { name: "居民身份证" }).check();
  await page.getByRole("checkbox", { name: "长期居住证明" }).check();
  const onward = page.getByRole("button", { name: "去填表" });
  await onward.waitFor();
  await page.waitForFunction(() => window.savedHeld.length > 0);
  assert.doesNotMatch(page.url(), /draft=/);
  // The word comes after the press and before the browser tells of the new address.
  await onward.evaluate((button) => {
    button.click();
    window.holdsSaved = false;
    for (const hear of window.savedHeld.splice(0)) hear();
  });
  await page.getByLabel("参保人姓名").waitFor();
  await eventually(() => assert.match(page.url(), /#\/file\?step=form&draft=[0-9a-f]{32}$/), LONG);
  await page.reload();
  await usable(page);
  await page.getByLabel("参保人姓名").waitFor();
  await page.context().close();
});

test("drafts are saved as a file", async () => {
  const page = await somebody();
  await write(page);
  await page.getByText(/已保存在这台设备/).waitFor();
  await page.goto(`${server.url}/#/filings`);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "存成文件" }).click()]);
  saved = await download.path();
  assert.equal(download.suggestedFilename(), "mingbai-drafts.backup");
});

test("another browser goes on with them, and what is there already is left alone", async () => {
  const page = await somebody();
  await page.goto(`${server.url}/#/filings`);
  const restore = page.getByLabel("从文件恢复");
  await restore.setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await page.getByText(/^这个文件不是备份。/).first().waitFor();
  await restore.setInputFiles(saved);
  await page.getByText("恢复了 1 份，在“没写完的”里。", { exact: true }).first().waitFor(); // no photos: nothing of them
  await page.getByRole("link", { name: "接着写" }).click();
  await page.getByRole("button", { name: "去填表" }).click();
  await eventually(async () => assert.equal(await page.getByLabel("参保人姓名").inputValue(), "示例母亲"));
  await page.goto(`${server.url}/#/filings`);
  await page.getByLabel("从文件恢复").setInputFiles(saved);
  await page.getByText(/1 份这台设备上已有，没有动/).first().waitFor();
});

test("on a shared computer what one writes is gone with the page, and what stood there goes after a question", async () => {
  const page = await somebody();
  await write(page);
  await page.getByText(/已保存在这台设备/).waitFor();
  await page.goto(`${server.url}/#/login`);
  const shared = page.getByRole("switch", { name: "这是公用电脑：什么也不留" });
  await shared.click();
  const dialog = page.getByRole("dialog", { name: "改成公用电脑？" });
  await dialog.getByText(/还有 1 份/).first().waitFor();
  await dialog.getByRole("button", { name: "删掉，改成公用" }).click();
  await page.getByText(/公用电脑：关掉这一页，内容就没了/).first().waitFor();
  await page.goto(`${server.url}/#/filings`);
  assert.equal(await page.getByRole("link", { name: "接着写" }).count(), 0);
  await write(page);
  await page.goto(`${server.url}/#/filings`);
  await page.getByRole("link", { name: "接着写" }).first().waitFor();
  await page.reload();
  await usable(page);
  await page.getByRole("heading", { level: 1, name: "还没有备案" }).waitFor();
  assert.equal(await page.getByRole("link", { name: "接着写" }).count(), 0);
  assert.deepEqual(faults, []);
});

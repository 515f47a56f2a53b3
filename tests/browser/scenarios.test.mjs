// The scenarios of policy staff, by roles and labels: cases, a changed figure, a comparison; without a network, too.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { eventually, openBrowser, openPage, startServer, usable } from "./harness.mjs";

const LONG = 90000; // a busy machine proves and computes slowly

let server, browser, context, page;
const faults = [];
before(async () => {
  server = await startServer();
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 1280, height: 1000 }, locale: "zh-CN", acceptDownloads: true });
  page = await openPage(context, `${server.url}/#/scenarios`, faults);
});
after(async () => { await browser.close(); await server.stop(); });

const heading = (name) => page.getByRole("heading", { level: 1, name });
const part = (name) => page.getByRole("radiogroup", { name: "场景的三个部分" }).getByRole("radio", { name }).check();

async function downloaded(press) {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

// Chooses a figure of Zhongshan and types another value over it. The list of cases has a choice of policy, too.
async function change(group, value) {
  await page.getByRole("region", { name: "数字", exact: true }).getByLabel("政策").selectOption({ label: "中山市" });
  await page.getByRole("button", { name: group }).click();
  const cells = page.getByRole("region", { name: group });
  await cells.getByRole("button").last().click();
  await page.getByLabel("数值").fill(value);
}

test("the packs' cases run green in the browser", async () => {
  await heading(/^\d+ 个案例全部通过。$/).waitFor({ timeout: LONG });
});

test("a case can be found and says that it is as expected", async () => {
  await page.getByLabel("找案例").fill("settle-unfiled.json");
  const found = page.getByRole("region", { name: "每个案例" }).getByRole("button", { name: /settle-unfiled\.json/ });
  await found.click();
  await page.getByText("和应当的一样。").waitFor();
  await page.getByLabel("找案例").fill("");
});

test("a case written from the calculator's bill is run, kept and can be downloaded", async () => {
  await page.goto(`${server.url}/#/calculator?why=local&insured=zhongshan.employee_combined&level=3&to=2026-11-20&total=5000.00`);
  await page.getByRole("region", { name: "结果" }).waitFor();
  await page.goto(`${server.url}/#/scenarios`);
  await page.getByRole("button", { name: "从现在的账单写" }).click();
  await page.getByLabel("名字").fill("A small bill at home");
  const { name, text } = await downloaded(() => page.getByRole("button", { name: "下载", exact: true }).first().click());
  assert.equal(name, "settle-a-small-bill-at-home.json");
  assert.equal(JSON.parse(text).command, "settle");
  await page.getByRole("button", { name: "存好并跑一遍" }).click();
  await page.getByRole("button", { name: /A small bill at home.*通过/ }).waitFor({ timeout: LONG });
});

test("a case that expects something else turns red and says what differs", async () => {
  await page.getByRole("button", { name: "照它写一个" }).click();
  await page.getByLabel("名字").fill("A wrong expectation");
  await page.getByLabel("应当的结果（JSON）").fill('{"self_pay": "1.00"}');
  await page.getByRole("button", { name: "存好并跑一遍" }).click();
  await heading(/^1 个案例不符，\d+ 个通过。$/).waitFor({ timeout: LONG });
  const table = page.getByRole("table", { name: "哪里不符" });
  await table.getByText("个人付 self_pay").waitFor();
  await page.getByRole("button", { name: "删掉" }).click();
  await heading(/^\d+ 个案例全部通过。$/).waitFor({ timeout: LONG });
});

test("a changed cell shows what the proof says and which cases turn red", async () => {
  await part("改一改");
  await change(/^没备案时进入报销的部分/, "90%");
  await heading(/^这样改，核验有 \d+ 个问题，[1-9]\d* 个案例变红。$/).waitFor({ timeout: LONG });
  await page.getByText(/个案例里 [1-9]\d* 个变红/).waitFor();
});

test("a value that cannot stand in the cell is told at the field", async () => {
  await page.getByLabel("数值").fill("八成");
  await page.getByText("比例写成 80% 或 66.5% 这样。").first().waitFor({ state: "attached" });
  await page.getByLabel("数值").fill("90%");
});

test("a hole in the dates is what the proof finds", async () => {
  const from = page.getByRole("textbox", { name: "从哪天起" });
  const before = await from.inputValue();
  await from.fill("2025-12-01");
  await eventually(async () => assert.ok(await page.getByRole("region", { name: "核验怎么说" }).getByText(/unfiled_kept_share|parameters\.json/).first().isVisible()), LONG);
  await from.fill(before);
});

test("the change gets a name, is kept and can be downloaded as an overlay", async () => {
  await page.getByLabel("给这个方案起名").fill("没备案先付 10%");
  await page.getByRole("button", { name: "存在这台设备" }).click();
  await page.getByText("方案已存在这台设备。").waitFor();
  const { name, text } = await downloaded(() => page.getByRole("region", { name: "核验怎么说" }).getByRole("button", { name: "下载" }).click());
  assert.equal(name, "overlay-10.json");
  const overlay = JSON.parse(text);
  assert.equal(overlay.base.id, "zhongshan");
  assert.deepEqual(overlay.patch.map(({ op }) => op), ["test", "replace"]);
});

async function startComparison(count) {
  await part("比一比");
  await page.getByLabel("A", { exact: true }).selectOption("zhongshan");
  await page.getByLabel("B", { exact: true }).selectOption("overlay-10");
  await page.getByLabel("人数").fill(String(count));
  await page.getByRole("button", { name: /^(开始算|换了再算)$/ }).click();
}

// More than any machine computes while somebody reaches for the button.
const VERY_MANY = 10000000;

test("a comparison over ten million people can be stopped at once", async () => {
  await startComparison(VERY_MANY);
  await page.getByRole("progressbar").waitFor({ timeout: LONG });
  await page.getByRole("button", { name: "停下来" }).click();
  await page.getByRole("button", { name: /^(开始算|换了再算)$/ }).waitFor({ timeout: LONG });
});

test("a comparison over a million people shows its progress and ends in who gains and who loses", async () => {
  await startComparison(1000000);
  await page.getByRole("progressbar").waitFor({ timeout: LONG });
  await heading(/^换成 B：[\d,]+ 人少付，[\d,]+ 人多付，/).waitFor({ timeout: LONG * 2 });
  await page.getByRole("table", { name: "每人差多少" }).waitFor();
  await page.getByRole("table", { name: "基金付在哪里" }).waitFor();
  await page.getByRole("table", { name: "是哪一条造成的" }).waitFor();
  const { name, text } = await downloaded(() => page.getByRole("button", { name: "下载表格（CSV）" }).click());
  assert.equal(name, "comparison.csv");
  assert.match(text, /"人数","1000000"/);
});

test("while it computes, the page answers", async () => {
  await startComparison(VERY_MANY);
  await page.getByRole("progressbar").waitFor({ timeout: LONG });
  await page.getByLabel("种子").fill("43");
  await eventually(async () => assert.equal(await page.getByLabel("种子").inputValue(), "43"));
  assert.ok(await page.getByRole("progressbar").isVisible(), "it still computes");
  await page.getByRole("button", { name: "停下来" }).click();
  await page.getByRole("button", { name: "换了再算" }).waitFor({ timeout: LONG });
});

test("without a network the cases run and what was kept is there", async () => {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: 30000 });
  await page.waitForFunction(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      if ((await cache.match("/cases.json")) && (await cache.match("/mingbai-batch.wasm")) && (await cache.match("/batch.js"))) return true;
    }
    return false;
  }, null, { timeout: LONG, polling: 500 });
  await context.setOffline(true);
  await page.goto(`${server.url}/#/scenarios`);
  await page.reload();
  await usable(page);
  await heading(/^\d+ 个案例全部通过。$/).waitFor({ timeout: LONG });
  await part("改一改");
  await page.getByRole("button", { name: /^没备案先付 10%/ }).waitFor();
  await context.setOffline(false);
  assert.deepEqual(faults, []);
});

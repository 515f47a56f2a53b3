// The edition in one file, opened from a folder with the network cut: the bill, a rule, a comparison, drafts as a file. By
// roles and labels. All figures are invented.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { faultless } from "./faultless.mjs";
import { eventually, openBrowser, root, usable } from "./harness.mjs";
import { enterBill } from "./walk.mjs";

const LONG = 60000;
const faults = [];
let folder, address, browser, saved;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "mingbai-"));
  const file = join(folder, "mingbai.html");
  execFileSync("/usr/bin/python3", [join(root, "cmake/single_file.py"), join(root, "web/single_file"), process.env.MINGBAI_WEB ?? join(root, "build/web"), file]);
  address = pathToFileURL(file).href;
  browser = await openBrowser();
});
after(async () => { await browser?.close(); rmSync(folder, { recursive: true, force: true }); });

async function open(hash = "") {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 }, locale: "zh-CN", acceptDownloads: true });
  await context.setOffline(true);
  const page = await context.newPage();
  page.setDefaultTimeout(LONG);
  page.on("request", (request) => { if (!/^(file|blob|data):/.test(request.url())) faults.push(request.url()); });
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => { if (/Content Security Policy/.test(message.text())) faults.push(message.text()); });
  await page.goto(address + hash);
  await usable(page);
  return page;
}

// As the program does when its button is pressed.
const askFor = (page, hash) => page.evaluate((asked) => { location.hash = asked; }, hash);
const door = (page, name) => page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name, exact: true }).first();
const heading = (page, name) => page.getByRole("heading", { level: 1, name });

test("a bill is settled and a rule is read", async () => {
  const page = await open();
  await enterBill(page, "长期居住在外地");
  await page.getByText(/自己付/).first().waitFor();
  await faultless(page, "a bill");
  await door(page, "依据").click();
  await heading(page, "每个数字都写明出处，和它是不是现行。").waitFor();
  await faultless(page, "rules");
  assert.deepEqual(faults, []);
  await page.context().close();
});

test("the cases run, and two policies are compared", async () => {
  const page = await open("#/scenarios");
  await heading(page, /^\d+ 个案例全部通过。$/).waitFor();
  await page.getByRole("radio", { name: "比一比" }).check();
  await page.getByLabel("A", { exact: true }).selectOption("zhongshan");
  await page.getByLabel("B", { exact: true }).selectOption({ label: "方案：例子：一级医院起付线降到 100 元" });
  await page.getByLabel("人数").fill("2000");
  await page.getByRole("button", { name: "开始算" }).click();
  await heading(page, /^换成 B：/).waitFor();
  await page.getByRole("table", { name: "每人差多少" }).waitFor();
  await faultless(page, "a comparison");
  assert.deepEqual(faults, []);
  await page.context().close();
});

test("what is written there is said to stay in the page, not on the device", async () => {
  const page = await open("#/calculator?why=local&insured=zhongshan.employee_combined&level=3&to=2026-11-20&total=5000.00");
  await page.getByRole("region", { name: "结果" }).waitFor();
  await door(page, "场景").click();
  await page.getByRole("button", { name: "从现在的账单写" }).click();
  await page.getByLabel("名字").fill("A small bill at home");
  await page.getByRole("button", { name: "存好并跑一遍" }).click();
  await page.getByText(/^记在这一页了，关掉就没了/).first().waitFor();
  await page.getByRole("button", { name: /A small bill at home.*记在这一页/ }).waitFor();
  assert.deepEqual(await page.getByText("存在这台设备").allTextContents(), []);
  await page.context().close();
});

test("drafts are saved as a file, and another copy goes on with them", async () => {
  const page = await open();
  await enterBill(page, "长期居住在外地");
  await eventually(() => assert.match(page.url(), /total=50000/)); // a press would not have to wait
  await askFor(page, "#/drafts");
  const dialog = page.getByRole("dialog", { name: /草稿存成文件/ });
  await dialog.waitFor();
  await faultless(page, "drafts");
  const [download] = await Promise.all([page.waitForEvent("download"), dialog.getByRole("button", { name: /存成文件/ }).click()]);
  saved = readFileSync(await download.path());
  await page.context().close();

  const other = await open();
  await askFor(other, "#/drafts");
  await other.getByLabel(/从文件恢复/).setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await other.getByRole("alert").filter({ hasText: "这个文件读不出来" }).waitFor();
  await other.getByLabel(/从文件恢复/).setInputFiles({ name: "drafts.json", mimeType: "application/json", buffer: saved });
  await eventually(async () => assert.equal((await other.getByLabel("总费用", { exact: true }).inputValue()).replace(/\D/g, "").slice(0, 5), "50000"), LONG);
  assert.deepEqual(faults, []);
  await other.context().close();
});

test("what needs a server says where to go", async () => {
  const page = await open("#/filings");
  await page.getByRole("dialog", { name: "这里办不了备案" }).getByRole("button", { name: /知道了/ }).click();
  await page.getByRole("main", { name: "首页" }).waitFor();
  assert.deepEqual(faults, []);
  await page.context().close();
});

test("its first page has the doors that need no server, and no others", async () => {
  const page = await open();
  await page.getByRole("group", { name: "一张账单，一步一步" }).waitFor();
  const doors = page.getByRole("navigation", { name: "可以办的事" }).getByRole("link");
  assert.deepEqual(await doors.evaluateAll((links) => links.map((link) => link.hash)), ["#/calculator", "#/rules", "#/scenarios"]);
  assert.equal(await page.getByRole("region", { name: "给办事的人" }).count(), 0);
  await page.getByText("填的内容只在这一页里，要留着就存成文件。").waitFor();
  await faultless(page, "the first page");
  assert.deepEqual(faults, []);
  await page.context().close();
});

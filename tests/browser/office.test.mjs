// What an office does beside the queue, by roles and labels: spot checks, figures, a list of decisions, the counter's code,
// certificate numbers with a reason. All people are invented.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { inventedIdentityNumber, openBrowser, openPage, startServer } from "./harness.mjs";
import { account, clerkOfZhongshan, enterBill, fileForMother, someone } from "./walk.mjs";

const LONG = 60000;
const mother = inventedIdentityNumber("19560312", 24);
const mistyped = mother.slice(0, -1) + (mother.endsWith("1") ? "2" : "1");

let server, browser, daughter, clerk, second, receipt;
const faults = [];

const heading = (page, name) => page.getByRole("heading", { level: 1, name }).waitFor({ timeout: LONG });
const part = (page, name) => page.getByRole("radiogroup", { name: "审核的几个部分" }).getByRole("radio", { name }).check();

before(async () => {
  server = await startServer();
  browser = await openBrowser();
  const world = { browser, server, faults };
  daughter = await someone(world, "daughter");
  clerk = await someone(world, "first-clerk", clerkOfZhongshan);
  second = await someone(world, "second-clerk", clerkOfZhongshan);
  for (let i = 1; i <= 2; i++) {
    await daughter.goto(`${server.url}/#/calculator`);
    await enterBill(daughter, "长期居住在外地");
    await daughter.getByRole("button", { name: "去备案" }).click();
    await fileForMother(daughter);
    await heading(daughter, `医保局收到 ${i} 份。`);
  }
});
after(async () => { await browser.close(); await server.stop(); });

test("a list of decisions is told row by row: done, unknown, wrong", async () => {
  const queue = await clerk.evaluate(async () => (await fetch("/api/v1/review/queue")).json());
  receipt = queue.filings[0].receipt;
  await clerk.goto(`${server.url}/#/review?part=batch`);
  await heading(clerk, "按名单一次办完。");
  const send = clerk.getByRole("button", { name: /^办这 \d+ 份$/ });
  assert.ok(await send.isDisabled(), "an empty list cannot be sent");
  await clerk.getByLabel("名单内容").fill(`receipt,type,reason_code,reason\n${receipt},review,,\nZS000000-0000,review,,\n${receipt},dance,,\n`);
  await clerk.getByRole("button", { name: "办这 3 份" }).click();
  const outcome = clerk.getByRole("table", { name: "3 份里办好 1 份" });
  await outcome.waitFor({ timeout: LONG });
  assert.match(await outcome.innerText(), /办好了[\s\S]*没有这份备案[\s\S]*这一行写得不对/);
});

test("a CSV file fills the list", async () => {
  await clerk.locator("input[type=file]").setInputFiles({ name: "decisions.csv", mimeType: "text/csv", buffer: Buffer.from(`receipt,type\nZS1,review\nZS2,review\n`) });
  await clerk.getByRole("button", { name: "办这 2 份" }).waitFor({ timeout: LONG });
});

test("a sample is drawn by its seed, and the same seed draws the same", async () => {
  await part(clerk, "抽查");
  await heading(clerk, /抽一批已生效的/);
  await clerk.getByLabel("抽多少").fill("零");
  await clerk.getByRole("button", { name: "抽一批" }).click();
  await clerk.getByText("请写 0.01% 到 100%。").first().waitFor({ state: "attached" });
  await clerk.getByLabel("抽多少").fill("100%");
  await clerk.getByRole("button", { name: "抽一批" }).click();
  const drawn = clerk.getByRole("region", { name: "抽到 1 份，从 1 份里" });
  await drawn.waitFor({ timeout: LONG });
  await drawn.getByRole("link").first().click();
  await clerk.getByRole("button", { name: "记下抽查" }).waitFor({ timeout: LONG });
});

test("one certificate number is shown for a reason, and not without", async () => {
  await clerk.getByRole("button", { name: "看证件号码" }).click();
  const dialog = clerk.getByRole("dialog", { name: "看这份的证件号码" });
  await dialog.getByRole("button", { name: "看号码" }).click();
  await dialog.getByText("请写为什么要看。").first().waitFor({ state: "attached" });
  await dialog.getByLabel("为什么要看").fill("和证件原件核对");
  await dialog.getByRole("button", { name: "看号码" }).click();
  await dialog.getByText(mother).first().waitFor({ timeout: LONG });
  await dialog.getByRole("button", { name: "看完了" }).click();
  await dialog.waitFor({ state: "detached" });
  assert.equal(await clerk.getByText(mother).count(), 0, "gone with the dialog");
});

test("figures count what came in and what took effect, as charts, tables and a file", async () => {
  await part(clerk, "数据");
  await heading(clerk, "备案办得怎么样。");
  const sum = clerk.getByRole("region", { name: "合计" });
  await sum.waitFor({ timeout: LONG });
  assert.match(await sum.innerText(), /收到\s*2\s*生效\s*1/);
  await clerk.getByRole("table", { name: "每天收到" }).waitFor();
  await clerk.getByRole("table", { name: "现在等了多久" }).waitFor();
  const [download] = await Promise.all([clerk.waitForEvent("download"), clerk.getByRole("button", { name: "下载表格（CSV）：每天收到" }).click()]);
  const lines = readFileSync(await download.path(), "utf8").trim().split("\r\n");
  assert.equal(lines.length, 31, "a header and thirty days");
  assert.match(lines.at(-1), /"2","1","0","0"$/);
  const [ledger] = await Promise.all([clerk.waitForEvent("download"), clerk.getByRole("button", { name: "导出台账" }).click()]);
  const rows = readFileSync(await ledger.path(), "utf8").trim().split("\r\n");
  assert.equal(rows.length, 3, "a header and two filings");
  assert.ok(!rows.join().includes(mother), "numbers are masked");
  await clerk.getByRole("radio", { name: "近 7 天" }).check();
  await sum.waitFor({ timeout: LONG });
});

test("a year's filings stand by institution, as a table and a file, and a year without any says so", async () => {
  const year = clerk.getByRole("region", { name: "各机构一年的情况" });
  const table = year.getByRole("table", { name: "各机构一年的情况" });
  await table.waitFor({ timeout: LONG });
  const titles = await table.getByRole("columnheader").allInnerTexts();
  assert.deepEqual(titles, ["机构", "收到", "生效", "未通过", "请补材料", "补录", "办结", "办结天数"]);
  const row = table.getByRole("row", { name: /没有写明机构/ });
  assert.deepEqual(await row.getByRole("cell").allInnerTexts(), ["2", "1", "0", "0", "0", "1", "0"]);
  const [download] = await Promise.all([clerk.waitForEvent("download"), clerk.getByRole("button", { name: "下载表格（CSV）：各机构一年的情况" }).click()]);
  const lines = readFileSync(await download.path(), "utf8").trim().split("\r\n");
  assert.equal(lines[1], '"没有写明机构","","2","1","0","0","0","1","0"');
  const years = year.getByRole("radiogroup", { name: "看哪一年" }).getByRole("radio");
  assert.equal(await years.count(), 3, "this year and the two before");
  await years.nth(1).check();
  await year.getByText("这一年没有备案。").waitFor({ timeout: LONG });
  assert.equal(await table.count(), 0);
  await years.nth(0).check();
  await table.waitFor({ timeout: LONG });
});

test("a list of settled bills says what the fund pays, by care, level and institution, and never leaves the device", async () => {
  const sent = [];
  clerk.on("request", (request) => { if (request.method() !== "GET") sent.push(request.url()); });
  const [sample] = await Promise.all([clerk.waitForEvent("download"), clerk.getByRole("button", { name: "下载表样" }).click()]);
  await clerk.getByLabel("按哪里的规定").selectOption("zhongshan");
  await clerk.getByLabel("选 CSV 文件").setInputFiles({ name: "bills.csv", mimeType: "text/csv", buffer: readFileSync(await sample.path()) });
  const sums = clerk.getByRole("region", { name: "这份清单合计" });
  await sums.waitFor({ timeout: LONG });
  assert.match(await sums.innerText(), /笔数：2\s*总费用：54,200\.00\s*医保基金付：33,065\.00/);
  await clerk.getByRole("table", { name: "按医院级别" }).getByRole("row", { name: /三级.*29,750\.00/ }).waitFor();
  const [table] = await Promise.all([clerk.waitForEvent("download"), clerk.getByRole("button", { name: "下载表格（CSV）：按医院编码" }).click()]);
  assert.match(readFileSync(await table.path(), "utf8"), /"H00000000001","1","50,000\.00","29,750\.00"/);
  assert.deepEqual(sent, []);
});

test("a list with faults is not settled, and each fault is named with its line", async () => {
  const wrong = "claim.care,claim.total,claim.discharged\ninpatient,12.345,2025-09-10\ninpatient,100.00,2025-02-30\n";
  await clerk.getByLabel("选 CSV 文件").setInputFiles({ name: "bills.csv", mimeType: "text/csv", buffer: Buffer.from(wrong) });
  await clerk.getByText(/这份清单没有算/).waitFor({ timeout: LONG });
  await clerk.getByText(/claims\.2\.claim\.total/).waitFor();
  await clerk.getByText(/claims\.3\.claim\.discharged/).waitFor();
});

test("days the wrong way round cannot be asked for", async () => {
  await clerk.getByRole("radio", { name: "自己选" }).check();
  await clerk.getByRole("textbox", { name: "从", exact: true }).fill("2026-12-31");
  await clerk.getByRole("textbox", { name: "到", exact: true }).fill("2026-01-01");
  assert.ok(await clerk.getByRole("button", { name: "看这几天" }).isDisabled());
});

test("the counter gives a code that binds the account to the person", async () => {
  await part(clerk, "窗口");
  await heading(clerk, "人在窗口，当面办。");
  await clerk.getByLabel("参保人的证件号码").fill(mistyped);
  await clerk.getByRole("button", { name: "给验证码" }).click();
  await clerk.getByText("身份证号码不对，请核对。").first().waitFor({ state: "attached" });
  await clerk.getByLabel("参保人的证件号码").fill(mother);
  await clerk.getByRole("button", { name: "给验证码" }).click();
  const code = await clerk.getByText(/^\d{4} \d{4}$/).first().innerText({ timeout: LONG });

  await second.goto(`${server.url}/#/login`);
  await second.getByRole("button", { name: "我有验证码" }).click();
  await second.getByLabel("参保人的证件号码").fill(mother);
  await second.getByLabel("验证码", { exact: true }).fill(code === "0000 0000" ? "1111 1111" : "0000 0000");
  await second.getByRole("button", { name: "绑定", exact: true }).click();
  await second.getByText(/验证码不对/).first().waitFor({ timeout: LONG });
  await second.getByLabel("验证码", { exact: true }).fill(code);
  await second.getByRole("button", { name: "绑定", exact: true }).click();
  await second.getByText("绑定好了。").first().waitFor({ timeout: LONG });
});

test("the account lists its devices and can log another one out", async () => {
  const context = await browser.newContext({ locale: "zh-CN" });
  const other = await openPage(context, `${server.url}/#/login`, faults);
  await other.getByLabel("账号", { exact: true }).fill("daughter");
  await other.getByLabel("密码", { exact: true }).fill(account.password);
  await other.getByRole("button", { name: "登录", exact: true }).last().click();
  await other.getByText("daughter").first().waitFor({ timeout: LONG });
  await other.goto(`${server.url}/#/login`);
  const devices = other.getByRole("region", { name: "登录着的设备" });
  await devices.getByText("就是这台").waitFor({ timeout: LONG });
  await devices.getByRole("button", { name: /^让它退出/ }).click();
  await devices.getByRole("button", { name: /^让它退出/ }).waitFor({ state: "detached", timeout: LONG });
  const current = await daughter.evaluate(async () => (await fetch("/api/v1/sessions/current")).status);
  assert.equal(current, 401, "the other device is out");
  await context.close();
});

test("nothing failed on any page", () => assert.deepEqual(faults, []));

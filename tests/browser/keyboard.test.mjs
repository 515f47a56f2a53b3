// The whole story by keyboard alone: an account, a bill, the check, the form, the filing, its receipt, printing. Nothing but
// keys; at every stop the focus is somewhere, and the ring that shows it is on the picture. All people are invented.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { eventually, inventedIdentityNumber, openBrowser, openPage, startServer } from "./harness.mjs";
import { keysOf } from "./keys.mjs";

const LONG = 60000;
let server, browser, page, press, focused, ringShows, reach, fill, choose, pick;
const faults = [];

before(async () => {
  server = await startServer();
  browser = await openBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "zh-CN", reducedMotion: "reduce" });
  await context.addInitScript(() => { window.prints = 0; window.print = () => { window.prints++; }; });
  page = await openPage(context, `${server.url}/#/calculator`, faults);
  ({ press, focused, ringShows, reach, fill, choose, pick } = keysOf(page, await (await browser.newContext()).newPage()));
});
after(async () => { await browser.close(); await server.stop(); });

const heading = (name) => page.getByRole("heading", { name }).first().waitFor({ timeout: LONG });

test("the skip link comes first and leads to the content", async () => {
  await reach("跳到正文");
  await press("Enter");
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), "main"));
  const stop = await reach("为什么在那里看病");
  assert.equal(stop.region, "这张账单", "the navigation was skipped");
});

test("Shift+Tab goes the same way back", async () => {
  const names = [];
  for (let i = 0; i < 4; i++) { await press("Tab"); names.push((await focused()).name); }
  for (const name of names.slice(0, -1).reverse()) assert.equal((await reach(name, { key: "Shift+Tab" })).name, name);
});

test("an account", async () => {
  await reach("登录", { region: "主导航", key: "Shift+Tab" });
  await press("Enter");
  await heading("登录后，备案才能送到医保局");
  await reach("登录", { region: "登录" });
  await pick("注册", "登录还是注册");
  await fill("账号", "keys-alone");
  await fill("密码", "a long invented password");
  await reach("注册并登录");
  await press("Enter");
  await page.getByRole("button", { name: "账号：keys-alone" }).waitFor({ timeout: LONG });
});

test("a bill is calculated and printed", async () => {
  await reach("算一算", { key: "Shift+Tab" });
  await press("Enter");
  await page.getByRole("main", { name: "算一算" }).waitFor();
  await choose("为什么在那里看病", "长期居住在外地");
  await choose("在哪里参保", "中山市");
  await choose("参保类型", "职工医保（统账结合）");
  await choose("在哪里看病", "广州市");
  await reach("一级");
  await pick("三级", "医院级别");
  await reach(/备案$/);
  await pick("没备案", "异地就医备案");
  await fill("总费用", "50000");
  await fill("其中自费（医保目录外）", "5000");
  await page.getByText("¥20,250.00").first().waitFor();
  await reach("打印");
  await press("Enter");
  await eventually(async () => assert.equal(await page.evaluate(() => window.prints), 1));
  assert.match(await page.evaluate(() => document.getElementById("print").textContent), /20,250\.00/);
});

test("what is folded opens with Enter and with the space bar, the focus stays", async () => {
  await reach("只看有假设的步骤");
  await press("Space");
  const stop = await eventually(async () => { const now = await focused(); assert.notEqual(now.name, "只看有假设的步骤"); return now; });
  await press("Enter");
  await eventually(async () => assert.equal((await focused()).name, "只看有假设的步骤"));
  await ringShows(stop);
});

test("the check and the form", async () => {
  await reach("去备案", { key: "Shift+Tab" });
  await press("Enter");
  await page.getByRole("radiogroup", { name: "给谁办" }).waitFor();
  await reach("给自己");
  await pick("替别人", "给谁办");
  await choose("您是参保人的", "子女");
  await reach(/同意由我代办/);
  await press("Space");
  await reach("在册");
  await press("Space");
  await reach("居民身份证");
  await press("Space");
  await reach("长期居住证明");
  await press("Space");
  await heading("能办。");
  await reach("去填表", { key: "Shift+Tab" });
  await press("Enter");
  await heading("填好这一页就能交");
  await fill("参保人姓名", "示例母亲");
  await fill("身份证号", inventedIdentityNumber("19560312", 24));
  await fill("代办人姓名", "示例女儿");
  await fill("代办人身份证号", inventedIdentityNumber("19840726", 46));
  await page.getByText(/已保存在这台设备/).waitFor({ timeout: LONG });
});

test("the dialog keeps the focus in, Escape gives it back", async () => {
  await reach("核对并提交");
  await press("Enter");
  await page.getByRole("dialog", { name: "提交这份备案？" }).waitFor();
  await eventually(async () => assert.equal((await focused())?.name, "再看看"));
  const names = new Set();
  for (let i = 0; i < 6; i++) {
    const stop = await focused();
    if (stop) { assert.equal(stop.region, "提交这份备案？", `${stop.name} is behind the dialog`); names.add(stop.name); await ringShows(stop); }
    await press("Tab");
  }
  assert.deepEqual([...names], ["再看看", "提交"]);
  await press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await eventually(async () => assert.equal((await focused())?.name, "核对并提交"));
});

test("filed, the receipt is read and opened for printing", async () => {
  await press("Enter");
  await page.getByRole("dialog", { name: "提交这份备案？" }).waitFor();
  await eventually(async () => assert.equal((await focused())?.name, "再看看"));
  await reach("提交");
  await press("Enter");
  await heading(/医保局收到 1 份/);
  await reach(/^长期居住在外地.*医保局已收到/);
  await press("Enter");
  await page.getByRole("region", { name: "长期居住在外地" }).waitFor();
  await reach("打印回执");
  const [receipt] = await Promise.all([page.context().waitForEvent("page"), press("Enter")]);
  await receipt.getByText(/ZS\d{6}-/).first().waitFor();
  await receipt.close();
  assert.deepEqual(faults, []);
});

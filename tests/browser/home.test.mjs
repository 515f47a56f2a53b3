// The first page: a bill that is really settled, doors that lead where they say, and what waits on this device. By roles
// and labels; the people are invented.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { eventually, openBrowser, openPage, startServer, usable } from "./harness.mjs";
import { enterBill, fillForMother } from "./walk.mjs";

const LONG = 60000;
const faults = [];
let server, browser, page;

before(async () => {
  server = await startServer();
  browser = await openBrowser();
  page = await openPage(await browser.newContext({ viewport: { width: 1280, height: 1000 }, locale: "zh-CN" }), `${server.url}/`, faults);
  page.setDefaultTimeout(LONG);
});
after(async () => { await browser.close(); await server.stop(); });

const first = () => page.getByRole("main", { name: "首页" });
const doors = () => first().getByRole("navigation", { name: "可以办的事" });
const home = async () => { await page.getByRole("link", { name: "明白", exact: true }).click(); await first().waitFor(); };

test("its bill is the calculator's: the same sums where the example is opened", async () => {
  const example = page.getByRole("group", { name: "一张账单，一步一步" });
  const [, self] = /^您付 ([\d,]+\.\d\d)$/.exec(await example.getByText(/^您付 /).textContent());
  const [, fund] = /^医保基金付 ([\d,]+\.\d\d)$/.exec(await example.getByText(/^医保基金付 /).textContent());
  await first().getByRole("link", { name: "看看这张示例" }).click();
  const answer = page.getByRole("region", { name: "结果", exact: true });
  await answer.getByRole("heading", { level: 1 }).filter({ hasText: self }).waitFor();
  await answer.getByText(fund).first().waitFor();
  await page.goBack();
  await first().waitFor();
});

test("its own title, the name of the program leads back to it, and so does an address that leads nowhere", async () => {
  assert.equal(await page.title(), "首页 · 明白");
  await page.goto(`${server.url}/#/nowhere`);
  await first().waitFor();
  await page.goto(`${server.url}/#/rules`);
  await page.getByRole("main", { name: "依据" }).waitFor();
  await home();
  assert.equal(new URL(page.url()).hash, "#/");
});

test("every door leads to its screen, and Back to the first page", async () => {
  const leads = [["算一算", "算一算"], ["我要备案", "我要备案"], ["我的备案", "我的备案"]];
  const staff = [["审核", "审核"], ["场景", "场景"], ["依据", "依据"], ["数据", "审核"]];
  for (const [list, at] of [[leads, doors()], [staff, first().getByRole("region", { name: "给办事的人" })]])
    for (const [door, screen] of list) {
      await at.getByRole("link", { name: new RegExp(`^${door} `) }).click();
      await page.getByRole("main", { name: screen }).waitFor();
      await page.goBack();
      await first().waitFor();
    }
});

test("a bill being entered is still there after a look at the first page", async () => {
  await enterBill(page, "长期居住在外地");
  await home();
  await doors().getByRole("link", { name: /^算一算 / }).click();
  await eventually(async () => assert.equal(await page.getByLabel("总费用", { exact: true }).inputValue(), "50000"));
});

test("what is not finished and what is not sent stands at its door", async () => {
  await home();
  await doors().getByRole("link", { name: "我的备案 办到哪步，有效到哪天" }).waitFor();
  await page.goto(`${server.url}/#/file?kind=remote_care&insured=zhongshan.employee_combined&application.category=long_term_resident&application.care_region=440100`);
  await fillForMother(page);
  await page.getByText(/已保存在这台设备/).first().waitFor();
  await home();
  await doors().getByRole("link", { name: "我的备案 有 1 份没写完，可以接着写" }).waitFor();
});

test("without a network it opens whole, also anew", async () => {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.context().setOffline(true);
  await page.reload();
  await usable(page);
  await page.getByRole("group", { name: "一张账单，一步一步" }).getByText(/^您付 /).waitFor();
  await page.context().setOffline(false);
});

test("no page fault came up", () => assert.deepEqual(faults, []));

// 依据: a rule is found by everyday words, a line of a settlement leads to its clause and to what rests on it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { eventually, openBrowser, openPage, startServer } from "./harness.mjs";

const bill = "#/calculator?why=long_term_resident&insured=zhongshan.employee_combined&in=440100&level=3&filed=no&total=50000.00&own=5000.00";
let server, browser;
before(async () => { server = await startServer(); browser = await openBrowser(); });
after(async () => { await browser.close(); await server.stop(); });

async function open(t, hash, viewport = { width: 1280, height: 1000 }) {
  const context = await browser.newContext({ viewport, locale: "zh-CN" });
  const faults = [];
  t.after(async () => { await context.close(); assert.deepEqual(faults, []); });
  return openPage(context, `${server.url}/${hash}`, faults);
}

test("a few everyday words find the rule, with its figure, clause, standing and users", async (t) => {
  const page = await open(t, "#/rules?in=zhongshan");
  await page.getByLabel("找一条规定").fill("没备案 80%");
  await page.getByRole("link", { name: /^没备案时进入报销的部分/ }).click();
  const rule = page.getByRole("region", { name: "没备案时进入报销的部分" });
  await rule.getByText("80%", { exact: true }).first().waitFor();
  await rule.getByRole("link", { name: /三\(五\)/ }).first().waitFor();
  await rule.getByText("2025-09-08 起", { exact: true }).waitFor();
  await rule.getByText(/^住院第 \d+ 步：/).waitFor();
  assert.match(page.url(), /rule=/);
});

test("rules can be kept to one standing, and what is not there is said", async (t) => {
  const page = await open(t, "#/rules?in=zhongshan");
  const found = page.getByText(/^找到 \d+ 条$/);
  const all = Number((await found.textContent()).match(/\d+/)[0]);
  await page.getByRole("radio", { name: /^征求意见/ }).check();
  await eventually(async () => assert.ok(Number((await found.textContent()).match(/\d+/)[0]) < all));
  await page.getByLabel("找一条规定").fill("没有这样的规定吧");
  await page.getByText("没有这样的规定。换几个字试试。").waitFor();
});

test("a line of the settlement leads to its clause and to the rules that rest on it", async (t) => {
  const page = await open(t, bill);
  await page.getByRole("link", { name: /2025010.*三\(五\)/ }).first().click();
  await page.getByRole("heading", { level: 2, name: /^中山市医疗保障局关于.*第2025010号建议答复/ }).waitFor();
  await page.getByRole("heading", { level: 2, name: /三\(五\)里有 \d+ 条在用$/ }).waitFor();
  await page.goBack();
  await page.getByText("20,250.00").first().waitFor();
});

test("another place has rules of its own, and the documents stand in a list", async (t) => {
  const page = await open(t, "#/rules?in=zhongshan");
  await page.getByLabel("哪里的规定").selectOption("chuxiong");
  await page.getByText(/^要带的材料$/).first().waitFor();
  await eventually(() => assert.match(page.url(), /in=chuxiong/));
  await page.getByRole("radio", { name: "文件" }).check();
  await page.getByRole("heading", { level: 2, name: /^中山市医疗保障局关于.*第2025010号建议答复/ }).waitFor();
});

test("a link to what is not there says so, on a desk and on a phone", async (t) => {
  for (const hash of ["#/rules?rule=zhongshan%2Fnothing", "#/rules?document=%3Cscript%3E"]) {
    for (const width of [1280, 390]) {
      const page = await open(t, hash, { width, height: 844 });
      await page.getByText("没有这样的规定。换几个字试试。").first().waitFor();
    }
  }
});

test("on a phone a rule is a page of its own with a way back", async (t) => {
  const page = await open(t, "#/rules?in=zhongshan", { width: 390, height: 844 });
  await page.getByLabel("找一条规定").fill("没备案 80%");
  await page.getByRole("link", { name: /^没备案时进入报销的部分/ }).click();
  await page.getByRole("heading", { level: 2, name: "什么时候有效" }).waitFor();
  assert.equal(await page.getByLabel("找一条规定").count(), 0);
  await page.getByRole("button", { name: "所有规定" }).click();
  await page.getByLabel("找一条规定").waitFor();
  assert.equal(await page.getByLabel("找一条规定").inputValue(), "没备案 80%");
});

// The walks several tests take through the application, by roles and labels alone.
import { execFileSync } from "node:child_process";

import { inventedIdentityNumber, openPage, program, usable } from "./harness.mjs";

export const account = { login: "xiaoming-demo", password: "a long invented password" };

// A bill of 50,000.00 with 5,000.00 own expense, level 3, Guangzhou, employees with a personal account. Whether one has
// filed is asked only where filing helps.
// From wherever the page is: the first page has no bill, its door leads to one.
export async function enterBill(page, situation, { filingHelps = true } = {}) {
  await page.getByRole("main").waitFor();
  if (await page.getByRole("main", { name: "首页" }).count()) await page.getByRole("link", { name: "算一算" }).first().click();
  await page.getByLabel("为什么在那里看病").selectOption({ label: situation });
  await page.getByLabel("在哪里参保").selectOption({ label: "中山市" });
  await page.getByLabel("参保类型").selectOption({ label: "职工医保（统账结合）" });
  await page.getByLabel("在哪里看病").selectOption({ label: "广州市" });
  await page.getByRole("radiogroup", { name: "医院级别" }).getByRole("radio", { name: "三级" }).check();
  const filed = page.getByRole("radiogroup", { name: "异地就医备案" });
  if (filingHelps) await filed.getByRole("radio", { name: "没备案" }).check();
  else await filed.waitFor({ state: "detached" });
  await page.getByLabel("总费用", { exact: true }).fill("50000");
  await page.getByLabel("其中自费（医保目录外）").fill("5000");
}

export async function register(page, { login, password } = account, { timeout } = {}) {
  await page.goto(new URL("#/login", page.url()).href);
  await page.getByRole("radio", { name: "注册" }).check();
  await page.getByLabel("账号", { exact: true }).fill(login);
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: "注册并登录" }).click();
  await page.getByRole("button", { name: `账号：${login}` }).waitFor({ timeout });
}

// Somebody with an account, in a browser of his own; `office` is what the operator grants: "--role", "agency_clerk", …
export async function someone({ browser, server, faults }, login, office = [], viewport = { width: 1280, height: 1000 }) {
  const context = await browser.newContext({ viewport, locale: "zh-CN", acceptDownloads: true });
  const page = await openPage(context, `${server.url}/`, faults);
  await register(page, { login, password: account.password });
  if (office.length === 0) return page;
  execFileSync(program, ["accounts", "grant", login, ...office, "--data", server.data]);
  await page.reload();
  await usable(page);
  await page.getByRole("link", { name: "审核" }).first().waitFor({ timeout: 60000 });
  return page;
}
export const clerkOfZhongshan = ["--role", "agency_clerk", "--region", "442000"];

// From the check to the queue: the daughter files for her mother, who lives in Guangzhou. All people are invented.
export async function fileForMother(page) {
  await fillForMother(page);
  await submit(page);
}

export async function submit(page) {
  await page.getByText(/已保存在这台设备/).waitFor();
  await page.getByRole("button", { name: "核对并提交" }).click();
  const dialog = page.getByRole("dialog", { name: "提交这份备案？" });
  await dialog.getByRole("button", { name: "提交" }).click();
}

export async function fillForMother(page) {
  await page.getByRole("radiogroup", { name: "给谁办" }).getByRole("radio", { name: "替别人" }).check();
  await page.getByLabel("您是参保人的").selectOption({ label: "子女" });
  await page.getByRole("checkbox", { name: /同意由我代办/ }).check();
  await page.getByRole("radiogroup", { name: "现在参保在册吗" }).getByRole("radio", { name: "在册" }).check();
  await page.getByRole("checkbox", { name: "居民身份证" }).check();
  await page.getByRole("checkbox", { name: "长期居住证明" }).check();
  await page.getByRole("heading", { name: "能办。" }).waitFor();
  await page.getByRole("button", { name: "去填表" }).click();
  await page.getByLabel("参保人姓名").fill("示例母亲");
  await page.getByLabel("身份证号", { exact: true }).fill(inventedIdentityNumber("19560312", 24));
  await page.getByLabel("代办人姓名").fill("示例女儿");
  await page.getByLabel("代办人身份证号").fill(inventedIdentityNumber("19840726", 46));
}

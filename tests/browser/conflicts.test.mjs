// One person, two devices, one filing: both change it without a network, both come back. The one that comes second overwrites
// nothing: it sees both versions side by side, who and when, and decides. By roles and labels; all people are invented.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { eventually, openBrowser, openPage, startServer, usable } from "./harness.mjs";
import { fillForMother, register, submit } from "./walk.mjs";

const LONG = 60000;
const account = { login: "two-devices", password: "a long invented password" };
const faults = [];
let server, browser, first, second;

const heading = (page, name) => page.getByRole("heading", { level: 1, name });
const stands = async () => (await first.evaluate(async () => (await fetch("/api/v1/pull?after=0")).json())).records[0];
const said = async () => JSON.parse((await stands()).payload).application;

async function device(viewport) {
  const context = await browser.newContext({ viewport, locale: "zh-CN" });
  const page = await openPage(context, `${server.url}/`, faults);
  page.setDefaultTimeout(LONG);
  return page;
}

async function logIn(page) {
  await page.goto(`${server.url}/#/login`);
  await page.getByLabel("账号", { exact: true }).fill(account.login);
  await page.getByLabel("密码", { exact: true }).fill(account.password);
  await page.getByRole("button", { name: "登录", exact: true }).last().click();
  await page.getByText(account.login).first().waitFor();
}

// What the server has, on this device.
async function upToDate(page, filing) {
  await page.reload();
  await usable(page);
  await page.goto(`${server.url}/#/filings?filing=${filing}`);
  await page.getByRole("link", { name: "修改这份", exact: true }).waitFor();
}

async function change(page, filing, { place, from }) {
  await page.context().setOffline(true);
  await page.goto(`${server.url}/#/filings?filing=${filing}`);
  await page.getByRole("link", { name: "修改这份", exact: true }).click();
  await page.getByText(/您在改已经交上去的这份/).first().waitFor();
  await page.getByLabel("去哪里看病", { exact: true }).selectOption({ label: place });
  await page.getByRole("button", { name: "去填表" }).first().click();
  if (from) await page.getByLabel("从哪天起", { exact: true }).fill(from);
  await submit(page);
  await page.getByText("待上传").first().waitFor();
}

async function comesBack(page) {
  await page.context().setOffline(false);
  await page.getByText("待上传").first().waitFor({ state: "detached" });
}

async function sideBySide(page) {
  await page.context().setOffline(false);
  await page.getByRole("list", { name: "两边改得不一样" }).waitFor();
  await page.getByRole("link", { name: "并排看" }).click();
  await heading(page, "这份备案，两边改得不一样。").waitFor();
  return page.getByRole("table", { name: "两边改得不一样" });
}

async function settle(page, way) {
  await page.getByRole("button", { name: way, exact: true }).click();
  const dialog = page.getByRole("dialog", { name: `${way}？` });
  await dialog.getByRole("button", { name: way, exact: true }).click();
  await heading(page, "医保局收到 1 份。").waitFor();
}

let filing;
before(async () => {
  server = await startServer();
  browser = await openBrowser();
  first = await device({ width: 1280, height: 1000 });
  await register(first, account);
  await first.goto(`${server.url}/#/file?kind=remote_care&insured=zhongshan.employee_combined&application.category=long_term_resident&application.care_region=440100`);
  await fillForMother(first);
  await submit(first);
  await heading(first, "医保局收到 1 份。").waitFor({ timeout: LONG });
  second = await device({ width: 1280, height: 1000 });
  await logIn(second);
  filing = (await stands()).filing;
});
after(async () => { await browser.close(); await server.stop(); });

test("the second of two edits made offline overwrites nothing and stands beside the first, field by field", async () => {
  for (const page of [first, second]) await upToDate(page, filing);
  await change(first, filing, { place: "深圳市" });
  await change(second, filing, { place: "佛山市" });
  await comesBack(first);
  await second.context().setOffline(false);
  const told = second.getByRole("alert");
  await told.filter({ hasText: "这份备案别处先改过" }).waitFor();
  await second.getByRole("button", { name: "Switch to English" }).first().click();
  await told.filter({ hasText: "This filing had been changed elsewhere" }).waitFor();
  await second.getByRole("button", { name: "切换到中文" }).first().click();
  await told.filter({ hasText: "这份备案别处先改过" }).waitFor();
  const table = await sideBySide(second);
  assert.equal((await said()).care_region, "440300", "the server holds what came first");
  assert.equal((await stands()).version, 2);
  for (const name of ["项目", "我的", "别处的"]) await table.getByRole("columnheader", { name, exact: true }).waitFor();
  await table.getByRole("rowheader", { name: "去哪里看病" }).waitFor();
  const words = await table.innerText();
  assert.match(words, /佛山市[\s\S]*深圳市/);
  assert.match(words, /这台设备[\s\S]*别的设备（代办人）/);
  assert.match(words, /照第 1 版改的[\s\S]*第 2 版/);
  assert.doesNotMatch(words, /参保类型/, "what is equal is not in the table");
  await second.getByText(/其余 \d+ 项两边一样：.*参保类型/).first().waitFor();
});

test("after a reload both are still there, and a decision waits for the second press", async () => {
  await second.reload();
  await usable(second);
  await heading(second, "这份备案，两边改得不一样。").waitFor();
  await second.getByRole("button", { name: "留我的", exact: true }).click();
  await second.getByRole("dialog", { name: "留我的？" }).getByRole("button", { name: "再看看" }).click();
  assert.equal((await stands()).version, 2);
});

test("mine is kept: it is a new edit on the version seen, and the history tells it", async () => {
  await settle(second, "留我的");
  await eventually(async () => assert.equal((await stands()).version, 3), LONG);
  assert.equal((await said()).care_region, "440600");
  assert.deepEqual((await stands()).events.filter(({ type }) => ["received", "conflict"].includes(type)).map(({ type }) => type),
    ["received", "received", "conflict", "received"]);
  await second.getByText("您定了：留这台设备的").first().waitFor();
  await upToDate(first, filing);
  await first.getByText("佛山市").first().waitFor();
  await first.getByText("有一版晚到，没有覆盖").first().waitFor();
});

test("on a phone the fields stand one below the other, and each is chosen for itself", async () => {
  await second.setViewportSize({ width: 390, height: 844 });
  for (const page of [first, second]) await upToDate(page, filing);
  await change(first, filing, { place: "广州市", from: "2026-12-24" });
  await change(second, filing, { place: "珠海市", from: "2026-12-31" });
  await comesBack(first);
  const table = await sideBySide(second);
  assert.match(await table.innerText(), /2026-12-31[\s\S]*2026-12-24/);
  const wider = await second.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wider <= 0, `${wider} px wider than the phone`);
  await second.getByRole("button", { name: "逐项选", exact: true }).click();
  const send = second.getByRole("button", { name: "交这一版" });
  assert.ok(await send.isDisabled(), "nothing is chosen for the person");
  await second.getByRole("radiogroup", { name: "去哪里看病" }).getByRole("radio", { name: /珠海市/ }).check();
  await second.getByRole("radiogroup", { name: "从哪天起" }).getByRole("radio", { name: /2026-12-24/ }).check();
  await eventually(async () => assert.ok(await send.isEnabled()));
  await send.click();
  await heading(second, "医保局收到 1 份。").waitFor();
  await second.getByRole("link", { name: "修改这份", exact: true }).waitFor(); // opened, without a reload
  await eventually(async () => assert.equal((await stands()).version, 5), LONG);
  const { care_region: place, from } = await said();
  assert.deepEqual({ place, from }, { place: "440400", from: "2026-12-24" });
});

test("theirs is kept: nothing is sent, and mine is gone only now", async () => {
  for (const page of [first, second]) await upToDate(page, filing);
  await change(first, filing, { place: "深圳市" });
  await change(second, filing, { place: "佛山市" });
  await comesBack(first);
  await sideBySide(second);
  await settle(second, "留别处的");
  await second.getByRole("link", { name: "修改这份", exact: true }).waitFor();
  assert.equal((await stands()).version, 6);
  assert.equal((await said()).care_region, "440300");
  await upToDate(second, filing);
  await second.getByText("您定了：留别处的").first().waitFor();
  assert.equal(await second.getByRole("link", { name: "并排看" }).count(), 0);
  assert.deepEqual(faults, []);
});

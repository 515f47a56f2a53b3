// Every kind of filing asks its own questions: a disease in two cities, a choice of institutions, a refusal with all its
// reasons; offline, over a reload, on a phone. Then what a person does with a filing of his own. All people are invented.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { eventually, inventedIdentityNumber, openBrowser, openPage, startServer, usable } from "./harness.mjs";
import { register } from "./walk.mjs";

const LONG = 60000;
const faults = [];
let server, browser;
before(async () => { server = await startServer(); browser = await openBrowser(); });
after(async () => { await browser.close(); await server.stop(); });

async function someone(login, viewport = { width: 1280, height: 1000 }) {
  const context = await browser.newContext({ viewport, locale: "zh-CN" });
  const page = await openPage(context, `${server.url}/`, faults);
  page.setDefaultTimeout(LONG);
  await register(page, { login, password: "a long invented password" });
  return page;
}

const to = (page, hash) => page.goto(`${server.url}/${hash}`);
const heading = (page, name) => page.getByRole("heading", { level: 1, name });
const pick = (page, group, radio) => page.getByRole("radiogroup", { name: group }).getByRole("radio", { name: radio, exact: true }).check();
// From a list that closes over what was chosen.
const take = (page, group, radio) => page.getByRole("radiogroup", { name: group }).getByRole("radio", { name: radio, exact: true }).click();
const choose = (page, label, option) => page.getByLabel(label, { exact: true }).selectOption({ label: option });

async function enrolled(page, scheme) {
  await choose(page, "参保类型", scheme);
  await pick(page, "现在参保在册吗", "在册");
}

// Psychosis at a hospital of the Lufeng list, with all that is asked for.
async function diseaseInChuxiong(page, title = "主治医师") {
  await enrolled(page, "楚雄彝族自治州·城乡居民医保");
  await take(page, "是什么病，一次办一种", "精神病");
  await choose(page, "病种是哪一类", "特殊病");
  await take(page, "去哪家医院", "禄丰市人民医院");
  await pick(page, "什么时候办", "门诊");
  await choose(page, "医生的职称", title);
  await pick(page, "医生在国家医保医师库吗", "在");
}

async function holds(page, ...papers) {
  for (const paper of papers) await page.getByRole("checkbox", { name: paper, exact: true }).check();
}

async function fillInAndSubmit(page, sequence, name = "示例本人") {
  await heading(page, "能办。").waitFor({ timeout: LONG });
  await page.getByRole("button", { name: "去填表" }).click();
  await page.getByLabel("参保人姓名").fill(name);
  await page.getByLabel("身份证号", { exact: true }).fill(inventedIdentityNumber("19720312", sequence));
  await page.getByText(/已保存在这台设备/).waitFor();
  await page.getByRole("button", { name: "核对并提交" }).click();
  await page.getByRole("dialog", { name: "提交这份备案？" }).getByRole("button", { name: "提交" }).click();
}

async function act(page, button, fill) {
  await page.getByRole("button", { name: button, exact: true }).click();
  const dialog = page.getByRole("dialog", { name: button });
  await dialog.waitFor();
  if (fill) await fill(dialog);
  await dialog.getByRole("button", { name: button, exact: true }).click();
  await dialog.waitFor({ state: "detached", timeout: LONG });
}

test("a special disease in Chuxiong is prepared here, and the hospital decides", async () => {
  const page = await someone("chuxiong-person");
  await to(page, "#/file");
  await heading(page, "您要办哪一样？").waitFor();
  await page.getByRole("link", { name: /^得了要长期看门诊的病/ }).click();
  await diseaseInChuxiong(page);
  await page.getByText("特慢病门诊待遇申请表").first().waitFor(); // nobody may ask for it
  await holds(page, "居民身份证", "疾病诊断证明书");
  await heading(page, "能办。").waitFor({ timeout: LONG });
  await page.getByText(/最后由医院医保办定/).first().waitFor();
  await fillInAndSubmit(page, 31);
  await heading(page, "医保局收到 1 份。").waitFor({ timeout: LONG });
  await page.getByText(/CX\d{6}-/).first().waitFor();
  await page.getByRole("heading", { level: 2, name: "精神病" }).waitFor();
  assert.equal(await page.getByText("已生效").count(), 0, "nothing is in effect before the hospital has confirmed it");

  await act(page, "撤回这份备案");
  await page.getByText("已撤回").first().waitFor({ timeout: LONG });
  await page.context().close();
});

test("a special disease in Zhongshan is found by its name, decided at the institution, and moved to another", async () => {
  const page = await someone("zhongshan-person");
  await to(page, "#/file?kind=special_disease");
  await enrolled(page, "中山市·职工医保（统账结合）");
  await page.getByLabel("搜病种").fill("高血压");
  await take(page, "是什么病，一次办一种", "高血压病");
  await take(page, "去哪家医院", "中山市人民医院");
  await holds(page, "居民身份证", "疾病诊断证明书");
  await heading(page, "能办。").waitFor({ timeout: LONG });
  await pick(page, "在哪里办", "网上或手机");
  await heading(page, /^这样办不了/).waitFor();
  await page.getByRole("region", { name: "这样改就能办" }).getByText("网上或手机 → 医院医保办").waitFor();
  await pick(page, "在哪里办", "医院医保办");
  await fillInAndSubmit(page, 32);
  await heading(page, "医保局收到 1 份。").waitFor({ timeout: LONG });
  await page.getByText(/ZS\d{6}-/).first().waitFor();

  await act(page, "换选点", async (dialog) => {
    await dialog.getByRole("button", { name: "去掉中山市人民医院" }).click();
    await dialog.getByRole("radiogroup").getByRole("radio", { name: "中山市中医院" }).click();
  });
  await page.getByText("变更选定的机构").first().waitFor({ timeout: LONG });

  await page.context().close();
});

test("a refusal tells every reason at once, each with clause and remedy, and what would do", async () => {
  const page = await someone("refused-person");
  await to(page, "#/file?kind=special_disease&insured=chuxiong");
  await enrolled(page, "楚雄彝族自治州·城乡居民医保");
  await page.getByLabel("搜病种").fill("高血压");
  await take(page, "是什么病，一次办一种", "就用“高血压”");
  await choose(page, "病种是哪一类", "特殊病");
  await page.getByLabel("搜医院").fill("某县医院");
  await take(page, "去哪家医院", "就用“某县医院”");
  await choose(page, "医院在哪里", "楚雄彝族自治州");
  await pick(page, "公立还是民营", "公立");
  await pick(page, "医院几级", "二级");
  await pick(page, "什么时候办", "门诊");
  await choose(page, "医生的职称", "住院医师");
  await pick(page, "医生在国家医保医师库吗", "在");
  await heading(page, /^这样办不了，有 4 条不符。$/).waitFor({ timeout: LONG });
  const lacking = page.getByRole("region", { name: "还差这 4 样" });
  assert.equal(await lacking.getByRole("heading", { level: 3 }).count(), 4);
  assert.ok(await lacking.getByRole("link").count() >= 4, "each names the document it rests on");
  await page.getByRole("region", { name: "这样改就能办" }).getByText(/主治医师/).first().waitFor();
  await page.context().close();
});

test("a choice of institutions waits for the counter, is printed and taken back from one's own list", async () => {
  const page = await someone("choosing-person");
  await to(page, "#/file?kind=provider_selection&application.disease.code=M03900");
  await enrolled(page, "中山市·职工医保（统账结合）");
  await pick(page, "这个病种确认过了吗", "确认了");
  await take(page, "选哪几家", "中山市人民医院");
  await page.getByRole("group", { name: "中山市人民医院" }).getByRole("radiogroup", { name: "有这个病种的资格吗" }).getByRole("radio", { name: "有", exact: true }).check();
  await fillInAndSubmit(page, 33);
  await heading(page, "医保局收到 1 份。").waitFor({ timeout: LONG });

  const [paper] = await Promise.all([page.context().waitForEvent("page"), page.getByRole("link", { name: "打印回执" }).click()]);
  await paper.getByRole("heading").first().waitFor();
  assert.match(new URL(paper.url()).pathname, /^\/api\/v1\/filings\/[0-9a-f]{32}\/receipt$/);
  await paper.close();

  assert.equal(await page.getByText("已生效").count(), 0, "that the disease is confirmed, an office has to see");
  await act(page, "撤回这份备案");
  await page.getByText("已撤回").first().waitFor({ timeout: LONG });
  await page.context().close();
});

test("on a phone without a network the questions go on, and a reload keeps the draft", async () => {
  const page = await someone("phone-person", { width: 390, height: 844 });
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: LONG });
  await to(page, "#/file?kind=special_disease");
  await page.context().setOffline(true);
  await diseaseInChuxiong(page, "住院医师");
  await heading(page, /^这样办不了/).waitFor({ timeout: LONG });
  await eventually(() => assert.match(page.url(), /draft=[0-9a-f]{32}/));
  await page.reload();
  await usable(page);
  await page.getByRole("group", { name: "去哪家医院" }).getByText("禄丰市人民医院").waitFor({ timeout: LONG });
  await heading(page, /^这样办不了/).waitFor();
  await choose(page, "医生的职称", "主治医师");
  await holds(page, "社会保障卡", "疾病诊断证明书");
  await fillInAndSubmit(page, 34);
  await page.getByText("待上传").first().waitFor({ timeout: LONG });
  await page.context().setOffline(false);
  await heading(page, "医保局收到 1 份。").waitFor({ timeout: LONG });
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wider <= 0, `${wider} px wider than the phone`);
  await page.context().close();
});

test("what no city has a rule for is said, and nothing is refused by guess", async () => {
  const page = await someone("drug-person");
  await to(page, "#/file?kind=negotiated_drug&insured=zhongshan.resident");
  await heading(page, "这一项，这里没有现行规定。").waitFor({ timeout: LONG });
  assert.equal(await page.getByRole("button", { name: "去填表" }).count(), 0);
  assert.deepEqual(faults, []);
  await page.context().close();
});

// The way through every screen and its main states, for all who look at each: what a screen reader says, how large what one
// presses is. `look(name, page)` is awaited at every stop. All people are invented.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

import { openPage, program, usable } from "./harness.mjs";
import { twoDevices } from "./two_devices.mjs";
import { enterBill, fillForMother, register } from "./walk.mjs";

const LONG = 90000;
const password = "a long invented password";
export const desk = { width: 1280, height: 900 }, phone = { width: 390, height: 844 };

const bill = "#/calculator?why=long_term_resident&insured=zhongshan.employee_combined&in=440100&level=3&filed=no&total=50000.00&own=5000.00";
const disease = "insured=chuxiong.resident&application.disease.code=psychosis&application.disease.class=special" +
  "&application.provider.code=lufeng-peoples&application.setting=outpatient&application.physician.title=resident&application.physician.registered=yes";

// What anyone may open. A fixed day of the page: what the law says depends on it.
const anyone = [
  ["home", "#/"],
  ["calculator-empty", "#/calculator"],
  ["calculator-result", bill],
  ["calculator-error", "#/calculator?why=local&insured=zhongshan.resident&level=3&total=100.00&own=500.00"],
  ["file-kinds", "#/file"],
  ["file-remote-care", "#/file?kind=remote_care&insured=zhongshan.employee_combined&application.situation=long_term_resident"],
  ["file-special-disease", `#/file?kind=special_disease&${disease}`],
  ["file-provider", "#/file?kind=provider_selection&insured=zhongshan.employee_combined"],
  ["file-drug", "#/file?kind=negotiated_drug&insured=zhongshan.employee_combined"],
  ["file-recheck", "#/file?kind=recheck&insured=chuxiong.resident"],
  ["file-late-entry", "#/file?kind=late_entry&insured=tangshan.resident"],
  ["file-claim", "#/file?kind=manual_claim&insured=tangshan.resident"],
  ["filings-empty", "#/filings"],
  ["login", "#/login"],
  ["rules-list", "#/rules"],
  ["rules-opened", "#/rules?document=zs-reply-2025010"],
  ["rules-rule", "#/rules?in=zhongshan&rule=zhongshan%2Funfiled_kept_share"],
  ["scenarios-change", "#/scenarios?part=change"],
  ["scenarios-compare", "#/scenarios?part=compare"],
  ["components", "#/components"],
  ["nowhere", "#/nowhere"],
];

// The page's day; its timers and marks run on.
function standStill(day) {
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given) { super(...(given.length ? given : [`${day}T10:00:00+08:00`])); }
    static now() { return new Real(`${day}T10:00:00+08:00`).getTime(); }
  };
}

async function enter({ browser, server }, { locale = "zh-CN", viewport = desk, day } = {}) {
  const context = await browser.newContext({ viewport, locale });
  if (day) await context.addInitScript(standStill, day);
  const page = await openPage(context, `${server.url}/`);
  return { page, context, to: async (place) => { await page.goto(`${server.url}/${place}`); await usable(page); } };
}

export async function tourOfAnyone(house, look, { locale, viewport, only = () => true } = {}) {
  const { page, context, to } = await enter(house, { locale, viewport, day: "2026-11-22" });
  for (const [name, place] of anyone.filter(([name]) => only(name))) {
    await to(place);
    await look(name, page);
  }
  await context.close();
}

export async function tourOfScenarios(house, look) {
  const { page, context, to } = await enter(house, { day: "2026-11-22" });
  await to("#/scenarios");
  await page.getByRole("heading", { level: 1, name: /^\d+ 个案例全部通过。$/ }).waitFor({ timeout: LONG });
  await look("scenarios-cases", page);
  await context.close();
}

// A daughter files for her mother, first without a network.
export async function tourOfPerson(house, look) {
  const { page, context, to } = await enter(house);
  await register(page, { login: "tour-person", password });
  await to("#/calculator");
  await enterBill(page, "长期居住在外地");
  await page.getByRole("button", { name: "去备案" }).click();
  await fillForMother(page);
  await page.getByText(/已保存在这台设备/).waitFor();
  await look("file-form", page);
  await context.setOffline(true);
  await page.getByRole("button", { name: "核对并提交" }).click();
  const dialog = page.getByRole("dialog", { name: "提交这份备案？" });
  await dialog.waitFor();
  await look("file-dialog", page);
  await dialog.getByRole("button", { name: "提交" }).click();
  await page.getByText("待上传").first().waitFor();
  await page.getByText("已存在这台设备，联网后自动送出").waitFor({ state: "detached", timeout: LONG });
  await look("filings-waiting", page);
  await context.setOffline(false);
  await page.getByRole("heading", { name: /医保局收到 1 份/ }).waitFor({ timeout: LONG });
  await look("filings-received", page);
  await to("#/login");
  await look("account", page);
  await context.close();
}

// Needs what tourOfPerson filed.
export async function tourOfClerk(house, look) {
  const { page, context, to } = await enter(house);
  await register(page, { login: "tour-clerk", password });
  execFileSync(program, ["accounts", "grant", "tour-clerk", "--role", "agency_clerk", "--region", "442000", "--data", house.server.data]);
  await page.reload();
  await usable(page);
  await page.getByRole("link", { name: "审核" }).first().click();
  const queue = page.getByRole("region", { name: /^在等 \d+ 份$/ });
  await queue.getByRole("link").first().waitFor({ timeout: LONG });
  await look("review-queue", page);
  await queue.getByRole("link").first().click();
  await page.getByRole("heading", { name: /^自动检查 \d+ 条$/ }).waitFor({ timeout: LONG });
  await look("review-opened", page);
  await page.getByRole("button", { name: "不予通过" }).click();
  await page.getByRole("dialog", { name: "不予通过" }).waitFor();
  await look("review-dialog", page);
  await page.keyboard.press("Escape");
  for (const part of ["figures", "sample", "counter", "batch"]) {
    await to(`#/review?part=${part}`);
    await look(`review-${part}`, page);
    if (part === "figures") await lookAtFund(page, look);
  }
  await context.close();
}

// What the fund pays for the bills of the table's own sample.
async function lookAtFund(page, look) {
  const [sample] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "下载表样" }).click()]);
  await page.getByLabel("按哪里的规定").selectOption("zhongshan");
  await page.getByLabel("选 CSV 文件").setInputFiles({ name: "bills.csv", mimeType: "text/csv", buffer: readFileSync(await sample.path()) });
  await page.getByRole("region", { name: "这份清单合计" }).waitFor({ timeout: LONG });
  await look("review-fund", page);
}

// Two edits of one filing, both made offline: both versions side by side, the choice field by field, the question before it.
export async function tourOfConflict(house, look) {
  const { first, second, upToDate, change, comesBack, comesSecond } = await twoDevices(house, []);
  for (const page of [first, second]) await upToDate(page);
  await change(first, { place: "深圳市", from: "2026-12-24" });
  await change(second, { place: "佛山市", from: "2026-12-31" });
  await comesBack(first);
  await comesSecond(second);
  await look("conflict-list", second);
  await second.getByRole("link", { name: "并排看" }).click();
  await second.getByRole("table", { name: "两边改得不一样" }).waitFor();
  await look("conflict", second);
  await second.getByRole("button", { name: "留我的", exact: true }).click();
  await second.getByRole("dialog", { name: "留我的？" }).waitFor();
  await look("conflict-dialog", second);
  await second.keyboard.press("Escape");
  await second.getByRole("dialog").waitFor({ state: "detached" });
  await second.getByRole("button", { name: "逐项选", exact: true }).click();
  await second.getByRole("radiogroup", { name: "去哪里看病" }).waitFor();
  await look("conflict-choices", second);
  for (const page of [first, second]) await page.context().close();
}

// A device in a hall.
export async function tourOfKiosk({ browser, server }, look) {
  const context = await browser.newContext({ viewport: desk, locale: "zh-CN" });
  await context.addInitScript(standStill, "2026-11-22");
  const page = await openPage(context, `${server.url}/#kiosk`);
  await page.getByText(/^公用电脑：/).waitFor({ timeout: LONG });
  await look("kiosk", page);
  await context.close();
}

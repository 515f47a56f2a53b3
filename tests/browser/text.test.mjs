// Words as people bring them: through an input method, from the clipboard, undone, selected, with characters outside the
// common planes. A field is the browser's own; what the program draws must never get in its way. All people are invented.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { eventually, openBrowser, openPage, startServer, usable } from "./harness.mjs";
import { enterBill, fillForMother } from "./walk.mjs";

let server, browser, context, page, devtools;
const faults = [];
before(async () => {
  server = await startServer();
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "zh-CN", permissions: ["clipboard-read", "clipboard-write"] });
  page = await openPage(context, `${server.url}/`, faults);
  devtools = await context.newCDPSession(page);
});
after(async () => { await browser.close(); await server.stop(); });

const to = async (place) => { await page.goto(`${server.url}/${place}`); await usable(page); };
const value = (field, expected) => eventually(async () => assert.equal(await field.inputValue(), expected));
const compose = (text) => devtools.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
const commit = (text) => devtools.send("Input.insertText", { text });
const paste = async (text) => { await page.evaluate((words) => navigator.clipboard.writeText(words), text); await page.keyboard.press("Control+V"); };
// Two pictures later the program has drawn what it knows and told the mirror.
const drawn = async () => {
  const from = await page.evaluate(() => { window.mingbai.wake(); return window.mingbai.frames; });
  await page.waitForFunction((before) => window.mingbai.frames >= before + 2, from);
};

test("letters on their way to characters are nobody's business; the characters arrive once", async () => {
  await to("#/scenarios?part=change");
  const search = page.getByLabel("找参数或表格"), pieces = page.getByRole("region", { name: "数字", exact: true }).getByRole("button");
  await page.getByRole("region", { name: "数字", exact: true }).getByLabel("政策").selectOption({ label: "中山市" });
  await eventually(async () => assert.ok(await pieces.count() > 10));
  const all = await pieces.count();
  await search.focus();
  for (const letters of ["q", "qi", "qi f", "qi fu", "qi fu x"]) { await compose(letters); await drawn(); }
  assert.equal(await pieces.count(), all, "a composition filters nothing");
  assert.equal(await search.inputValue(), "qi fu x", "and is not disturbed by pictures drawn meanwhile");
  await commit("起付线");
  await value(search, "起付线");
  await eventually(async () => { const left = await pieces.count(); assert.ok(left > 0 && left < all, `${left} of ${all}`); });
  await compose("shanchu");
  await compose("");
  await drawn();
  await value(search, "起付线");
  await search.fill("");
  await eventually(async () => assert.equal(await pieces.count(), all));
});

test("an amount is pasted as people write it, and undone", async () => {
  await to("#/calculator");
  await enterBill(page, "长期居住在外地");
  const total = page.getByLabel("总费用", { exact: true });
  await total.focus();
  await page.keyboard.press("Control+A");
  await paste("¥60,000.00");
  await page.getByRole("img", { name: /总费用 60,000\.00/ }).waitFor();
  await page.keyboard.press("Control+Z");
  await page.getByRole("img", { name: /总费用 50,000\.00/ }).waitFor();
  await page.keyboard.press("Control+Shift+Z");
  await page.getByRole("img", { name: /总费用 60,000\.00/ }).waitFor();
});

test("a selection outlives the pictures drawn under it and is replaced by what one types", async () => {
  const total = page.getByLabel("总费用", { exact: true });
  await total.fill("50000");
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+ArrowRight");
  await drawn();
  assert.deepEqual(await total.evaluate((field) => [field.selectionStart, field.selectionEnd]), [0, 1]);
  await page.keyboard.type("7");
  await value(total, "70000");
  await total.dblclick();
  assert.equal(await page.evaluate(() => getSelection().toString() || document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)), "70000");
  assert.deepEqual(await total.evaluate((field) => getComputedStyle(field).userSelect), "text");
});

test("a fault stands with its field, says why and what to do, and goes when mended", async () => {
  const own = page.getByLabel("其中自费（医保目录外）");
  await own.fill("80000");
  await eventually(async () => assert.equal(await own.getAttribute("aria-invalid"), "true"));
  const described = () => own.evaluate((field) => document.getElementById(field.getAttribute("aria-describedby"))?.textContent ?? "");
  assert.match(await described(), /自费不能超过总费用 70,000\.00。/);
  assert.ok(await own.evaluate((field) => field.compareDocumentPosition(document.getElementById(field.getAttribute("aria-describedby"))) & Node.DOCUMENT_POSITION_FOLLOWING));
  await own.fill("5000");
  await eventually(async () => assert.equal(await own.getAttribute("aria-invalid"), null));
  assert.doesNotMatch(await described(), /不能超过/);
});

test("the keyboard fits what is asked, the browser knows what it may fill in", async () => {
  const kinds = (names) => page.evaluate((wanted) => Object.fromEntries(wanted.map((name) => {
    const field = document.querySelector(`[aria-label="${name}"]`);
    return [name, [field.type, field.inputMode, field.autocomplete, field.autocapitalize].join(" ").trim()];
  })), names);
  assert.deepEqual(await kinds(["总费用", "其中自费（医保目录外）", "出院日期"]),
    { 总费用: "text decimal off none", "其中自费（医保目录外）": "text decimal off none", 出院日期: "text numeric off none" });
  await to("#/login");
  assert.deepEqual(await kinds(["账号", "密码"]), { 账号: "text  username none", 密码: "password  current-password none" });
  await page.getByRole("radio", { name: "注册" }).check();
  await eventually(async () => assert.deepEqual(await kinds(["密码"]), { 密码: "password  new-password none" }));
  await to("#/scenarios?part=compare");
  assert.deepEqual(await kinds(["人数"]), { 人数: "text decimal off none" });
});

test("names keep every character: four bytes, a middle dot, an emoji; an identity number its X", async () => {
  await to("#/calculator");
  await enterBill(page, "长期居住在外地");
  await page.getByRole("button", { name: "去备案" }).click();
  await fillForMother(page);
  const fields = await page.evaluate(() => ["参保人姓名", "身份证号", "代办人姓名"].map((name) => {
    const field = document.querySelector(`[aria-label="${name}"]`);
    return [field.autocomplete, field.autocapitalize, field.required || field.getAttribute("aria-required")].join(" ");
  }));
  assert.deepEqual(fields, ["off none true", "off characters true", "name none true"]);
  const name = page.getByLabel("参保人姓名");
  for (const written of ["\u{20BB7}\u{2CE7C}㺏", "买买提·吐尔逊", "迪丽•某", "e\u0301 \u{1F600}"]) {
    await name.fill("");
    await commit(written);
    await value(name, written);
    await drawn();
    await value(name, written);
  }
  await page.keyboard.press("Backspace");
  await value(name, "e\u0301 ");
  await page.keyboard.press("Control+Z");
  await value(name, "e\u0301 \u{1F600}");
  await name.fill("\u{20BB7}示例");
  await page.getByText(/已保存在这台设备/).waitFor();
  await page.reload();
  await usable(page);
  await value(page.getByLabel("参保人姓名"), "\u{20BB7}示例");
  assert.deepEqual(faults, []);
});

// Photos and PDFs of a filing, by roles and labels: kept with the draft, sent in parts once the filing has its receipt, resumed
// after a reload, refused with a reason, never in the way of what was written. All people and photos are invented.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { eventually, openBrowser, openGate, openPage, startServer, usable } from "./harness.mjs";
import { enterBill, fillForMother, register, submit } from "./walk.mjs";

const LONG = 60000;
const faults = [];
let server, gate, browser;
before(async () => {
  server = await startServer();
  gate = await openGate(server.url);
  browser = await openBrowser();
});
after(async () => { await browser.close(); await gate.close(); await server.stop(); });

// A JPEG of 640 by 480, as far as anybody looks at it.
function photo(name, size = 2000) {
  const head = Buffer.from("ffd8ffc0000b0801e0028001011100ffda0008010100003f00", "hex");
  const body = Buffer.alloc(size, `coded ${name} `);
  return { name, mimeType: "image/jpeg", buffer: Buffer.concat([head, body, Buffer.from("ffd9", "hex")]) };
}

async function someone(login) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 }, locale: "zh-CN" });
  const page = await openPage(context, `${gate.url}/`, faults);
  page.setDefaultTimeout(LONG);
  await register(page, { login, password: "a long invented password" });
  return page;
}

async function toForm(page) {
  await page.goto(`${gate.url}/#/calculator`);
  await enterBill(page, "长期居住在外地");
  await page.getByRole("button", { name: "去备案" }).click();
  await fillForMother(page);
}

const heading = (page, name) => page.getByRole("heading", { level: 1, name });
const chooser = (page, document) => page.getByLabel(`给${document}加照片或 PDF`);
const paper = (page, name) => page.getByRole("group", { name: new RegExp(name) });
const kept = (page, name) => paper(page, name).getByText("医保局已收到").waitFor({ timeout: LONG });

// What the server holds of the account's one filing.
const held = (page) => page.evaluate(async () => {
  const { records } = await (await fetch("/api/v1/pull?after=0")).json();
  if (records.length === 0) return [];
  return (await (await fetch(`/api/v1/filings/${records[0].filing}/attachments`)).json()).attachments;
});

test("a photo chosen by keyboard goes with the filing, and the server has it", async () => {
  const page = await someone("photo-person");
  await toForm(page);
  await page.getByText(/已保存在这台设备/).waitFor();
  const dialog = await eventually(async () => {
    await chooser(page, "居民身份证").focus();
    const [opened] = await Promise.all([page.waitForEvent("filechooser", { timeout: 5000 }), page.keyboard.press("Enter")]);
    return opened;
  }, LONG);
  await dialog.setFiles(photo("身份证.jpg"));
  await paper(page, "身份证.jpg").getByText("已存在这台设备，跟着备案一起传。").waitFor();
  await submit(page);
  await heading(page, "医保局收到 1 份。").waitFor();
  await kept(page, "身份证.jpg");
  const [one] = await held(page);
  assert.deepEqual([one.document, one.name, one.media], ["identity_card", "身份证.jpg", "image/jpeg"]);
  assert.equal(await page.getByText("材料未传完").count(), 0);
  await page.context().close();
});

test("what is no photo is refused by its content with the reason, and can be removed", async () => {
  const page = await someone("hostile-person");
  await toForm(page);
  await chooser(page, "居民身份证").setInputFiles([
    { name: "evil.jpg", mimeType: "image/jpeg", buffer: Buffer.from("MZ\x90 a program") },
    { name: "script.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n1 0 obj\n<< /OpenAction << /S /JavaScript >> >>\nendobj\n%%EOF\n") },
    { name: "large.jpg", mimeType: "image/jpeg", buffer: Buffer.alloc((10 << 20) + 1, 1) },
  ]);
  await paper(page, "evil.jpg").getByText(/只收照片（JPG、PNG）和 PDF/).waitFor();
  await paper(page, "script.pdf").getByText(/PDF 里有脚本/).waitFor();
  await paper(page, "large.jpg").getByText(/文件超过 10 MB/).waitFor();
  await paper(page, "evil.jpg").getByRole("button", { name: /^删掉evil/ }).click();
  await paper(page, "evil.jpg").waitFor({ state: "detached" });
  await submit(page);
  await heading(page, "医保局收到 1 份。").waitFor();
  assert.deepEqual(await held(page), []);
  await page.context().close();
});

test("chosen without a network it survives a reload, and is sent when the network is back", async () => {
  const page = await someone("offline-person");
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: LONG });
  await page.context().setOffline(true);
  await toForm(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await chooser(page, "长期居住证明").setInputFiles(photo("居住证.jpg", 400000));
  await paper(page, "居住证.jpg").getByText("已存在这台设备，跟着备案一起传。").waitFor();
  await page.reload();
  await usable(page);
  await paper(page, "居住证.jpg").getByText("已存在这台设备，跟着备案一起传。").waitFor();
  await submit(page);
  await page.getByText("还有 1 份照片或文件，跟着它一起传。").waitFor();
  await page.context().setOffline(false);
  await heading(page, "医保局收到 1 份。").waitFor();
  await page.getByRole("link", { name: /广州市/ }).first().click();
  await kept(page, "居住证.jpg");
  assert.equal((await held(page)).length, 1);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wider <= 0, `${wider} px wider than the phone`);
  await page.context().close();
});

test("an upload that breaks off goes on after a reload where it was; until then the filing is called incomplete", async () => {
  const page = await someone("broken-line");
  await toForm(page);
  await chooser(page, "居民身份证").setInputFiles(photo("大.jpg", 3_000_000));
  await paper(page, "大.jpg").waitFor();
  const passed = [];
  const partOf = (url) => Number(/\/attachments\/[0-9a-f]{32}\?part=(\d+)/.exec(url)?.[1] ?? -1);
  const watch = (most) => gate.refuse((url) => {
    if (partOf(url) > most) return true;
    if (partOf(url) >= 0) passed.push(partOf(url));
    return false;
  });
  watch(4);
  await submit(page);
  await heading(page, "医保局收到 1 份。").waitFor();
  await page.getByText("材料未传完").first().waitFor();
  await paper(page, "大.jpg").getByRole("progressbar", { name: /^正在传，5 \/ 12 段/ }).waitFor({ state: "attached" });
  assert.deepEqual(await held(page), [], "nobody is shown a document that is not whole");
  await page.reload();
  await usable(page);
  await page.goto(`${gate.url}/#/filings`);
  await page.getByText("材料未传完").first().waitFor();
  watch(99);
  await kept(page, "大.jpg");
  await page.getByText("材料未传完").first().waitFor({ state: "detached" });
  assert.deepEqual(passed, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], "no part was sent twice");
  assert.equal((await held(page)).length, 1);
  gate.refuse(() => false);
  await page.context().close();
});

test("without room a photo is not kept, what was written is, and the person reads what to do", async (t) => {
  const page = await someone("full-device");
  await toForm(page);
  await page.getByText(/已保存在这台设备/).waitFor();
  const session = await page.context().newCDPSession(page);
  const { usage } = await session.send("Storage.getUsageAndQuota", { origin: gate.url });
  await session.send("Storage.overrideQuotaForOrigin", { origin: gate.url, quotaSize: usage + (2 << 20) });
  await chooser(page, "居民身份证").setInputFiles(photo("身份证.jpg", 3_000_000));
  await page.getByText(/设备空间不够，这份没存上；您写的内容都在/).first().waitFor();
  await page.getByLabel("代办人姓名").fill("示例女儿改名");
  await page.getByText(/已保存在这台设备/).waitFor();
  await page.reload();
  await usable(page);
  await eventually(async () => assert.equal(await page.getByLabel("代办人姓名").inputValue(), "示例女儿改名"));
  assert.equal(await paper(page, "身份证.jpg").count(), 0);
  await session.send("Storage.overrideQuotaForOrigin", { origin: gate.url });
  await chooser(page, "居民身份证").setInputFiles(photo("身份证.jpg", 3_000_000));
  await paper(page, "身份证.jpg").waitFor();
  t.diagnostic("figure T15: a photo of 3 MB with 2 MB left: not kept, the message says what to do; the text written after it is there after a reload; with room the photo is kept");
  await page.context().close();
});

test("more photos are added to a filing the bureau has", async () => {
  const page = await someone("later-person");
  await toForm(page);
  await submit(page);
  await heading(page, "医保局收到 1 份。").waitFor();
  await chooser(page, "居民身份证").setInputFiles(photo("补的.jpg"));
  await kept(page, "补的.jpg");
  assert.equal((await held(page)).length, 1);
  assert.deepEqual(faults, []);
  await page.context().close();
});

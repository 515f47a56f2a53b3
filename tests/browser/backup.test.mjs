// T14: the browser's storage is wiped while a filing waits with its photo. What the server has is back after a login; what it
// never had comes back from the backup file, and goes complete. By roles and labels; all people and photos are invented.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { eventually, openBrowser, openPage, startServer, usable } from "./harness.mjs";
import { enterBill, fillForMother, register, submit } from "./walk.mjs";

const LONG = 60000;
const person = { login: "wiped-person", password: "a long invented password" };
const faults = [];
let server, browser, page, saved;
before(async () => { server = await startServer(); browser = await openBrowser(); });
after(async () => { await browser.close(); await server.stop(); });

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const heading = (name) => page.getByRole("heading", { level: 1, name });
const paper = (name) => page.getByRole("group", { name: new RegExp(name) });

// A JPEG of 640 by 480, as far as anybody looks at it, of two parts.
const photo = Buffer.concat([Buffer.from("ffd8ffc0000b0801e0028001011100ffda0008010100003f00", "hex"), Buffer.alloc(400000, "invented photo "), Buffer.from("ffd9", "hex")]);

async function write() {
  await page.goto(`${server.url}/#/calculator`);
  await enterBill(page, "长期居住在外地");
  await page.getByRole("button", { name: "去备案" }).click();
  await fillForMother(page);
}

async function open() {
  page = await openPage(browser.contexts()[0], `${server.url}/#/filings`, faults);
  page.setDefaultTimeout(LONG);
}

// All that the browser keeps of this site, as somebody clears it: files, databases, settings, the service worker, cookies.
async function wipe() {
  const context = page.context();
  await page.close(); // without a network to the last: nothing of it has gone
  await context.clearCookies();
  await context.setOffline(false);
  const bare = await context.newPage();
  await bare.goto(`${server.url}/healthz`); // the service worker answers with the program: without a session it sends nothing
  await bare.evaluate(async () => {
    for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await bare.goto("about:blank");
  await bare.goto(`${server.url}/healthz`);
  await eventually(() => bare.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    for await (const name of root.keys()) await root.removeEntry(name, { recursive: true });
    for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
    localStorage.clear();
  }), LONG);
  await bare.close();
}

async function logIn() {
  await page.goto(`${server.url}/#/login`);
  await page.getByLabel("账号", { exact: true }).fill(person.login);
  await page.getByLabel("密码", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "登录", exact: true }).last().click();
}

const restore = (file) => page.getByLabel("从文件恢复").setInputFiles(file);
const nothingHere = async () => assert.equal(await page.getByRole("link", { name: "接着写" }).count(), 0);

test("a filing that waits with its photo is saved as one file, also without a network", async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 }, locale: "zh-CN", acceptDownloads: true });
  page = await openPage(context, `${server.url}/`, faults);
  page.setDefaultTimeout(LONG);
  await register(page, person);
  await write();
  await submit(page);
  await heading("医保局收到 1 份。").waitFor();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await context.setOffline(true);
  await write();
  await page.getByLabel("给居民身份证加照片或 PDF").setInputFiles({ name: "身份证.jpg", mimeType: "image/jpeg", buffer: photo });
  await paper("身份证.jpg").getByText("已存在这台设备，跟着备案一起传。").waitFor();
  await submit(page);
  await page.getByText("还有 1 份照片或文件，跟着它一起传。").waitFor();
  await page.getByText(/里面有姓名、证件号和照片，请收好/).waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "存成文件" }).click()]);
  assert.equal(download.suggestedFilename(), "mingbai-drafts.backup");
  saved = readFileSync(await download.path());
  assert.equal(sha256(saved.subarray(saved.length - photo.length)), sha256(photo), "the photo stands in it as it is");
});

test("after the storage is wiped the server's state is back with the login, what waited is not", async (t) => {
  await wipe();
  await open();
  await page.getByRole("region", { name: "备份草稿" }).waitFor();
  await heading("还没有备案").waitFor();
  await nothingHere();
  await logIn();
  const began = Date.now();
  await heading("医保局收到 1 份。").waitFor();
  const waited = Date.now() - began;
  t.diagnostic(`figure T14: the server's state back ${waited} ms after the login`);
  await nothingHere();
});

test("a file that is none, one cut short and one with a spoiled photo restore nothing, and say what is wrong", async () => {
  const named = (buffer) => ({ name: "x.backup", mimeType: "application/octet-stream", buffer });
  const spoiled = Buffer.from(saved);
  spoiled[saved.length - 1000] ^= 1;
  for (const [buffer, words] of [[Buffer.from("{}"), /这个文件不是备份/], [saved.subarray(0, saved.length - 1), /文件不完整：应有 \d+ 字节，有 \d+ 字节/], [spoiled, /“身份证\.jpg”和存的时候不一样/]]) {
    await restore(named(buffer));
    await page.getByText(words).first().waitFor();
    await page.getByText("什么也没有恢复。").first().waitFor();
    await nothingHere();
  }
});

test("the backup brings the filing and its photo back, and the server gets both, byte for byte", async (t) => {
  await restore({ name: "mingbai-drafts.backup", mimeType: "application/octet-stream", buffer: saved });
  await page.getByText("恢复了 1 份，在“没写完的”里；照片和文件 1 个。").first().waitFor();
  await page.reload();
  await usable(page);
  await page.getByRole("link", { name: "接着写" }).click();
  await page.getByRole("button", { name: "去填表" }).click();
  await eventually(async () => assert.equal(await page.getByLabel("参保人姓名").inputValue(), "示例母亲"), LONG);
  await paper("身份证.jpg").getByText("已存在这台设备，跟着备案一起传。").waitFor();
  await submit(page);
  await heading("医保局收到 2 份。").waitFor();
  const held = () => page.evaluate(async () => {
    const { records } = await (await fetch("/api/v1/pull?after=0")).json();
    const lists = await Promise.all(records.map(async ({ filing }) => (await (await fetch(`/api/v1/filings/${filing}/attachments`)).json()).attachments));
    return lists.flat();
  });
  const [one] = await eventually(async () => {
    const all = await held();
    assert.equal(all.length, 1);
    return all;
  }, LONG);
  assert.deepEqual([one.document, one.name, one.media, one.bytes], ["identity_card", "身份证.jpg", "image/jpeg", photo.length]);
  const bytes = await page.evaluate(async (id) => Array.from(new Uint8Array(await (await fetch(`/api/v1/attachments/${id}`)).arrayBuffer())), one.attachment);
  assert.equal(sha256(Buffer.from(bytes)), sha256(photo));
  await page.getByText("材料未传完").first().waitFor({ state: "detached" });
  t.diagnostic("figure T14: a filing that waited with its photo when the storage was wiped came back from the backup and was delivered, SHA-256 equal");
  assert.deepEqual(faults, []);
});

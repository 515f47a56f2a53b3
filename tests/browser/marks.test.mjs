// What a person leaves on the device's disk: nothing that anybody could read, while he is logged in, after the logout and on a
// shared computer, also when the server cannot be reached. The whole profile of the browser is searched for marks.

import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { launchToKill, logIn, newId, openTab, saveDraft, send, until } from "./fixtures/browser.mjs";
import { openSite } from "./fixtures/site.mjs";

const marks = ["mark-draft-琥珀-4471", "mark-filing-瑾瑜-9932", "mark-unsent-墨客-1287", "mark-photo-青黛-3350"];
const control = "mark-control-朱砂-7706";

let site, profile;
before(async () => (site = await openSite()));
after(() => site.close());
beforeEach(async () => {
  site.down = false;
  profile = await mkdtemp(join(tmpdir(), "mingbai-profile-"));
});
afterEach(() => rm(profile, { recursive: true, force: true }));

// Which marks stand in which files below the folder, in either of the encodings a browser keeps text in.
async function found(wanted = marks, folder = profile) {
  const out = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) out.push(...(await found(wanted, path)));
    else if (entry.isFile()) {
      const bytes = await readFile(path).catch(() => Buffer.alloc(0));
      for (const mark of wanted) if (bytes.includes(mark) || bytes.includes(Buffer.from(mark, "utf16le"))) out.push(`${mark}: ${path.slice(profile.length)}`);
    }
  }
  return out;
}

const submitMarked = (page, id, mark) =>
  send(page, { cmd: "submit", draft: id, kind: "remote_care", form: { text: mark }, payload: { policy: "zhongshan", insured: { name: mark }, application: {} } });

// A JPEG with a mark in its coded part, where cleaning leaves it.
const addMarkedPhoto = (page, filing, mark) =>
  page.evaluate(([id, text]) => {
    const head = Uint8Array.from("ffd8ffc0000b0801e0028001011100ffda0008010100003f00".match(/../g), (byte) => parseInt(byte, 16));
    const photo = new File([head, text, Uint8Array.of(0xff, 0xd9)], "photo.jpg", { type: "image/jpeg" });
    window.store.send(JSON.stringify({ cmd: "paper_add", filing: id, document: "identity_card", name: "photo.jpg" }), photo);
  }, [filing, mark]);

// A plain file beside the sealed ones: what is searched for would be found.
const writeControl = (page) =>
  page.evaluate(async (text) => {
    const folder = await navigator.storage.getDirectory();
    const file = await (await folder.getFileHandle("control", { create: true })).createWritable();
    await file.write(text);
    await file.close();
  }, control);

async function leaveMarks(page) {
  await logIn(page);
  const sent = newId(); // others of this account may come back with a receipt before it has gone
  await submitMarked(page, sent, marks[1]);
  await until(page, (own) => window.state.filings.some(({ filing, receipt }) => filing === own && receipt) && window.state.queue.length === 0, sent);
  site.down = true;
  const draft = newId();
  await send(page, { cmd: "draft_save", id: draft, kind: "remote_care", form: { text: marks[0] } });
  await until(page, () => window.state.drafts.length === 1);
  await addMarkedPhoto(page, draft, marks[3]);
  await until(page, () => window.state.papers.some(({ state }) => state === "waiting"));
  await submitMarked(page, newId(), marks[2]);
  await until(page, () => window.state.queue.length === 1);
}

test("what is written while somebody is logged in is sealed, and is there after the browser was killed", async () => {
  const first = await launchToKill(profile);
  const page = await openTab(first.context, site.address);
  await leaveMarks(page);
  await writeControl(page);
  await first.kill();
  assert.equal((await found([control])).length > 0, true, "the search finds what is not sealed");
  assert.deepEqual(await found(), []);
  site.down = false;
  site.fault = (request) => (request.url.endsWith("/push") ? "refuse" : undefined);
  const second = await launchToKill(profile);
  const again = await openTab(second.context, site.address);
  await until(again, () => window.state.drafts.length === 1 && window.state.queue.length === 1 && window.state.papers.length === 1);
  assert.equal(await again.evaluate(() => window.state.drafts[0].form.text), marks[0]);
  await second.kill();
  site.fault = () => undefined;
});

test("after logging out without a server nothing of the person is there, and the next one sees nothing", async () => {
  const first = await launchToKill(profile);
  const page = await openTab(first.context, site.address);
  await leaveMarks(page);
  await send(page, { cmd: "logout", discard_unsent: true });
  await until(page, () => window.state.account === null && window.state.drafts.length === 0 && window.state.queue.length === 0);
  await saveDraft(page, newId(), "the next person's");
  await first.kill();
  assert.deepEqual(await found(), []);
  site.down = false;
  const second = await launchToKill(profile);
  const next = await openTab(second.context, site.address);
  const { account, drafts, filings, queue, papers, storage } = await next.evaluate(() => window.state);
  assert.deepEqual([account, drafts.length, filings.length, queue.length, papers.length], [null, 1, 0, 0, 0]);
  assert.deepEqual(storage, { kind: "opfs", fault: null });
  await second.kill();
});

test("on a shared computer nothing is written, and what was there is gone", async (t) => {
  const first = await launchToKill(profile);
  const page = await openTab(first.context, site.address);
  await saveDraft(page, newId(), "from before");
  await page.evaluate(() => localStorage.setItem("mingbai.shared", "1"));
  await send(page, { cmd: "shared_device", on: true });
  await until(page, () => window.state.storage.fault === "shared_device" && window.state.drafts.length === 0);
  await leaveMarks(page);
  await page.evaluate(() => localStorage.setItem("mingbai.shared", "1"));
  await first.kill();
  assert.deepEqual(await found(), []);
  site.down = false;
  const second = await launchToKill(profile);
  const next = await openTab(second.context, site.address);
  await next.evaluate(() => localStorage.setItem("mingbai.shared", "1"));
  await next.reload();
  await until(next, () => window.state?.storage.fault === "shared_device");
  const { account, drafts, filings, queue } = await next.evaluate(() => window.state);
  assert.deepEqual([account, drafts.length, filings.length, queue.length], [null, 0, 0, 0]);
  await second.kill();
  t.diagnostic("figure T26: logged in and killed, logged out without a server, on a shared computer: 4 marks in two encodings sought in every file of the profile, 0 found; a control mark is found");
});

test("files of a version that did not seal are sealed at the first start", async () => {
  const { file } = site;
  site.file = async (path) => {
    const content = await file.call(site, path);
    if (path === "/sealed.js") return Buffer.from("export class SealedFile { constructor(handle) { return handle; } }");
    if (path === "/files.js") return Buffer.from(content.toString().replaceAll("mingbai.db", "none.db").replaceAll("mingbai.sealed", "mingbai.db"));
    return content;
  };
  const first = await launchToKill(profile);
  await saveDraft(await openTab(first.context, site.address), newId(), marks[0]);
  await first.kill();
  assert.equal((await found()).length > 0, true, "the earlier version did not seal");
  site.file = file;
  const second = await launchToKill(profile);
  const page = await openTab(second.context, site.address);
  await until(page, () => window.state.drafts.length === 1);
  assert.equal(await page.evaluate(() => window.state.drafts[0].form.text), marks[0]);
  await second.kill();
  assert.deepEqual(await found(), []);
});

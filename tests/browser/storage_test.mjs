// What a person has written is on this device's disk before anybody calls it saved, and stays there.

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { events, launch, launchToKill, newId, openTab, saveDraft, send, state, submit, until } from "./fixtures/browser.mjs";
import { openSite } from "./fixtures/site.mjs";

let site, browser, context;
before(async () => {
  site = await openSite();
  browser = await launch();
});
after(async () => {
  await browser.close();
  await site.close();
});
afterEach(() => context?.close());

test("a saved draft is there after a reload, in the browser's own file system", async () => {
  context = await browser.newContext();
  const page = await openTab(context, site.address);
  const id = newId();
  await saveDraft(page, id, "张三的备案");
  assert.deepEqual((await state(page)).storage, { kind: "opfs", fault: null });
  await page.reload();
  await until(page, () => window.state?.drafts.length === 1);
  const [draft] = (await state(page)).drafts;
  assert.equal(draft.id, id);
  assert.equal(draft.form.text, "张三的备案");
});

test("a draft without an id is given one, once", async () => {
  context = await browser.newContext();
  const page = await openTab(context, site.address);
  await send(page, { cmd: "draft_save", id: "", kind: "remote_care", form: {} });
  await until(page, () => window.events.some(({ event }) => event === "saved"));
  const [saved] = await events(page, "saved");
  assert.match(saved.id, /^[0-9a-f]{32}$/);
  assert.equal((await state(page)).drafts[0].id, saved.id);
});

test("without a private file system the same database lives in IndexedDB", async () => {
  context = await browser.newContext();
  const page = await context.newPage();
  await refuseFiles(page);
  await page.goto(site.address);
  await until(page, () => window.state !== undefined);
  assert.deepEqual((await state(page)).storage, { kind: "indexeddb", fault: "no_opfs" });
  const id = newId();
  for (let version = 0; version < 20; ++version) await saveDraft(page, id, `第 ${version} 稿`);
  await submit(page, newId());
  await until(page, () => window.state.queue.length === 1);
  await page.reload();
  await until(page, () => window.state?.drafts.length === 1);
  assert.equal((await state(page)).drafts[0].form.text, "第 19 稿");
  assert.equal((await state(page)).queue.length, 1);
});

test("with neither, nothing is ever called saved", async () => {
  context = await browser.newContext();
  const page = await context.newPage();
  await refuseFiles(page, true);
  await page.goto(site.address);
  await until(page, () => window.state !== undefined);
  assert.deepEqual((await state(page)).storage, { kind: "memory", fault: "no_indexeddb" });
  await send(page, { cmd: "draft_save", id: newId(), kind: "remote_care", form: {} });
  await until(page, () => window.state.drafts.length === 1);
  await until(page, () => window.events.some(({ code }) => code === "not_durable"));
  assert.equal((await events(page, "saved")).length, 0);
});

test("when the disk is full the person is told, and the draft is saved once there is room", async () => {
  context = await browser.newContext();
  const page = await openTab(context, site.address);
  const id = newId();
  await saveDraft(page, id, "短");
  const session = await context.newCDPSession(page);
  const { usage } = await session.send("Storage.getUsageAndQuota", { origin: site.address });
  await session.send("Storage.overrideQuotaForOrigin", { origin: site.address, quotaSize: usage + 1 });
  const long = "长".repeat(3_000_000);
  await send(page, { cmd: "draft_save", id, kind: "remote_care", form: { text: long } });
  await until(page, () => window.events.some(({ event }) => event === "fault"));
  const [fault] = await events(page, "fault");
  assert.equal(fault.code, "disk_full");
  assert.equal(fault.during, "draft_save");
  assert.equal(fault.id, id);
  await until(page, () => window.state.storage.fault === "disk_full");
  assert.equal((await state(page)).drafts[0].form.text, "短");
  await session.send("Storage.overrideQuotaForOrigin", { origin: site.address });
  // Tried again every 5 s, nine megabytes each time.
  await until(page, () => window.state.drafts[0].form.text.length > 100, undefined, 60000);
  assert.equal((await state(page)).storage.fault, null);
});

test("a full disk under IndexedDB undoes the save, says so, and saves it later", async () => {
  context = await browser.newContext();
  const page = await context.newPage();
  await refuseFiles(page);
  await page.goto(site.address);
  await until(page, () => window.state !== undefined);
  const id = newId();
  await saveDraft(page, id, "短");
  // Chromium's quota override does not bind IndexedDB; from the third write on it is refused instead, so that
  // the page's own second try cannot come in before the test has looked.
  const [worker] = page.workers();
  await worker.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    let writes = 0;
    IDBObjectStore.prototype.put = function (...given) {
      if (++writes >= 3) throw new DOMException("full", "QuotaExceededError");
      return put.apply(this, given);
    };
    self.thereIsRoom = () => (IDBObjectStore.prototype.put = put);
  });
  await send(page, { cmd: "draft_save", id, kind: "remote_care", form: { text: "长".repeat(200_000) } });
  await until(page, () => window.events.some(({ event, code }) => event === "fault" && code === "disk_full"));
  await until(page, () => window.state.storage.fault === "disk_full");
  assert.equal((await state(page)).drafts[0].form.text, "短");
  await worker.evaluate(() => self.thereIsRoom());
  // Tried again every 5 s, nine megabytes each time.
  await until(page, () => window.state.drafts[0].form.text.length > 100, undefined, 60000);
  assert.deepEqual((await state(page)).storage, { kind: "indexeddb", fault: "no_opfs" });
});

test("files that the browser takes away are opened anew, and what the page still has is saved again", async () => {
  context = await browser.newContext();
  const page = await openTab(context, site.address);
  await saveDraft(page, newId(), "一");
  // As it is when the person clears the site's storage: the handles that are open no longer work.
  const [worker] = page.workers();
  await worker.evaluate(() => {
    const write = FileSystemSyncAccessHandle.prototype.write;
    FileSystemSyncAccessHandle.prototype.write = () => {
      FileSystemSyncAccessHandle.prototype.write = write;
      throw new DOMException("the file is gone", "InvalidStateError");
    };
  });
  const id = newId();
  await send(page, { cmd: "draft_save", id, kind: "remote_care", form: { text: "二" } });
  await until(page, (wanted) => window.events.some((event) => event.event === "saved" && event.id === wanted), id, 20000);
  assert.equal((await events(page, "fault"))[0].code, "io_error");
  assert.equal((await state(page)).drafts.length, 2);
  assert.equal((await state(page)).storage.kind, "opfs");
});

test("a browser killed while it writes loses nothing that was called saved", async (t) => {
  const rounds = process.env.MINGBAI_TRIALS === "full" ? 200 : 4;
  const profile = await mkdtemp(join(tmpdir(), "mingbai-profile-"));
  const id = newId();
  let called = -1;
  for (let round = 0; round <= rounds; ++round) {
    const { context: own, kill } = await launchToKill(profile);
    const page = await openTab(own, site.address);
    const draft = (await state(page)).drafts.find((each) => each.id === id);
    const found = draft ? Number(draft.form.text) : -1;
    assert.ok(found >= called, `called saved: ${called}, found: ${found}`);
    await page.exposeFunction("called", (number) => (called = Math.max(called, number)));
    await page.evaluate(writeWithoutPause, [id, found + 1]);
    await new Promise((resolve) => setTimeout(resolve, 300 + ((130 * round) % 2100)));
    await kill();
  }
  assert.ok(called > 0);
  t.diagnostic(`figure T10: ${rounds} kills of the browser while it writes without a pause: ${called + 1} versions called saved, none lost, the database whole each time`);
  await rm(profile, { recursive: true, force: true });
});

// The next version as soon as the one before is called saved; it runs in the page.
function writeWithoutPause([draft, first]) {
  let number = first;
  const save = () => window.store.send(JSON.stringify({ cmd: "draft_save", id: draft, kind: "remote_care", form: { text: String(number) } }));
  const heard = window.events.push.bind(window.events);
  window.events.push = (event) => {
    if (event.event === "saved") {
      window.called(number++);
      save();
    }
    return heard(event);
  };
  save();
}

async function refuseFiles(page, indexToo = false) {
  await page.context().route("**/worker.js", async (route) => {
    const answer = await route.fetch();
    const refusal = `navigator.storage.getDirectory = () => Promise.reject(new DOMException("refused", "SecurityError"));
      ${indexToo ? `indexedDB.open = () => { throw new DOMException("refused", "InvalidStateError"); };` : ""}`;
    await route.fulfill({ response: answer, body: `${refusal}\n${await answer.text()}` });
  });
}

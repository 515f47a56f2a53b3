// Several tabs, one database: every tab sees the same state, and when the tab that hosts it goes, another takes over.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { events, launch, logIn, newId, openTab, saveDraft, send, state, until } from "./fixtures/browser.mjs";
import { openSite } from "./fixtures/site.mjs";

let site, browser, context;
before(async () => (browser = await launch()));
beforeEach(async () => {
  site = await openSite();
  context = await browser.newContext();
});
afterEach(async () => {
  await context.close();
  await site.close();
});
after(() => browser.close());

test("a second tab writes through the first one's worker and both see it", async () => {
  const first = await openTab(context, site.address);
  const second = await openTab(context, site.address);
  assert.equal((await state(first)).owner, true);
  assert.equal((await state(second)).owner, false);
  const id = newId();
  await saveDraft(second, id, "二");
  await until(first, (wanted) => window.state.drafts.some((draft) => draft.id === wanted), id);
  assert.equal((await events(first, "saved")).length, 0);
  await logIn(first);
  await until(second, () => window.state.account?.login === "zhang.test");
});

test("when the host closes, another tab takes over within three seconds and no save is lost", async (t) => {
  const tabs = [], waits = [];
  for (let count = 0; count < 3; ++count) tabs.push(await openTab(context, site.address));
  const ids = tabs.map(() => newId());
  for (const [at, tab] of tabs.entries()) await saveDraft(tab, ids[at], `标签 ${at}`);
  for (let gone = 0; gone < 2; ++gone) {
    const host = tabs.shift();
    const writer = tabs.at(-1);
    const number = `交接 ${gone}`;
    const closed = host.close();
    await send(writer, { cmd: "draft_save", id: ids[2], kind: "remote_care", form: { text: number } });
    await closed;
    const started = Date.now();
    await until(tabs[0], () => window.state.owner === true, undefined, 3000);
    await until(writer, (text) => window.state.drafts.some(({ form }) => form.text === text), number, 3000);
    waits.push(Date.now() - started);
    assert.equal((await state(writer)).drafts.length, 3);
    assert.equal((await state(writer)).storage.kind, "opfs");
  }
  t.diagnostic(`figure T12: the host of three tabs closed twice: another one is host ${waits.join(" and ")} ms later, no save lost`);
});

test("five tabs write at random while hosts come and go: every last version is there", async (t) => {
  const count = 5, rounds = process.env.MINGBAI_TRIALS === "full" ? 40 : 4;
  const ids = Array.from({ length: count }, newId);
  let tabs = [];
  for (let at = 0; at < count; ++at) tabs.push(await openTab(context, site.address));
  for (let round = 1; round <= rounds; ++round) {
    for (const [at, tab] of tabs.entries()) {
      for (let version = 0; version < 5; ++version) {
        await send(tab, { cmd: "draft_save", id: ids[at], kind: "remote_care", form: { text: `${round}.${version}` } });
      }
    }
    const host = round % tabs.length;
    await Promise.all(tabs.map((tab, at) => (at === host ? undefined : until(tab, () => !window.store.busy))));
    await until(tabs[host], () => !window.store.busy);
    await (round % 2 ? tabs[host].reload() : tabs[0].reload());
    await Promise.all(tabs.map((tab) => until(tab, () => window.state !== undefined)));
    for (const tab of tabs) {
      await until(tab, ([wanted, text]) => wanted.every((id) => window.state.drafts.some((draft) => draft.id === id && draft.form.text === text)), [ids, `${round}.4`]);
    }
  }
  for (const tab of tabs) assert.deepEqual((await events(tab, "fault")).map(({ code }) => code), []);
  t.diagnostic(`figure T12: ${rounds} times five tabs write at once and one is loaded anew: every last version there, no fault shown`);
});

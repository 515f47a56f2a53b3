// A filing that was submitted reaches the server exactly once, whatever the network does in between.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { events, launch, logIn, newId, openTab, saveDraft, send, state, submit, until } from "./fixtures/browser.mjs";
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

const isPush = ({ url }) => url.endsWith("/push");
const received = (page, count, timeout) =>
  until(page, (wanted) => window.state.filings.filter(({ receipt }) => receipt).length === wanted, count, timeout);

test("a filing submitted without a login waits for one, then is sent and receipted", async () => {
  const page = await openTab(context, site.address);
  const id = newId();
  await saveDraft(page, id, "稿");
  await submit(page, id);
  await until(page, () => window.state.queue.length === 1 && window.state.drafts.length === 0);
  assert.equal((await state(page)).queue[0].fault, "login_required");
  assert.equal(site.pushes.length, 0);
  await logIn(page);
  await received(page, 1);
  const { queue, filings } = await state(page);
  assert.equal(queue.length, 0);
  assert.equal(filings[0].filing, id);
  assert.match(filings[0].receipt.number, /^ZS261121-/);
  assert.deepEqual(filings[0].events.map(({ type }) => type), ["saved", "queued", "received"]);
  assert.equal(filings[0].form.text, id);
});

test("an answer dropped three times: one filing, one receipt", async () => {
  const page = await openTab(context, site.address);
  await logIn(page);
  let dropped = 0;
  site.fault = (request) => (isPush(request) && dropped < 3 ? (++dropped, "drop") : undefined);
  await submit(page, newId());
  await received(page, 1, 40000);
  assert.equal(dropped, 3);
  assert.equal(site.pushes.length, 4);
  assert.equal(new Set(site.pushes.flat()).size, 1);
  assert.equal(site.filings.size, 1);
});

test("a captive portal's page is no receipt; the outbox drains when it is gone", async () => {
  const page = await openTab(context, site.address);
  await logIn(page);
  site.fault = () => "html";
  for (let count = 0; count < 3; ++count) await submit(page, newId());
  await until(page, () => window.state.network.fault === "server_html" && window.state.queue.length === 3);
  const { queue, filings, network } = await state(page);
  assert.equal(queue.length, 3);
  assert.equal(filings.length, 0);
  assert.ok(network.retry_at);
  site.fault = () => undefined;
  await send(page, { cmd: "retry" });
  await received(page, 3);
  assert.equal(site.filings.size, 3);
});

test("a refusal arrives with its findings and leaves the outbox", async () => {
  const page = await openTab(context, site.address);
  await logIn(page);
  await submit(page, newId(), { refuse: true });
  await until(page, () => window.state.filings.length === 1 && window.state.queue.length === 0);
  const [filing] = (await state(page)).filings;
  assert.equal(filing.state, "refused");
  assert.equal(filing.receipt, null);
  assert.equal(filing.findings[0].code, "not_enrolled");
});

test("written and submitted offline, sent when the network is back", async () => {
  const page = await openTab(context, site.address);
  await logIn(page);
  site.down = true;
  await page.evaluate(() => window.store.setOnline(false));
  await until(page, () => window.state.network.fault === "offline");
  for (let count = 0; count < 5; ++count) await submit(page, newId());
  await until(page, () => window.state.queue.length === 5);
  assert.equal(site.pushes.length, 0);
  site.down = false;
  await page.evaluate(() => window.store.setOnline(true));
  await received(page, 5);
  assert.equal(site.filings.size, 5);
});

test("thirty envelopes over a bad line: every one once, within a minute of recovery", async (t) => {
  const page = await openTab(context, site.address);
  await logIn(page);
  const faults = ["drop", undefined, "refuse", "500", "html", "drop"];
  let turn = 0;
  site.fault = () => faults[turn++ % faults.length];
  for (let count = 0; count < 30; ++count) await submit(page, newId());
  await until(page, () => window.state.queue.length + window.state.filings.length >= 30);
  await new Promise((resolve) => setTimeout(resolve, 4000));
  site.fault = () => undefined;
  const recovered = Date.now();
  await received(page, 30, 60000);
  const took = Date.now() - recovered;
  assert.ok(took < 60000);
  t.diagnostic(`figure T9: 30 envelopes over a line of lost answers, refused connections, errors and a portal's HTML: each received once, the outbox empty ${took} ms after recovery`);
  assert.equal(site.filings.size, 30);
  assert.equal((await state(page)).queue.length, 0);
});

test("a wrong password is told to the tab that asked, an account is made once", async () => {
  const page = await openTab(context, site.address);
  const other = await openTab(context, site.address);
  await send(page, { cmd: "login", login: "zhang.test", password: "guess" });
  await until(page, () => window.events.some(({ code }) => code === "wrong_password"));
  assert.equal((await events(other, "fault")).length, 0);
  site.fault = ({ url }) => (url.endsWith("/api/v1/accounts") || url.endsWith("/api/v1/sessions") ? "drop" : undefined);
  await send(page, { cmd: "register", login: "li.test", password: "battery staple" });
  await until(page, () => window.events.some(({ code, during }) => during === "register" && code === "unreachable"));
  assert.ok(site.accounts.has("li.test"));
  site.fault = () => undefined;
  await send(page, { cmd: "register", login: "li.test", password: "battery staple" });
  await until(page, () => window.state.account?.login === "li.test");
  await send(page, { cmd: "register", login: "zhang.test", password: "something else" });
  await until(page, () => window.events.some(({ code }) => code === "login_taken"));
});

test("logging out empties the device of the account at once, and ends the session when it can", async () => {
  const page = await openTab(context, site.address);
  await logIn(page);
  await submit(page, newId());
  await received(page, 1);
  await saveDraft(page, newId(), "未完");
  await send(page, { cmd: "logout" });
  await until(page, () => window.events.some(({ code }) => code === "unsent_work"));
  site.down = true;
  await send(page, { cmd: "logout", discard_unsent: true });
  await until(page, () => window.state.account === null);
  const { drafts, filings } = await state(page);
  assert.deepEqual([drafts.length, filings.length], [0, 0]);
  assert.equal(site.sessions.size, 1);
  site.down = false;
  await logIn(page);
  await received(page, 1);
});

test("a wiped device has its filings back after a login", async () => {
  const first = await openTab(context, site.address);
  await logIn(first);
  for (let count = 0; count < 3; ++count) await submit(first, newId());
  await received(first, 3);
  const other = await browser.newContext();
  const page = await openTab(other, site.address);
  const started = Date.now();
  await logIn(page);
  await received(page, 3);
  assert.ok(Date.now() - started < 10000);
  await other.close();
});

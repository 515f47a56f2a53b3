// After one visit the program starts without a network and without a login; a new version comes whole or not at all.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { launch, newId, openTab, saveDraft, state, until } from "./fixtures/browser.mjs";
import { openSite } from "./fixtures/site.mjs";

let site, browser, context, address;
before(async () => (browser = await launch()));
beforeEach(async () => {
  site = await openSite();
  address = `${site.address}?offline`;
  context = await browser.newContext();
});
afterEach(async () => {
  await context.close();
  await site.close();
});
after(() => browser.close());

async function visit() {
  const page = await openTab(context, address);
  await until(page, () => navigator.serviceWorker.controller !== null);
  return page;
}

const cacheNames = (page) => page.evaluate(() => caches.keys());

test("after one visit it starts, reads and writes with the server gone", async () => {
  const page = await visit();
  const id = newId();
  await saveDraft(page, id, "在线写的");
  site.down = true;
  await page.reload();
  await until(page, () => window.state?.drafts.length === 1);
  assert.equal((await state(page)).storage.kind, "opfs");
  await saveDraft(page, id, "离线写的");
  await page.goto(`${site.address}filings/anything?offline`);
  await until(page, () => window.state?.drafts[0]?.form.text === "离线写的");
});

test("the service worker leaves the server's own answers alone", async () => {
  const page = await visit();
  site.fault = () => "html";
  const text = await page.evaluate(async () => (await fetch("/api/v1/sessions/current")).text());
  assert.match(text, /hotel/);
});

test("a cached page keeps the headers of its version", async () => {
  const page = await visit();
  site.down = true;
  const [policy, version] = await page.evaluate(async () => {
    const { headers } = await fetch("/");
    return [headers.get("Content-Security-Policy"), headers.get("X-Version")];
  });
  assert.match(policy, /wasm-unsafe-eval/);
  assert.equal(version, "one");
});

test("a new version installs beside the old one and is there at the next start", async () => {
  const page = await visit();
  assert.equal(await page.evaluate(() => window.version), "one");
  site.version = "two";
  // The page is looked at and no longer fresh: it is not disturbed.
  await page.waitForTimeout(5500);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await until(page, async () => (await navigator.serviceWorker.getRegistration()).waiting !== null);
  assert.equal(await page.evaluate(() => window.version), "one");
  assert.deepEqual((await cacheNames(page)).sort(), ["mingbai-one", "mingbai-two"]);
  await page.close();
  const next = await openTab(context, address);
  await until(next, () => window.version === "two");
  await until(next, async () => (await caches.keys()).join() === "mingbai-two");
});

test("a version that cannot be fetched whole is not installed", async () => {
  const page = await visit();
  site.version = "two";
  const { file } = site;
  site.file = async (path) => (path === "/fixture.js" && !site.lying ? Buffer.from("garbled") : file.call(site, path));
  const { serviceWorker } = site;
  site.serviceWorker = async () => {
    site.lying = true; // digests are those of the build, not of what is delivered
    const text = await serviceWorker.call(site);
    site.lying = false;
    return text;
  };
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const givenUp = new Promise((resolve) => registration.addEventListener("updatefound", () => {
      const { installing } = registration;
      installing.addEventListener("statechange", () => installing.state === "redundant" && resolve());
    }));
    await registration.update().catch(() => {});
    await givenUp;
  });
  assert.deepEqual(await cacheNames(page), ["mingbai-one"]);
  site.down = true;
  await page.reload();
  await until(page, () => window.state !== undefined);
  assert.equal(await page.evaluate(() => window.version), "one");
});

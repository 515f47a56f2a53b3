// When a new version takes over: the service worker alone, in a room where the test says which pages there are and what they
// answer. What it does in a browser stands in update.test.mjs and offline_test.mjs.
import assert from "node:assert/strict";
import { createHash, webcrypto as crypto } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import vm from "node:vm";

import { root } from "./harness.mjs";

const LATE = "a font that comes after the first picture";
const program = readFileSync(join(root, "web/page/sw.js"), "utf8").replace("__VERSION__", "new").replace("__PRECACHE__", "{}")
  .replace("__LATER__", JSON.stringify({ "/late.otf": `sha256-${createHash("sha256").update(LATE).digest("base64")}` }));

const agreeing = { postMessage: (_, [port]) => port.postMessage(true) };
const refusing = { postMessage: (_, [port]) => port.postMessage(false) };
const silent = { postMessage: () => {} };

// `pages`: who is there, each time they are asked. Time passes at once.
function worker(pages, { caches } = {}) {
  const heard = {}, happened = { tookOver: 0, asked: 0, fetched: [] };
  class MessageChannel {
    constructor() { this.port1 = {}; this.port2 = { postMessage: (data) => this.port1.onmessage({ data }) }; }
  }
  vm.runInNewContext(program, {
    MessageChannel, URL, Response, crypto, btoa, caches, location: new URL("https://example.invalid/sw.js"),
    addEventListener: (kind, act) => { heard[kind] = act; },
    setTimeout: (act) => setImmediate(act),
    clients: { matchAll: async () => pages[Math.min(happened.asked++, pages.length - 1)], claim: async () => {} },
    skipWaiting: async () => { happened.tookOver++; },
    fetch: async (path) => { happened.fetched.push(path); return new Response("late"); },
  });
  const tell = async (kind, event = {}) => {
    const waits = [];
    heard[kind]({ ...event, waitUntil: (one) => waits.push(one) });
    await Promise.all(waits);
    return happened;
  };
  const ask = async (path) => {
    let answer;
    heard.fetch({ request: { url: `https://example.invalid${path}`, method: "GET", mode: "cors" }, respondWith: (given) => { answer = given; } });
    return (await answer)?.text();
  };
  return { tell, ask, say: (data) => tell("message", { data }), happened };
}

test("every page agrees: it takes over; one that refuses, or has nothing to say yet, keeps the version it began with", async () => {
  assert.equal((await worker([[agreeing, agreeing]]).say("take over")).tookOver, 1);
  assert.equal((await worker([[agreeing, refusing]]).say("take over")).tookOver, 0);
  assert.equal((await worker([[agreeing, silent]]).say("take over")).tookOver, 0);
});

test("no page is there: one may be on its way, and the browser knows it better", async () => {
  assert.equal((await worker([[]]).say("take over")).tookOver, 0);
});

test("a page that nobody looks at asks: who opened another in its place has that one loaded first", async () => {
  assert.equal((await worker([[agreeing], [agreeing, silent]]).say("take over unseen")).tookOver, 0);
  assert.equal((await worker([[agreeing], []]).say("take over unseen")).tookOver, 0);
  const both = await worker([[agreeing], [agreeing, agreeing]]).say("take over unseen");
  assert.deepEqual([both.tookOver, both.asked], [1, 2]);
});

test("what comes later is asked for when the version before has given what it had, and not while it is being cleared away", async () => {
  const kept = { "mingbai-old": new Map([["/late.otf", LATE]]) }, order = [];
  const of = (name, path) => (kept[name]?.has(path) ? new Response(kept[name].get(path)) : undefined);
  const caches = {
    keys: async () => Object.keys(kept),
    match: async (path, { cacheName }) => of(cacheName, path),
    delete: async (name) => { order.push(`delete ${name}`); delete kept[name]; },
    async open(name) {
      order.push(`open ${name}`);
      kept[name] ??= new Map();
      return { match: async (path) => of(name, path), put: async (path, answer) => { kept[name].set(path, await answer.text()); } };
    },
  };
  const { tell, say } = worker([[agreeing]], { caches });
  const [happened] = await Promise.all([tell("activate"), say("take later")]);
  assert.deepEqual(order, ["open mingbai-new", "delete mingbai-old", "open mingbai-new"]);
  assert.deepEqual([...kept["mingbai-new"]], [["/late.otf", LATE]]);
  assert.deepEqual(happened.fetched, []);
});

test("a page still loading from a version that is just cleared away is answered from the newer one, without the network", async () => {
  const kept = { "mingbai-newer": new Map([["/late.otf", "the newer one's"]]) };
  const of = (name, path) => (kept[name]?.has(path) ? new Response(kept[name].get(path)) : undefined);
  const caches = {
    has: async (name) => name in kept,
    match: async (path, options) => (options ? of(options.cacheName, path) : Object.keys(kept).map((name) => of(name, path)).find(Boolean)),
    open: async (name) => { kept[name] ??= new Map(); return { match: async (path) => of(name, path) }; },
  };
  const { ask, happened } = worker([[]], { caches });
  assert.equal(await ask("/late.otf"), "the newer one's");
  assert.deepEqual([happened.fetched.length, Object.keys(kept)], [0, ["mingbai-newer"]], "and what was cleared away does not come back");
  kept["mingbai-new"] = new Map();
  await ask("/late.otf");
  assert.equal(happened.fetched.length, 1, "a version that stands answers with its own alone");
});

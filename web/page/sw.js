// The service worker: the whole program on this device, so that it starts without a network and without a login.
//
// One cache holds one version, whole or not at all: every file is checked against the digest it was built with. What
// the first picture needs comes at installation, the larger fonts after it. A cached answer keeps its headers, also its
// content security policy: headers change with the version, never within one.
//
// A new version is installed beside the old one. It takes over at the next start, or when every open page says that
// it can be loaded anew (web/page/offline.js). What the server itself answers (/api/, /healthz) is never touched.

const CACHE = "mingbai-__VERSION__";
const DIGESTS = __PRECACHE__;

const isLater = (name) => name.startsWith("common-") || name === "version.json";
const address = (name) => (name === "index.html" ? "./" : name);
const NAMES = Object.keys(DIGESTS);

async function take(cache, name) {
  const answer = await fetch(address(name), { cache: "no-cache", credentials: "same-origin", integrity: DIGESTS[name] });
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  await cache.put(address(name), answer);
}

async function install() {
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(NAMES.filter((name) => !isLater(name)).map((name) => take(cache, name)));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
  // Nobody is served by an older one: there is nothing to wait for.
  if (!registration.active) await skipWaiting();
}

async function activate() {
  for (const name of await caches.keys()) {
    if (name.startsWith("mingbai-") && name !== CACHE) await caches.delete(name);
  }
  await clients.claim();
}

async function takeLater() {
  const cache = await caches.open(CACHE);
  for (const name of NAMES.filter(isLater)) {
    if (!(await cache.match(address(name)))) await take(cache, name).catch(() => {});
  }
}

// From this version's cache only; a file that came late is kept when it is the one that was built.
async function answer(request, name) {
  const cache = await caches.open(CACHE);
  const held = await cache.match(address(name));
  if (held) return held;
  const fetched = await fetch(request);
  if (fetched.ok) takeLater();
  return fetched;
}

// Every page is asked; silence is a no.
async function everyPageAgrees() {
  const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const answers = pages.map(
    (page) =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => resolve(data === true);
        setTimeout(() => resolve(false), 1000);
        page.postMessage({ ask: "may reload" }, [port2]);
      }),
  );
  return (await Promise.all(answers)).every(Boolean);
}

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));

addEventListener("message", (event) => {
  if (event.data === "take later") event.waitUntil(takeLater());
  if (event.data === "take over") event.waitUntil(everyPageAgrees().then((agreed) => agreed && skipWaiting()));
});

// What this request is answered with, or null when it is none of ours. Every other address of the program is its page.
function nameOf(request) {
  const url = new URL(request.url);
  const { origin, pathname: root } = new URL(registration.scope);
  if (request.method !== "GET" || url.origin !== origin || !url.pathname.startsWith(root)) return null;
  const path = url.pathname.slice(root.length);
  if (path.startsWith("api/") || path === "healthz") return null;
  const name = request.mode === "navigate" ? "index.html" : path || "index.html";
  return Object.hasOwn(DIGESTS, name) ? name : null;
}

addEventListener("fetch", (event) => {
  const name = nameOf(event.request);
  if (name !== null) event.respondWith(answer(event.request, name));
});

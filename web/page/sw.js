// The service worker: the whole program on this device, so that it starts without a network and without a login.
//
// One cache holds one version, whole or not at all: every file is checked against the digest it was built with. What
// the first picture needs comes at installation, the larger fonts after it. A file that the version before has, too, is
// taken from there: an update brings what has changed. A cached answer keeps its headers, also its content security
// policy; the page's and its workers', which rule what runs, therefore come anew with each version.
//
// A new version is installed beside the old one. It takes over at the next start, or when every open page says that
// it can be loaded anew (web/page/offline.js). Never while a page is on its way: its document would break off in the middle.
// What the server itself answers (/api/, /healthz) is never touched.

const CACHE = "mingbai-__VERSION__";
const FIRST = __PRECACHE__; // path → digest
const LATER = __LATER__;

const ARRIVED_MS = 2000;
const RULING = /^\/$|worker\.js$|batch\.js$/;

const digestOf = (path) => FIRST[path] ?? LATER[path];
const older = async () => (await caches.keys()).filter((name) => name.startsWith("mingbai-") && name !== CACHE);

async function integrityOf(answer) {
  const sum = await crypto.subtle.digest("SHA-256", await answer.arrayBuffer());
  return "sha256-" + btoa(String.fromCharCode(...new Uint8Array(sum)));
}

async function fromBefore(path) {
  for (const name of RULING.test(path) ? [] : await older()) {
    const kept = await caches.match(path, { cacheName: name });
    if (kept && (await integrityOf(kept.clone())) === digestOf(path)) return kept;
  }
  return null;
}

async function take(cache, path) {
  const answer = (await fromBefore(path)) ?? (await fetch(path, { cache: "no-cache", credentials: "same-origin", integrity: digestOf(path) }));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  await cache.put(path, answer);
}

async function install() {
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(Object.keys(FIRST).map((path) => take(cache, path)));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
  // Nobody is served by an older one: there is nothing to wait for.
  if (!registration.active) await skipWaiting();
}

async function activate() {
  const cache = await caches.open(CACHE);
  for (const path of Object.keys(LATER)) {
    const kept = await fromBefore(path).catch(() => null);
    if (kept) await cache.put(path, kept).catch(() => {});
  }
  for (const name of await older()) await caches.delete(name);
  await clients.claim();
}

let moving = Promise.resolve();

async function takeLater() {
  await moving; // what the version before has is not fetched
  const cache = await caches.open(CACHE);
  for (const path of Object.keys(LATER)) {
    if (!(await cache.match(path))) await take(cache, path).catch(() => {});
  }
}

// The newer version that is taking over has deleted this one's cache: a page that is still loading is not sent to the network.
async function fromAfter(path) {
  return (await caches.has(CACHE)) ? null : caches.match(path);
}

// From this version's cache only; a font that has not come yet is fetched as the page asks for it.
async function answer(request, path) {
  const kept = (await caches.match(path, { cacheName: CACHE })) ?? (await fromAfter(path));
  // A worker takes its address from its answer: from one without any it keeps what it was asked with (worker.js?shared).
  return kept && new URL(request.url).search ? new Response(kept.body, kept) : kept ?? fetch(request);
}

// Every page is asked; silence is a no. Where none is left, or one is just leaving, the browser itself sees to the change.
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
  return pages.length > 0 && (await Promise.all(answers)).every(Boolean);
}

// A page on its way stands in no list yet. When one is left for another it has arrived by the second time.
async function takeOver(settled) {
  if (!(await everyPageAgrees())) return;
  if (!settled) {
    await new Promise((resolve) => setTimeout(resolve, ARRIVED_MS));
    if (!(await everyPageAgrees())) return;
  }
  await skipWaiting();
}

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil((moving = activate())));

addEventListener("message", (event) => {
  if (event.data === "take later") event.waitUntil(takeLater());
  if (event.data === "take over") event.waitUntil(takeOver(true));
  if (event.data === "take over unseen") event.waitUntil(takeOver(false));
});

// The file that answers this request, or null when it is none of ours. Every other address of the program is its page.
function pathOf(request) {
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return null;
  if (url.pathname.startsWith("/api/") || url.pathname === "/healthz") return null;
  const path = request.mode === "navigate" || url.pathname === "/index.html" ? "/" : url.pathname;
  return digestOf(path) ? path : null;
}

addEventListener("fetch", (event) => {
  const path = pathOf(event.request);
  if (path !== null) event.respondWith(answer(event.request, path));
});

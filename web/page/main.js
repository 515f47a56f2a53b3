// Brings the program up and keeps it drawn: one picture when something happened, none while nothing does. What a person
// presses or types is drawn before the event ends, as native controls do it: who looks next sees what came of it.
import { answers, deeds, edition, kiosk, ofAnotherVisit, remembered, today } from "./device.js";
import { Fonts } from "./fonts.js";
import createPage from "./mingbai-page.mjs";
import { Mirror } from "./mirror.js";
import { ACTION } from "./mirror_elements.js";
import { watchPointer } from "./pointer.js";
import { absent, bringRest, joinRest, restIsOfAnotherVersion } from "./rest.js";

const PICTURES_AFTER_AN_EVENT = 2;
const DRAWN_NOW = new Set([ACTION.click, ACTION.input, ACTION.dismiss, ACTION.enter]);
const LESS_MOTION = "(prefers-reduced-motion: reduce)", MORE_CONTRAST = "(prefers-contrast: more)", DARK = "(prefers-color-scheme: dark)";
const root = document.documentElement;
const stage = document.getElementById("stage"), canvas = document.getElementById("canvas"), mirrorRoot = document.getElementById("mirror");
const fonts = new Fonts();
const started = performance.now();
const files = new Map(); // handle → File that was chosen and not taken yet
let handles = 0;
const early = window.mingbaiEarly;
const state = (window.mingbai = { frames: 0, first_ms: 0, mirror_ms: 0, patches: 0, files });

let page = null, first = null, store = null, running = false, broken = false, drawing = false;
let scheduled = 0, pictures = 0, timer = 0, scrolled = 0;

function fault(kind, error) {
  if (broken) return;
  broken = true;
  console.error(error);
  document.getElementById("fault").hidden = false;
  document.getElementById("fault-" + kind).hidden = false;
  document.getElementById("fault-detail").textContent = String(error?.message || error || "");
  root.dataset.fault = kind;
  root.dataset.ready = "";
  document.getElementById("fault-again").addEventListener("click", (event) => { event.preventDefault(); location.reload(); });
  if (kind === "load") addEventListener("online", () => location.reload(), { once: true });
}

function withText(text, use) {
  const bytes = page.lengthBytesUTF8(text) + 1, at = page._malloc(bytes);
  page.stringToUTF8(text, at, bytes);
  try { use(at, bytes - 1); } finally { page._free(at); }
}

function wake(count = PICTURES_AFTER_AN_EVENT) {
  if (!running || broken) return;
  pictures = Math.max(pictures, count);
  if (!scheduled) scheduled = requestAnimationFrame(picture);
}

function picture() {
  scheduled = 0;
  draw();
}

// Not shown: what happened is taken in, and the picture that follows at once shows what came of it.
function draw(shown = true) {
  if (broken || document.hidden) return;
  pictures = Math.max(0, pictures - 1);
  const { density, width, height } = early.fitCanvas();
  let next;
  drawing = true;
  try {
    next = page._mingbai_frame(performance.now(), width, height, density, scrolled, shown);
  } catch (error) {
    tellFault(error);
    return fault("crash", error);
  } finally {
    drawing = false;
  }
  state.frames++;
  if (!state.first_ms) firstPicture();
  if (pictures > 0 || next === 0) { scheduled = scheduled || requestAnimationFrame(picture); return; }
  if (next > 0) wakeIn(next);
}

// A press can come out of the drawing itself, when a patch takes the focus away: then the next picture shows it.
function drawNow() {
  if (drawing) return wake();
  draw(false);
  draw();
}

function wakeIn(delay) {
  if (delay <= 0) return wake();
  clearTimeout(timer);
  timer = setTimeout(() => wake(), delay);
}

function firstPicture() {
  state.first_ms = performance.now() - started;
  root.dataset.ready = "";
  performance.mark("mingbai:usable");
  setTimeout(() => {
    if (!page._mingbai_draws()) return fault("graphics", "WebGL 2");
    fonts.addCommon(page, wake);
  }, 50);
  completeProgram();
  startStore();
  if (kiosk) import("./kiosk.js").then(({ watchIdleness }) => watchIdleness());
}

// The other half of the program: every screen but the calculator.
async function completeProgram() {
  try {
    await joinRest(early.module, first);
  } catch (error) {
    console.warn(error);
    page._mingbai_rest_missing();
    addEventListener("online", completeProgram, { once: true });
    return wake();
  }
  removeEventListener("online", completeProgram);
  if (state.whole) return;
  state.whole = true;
  try {
    page._mingbai_rest_arrived();
    drawNow();
  } catch (error) {
    tellFault(error);
    fault("crash", error);
  }
}

async function completeAgain() {
  await completeProgram();
  if (!state.whole && (await restIsOfAnotherVersion())) location.reload();
}

function event(value) {
  if (!running || broken) return;
  withText(typeof value === "string" ? value : JSON.stringify(value), (at) => page._mingbai_event(at));
  wake();
}

function tellFault(error) {
  try { store?.send(JSON.stringify({ cmd: "page_fault", message: String(error?.message || error) })); } catch { /* it was the last word */ }
}

const STORE_AGAIN_MS = 2000;

// Its script may be fetched anew under another name: browsers remember which one did not come.
async function startStore(tries = 0) {
  if (edition === "file") return;
  try {
    const { openStore } = await import(tries ? `./store.js?${tries}` : "./store.js");
    store = openStore({ onEvent: event, onBackup: (file) => deeds.download("mingbai-drafts.backup", file) });
    state.store = store;
    for (const [message, file] of waiting.splice(0)) store.send(message, file);
  } catch (error) {
    console.warn("store:", error);
    if (tries === 0) event({ event: "fault", code: "worker_waits", during: "start", findings: null });
    return void setTimeout(() => startStore(tries + 1), STORE_AGAIN_MS);
  }
  try { await (await import("./offline.js")).keepOffline(store); } catch { /* without a service worker it needs the network */ }
}

// The scenarios' worker comes with its first command; a file that somebody chose goes along.
let bench = null;
function batch(command, handle) {
  const file = files.get(handle);
  files.delete(handle);
  if (!bench) {
    bench = new Worker(new URL("batch.js", import.meta.url), { type: "module" });
    bench.onmessage = ({ data }) => event(data);
    bench.onerror = (error) => {
      bench = null;
      event({ event: "batch_fault", during: "start", detail: String(error.message ?? ""), findings: [] });
    };
  }
  bench.postMessage(file ? { command, file } : command);
}

// What the server is asked while somebody waits for it; nothing of the answer is kept. Without an answer: status 0.
async function ask(key, question) {
  const { method, path, body, media } = JSON.parse(question);
  let status = 0, text = "";
  try {
    const answer = await fetch(path, { method, body, headers: body ? { "content-type": media } : {}, cache: "no-store" });
    text = await answer.text();
    status = answer.status;
  } catch { /* no network, or no server */ }
  event({ event: "answer", key, status, body: text });
}

const READ_MOST = 1 << 20; // of a file that is read as text

async function readFile(key, handle) {
  const file = files.get(handle);
  let text = "", fault = "";
  if (!file || file.size > READ_MOST) fault = file ? "too_large" : "unreadable";
  else try { text = await file.text(); } catch { fault = "unreadable"; }
  files.delete(handle);
  event({ type: "file_text", key, name: file?.name ?? "", text, fault });
}

// A command with the file somebody chose.
function sendFile(command, handle) {
  const file = files.get(handle);
  files.delete(handle);
  if (!file) return;
  if (store) store.send(command, file);
  else waiting.push([command, file]);
}

const waiting = [];
const mirror = new Mirror(mirrorRoot, {
  act(id, kind, value) {
    if (!running || broken) return;
    withText(value, (at) => page._mingbai_action(id, kind, at));
    if (DRAWN_NOW.has(kind)) drawNow();
    else wake();
  },
  outside: [document.getElementById("skip")],
  files(key, chosen) {
    const listed = chosen.map((file) => {
      const handle = String(++handles);
      files.set(handle, file);
      return { name: file.name, media: file.type, size: file.size, handle };
    });
    event({ type: "files", key, files: listed });
  },
});

// What C++ calls (web/platform/page_calls.cpp).
const calls = {
  mirror(json) {
    const from = performance.now();
    mirror.apply(JSON.parse(json));
    state.mirror_ms = performance.now() - from;
    state.patches++;
  },
  document(height, scrollTo, focus) {
    const wanted = height + "px";
    if (mirrorRoot.style.height !== wanted) mirrorRoot.style.height = wanted;
    if (scrollTo >= 0) { window.scrollTo(0, scrollTo); scrolled = window.scrollY; }
    if (focus) queueMicrotask(() => mirror.focus(focus));
  },
  look(dark, large, english) {
    root.dataset.mode = dark ? "dark" : "light";
    root.dataset.large = large ? "1" : "";
    root.lang = english ? "en" : "zh-CN";
    document.getElementById("skip").textContent = english ? "Skip to content" : "跳到正文";
  },
  program: () => early.program ?? early.makeProgram(),
  missing(code) { fonts.addFor(page, code, wake); },
  glyph: (code, shape, at) => fonts.device.draw(code, shape, page.HEAPU8.subarray(at, at + shape.side ** 2)),
  wake: wakeIn,
  tell(what, text, more) {
    if (what === "bring_rest") return void completeAgain();
    if (what === "batch") return batch(text, more);
    if (what === "ask") return void ask(text, more);
    if (what === "read_file") return void readFile(more, text);
    if (what === "send_file") return sendFile(text, more);
    if (what !== "send") return deeds[what](text, more);
    if (store) store.send(text);
    else waiting.push([text]);
  },
  ask: (what, key) => answers[what](key),
};

async function policies() {
  const response = await fetch("policies.json");
  if (!response.ok) throw new Error("policies.json " + response.status);
  return response.text();
}

function preferences() {
  const matches = (query) => matchMedia(query).matches;
  const mode = remembered("mode"), language = remembered("language");
  const dark = mode ? mode === "dark" : matches(DARK);
  const english = language ? language === "en" : !/^zh\b/i.test(navigator.language || "zh");
  page._mingbai_preferences(dark, remembered("large") === "1", english, matches(LESS_MOTION) + 2 * matches(MORE_CONTRAST));
}

function tellRoute() {
  withText(location.hash || "#/", (at) => page._mingbai_route(at));
}

let day = today();
function tellDay() {
  const now = today();
  if (now === day) return;
  day = now;
  withText(day, (at) => page._mingbai_today(at));
  event({ type: "today", today: day });
}

function listen() {
  watchPointer(stage, (kind, x, y) => { page._mingbai_pointer(kind, x, y); wake(); });
  addEventListener("scroll", () => { scrolled = window.scrollY; wake(); }, { passive: true });
  early.onResize(() => wake());
  addEventListener("hashchange", () => {
    if (location.hash.startsWith("#kiosk")) return location.reload();
    if (ofAnotherVisit()) return location.replace("#/");
    tellRoute();
    drawNow();
  });
  addEventListener("online", () => event({ type: "online", online: true }));
  addEventListener("offline", () => event({ type: "online", online: false }));
  document.addEventListener("visibilitychange", () => { if (!document.hidden) { tellDay(); wake(); } });
  setInterval(tellDay, 60000);
  for (const wish of [LESS_MOTION, MORE_CONTRAST, DARK]) matchMedia(wish).addEventListener("change", () => { preferences(); wake(); });
  canvas.addEventListener("webglcontextlost", (lost) => { lost.preventDefault(); early.program = null; page._mingbai_context_lost(); });
  canvas.addEventListener("webglcontextrestored", () => { page._mingbai_context_restored(); wake(); });
  document.getElementById("skip").addEventListener("click", (click) => {
    click.preventDefault();
    document.getElementById("main")?.focus();
  });
  addEventListener("error", (bad) => { if (bad.error instanceof WebAssembly.RuntimeError) { tellFault(bad.error); fault("crash", bad.error); } });
}

// The program compiled by early.js, brought to life. Emscripten's own way would compile it here, later.
function createProgram() {
  return new Promise((resolve, reject) => {
    const instantiateWasm = (imports, done) => {
      Promise.resolve(early.module).then((module) => WebAssembly.instantiate(module, { ...imports, later: absent }).then((instance) => done((first = instance), module))).catch(reject);
      return {};
    };
    createPage({ page: calls, instantiateWasm }).then(resolve, reject);
  });
}

async function start() {
  let rules;
  try {
    if (!/^#?(\/?|\/calculator.*)$/.test(location.hash)) bringRest(early.module).catch(() => {}); // wanted at once
    const wanted = policies();
    wanted.catch(() => {});
    page = await createProgram();
    if (!early.program || !page._mingbai_set_up()) return fault("graphics", "WebGL 2");
    await fonts.first;
    rules = await wanted;
  } catch (error) {
    return fault(typeof WebAssembly === "object" ? "load" : "graphics", error);
  }
  try {
    await fonts.addFirst(page);
    withText(rules, (at, bytes) => page._mingbai_policies(at, bytes));
    withText(day, (at) => page._mingbai_today(at));
    preferences();
    running = true;
    scrolled = window.scrollY;
    page._mingbai_start();
    tellRoute();
    listen();
    wake();
    if (!document.hidden) picture(); // at once; a page that nobody sees waits until somebody does
  } catch (error) {
    fault("crash", error);
  }
}

state.wake = wake;
Object.defineProperty(state, "page", { get: () => page });
state.mirror = mirror;
start();

// The worker of the page: holds the database, talks to the server. It decides nothing: commands, answers and the time
// go into the WebAssembly module (web/worker/worker.cpp), messages and requests come out.
//
// Tabs reach it over a BroadcastChannel that is named like the worker: it serves every tab alike. It opens the files
// only under an exclusive lock, so that never two workers have them. What a call changed is durable before its
// messages leave.
//
// On a shared computer (?shared) nothing is written: what is there is erased, memory has to do, and a session that somebody
// left open is ended. After a logout that leaves nothing of anybody the files are erased with their key.
//
//   in   { tab, commands: [[number, json, file?], …] }   { tab, greet: true }   { online }   { shared }
//   out  { ready: true }   { to, acknowledged, event, backup? }   { waits: true }   { failed: true }

import create from "./mingbai-worker.mjs";
import { openImages, openMemory, openPrivateFiles } from "./files.js";

const ANSWER_WAIT_MS = 20000;
const REOPENINGS = 3; // within a minute; then memory has to do
const FETCH_AGAIN_MS = [1000, 2000, 4000, 8000, 15000];

const channel = new BroadcastChannel(self.name);

const fetchProgram = () => WebAssembly.compileStreaming(fetch(new URL("mingbai-worker.wasm", import.meta.url)));
let program = fetchProgram();
program.catch(() => {}); // asked for early; `programHere` answers for it

let files;
let core; // the module's instance
let generation = 0; // of instances; an answer to an earlier one is nobody's
let online = true;
let shared = new URLSearchParams(self.location.search).has("shared");
const kiosk = new URLSearchParams(self.location.search).has("kiosk"); // memory alone, whatever lies in the files
let timer;
let turns = Promise.resolve();
const taken = new Map(); // tab → number of its last command this instance was given
const reopenings = [];

// --- the module -------------------------------------------------------------------------------------------------

// The line may break while the module is on its way: it is fetched again until it is here.
async function programHere() {
  for (let tries = 0; ; ++tries) {
    try {
      return await program;
    } catch (error) {
      console.warn("worker:", error.name, error.message);
      if (tries === 0) channel.postMessage({ waits: true });
      await new Promise((resolve) => setTimeout(resolve, FETCH_AGAIN_MS[Math.min(tries, FETCH_AGAIN_MS.length - 1)]));
      program = fetchProgram();
      program.catch(() => {});
    }
  }
}

async function instantiate(handles) {
  const module = await programHere();
  return create({
    files: handles,
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(module, imports).then((instance) => done(instance, module));
      return {};
    },
  });
}

function withTexts(texts, call) {
  const pointers = texts.map((text) => {
    const size = core.lengthBytesUTF8(text) + 1;
    const pointer = core._malloc(size);
    core.stringToUTF8(text, pointer, size);
    return pointer;
  });
  try {
    return call(...pointers);
  } finally {
    for (const pointer of pointers) core._free(pointer);
  }
}

function* drained(next) {
  for (let pointer = next(); pointer !== 0; pointer = next()) yield JSON.parse(core.UTF8ToString(pointer));
}

// What is no JSON stands in the module's memory until the next request is taken.
function* requests() {
  for (const request of drained(core._worker_next_request)) {
    const at = core._worker_body();
    if (request.media !== "") request.body = core.HEAPU8.slice(at, at + request.bytes);
    yield request;
  }
}

// --- the place of the files -------------------------------------------------------------------------------------

// "" when the database stands on these files, else why not.
async function tryPlace(place, fault, full, owed) {
  const opened = await place();
  try {
    core = await instantiate(opened.handles);
    const refused = withTexts([opened.kind, opened.lost ? "corrupt" : fault], (kind, why) =>
      core.UTF8ToString(core._worker_open(kind, why, full ? 1 : 0, owed ? 1 : 0, Date.now())),
    );
    if (refused === "") await opened.keep();
    if (refused === "") files = opened;
    if (refused !== "") opened.close();
    return refused;
  } catch (error) {
    opened.close();
    throw error;
  }
}

async function attempt(place, fault, full, otherwise, owed) {
  try {
    return await tryPlace(place, fault, full, owed);
  } catch (error) {
    console.warn("storage:", error.name, error.message);
    return error.name === "QuotaExceededError" ? "disk_full" : otherwise;
  }
}

// `full`: a transaction has just failed for want of room.
async function openFiles(full, owed) {
  const memory = (fault) => attempt(openMemory, fault, false, "no_memory", owed);
  if (shared) {
    if (!kiosk) await eraseEverywhere();
    owed = true;
    return memory("shared_device");
  }
  if (!self.isSecureContext || !navigator.locks) return memory("insecure_context");
  if (reopenings.length >= REOPENINGS) return memory(full ? "disk_full" : "storage_lost");
  const files = await attempt(openPrivateFiles, "", full, "no_opfs", owed);
  if (files === "" || files === "newer_schema") return files === "" ? "" : memory(files);
  const why = files === "corrupt" || files === "disk_full" ? files : "no_opfs";
  const images = await attempt(openImages, why, full, "no_indexeddb", owed);
  if (images === "") return "";
  return memory(images === "disk_full" || images === "newer_schema" ? images : "no_indexeddb");
}

// Whatever an earlier visit has left in any of the places.
async function eraseEverywhere() {
  for (const place of [openPrivateFiles, openImages]) {
    try {
      const opened = await place();
      await opened.erase();
      opened.close();
    } catch (error) {
      console.warn("storage:", error.name, error.message);
    }
  }
}

async function open(full, owed = false) {
  ++generation;
  taken.clear();
  const refused = await openFiles(full, owed);
  if (refused !== "") throw new Error(refused);
  core._worker_set_online(online ? 1 : 0, Date.now());
  channel.postMessage({ ready: true });
  await deliver();
}

async function reopen(full) {
  const now = Date.now();
  while (reopenings.length > 0 && reopenings[0] < now - 60000) reopenings.shift();
  reopenings.push(now);
  files.close();
  await open(full);
}

// What was acknowledged before is known to every tab; the number of a command is not, but a tab that sends a logout
// again is told that nobody is logged in.
async function beginAnew() {
  await files.erase();
  files.close();
  await open(false, true);
}

// --- turns: one call at a time, its effects durable before the next ------------------------------------------------

function turn(call, failed) {
  turns = turns.then(async () => {
    try {
      await call();
      await deliver();
    } catch (error) {
      // Without room the images stay as they were written last; the command is undone and its tab told.
      console.warn("storage:", error.name, error.message);
      const full = error.name === "QuotaExceededError";
      await reopen(full);
      failed?.(full ? "disk_full" : "storage_lost");
    }
  }).catch(giveUp);
}

// The backup as one file. Its pieces are blobs at once, so that the browser may keep them elsewhere than in memory.
function backupFile() {
  const pieces = [];
  for (let size; (size = core._worker_backup_piece()) !== 0; ) {
    if (size < 0) throw new Error("backup");
    const at = core._worker_body();
    pieces.push(new Blob([core.HEAPU8.slice(at, at + size)]));
  }
  return new Blob(pieces);
}

async function deliver() {
  const messages = [...drained(core._worker_next_message)].map((message) => (message.backup ? { ...message, backup: backupFile() } : message));
  const asked = [...requests()];
  await files.keep();
  for (const message of messages) channel.postMessage(message);
  for (const request of asked) ask(request, generation);
  if (core._worker_storage_lost()) return reopen(false);
  if (core._worker_emptied()) return beginAnew();
  wake();
}

function wake() {
  clearTimeout(timer);
  const now = Date.now();
  const at = core._worker_wake_at(now);
  if (at < 0) return;
  timer = setTimeout(() => turn(() => core._worker_tick(Date.now())), Math.min(60000, at - now));
}

// How many bytes the browser still gives; below 0: nobody knows.
async function room() {
  try {
    const { quota, usage } = await navigator.storage.estimate();
    return files.kind === "memory" ? -1 : quota - usage;
  } catch {
    return -1;
  }
}

// The module reads the file itself, part by part.
async function carryOut(tab, number, json, file) {
  const left = file ? await room() : -1;
  core.given = file;
  withTexts([tab, json], (tabText, jsonText) => core._worker_command(tabText, number, jsonText, file ? file.size : -1, left, Date.now()));
  core.given = null;
}

function command(tab, number, json, file) {
  if (number <= (taken.get(tab) ?? 0)) return;
  taken.set(tab, number);
  turn(
    () => carryOut(tab, number, json, file),
    (code) => {
      const { cmd, id, draft, filing } = JSON.parse(json);
      const event = JSON.stringify({ event: "fault", code, during: cmd, id: filing ?? id ?? draft, findings: null });
      channel.postMessage({ to: tab, acknowledged: number, event });
    },
  );
}

// --- the network ------------------------------------------------------------------------------------------------

async function exchange({ method, path, body, media }) {
  const stop = new AbortController();
  const tooLate = setTimeout(() => stop.abort(), ANSWER_WAIT_MS);
  try {
    const response = await fetch(path, {
      method,
      body: body === "" ? undefined : body,
      headers: method === "GET" ? { Accept: "application/json" } : { "Content-Type": media || "application/json" },
      credentials: "same-origin",
      cache: "no-store",
      redirect: "error",
      signal: stop.signal,
    });
    const retryAfter = Number.parseInt(response.headers.get("Retry-After") ?? "", 10);
    return {
      status: response.status,
      type: response.headers.get("Content-Type") ?? "",
      body: await response.text(),
      retryAfter: Number.isNaN(retryAfter) ? -1 : retryAfter,
    };
  } catch {
    return { status: 0, type: "", body: "", retryAfter: -1 };
  } finally {
    clearTimeout(tooLate);
  }
}

async function ask(request, asked) {
  const answer = await exchange(request);
  turn(() => {
    if (asked !== generation) return;
    withTexts([answer.type, answer.body], (type, body) =>
      core._worker_answer(request.number, answer.status, type, body, answer.retryAfter, Date.now()),
    );
  });
}

// --- the beginning and the end ----------------------------------------------------------------------------------

function giveUp(error) {
  console.error("worker:", error);
  channel.postMessage({ failed: true });
}

function listen() {
  channel.onmessage = ({ data }) => {
    for (const [number, json, file] of data.commands ?? []) command(data.tab, number, json, file);
    if (data.greet) turn(() => withTexts([data.tab], (tab) => core._worker_greet(tab)));
    if (data.shared !== undefined && data.shared !== shared) {
      shared = data.shared;
      turns = turns.then(beginAnew).catch(giveUp);
    }
    if (data.online !== undefined) {
      online = data.online;
      turn(() => core._worker_set_online(online ? 1 : 0, Date.now()));
    }
  };
}

async function live() {
  listen();
  turns = open(false);
  await turns.catch(giveUp);
  await new Promise(() => {}); // the lock is held as long as the worker lives
}

if (navigator.locks) navigator.locks.request("mingbai-files", live);
else live();

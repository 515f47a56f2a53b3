// A device in a hall (#kiosk): letters are large, nothing is kept (web/page/device.js, web/page/store.js), and after two idle
// minutes it ends itself. The last half minute is counted down in a dialog over everything; a press or Escape
// is an answer. At the end the session is over, all is wiped and the next person finds the start.
//
// The dialog is the document's own: the countdown draws no picture. What the person before looked at does not come
// back with the Back button either: an entry of the history belongs to the visit that wrote it.

import { visit } from "./device.js";

const IDLE_MS = 120000, WARNED_MS = 30000;
const SAID_AT = new Set([30, 20, 10, 5]); // seconds left, for those who hear and do not see
const ANSWERS = ["pointerdown", "keydown", "input", "wheel", "touchmove", "click"];
const START = "#kiosk";

const dialog = document.getElementById("idle"), said = document.getElementById("idle-said");
let last = 0, timer = 0;

function show(left) {
  for (const place of document.querySelectorAll(".idle-left")) place.textContent = left;
  const words = document.documentElement.lang === "en" ? said.dataset.en : said.dataset.zh;
  if (SAID_AT.has(left)) said.textContent = words.replace("#", left);
  if (!dialog.open) dialog.showModal();
}

async function end() {
  clearTimeout(timer);
  await Promise.allSettled([globalThis.caches?.delete("rare-glyphs"), navigator.clipboard?.writeText?.("")]);
  location.replace(START);
  location.reload(); // the session ends with the page (web/page/store.js), and all memory with it
}

function look() {
  const left = Math.ceil((last + IDLE_MS - Date.now()) / 1000);
  if (left <= 0) return void end();
  const warned = left * 1000 <= WARNED_MS;
  if (warned) show(left);
  timer = setTimeout(look, warned ? 1000 : last + IDLE_MS - WARNED_MS - Date.now());
}

// An open dialog is closed by what is over when it is heard: a press that closed it earlier would end on what lies below.
function stay({ type }) {
  if (dialog.open && type !== "click" && type !== "cancel") return;
  last = Date.now();
  if (!dialog.open) return;
  dialog.close();
  clearTimeout(timer);
  look();
}

function claimEntry() {
  if (!history.state?.visit) history.replaceState({ visit }, "");
}

export function watchIdleness() {
  for (const kind of ANSWERS) addEventListener(kind, stay, { capture: true, passive: true });
  dialog.addEventListener("cancel", stay);
  addEventListener("hashchange", claimEntry);
  document.addEventListener("visibilitychange", () => { clearTimeout(timer); look(); });
  last = Date.now();
  claimEntry();
  look();
}

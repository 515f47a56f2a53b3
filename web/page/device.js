// What the page can do for the program: time, clipboard, printing, files, small settings of this device.

const KEY = "mingbai.";

// The day and the hour of the law are Beijing's, wherever the device is or thinks it is.
const beijing = (now = Date.now()) => new Date(now + 8 * 3600 * 1000).toISOString();
export const today = () => beijing().slice(0, 10);

// "file": everything in one document, without server and network (web/single_file).
export const edition = globalThis.mingbaiEdition ?? "";

// A device in a hall, from an address that begins with #kiosk for as long as the tab lives (web/page/kiosk.js).
export const kiosk = (() => {
  const asked = /^#kiosk(\/.*)?$/.exec(location.hash);
  if (asked) history.replaceState(null, "", "#" + (asked[1] ?? "/"));
  try {
    if (asked) sessionStorage.setItem(KEY + "kiosk", "1");
    return sessionStorage.getItem(KEY + "kiosk") === "1";
  } catch { return Boolean(asked); }
})();
// There an entry of the history belongs to the visit that wrote it: what the person before looked at does not come back.
export const visit = kiosk ? `${Date.now()}-${Math.random()}` : "";
export const ofAnotherVisit = () => kiosk && (history.state?.visit ?? visit) !== visit;
if (ofAnotherVisit()) history.replaceState(null, "", "#/");

// What must not stay on the device is remembered here. The edition in one file brings it back from a file of drafts.
export const memory = kiosk ? new Map([["large", "1"], ["shared", "1"]]) : edition === "file" ? new Map(Object.entries(history.state?.kept ?? {})) : null;

// On a computer that others use only its own settings stay; what somebody wrote goes with the page.
const SETTINGS = ["shared", "language", "large"];
const ofThisPage = new Map();
const isShared = () => localStorage.getItem(KEY + "shared") === "1";

function nothingStays() {
  for (const key of Object.keys(localStorage).filter((name) => name.startsWith(KEY)).map((name) => name.slice(KEY.length))) {
    if (SETTINGS.includes(key)) continue;
    ofThisPage.set(key, localStorage.getItem(KEY + key));
    localStorage.removeItem(KEY + key);
  }
}

// An earlier program, or another tab that had not heard of it yet, may have left something.
try {
  if (!memory && isShared()) {
    nothingStays();
    ofThisPage.clear();
  }
} catch { /* a private window has nothing */ }

export function remembered(key) {
  if (key === "edition") return edition;
  if (memory) return key === "forgets" ? "1" : memory.get(key) ?? "";
  try {
    const shared = isShared();
    if (key === "forgets") return shared ? "1" : "";
    if (shared && !SETTINGS.includes(key)) return ofThisPage.get(key) ?? "";
    return localStorage.getItem(KEY + key) || "";
  } catch { return ""; }
}

function remember(key, value) {
  if (kiosk && key === "shared") return;
  if (memory) return void memory.set(key, value);
  try {
    if (isShared() && !SETTINGS.includes(key)) return void ofThisPage.set(key, value);
    localStorage.setItem(KEY + key, value);
    if (key === "shared" && value === "1") nothingStays();
  } catch { /* a private window forgets */ }
}

export const answers = {
  time: () => beijing().slice(11, 16),
  online: () => (navigator.onLine || edition === "file" ? "1" : "0"), // a file is whole without a network
  address: () => { tellAddress(); return location.href; },
  remembered,
};

let mediaType = "text/plain";

async function copy(text) {
  try { await navigator.clipboard.writeText(text); return; } catch { /* no permission or no https: the old way */ }
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "aside";
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

function print(html) {
  const sheet = document.getElementById("print");
  const parsed = new DOMParser().parseFromString(html, "text/html");
  for (const bad of parsed.querySelectorAll("script, style, iframe, object, embed, link, img[src^='http']")) bad.remove();
  sheet.replaceChildren(...parsed.body.childNodes);
  window.print();
}

function download(name, content) {
  const link = document.createElement("a");
  const url = URL.createObjectURL(new Blob([content], { type: mediaType }));
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

// The address follows what is typed, once that rests: at each change of it a browser fetches the page's icon anew, which
// takes longer than the picture. Whoever goes elsewhere, or asks for the address, finds it as it should be.
const ADDRESS_RESTS_MS = 300;
let address = "", from = "", rest = 0;

function tellAddress() {
  clearTimeout(rest);
  if (address && location.hash === from && address !== from) history.replaceState(history.state, "", address);
  address = "";
}

addEventListener("click", tellAddress, true);
addEventListener("pagehide", tellAddress);

export const deeds = {
  title: (text) => { document.title = text; },
  go: (hash) => { tellAddress(); if (location.hash !== hash) location.hash = hash; },
  replace: (hash) => {
    clearTimeout(rest);
    address = hash;
    from = location.hash; // whoever is elsewhere by then stays there
    rest = setTimeout(tellAddress, ADDRESS_RESTS_MS);
  },
  copy,
  print,
  download_type: (type) => { mediaType = type; },
  download,
  remember,
};

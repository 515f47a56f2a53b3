// What the page can do for the program: time, clipboard, printing, files, small settings of this device.

const pad = (number) => String(number).padStart(2, "0");
const KEY = "mingbai.";

export const today = (now = new Date()) => `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;

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

// What must not stay on the device is remembered here. The edition in one file brings it back from a file of drafts.
export const memory = kiosk ? new Map([["large", "1"], ["shared", "1"]]) : edition === "file" ? new Map(Object.entries(history.state?.kept ?? {})) : null;

export function remembered(key) {
  if (key === "edition") return edition;
  if (memory) return memory.get(key) ?? "";
  try { return localStorage.getItem(KEY + key) || ""; } catch { return ""; }
}

function remember(key, value) {
  if (kiosk && key === "shared") return;
  if (memory) return void memory.set(key, value);
  try { localStorage.setItem(KEY + key, value); } catch { /* a private window forgets */ }
}

export const answers = {
  time: () => { const now = new Date(); return `${pad(now.getHours())}:${pad(now.getMinutes())}`; },
  online: () => (navigator.onLine || edition === "file" ? "1" : "0"), // a file is whole without a network
  address: () => location.href,
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

export const deeds = {
  title: (text) => { document.title = text; },
  go: (hash) => { if (location.hash !== hash) location.hash = hash; },
  replace: (hash) => { if (location.hash !== hash) history.replaceState(history.state, "", hash); },
  copy,
  print,
  download_type: (type) => { mediaType = type; },
  download,
  remember,
};

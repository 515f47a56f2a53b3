// The single-file edition's own: drafts go out as a file and come back, and what needs a server says where to go.
//
//   {"format":"mingbai-scenarios","version":1,"bill":"#/calculator?…","kept":{"scenario.overlays":"…","scenario.cases":"…"}}
//
// A file that is restored brings the page up anew with what it holds, by the history's entry; nothing else is kept.
import { deeds, memory } from "./device.js";

const FORMAT = "mingbai-scenarios", VERSION = 1, MOST = 4 << 20;
const KEPT = ["scenario.overlays", "scenario.cases"];
const AWAY = /^#\/(file|filings|login|review)\b/;
const at = (id) => document.getElementById(id);

const bill = () => {
  const doors = Array.from(document.querySelectorAll("#mirror a"), (link) => link.hash);
  return [location.hash, ...doors].find((hash) => hash.startsWith("#/calculator?")) ?? "#/calculator";
};

function save() {
  const kept = Object.fromEntries(KEPT.filter((key) => memory.get(key)).map((key) => [key, memory.get(key)]));
  deeds.download_type("application/json");
  deeds.download("mingbai-scenarios.json", JSON.stringify({ format: FORMAT, version: VERSION, bill: bill(), kept }));
}

// What the file holds, or an error: every text is one that KEPT names, and the bill an address of the calculator.
function read(text) {
  const { format, version, bill: address, kept } = JSON.parse(text);
  const known = Object.entries(kept).every(([key, value]) => KEPT.includes(key) && Array.isArray(JSON.parse(value)));
  if (format !== FORMAT || version !== VERSION || !/^#\/calculator(\?|$)/.test(address) || !known) throw new Error("no drafts");
  return { bill: address, kept };
}

async function restore() {
  const [file] = at("drafts-file").files;
  at("drafts-file").value = "";
  if (!file) return;
  try {
    if (file.size > MOST) throw new Error("too large");
    const found = read(await file.text());
    history.replaceState({ kept: found.kept }, "", found.bill);
    location.reload();
  } catch {
    at("drafts-fault").hidden = false;
  }
}

// The program asks for these addresses; before it hears of them they are taken away again.
function take(event) {
  const asked = location.hash === "#/drafts" ? "drafts" : AWAY.test(location.hash) ? "elsewhere" : "";
  if (!asked) return;
  event?.stopImmediatePropagation();
  history.replaceState(history.state, "", event ? new URL(event.oldURL).hash || "#/" : "#/");
  at("drafts-fault").hidden = true;
  if (!at(asked).open) at(asked).showModal();
}

addEventListener("hashchange", take);
at("drafts-save").addEventListener("click", save);
at("drafts-file").addEventListener("change", restore);
for (const name of ["drafts", "elsewhere"]) at(name + "-close").addEventListener("click", () => at(name).close());
take();

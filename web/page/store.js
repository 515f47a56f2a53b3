// The page's side of the store: commands go to the worker that holds the database, events come back, in every tab.
//
// One tab hosts the worker, under a Web Lock; when it goes, the next one starts its own. All tabs, the host too, talk
// to the worker over one BroadcastChannel. A command is numbered and kept until it is acknowledged; a worker that has
// just begun says so and is sent all that is kept, in order (done twice it is done once: web/worker/desk).
//
//   const store = openStore({ onEvent(json) { … }, onBackup(file) { … } });
//   store.send('{"cmd":"draft_save","id":"","kind":"remote_care","form":{}}');
//
// A draft that could not be saved for want of room is offered again every few seconds, in its newest form.
// Without secure context there are neither locks nor files: each tab has a worker of its own that keeps nothing. So has
// the device in a hall (web/page/kiosk.js), which leaves alone what stands in the files of its owner.

import { kiosk, remembered } from "./device.js";

const AGAIN_MS = 2000;
const SAVE_AGAIN_MS = 5000;
const START_AGAIN_MS = 2000;
const WORTH_ANOTHER_TRY = new Set(["disk_full", "io_error", "busy", "storage_lost"]);

function randomHex(bytes) {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

const isShared = () => remembered("shared") === "1";

class Store {
  #tab = randomHex(8);
  #onEvent;
  #onBackup;
  #channel;
  #shared = isSecureContext && "locks" in navigator && !kiosk;
  #waiting = new Map(); // number → { command, file }
  #last = 0;
  #unsaved = new Map(); // draft → its newest draft_save
  #owner = false;
  #began = false; // the worker's scripts run
  #waits = false; // its worker is still being fetched, and the person knows
  #greeted = false;
  #timer = null;
  #asked = false; // for storage that the browser does not clear by itself

  constructor(onEvent, onBackup) {
    this.#onEvent = onEvent;
    this.#onBackup = onBackup;
    this.#channel = new BroadcastChannel(this.#shared ? "mingbai" : `mingbai-${this.#tab}`);
    this.#channel.onmessage = ({ data }) => this.#receive(data);
    addEventListener("online", () => this.setOnline(true));
    addEventListener("offline", () => this.setOnline(false));
    // On a shared computer the session goes with the page.
    addEventListener("pagehide", () => {
      if (this.#owner && isShared()) fetch("/api/v1/sessions/current", { method: "DELETE", keepalive: true }).catch(() => {});
    });
    this.#greet();
    this.#become();
  }

  // `file`: a Blob that travels beside the command.
  send(json, file) {
    const command = JSON.parse(json);
    if (command.cmd === "shared_device") return this.#share(command.on);
    if (command.cmd === "paper_add" && !command.id) command.id = randomHex(16);
    if (command.cmd === "draft_save") {
      if (!command.id) command.id = randomHex(16);
      this.#unsaved.set(command.id, command);
    } else if (command.cmd === "draft_delete" || command.cmd === "submit") {
      this.#unsaved.delete(command.id ?? command.draft);
    }
    this.#post(command, file);
  }

  // Nothing that is still to be saved or sent survives; the setting itself is the page's (web/page/device.js).
  #share(shared) {
    this.#waiting.clear();
    this.#unsaved.clear();
    this.#channel.postMessage({ shared });
  }

  setOnline(online) {
    this.#channel.postMessage({ online });
  }

  // Something would be lost or done twice if the page were loaded anew now.
  get busy() {
    return this.#waiting.size > 0 || this.#unsaved.size > 0;
  }

  #post(command, file) {
    this.#waiting.set(++this.#last, { command, file });
    this.#sendWaiting();
  }

  #sendWaiting() {
    const commands = Array.from(this.#waiting, ([number, { command, file }]) => (file ? [number, JSON.stringify(command), file] : [number, JSON.stringify(command)]));
    if (commands.length > 0) this.#channel.postMessage({ tab: this.#tab, commands });
    this.#again();
  }

  #greet() {
    this.#channel.postMessage({ tab: this.#tab, greet: true });
    this.#again();
  }

  #again() {
    if (this.#timer !== null || (this.#greeted && this.#waiting.size === 0)) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (!this.#greeted) this.#greet();
      this.#sendWaiting();
    }, AGAIN_MS);
  }

  #become() {
    if (!this.#shared) return this.#host();
    navigator.locks.request("mingbai-owner", () => {
      this.#host();
      return new Promise(() => {}); // for as long as the tab lives
    });
  }

  // A worker whose scripts could not be fetched is begun anew.
  #host() {
    this.#owner = true;
    this.#began = false;
    const worker = new Worker(new URL(kiosk ? "worker.js?shared&kiosk" : isShared() ? "worker.js?shared" : "worker.js", import.meta.url), { type: "module", name: this.#channel.name });
    worker.onerror = () => {
      if (this.#began) return this.#fault("worker_failed");
      worker.terminate();
      this.#wait();
      setTimeout(() => this.#host(), START_AGAIN_MS);
    };
  }

  #wait() {
    if (!this.#waits) this.#fault("worker_waits");
    this.#waits = true;
  }

  #fault(code) {
    this.#onEvent(JSON.stringify({ event: "fault", code, during: "start", findings: null }));
  }

  #receive({ ready, waits, failed, to, acknowledged, event, backup }) {
    if (ready || waits || failed) this.#began = true;
    if (waits) this.#wait();
    if (ready) {
      this.#waits = false;
      this.#channel.postMessage({ online: navigator.onLine });
      this.#sendWaiting();
    }
    if (failed) this.#fault("worker_failed");
    if (to && to !== this.#tab) return;
    if (acknowledged) this.#waiting.delete(acknowledged);
    if (event) this.#tell(event);
    if (backup) this.#onBackup(backup);
  }

  #tell(text) {
    const event = JSON.parse(text);
    if (event.event === "state") this.#greeted = true;
    if (event.event === "state" && !this.#owner) text = JSON.stringify({ ...event, owner: false });
    if (event.event === "saved") this.#saved(event.id);
    if (event.event === "fault" && event.during === "draft_save") this.#notSaved(event);
    this.#onEvent(text);
  }

  #isWaiting(draft) {
    return Array.from(this.#waiting.values()).some(({ command }) => command.cmd === "draft_save" && command.id === draft);
  }

  #saved(draft) {
    if (!this.#isWaiting(draft)) this.#unsaved.delete(draft);
    if (!this.#asked) navigator.storage?.persist?.().catch(() => {});
    this.#asked = true;
  }

  #notSaved({ code, id }) {
    const newest = this.#unsaved.get(id);
    if (!newest) return;
    if (!WORTH_ANOTHER_TRY.has(code)) return void this.#unsaved.delete(id);
    setTimeout(() => {
      if (this.#unsaved.get(id) === newest && !this.#isWaiting(id)) this.#post(newest);
    }, SAVE_AGAIN_MS);
  }
}

export function openStore({ onEvent, onBackup }) {
  return new Store(onEvent, onBackup);
}

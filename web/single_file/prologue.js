// The single-file edition: runs before everything else, in the page and in its worker, and stands in for the server. What
// the program fetches by name lies in this document, packed; there is no network, and the content security policy allows
// none. cmake/single_file.py puts it together.
//
// In the page `mingbaiPacked` finds a file's text by its name; the worker is sent the files it needs, as `mingbaiScripts` lists.
(() => {
  const TYPES = { wasm: "application/wasm", json: "application/json" };
  const inPage = typeof document !== "undefined";
  let given; // in the worker: name → bytes
  const arrived = inPage ? null : new Promise((resolve) => { given = resolve; });

  async function unpacked(name) {
    const element = document.getElementById("file:" + name);
    if (!element) throw new TypeError(`${name} is not part of this file`);
    const packed = Uint8Array.from(atob(element.textContent), (letter) => letter.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return new Response(stream).arrayBuffer();
  }

  const bytesOf = async (name) => {
    if (inPage) return unpacked(name);
    const bytes = (await arrived)[name];
    if (!bytes) throw new TypeError(`${name} is not part of this file`);
    return bytes;
  };

  globalThis.mingbaiEdition = "file";
  globalThis.mingbaiBase = "file:///";
  globalThis.fetch = async (wanted) => {
    const name = String(wanted).replace("file:///", "");
    return new Response(await bytesOf(name), { headers: { "content-type": TYPES[name.split(".").pop()] ?? "application/octet-stream" } });
  };

  if (!inPage) {
    addEventListener("message", function first(event) {
      removeEventListener("message", first);
      event.stopImmediatePropagation();
      given(event.data);
    });
    return;
  }

  // A worker is a script of this document with this prologue before it; the files it fetches follow it at once.
  const Native = globalThis.Worker;
  globalThis.Worker = class extends Native {
    constructor(wanted) {
      const name = String(wanted).replace("file:///", "");
      const script = document.getElementById("worker:" + name).textContent;
      const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
      super(url);
      URL.revokeObjectURL(url);
      const { files } = document.getElementById("worker:" + name).dataset;
      this.waiting = [];
      Promise.all(files.split(" ").map(async (file) => [file, await unpacked(file)])).then((entries) => {
        const content = Object.fromEntries(entries);
        super.postMessage(content, Object.values(content));
        for (const message of this.waiting.splice(0)) super.postMessage(message);
        this.waiting = null;
      }, (error) => this.onerror?.(error));
    }

    postMessage(message) {
      if (this.waiting) this.waiting.push(message);
      else super.postMessage(message);
    }
  };
})();

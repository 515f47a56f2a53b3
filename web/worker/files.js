// The three files under the database (database, journal, write-ahead log), from the best place this browser has.
//
// Every place gives { kind, handles, keep(), close(), erase(), lost }. `handles` have the face of FileSystemSyncAccessHandle.
// What was written and flushed is durable once keep() is fulfilled: at once for real files, after a transaction of IndexedDB
// for images. An image is a file in memory; only its changed blocks are written. What leaves memory is sealed (sealed.js).
// erase() forgets the key and empties the files: nothing that was in them can be read again. `lost`: there was something that
// no key opens any more.

import { forgetKey, openKey } from "./key.js";
import { SealedFile } from "./sealed.js";

const NAMES = ["mingbai.sealed", "mingbai.sealed-journal", "mingbai.sealed-wal"];
const OPEN_NAMES = ["mingbai.db", "mingbai.db-journal", "mingbai.db-wal"]; // of versions that did not seal
const KEY_NAME = "mingbai.key";
const BLOCK = 65536;
const HANDLE_WAIT_MS = 3000;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// A worker that has just gone may hold its handles a moment longer than its lock.
async function openHandle(file) {
  const last = Date.now() + HANDLE_WAIT_MS;
  for (;;) {
    try {
      return await file.createSyncAccessHandle();
    } catch (error) {
      if (error.name !== "NoModificationAllowedError" || Date.now() > last) throw error;
      await pause(25);
    }
  }
}

const sealed = (handles, key) => handles.map((handle, number) => new SealedFile(handle, key, number));

// All of one file behind another face of it.
function copy(from, to) {
  const bytes = new Uint8Array(BLOCK);
  for (let at = 0, size = from.getSize(); at < size; at += BLOCK) {
    const part = bytes.subarray(0, Math.min(BLOCK, size - at));
    from.read(part, { at });
    to.write(part, { at });
  }
  to.flush();
}

function keyFile(handle) {
  const put = (bytes) => {
    handle.write(bytes, { at: 0 });
    handle.truncate(bytes.length);
    handle.flush();
  };
  return {
    load() {
      const bytes = new Uint8Array(handle.getSize());
      handle.read(bytes, { at: 0 });
      return bytes;
    },
    save: put,
    erase() {
      put(new Uint8Array(handle.getSize()));
      put(new Uint8Array(0));
    },
  };
}

// Files of an earlier version are sealed before they are emptied; interrupted, it begins again.
async function adoptOpenFiles(folder, handles) {
  const earlier = [];
  try {
    for (const name of OPEN_NAMES) earlier.push(await openHandle(await folder.getFileHandle(name)));
    if (earlier[0].getSize() > 0) earlier.forEach((file, at) => (handles[at].truncate(0), copy(file, handles[at])));
    for (const file of earlier) {
      file.truncate(0);
      file.flush();
    }
  } catch (error) {
    if (error.name !== "NotFoundError") throw error;
  } finally {
    for (const file of earlier) file.close();
  }
}

export async function openPrivateFiles() {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("mingbai", { create: true });
  const opened = [];
  const close = () => {
    for (const handle of opened) handle.close();
  };
  const empty = (handles) => {
    for (const handle of handles) handle.truncate(0);
    for (const handle of handles) handle.flush();
  };
  try {
    for (const name of [...NAMES, KEY_NAME]) opened.push(await openHandle(await folder.getFileHandle(name, { create: true })));
    const raw = opened.slice(0, NAMES.length), holder = keyFile(opened.at(-1));
    const { bytes, fresh } = await openKey(holder);
    const lost = fresh && raw[0].getSize() > 0;
    if (fresh) empty(raw);
    const handles = sealed(raw, bytes);
    await adoptOpenFiles(folder, handles);
    const erase = async () => {
      await forgetKey(holder);
      empty(raw);
    };
    return { kind: "opfs", handles, keep: async () => {}, close, erase, lost };
  } catch (error) {
    close();
    throw error;
  }
}

class Image {
  bytes = new Uint8Array(BLOCK);
  size = 0;
  changed = new Set();
  resized = false;

  read(to, { at }) {
    const count = Math.max(0, Math.min(to.length, this.size - at));
    to.set(this.bytes.subarray(at, at + count));
    return count;
  }

  write(from, { at }) {
    this.resize(Math.max(this.size, at + from.length));
    this.bytes.set(from, at);
    for (let block = Math.floor(at / BLOCK); block * BLOCK < at + from.length; ++block) this.changed.add(block);
    return from.length;
  }

  truncate(size) {
    this.resize(size);
  }

  resize(size) {
    if (size === this.size) return;
    if (size > this.bytes.length) {
      const larger = new Uint8Array(Math.max(2 * this.bytes.length, Math.ceil(size / BLOCK) * BLOCK));
      larger.set(this.bytes.subarray(0, this.size));
      this.bytes = larger;
    }
    if (size < this.size) this.bytes.fill(0, size, this.size);
    for (let block = Math.floor(Math.min(size, this.size) / BLOCK); block * BLOCK < size; ++block) this.changed.add(block);
    this.size = size;
    this.resized = true;
  }

  flush() {}

  getSize() {
    return this.size;
  }

  block(index) {
    return this.bytes.slice(index * BLOCK, Math.min((index + 1) * BLOCK, this.size));
  }
}

export function openMemory() {
  return { kind: "memory", handles: NAMES.map(() => new Image()), keep: async () => {}, close() {}, erase: async () => {}, lost: false };
}

const settled = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

function openIndex() {
  const request = indexedDB.open("mingbai", 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("size"); // by file
    request.result.createObjectStore("block"); // by [file, index]
  };
  return settled(request);
}

async function load(index) {
  const images = NAMES.map(() => new Image());
  const reading = index.transaction(["size", "block"]);
  const sizes = await Promise.all(NAMES.map((_, file) => settled(reading.objectStore("size").get(file))));
  for (const [file, image] of images.entries()) {
    image.resize(sizes[file] ?? 0);
    const blocks = await settled(reading.objectStore("block").getAll(IDBKeyRange.bound([file, 0], [file, Infinity])));
    blocks.forEach((block, at) => image.bytes.set(block, at * BLOCK));
    image.changed.clear();
    image.resized = false;
  }
  return images;
}

function put(writing, file, image) {
  const blocks = Math.ceil(image.size / BLOCK);
  for (const block of image.changed) {
    if (block < blocks) writing.objectStore("block").put(image.block(block), [file, block]);
  }
  writing.objectStore("block").delete(IDBKeyRange.bound([file, blocks], [file, Infinity]));
  writing.objectStore("size").put(image.size, file);
}

// All that changed in all three images, or nothing of it.
async function write(index, images) {
  const isChanged = (image) => image.resized || image.changed.size > 0;
  if (!images.some(isChanged)) return;
  const writing = index.transaction(["size", "block"], "readwrite", { durability: "strict" });
  const done = new Promise((resolve, reject) => {
    writing.oncomplete = () => resolve();
    writing.onabort = () => reject(writing.error ?? new DOMException("aborted", "AbortError"));
  });
  try {
    for (const [file, image] of images.entries()) if (isChanged(image)) put(writing, file, image);
  } catch (error) {
    done.catch(() => {});
    writing.abort();
    throw error;
  }
  await done;
  for (const image of images) {
    image.changed.clear();
    image.resized = false;
  }
}

function keyRecord(index) {
  const put = (bytes) => {
    const writing = index.transaction("size", "readwrite", { durability: "strict" });
    return settled(bytes === null ? writing.objectStore("size").delete("key") : writing.objectStore("size").put(bytes, "key"));
  };
  return {
    load: async () => (await settled(index.transaction("size").objectStore("size").get("key"))) ?? null,
    save: put,
    erase: () => put(null),
  };
}

const isOpen = (image) => image.size >= 16 && new TextDecoder().decode(image.block(0).subarray(0, 15)) === "SQLite format 3";

export async function openImages() {
  const index = await openIndex();
  const holder = keyRecord(index);
  let images = await load(index);
  const earlier = isOpen(images[0]) ? images : null;
  const { bytes, fresh } = await openKey(holder);
  const lost = fresh && !earlier && images[0].size > 0;
  if (fresh) {
    images = NAMES.map(() => new Image());
    for (const image of images) image.resized = true;
  }
  const handles = sealed(images, bytes);
  if (earlier) earlier.forEach((image, at) => copy(image, handles[at]));
  const erase = async () => {
    await forgetKey(holder);
    for (const image of images) image.truncate(0);
    await write(index, images);
  };
  return { kind: "indexeddb", handles, keep: () => write(index, images), close: () => index.close(), erase, lost };
}

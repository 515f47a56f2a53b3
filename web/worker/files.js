// The three files under the database (database, journal, write-ahead log), from the best place this browser has.
//
// Every place gives { kind, handles, keep(), close() }. `handles` have the face of FileSystemSyncAccessHandle. What was
// written and flushed is durable once keep() is fulfilled: at once for real files, after a transaction of IndexedDB
// for images. An image is a file in memory; only its changed blocks are written.

const NAMES = ["mingbai.db", "mingbai.db-journal", "mingbai.db-wal"];
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

export async function openPrivateFiles() {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("mingbai", { create: true });
  const handles = [];
  const close = () => {
    for (const handle of handles) handle.close();
  };
  try {
    for (const name of NAMES) handles.push(await openHandle(await folder.getFileHandle(name, { create: true })));
  } catch (error) {
    close();
    throw error;
  }
  return { kind: "opfs", handles, keep: async () => {}, close };
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
  return { kind: "memory", handles: NAMES.map(() => new Image()), keep: async () => {}, close() {} };
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

export async function openImages() {
  const index = await openIndex();
  const images = await load(index);
  return { kind: "indexeddb", handles: images, keep: () => write(index, images), close: () => index.close() };
}

// The key that this device's files are sealed with (sealed.js): 64 random bytes, kept in two halves in two places. What stands
// beside the files is wrapped by a key of WebCrypto's that no script can read out and that IndexedDB keeps. Either half alone
// opens nothing, and forgetting it is forgetting everything that was ever sealed with it.
//
// `holder`: { load(), save(bytes), erase() }, the place beside the files; erase() overwrites it.

const BYTES = 64;
const IV = 12;
const WRAPPED = 1, PLAIN = 0; // first byte of what the holder has; without IndexedDB there is but one half

const settled = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function openIndex() {
  const request = indexedDB.open("mingbai-key", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("key");
  return settled(request);
}

async function withStore(mode, work) {
  const index = await openIndex();
  try {
    const transaction = index.transaction("key", mode, { durability: "strict" });
    const done = new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new DOMException("aborted", "AbortError"));
    });
    const result = await settled(work(transaction.objectStore("key")));
    await done;
    return result;
  } finally {
    index.close();
  }
}

async function newWrappingKey() {
  try {
    const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    await withStore("readwrite", (store) => store.put(key, "wrapping"));
    return key;
  } catch {
    return null;
  }
}

// Null: no key opens it any more. An IndexedDB that fails throws: its half may be there the next time.
async function unwrapped(held) {
  if (held === null || held.length === 0) return null;
  if (held[0] === PLAIN) return held.length === 1 + BYTES ? held.slice(1) : null;
  const key = await withStore("readonly", (store) => store.get("wrapping"));
  if (key === undefined) return null;
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv: held.slice(1, 1 + IV) }, key, held.slice(1 + IV)));
  } catch {
    return null;
  }
}

async function made(holder) {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  const key = await newWrappingKey();
  if (key === null) {
    await holder.save(Uint8Array.of(PLAIN, ...bytes));
    return bytes;
  }
  const iv = crypto.getRandomValues(new Uint8Array(IV));
  const wrapped = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, bytes));
  await holder.save(Uint8Array.of(WRAPPED, ...iv, ...wrapped));
  return bytes;
}

// `fresh`: what was sealed before, if anything, cannot be opened any more.
export async function openKey(holder) {
  const bytes = await unwrapped(await holder.load());
  return bytes === null ? { bytes: await made(holder), fresh: true } : { bytes, fresh: false };
}

export async function forgetKey(holder) {
  await holder.erase();
  await withStore("readwrite", (store) => store.clear()).catch(() => {});
}

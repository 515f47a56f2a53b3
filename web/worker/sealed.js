// A file that is sealed on the disk: its bytes are XTS-AES-256 (IEEE 1619, NIST SP 800-38E) in units of 512, the way whole
// disks are. It has the face of the handle under it, so SQLite reads and writes as if it were not there.
//
// Sealing changes no place and no length: what was written and flushed stays whole however the next write ends, as without it.
// The length is rounded up to a unit, the rest is zero; SQLite asks for nothing more exact. A unit is told from every other by
// its place and the number of its file. The cipher is @noble/ciphers'; docs/decisions/0018 says what sealing is worth.
//
//   const file = new SealedFile(handle, key, 0);   // 64 bytes of key; the file's number

import { ecb } from "@noble/ciphers/aes";

const UNIT = 512;
const BLOCK = 16;
const units = (bytes) => Math.ceil(bytes / UNIT);

export class SealedFile {
  #handle;
  #data; // key of the content
  #place; // key of the tweaks
  #number;

  constructor(handle, key, number) {
    this.#handle = handle;
    this.#data = key.slice(0, 32);
    this.#place = key.slice(32, 64);
    this.#number = number;
  }

  // One 16-byte tweak a block, for whole units from `first` on.
  #tweaks(first, count) {
    const numbers = new DataView(new ArrayBuffer(count * BLOCK));
    for (let unit = 0; unit < count; ++unit) {
      numbers.setBigUint64(unit * BLOCK, BigInt(first + unit), true);
      numbers.setUint32(unit * BLOCK + 8, this.#number, true);
    }
    const starts = new Uint32Array(ecb(this.#place, { disablePadding: true }).encrypt(new Uint8Array(numbers.buffer)).slice().buffer);
    const tweaks = new Uint32Array((count * UNIT) / 4);
    for (let unit = 0, at = 0; unit < count; ++unit) {
      let [a, b, c, d] = starts.subarray(unit * 4, unit * 4 + 4);
      for (let block = 0; block < UNIT / BLOCK; ++block) {
        tweaks[at++] = a;
        tweaks[at++] = b;
        tweaks[at++] = c;
        tweaks[at++] = d;
        const carry = d >>> 31;
        d = (d << 1) | (c >>> 31);
        c = (c << 1) | (b >>> 31);
        b = (b << 1) | (a >>> 31);
        a = (a << 1) ^ (carry ? 0x87 : 0);
      }
    }
    return tweaks;
  }

  // `bytes`: whole units, aligned to 4.
  #turned(bytes, first, encrypt) {
    const tweaks = this.#tweaks(first, bytes.length / UNIT);
    const mix = (words) => {
      for (let at = 0; at < words.length; ++at) words[at] ^= tweaks[at];
    };
    mix(new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4));
    const cipher = ecb(this.#data, { disablePadding: true });
    const out = (encrypt ? cipher.encrypt(bytes) : cipher.decrypt(bytes)).slice();
    mix(new Uint32Array(out.buffer, 0, out.length / 4));
    return out;
  }

  // What stands in these units; what lies behind the end is zero.
  #opened(first, count) {
    const sealed = new Uint8Array(count * UNIT);
    const got = Math.floor(this.#handle.read(sealed, { at: first * UNIT }) / UNIT);
    const out = new Uint8Array(count * UNIT);
    if (got > 0) out.set(this.#turned(sealed.slice(0, got * UNIT), first, false));
    return { bytes: out, size: got * UNIT };
  }

  read(to, { at }) {
    const first = Math.floor(at / UNIT);
    const { bytes, size } = this.#opened(first, units(at + to.length) - first);
    const from = at - first * UNIT;
    const count = Math.max(0, Math.min(to.length, size - from));
    to.set(bytes.subarray(from, from + count));
    return count;
  }

  write(from, { at }) {
    const first = Math.floor(at / UNIT), last = units(at + from.length) - 1, start = at - first * UNIT;
    const bytes = new Uint8Array((last + 1 - first) * UNIT);
    if (start > 0) bytes.set(this.#opened(first, 1).bytes);
    if ((at + from.length) % UNIT > 0 && (last > first || start === 0)) bytes.set(this.#opened(last, 1).bytes, (last - first) * UNIT);
    bytes.set(from, start);
    const written = this.#handle.write(this.#turned(bytes, first, true), { at: first * UNIT });
    if (written === bytes.length) return from.length;
    return written > bytes.length ? written : 0; // Chromium's error as a count, or too little
  }

  truncate(size) {
    this.#handle.truncate(units(size) * UNIT);
  }

  flush() {
    this.#handle.flush();
  }

  getSize() {
    return this.#handle.getSize();
  }
}

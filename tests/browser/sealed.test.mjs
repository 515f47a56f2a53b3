// The seal over the files of a device: XTS-AES-256 as OpenSSL has it, and a file that reads as it was written.

import assert from "node:assert/strict";
import { createCipheriv, randomBytes } from "node:crypto";
import { test } from "node:test";

const { SealedFile } = await import(new URL("../../build/web/sealed.js", import.meta.url));

class Memory {
  bytes = new Uint8Array(1 << 19);
  size = 0;

  read(to, { at }) {
    const count = Math.max(0, Math.min(to.length, this.size - at));
    to.set(this.bytes.subarray(at, at + count));
    return count;
  }

  write(from, { at }) {
    this.bytes.set(from, at);
    this.size = Math.max(this.size, at + from.length);
    return from.length;
  }

  truncate(size) {
    this.bytes.fill(0, size);
    this.size = size;
  }

  flush() {}

  getSize() {
    return this.size;
  }
}

const key = new Uint8Array(randomBytes(64));

test("each unit is sealed as OpenSSL's aes-256-xts does it", () => {
  const memory = new Memory();
  const content = randomBytes(512 * 5);
  new SealedFile(memory, key, 0).write(new Uint8Array(content), { at: 512 * 3 });
  for (let unit = 0; unit < 5; ++unit) {
    const tweak = Buffer.alloc(16);
    tweak.writeBigUInt64LE(BigInt(3 + unit));
    const cipher = createCipheriv("aes-256-xts", key, tweak);
    const wanted = Buffer.concat([cipher.update(content.subarray(unit * 512, (unit + 1) * 512)), cipher.final()]);
    assert.deepEqual(Buffer.from(memory.bytes.subarray((3 + unit) * 512, (4 + unit) * 512)), wanted);
  }
});

test("the same bytes are others in another file and under another key", () => {
  const sealed = (which, number) => {
    const memory = new Memory();
    new SealedFile(memory, which, number).write(new Uint8Array(512), { at: 0 });
    return Buffer.from(memory.bytes.subarray(0, 512));
  };
  assert.notDeepEqual(sealed(key, 0), sealed(key, 1));
  assert.notDeepEqual(sealed(key, 0), sealed(new Uint8Array(randomBytes(64)), 0));
  assert.deepEqual(sealed(key, 2), sealed(key, 2));
});

test("writes of any length at any place are read back, and nothing beside them changes", () => {
  const file = new SealedFile(new Memory(), key, 2);
  const plain = new Uint8Array(1 << 18);
  let size = 0, state = 1;
  const below = (limit) => (state = (state * 48271) % 0x7fffffff) % limit;
  for (let turn = 0; turn < 400; ++turn) {
    const at = below(size + 1), bytes = new Uint8Array(randomBytes(1 + below(5000)));
    assert.equal(file.write(bytes, { at }), bytes.length);
    plain.set(bytes, at);
    size = Math.max(size, at + bytes.length);
    const from = below(size), to = new Uint8Array(below(6000));
    const count = file.read(to, { at: from });
    assert.equal(count, Math.max(0, Math.min(to.length, file.getSize() - from)));
    assert.deepEqual(to.subarray(0, count), plain.subarray(from, from + count));
  }
  assert.equal(file.getSize(), Math.ceil(size / 512) * 512);
  assert.equal(file.read(new Uint8Array(10), { at: file.getSize() }), 0);
});

test("a write that the browser refuses is no write", () => {
  const memory = new Memory();
  const file = new SealedFile(memory, key, 0);
  memory.write = () => 4294967288;
  assert.equal(file.write(new Uint8Array(100), { at: 0 }), 4294967288);
  memory.write = () => 17;
  assert.equal(file.write(new Uint8Array(100), { at: 0 }), 0);
});

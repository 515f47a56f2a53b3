// The app's files: types, compression, caching, and that no path leaves the folder.

import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import test, { after, before } from "node:test";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import { scenarios } from "./scenario.js";
import { start } from "./server.js";

const RARE_BYTES = 128 << 20;
const script = "export const answer = 42;\n".repeat(100);
let server;
before(async () => {
  server = await start({
    web: {
      "index.html": "<!doctype html><title>Mingbai</title>",
      "app.js": script,
      "app.js.br": brotliCompressSync(script),
      "sw.js": "//",
      "page.wasm": "\0asm",
      "fonts/base-0123456789abcdef.otf": "OTTO",
      "policies.json": "{}",
      "style.css": "a{}",
      "sub/.secret": "hidden",
      "rare-1a0.ttf": Buffer.alloc(RARE_BYTES, "x"),
      "rare-1a0.ttf.br": brotliCompressSync("outlines"),
      "rare-1a1.ttf": "outlines",
    },
  });
  writeFileSync(path.join(server.folder, "outside.txt"), "outside");
});
after(() => server.stop());

const get = (path, rest) => ({ name: `GET ${path}`, path, status: 200, ...rest });
scenarios(() => server, () => ({}), [
  get("/", { has: ["Mingbai"], header: { "content-type": /^text\/html; charset=utf-8$/, "cache-control": /^no-cache$/, etag: /^"[0-9a-f]{20}"$/ } }),
  get("/index.html", { has: ["Mingbai"] }),
  get("/app.js?v=1", { has: ["answer"], header: { "content-type": /^text\/javascript; charset=utf-8$/, "content-encoding": null, vary: /Accept-Encoding/ } }),
  get("/sw.js", { header: { "cache-control": /^no-cache$/ } }),
  get("/page.wasm", { header: { "content-type": /^application\/wasm$/ } }),
  get("/fonts/base-0123456789abcdef.otf", { header: { "content-type": /^font\/otf$/, "cache-control": /immutable/ } }),
  get("/policies.json", { header: { "content-type": /^application\/json$/ } }),
  get("/style.css", { header: { "content-type": /^text\/css/ } }),
  { name: "HEAD gives the length and no body", method: "HEAD", path: "/app.js", status: 200, lacks: ["answer"], header: { "content-length": new RegExp(`^${script.length}$`) } },
  { name: "brotli is not sent to those who refuse it", path: "/app.js", headers: { "accept-encoding": "gzip, br;q=0" }, status: 200, has: ["answer"], header: { "content-encoding": null } },
  { name: "the compressed form is no file of its own", path: "/app.js.br", status: 404 },
  { name: "hidden files are not served", path: "/sub/.secret", status: 404, lacks: ["hidden"] },
  { name: "a folder is not listed", path: "/fonts/", status: 404 },
  { name: "the database is not served", path: "/mingbai.db", status: 404 },
]);

test("brotli is sent to those who accept it, under an ETag of its own", async () => {
  const answer = await server.ask("GET", "/app.js", { headers: { "accept-encoding": "gzip, deflate, br" } });
  assert.equal(answer.headers["content-encoding"], "br");
  assert.match(answer.headers.etag, /-br"$/);
  assert.equal(brotliDecompressSync(answer.bytes).toString(), script);
});

test("what has not changed is not sent again", async () => {
  const first = await server.ask("GET", "/app.js");
  const again = await server.ask("GET", "/app.js", { headers: { "if-none-match": first.headers.etag } });
  assert.equal(again.status, 304);
  assert.equal(again.text, "");
  assert.equal(again.headers.etag, first.headers.etag);
  const other = await server.ask("GET", "/app.js", { headers: { "if-none-match": '"0"' } });
  assert.equal(other.status, 200);
});

test("rare characters are read when they are asked for: they take no memory, and what lies there is sent", async () => {
  const resident = () => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.process.pid}/status`, "utf8"))[1]) << 10;
  assert.ok(resident() < RARE_BYTES, `${resident()} bytes in memory`);
  const packed = await server.ask("GET", "/rare-1a0.ttf", { headers: { "accept-encoding": "br" } });
  assert.equal(brotliDecompressSync(packed.bytes).toString(), "outlines");
  assert.match(packed.headers.etag, /^"[0-9a-f]{20}-br"$/);
  assert.equal(packed.headers["content-type"], "font/ttf");
  const first = await server.ask("GET", "/rare-1a1.ttf");
  assert.equal(first.text, "outlines");
  assert.equal((await server.ask("GET", "/rare-1a1.ttf", { headers: { "if-none-match": first.headers.etag } })).status, 304);
  writeFileSync(path.join(server.folder, "web/rare-1a1.ttf"), "of another version");
  const second = await server.ask("GET", "/rare-1a1.ttf", { headers: { "if-none-match": first.headers.etag } });
  assert.equal(second.text, "of another version");
  rmSync(path.join(server.folder, "web/rare-1a1.ttf"));
  assert.equal((await server.ask("GET", "/rare-1a1.ttf")).json.status, 404);
  assert.equal((await server.ask("GET", "/rare-1a2.ttf")).status, 404);
});

// A client's library would tidy these paths; a bare socket does not.
for (const target of ["/../outside.txt", "/%2e%2e/outside.txt", "/..%2foutside.txt", "/sub/../../outside.txt", "//outside.txt", "/\\..\\outside.txt", "/app.js%00.html", "http://127.0.0.1/../outside.txt"]) {
  test(`no path leaves the folder: ${target}`, async () => {
    const text = await new Promise((resolve) => {
      let got = "";
      const socket = net.connect(server.port, server.host, () => socket.write(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`));
      socket.on("data", (bytes) => (got += bytes)).on("close", () => resolve(got));
    });
    assert.match(text, /^HTTP\/1\.1 40[04]/);
    assert.ok(!text.includes("outside"));
  });
}

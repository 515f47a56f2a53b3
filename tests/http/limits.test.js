// What is too large, too slow or no HTTP at all, over a bare socket: the answer is a problem with every header, or a
// closed connection; the server goes on.

import assert from "node:assert/strict";
import net from "node:net";
import test, { after, before } from "node:test";
import { checkEveryAnswer } from "./scenario.js";
import { start } from "./server.js";

let server;
before(async () => (server = await start({ options: ["--read-timeout", "1"] })));
after(() => server.stop());

// Writes the parts one after the other, waiting `pause_ms` between them, and gives all that came back and when.
function talk(parts, pause_ms = 0) {
  return new Promise((resolve) => {
    const began = Date.now();
    let text = "";
    const socket = net.connect(server.port, server.host, async () => {
      for (const part of parts) {
        socket.write(part);
        if (pause_ms) await new Promise((done) => setTimeout(done, pause_ms));
      }
    });
    socket.on("data", (bytes) => (text += bytes));
    socket.on("error", () => {});
    socket.on("close", () => resolve({ text, took_ms: Date.now() - began }));
  });
}

function parsed(text) {
  const [head, body] = [text.slice(0, text.indexOf("\r\n\r\n")), text.slice(text.indexOf("\r\n\r\n") + 4)];
  const [first, ...lines] = head.split("\r\n");
  const headers = Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 2)]));
  return { status: Number(first.split(" ")[1]), headers, text: body, json: JSON.parse(body) };
}

const mebibyte = 1 << 20;
const rows = [
  { name: "a body announced past one mebibyte", parts: [`POST /api/v1/push HTTP/1.1\r\nHost: x\r\nContent-Length: ${mebibyte + 1}\r\n\r\n`], status: 413 },
  { name: "a chunked body that grows past one mebibyte", parts: ["POST /api/v1/push HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n", ...Array(20).fill(`10000\r\n${"x".repeat(65536)}\r\n`)], status: 413 },
  { name: "headers past 16 KiB", parts: [`GET / HTTP/1.1\r\nHost: x\r\nCookie: ${"a".repeat(20_000)}\r\n\r\n`], status: 431 },
  { name: "an endless first line", parts: [`GET /${"a".repeat(40_000)} HTTP/1.1\r\n\r\n`], status: 431 },
  { name: "no HTTP at all", parts: ["\x16\x03\x01\x02\x00hello\r\n\r\n"], status: 400 },
  { name: "a line break inside a header", parts: ["GET / HTTP/1.1\r\nHost: x\r\nBad\x00Name: 1\r\n\r\n"], status: 400 },
  { name: "two lengths that differ", parts: ["POST /api/v1/push HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"], status: 400 },
  { name: "another version of HTTP", parts: ["GET / HTTP/9.9\r\n\r\n"], status: 400 },
];

for (const row of rows) {
  test(`${row.name}: ${row.status}, and the connection ends`, async () => {
    const { text } = await talk(row.parts);
    const answer = parsed(text);
    assert.equal(answer.status, row.status);
    checkEveryAnswer(answer);
    assert.equal(answer.headers.connection, "close");
  });
}

test("exactly one mebibyte is read", async () => {
  const body = '{"login":"anna","password":"' + "x".repeat(mebibyte - 30) + '"}';
  assert.equal(body.length, mebibyte);
  const answer = await server.ask("POST", "/api/v1/sessions", { body, headers: { "content-type": "application/json" } });
  assert.equal(answer.status, 401);
});

test("a client that sends its headers drop by drop is cut off", async () => {
  const { took_ms } = await talk(["GET / HTTP/1.1\r\n", ..."X-Slow: 1\r\n".repeat(30)], 100);
  assert.ok(took_ms < 3000, `${took_ms} ms`);
});

test("a client that stops in the middle of its body is cut off", async () => {
  const { text, took_ms } = await talk(["POST /api/v1/push HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"]);
  assert.equal(text, "");
  assert.ok(took_ms >= 900 && took_ms < 3000, `${took_ms} ms`);
});

test("a connection that says nothing is closed", async () => {
  const { took_ms } = await talk([]);
  assert.ok(took_ms < 3000, `${took_ms} ms`);
});

test("requests sent in one go are answered in order", async () => {
  const { text } = await talk(["GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /nothing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"]);
  assert.deepEqual(text.match(/HTTP\/1\.1 \d+/g), ["HTTP/1.1 200", "HTTP/1.1 404"]);
});

test("two hundred open connections that say nothing do not keep others out", async () => {
  const silent = Array.from({ length: 200 }, () => net.connect(server.port, server.host));
  for (const socket of silent) socket.on("error", () => {});
  assert.equal((await server.ask("GET", "/healthz")).status, 200);
  for (const socket of silent) socket.destroy();
});

test("after all that the server is well", async () => {
  assert.equal((await server.ask("GET", "/healthz")).status, 200);
});

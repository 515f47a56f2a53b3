// Documents of filings: hostile uploads and uploads that break off. The files are made here, byte by byte.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { after, before } from "node:test";
import { deflateSync } from "node:zlib";

import { handIn, look, officer, operate, residence } from "./offices.js";
import { start } from "./server.js";
import { figure, trials } from "./trials.js";

const big = (value, bytes) => Buffer.from(Array.from({ length: bytes }, (_, i) => (value >>> (8 * (bytes - 1 - i))) & 255));
const join = (...parts) => Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : part)));
const digest = (bytes) => createHash("sha256").update(bytes).digest("hex");

const segment = (marker, content) => join(Buffer.from([0xff, marker]), big(content.length + 2, 2), content);
const jpeg = (width, height, extra = "", size = 17) =>
  join("\xff\xd8", segment(0xe0, Buffer.from("JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00", "latin1")), extra,
    segment(0xc0, join(big(8, 1), big(height, 2), big(width, 2), big(1, 1), "\x01\x11\x00")),
    segment(0xda, Buffer.from("\x01\x01\x00\x00\x3f\x00", "latin1")), Buffer.alloc(size, "coded data "), "\xff\xd9");
const exif = segment(0xe1, join("Exif\x00\x00MM", big(42, 2), big(8, 4), big(1, 2), big(0x0112, 2), big(3, 2), big(1, 4), big(6, 2), big(0, 6), "GPS 22.5N 113.4E TestPhone"));

function sum(bytes) {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return ~value >>> 0;
}
const chunk = (name, content) => join(big(content.length, 4), name, content, big(sum(join(name, content)), 4));
const png = (width, height, extra = "", rows = Buffer.from("rows")) =>
  join("\x89PNG\r\n\x1a\n", chunk("IHDR", join(big(width, 4), big(height, 4), "\x08\x02\x00\x00\x00")), extra, chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0)));
const pdf = (more = "") =>
  Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Type /Catalog ${more} >>\nendobj\n4 0 obj\n<< /Author (An Author) >>\nendobj\ntrailer\n<< /Root 1 0 R /Info 4 0 R >>\n%%EOF\n`);

let server, person, stranger, clerk, filing;
before(async () => {
  server = await start({ options: ["--quiet"] });
  person = await server.register("person");
  stranger = await server.register("stranger");
  clerk = await officer(server, "clerk", "agency_clerk", "--region", "442000");
  ({ filing } = await handIn(server, person, residence()));
});
after(() => server.stop());

const announce = (to, as, of, bytes, { name = "a.jpg", document = "identity_card", ...more } = {}) =>
  to.ask("POST", `/api/v1/filings/${of}/attachments`, { as, json: { document, name, bytes: bytes.length, sha256: digest(bytes), ...more } });
const part = (to, as, upload, bytes, ordinal) =>
  to.ask("POST", `/api/v1/attachments/${upload.attachment}?part=${ordinal}`, {
    as, body: bytes.subarray(ordinal * upload.part_bytes, (ordinal + 1) * upload.part_bytes), headers: { "content-type": "application/octet-stream" },
  });

async function upload(bytes, { as = person, of = filing, ...more } = {}) {
  const begun = await announce(server, as, of, bytes, more);
  if (begun.status >= 400) return begun;
  let last = begun;
  for (let ordinal = 0; ordinal * begun.json.part_bytes < bytes.length; ordinal++) last = await part(server, as, begun.json, bytes, ordinal);
  return last;
}
const code = (answer) => answer.json?.findings?.[0]?.code ?? answer.json?.state ?? answer.status;

// Each with what must come of it. Every file is tried under several names: the name decides nothing.
const hostile = [
  ["an empty file", Buffer.alloc(0), "empty_file"],
  ["eleven megabytes", Buffer.alloc(11 << 20, 1), "too_large"],
  ["SVG with a script", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"), "unknown_media"],
  ["HTML", Buffer.from("<!doctype html><script>alert(1)</script>"), "unknown_media"],
  ["a ZIP bomb", join("PK\x03\x04", deflateSync(Buffer.alloc(5_000_000))), "unknown_media"],
  ["a program", join("\x7fELF", Buffer.alloc(100)), "unknown_media"],
  ["a Windows program", join("MZ", Buffer.alloc(100)), "unknown_media"],
  ["GIF", Buffer.from("GIF89a......"), "unknown_media"],
  ["a script of the shell", Buffer.from("#!/bin/sh\nrm -rf /\n"), "unknown_media"],
  ["PHP", Buffer.from("<?php system($_GET['x']); ?>"), "unknown_media"],
  ["20,000 by 20,000 pixels as JPEG", jpeg(20000, 20000), "too_many_pixels"],
  ["20,000 by 20,000 pixels as PNG", png(20000, 20000), "too_many_pixels"],
  ["a flat PNG that unpacks to a gigabyte of pixels", png(65000, 65000, "", deflateSync(Buffer.alloc(1_000_000))), "too_many_pixels"],
  ["one pixel high and very wide", png(2_000_000_000, 1), "too_many_pixels"],
  ["no pixels", png(0, 0), "damaged_file"],
  ["half a JPEG", jpeg(640, 480).subarray(0, 60), "damaged_file"],
  ["half a PNG", png(640, 480).subarray(0, 40), "damaged_file"],
  ["a PNG with a wrong check sum", (() => { const bytes = png(640, 480); bytes[20] ^= 1; return bytes; })(), "damaged_file"],
  ["a JPEG whose segment is longer than the file", join("\xff\xd8\xff\xe1\xff\xff", "x"), "damaged_file"],
  ["a PNG whose chunk says four gigabytes", join("\x89PNG\r\n\x1a\n", "\xff\xff\xff\xff", "IHDR", Buffer.alloc(20)), "damaged_file"],
  ["only the first bytes of a JPEG", Buffer.from([0xff, 0xd8, 0xff]), "damaged_file"],
  ["a PDF without an end", Buffer.from("%PDF-1.4\n1 0 obj"), "damaged_file"],
  ["a PDF with a script", pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"), "active_content"],
  ["a PDF with a hidden script", pdf("/#4f#70enAction 3 0 R"), "active_content"],
  ["a PDF that starts a program", pdf("/A << /S /Launch /F (cmd.exe) >>"), "active_content"],
  ["a PDF with a file in it", pdf("/Names << /EmbeddedFiles 9 0 R >>"), "active_content"],
  ["a PDF with a form of its own", pdf("/AcroForm << /XFA 9 0 R >>"), "active_content"],
  ["an encrypted PDF", pdf("/Encrypt 9 0 R"), "unreadable_pdf"],
  ["a PDF with packed objects", pdf("/Extra << /Type /ObjStm >>"), "unreadable_pdf"],
  ["JPEG with a ZIP behind it", join(jpeg(640, 480), "PK\x03\x04<script>evil</script>"), "kept"],
  ["JPEG with HTML in a comment", jpeg(641, 480, segment(0xfe, Buffer.from("<script>evil</script>"))), "kept"],
  ["PNG with a script in a text", png(640, 480, chunk("tEXt", Buffer.from("Title\x00<script>evil</script>", "latin1"))), "kept"],
  ["PNG with PHP behind it", join(png(641, 480), "<?php evil"), "kept"],
  ["PDF with HTML behind it", join(pdf(), "<script>evil</script>"), "kept"],
  ["a photo that says where it was taken", jpeg(642, 480, exif), "kept"],
  ["a name that climbs", jpeg(643, 480), "kept", "../../../etc/evil.jpg"],
  ["a name that turns around", jpeg(644, 480), "kept", "evil\u202egpj.exe"],
  ["a name with a new line", jpeg(645, 480), "kept", "a\r\nSet-Cookie: evil=1.jpg"],
  ["a name of 500 letters", jpeg(646, 480), "text_too_long", "a".repeat(500)],
  ["a name that is markup", jpeg(647, 480), "kept", "<img src=x onerror=evil>.jpg"],
];

test(`${hostile.length} hostile uploads: each is refused with its reason, or kept without what was hostile in it`, async () => {
  assert.equal(hostile.length, 40);
  for (const [title, bytes, wanted, name] of hostile) {
    const { filing: of } = await handIn(server, person, residence());
    const answer = await upload(bytes, { of, ...(name ? { name } : {}) });
    assert.equal(code(answer), wanted, `${title}: ${answer.text.slice(0, 300)}`);
    const { json } = await server.ask("GET", `/api/v1/filings/${of}/attachments`, { as: person });
    assert.equal(json.attachments.length, wanted === "kept" ? 1 : 0, title);
    if (wanted !== "kept") continue;
    const kept = await server.ask("GET", `/api/v1/attachments/${answer.json.attachment}`, { as: person });
    assert.equal(kept.headers["x-content-type-options"], "nosniff", title);
    assert.match(kept.headers["content-disposition"], /^attachment; filename\*=UTF-8''[A-Za-z0-9%._-]+\.(jpg|png|pdf)$/, title);
    assert.doesNotMatch(kept.text, /evil|script|PK\x03|GPS|TestPhone|An Author/, title);
    assert.doesNotMatch(decodeURIComponent(kept.headers["content-disposition"]), /[/\\<>\r\n\u202e]|\.\./, title);
  }
});

test("the server's memory stays below 256 MB through all of them", () => {
  const status = readFileSync(`/proc/${server.process.pid}/status`, "utf8");
  const most = Number(/VmHWM:\s+(\d+)/.exec(status)[1]) / 1024;
  assert.ok(most < 256, status.match(/VmHWM.*/)[0]);
  figure("T20", `${hostile.length} hostile uploads: each as its row says, the server's memory at most ${Math.round(most)} MiB`);
});

test("a photo keeps its direction", async () => {
  const { filing: of } = await handIn(server, person, residence());
  const answer = await upload(jpeg(642, 480, exif), { of });
  const kept = await server.ask("GET", `/api/v1/attachments/${answer.json.attachment}`, { as: person });
  assert.match(kept.text, /Exif/);
});

test("who may see a filing sees its documents, nobody else hears of them", async () => {
  const answer = await upload(jpeg(800, 600));
  const target = `/api/v1/attachments/${answer.json.attachment}`;
  for (const [who, status] of [[person, 200], [clerk, 200], [stranger, 404], [undefined, 401]]) {
    assert.equal((await server.ask("GET", target, { as: who })).status, status);
    assert.equal((await server.ask("GET", `/api/v1/filings/${filing}/attachments`, { as: who })).status, status);
  }
  assert.equal((await announce(server, clerk, filing, jpeg(1, 1))).status, 403, "an office adds nothing to a person's filing");
  assert.equal((await announce(server, stranger, filing, jpeg(1, 1))).status, 404);
});

test("what is announced wrongly is told at once, and a part that is none is refused", async () => {
  const bytes = jpeg(10, 10);
  const wrong = await announce(server, person, filing, bytes, { document: "../x", sha256: "00" });
  assert.deepEqual(wrong.json.findings.map(({ fact }) => fact), ["document", "sha256"]);
  const other = await announce(server, person, filing, bytes, { sha256: digest("other") });
  assert.equal((await part(server, person, other.json, bytes, 3)).json.findings[0].code, "wrong_part");
  assert.equal(code(await part(server, person, other.json, bytes, 0)), "wrong_digest");
  assert.equal((await server.ask("POST", `/api/v1/attachments/${other.json.attachment}?part=x`, { as: person, body: "", headers: { "content-type": "application/octet-stream" } })).status, 422);
});

test("the same document sent twice stands once", async () => {
  const { filing: of } = await handIn(server, person, residence());
  const one = await upload(jpeg(300, 200), { of }), two = await upload(jpeg(300, 200), { of });
  assert.equal(one.json.attachment, two.json.attachment);
  const { json } = await server.ask("GET", `/api/v1/filings/${of}/attachments`, { as: person });
  assert.equal(json.attachments.length, 1);
});

const uploads = trials(1, 20);
test("an upload broken off ten times, with the server killed between, goes on where it was and is whole", async () => {
  for (let at = 0; at < uploads; ++at) await brokenOff();
  figure("T21", `${uploads} uploads of 3 MB, each broken off 10 times with the server killed between: the same bytes, never a part of them shown`);
});

async function brokenOff() {
  const data = await mkdtemp(path.join(tmpdir(), "mingbai-upload-"));
  try {
    let other = await start({ data, options: ["--quiet"] });
    const sender = await other.register("sender");
    const { filing: of } = await handIn(other, sender, residence());
    const bytes = jpeg(3000, 2000, "", 3_000_000);
    const begun = (await announce(other, sender, of, bytes)).json;
    assert.equal(begun.of, 12);
    for (let broken = 0; broken < 10; broken++) {
      const { parts } = (await announce(other, sender, of, bytes)).json;
      assert.equal(parts.length, broken, "what was acknowledged is there");
      await part(other, sender, begun, bytes, (broken * 5) % 12);
      const { json } = await other.ask("GET", `/api/v1/filings/${of}/attachments`, { as: sender });
      assert.equal(json.attachments.length, 0, "no attachment before all parts are there");
      await other.kill();
      other = await start({ data, options: ["--quiet"] });
    }
    const { parts } = (await announce(other, sender, of, bytes)).json;
    let last;
    for (let ordinal = 0; ordinal < 12; ordinal++) if (!parts.includes(ordinal)) last = await part(other, sender, begun, bytes, ordinal);
    assert.equal(last.json.state, "kept");
    assert.equal(last.json.sha256, digest(bytes), "nothing had to be cleaned: the same bytes");
    const { json } = await other.ask("GET", `/api/v1/filings/${of}/attachments`, { as: sender });
    assert.equal(json.attachments.length, 1);
    await other.stop();
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

test("each document kept has its entry in the audit log, and the log is whole", () => {
  assert.match(operate(server, "audit", "verify"), /\d/);
});

test("a filing opened for review names its documents", async () => {
  const answer = await look(server, clerk, filing);
  assert.ok(answer.json.attachments.some(({ document, media }) => document === "identity_card" && media === "image/jpeg"));
});

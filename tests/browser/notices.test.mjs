// Printed pages on A4, under the server's own content security policy: how many sides, nothing cut, two copies alike.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import http from "node:http";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { openBrowser, root } from "./harness.mjs";

const folder = join(root, "tests/core/filing/notice/golden");
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'";
let server, browser, page;

before(async () => {
  server = http.createServer((request, response) => {
    const css = request.url === "/print.css";
    if (request.url === "/favicon.ico") return response.writeHead(404).end();
    response.writeHead(200, { "content-type": css ? "text/css" : "text/html; charset=utf-8", "content-security-policy": policy });
    response.end(readFileSync(css ? join(root, "web/page/print.css") : join(folder, request.url)));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  browser = await openBrowser();
  page = await browser.newPage();
});
after(async () => {
  await browser.close();
  server.close();
});

const open = (name) => page.goto(`http://127.0.0.1:${server.address().port}/${name}`);
const sides = async () => Number(/\/Count (\d+)/.exec((await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1"))[1]);

for (const name of readdirSync(folder)) {
  const expected = name.startsWith("grant_notice_sides") ? 2 : 1;
  test(`${name} prints on ${expected} side${expected > 1 ? "s" : ""}`, async () => {
    const faults = [];
    page.on("console", (message) => message.type() === "error" && !message.location().url.endsWith("favicon.ico") && faults.push(message.text()));
    await open(name);
    assert.equal(await sides(), expected);
    assert.deepEqual(faults, [], "the content security policy lets the page have its style");
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector("h1")).textAlign), "center");
  });
}

test("a card's back shows all it lists", async () => {
  for (const name of ["card.zh.html", "card_long.zh.html", "card_long.en.html"]) {
    await open(name);
    const cut = await page.$$eval(".face", (faces) => faces.filter((face) => face.scrollHeight > face.clientHeight + 1).length);
    assert.equal(cut, 0, name);
  }
});

test("both copies of a notice say the same, but for whose they are", async () => {
  await open("grant_notice.zh.html");
  const copies = await page.$$eval(".copy", (all) => all.map((one) => one.innerText.replace(/第.联.*存/, "")));
  assert.equal(copies.length, 2);
  assert.equal(copies[0], copies[1]);
});

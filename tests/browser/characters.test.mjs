// 生僻字: whatever a name is written with is drawn. First by our cuts of the face, then by the device's own faces, then by
// a shard from the server; what nothing holds stands there as a box with its code point. The name itself never changes.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { eventually, openBrowser, openPage, root, startServer } from "./harness.mjs";

const built = process.env.MINGBAI_WEB ?? join(root, "build/web");
let browser, server;
before(async () => {
  server = await startServer();
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  await server.stop();
});

// Records what the device is asked to draw; a device that lacks Han characters draws for each what it draws for nothing.
function watchPaint(lacking) {
  window.painted = [];
  const paint = OffscreenCanvasRenderingContext2D.prototype.fillText;
  OffscreenCanvasRenderingContext2D.prototype.fillText = function (text, ...where) {
    window.painted.push(text);
    return paint.call(this, lacking && text.codePointAt(0) > 0x3000 ? "\u{10FFFE}" : text, ...where);
  };
}

async function withName(t, name, { lacking = false } = {}) {
  const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1280, height: 900 }, serviceWorkers: "block" });
  t.after(() => context.close());
  await context.addInitScript(watchPaint, lacking);
  const page = await openPage(context, `${server.url}/#/components`);
  const fetched = [];
  page.on("response", (response) => { if (/rare-/.test(response.url())) fetched.push(`${new URL(response.url()).pathname} ${response.status()}`); });
  await eventually(async () => assert.ok(await page.evaluate(() => typeof window.mingbai.page?._mingbai_use_device_glyphs === "function")));
  const field = page.getByLabel("总费用", { exact: true });
  await field.fill(name);
  await field.blur();
  return { page, field, fetched, painted: () => page.evaluate(() => window.painted) };
}

const held = (page, code) => page.evaluate((code) => Boolean(window.mingbai.page._mingbai_has_character(code)), code);

test("a name's characters that our cuts lack are drawn by the device, and nothing is fetched", async (t) => {
  const { page, field, fetched, painted } = await withName(t, "喆㺏");
  await eventually(async () => assert.ok((await painted()).includes("喆") && (await painted()).includes("㺏")));
  assert.equal(await held(page, 0x5586), false);
  assert.deepEqual(fetched, []);
  assert.equal(await field.inputValue(), "喆㺏");
});

test("what the device lacks comes in a shard of its own, and only that shard", async (t) => {
  const { page, fetched } = await withName(t, "喆\u3E8F\u{20164}\u{2CE7C}", { lacking: true });
  for (const code of [0x5586, 0x3e8f, 0x20164, 0x2ce7c]) await eventually(async () => assert.ok(await held(page, code), code.toString(16)));
  assert.deepEqual(fetched.sort(), ["/rare-100.otf 200", "/rare-167.otf 200", "/rare-1f.otf 200", "/rare-2a.otf 200"]);
});

test("what Noto Sans CJK lacks comes out of HanaMin: extensions B to F of GB 18030-2022", async (t) => {
  const { page, fetched } = await withName(t, "\u{20003}\u{2A8F0}\u{2B790}\u{2B9A0}\u{2D000}", { lacking: true });
  for (const code of [0x20003, 0x2a8f0, 0x2b790, 0x2b9a0, 0x2d000]) await eventually(async () => assert.ok(await held(page, code), code.toString(16)), 30000);
  const shards = fetched.filter((one) => one.endsWith("ttf 200")).sort();
  assert.deepEqual(shards, ["/rare-400.ttf 200", "/rare-551.ttf 200", "/rare-56f.ttf 200", "/rare-573.ttf 200", "/rare-5a0.ttf 200"]);
});

test("every Han character of GB 18030-2022 level 3 is in a cut that the server has", () => {
  const counted = execFileSync("/usr/bin/python3", [join(root, "tests/browser/fixtures/level_3.py"), join(root, "assets/fonts/recipe.json"), built], { encoding: "utf8" });
  const { wanted, noto, second, none } = JSON.parse(counted);
  assert.equal(wanted, 87887);
  assert.ok(noto > 29000 && second > 57000, counted);
  assert.equal(none, 0, counted);
});

test("what nobody holds is a box with its code point", async (t) => {
  const { field, painted } = await withName(t, "\u{10FFFD}");
  await eventually(async () => {
    const words = await painted();
    assert.ok(words.includes("10F") && words.includes("FFD"), words.join(" "));
  });
  assert.equal(await field.inputValue(), "\u{10FFFD}");
});

test("names of other scripts are drawn: Tibetan, Uyghur, Mongolian, Yi", async (t) => {
  const { field, painted } = await withName(t, "བཀྲ་ئالىم ᠮᠣ ꆈ");
  await eventually(async () => assert.ok((await painted()).includes("ꆈ")));
  assert.equal(await field.inputValue(), "བཀྲ་ئالىم ᠮᠣ ꆈ");
});

// What the system asks for is done at once: more contrast, dark or light.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { eventually, openBrowser, openPage, startServer } from "./harness.mjs";

let server, browser, page, painter;
before(async () => {
  server = await startServer();
  browser = await openBrowser();
  page = await openPage(await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "zh-CN", deviceScaleFactor: 2 }), `${server.url}/#/calculator`);
  painter = await (await browser.newContext()).newPage();
});
after(async () => { await browser.close(); await server.stop(); });

// How many pixels of the picture have exactly this colour.
const pixelsOf = async (colour) => painter.evaluate(async ([bytes, [red, green, blue]]) => {
  const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${bytes}`)).blob());
  const brush = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
  brush.drawImage(picture, 0, 0);
  const { data } = brush.getImageData(0, 0, picture.width, picture.height);
  let count = 0;
  for (let at = 0; at < data.length; at += 4) count += data[at] === red && data[at + 1] === green && data[at + 2] === blue;
  return count;
}, [(await page.screenshot()).toString("base64"), colour]);

const label = [0x43, 0x51, 0x4d], border = [0x7b, 0x89, 0x85];

test("more contrast: labels and the borders of controls turn into ink, and back", async () => {
  await eventually(async () => assert.ok(await pixelsOf(label) > 200));
  assert.ok(await pixelsOf(border) > 200);
  await page.emulateMedia({ contrast: "more" });
  await eventually(async () => assert.deepEqual([await pixelsOf(label), await pixelsOf(border)], [0, 0]));
  await page.emulateMedia({ contrast: "no-preference" });
  await eventually(async () => assert.ok(await pixelsOf(label) > 200));
});

test("dark and light follow the system", async () => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.waitForFunction(() => document.documentElement.dataset.mode === "dark");
  await page.emulateMedia({ colorScheme: "light" });
  await page.waitForFunction(() => document.documentElement.dataset.mode === "light");
});

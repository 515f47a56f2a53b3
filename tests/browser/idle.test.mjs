// Idle means idle: with a bill on the screen and nobody touching anything, nothing is drawn; neither while a message stands.
import assert from "node:assert/strict";
import { test } from "node:test";

import { openBrowser, openPage, startServer } from "./harness.mjs";

const bill = "#/calculator?why=referral&insured=zhongshan.resident&in=440100&level=3&total=50000.00";

for (const [where, hash] of [["the calculator", bill], ["a device in a hall, whose message stands,", "#kiosk"]]) {
  test(`${where} draws no frame in 5 seconds without input`, async (t) => {
    const server = await startServer();
    const browser = await openBrowser();
    t.after(async () => { await browser.close(); await server.stop(); });
    const page = await openPage(await browser.newContext({ locale: "zh-CN" }), `${server.url}/${hash}`);
    const frames = () => page.evaluate(() => window.mingbai.frames);
    // The fonts that follow the first picture and the first report of the store each draw once more.
    await page.waitForTimeout(8000);
    const before = await frames();
    assert.ok(before > 0);
    await page.waitForTimeout(5000);
    assert.equal(await frames(), before);
  });
}

// The screens that came later, by keyboard alone: a rule is found and its clause opened, two versions of a filing are settled.
// Nothing but keys; all people are invented.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { eventually, openBrowser, openPage, startServer } from "./harness.mjs";
import { keysOf } from "./keys.mjs";
import { twoDevices } from "./two_devices.mjs";

const LONG = 60000, viewport = { width: 1280, height: 900 };
const faults = [], ringed = new Set();
let server, browser, painter;
before(async () => {
  server = await startServer();
  browser = await openBrowser();
  painter = await (await browser.newContext()).newPage();
});
after(async () => { await browser.close(); await server.stop(); assert.deepEqual(faults, []); });

async function open(hash) {
  const context = await browser.newContext({ viewport, locale: "zh-CN", reducedMotion: "reduce", acceptDownloads: true });
  const page = await openPage(context, `${server.url}/${hash}`, faults);
  page.setDefaultTimeout(LONG);
  return { page, ...keysOf(page, painter, ringed) };
}

test("a rule is searched, opened, and its clause read", async () => {
  const { page, press, reach, fill } = await open("#/rules?in=zhongshan");
  await fill("找一条规定", "没备案 80%");
  await reach(/^没备案时进入报销的部分/);
  await press("Enter");
  await page.getByRole("region", { name: "没备案时进入报销的部分" }).waitFor();
  await reach(/三\(五\)/, { region: "没备案时进入报销的部分" });
  await press("Enter");
  await page.getByRole("heading", { level: 2, name: /三\(五\)里有 \d+ 条在用$/ }).waitFor();
  await page.context().close();
});

test("two versions of a filing are settled", async () => {
  const { first, second, stands, upToDate, change, comesBack, comesSecond } = await twoDevices({ browser, server }, faults, viewport);
  for (const page of [first, second]) await upToDate(page);
  await change(first, { place: "深圳市" });
  await change(second, { place: "佛山市" });
  await comesBack(first);
  await comesSecond(second);
  const { press, focused, reach } = keysOf(second, painter, ringed);
  await second.evaluate(() => document.getElementById("skip").focus());
  await reach("并排看");
  await press("Enter");
  await second.getByRole("table", { name: "两边改得不一样" }).waitFor();
  await reach("留我的");
  await press("Enter");
  await second.getByRole("dialog", { name: "留我的？" }).waitFor();
  await eventually(async () => assert.equal((await focused())?.region, "留我的？"));
  if ((await focused()).name !== "留我的") await reach("留我的", { region: "留我的？" });
  await press("Enter");
  await second.getByRole("heading", { level: 1, name: "医保局收到 1 份。" }).waitFor();
  await eventually(async () => assert.equal((await stands()).version, 3), LONG);
  for (const page of [first, second]) await page.context().close();
});

// The whole story of a first filing: know the price, file for one's mother without a network, see the receipt.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, test } from "node:test";

import { openBrowser, openGate, openPage, program, startServer, usable } from "./harness.mjs";
import { enterBill, fileForMother, register } from "./walk.mjs";

let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

// What the operator sees of a data directory.
function filingsIn(data) {
  return execFileSync(program, ["filings", "list", "--data", data], { encoding: "utf8" })
    .trim().split("\n").filter(Boolean).map((line) => JSON.parse(line));
}

async function firstFiling(t, { loseAnswers }) {
  const server = await startServer();
  const gate = await openGate(server.url);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "zh-CN" });
  t.after(async () => { await context.close(); await gate.close(); await server.stop(); });
  const faults = [];
  const page = await openPage(context, `${gate.url}/#/calculator`, faults);

  await t.test("a long-term resident reads what not filing costs", async () => {
    await enterBill(page, "长期居住在外地");
    await page.getByText("20,250.00").first().waitFor();
    await page.getByRole("heading", { name: /不备案会多付.*7,650\.00/ }).waitFor();
    await page.getByRole("img", { name: /已备案.*12,600\.00/ }).waitFor();
  });

  await t.test("a mere traveller saves nothing by filing", async () => {
    await enterBill(page, "临时外出看病", { filingHelps: false });
    await page.getByRole("heading", { name: "备不备案都一样" }).waitFor();
    assert.equal(await page.getByRole("heading", { name: /不备案会多付/ }).count(), 0);
    assert.equal(await page.getByRole("button", { name: "去备案" }).count(), 0);
    await enterBill(page, "长期居住在外地");
  });

  await t.test("the application is kept for the time without a network", async () => {
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: 30000 });
  });

  await t.test("the daughter opens an account and logs in", () => register(page));

  await t.test("with the network cut she files for her mother", async () => {
    await context.setOffline(true);
    await page.getByRole("link", { name: "算一算" }).first().click();
    await page.getByRole("button", { name: "去备案" }).click();
    await fileForMother(page);
    await page.getByText("待上传").first().waitFor();
  });

  await t.test("after a reload without a network it still waits, and is not called submitted", async () => {
    await page.reload();
    await usable(page);
    await page.goto(new URL("#/filings", page.url()).href);
    await page.getByText("待上传").first().waitFor();
    await page.getByText(/医保局还没收到，不算已提交/).first().waitFor();
    assert.deepEqual(filingsIn(server.data), []);
  });

  await t.test("reconnected, the receipt comes and the queue is empty", async () => {
    gate.loseAnswers("/api/v1/push", loseAnswers);
    await context.setOffline(false);
    await page.getByRole("heading", { name: /医保局收到 1 份/ }).waitFor({ timeout: 60000 });
    await page.getByText("待上传").first().waitFor({ state: "detached" });
    assert.equal(gate.answersToLose("/api/v1/push"), 0, "every answer that was to be lost was lost");
  });

  await t.test("the server holds it once, under the number the page shows", async () => {
    const held = filingsIn(server.data);
    assert.equal(held.length, 1);
    assert.match(held[0].receipt?.number ?? held[0].receipt, /^ZS\d{6}-/);
    await page.getByText(held[0].receipt?.number ?? held[0].receipt).first().waitFor();
  });

  assert.deepEqual(faults, []);
}

test("a first filing made without a network arrives once", (t) => firstFiling(t, { loseAnswers: 0 }));
test("a first filing arrives once although the answer to the push is lost three times", (t) =>
  firstFiling(t, { loseAnswers: 3 }));

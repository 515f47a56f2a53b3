// Every screen as axe sees it: no violation of the rules for people who use a screen reader or the keyboard alone, in both
// languages and at both widths.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { eventually, openBrowser, openPage, program, startServer, usable } from "./harness.mjs";
import { tourOfConflict, tourOfKiosk } from "./tour.mjs";
import { enterBill, fileForMother, register } from "./walk.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let server, browser;
before(async () => { server = await startServer(); browser = await openBrowser(); });
after(async () => { await browser.close(); await server.stop(); });

// What axe finds, in words. The picture may still be moving when it looks, hence not the first answer but the lasting one.
async function faultless(page, screen) {
  await page.evaluate(axe);
  await eventually(async () => {
    const found = await page.evaluate(async () => {
      const { violations, incomplete, passes } = await globalThis.axe.run(document, { resultTypes: ["violations", "incomplete"] });
      const said = (results) => results.map(({ id, help, nodes }) => `${id}: ${help} ${nodes.map(({ html }) => html).join(" ").slice(0, 400)}`);
      return { faults: [...said(violations), ...said(incomplete)], passes: passes.length };
    });
    assert.deepEqual(found.faults, [], screen);
    assert.ok(found.passes > 15, `${screen}: axe looked at next to nothing`);
  }, 5000);
}

async function open(size, locale, hash = "") {
  const page = await openPage(await browser.newContext({ viewport: size, locale }), `${server.url}/${hash}`);
  return { page, to: async (place) => { await page.goto(`${server.url}/${place}`); await usable(page); } };
}
const desk = { width: 1280, height: 900 }, phone = { width: 390, height: 844 };

for (const [name, size, locale] of [["a desk", desk, "zh-CN"], ["a phone", phone, "zh-CN"], ["a desk, in English", desk, "en"]])
  test(`on ${name}, screens open to anyone have no violation`, async () => {
    const { page, to } = await open(size, locale);
    await faultless(page, "calculator");
    for (const place of ["#/calculator?why=long_term_resident&insured=zhongshan.employee_combined&in=440100&level=3&filed=no&total=50000.00&own=5000.00",
      "#/file", "#/file?kind=special_disease&insured=chuxiong.resident&application.disease.code=psychosis&application.disease.class=special",
      "#/file?kind=institution_selection&insured=zhongshan.employee_combined", "#/filings", "#/login", "#/scenarios?part=change",
      "#/scenarios?part=compare", "#/scenarios", "#/components", "#/nowhere"]) {
      await to(place);
      await faultless(page, place);
    }
    await page.context().close();
  });

test("a person's filing, from the check to the dialog, the receipt and the account", async () => {
  const { page, to } = await open(desk, "zh-CN");
  await register(page, { login: "axe-demo", password: "a long invented password" });
  await to("#/calculator");
  await enterBill(page, "长期居住在外地");
  await faultless(page, "calculator, filled");
  await page.getByRole("button", { name: "去备案" }).click();
  await page.getByRole("radiogroup", { name: "给谁办" }).waitFor();
  await faultless(page, "the check");
  await fileForMother(page);
  await page.getByRole("heading", { name: /医保局收到 1 份/ }).waitFor({ timeout: 30000 });
  await faultless(page, "filings");
  await to("#/login");
  await faultless(page, "account");
  await page.context().close();
});

test("an agency's queue, a filing under review, its figures, samples and counter", async () => {
  const { page, to } = await open(desk, "zh-CN");
  await register(page, { login: "axe-clerk", password: "a long invented password" });
  execFileSync(program, ["accounts", "grant", "axe-clerk", "--role", "agency_clerk", "--region", "442000", "--data", server.data]);
  await page.reload();
  await usable(page);
  await page.getByRole("link", { name: "审核" }).first().click();
  await page.getByRole("region", { name: /^在等 \d+ 份$/ }).waitFor();
  await faultless(page, "queue");
  for (const part of ["figures", "sample", "counter", "batch"]) {
    await to(`#/review?part=${part}`);
    await faultless(page, `review, ${part}`);
  }
  await to("#/review");
  await page.getByRole("region", { name: /^在等 \d+ 份$/ }).getByRole("link").first().click();
  await page.getByRole("heading", { name: /^自动检查 \d+ 条$/ }).waitFor({ timeout: 30000 });
  await faultless(page, "a filing under review");
  await page.context().close();
});

test("two versions of a filing, their dialog and the choice field by field", (t) =>
  tourOfConflict({ browser, server }, (name, page) => t.test(name, () => faultless(page, name))));
test("a device in a hall", (t) => tourOfKiosk({ browser, server }, (name, page) => t.test(name, () => faultless(page, name))));

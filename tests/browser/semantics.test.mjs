// Every screen as a screen reader says it, beside a file that somebody has read (golden/*.aria.yml), and every thing one
// presses at least 44 × 44 px, on a desk and on a phone. After a change that is meant: MINGBAI_GOLDEN=write, then read the difference.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { eventually, openBrowser, root, startServer } from "./harness.mjs";
import { spoken } from "./spoken.mjs";
import { desk, phone, tourOfAnyone, tourOfClerk, tourOfConflict, tourOfKiosk, tourOfPerson, tourOfScenarios } from "./tour.mjs";

const folder = join(root, "tests/browser/golden");
const writing = process.env.MINGBAI_GOLDEN === "write";
const house = {};
before(async () => { house.server = await startServer(); house.browser = await openBrowser(); });
after(async () => { await house.browser.close(); await house.server.stop(); });

// As it stays: the same twice, a while apart.
async function settled(page, options) {
  for (let last = "", until = Date.now() + 20000; ;) {
    const now = await spoken(page, options);
    if (now === last || Date.now() > until) return now;
    last = now;
    await page.waitForTimeout(800);
  }
}

async function compare(name, page, options) {
  const file = join(folder, `${name}.aria.yml`);
  if (writing) {
    mkdirSync(folder, { recursive: true });
    return writeFileSync(file, await settled(page, options));
  }
  assert.ok(existsSync(file), `${name} has no golden file`);
  const golden = readFileSync(file, "utf8");
  await eventually(async () => assert.equal(await spoken(page, options), golden), 20000);
}

// Links within a sentence are as high as its line (WCAG 2.5.8 leaves them out); every other target is large.
const WITHIN_A_SENTENCE = [/^看是哪 \d+ 个$/, /^which \d+$/i];
const SMALLEST = 44;

const targets = (page) => page.evaluate((smallest) =>
  [...document.querySelectorAll("#mirror :is(button, a, input, select, textarea, [role=link])")]
    .filter((element) => !element.closest("[inert]") && element.getAttribute("aria-hidden") !== "true")
    .map((element) => [element.getAttribute("aria-label") ?? element.textContent, element.getBoundingClientRect()])
    .filter(([, box]) => Math.min(box.width, box.height) < smallest - 0.1)
    .map(([name, box]) => `${name}: ${Math.round(box.width)} × ${Math.round(box.height)}`), SMALLEST);

async function largeEnough(page) {
  for (const size of [phone, desk]) {
    await page.setViewportSize(size);
    await page.waitForFunction((wide) => document.getElementById("canvas").style.width === `${wide}px`, size.width);
    await eventually(async () => {
      const small = (await targets(page)).filter((one) => !WITHIN_A_SENTENCE.some((link) => link.test(one.split(":")[0])));
      assert.deepEqual(small, [], `at ${size.width}`);
    });
  }
}

// Whoever goes from heading to heading finds no level left out.
async function levelsDoNotJump(page) {
  await eventually(async () => {
    const levels = await page.evaluate(() => [...document.querySelectorAll("#mirror :is(h1, h2, h3, h4, h5, h6, [role=heading])")]
      .map((one) => [Number(one.getAttribute("aria-level") ?? one.tagName.slice(1)), one.textContent]));
    const jumps = levels.filter(([level], at) => at > 0 && level > levels[at - 1][0] + 1);
    assert.deepEqual(jumps, []);
  });
}

const stop = (t, options) => (name, page) => t.test(name, async () => {
  await compare(options?.as ? `${options.as}-${name}` : name, page, options);
  await levelsDoNotJump(page);
  if (!options?.as) await largeEnough(page);
});

test("what anyone may open", (t) => tourOfAnyone(house, stop(t, { mask: false })));
test("in English, and on a phone, what differs most", async (t) => {
  const few = ["home", "calculator-result", "file-special-disease", "filings-empty"];
  await tourOfAnyone(house, stop(t, { mask: false, as: "en" }), { locale: "en", only: (name) => few.includes(name) });
  await tourOfAnyone(house, stop(t, { mask: false, as: "phone" }), { viewport: phone, only: (name) => few.includes(name) });
});
test("the cases of the scenarios", (t) => tourOfScenarios(house, stop(t)));
test("a person's way from the form to the receipt", (t) => tourOfPerson(house, stop(t)));
test("a clerk's day", (t) => tourOfClerk(house, stop(t)));
test("two versions of a filing", (t) => tourOfConflict(house, stop(t)));
test("a device in a hall", (t) => tourOfKiosk(house, stop(t)));

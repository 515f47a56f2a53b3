// Who goes through a screen with Tab, or has it read, meets things in the order in which they stand in the picture: top to bottom
// within a column, left to right in a row, the first column wholly before the second. Every screen, on a desk and on a phone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { eventually, openBrowser, startServer } from "./harness.mjs";
import { outOfOrder, standsAt } from "./reading_order.mjs";
import { desk, phone, tourOfAnyone, tourOfClerk, tourOfConflict, tourOfKiosk, tourOfPerson, tourOfScenarios } from "./tour.mjs";

const MOST_STOPS = 400;
const house = {};
before(async () => { house.server = await startServer(); house.browser = await openBrowser(); });
after(async () => { await house.browser.close(); await house.server.stop(); });

test("the measure itself: columns, rows and what breaks them", () => {
  const at = (name, x, y, w = 100, h = 40) => ({ name, x, y, w, h });
  const a = at("a", 0, 0), b = at("b", 0, 60), c = at("c", 200, 20, 100, 80), d = at("d", 200, 120);
  assert.equal(outOfOrder([a, b, c, d]), null, "the first column, then the second");
  assert.equal(outOfOrder([a, at("x", 200, 0), b, at("y", 200, 60)]), null, "row by row");
  assert.deepEqual(outOfOrder([a, c, b, d])?.length, 2, "columns that are mixed");
  assert.deepEqual(outOfOrder([b, a])?.length, 2, "from below upwards");
  assert.deepEqual(outOfOrder([c, a])?.length, 2, "from the right to the left");
  assert.equal(outOfOrder([at("card", 0, 0, 300, 200), at("within", 20, 120)]), null, "a card, then what is in it");
});

async function resized(page, size) {
  await page.setViewportSize(size);
  await page.waitForFunction((wide) => document.getElementById("canvas").style.width === `${wide}px`, size.width);
}

// What `find` gives, once it has given the same twice.
async function settled(page, find) {
  let last = "";
  return eventually(async () => {
    const found = await page.evaluate(find), now = JSON.stringify(found);
    const same = now === last;
    last = now;
    assert.ok(same, "the picture still moves");
    return found;
  });
}

const READ = "#mirror :is(.leaf, .field, .picker > button):not([aria-hidden=true])";
const openNow = (page) => page.evaluate((read) => {
  window.read = [...document.querySelectorAll(read)].filter((element) => !element.closest("[inert], .top:not([role=dialog])"));
}, READ);

// Tab from the first stop until the focus leaves the page or is where it has been.
async function walk(page) {
  await page.evaluate(() => {
    window.walked = [];
    window.noteStop ??= addEventListener("focusin", ({ target }) => { window.walked.push(target); }) ?? true;
    const dialog = document.querySelector("#mirror [role=dialog]");
    if (!dialog) return document.getElementById("skip").focus();
    document.activeElement.blur();
    dialog.focus();
  });
  for (let met = -1, stops = 0; stops < MOST_STOPS; stops += 20) {
    for (let i = 0; i < 20; i++) await page.keyboard.press("Tab");
    const before = met;
    met = await page.evaluate(() => new Set(window.walked).size);
    if (met === before) break; // round and round
  }
  await page.evaluate(() => {
    const seen = new Set(window.walked);
    document.activeElement.blur();
    document.querySelector("#mirror [role=dialog]")?.focus();
    scrollTo(0, 0);
    window.walked = [...seen].filter((element) => element.isConnected && element.closest("#mirror") && element.matches(":not([role=dialog], main)"));
  });
}

// Everything one can press or fill is reached; of a group of radio buttons one.
const unreached = (page) => page.evaluate(() => {
  const reached = new Set(window.walked);
  const groups = new Set([...reached].filter(({ type }) => type === "radio").map((radio) => radio.name));
  return [...document.querySelectorAll("#mirror :is(button, a[href], input, select, textarea):not(:disabled, [tabindex='-1'])")]
    .filter((element) => !element.closest("[inert], .top:not([role=dialog])") && !reached.has(element) && !(element.type === "radio" && groups.has(element.name)))
    .map((element) => element.getAttribute("aria-label") ?? element.textContent);
});

async function followsThePicture(page, name) {
  for (const size of [desk, phone]) {
    await resized(page, size);
    await page.evaluate(() => scrollTo(0, 0));
    const place = `(elements) => elements.map(${standsAt})`;
    await openNow(page);
    await settled(page, `(${place})(window.read)`);
    await openNow(page);
    assert.equal(outOfOrder(await settled(page, `(${place})(window.read)`)), null, `${name} at ${size.width}: as it is read`);
    await walk(page);
    assert.deepEqual(await unreached(page), [], `${name} at ${size.width}: reached by Tab`);
    assert.equal(outOfOrder(await settled(page, `(${place})(window.walked)`)), null, `${name} at ${size.width}: Tab`);
  }
  await resized(page, desk);
}

const stop = (t) => (name, page) => t.test(name, () => followsThePicture(page, name));
test("what anyone may open", (t) => tourOfAnyone(house, stop(t)));
test("the cases of the scenarios", (t) => tourOfScenarios(house, stop(t)));
test("a person's way from the form to the receipt", (t) => tourOfPerson(house, stop(t)));
test("a clerk's day", (t) => tourOfClerk(house, stop(t)));
test("two versions of a filing", (t) => tourOfConflict(house, stop(t)));
test("a device in a hall", (t) => tourOfKiosk(house, stop(t)));

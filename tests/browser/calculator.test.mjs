// The calculator offers every kind of care the packs know, and its sums are the command line's.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { eventually, openBrowser, openPage, program, root, startServer } from "./harness.mjs";

const packs = { zhongshan: "employee_combined", chuxiong: "employee", tangshan: "employee" };
const day = "2026-11-20";

let server, browser, context, page;
const faults = [];
before(async () => {
  server = await startServer();
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "zh-CN" });
  page = await openPage(context, `${server.url}/#/calculator`, faults);
});
after(async () => { await browser.close(); await server.stop(); });

const bundled = (path) => {
  const file = join(root, "assets/policies", path);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
};

// Kinds of care with a benefit, in the pack or the one it inherits.
function caresOf(pack) {
  const cares = new Set();
  for (let id = pack; id; id = bundled(`${id}/pack.json`)?.inherits) {
    for (const benefit of bundled(`${id}/benefits.json`) ?? []) for (const care of benefit.care) cares.add(care);
  }
  return [...cares];
}

// Something to answer with when a benefit asks.
function sample(pack, fact) {
  const first = (catalogue, list, key) => bundled(`${pack}/catalogues/${catalogue}.json`)?.[list]?.[0]?.[key];
  return { "claim.disease": first("diseases", "diseases", "code"),
           "claim.drug_program": first("drugs", "programs", "key") ?? first("drugs", "drugs", "key"),
           "claim.operated": day, "claim.prescription_days": 30, "insured.outpatient_basic": true,
           "insured.enrolled": true, "insured.continuous_months": 30, "claim.provider.selected": true }[fact];
}

function put(message, fact, value) {
  const names = fact.split("."), last = names.pop();
  let at = message;
  for (const name of names) at = at[name] ??= {};
  at[last] = value;
}

function settle(message) {
  try {
    return JSON.parse(execFileSync(program, ["settle", "-"], { input: JSON.stringify(message), encoding: "utf8" }));
  } catch (error) {
    return JSON.parse(error.stdout);
  }
}

// The request the form should make, completed until nothing is missing that a person could tell.
function bill(pack, care) {
  const further = {};
  for (;;) {
    const message = { policy: pack, as_of: day, statuses: ["in_force", "draft", "assumed"], insured: { scheme: packs[pack] },
      claim: { care, remote: "local", discharged: day, provider: { kind: "hospital", level: 3 }, total: "20000.00", own_expense: "1000.00" },
      ledger: { year: day.slice(0, 4) } };
    if (care !== "inpatient" && care !== "day_surgery") message.claim.admitted = day;
    for (const [fact, value] of Object.entries(further)) put(message, fact, value);
    const answer = settle(message);
    const next = (answer.missing ?? []).map(({ fact }) => fact).find((fact) => !(fact in further) && sample(pack, fact) !== undefined);
    if (!next) return { answer, further };
    further[next] = sample(pack, next);
  }
}

function route(pack, care, further) {
  const fields = new URLSearchParams({ why: "local", insured: `${pack}.${packs[pack]}`, level: "3", care, to: day, total: "20000.00", own: "1000.00", draft: "yes" });
  for (const [fact, value] of Object.entries(further)) fields.set(fact, value === true ? "yes" : value === false ? "no" : String(value));
  return `#/calculator?${fields}`;
}

const display = (yuan) => yuan.replace(/\B(?=(\d{3})+\.)/g, ",");

for (const pack of Object.keys(packs)) {
  if (!bundled(`${pack}/pack.json`)) continue;
  for (const care of caresOf(pack)) {
    test(`${pack}: ${care} comes to the command line's sum`, async () => {
      const { answer, further } = bill(pack, care);
      await page.goto(`${server.url}/${route(pack, care, further)}`);
      const result = page.getByRole("region", { name: "结果" });
      if ((answer.findings ?? []).some(({ code }) => code === "no_rule")) {
        await result.getByRole("heading", { name: "没有查到规定" }).waitFor();
      } else if (answer.missing.length > 0 && !answer.lines.some(({ step }) => step === "self_pay")) {
        await result.getByRole("heading", { name: "填一张账单，马上看到您要付多少" }).waitFor();
        for (const { label } of answer.missing) await result.getByText(label).first().waitFor();
      } else {
        const shown = display(answer.self_pay);
        await eventually(async () => assert.ok((await result.textContent()).includes(shown), `${shown} is not in the answer`));
        for (const finding of answer.findings) await result.getByText(finding.message).first().waitFor();
      }
      assert.deepEqual(faults, []);
    });
  }
}

test("every kind of care of the place of insurance is offered", async () => {
  for (const pack of Object.keys(packs)) {
    if (!bundled(`${pack}/pack.json`)) continue;
    const cares = caresOf(pack);
    await page.goto(`${server.url}/${route(pack, cares[0] ?? "inpatient", {})}`);
    if (cares.length > 2) {
      const field = page.getByLabel("看病方式");
      await eventually(async () => assert.equal(await field.locator("option:not([disabled])").count(), cares.length));
    } else {
      const choices = page.getByRole("radiogroup", { name: "看病方式" }).getByRole("radio");
      await eventually(async () => assert.equal(await choices.count(), cares.length));
    }
  }
});

test("what rests on a draft is marked as one", async () => {
  await page.goto(`${server.url}/#/calculator?why=local&insured=zhongshan.employee_combined&level=3&care=two_diseases&to=${day}&total=200.00`);
  const heading = page.getByRole("heading", { name: /没有查到规定|填一张账单/ });
  await heading.waitFor();
  await page.goto(`${server.url}/#/calculator?why=local&insured=zhongshan.employee_combined&level=3&to=${day}&total=200.00`);
  await heading.waitFor({ state: "detached" }); // the picture of this bill stands
  await page.getByRole("group", { name: "用哪些规定算" }).getByRole("checkbox", { name: "征求意见稿也算进来试试" }).check();
  await eventually(async () => assert.match(page.url(), /draft=yes/));
});

for (const width of [640, 800, 959]) {
  test(`at ${width} pixels nothing of the answer lies on its sum`, async () => {
    await page.setViewportSize({ width, height: 1000 });
    await page.goto(`${server.url}/#/calculator?why=local&insured=zhongshan.employee_combined&level=3&to=${day}&total=50000.00&own=5000.00`);
    const answer = page.getByRole("region", { name: "结果" });
    const total = answer.getByText(/^总费用 50,000\.00/);
    await total.waitFor();
    await eventually(async () => {
      const figure = await answer.getByRole("heading", { level: 1, name: /¥/ }).boundingBox(), words = await total.boundingBox();
      const apart = words.y >= figure.y + figure.height - 1 || words.x >= figure.x + figure.width;
      assert.ok(apart, JSON.stringify({ figure, words }));
    });
    await page.setViewportSize({ width: 1280, height: 900 });
  });
}

test("the day is Beijing's, wherever the device is", async () => {
  const abroad = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "zh-CN", timezoneId: "America/Los_Angeles" });
  const away = await abroad.newPage();
  await away.clock.setFixedTime("2026-03-01T17:30:00Z"); // half past nine in the morning there, half past one of the next day here
  await away.goto(`${server.url}/#/calculator`);
  await eventually(async () => assert.equal(await away.getByLabel("出院日期", { exact: true }).inputValue(), "2026-03-02"));
  await abroad.close();
});

test("the address follows what is typed, and whoever goes elsewhere at once finds it when coming back", async () => {
  const fresh = await openPage(context, `${server.url}/#/calculator?why=local&insured=zhongshan.resident&level=3&total=100.00`, faults);
  const total = fresh.getByLabel("总费用", { exact: true });
  await total.fill("4321");
  await eventually(() => assert.match(fresh.url(), /total=4321/));
  await total.fill("8765");
  await fresh.getByRole("navigation").getByRole("link", { name: "依据", exact: true }).first().click();
  await eventually(() => assert.match(fresh.url(), /#\/rules/));
  await fresh.goBack();
  await eventually(() => assert.match(fresh.url(), /total=8765/));
  await eventually(async () => assert.equal(await total.inputValue(), "8765"));
  await fresh.close();
});

test("on a phone the sentence stays within its card, its punctuation beside the blank it follows", async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const large of ["", "1"]) {
    await page.evaluate((on) => localStorage.setItem("mingbai.large", on), large);
    for (const total of ["50000.00", "123456.00", "1234567.89"]) {
      await page.goto("about:blank");
      await page.goto(`${server.url}/#/calculator?why=long_term_resident&insured=zhongshan.employee_combined&in=440100&level=3&filed=no&total=${total}&own=5000.00`);
      const sentence = page.getByRole("group", { name: "这张账单" });
      await sentence.getByRole("button", { name: /^总费用/ }).waitFor();
      await eventually(async () => {
        const card = await sentence.boundingBox();
        const pieces = await sentence.evaluate((group) => [...group.querySelectorAll(":scope > *")].map((piece) => {
          const { left, right, top } = piece.getBoundingClientRect();
          return { words: piece.getAttribute("aria-label") ?? piece.textContent, left, right, top };
        }));
        assert.ok(pieces.length > 10);
        for (const [at, piece] of pieces.entries()) {
          assert.ok(piece.left >= card.x - 0.5 && piece.right <= card.x + card.width + 0.5, `${piece.words}: ${piece.left}–${piece.right} in ${card.x}–${card.x + card.width}, ${total} ${large}`);
          if (/^[，。元]/.test(piece.words)) assert.ok(Math.abs(piece.top - pieces[at - 1].top) < 2, `${piece.words} is on the line of ${pieces[at - 1].words}`);
        }
      });
    }
  }
  await page.evaluate(() => localStorage.removeItem("mingbai.large"));
});

test("while one types every element stays the one it was: who reads along is not thrown out", async () => {
  const fresh = await openPage(context, `${server.url}/#/calculator?why=long_term_resident&insured=zhongshan.employee_combined&in=440100&level=3&filed=no&total=50000.00&own=5000.00`, faults);
  const total = fresh.getByLabel("总费用", { exact: true });
  await fresh.getByRole("heading", { name: /^总费用 50,000/ }).waitFor();
  const counted = (changes) => fresh.evaluate(async (values) => {
    const field = document.activeElement, gone = [];
    const watched = new MutationObserver((records) => {
      for (const { removedNodes } of records) for (const node of removedNodes) if (node.classList?.contains("node")) gone.push(node.getAttribute("aria-label") ?? node.textContent);
    });
    watched.observe(document.getElementById("mirror"), { childList: true, subtree: true });
    for (const value of values) {
      field.value = value;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    watched.disconnect();
    return gone;
  }, changes);
  await total.focus();
  assert.deepEqual(await counted(["50001", "50012", "50123", "51234"]), []);
  await fresh.getByRole("heading", { name: /^总费用 51,234/ }).waitFor();
  await fresh.close();
});

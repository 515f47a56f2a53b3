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
      const figure = await answer.getByText(/^¥/).first().boundingBox(), words = await total.boundingBox();
      const apart = words.y >= figure.y + figure.height - 1 || words.x >= figure.x + figure.width;
      assert.ok(apart, JSON.stringify({ figure, words }));
    });
    await page.setViewportSize({ width: 1280, height: 900 });
  });
}

// A rule holds from its day to its day, and what comes later changes nothing that was before.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { answers, answersAsText, packs } from "./program.mjs";

const DAY = 86400000;
const iso = (time) => new Date(time).toISOString().slice(0, 10);
const next = (day) => iso(Date.parse(day) + DAY);
const days = (first, last) =>
  Array.from({ length: (Date.parse(last) - Date.parse(first)) / DAY + 1 }, (_, i) => iso(Date.parse(first) + i * DAY));
const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));
const packFiles = (id) => readdirSync(join(packs, id)).filter((name) => name.endsWith(".json"));

// The days on which something begins, or is over for the first time, in a pack and those it inherits.
function turningDays(id) {
  const found = new Set();
  const walk = (value) => {
    if (value === null || typeof value !== "object") return;
    if (value.effective_from) found.add(value.effective_from);
    if (value.effective_to) found.add(next(value.effective_to));
    Object.values(value).forEach(walk);
  };
  for (let pack = id; pack; pack = readJson(join(packs, pack, "pack.json")).inherits)
    for (const name of packFiles(pack)) walk(readJson(join(packs, pack, name)));
  return found;
}

const bill = (policy, scheme, more, day) => ({
  policy, statuses: ["in_force", "draft", "assumed"], insured: { scheme, continuous_months: 30, outpatient_basic: true },
  claim: { care: "inpatient", provider: { region: "440100", kind: "hospital", level: 3, selected: true }, remote: "unfiled",
    disease: "M03900", admitted: day, discharged: day, total: "200000.00", ...more },
});

const walks = ["basic", "supplementary", "employee_pooled", "employee_combined", "resident"].flatMap((scheme) =>
  [{}, { care: "special_disease" }, { remote: "local" }].map((more) => ({ policy: "zhongshan", scheme, more })));

test("from 2019 to 2027 a bill's sums change only on a day that the pack names", () => {
  const named = turningDays("zhongshan");
  const all = days("2019-01-01", "2027-03-01");
  for (const { policy, scheme, more } of walks) {
    const sums = answers("settle", all.map((day) => bill(policy, scheme, more, day)))
      .map((answer) => (answer.total === undefined ? "refused" : [answer.fund_pay, answer.major_illness_pay, answer.self_pay, answer.basis].join(" ")));
    sums.forEach((sum, i) => {
      if (i > 0 && sum !== sums[i - 1])
        assert.ok(named.has(all[i]), `${scheme} ${JSON.stringify(more)}: ${sums[i - 1]} becomes ${sum} on ${all[i]}, a day no element names`);
    });
    assert.ok(sums.includes("refused") && new Set(sums).size > 1, `${scheme} has days in and out of its validity`);
  }
});

// Every value, row and validity that has no end gets a successor far ahead, as a later document would bring it.
function withSuccessors(folder) {
  let count = 0;
  for (const id of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name))
    for (const name of ["parameters.json", "tables.json"]) {
      let content;
      try { content = readJson(join(folder, id, name)); } catch { continue; }
      for (const element of content)
        for (const list of [element.values, element.rows])
          for (const one of [...(list ?? [])].filter((value) => value.effective_to === null)) {
            list.push({ ...structuredClone(one), effective_from: "2040-01-01" });
            ++count;
          }
      writeFileSync(join(folder, id, name), JSON.stringify(content));
    }
  return count;
}

test("a case answered before a newer pack came is answered to the same bytes after", () => {
  const newer = mkdtempSync(join(tmpdir(), "mingbai-newer-"));
  try {
    cpSync(packs, newer, { recursive: true });
    assert.ok(withSuccessors(newer) > 10, "there is something that a later document could change");
    for (const command of ["settle", "check"]) {
      const inputs = readdirSync(packs).flatMap((id) => ["good", "bad"].flatMap((kind) => {
        let names = [];
        try { names = readdirSync(join(packs, id, "cases", kind)); } catch { return []; }
        return names.map((name) => readJson(join(packs, id, "cases", kind, name)));
      })).filter((one) => one.command === command && typeof one.input === "object").map((one) => one.input);
      const before = answersAsText(command, inputs, ["--policies", packs]), after = answersAsText(command, inputs, ["--policies", newer]);
      before.forEach((answer, i) => assert.equal(after[i], answer, JSON.stringify(inputs[i])));
    }
  } finally {
    rmSync(newer, { recursive: true, force: true });
  }
});

test("29 February and the year's last day are days like others, and 30 February is none", () => {
  const on = (day) => bill("zhongshan", "resident", { remote: "local" }, day);
  const [leap, after, last, first, none] = answers("settle", ["2024-02-29", "2024-03-01", "2025-12-31", "2026-01-01", "2024-02-30"].map(on));
  assert.equal(leap.self_pay, after.self_pay);
  assert.equal(last.ledger.year, "2025");
  assert.equal(first.ledger.year, "2026");
  assert.deepEqual([...new Set(none.findings.map((finding) => finding.code))], ["impossible_date"]);
});

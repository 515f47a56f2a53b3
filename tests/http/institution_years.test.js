// What came of each institution's filings over a year: the same counts for whoever may see the filings, and none of what he may
// not see. All people are invented.

import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { act, disease, handIn, hospital, insuredNumber, officer, reasons, residence, versionOf } from "./offices.js";
import { start } from "./server.js";

const other = "H44200100058";
const thisYear = Number(new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 4)); // in China

let server, anna, clerk, clerk2, reviewer;

const years = (as, year = thisYear) => server.ask("GET", `/api/v1/statistics/institutions?year=${year}`, { as });
const rows = async (as, year) => {
  const answer = await years(as, year);
  assert.equal(answer.status, 200, answer.text);
  return Object.fromEntries(answer.json.institutions.map(({ institution, ...counts }) => [institution, counts]));
};
const step = async (as, filing, body) => {
  const answer = await act(server, as, filing, { version: await versionOf(server, as, filing), ...body });
  assert.equal(answer.status, 200, answer.text);
};
const none = { submitted: 0, took_effect: 0, refused: 0, supplement_asked: 0, late_entries: 0, decided: 0, days_to_decision: null };

before(async () => {
  server = await start({ options: ["--quiet"] });
  anna = await server.register("anna");
  clerk = await officer(server, "clerk", "agency_clerk", "--region", "442000");
  clerk2 = await officer(server, "clerk-2", "agency_clerk", "--region", "442000");
  reviewer = await officer(server, "reviewer", "institution_reviewer", "--institution", hospital);
  const asked = await handIn(server, anna, disease(), "special_disease");
  await step(reviewer, asked.filing, { type: "ask_supplement", reasons });
  await handIn(server, anna, disease({ disease: { code: "M07800", class: "two" } }), "special_disease");
  await handIn(server, anna, disease().replaceAll(hospital, other), "special_disease");
  const refused = await handIn(server, anna, residence());
  await step(clerk, refused.filing, { type: "propose_refusal", reasons });
  await step(clerk2, refused.filing, { type: "refuse" });
  await handIn(server, clerk, residence());
});
after(() => server.stop());

test("an agency sees every institution of its region, what names none by itself, and never its own filings", async () => {
  assert.deepEqual(await rows(clerk), {
    "": { ...none, submitted: 1, refused: 1, decided: 1, days_to_decision: 0 },
    [hospital]: { ...none, submitted: 2, supplement_asked: 1 },
    [other]: { ...none, submitted: 1 },
  });
  assert.equal((await rows(clerk2))[""].submitted, 2, "another clerk sees what the first handed in for himself");
});

test("an institution sees itself alone, and of the diseases it was granted", async () => {
  assert.deepEqual(Object.keys(await rows(reviewer)), [hospital]);
  const narrow = await officer(server, "narrow", "institution_reviewer", "--institution", hospital, "--diseases", "M07800");
  assert.deepEqual(await rows(narrow), { [hospital]: { ...none, submitted: 1 } });
});

test("another region's agency sees nothing, and whoever holds no office is refused", async () => {
  const elsewhere = await officer(server, "elsewhere", "agency_clerk", "--region", "532300");
  assert.deepEqual(await rows(elsewhere), {});
  assert.equal((await years(anna)).status, 403);
  assert.equal((await years(undefined)).status, 401);
});

test("a confirmed filing is decided and in effect, with its days", async () => {
  const { filing } = await handIn(server, anna, disease(), "special_disease");
  await step(reviewer, filing, { type: "confirm" });
  const row = (await rows(reviewer))[hospital];
  assert.equal(row.submitted, 3);
  assert.equal(row.took_effect, 1);
  assert.equal(row.decided, 1);
  assert.equal(row.days_to_decision, 0);
});

test("a year before has its own figures, and no figure names a person or a filing", async () => {
  assert.deepEqual((await years(clerk, thisYear - 1)).json, { year: thisYear - 1, institutions: [] });
  const { text } = await years(clerk);
  for (const secret of [insuredNumber, "陈测试"]) assert.ok(!text.includes(secret));
  assert.doesNotMatch(text, /[0-9a-f]{32}/);
});

for (const [what, query, code] of [
  ["none", "", "wrong_type"],
  ["an empty one", "?year=", "wrong_type"],
  ["a word", "?year=last", "wrong_type"],
  ["a sign", "?year=-202", "wrong_type"],
  ["five digits", "?year=20260", "wrong_type"],
  ["one that has not come", `?year=${thisYear + 1}`, "unknown_value"],
]) {
  test(`a year that is none is told with its place and remedy: ${what}`, async () => {
    const answer = await server.ask("GET", `/api/v1/statistics/institutions${query}`, { as: clerk });
    assert.equal(answer.status, 400, answer.text);
    assert.deepEqual(answer.json.findings.map((finding) => [finding.code, finding.fact]), [[code, "year"]]);
    for (const finding of answer.json.findings) assert.ok(finding.message && finding.message_en && finding.remedy && finding.remedy_en);
  });
}

// Who takes an application in: what a person sends waits for the office that decides, whatever channel it names; what an
// office takes in at its own counter is decided there, where the policy says at once. And what a person may say of the
// institutions he changes to.

import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { envelope } from "./envelopes.js";
import { act, agent, bind, handIn, identityNumber, insuredNumber, look, officer, versionOf } from "./offices.js";
import { start } from "./server.js";

const hospital = "H53230000001", officerNumber = "11010519900307451X"; // invented; the check digits are right

let server, anna, clerk, reviewer;
const people = {};
before(async () => {
  server = await start();
  anna = await server.register("anna");
  clerk = await officer(server, "clerk", "agency_clerk", "--region", "532300");
  reviewer = await officer(server, "reviewer", "institution_reviewer", "--institution", hospital, "--diseases", "M07800");
  people["another clerk"] = await officer(server, "another-clerk", "agency_clerk", "--region", "442000");
  people["another hospital"] = await officer(server, "another-hospital", "institution_reviewer", "--institution", "H53230000002");
  people["the hospital for another disease"] = await officer(server, "another-disease", "institution_reviewer", "--institution", hospital, "--diseases", "M03900");
  await bind(server, clerk, reviewer, officerNumber);
  await bind(server, reviewer, clerk, identityNumber("19880401", 3));
  for (const [at, name] of Object.keys(people).entries()) await bind(server, clerk, people[name], identityNumber("19790401", at + 10));
  people["an auditor"] = await officer(server, "auditor", "auditor", "--region", "532300");
});
after(() => server.stop());

function chuxiong(changes = {}, number = insuredNumber) {
  return JSON.stringify({
    policy: "chuxiong",
    insured: { name: "陈测试", scheme: "resident", enrolled: true, region: "532300", certificate: { type: "identity_card", number } },
    application: {
      kind: "special_disease", channel: "institution", setting: "outpatient", disease: { code: "M07800", class: "special" },
      provider: { code: hospital, region: "532300", kind: "hospital", level: 3, ownership: "public", assessed: true, last_score: 95 },
      physician: { title: "attending", registered: true }, documents: ["identity_card", "diagnosis_certificate"], ...changes,
    },
  });
}

const stageOf = async (as, filing) => (await look(server, as, filing)).json.record.life.stage;
const handed = async (as, text, kind = "special_disease") => {
  const { filing } = await handIn(server, as, text, kind);
  return { filing, stage: await stageOf(as, filing) };
};

for (const channel of ["institution", "agency", "online", undefined]) {
  for (const setting of ["outpatient", "agency"]) {
    test(`a person who names the channel ${channel} and the setting ${setting} is granted nothing by himself`, async () => {
      assert.equal((await handed(anna, chuxiong({ channel, setting }))).stage, "submitted");
      assert.equal((await handed(anna, chuxiong({ channel, setting, agent }))).stage, "submitted");
    });
  }
}

test("late costs that a person enters wait, too", async () => {
  const text = JSON.stringify({
    policy: "tangshan",
    insured: { scheme: "employee", enrolled: true, region: "130200", certificate: { type: "identity_card", number: insuredNumber } },
    application: { kind: "late_entry", channel: "institution", service_date: "2026-01-05", reason: "network_fault", provider: { code: "H13020000001", region: "130200", kind: "hospital", level: 3 }, documents: [] },
  });
  assert.equal((await handed(anna, text, "late_entry")).stage, "submitted");
  const hospitalOfTangshan = await officer(server, "tangshan", "institution_reviewer", "--institution", "H13020000001");
  assert.equal((await handed(hospitalOfTangshan, text, "late_entry")).stage, "submitted", "nobody knows yet whose account it is");
  await bind(server, clerk, hospitalOfTangshan, identityNumber("19810401", 7));
  assert.equal((await handed(hospitalOfTangshan, text, "late_entry")).stage, "in_effect");
});

test("what the hospital takes in at its counter is in effect at once, in the hospital's name", async () => {
  const { filing, stage } = await handed(reviewer, chuxiong());
  assert.equal(stage, "in_effect");
  const { record } = (await look(server, clerk, filing)).json;
  assert.deepEqual(record.events.map((event) => [event.type, event.by]), [["received", undefined], ["submitted", "institution_reviewer"], ["took_effect", "system"]]);
  assert.equal((await handed(reviewer, chuxiong({ agent }))).stage, "in_effect");
});

test("what the agency takes in at its counter is in effect at once", async () => {
  assert.equal((await handed(clerk, chuxiong({ channel: "agency" }))).stage, "in_effect");
});

test("an office that names another's counter, or none, has taken in nothing", async () => {
  assert.equal((await handed(reviewer, chuxiong({ channel: "agency" }))).stage, "submitted");
  assert.equal((await handed(reviewer, chuxiong({ channel: "online" }))).stage, "submitted");
  assert.equal((await handed(reviewer, chuxiong({ channel: undefined }))).stage, "submitted");
  assert.equal((await handed(clerk, chuxiong({ channel: "institution" }))).stage, "submitted");
});

for (const who of ["another clerk", "another hospital", "the hospital for another disease", "an auditor"]) {
  test(`${who} is no counter for it`, async () => {
    for (const channel of ["institution", "agency"]) assert.equal((await handed(people[who], chuxiong({ channel }))).stage, "submitted");
  });
}

test("who holds an office is a person where his own benefit is concerned", async () => {
  assert.equal((await handed(reviewer, chuxiong({}, officerNumber))).stage, "submitted");
});

test("an office whose account is bound to nobody, or only as somebody's agent, takes in nothing", async () => {
  const unbound = await officer(server, "unbound", "institution_reviewer", "--institution", hospital, "--diseases", "M07800");
  assert.equal((await handed(unbound, chuxiong({}, identityNumber("19770401", 5)))).stage, "submitted", "it might be his own");
  await bind(server, clerk, unbound, identityNumber("19500401", 9), { role: "agent", relation: "child" });
  assert.equal((await handed(unbound, chuxiong({}, identityNumber("19770401", 5)))).stage, "submitted");
  await bind(server, clerk, unbound, identityNumber("19770401", 5));
  assert.equal((await handed(unbound, chuxiong({}, identityNumber("19770401", 5)))).stage, "submitted", "it is his own");
  assert.equal((await handed(unbound, chuxiong())).stage, "in_effect");
});

test("an edit by the person puts a granted filing before the hospital again", async () => {
  const { filing } = await handIn(server, anna, chuxiong(), "special_disease");
  const confirmed = await act(server, reviewer, filing, { type: "confirm", version: 1 });
  assert.equal(confirmed.json.record.life.stage, "in_effect", confirmed.text);
  const edit = envelope({ filing, base_version: 2, kind: "special_disease", payload: chuxiong({ documents: ["social_security_card", "diagnosis_certificate"] }) });
  assert.equal((await server.push(anna, edit)).json.results[0].outcome, "received");
  assert.equal(await stageOf(anna, filing), "submitted");
});

test("a choice of institutions rests on what offices know, and waits for the agency", async () => {
  const zhongshanClerk = people["another clerk"];
  const one = (code) => ({ code, region: "442000", kind: "hospital", level: 2, qualified: true });
  const { filing } = await handIn(server, anna, JSON.stringify({
    policy: "zhongshan",
    insured: { scheme: "employee_combined", enrolled: true, region: "442000", certificate: { type: "identity_card", number: insuredNumber } },
    application: { kind: "provider_selection", channel: "online", disease: { code: "M03900", class: "two", confirmed: true }, providers: [one("H44200100026"), one("H44200100058")], documents: ["identity_card"] },
  }), "provider_selection");
  assert.equal(await stageOf(anna, filing), "submitted");
  const granted = await act(server, zhongshanClerk, filing, { type: "review", version: 1 });
  assert.equal(granted.json.record.life.stage, "in_effect", granted.text);

  const change = async (as, providers) => act(server, as, filing, { type: "change_providers", version: await versionOf(server, anna, filing), providers });
  const fewer = await change(anna, ["H44200100058"]);
  assert.equal(fewer.status, 200, fewer.text);
  const unknown = await change(anna, ["H44200100099"]);
  assert.equal(unknown.status, 422, unknown.text);
  assert.deepEqual(unknown.json.findings.map((finding) => finding.code), ["institution_unverified"]);
  const byOffice = await change(zhongshanClerk, ["H44200100099", "H44200100026"]);
  assert.equal(byOffice.status, 200, byOffice.text);
  const check = (await look(server, anna, filing)).json.check;
  assert.equal(check.verdict, "eligible", JSON.stringify(check.findings));
});

test("after a change of institutions the filing is the new one's: it sees and decides, the old one sees it no more", async () => {
  const [old, next] = ["H44200100026", "H44200100058"];
  const of = {};
  for (const code of [old, next]) of[code] = await officer(server, `hospital-${code.slice(-2)}`, "institution_reviewer", "--institution", code, "--diseases", "M03900");
  const { filing } = await handIn(server, anna, JSON.stringify({
    policy: "zhongshan",
    insured: { name: "陈测试", scheme: "employee_combined", enrolled: true, region: "442000", certificate: { type: "identity_card", number: insuredNumber } },
    application: { kind: "special_disease", channel: "institution", setting: "outpatient", disease: { code: "M03900", class: "two" }, provider: { code: old, region: "442000", level: 3, kind: "hospital", qualified: true }, documents: ["identity_card", "diagnosis_certificate"] },
  }), "special_disease");
  const queued = async (as) => (await server.ask("GET", "/api/v1/review/queue", { as })).json.filings.map((one) => one.filing);
  assert.deepEqual([await queued(of[old]), await queued(of[next])], [[filing], []]);
  const change = { type: "change_providers", version: 1, providers: [next] };
  assert.equal((await act(server, of[next], filing, change)).status, 404, "not his before");
  const moved = await act(server, of[old], filing, change);
  assert.equal(moved.status, 200, moved.text);
  assert.equal(moved.json.record, null, "done, and no longer his to see");
  assert.deepEqual([await queued(of[old]), await queued(of[next])], [[], [filing]]);
  assert.equal((await look(server, of[old], filing)).status, 404);
  assert.equal((await act(server, of[old], filing, { type: "confirm", version: 2 })).status, 404);
  const confirmed = await act(server, of[next], filing, { type: "confirm", version: 2 });
  assert.equal(confirmed.json.record?.life.stage, "in_effect", confirmed.text);
});

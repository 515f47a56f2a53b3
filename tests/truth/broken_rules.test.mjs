// A person who breaks k rules is told of exactly those k, each with its clause and what to do about it.
import assert from "node:assert/strict";
import { test } from "node:test";

import { answers, changed, numbers, trials } from "./program.mjs";

const without = (key) => (request) =>
  changed(request, "application.documents", request.application.documents.filter((document) => document !== key));
const undone = (key) => (request) =>
  changed(request, "application.tasks", request.application.tasks.filter((task) => task !== key));
const set = (path, to) => (request) => changed(request, path, to);

// Somebody with everything in order, and ways to break one rule each that do not touch the others. All invented.
const people = [
  {
    name: "a daughter files for her mother who lives in Guangzhou",
    request: {
      policy: "zhongshan", as_of: "2025-10-01", statuses: ["in_force", "assumed"],
      insured: { scheme: "resident", enrolled: true, region: "442000" },
      application: { kind: "remote_care", category: "long_term_resident", care_region: "440100", channel: "online",
        agent: { relation: "child", consent: true }, documents: ["identity_card", "residence_proof"] },
    },
    breaks: {
      enrolled: set("insured.enrolled", false),
      insured_in_zhongshan: set("insured.region", "440100"),
      care_region_outside: set("application.care_region", "442000"),
      filing_channel: set("application.channel", "institution"),
      agent_consent: set("application.agent.consent", false),
      agent_relation: set("application.agent.relation", ""),
      "document_missing identity": without("identity_card"),
      "document_missing residence": without("residence_proof"),
    },
  },
  {
    name: "a resident of the prefecture applies at a private hospital through her son",
    request: {
      policy: "chuxiong", as_of: "2022-08-01", statuses: ["in_force", "assumed"],
      insured: { scheme: "resident", enrolled: true, region: "532300" },
      application: { kind: "special_disease", channel: "institution", setting: "outpatient",
        disease: { code: "M07803", class: "chronic" },
        provider: { region: "532300", kind: "hospital", level: 2, ownership: "private", last_score: 90, assessed: true },
        physician: { title: "attending", registered: true, specialist: true },
        documents: ["identity_card", "diagnosis_certificate"] },
    },
    breaks: {
      enrolled: set("insured.enrolled", false),
      private_level: set("application.provider.level", 1),
      private_score: set("application.provider.last_score", 84),
      private_assessed: set("application.provider.assessed", false),
      physician_title: set("application.physician.title", "resident"),
      physician_registered: set("application.physician.registered", false),
      physician_specialist: set("application.physician.specialist", false),
      "document_missing identity": without("identity_card"),
      "document_missing diagnosis": without("diagnosis_certificate"),
    },
  },
  {
    name: "a county institution with the dynamic library gets ready",
    request: {
      policy: "tangshan", as_of: "2019-07-01", statuses: ["in_force", "assumed"], insured: {},
      application: { kind: "readiness", institution: { pilot: false, county: true, dynamic_library: true },
        tasks: ["county_training", "his_interface", "network_test", "accounts", "doctor_network", "ports", "card_readers",
          "care_process", "doctor_training"] },
    },
    breaks: Object.fromEntries(["county_training", "his_interface", "network_test", "accounts", "doctor_network", "ports",
      "card_readers", "care_process", "doctor_training"].map((task) => [task, undone(task)])),
  },
];

function chosen(codes, count, below) {
  const left = [...codes];
  return Array.from({ length: count }, () => left.splice(below(left.length), 1)[0]);
}

for (const { name, request, breaks } of people) {
  test(`${name}: nothing broken, nothing found`, () => {
    const [answer] = answers("check", [request]);
    assert.deepEqual([answer.verdict, answer.findings], ["eligible", []]);
  });

  test(`${name}: whoever breaks k of the rules is told of exactly those k`, () => {
    const below = numbers(29), codes = Object.keys(breaks);
    const tries = Array.from({ length: trials(400, 20000) }, (_, i) => {
      const broken = chosen(codes, 1 + (i % Math.min(8, codes.length)), below);
      return { broken, request: broken.reduce((changing, code) => breaks[code](changing), request) };
    });
    answers("check", tries.map((one) => one.request)).forEach((answer, i) => {
      const told = answer.findings.map((finding) => finding.code).sort();
      assert.deepEqual(told, tries[i].broken.map((code) => code.split(" ")[0]).sort(), JSON.stringify(tries[i].request));
      assert.notEqual(answer.verdict, "eligible");
      for (const finding of answer.findings)
        assert.ok(finding.source.clause && finding.remedy && finding.message, `${finding.code} has its clause and remedy`);
    });
  });
}

// docs/roles.md, cell by cell: the table is read from the page and each cell is tried over HTTP on a filing of its own.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test, { after, before } from "node:test";
import { act, agent, disease, handIn, hospital, insuredNumber, look, newId, officer, operate, reasons, residence, versionOf } from "./offices.js";
import { start } from "./server.js";
import { figure, trials } from "./trials.js";

const page = readFileSync(new URL("../../docs/roles.md", import.meta.url), "utf8");
const table = (title) =>
  page.split(`## ${title}\n`)[1].split("\n## ")[0].split("\n").filter((line) => line.startsWith("|"))
    .map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim().replaceAll("`", "")));
const rows = table("Filings").filter(([role]) => role !== "role" && !role.startsWith("-"));
const statuses = { yes: [200, 201], no: [403], hidden: [404] };

let server;
const people = {};

before(async () => {
  server = await start({ options: ["--quiet"] });
  for (const login of ["stranger", "insured", "agent", "relative"]) people[login] = await server.register(login);
  people.institution_reviewer = await officer(server, "reviewer", "institution_reviewer", "--institution", hospital);
  people.agency_clerk = await officer(server, "clerk", "agency_clerk", "--region", "442000");
  people.second_clerk = await officer(server, "clerk-2", "agency_clerk", "--region", "442000");
  people.second_reviewer = await officer(server, "reviewer-2", "institution_reviewer", "--institution", hospital);
  people.auditor = await officer(server, "auditor", "auditor", "--region", "442000");
  people.operator = await officer(server, "operator", "operator");
  const code = await server.ask("POST", "/api/v1/bindings/codes", { as: people.agency_clerk, json: { certificate: bound } });
  assert.equal(code.status, 201, code.text);
  const bind = await server.ask("POST", "/api/v1/bindings", { as: people.insured, json: { certificate: bound, code: code.json.code } });
  assert.equal(bind.status, 201, bind.text);
});
after(() => server.stop());

// The person whom the account `insured` is bound to; invented, the check digit is right.
const bound = "442000195501020031";
const elsewhere = { institution: "H44200100031", region: "532300" };

const byInstitution = (role) => role === "institution_reviewer";

// A filing of the kind that the role deals with, of the person in the column.
async function filed(role, column, action) {
  const changes = {};
  let who = people.stranger;
  const person = role === "insured" && column === "agent's" ? bound : insuredNumber;
  if (column === "own") who = people[role];
  if (column === "agent's") {
    changes.agent = agent;
    if (role === "agent") who = people.agent;
    if (role === "insured") who = people["relative"];
  }
  const needsDisease = byInstitution(role) || action === "confirm" || action === "change_providers";
  let text = needsDisease ? disease(changes) : residence(changes);
  if (column === "other region's" && byInstitution(role)) text = text.replaceAll(hospital, elsewhere.institution);
  text = text.replaceAll(insuredNumber, person);
  if (column === "other region's" && !byInstitution(role)) return { who, ...(await inTheOtherRegion(who)) };
  return { who, ...(await handIn(server, who, text, needsDisease ? "special_disease" : "remote_care")) };
}

async function inTheOtherRegion(who) {
  const text = JSON.stringify({
    policy: "chuxiong",
    insured: { scheme: "resident", enrolled: true, region: elsewhere.region, certificate: { type: "identity_card", number: "532300196005060045" } },
    application: {
      kind: "special_disease", channel: "agency", setting: "agency", disease: { code: "M07800", class: "special" },
      provider: { region: "530100", kind: "hospital", level: 3, ownership: "public" },
      physician: { title: "attending", registered: true }, documents: ["identity_card", "diagnosis_certificate"],
    },
  });
  return handIn(server, who, text, "special_disease");
}

// Brings a filing to where the action is possible, by somebody who may.
async function brought(filing, action, disease_) {
  const step = async (as, body) => {
    const version = await versionOf(server, as, filing);
    const answer = await act(server, as, filing, { version, ...body });
    assert.equal(answer.status, 200, `${action}: ${answer.text}`);
  };
  const decider = disease_ ? people.second_reviewer : people.second_clerk;
  if (action === "supply") await step(decider, { type: "ask_supplement", reasons });
  if (action === "refuse") await step(decider, { type: "propose_refusal", reasons });
  if (action === "cancel" || action === "spot_check") await step(decider, { type: disease_ ? "confirm" : "review" });
}

const content = {
  cancel: { reason: "住回来了" }, note: { text: "已电话告知" }, change_providers: { providers: ["H44200100058"] },
  ask_supplement: { reasons }, propose_refusal: { reasons }, refuse: {}, spot_check: { outcome: "upheld" }, supply: { text: "已补" },
};

async function tried(as, action, filing, version) {
  if (action === "view") return look(server, as, filing);
  if (action === "print") return server.ask("GET", `/api/v1/filings/${filing}/receipt?lang=zh`, { as });
  if (action === "reveal") return server.ask("POST", `/api/v1/filings/${filing}/reveal`, { as, json: { reason: "核对身份" } });
  return act(server, as, filing, { type: action, version, ...content[action] });
}

const columns = ["own", "agent's", "other's", "other region's"];

test("the table has every role with every action", () => assert.equal(rows.length, 6 * 14));

for (const [role, action, ...cells] of rows) {
  test(`${role}: ${action}`, async () => {
    for (const [at, column] of columns.entries()) {
      const { who, filing } = await filed(role, column, action);
      const isDisease = byInstitution(role) || action === "confirm" || action === "change_providers";
      const foreign = column === "other region's";
      if (!foreign) await brought(filing, action, isDisease);
      const version = foreign ? 1 : await versionOf(server, who, filing);
      const answer = await tried(people[role], action, filing, version);
      assert.ok(statuses[cells[at]].includes(answer.status), `${column}: ${cells[at]}, but ${answer.status} ${answer.text}`);
      if (cells[at] === "hidden") assert.match(answer.text, /not_found/);
    }
  });
}

const routes = {
  queue: (as) => server.ask("GET", "/api/v1/review/queue", { as }),
  batch: (as) => server.ask("POST", "/api/v1/review/batch", { as, json: { decisions: [{ receipt: "none", type: "review" }] } }),
  sample: (as) => server.ask("GET", "/api/v1/review/sample?seed=1&share_bp=100&from=2026-01-01&to=2026-12-31", { as }),
  ledger: (as) => server.ask("GET", "/api/v1/review/ledger.csv?from=2026-01-01&to=2026-12-31", { as }),
  statistics: (as) => server.ask("GET", "/api/v1/statistics?from=2026-01-01&to=2026-12-31", { as }),
  years: (as) => server.ask("GET", "/api/v1/statistics/institutions?year=2026", { as }),
  reveals: (as) => server.ask("POST", "/api/v1/review/reveals", { as, json: { filings: [newId()], reason: "核对" } }),
  code: (as) => server.ask("POST", "/api/v1/bindings/codes", { as, json: { certificate: insuredNumber } }),
};
const [names, , ...lines] = table("Without a filing");
for (const [role, ...cells] of lines) {
  test(`${role}: lists and codes`, async () => {
    for (const [at, cell] of cells.entries()) {
      const name = names[at + 1];
      const answer = await routes[name](people[role]);
      // A filing that nobody has is not found, whoever may ask.
      const wanted = cell === "yes" ? (name === "reveals" ? [404] : [200, 201]) : [403];
      assert.ok(wanted.includes(answer.status), `${name}: ${answer.status} ${answer.text}`);
    }
  });
}

test("10,000 invented ids open nothing", async () => {
  const count = trials(300, 10_000);
  for (let at = 0; at < count; ++at) {
    const answer = await look(server, at % 2 ? people.agency_clerk : people.stranger, newId());
    assert.ok(answer.status === 404 || answer.status === 429, answer.text);
  }
  figure("T18", `${rows.length} cells of role and action on records of four kinds as the matrix says; ${count} invented ids open nothing`);
});

test("after all of it the audit log is whole, and names nobody", () => {
  const verified = operate(server, "audit", "verify");
  const last = JSON.parse(verified.trim().split("\n").at(-1));
  assert.equal(last.broken, 0);
  assert.ok(last.entries > 300);
});

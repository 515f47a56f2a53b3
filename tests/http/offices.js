// People with offices, and filings in every stage, for the tests of reviews. Identity numbers are invented; their check
// digits are right.

import { execFileSync } from "node:child_process";
import { envelope, newId, payload } from "./envelopes.js";
import { program } from "./server.js";

export const hospital = "H44200100026";
export const insuredNumber = "11010519491231002X";

export const operate = (server, ...words) =>
  execFileSync(program, [...words, ...server.store], { encoding: "utf8" });

// A cookie of a new account with a role: officer(server, "clerk", "agency_clerk", "--region", "442000").
export async function officer(server, login, role, ...where) {
  const cookie = await server.register(login);
  operate(server, "accounts", "grant", login, "--role", role, ...where);
  return cookie;
}

// An invented number of Beijing with a right check character.
export function identityNumber(birth, sequence) {
  const body = `110105${birth}${String(sequence).padStart(3, "0")}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return body + "10X98765432"[[...body].reduce((sum, digit, at) => sum + Number(digit) * weights[at], 0) % 11];
}

// Binds an account to its owner, with a code that another office gives.
export async function bind(server, by, account, certificate, how = {}) {
  const given = await server.ask("POST", "/api/v1/bindings/codes", { as: by, json: { certificate, ...how } });
  const bound = await server.ask("POST", "/api/v1/bindings", { as: account, json: { certificate, code: given.json.code } });
  if (bound.status !== 201) throw new Error(`${given.text} ${bound.text}`);
}

// Remote residence: the agency of 442000 reviews it.
export const residence = (changes = {}) => payload(changes);

// A disease at the hospital: the institution confirms it.
export function disease(changes = {}) {
  return JSON.stringify({
    policy: "zhongshan",
    insured: { name: "陈测试", scheme: "employee_combined", enrolled: true, region: "442000", certificate: { type: "identity_card", number: insuredNumber } },
    application: {
      kind: "special_disease",
      channel: "institution",
      setting: "outpatient",
      disease: { code: "M03900", class: "two" },
      provider: { code: hospital, region: "442000", level: 3, kind: "hospital", qualified: true },
      documents: ["identity_card", "diagnosis_certificate"],
      ...changes,
    },
  });
}

export const agent = { name: "林代办", relation: "子女", consent: true, certificate: { type: "identity_card", number: "11010519900307451X" } };

// Hands a filing in; its id. What the check says against it is told.
export async function handIn(server, as, text, kind = "remote_care") {
  const one = envelope({ payload: text, kind });
  const answer = await server.push(as, one);
  const [result] = answer.json.results;
  if (result.outcome !== "received") throw new Error(JSON.stringify(result.findings?.map((f) => [f.code, f.fact, f.allowed])));
  return { filing: one.filing, receipt: result.receipt.number };
}

export const act = (server, as, filing, body) => server.ask("POST", `/api/v1/filings/${filing}/events`, { as, json: body });
export const look = (server, as, filing) => server.ask("GET", `/api/v1/review/filings/${filing}`, { as });

export async function versionOf(server, as, filing) {
  const answer = await look(server, as, filing);
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  return answer.json.record.version;
}

export const reasons = [{ code: "diagnosis_unclear", message: "诊断依据不足" }];
export { newId };

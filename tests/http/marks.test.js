// What is personal stays where it belongs: marked names, numbers and words are sent everywhere they may be sent and where
// they may not, and then looked for in the log, the metrics, the answers to faults and the audit log. The identity numbers
// are invented; their check digits are right.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import test, { after, before } from "node:test";
import { envelope, newId } from "./envelopes.js";
import { act, agent, disease, handIn, hospital, look, officer, operate, versionOf } from "./offices.js";
import { start } from "./server.js";
import { figure } from "./trials.js";

const marks = {
  name: "墨客陆", login: "mark-login-7f3a", password: "mark password 91c2 battery", number: "110105194912310038", agent: "代客柒",
  agent_number: "11010519900307451X", reason: "瑾瑜缘由", words: "琥珀备注", query: "mark-query-55d1", agent_device: "MarkBrowser/8842",
};

let server, person, reviewer, clerk;
before(async () => {
  server = await start();
  person = await server.register(marks.login, marks.password);
  reviewer = await officer(server, "reviewer", "institution_reviewer", "--institution", hospital, "--diseases", "M03900");
  clerk = await officer(server, "clerk", "agency_clerk", "--region", "442000");
});
after(() => server.stop());

const marked = () => {
  const text = JSON.parse(disease());
  text.insured.name = marks.name;
  text.insured.certificate.number = marks.number;
  text.application.agent = { ...agent, name: marks.agent };
  return JSON.stringify(text);
};

test("marks are sent by every route, in good requests and in broken ones", async () => {
  const { filing } = await handIn(server, person, marked(), "special_disease");
  const version = await versionOf(server, reviewer, filing);
  await act(server, reviewer, filing, { type: "note", version, text: marks.words });
  await server.ask("POST", `/api/v1/filings/${filing}/reveal`, { as: clerk, json: { reason: marks.reason } });
  await server.ask("GET", `/api/v1/filings/${filing}/receipt?lang=zh`, { as: person });
  await server.ask("GET", `/api/v1/review/queue?q=${marks.query}`, { as: clerk });
  await server.ask("GET", "/api/v1/review/ledger", { as: clerk });
  assert.equal((await look(server, clerk, filing)).status, 200);
});

test("an answer to a fault repeats nothing of what was sent", async () => {
  const whole = marked();
  const faults = [
    () => server.push(person, envelope({ payload: whole.slice(0, -9), kind: "special_disease" })),
    () => server.push(person, envelope({ payload: `${whole} ${marks.name}`, kind: "special_disease" })),
    () => server.push(person, envelope({ payload: whole, kind: "no_such_kind" })),
    () => server.push(person, envelope({ payload: whole, id: marks.number })),
    () => server.ask("POST", "/api/v1/push", { as: person, body: `{"envelopes": "${marks.name}`, headers: { "content-type": "application/json" } }),
    () => server.ask("POST", "/api/v1/push", { as: person, body: whole, headers: { "content-type": `text/${marks.query}` } }),
    () => server.ask("GET", `/api/v1/${marks.query}/${marks.number}?name=${encodeURIComponent(marks.name)}`, { as: person }),
    () => server.ask("POST", "/api/v1/sessions", { json: { login: marks.login, password: `${marks.password}!` }, headers: { "user-agent": marks.agent_device } }),
    () => server.ask("POST", "/api/v1/sessions", { json: { login: marks.login, [marks.query]: marks.password } }),
    () => server.ask("POST", "/api/v1/accounts", { json: { login: marks.number, password: marks.password } }),
    () => server.ask("POST", "/api/v1/accounts/password", { as: person, json: { password: marks.words, new_password: marks.password } }),
    () => server.ask("POST", `/api/v1/filings/${newId()}/events`, { as: clerk, json: { type: "note", version: 1, text: marks.words } }),
    () => server.ask("GET", "/api/v1/pull", { headers: { cookie: `__Host-mingbai=${marks.query}` } }),
  ];
  const personal = [marks.name, marks.number, marks.password, marks.words, marks.agent];
  for (const [at, fault] of faults.entries()) {
    const answer = await fault();
    if (answer.status === 200) continue; // a verdict on one's own filing may name what stands in it
    for (const mark of personal) assert.ok(!answer.text.includes(mark), `${at}: ${answer.status} ${answer.text}`);
  }
});

test("neither the log nor the metrics, the lists, the audit log nor a device's name holds a mark", async () => {
  const metrics = await server.ask("GET", "/metrics");
  const list = operate(server, "filings", "list");
  const shown = list.trim().split("\n").map((line) => operate(server, "filings", "show", JSON.parse(line).filing));
  assert.ok(shown.some((text) => JSON.parse(text).payload.insured.name === "墨*陆"));
  const listed = list + shown.join("") + operate(server, "audit", "verify");
  const reviewed = (await server.ask("GET", "/api/v1/review/queue", { as: clerk })).text;
  const places = { log: server.log, metrics: metrics.text, listed, reviewed };
  assert.ok(server.log.split("\n").length > 10);
  let looked = 0;
  for (const [place, text] of Object.entries(places)) {
    for (const [what, mark] of Object.entries(marks)) {
      assert.ok(!text.includes(mark), `${what} in ${place}`);
      assert.ok(!text.includes(encodeURIComponent(mark)), `${what} in ${place}`);
      ++looked;
    }
  }
  // On the disk the password is a hash; the log of requests is no file of the server.
  for (const name of await readdir(server.folder)) {
    if (!/\.db/.test(name)) continue;
    const bytes = await readFile(path.join(server.folder, name));
    assert.ok(!bytes.includes(marks.password), name);
  }
  figure("T25", `${Object.keys(marks).length} marks through every route, good and broken: 0 found in log, metrics, lists, audit log and answers to faults (${looked} looks)`);
});

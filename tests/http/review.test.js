// The life of a filing over HTTP: who decides, what follows by itself, what a decision needs, and what it leaves behind.

import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { envelope, newId, payload } from "./envelopes.js";
import { act, disease, handIn, hospital, insuredNumber, look, officer, operate, reasons, residence, versionOf } from "./offices.js";
import { start } from "./server.js";
import { figure } from "./trials.js";

let server, anna, bert, clerk, clerk2, reviewer;

before(async () => {
  server = await start();
  anna = await server.register("anna");
  bert = await server.register("bert");
  clerk = await officer(server, "clerk", "agency_clerk", "--region", "442000");
  clerk2 = await officer(server, "clerk-2", "agency_clerk", "--region", "442000");
  reviewer = await officer(server, "reviewer", "institution_reviewer", "--institution", hospital, "--diseases", "M03900");
});
after(() => server.stop());

const lifeOf = async (as, filing) => (await look(server, as, filing)).json.record.life;
const typesOf = async (as, filing) => (await look(server, as, filing)).json.record.events.map((event) => event.type);

test("a session says which roles it has and whether it is bound", async () => {
  const current = async (as) => (await server.ask("GET", "/api/v1/sessions/current", { as })).json;
  assert.deepEqual((await current(anna)).roles, []);
  assert.deepEqual((await current(reviewer)).roles, [{ role: "institution_reviewer", region: null, institution: hospital, diseases: ["M03900"] }]);
  assert.equal((await current(clerk)).bound, false);
});

test("a disease is confirmed by the institution, reviewed automatically, and in effect on its day", async () => {
  const { filing } = await handIn(server, anna, disease(), "special_disease");
  assert.equal((await lifeOf(anna, filing)).stage, "submitted");
  const seen = await look(server, reviewer, filing);
  assert.ok(seen.json.actions.includes("confirm"));
  assert.equal(seen.json.check.verdict, "eligible");
  assert.ok(!seen.text.includes(insuredNumber));
  assert.ok(seen.text.includes("1101**********002X"));
  const done = await act(server, reviewer, filing, { type: "confirm", version: 1 });
  assert.equal(done.status, 200, done.text);
  assert.equal(done.json.record.life.stage, "in_effect");
  assert.ok(done.json.record.life.effective_from);
  assert.deepEqual(await typesOf(anna, filing), ["received", "submitted", "confirmed", "reviewed", "took_effect"]);
  const life = await lifeOf(anna, filing);
  assert.equal(life.by, "system");
  assert.deepEqual(life.next, ["note", "cancel", "change_providers"]);
});

test("a pull brings the person what was decided", async () => {
  const { filing } = await handIn(server, bert, residence());
  const first = (await server.ask("GET", "/api/v1/pull?after=0", { as: bert })).json;
  assert.equal((await act(server, clerk, filing, { type: "review", version: 1 })).status, 200);
  const then = (await server.ask("GET", `/api/v1/pull?after=${first.next}`, { as: bert })).json;
  assert.equal(then.records.length, 1);
  assert.equal(then.records[0].life.stage, "in_effect");
  assert.equal(then.records[0].version, 2);
  assert.equal(then.records[0].state, "received");
  assert.equal(then.records[0].events.at(-1).by, "system");
});

test("an emergency is in effect at once", async () => {
  const { filing } = await handIn(server, anna, residence({ category: "emergency", documents: [] }));
  assert.deepEqual(await typesOf(anna, filing), ["received", "submitted", "took_effect"]);
});

test("an event on an older version is told where the filing stands now", async () => {
  const { filing } = await handIn(server, anna, residence());
  assert.equal((await act(server, clerk, filing, { type: "ask_supplement", version: 1, reasons })).status, 200);
  const late = await act(server, clerk2, filing, { type: "review", version: 1 });
  assert.equal(late.status, 409);
  assert.equal(late.json.current.life.stage, "supplement_asked");
  assert.match(late.json.type, /stale$/);
});

test("the same event again is done once", async () => {
  const { filing } = await handIn(server, anna, residence());
  const id = newId();
  const one = await act(server, clerk, filing, { type: "note", version: 1, id, text: "已电话联系 110105199003071234" });
  const again = await act(server, clerk, filing, { type: "note", version: 1, id, text: "已电话联系" });
  assert.equal(one.status, 200, one.text);
  assert.equal(again.status, 200);
  assert.equal(again.json.record.version, one.json.record.version);
  assert.ok(!one.text.includes("110105199003071234"), "a number in a note is masked");
  assert.equal((await act(server, clerk2, filing, { type: "note", version: 2, id, text: "x" })).status, 422);
});

test("what is asked for is supplied by an edit, and decided then", async () => {
  const { filing } = await handIn(server, anna, residence());
  await act(server, clerk, filing, { type: "ask_supplement", version: 1, documents: ["residence_proof"] });
  const edit = await server.push(anna, envelope({ filing, base_version: 2 }));
  assert.equal(edit.json.results[0].outcome, "received");
  assert.ok((await typesOf(anna, filing)).includes("supplied"));
  assert.equal((await lifeOf(anna, filing)).stage, "submitted");
});

test("a refusal needs reasons and a second person, and tells all reasons to the person", async () => {
  const { filing } = await handIn(server, anna, residence());
  const bare = await act(server, clerk, filing, { type: "propose_refusal", version: 1 });
  assert.equal(bare.status, 422);
  assert.ok(bare.text.includes("reasons_missing"));
  const proposed = await act(server, clerk, filing, { type: "propose_refusal", version: 1, reasons: [...reasons, { code: "b", message: "材料过期" }] });
  assert.equal(proposed.json.record.life.stage, "refusal_proposed");
  const alone = await act(server, clerk, filing, { type: "refuse", version: 2 });
  assert.equal(alone.status, 422);
  assert.ok(alone.text.includes("second_person"));
  const refused = await act(server, clerk2, filing, { type: "refuse", version: 2 });
  assert.equal(refused.json.record.life.stage, "refused");
  const record = (await look(server, anna, filing)).json.record;
  assert.deepEqual(record.events.at(-1).reasons.map((reason) => reason.code), ["diagnosis_unclear", "b"]);
  const corrected = await server.push(anna, envelope({ filing, base_version: 3 }));
  assert.equal(corrected.json.results[0].outcome, "received");
});

test("everything against an act is told at once", async () => {
  const { filing } = await handIn(server, anna, residence());
  const answer = await act(server, anna, filing, { type: "cancel", version: 1 });
  assert.equal(answer.status, 422);
  assert.deepEqual(answer.json.findings.map((finding) => finding.code).sort(), ["reason_missing", "stage_forbids"]);
  for (const finding of answer.json.findings) assert.ok(finding.remedy && finding.remedy_en);
  const invalid = await act(server, anna, filing, { type: "approve", version: "1", more: 1 });
  assert.equal(invalid.status, 400);
  assert.deepEqual(invalid.json.findings.map((finding) => finding.code).sort(), ["unknown_key", "unknown_value", "wrong_type"]);
});

test("a spot check upholds, or with reasons sets aside what a second person then refuses", async () => {
  const { filing } = await handIn(server, anna, residence({ category: "emergency", documents: [] }));
  const upheld = await act(server, clerk, filing, { type: "spot_check", version: 1 });
  assert.equal(upheld.json.record.life.stage, "in_effect");
  assert.equal(upheld.json.record.events.at(-1).detail.outcome, "upheld");
  const aside = await act(server, clerk, filing, { type: "spot_check", version: 2, reasons });
  assert.equal(aside.json.record.life.stage, "refusal_proposed");
  assert.equal((await act(server, clerk, filing, { type: "refuse", version: 3 })).status, 422);
  const refused = await act(server, clerk2, filing, { type: "refuse", version: 3 });
  assert.equal(refused.json.record.life.stage, "refused");
  assert.ok(refused.json.record.life.effective_to, "the benefit has ended");
});

test("a withdrawn filing takes no edit and no decision", async () => {
  const { filing } = await handIn(server, anna, residence());
  assert.equal((await act(server, anna, filing, { type: "withdraw", version: 1 })).json.record.life.stage, "withdrawn");
  assert.equal((await act(server, clerk, filing, { type: "review", version: 2 })).status, 422);
  const edit = (await server.push(anna, envelope({ filing, base_version: 2 }))).json.results[0];
  assert.equal(edit.outcome, "refused");
  assert.equal(edit.findings[0].code, "stage_forbids");
});

test("a reviewer decides only the diseases he is granted", async () => {
  const text = disease({ disease: { code: "M07800", class: "two" } });
  const { filing } = await handIn(server, anna, text, "special_disease");
  assert.equal((await look(server, reviewer, filing)).status, 404);
  assert.equal((await look(server, clerk, filing)).status, 200);
});

test("the queue is oldest first, within the scope, masked, and goes on where it ended", async () => {
  const { filing } = await handIn(server, bert, disease(), "special_disease");
  const queue = async (as, query = "") => (await server.ask("GET", `/api/v1/review/queue?${query}`, { as })).json;
  const all = await queue(reviewer);
  const row = all.filings.find((one) => one.filing === filing);
  assert.equal(row.certificate, "1101**********002X");
  assert.equal(row.name, "陈*试");
  assert.equal(row.subject, "M03900");
  assert.equal(row.verdict, "eligible");
  assert.ok(row.waiting_s >= 0);
  assert.ok(all.filings.every((one) => one.provider === hospital));
  assert.ok(all.counts.submitted >= 1);
  const first = await queue(clerk, "limit=1&stage=all");
  assert.equal(first.more, true);
  const second = await queue(clerk, `limit=1&stage=all&after=${first.next}`);
  assert.notEqual(first.filings[0].filing, second.filings[0].filing);
  assert.ok(second.next > first.next);
  assert.equal((await server.ask("GET", "/api/v1/review/queue?stage=done", { as: clerk })).status, 400);
});

test("a list of decisions, as JSON or as a table, is answered row by row", async () => {
  const one = await handIn(server, anna, residence()), two = await handIn(server, anna, residence()), three = await handIn(server, anna, residence());
  const json = await server.ask("POST", "/api/v1/review/batch", {
    as: clerk,
    json: { decisions: [{ receipt: one.receipt, type: "review" }, { receipt: "TS261122-00000", type: "review" }, { filing: two.filing, type: "propose_refusal" }, { filing: two.filing }] },
  });
  assert.equal(json.status, 200, json.text);
  assert.deepEqual(json.json.results.map((row) => row.outcome), ["done", "unknown", "refused", "invalid"]);
  assert.equal(json.json.done, 1);
  assert.equal(json.json.results[0].stage, "in_effect");
  const body = `receipt,type,reason_code,reason\r\n${two.receipt},review,,\r\n"${three.receipt}",propose_refusal,b,"材料""过期"""\r\n`;
  const csv = await server.ask("POST", "/api/v1/review/batch", { as: clerk, body, headers: { "content-type": "text/csv; charset=utf-8" } });
  assert.deepEqual(csv.json.results.map((row) => row.stage), ["in_effect", "refusal_proposed"]);
  const many = { decisions: Array.from({ length: 501 }, () => ({ receipt: one.receipt, type: "note" })) };
  assert.equal((await server.ask("POST", "/api/v1/review/batch", { as: clerk, json: many })).status, 400);
  assert.equal((await server.ask("POST", "/api/v1/push", { as: anna, body, headers: { "content-type": "text/csv" } })).status, 415);
});

test("a number is revealed to an office with a reason, and that stands in the log", async () => {
  const { filing } = await handIn(server, anna, residence());
  const path = `/api/v1/filings/${filing}/reveal`;
  assert.equal((await server.ask("POST", path, { as: clerk, json: { reason: "" } })).status, 400);
  const answer = await server.ask("POST", path, { as: clerk, json: { reason: "电话核对身份" } });
  assert.equal(answer.json.certificate.number, insuredNumber);
  assert.equal((await server.ask("POST", path, { as: reviewer, json: { reason: "好奇" } })).status, 404);
});

test("many numbers are revealed only when a second person agrees", async () => {
  const one = await handIn(server, anna, residence()), two = await handIn(server, anna, residence());
  const path = "/api/v1/review/reveals";
  const asked = await server.ask("POST", path, { as: clerk, json: { filings: [one.filing, two.filing], reason: "对账" } });
  assert.equal(asked.status, 201, asked.text);
  const id = asked.json.reveal;
  assert.equal((await server.ask("GET", `${path}/${id}`, { as: clerk })).status, 403);
  assert.equal((await server.ask("POST", `${path}/${id}`, { as: clerk, json: {} })).status, 422);
  assert.equal((await server.ask("POST", `${path}/${id}`, { as: reviewer, json: {} })).status, 404);
  assert.equal((await server.ask("POST", `${path}/${id}`, { as: clerk2, json: {} })).status, 200);
  figure("T27", "numbers masked in the queue, the review, the ledger, the operator's list and prints for offices; one is shown for a reason, many when a second person agrees, each in the audit log");
  const shown = await server.ask("GET", `${path}/${id}`, { as: clerk });
  assert.deepEqual(shown.json.certificates.map((row) => row.certificate.number), [insuredNumber, insuredNumber]);
  assert.equal((await server.ask("GET", `${path}/${id}`, { as: clerk2 })).status, 404);
});

test("a person is bound by a code from the counter, and then sees what was handed in for him", async () => {
  const number = "442000195501020031"; // invented; the check digit is right
  const { filing } = await handIn(server, anna, residence().replace(insuredNumber, number));
  const carl = await server.register("carl");
  assert.equal((await look(server, carl, filing)).status, 404);
  const given = await server.ask("POST", "/api/v1/bindings/codes", { as: clerk, json: { certificate: number } });
  const wrong = await server.ask("POST", "/api/v1/bindings", { as: carl, json: { certificate: number, code: "00000000x" } });
  assert.equal(wrong.status, 422);
  assert.ok(wrong.text.includes("wrong_code"));
  const bound = await server.ask("POST", "/api/v1/bindings", { as: carl, json: { certificate: number, code: given.json.code } });
  assert.equal(bound.status, 201, bound.text);
  const pulled = (await server.ask("GET", "/api/v1/pull?after=0", { as: carl })).json.records;
  assert.deepEqual(pulled.map((record) => record.filing), [filing]);
  assert.equal((await server.ask("GET", "/api/v1/sessions/current", { as: carl })).json.bound, true);
  const used = await server.ask("POST", "/api/v1/bindings", { as: bert, json: { certificate: number, code: given.json.code } });
  assert.ok(used.text.includes("code_over"));
  assert.equal((await server.ask("POST", "/api/v1/bindings/codes", { as: clerk, json: { certificate: "442000195501020032" } })).status, 400);
});

test("five wrong tries use a code up", async () => {
  const number = "11010519900307451X"; // invented; the check digit is right
  const given = await server.ask("POST", "/api/v1/bindings/codes", { as: clerk, json: { certificate: number } });
  for (let at = 0; at < 5; ++at) await server.ask("POST", "/api/v1/bindings", { as: bert, json: { certificate: number, code: "1" } });
  const late = await server.ask("POST", "/api/v1/bindings", { as: bert, json: { certificate: number, code: given.json.code } });
  assert.ok(late.text.includes("code_over"));
});

test("a sample is the same for the same seed", async () => {
  const days = `from=2020-01-01&to=2021-12-31`, year = new Date().getFullYear();
  const sample = async (seed, share, when) => (await server.ask("GET", `/api/v1/review/sample?seed=${seed}&share_bp=${share}&${when}`, { as: clerk })).json;
  const now = `from=${year}-01-01&to=${year}-12-31`;
  const one = await sample("a", 5000, now), again = await sample("a", 5000, now), other = await sample("b", 5000, now), all = await sample("a", 10000, now);
  assert.ok(one.of >= 4);
  assert.equal(one.filings.length, Math.ceil(one.of / 2));
  const ids = (list) => list.filings.map((row) => row.filing);
  assert.deepEqual(ids(one), ids(again));
  assert.notDeepEqual(ids(all), ids(await sample("b", 10000, now)));
  assert.equal(all.filings.length, one.of);
  assert.equal(other.of, one.of);
  assert.equal((await sample("a", 5000, days)).of, 0);
  assert.equal((await server.ask("GET", `/api/v1/review/sample?share_bp=0&${now}`, { as: clerk })).json.findings.length, 2);
});

test("the ledger and the figures count what is in the scope, with nobody's number", async () => {
  const year = new Date().getFullYear(), days = `from=${year}-01-01&to=${year}-12-31`;
  const ledger = await server.ask("GET", `/api/v1/review/ledger.csv?${days}`, { as: clerk });
  assert.match(ledger.headers["content-type"], /^text\/csv/);
  const lines = ledger.text.trim().split("\r\n");
  assert.ok(lines.length > 10);
  assert.ok(!ledger.text.includes(insuredNumber));
  assert.match(lines[0], /,事项名称$/);
  assert.ok(lines.some((line) => /,"M03900",.*,"高血压病"$/.test(line)), "the disease's name beside its code");
  const figures = (await server.ask("GET", `/api/v1/statistics?${days}`, { as: clerk })).json;
  const submitted = figures.days.reduce((sum, day) => sum + (day.submitted ?? 0), 0);
  assert.ok(submitted >= lines.length - 1);
  assert.ok(figures.kinds.remote_care > 0);
  assert.ok(figures.reasons.some((reason) => reason.code === "diagnosis_unclear"));
  assert.ok(figures.ages.reduce((sum, age) => sum + age.filings, 0) > 0);
  assert.equal((await server.ask("GET", "/api/v1/statistics?from=2026-02-01&to=2026-01-01", { as: clerk })).status, 400);
});

test("receipt, notice and refusal are printed for who may see them, numbers in full for the person alone", async () => {
  const { filing } = await handIn(server, bert, disease(), "special_disease");
  const print = (as, what, lang = "zh") => server.ask("GET", `/api/v1/filings/${filing}/${what}?lang=${lang}`, { as });
  const receipt = await print(bert, "receipt");
  assert.equal(receipt.status, 200, receipt.text);
  assert.match(receipt.headers["content-type"], /^text\/html/);
  assert.match(receipt.headers["content-security-policy"], /default-src 'none'/);
  assert.ok(receipt.text.includes(insuredNumber));
  assert.ok(!(await print(reviewer, "receipt")).text.includes(insuredNumber));
  assert.equal((await print(anna, "receipt")).status, 404);
  assert.equal((await print(bert, "notice")).status, 422);
  await act(server, reviewer, filing, { type: "confirm", version: 1 });
  const notice = await print(bert, "notice", "en");
  assert.equal(notice.status, 200, notice.text);
  assert.ok(notice.text.includes("M03900"));
  assert.equal((await print(bert, "refusal")).status, 422);
  const other = await handIn(server, anna, residence());
  await act(server, clerk, other.filing, { type: "propose_refusal", version: 1, reasons });
  await act(server, clerk2, other.filing, { type: "refuse", version: 2 });
  const refusal = await server.ask("GET", `/api/v1/filings/${other.filing}/refusal`, { as: anna });
  assert.ok(refusal.text.includes("诊断依据不足"));
});

test("roles that are revoked are gone at once", async () => {
  const dora = await officer(server, "dora", "agency_clerk", "--region", "442000");
  assert.equal((await server.ask("GET", "/api/v1/review/queue", { as: dora })).status, 200);
  operate(server, "accounts", "revoke", "dora", "--role", "agency_clerk");
  assert.equal((await server.ask("GET", "/api/v1/review/queue", { as: dora })).status, 403);
});

test("the audit log is whole, and neither it nor the server's log holds a number or a name", async () => {
  const last = JSON.parse(operate(server, "audit", "verify").trim().split("\n").at(-1));
  assert.equal(last.broken, 0);
  assert.ok(last.entries > last.events);
  assert.equal(JSON.parse(operate(server, "audit", "verify", "--expect", last.head).trim().split("\n").at(-1)).broken, 0);
  assert.throws(() => operate(server, "audit", "verify", "--expect", "0".repeat(64)));
  for (const secret of [insuredNumber, "陈测试", "电话核对"]) assert.ok(!server.log.includes(secret), secret);
});

// The command line speaks to the national platform's stand-in: what it exports is taken, what it refuses never
// leaves, and what the platform holds is compared with ours.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { after, before } from "node:test";
import { program } from "../server.js";
import { openPlatform } from "./platform.js";

let platform, folder;
before(async () => {
  platform = await openPlatform();
  folder = await mkdtemp(path.join(tmpdir(), "mingbai-national-"));
});
after(async () => {
  await platform.close();
  await rm(folder, { recursive: true });
});

const header = { opter: "0001", opter_name: "测试员", fixmedins_code: "H44200100026", fixmedins_name: "中山市人民医院" };

// The identity number is the standard's example; names, person numbers and doctors are invented.
function filing(application, national = {}, insured = {}) {
  return {
    policy: "zhongshan", as_of: "2025-09-10", statuses: ["in_force", "assumed"],
    insured: { scheme: "resident", enrolled: true, region: "442000", certificate: { type: "identity_card", number: "11010519491231002X" }, ...insured },
    application,
    national: { psn_no: "44200000000000000001", header, ...national },
  };
}

const hospital = { code: "H44200100026", region: "442000", kind: "hospital", level: 3, qualified: true };
const disease = (national = {}) => filing(
  { kind: "special_disease", disease: { code: "M03900" }, provider: hospital, physician: { title: "attending", registered: true }, documents: ["identity_card", "diagnosis_certificate"] },
  { hosp_ide_date: "2025-09-10", begndate: "2025-09-10", diag_dr_codg: "D442001000001", diag_dr_name: "测试医师", ...national });
const transfer = (national = {}, category = "referral") => filing(
  { kind: "remote_care", category, care_region: "440100", from: "2025-09-11", documents: ["identity_card", "referral_certificate"] },
  { diag_code: "C22.000", diag_name: "肝细胞癌", reflin_medins_no: "H44010000001", reflin_medins_name: "测试医院", refl_rea: "本地无此手术", refl_opnn: "同意", ...national });
const selection = (national = {}) => filing(
  { kind: "provider_selection", from: "2025-10-01", disease: { code: "M03900", class: "two", confirmed: true }, providers: [hospital, { ...hospital, code: "H44200100009" }] },
  { names: { H44200100009: "测试社区卫生服务中心" }, ...national });

let serial = 0;
async function run(words, input) {
  const child = spawn(program, words, { stdio: ["pipe", "pipe", "pipe"] });
  let out = "", err = "";
  child.stdout.on("data", (bytes) => (out += bytes));
  child.stderr.on("data", (bytes) => (err += bytes));
  child.stdin.end(typeof input === "string" ? input : JSON.stringify(input));
  const code = await new Promise((resolve) => child.once("close", resolve));
  return { code, out, err, lines: out.split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line)) };
}
const write = (input, ...words) => run(["export", "national", "-", "--time", "2026-11-21 10:58:05", "--serial", String((serial += 10)), ...words], input);
const send = (input, ...words) => write(input, "--send", platform.url, ...words);
const codes = ({ lines }) => lines.flatMap(({ findings = [] }) => findings.map(({ code, fact }) => `${code} ${fact}`));

for (const [name, input, words, infno] of [
  ["a disease", disease(), [], ["2503"]],
  ["a transfer of Zhongshan's insured", transfer({ refl_old_mdtrt_id: "1001" }), [], ["2501A"]],
  ["a transfer", transfer(), ["--transaction", "2501"], ["2501"]],
  ["two selected institutions", selection(), [], ["2505", "2505"]],
]) {
  test(`${name} is taken by the platform, which gives a serial number`, async () => {
    const seen = platform.seen.length;
    const { code, lines, out } = await send(input, ...words);
    assert.equal(code, 0, out);
    assert.deepEqual(platform.seen.slice(seen).map((message) => message.infno), infno);
    for (const answer of lines) assert.match(answer.output.result.trt_dcla_detl_sn, /^T\d{8}$/);
  });
}

for (const [transaction, input] of [["2502", transfer], ["2504", disease], ["2506", selection]]) {
  test(`${transaction} cancels what the platform holds, and not what it does not hold`, async () => {
    const words = transaction === "2502" ? ["--transaction", "2501"] : [];
    const { lines } = await send(input(), ...words);
    const trt_dcla_detl_sn = lines[0].output.result.trt_dcla_detl_sn;
    const cancel = input({ trt_dcla_detl_sn, memo: "误登记" });
    assert.equal((await send(cancel, "--transaction", transaction)).code, 0);
    const again = await send(cancel, "--transaction", transaction);
    assert.equal(again.code, 1);
    assert.match(again.out, /没有这笔待遇申报/);
  });
}

for (const [name, input, words, expected] of [
  ["a category that is no transfer", transfer({}, "retired_settled"), [], ["no_national_message application.category"]],
  ["a cancelled disease without a reason", disease({ trt_dcla_detl_sn: "T1" }), ["--transaction", "2504"], ["national_required input.data.memo"]],
  ["a cancelled selection without a reason", selection({ trt_dcla_detl_sn: "T1" }), ["--transaction", "2506"], ["national_required input.data.memo"]],
  ["a reason of 501 characters", disease({ trt_dcla_detl_sn: "T1", memo: "错".repeat(501) }), ["--transaction", "2504"], ["national_too_long input.data.memo"]],
  ["several faults together", disease({ psn_no: "1".repeat(31), insutype: "1", hosp_ide_date: "x", diag_dr_name: "" }), [],
    ["national_too_long input.data.psn_no", "national_unknown_code input.data.insutype", "national_date input.data.hosp_ide_date", "national_required input.data.diag_dr_name"]],
  ["2501A without the visit before", transfer(), [], ["national_required input.refmedin.refl_old_mdtrt_id"]],
  ["an unknown transaction", disease(), ["--transaction", "2599"], ["unknown_value transaction"]],
  ["a faulty application", { ...disease(), policy: "zhongsan" }, [], ["unknown_policy policy"]],
  ["no JSON", "备案", [], ["not_json "]],
]) {
  test(`${name} leaves nothing for the platform: exit 2, every fault with its remedy`, async () => {
    const seen = platform.seen.length;
    const result = await send(input, ...words);
    assert.equal(result.code, 2, result.out);
    assert.deepEqual(codes(result), expected);
    for (const { findings } of result.lines) for (const finding of findings) assert.ok(finding.message && finding.remedy);
    assert.equal(platform.seen.length, seen);
  });
}

test("what the platform would refuse, ours refuses first: each field emptied, lengthened, or with a foreign code", async () => {
  const whole = (await write(disease())).lines[0];
  for (const name of Object.keys(whole.input.data)) {
    const longer = await write(disease({ [name]: "9".repeat(301) }));
    assert.equal(longer.code, 2, name);
    assert.ok(codes(longer).some((one) => one.endsWith(`input.data.${name}`)), name);
  }
});

test("a message altered on its way is refused by the platform", async () => {
  const [message] = (await write(disease())).lines;
  const altered = (change) => { const copy = structuredClone(message); change(copy); return platform.take(copy).infcode; };
  assert.equal(altered((copy) => delete copy.input.data.psn_no), -1);
  assert.equal(altered((copy) => (copy.input.data.psn_no = "1".repeat(31))), -1);
  assert.equal(altered((copy) => (copy.input.data.doctor = "x")), -1);
  assert.equal(altered((copy) => (copy.opter_type = "9")), -1);
  assert.equal(altered((copy) => (copy.msgid = "x")), -1);
  assert.equal(altered((copy) => (copy.infno = "2599")), -1);
  assert.equal(altered(() => {}), 0);
  assert.equal(altered(() => {}), -1, "the same message id a second time");
});

test("JSON lines give a message each, their serial numbers running on; one that fails does not stop the others", async () => {
  const { code, lines } = await write([disease(), transfer({}, "emergency"), disease()].map((one) => JSON.stringify(one)).join("\n"));
  assert.equal(code, 2);
  assert.equal(lines.length, 3);
  assert.equal(Number(lines[2].msgid.slice(-4)), Number(lines[0].msgid.slice(-4)) + 1);
});

test("the institution's own header may come from a file", async () => {
  const file = path.join(folder, "header.json");
  await writeFile(file, JSON.stringify({ ...header, opter_name: "测试员乙" }));
  const input = disease();
  delete input.national.header;
  assert.equal((await write(input, "--header", file)).lines[0].opter_name, "测试员乙");
  assert.equal((await write(input, "--header", path.join(folder, "none.json"))).code, 2);
  assert.equal((await write(input)).code, 2);
});

test("a platform that gives no answer is exit 1, and says that nothing is known", async () => {
  platform.silent = true;
  const { code, out, err } = await send(disease());
  platform.silent = false;
  assert.equal(code, 1);
  assert.equal(out, "");
  assert.match(err, /5301/);
  assert.equal((await write(disease(), "--send", "http://127.0.0.1:1/")).code, 1);
  assert.equal((await write(disease(), "--send", "ftp://x")).code, 1);
});

test("what the platform holds is compared with ours: alike, only here, only there, other days", async () => {
  platform.kept.clear();
  const person = { psn_no: "44200000000000000009" };
  await send(disease(person));
  const { lines } = await send(disease(person), "--transaction", "5301");
  const answer = path.join(folder, "answer.json"), ours = path.join(folder, "ours.jsonl");
  await writeFile(answer, JSON.stringify(lines[0]));
  const compared = async (...filings) => {
    await writeFile(ours, filings.map((one) => JSON.stringify(one)).join("\n"));
    return run(["import", "national", answer, "--filings", ours], "");
  };
  const same = await compared(disease(person));
  assert.equal(same.code, 0, same.out + same.err);
  assert.deepEqual(same.lines[0], { transaction: "5301", same: 1, only_here: [], only_there: [], dates_differ: [] });
  const other = await compared(disease({ ...person, begndate: "2025-09-11" }), disease({ ...person, opsp_dise_code: "M01600" }));
  assert.equal(other.code, 1);
  assert.deepEqual(other.lines[0].dates_differ.map((one) => [one.key, one.here.from, one.there.from]), [["M03900", "2025-09-11", "2025-09-10"]]);
  assert.deepEqual(other.lines[0].only_here.map((one) => one.key), ["M01600"]);
  platform.forget("2503");
  assert.equal((await run(["import", "national", answer], "")).code, 2, "without our filings");
  assert.equal((await run(["import", "national", ours, "--filings", ours], "")).code, 2, "no answer of the platform");
});

test("selections are compared by 5302", async () => {
  platform.kept.clear();
  await send(selection());
  const { lines } = await send(selection(), "--transaction", "5302");
  assert.equal(lines[0].output.psnfixmedin.length, 2);
  const answer = path.join(folder, "answer2.json"), ours = path.join(folder, "ours2.jsonl");
  await writeFile(answer, JSON.stringify(lines[0]));
  await writeFile(ours, JSON.stringify(selection()));
  const { code, out } = await run(["import", "national", answer, "--filings", ours], "");
  assert.equal(code, 0, out);
});

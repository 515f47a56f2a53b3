// The same request gets the same bytes from the native program and from WebAssembly.
//
// Run with MINGBAI_TRIALS=full for 100,000 requests of each command and pack, and simulations of 1,000,000 people and
// CSVs of 300,000 rows; otherwise 1,000 and 5,000 and 3,000.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, test } from "node:test";

import { claimsCsv, requests } from "./requests.mjs";

const root = new URL("../..", import.meta.url).pathname;
const count = process.env.MINGBAI_TRIALS === "full" ? 300000 : 3000;
const people = process.env.MINGBAI_TRIALS === "full" ? 1000000 : 5000;
const rows = process.env.MINGBAI_TRIALS === "full" ? 300000 : 3000;
let wasm, wasmSimulate;

before(async () => {
  const { default: create } = await import(join(root, "build/wasm/mingbai-answers.mjs"));
  const module = await create();
  const withText = (text, use) => {
    const size = module.lengthBytesUTF8(text) + 1;
    const at = module._malloc(size);
    module.stringToUTF8(text, at, size);
    const result = use(at);
    module._free(at);
    return result;
  };
  const bundle = readFileSync(join(root, "build/wasm/generated/policies.json"), "utf8");
  assert.equal(withText(bundle, (at) => module._load(at)), 1, "the bundle loads in WebAssembly");
  wasmSimulate = (request, step) => withText(JSON.stringify(request), (at) => module.UTF8ToString(module._simulate(at, step)));
  wasm = (command, request) => withText(request, (at) => module.UTF8ToString(module[`_${command}`](at)));
});

function native(command, lines) {
  const run = spawnSync(join(root, "build/bin/mingbai"), [command, "-"],
    { input: lines.join("\n") + "\n", maxBuffer: 1 << 30, encoding: "utf8" });
  assert.ok(run.status === 0 || run.status === 2, `mingbai ${command} ended with ${run.status}: ${run.stderr}`);
  return run.stdout.trimEnd().split("\n");
}

// A stretch at a time: the answers of all together are larger than a string may be.
function sameBytes(command, lines) {
  const kinds = new Set();
  for (let first = 0; first < lines.length; first += 3000) {
    const stretch = lines.slice(first, first + 3000), answers = native(command, stretch);
    assert.equal(answers.length, stretch.length, "one answer a line");
    stretch.forEach((line, i) => {
      assert.equal(wasm(command, line), answers[i], `differs for ${line}`);
      const answer = JSON.parse(answers[i]);
      kinds.add(answer.verdict ?? answer.way ?? (answer.total === undefined ? "refused" : answer.basis));
    });
  }
  return kinds;
}

test("every bill is settled to the same bytes natively and in WebAssembly", () => {
  const kinds = sameBytes("settle", requests("settle", count, 20261121));
  assert.ok(kinds.has("assumed") && kinds.has("refused"), `the bills are of many kinds: ${[...kinds]}`);
});

test("every application is checked to the same bytes natively and in WebAssembly", () => {
  const kinds = sameBytes("check", requests("check", count, 20261122));
  for (const kind of ["eligible", "not_eligible", "incomplete", "refused"]) assert.ok(kinds.has(kind), `no ${kind} among the answers`);
});

test("every hospital case is scored to the same bytes natively and in WebAssembly", () => {
  const kinds = sameBytes("score", requests("score", count, 20261123));
  for (const kind of ["by_score", "by_item", "package", "refused"]) assert.ok(kinds.has(kind), `no ${kind} among the answers`);
});

test("every case of the packs is answered to the same bytes natively and in WebAssembly", () => {
  const byCommand = { settle: [], check: [], score: [] };
  for (const pack of readdirSync(join(root, "assets/policies")))
    for (const kind of ["good", "bad"]) {
      const folder = join(root, "assets/policies", pack, "cases", kind);
      let names = [];
      try { names = readdirSync(folder); } catch { continue; }
      for (const name of names.filter((n) => n.endsWith(".json"))) {
        const { command, input } = JSON.parse(readFileSync(join(folder, name), "utf8"));
        byCommand[command]?.push(JSON.stringify(input));
      }
    }
  assert.ok(Object.values(byCommand).every((lines) => lines.length > 20));
  for (const [command, lines] of Object.entries(byCommand)) sameBytes(command, lines);
});

// Two policies, a pack and its overlay; each pack's own schemes for the CSVs.
const compared = [["zhongshan", "zhongshan-resident-near-home"], ["zhongshan-level-1-deductible", "zhongshan"], ["zhongshan"]];
const steps = [1e9, 20000, 4097, 333];

function nativeSimulate(words) {
  const run = spawnSync(join(root, "build/bin/mingbai"), ["simulate", ...words], { maxBuffer: 1 << 30, encoding: "utf8" });
  assert.ok(run.status === 0 || run.status === 2, `mingbai simulate ended with ${run.status}: ${run.stderr}`);
  return run.stdout.trimEnd();
}

test("a simulated population comes to the same bytes natively and in WebAssembly, in parts of any size", () => {
  compared.forEach((policies, i) => {
    const expected = nativeSimulate(["--policy", policies.join(","), "--population", "zhongshan", "--count", String(people), "--seed", String(i + 1),
      "--statuses", "in_force,assumed"]);
    assert.ok(JSON.parse(expected).claims > people / 4, "people have claims");
    for (const step of steps.slice(0, i === 0 ? 4 : 2))
      assert.equal(wasmSimulate({ policies, population_id: "zhongshan", count: people, seed: i + 1, statuses: ["in_force", "assumed"] }, step), expected,
        `differs for ${policies} in parts of ${step}`);
  });
});

test("a CSV of claims comes to the same bytes natively and in WebAssembly, in parts of any size, and so do its faults", () => {
  const folder = mkdtempSync(join(tmpdir(), "mingbai-csv-"));
  try {
    for (const pack of ["zhongshan", "chuxiong", "tangshan"])
      for (const faulty of [false, true]) {
        const claims = claimsCsv(pack, rows, 20261124, faulty);
        const file = join(folder, `${pack}-${faulty}.csv`);
        writeFileSync(file, claims);
        for (const statuses of faulty ? [["in_force"]] : [["in_force"], ["in_force", "draft", "assumed"]]) {
          const expected = nativeSimulate(["--policy", `${pack},${pack}`, "--claims", file, "--statuses", statuses.join(",")]);
          const answer = JSON.parse(expected);
          assert.equal(faulty, answer.findings.length > 0, `${pack}: ${expected.slice(0, 400)}`);
          for (const step of steps)
            assert.equal(wasmSimulate({ policies: [pack, pack], claims, statuses }, step), expected, `differs for ${pack} in parts of ${step}`);
        }
      }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

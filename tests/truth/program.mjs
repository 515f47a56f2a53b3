// The built program answering JSON lines, and a seeded generator: what the tests of truth stand on.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";

export const root = new URL("../..", import.meta.url).pathname;
export const packs = join(root, "assets/policies");

// How often a test tries; many times under MINGBAI_TRIALS=full.
export const trials = (few, many) => (process.env.MINGBAI_TRIALS === "full" ? many : few);

// One answer for each request, as text; `more` are further words of the command.
export function answersAsText(command, requests, more = []) {
  const run = spawnSync(join(root, "build/bin/mingbai"), [command, "-", ...more],
    { input: requests.map((request) => JSON.stringify(request)).join("\n") + "\n", maxBuffer: 1 << 30, encoding: "utf8" });
  assert.ok(run.status === 0 || run.status === 2, `mingbai ${command} ended with ${run.status}: ${run.stderr}`);
  const lines = run.stdout.trimEnd().split("\n");
  assert.equal(lines.length, requests.length, "one answer a request");
  return lines;
}

export const answers = (command, requests, more) => answersAsText(command, requests, more).map((line) => JSON.parse(line));

// Whole numbers below n, the same for the same seed on every machine.
export function numbers(seed) {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

// A copy of `value` with what stands at the dotted path replaced; undefined takes it away.
export function changed(value, path, to) {
  const copy = structuredClone(value);
  const keys = path.split(".");
  const last = keys.pop();
  const holder = keys.reduce((part, key) => (part[key] ??= {}), copy);
  if (to === undefined) delete holder[last];
  else holder[last] = to;
  return copy;
}

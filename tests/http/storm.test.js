// Envelopes sent again and again, in every order, with answers lost and clocks that are wrong: each filing is there once.

import assert from "node:assert/strict";
import http from "node:http";
import test, { after, before } from "node:test";
import { envelope, newId, payload } from "./envelopes.js";
import { operate } from "./offices.js";
import { start } from "./server.js";
import { figure, patiently, pause, seeded, together, trials } from "./trials.js";

let server;
const people = [];
before(async () => {
  server = await start({ options: ["--quiet"] });
  for (let at = 0; at < trials(4, 24); ++at) people.push(await server.register(`person${at}`));
});
after(() => server.stop());

const pushed = (...words) => patiently(server, ...words);

// Sends and hangs up: whether the server took it in nobody knows.
function pushedUnheard(cookie, one, after) {
  const body = JSON.stringify({ envelopes: [one] });
  const headers = { host: `${server.host}:${server.port}`, origin: server.origin, cookie, "content-type": "application/json", "content-length": Buffer.byteLength(body) };
  return new Promise((done) => {
    const request = http.request({ host: server.host, port: server.port, method: "POST", path: "/api/v1/push", headers, agent: false });
    request.on("error", done).on("close", done).on("finish", () => setTimeout(() => request.destroy(), after));
    request.end(body);
  });
}

async function everything(cookie) {
  const records = [];
  for (let next = 0, more = true; more; ) {
    const answer = await server.ask("GET", `/api/v1/pull?after=${next}&limit=500`, { as: cookie });
    if (answer.status === 429) await pause(300);
    else records.push(...answer.json.records), ({ next, more } = answer.json);
  }
  return records;
}

const audited = () => JSON.parse(operate(server, "audit", "verify").trim().split("\n").at(-1));

test("envelopes sent one to twenty times at once, with answers lost, are one filing and one receipt each", async () => {
  const count = trials(150, 10_000), random = seeded(4), receipts = new Map();
  let sendings = 0, unheard = 0;
  await together(16, async (at) => {
    if (at >= count) return false;
    const cookie = people[at % people.length], one = envelope(), times = 1 + random(20);
    const sends = Array.from({ length: times }, (_, turn) => {
      ++sendings;
      const lost = turn > 0 && random(10) === 0;
      unheard += lost ? 1 : 0;
      return lost ? pushedUnheard(cookie, one, random(4)) : pushed(cookie, one);
    });
    const answers = (await Promise.all(sends)).filter((answer) => answer?.status);
    for (const answer of answers) {
      assert.equal(answer.status, 200, answer.text);
      assert.deepEqual(answer.json.results, answers[0].json.results);
    }
    receipts.set(one.id, answers[0].json.results[0].receipt);
    return true;
  });
  const found = (await Promise.all(people.map(everything))).flat();
  assert.equal(found.length, count);
  assert.equal(new Set(found.map((record) => record.receipt.number)).size, count);
  for (const record of found) assert.deepEqual(record.receipt, receipts.get(record.envelope));
  figure("T4", `${count} envelopes sent ${sendings} times, ${unheard} answers lost: ${found.length} filings, the same receipt on every repeat`);
});

test("the same id with another payload is refused each time, and each time stands in the audit log", async () => {
  const count = trials(10, 200), one = envelope(), before = audited();
  await pushed(people[0], one);
  for (let at = 0; at < count; ++at) {
    const other = await pushed(people[at % people.length], { ...one, payload: payload({ care_region: at % 2 ? "440300" : "110000" }) });
    assert.equal(other.status, 422);
  }
  const now = audited();
  assert.equal(now.broken, 0);
  assert.equal(now.entries - before.entries - (now.events - before.events), count);
  figure("T4", `${count} times the same id with another payload: refused and audited each time`);
});

function orders(items) {
  return items.length < 2 ? [items] : items.flatMap((one, at) => orders([...items.slice(0, at), ...items.slice(at + 1)]).map((rest) => [one, ...rest]));
}

test("a chain of five edits that arrives in any order, with gaps, ends as it was written", async () => {
  const all = orders([0, 1, 2, 3, 4]), step = trials(10, 1), random = seeded(5);
  let tried = 0, early = 0;
  for (let at = 0; at < all.length; at += step) {
    const filing = newId(), cookie = people[at % people.length], regions = ["440100", "440300", "110000", "310000", "530100"];
    const chain = regions.map((care_region, base_version) => envelope({ filing, base_version, payload: payload({ care_region }) }));
    let waiting = all[at].map((number) => chain[number]);
    for (let rounds = 0; waiting.length > 0; ++rounds) {
      assert.ok(rounds < 10);
      const left = [];
      for (const one of waiting) {
        if (rounds === 0 && random(4) === 0) left.push(one); // a gap: it comes with the next round
        else if ((await pushed(cookie, one)).json.results[0].outcome !== "received") left.push(one), ++early;
      }
      waiting = left;
    }
    const record = (await everything(cookie)).find((each) => each.filing === filing);
    assert.equal(record.payload, chain[4].payload);
    assert.equal(record.version, 5);
    ++tried;
  }
  figure("T5", `${tried} orders of five edits with gaps, ${early} came too early and again: every chain ended in its last edit`);
});

test("a device's clock may be off by ten years either way and jump: the order and the rules' day are the server's", async () => {
  const count = trials(30, 1000), random = seeded(8), cookie = people[1], sent = [];
  const tenYears = 10 * 365.25 * 86400_000, today = () => new Date(Date.now() + 8 * 3600_000).toISOString().slice(2, 10).replaceAll("-", "");
  for (let at = 0; at < count; ++at) {
    const away = at < 2 ? (at === 0 ? -tenYears : tenYears) : random(2 * tenYears) - tenYears;
    const one = envelope({ created_at: new Date(Date.now() + away).toISOString().replace(/\.\d+/, "") });
    const before = today(), [result] = (await pushed(cookie, one)).json.results;
    assert.equal(result.outcome, "received");
    assert.ok([before, today()].includes(result.receipt.number.slice(2, 8)), result.receipt.number);
    sent.push(one.id);
  }
  const order = (await everything(cookie)).map((record) => record.envelope).filter((id) => sent.includes(id));
  assert.deepEqual(order, sent);
  figure("T8", `${count} filings of a clock that jumps within ten years either way: all received, in the order of arrival, on the server's day`);
});

// The whole story, by roles and labels: a daughter registers and files for her mother, a man registers and files for himself,
// his hospital confirms and the agency decides, both notices are printed. And the same with the server killed at a moment in
// every step and started again on its data: the story ends in the same state, nothing acknowledged is lost, nothing is there
// twice. The moments are drawn from a seed that is printed. All people are invented.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, test } from "node:test";

import { inventedIdentityNumber, openBrowser, openPage, program, startServer, usable } from "./harness.mjs";
import { account, clerkOfZhongshan, fillForMother, register, someone, submit } from "./walk.mjs";

const LONG = 90000;
const hospital = "H44200100026";
const seeds = Number(process.env.MINGBAI_SEEDS ?? (process.env.MINGBAI_TRIALS === "full" ? 50 : 1));
const man = inventedIdentityNumber("19720312", 51), mother = inventedIdentityNumber("19560312", 24);

let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

// Numbers between 0 and 1, the same for the same seed.
function drawn(seed) {
  let state = seed * 2654435761 % 4294967296;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const told = (data, ...words) => execFileSync(program, [...words, "--data", data], { encoding: "utf8" });
const filingsIn = (data) => told(data, "filings", "list").trim().split("\n").filter(Boolean).map((line) => JSON.parse(line));

// One server's world. `step` runs one step of the story; where `kill` says so, the server dies within it and comes back.
async function openWorld(random, lengths) {
  let server = await startServer();
  const { url, data } = server, listen = new URL(url).host;
  const faults = [], pages = [], kills = [];
  const keep = (page) => {
    page.setDefaultTimeout(LONG);
    pages.push(page);
    return page;
  };
  return {
    url, data, faults, kills,
    person: async () => keep(await openPage(await browser.newContext({ viewport: { width: 1280, height: 1000 }, locale: "zh-CN" }), `${url}/`, faults)),
    office: async (login, office) => keep(await someone({ browser, server, faults }, login, office)),
    async step(name, work) {
      const began = Date.now();
      if (!random) {
        await work();
        lengths[name] = Date.now() - began;
        return;
      }
      const moment = Math.round(random() * lengths[name]);
      const killing = pause(moment).then(async () => {
        await server.kill();
        server = await startServer({ data, listen });
        kills.push(`${name} at ${moment} ms`);
      });
      await Promise.all([work(), killing]);
    },
    // What stands on every page, for who reads why it failed.
    async shown() {
      return (await Promise.all(pages.map((page) => page.locator("body").innerText().catch(String)))).join("\n----\n");
    },
    async close() {
      for (const page of pages) await page.context().close();
      await server.stop();
    },
  };
}

// What a person does when the server did not answer: looks whether it is done, and presses again.
async function insist(done, again) {
  for (const until = Date.now() + LONG; ;) {
    try {
      return await done();
    } catch (fault) {
      if (Date.now() > until) throw fault;
      await again().catch(() => {});
    }
  }
}

const shows = (locator, timeout = 3000) => locator.waitFor({ timeout });
const heading = (page, name) => page.getByRole("heading", { level: 1, name });
const pick = (page, group, radio) => page.getByRole("radiogroup", { name: group }).getByRole("radio", { name: radio, exact: true }).check();
const take = (page, group, radio) => page.getByRole("radiogroup", { name: group }).getByRole("radio", { name: radio, exact: true }).click();

// An account is made once, however often one has to ask for it.
async function enter(page, login) {
  const ask = () => register(page, { login, password: account.password }, { timeout: 5000 });
  await insist(() => shows(page.getByRole("button", { name: `账号：${login}` }), 1000), ask);
}

async function fileForHim(page) {
  await page.goto(new URL("#/file?kind=special_disease", page.url()).href);
  await page.getByLabel("参保类型", { exact: true }).selectOption({ label: "中山市·职工医保（统账结合）" });
  await pick(page, "现在参保在册吗", "在册");
  await page.getByLabel("搜病种").fill("高血压");
  await take(page, "是什么病，一次办一种", "高血压病");
  await take(page, "去哪家医院", "中山市人民医院");
  for (const paper of ["居民身份证", "疾病诊断证明书"]) await page.getByRole("checkbox", { name: paper, exact: true }).check();
  await heading(page, "能办。").waitFor();
  await page.getByRole("button", { name: "去填表" }).click();
  await page.getByLabel("参保人姓名").fill("示例先生");
  await page.getByLabel("身份证号", { exact: true }).fill(man);
  await submit(page);
}

// Nothing is said to be received before the receipt is here; then it is on the page.
async function receiptOf(page) {
  await heading(page, "医保局收到 1 份。").waitFor();
  const number = page.getByText(/ZS\d{6}-[0-9A-Z]+$/).first();
  await number.waitFor();
  return (await number.innerText()).match(/ZS\d{6}-[0-9A-Z]+/)[0];
}

async function decide(page, which) {
  const waiting = page.getByRole("region", { name: /^在等 \d+ 份$/ }).getByRole("link", { name: which });
  const approve = page.getByRole("button", { name: "通过", exact: true });
  const empty = heading(page, "没有在等的备案。");
  await insist(() => shows(empty), async () => {
    if (await approve.count() > 0) return approve.click({ timeout: 3000 });
    if (await waiting.count() === 0) await page.goto(new URL("#/review", page.url()).href);
    await page.getByRole("button", { name: "刷新" }).click({ timeout: 3000 });
    await waiting.first().click({ timeout: 3000 });
    await approve.waitFor({ timeout: 5000 });
  });
}

async function printed(page, who) {
  const effective = page.getByText("已生效").first();
  await insist(() => shows(effective), async () => {
    await page.reload();
    await usable(page);
    await page.goto(new URL("#/filings", page.url()).href);
  });
  const link = page.getByRole("link", { name: "打印告知书", exact: true });
  await insist(async () => {
    const [paper] = await Promise.all([page.context().waitForEvent("page", { timeout: 5000 }), link.click({ timeout: 5000 })]);
    try {
      await paper.getByRole("heading", { name: /告知书/ }).first().waitFor({ timeout: 5000 });
      const text = await paper.locator("body").innerText();
      assert.match(text, /第一联[\s\S]*第二联/);
      assert.equal(text.match(/到今天为止已通过的全部/g).length, 2, "on each copy");
      for (const word of who) assert.equal(text.split(word).length - 1 >= 2, true, `${word} stands on both copies`);
    } finally {
      await paper.close();
    }
  }, () => pause(300));
}

// What is there in the end, without what differs from run to run.
async function ending(page) {
  const { records } = await page.evaluate(async () => (await fetch("/api/v1/pull?after=0")).json());
  return records.map(({ kind, state, version, life, events }) =>
    ({ kind, state, version, stage: life.stage, events: events.map(({ type, by }) => `${type} ${by ?? ""}`) }));
}

async function story(world) {
  const clerk = await world.office("clerk", clerkOfZhongshan);
  const doctor = await world.office("doctor", ["--role", "institution_reviewer", "--institution", hospital, "--diseases", "M03900"]);
  const [daughter, he] = [await world.person(), await world.person()];
  const receipts = {};
  await world.step("the daughter registers", () => enter(daughter, "daughter"));
  await world.step("the man registers", () => enter(he, "the-man"));
  await world.step("she files for her mother", async () => {
    await daughter.goto(`${world.url}/#/file?kind=remote_care&insured=zhongshan.employee_combined&application.category=long_term_resident&application.care_region=440100`);
    await fillForMother(daughter);
    await submit(daughter);
    receipts.mother = await receiptOf(daughter);
  });
  await world.step("he files for himself", async () => {
    await fileForHim(he);
    receipts.man = await receiptOf(he);
  });
  await world.step("his hospital confirms", () => decide(doctor, /门诊特定病种备案/));
  await world.step("the agency decides", () => decide(clerk, /异地就医备案/));
  await world.step("her notice is printed", () => printed(daughter, ["示例母亲", mother]));
  await world.step("his notice is printed", () => printed(he, ["示例先生", man, "高血压病"]));

  const held = filingsIn(world.data), numbers = held.map(({ receipt }) => receipt?.number ?? receipt).sort();
  assert.deepEqual(numbers, Object.values(receipts).sort(), "every receipt that was shown is held, once, and nothing else");
  assert.equal(told(world.data, "accounts", "list").trim().split("\n").length, 4, "nobody is there twice");
  told(world.data, "audit", "verify");
  assert.deepEqual(world.faults, []);
  return { daughter: await ending(daughter), man: await ending(he) };
}

const lengths = {};
let expected;

test("two people and two offices, from registration to the printed notice", async () => {
  const world = await openWorld(null, lengths);
  try {
    expected = await story(world);
    assert.deepEqual([...expected.daughter, ...expected.man].map(({ stage }) => stage), ["in_effect", "in_effect"]);
  } finally {
    await world.close();
  }
});

test("the same with the server killed within every step", async (t) => {
  let kills = 0;
  const first = Number(process.env.MINGBAI_SEED ?? 1);
  for (let seed = first; seed < first + seeds; ++seed) {
    const world = await openWorld(drawn(seed), lengths);
    try {
      assert.deepEqual(await story(world), expected);
      kills += world.kills.length;
    } catch (fault) {
      t.diagnostic(`MINGBAI_SEED=${seed}; killed: ${world.kills.join(", ")}\n${await world.shown()}`);
      throw fault;
    } finally {
      await world.close();
    }
  }
  t.diagnostic(`figure T1: ${seeds} whole stories (from seed ${first}), the server killed in each of 8 steps, ${kills} times: the same end, every receipt once`);
});

// Two people and a clerk, by roles and labels: a daughter files for her mother, the clerk sees why it may pass and decides,
// the daughter sees the decision. Another is refused by two people with every reason. All people are invented.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { eventually, openBrowser, startServer, usable } from "./harness.mjs";
import { clerkOfZhongshan, enterBill, fileForMother, someone } from "./walk.mjs";

const LONG = 60000;

let server, browser, daughter, clerk, second;
const faults = [];

async function fileOne() {
  await daughter.goto(`${server.url}/#/calculator`);
  await enterBill(daughter, "长期居住在外地");
  await daughter.getByRole("button", { name: "去备案" }).click();
  await fileForMother(daughter);
}

const toReview = (page) => page.goto(`${server.url}/#/review`);
const heading = (page, name) => page.getByRole("heading", { level: 1, name });
const waiting = (page) => page.getByRole("region", { name: /^在等 \d+ 份$/ }).getByRole("link", { name: /异地就医备案.*全部相符/ });

before(async () => {
  server = await startServer();
  browser = await openBrowser();
  const world = { browser, server, faults };
  daughter = await someone(world, "daughter");
  clerk = await someone(world, "first-clerk", clerkOfZhongshan);
  second = await someone(world, "second-clerk", clerkOfZhongshan);
});
after(async () => { await browser.close(); await server.stop(); });

test("whoever holds no office finds no door to the review", async () => {
  assert.equal(await daughter.getByRole("link", { name: "审核" }).count(), 0);
});

test("an empty queue says that nothing waits", async () => {
  await toReview(clerk);
  await heading(clerk, "没有在等的备案。").waitFor({ timeout: LONG });
});

test("what was filed stands in the queue with its automatic check, numbers masked", async () => {
  await fileOne();
  await heading(daughter, "医保局收到 1 份。").waitFor({ timeout: LONG });
  await clerk.getByRole("button", { name: "刷新" }).click();
  await heading(clerk, /^1 份在等，等得最久的：/).waitFor({ timeout: LONG });
  await waiting(clerk).first().click();
  await clerk.getByRole("heading", { name: /^自动检查 \d+ 条$/ }).waitFor({ timeout: LONG });
  await clerk.getByText("参保在册").first().waitFor();
  await clerk.getByText(/4420\*{10}0244/).first().waitFor();
});

test("in the other language the opened filing is said anew, its check too", async () => {
  await clerk.getByRole("button", { name: "Switch to English" }).first().click();
  await clerk.getByText("Enrolled", { exact: true }).first().waitFor({ timeout: LONG });
  assert.equal(await clerk.getByText("参保在册").count(), 0);
  await clerk.getByRole("button", { name: "切换到中文" }).first().click();
  await clerk.getByText("参保在册").first().waitFor({ timeout: LONG });
});

test("the clerk approves, and the person sees it on the filing", async () => {
  await clerk.getByRole("button", { name: "通过", exact: true }).click();
  await heading(clerk, "没有在等的备案。").waitFor({ timeout: LONG });
  await daughter.reload();
  await usable(daughter);
  await daughter.goto(`${server.url}/#/filings`);
  await daughter.getByText("已生效").first().waitFor({ timeout: LONG });
  await daughter.getByText("经办复核").first().waitFor();
});

// Presses the link and gives what opened beside the program.
async function paper(page, name) {
  const [opened] = await Promise.all([page.context().waitForEvent("page"), page.getByRole("link", { name, exact: true }).click()]);
  await opened.getByRole("heading").first().waitFor();
  return opened;
}

test("the clerk prints the notice in two copies with all that was granted, and the receipt, numbers masked", async () => {
  const notice = await paper(clerk, "打印告知书");
  const text = await notice.innerText("body");
  assert.match(text, /第一联[\s\S]*第二联/);
  assert.equal(text.match(/到今天为止已通过的全部/g).length, 2, "on each copy");
  assert.match(text, /4420\*{10}0244/);
  assert.match(new URL(notice.url()).pathname, /^\/api\/v1\/filings\/[0-9a-f]{32}\/notice$/);
  await notice.close();
  const receipt = await paper(clerk, "打印回执");
  assert.match(await receipt.innerText("body"), /ZS\d{6}-/);
  await receipt.close();
  assert.equal(await clerk.getByRole("link", { name: "打印不予通过通知" }).count(), 0, "nothing was refused");
});

test("a refusal needs a second person, and reaches the person with the reason", async () => {
  await fileOne();
  await heading(daughter, "医保局收到 2 份。").waitFor({ timeout: LONG });
  await clerk.getByRole("button", { name: "刷新" }).click();
  await waiting(clerk).first().click();
  await clerk.getByRole("button", { name: "不予通过" }).click();
  const dialog = clerk.getByRole("dialog", { name: "不予通过" });
  const refuse = dialog.getByRole("button", { name: "不予通过" });
  assert.ok(await refuse.isDisabled(), "nobody is refused without a reason");
  await dialog.getByText("写明为什么；不要写身份证号").first().waitFor();
  await dialog.getByLabel("补充说明").fill("  ");
  assert.ok(await refuse.isDisabled(), "blanks are none");
  await dialog.getByLabel("补充说明").fill("居住证明看不清");
  await dialog.getByRole("button", { name: "不予通过" }).click();
  await clerk.getByText("拟不通过，等第二个人").first().waitFor({ timeout: LONG });
  await eventually(async () => assert.equal(await clerk.getByRole("button", { name: "确认不予通过" }).count(), 0));

  await toReview(second);
  await second.getByRole("region", { name: /^在等 \d+ 份$/ }).getByRole("link", { name: /异地就医备案/ }).first().click();
  await second.getByRole("button", { name: "确认不予通过" }).click();
  await second.getByRole("dialog", { name: "确认不予通过" }).getByRole("button", { name: "确认不予通过" }).click();
  await heading(second, "没有在等的备案。").waitFor({ timeout: LONG });
  const refusal = await paper(second, "打印不予通过通知");
  assert.match(await refusal.innerText("body"), /居住证明看不清/);
  await refusal.close();
  assert.equal(await second.getByRole("link", { name: "打印告知书" }).count(), 0, "nothing was granted");

  await daughter.reload();
  await usable(daughter);
  await daughter.goto(`${server.url}/#/filings`);
  await daughter.getByText("未通过").first().waitFor({ timeout: LONG });
  await daughter.getByText(/居住证明看不清/).first().waitFor();
});

test("without a network the queue says so and stays readable", async () => {
  await clerk.context().setOffline(true);
  await clerk.getByRole("button", { name: "刷新" }).click();
  await clerk.getByText("连不上服务器。看看网络，再刷新。").first().waitFor({ timeout: LONG });
  await clerk.context().setOffline(false);
  assert.deepEqual(faults, []);
});

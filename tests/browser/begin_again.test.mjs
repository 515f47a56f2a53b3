// The line breaks while the store is on its way for the first time: it is fetched again until it is there, what was asked
// meanwhile is done, and the person is told once. By roles and labels; the person is invented.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { drawn, eventually, openBrowser, openGate, startServer } from "./harness.mjs";
import { account } from "./walk.mjs";

let server, gate, browser, counted = 0;
before(async () => {
  server = await startServer();
  gate = await openGate(server.url);
  browser = await openBrowser();
});
after(async () => { await browser.close(); await gate.close(); await server.stop(); });

for (const file of ["store.js", "worker.js", "mingbai-worker.mjs", "mingbai-worker.wasm"])
  test(`without ${file} at first, an account is made once it is there`, async () => {
    const context = await browser.newContext({ locale: "zh-CN", serviceWorkers: "block" });
    const page = await context.newPage();
    let refused = 0;
    gate.refuse((url) => url.split("?")[0] === `/${file}` && ++refused > 0);
    await page.goto(`${gate.url}/#/login`);
    await drawn(page);
    const login = `begins-again-${++counted}`;
    await page.getByRole("radio", { name: "注册" }).check();
    await page.getByLabel("账号", { exact: true }).fill(login);
    await page.getByLabel("密码", { exact: true }).fill(account.password);
    await page.getByRole("button", { name: "注册并登录" }).click();
    await page.getByText(/本机的存储还没取来/).first().waitFor({ state: "attached" });
    await eventually(() => assert.ok(refused > 1, "it is asked for again"));
    gate.refuse(() => false);
    await page.getByRole("button", { name: `账号：${login}` }).waitFor({ timeout: 60000 });
    await context.close();
  });

for (const file of ["mingbai-page.wasm", "policies.json"])
  test(`without ${file} the page says so, and opens by itself when the network is back`, async () => {
    const context = await browser.newContext({ locale: "zh-CN", serviceWorkers: "block" });
    const page = await context.newPage();
    gate.refuse((url) => url === `/${file}`);
    await page.goto(`${gate.url}/`);
    await page.getByRole("alert").getByText("有一部分没有下载下来").waitFor();
    await page.getByRole("link", { name: "再试一次" }).waitFor();
    await context.setOffline(true);
    gate.refuse(() => false);
    await context.setOffline(false);
    await page.getByRole("navigation").first().waitFor({ timeout: 60000 });
    await context.close();
  });

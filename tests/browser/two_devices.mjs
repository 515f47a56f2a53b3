// One person with two devices and one filing, for whoever looks at what comes of two edits made offline. The place is what both
// change. All people are invented.
import { eventually, openPage, usable } from "./harness.mjs";
import { fillForMother, register, submit } from "./walk.mjs";

const LONG = 60000;
export const account = { login: "two-devices", password: "a long invented password" };

export async function twoDevices({ browser, server }, faults, viewport = { width: 1280, height: 1000 }) {
  const device = async () => {
    const page = await openPage(await browser.newContext({ viewport, locale: "zh-CN" }), `${server.url}/`, faults);
    page.setDefaultTimeout(LONG);
    return page;
  };
  const to = (page, place) => page.goto(`${server.url}/${place}`);
  const first = await device();
  await register(first, account);
  await to(first, "#/file?kind=remote_care&insured=zhongshan.employee_combined&application.category=long_term_resident&application.care_region=440100");
  await fillForMother(first);
  await submit(first);
  await first.getByRole("heading", { level: 1, name: "医保局收到 1 份。" }).waitFor({ timeout: LONG });

  const second = await device();
  await to(second, "#/login");
  await second.getByLabel("账号", { exact: true }).fill(account.login);
  await second.getByLabel("密码", { exact: true }).fill(account.password);
  await second.getByRole("button", { name: "登录", exact: true }).last().click();
  await second.getByText(account.login).first().waitFor();

  const stands = async () => (await first.evaluate(async () => (await fetch("/api/v1/pull?after=0")).json())).records[0];
  const { filing } = await stands();
  return {
    first, second, stands,

    // What the server has, on this device.
    async upToDate(page) {
      await page.reload();
      await usable(page);
      await to(page, `#/filings?filing=${filing}`);
      await page.getByRole("link", { name: "修改这份", exact: true }).waitFor();
    },

    async change(page, { place, from }) {
      await page.context().setOffline(true);
      await to(page, `#/filings?filing=${filing}`);
      await page.getByRole("link", { name: "修改这份", exact: true }).click();
      await page.getByText(/您在改已经交上去的这份/).first().waitFor();
      await page.getByLabel("去哪里看病", { exact: true }).selectOption({ label: place });
      await eventually(() => { if (!/draft=[0-9a-f]{32}/.test(page.url())) throw new Error(page.url()); }, LONG);
      await page.getByRole("button", { name: "去填表" }).first().click();
      if (from) await page.getByLabel("从哪天起", { exact: true }).fill(from);
      await submit(page);
      await page.getByText("待上传").first().waitFor();
    },

    async comesBack(page) {
      await page.context().setOffline(false);
      await page.getByText("待上传").first().waitFor({ state: "detached" });
    },

    // The one that comes second finds the link to both versions.
    async comesSecond(page) {
      await page.context().setOffline(false);
      await page.getByRole("list", { name: "两边改得不一样" }).waitFor();
    },
  };
}

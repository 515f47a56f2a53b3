// Photographs every screen at 1280 and 390 pixels wide: as it comes into docs/screenshots; dark, large and in English into
// build/screenshots. Run by `make screenshots`; another folder for the first is the argument.
//
// The people are invented; a fixed day would lie about what the screens show, so the pictures carry today's date.
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { openBrowser, openPage, program, root, startServer, usable } from "./harness.mjs";
import { tourOfAnyone, tourOfClerk, tourOfConflict, tourOfKiosk, tourOfPerson } from "./tour.mjs";
import { enterBill, fileForMother, register } from "./walk.mjs";

const folder = process.argv[2] ?? join(root, "docs/screenshots"), others = join(root, "build/screenshots");
const looks = [
  { name: "", folder },
  { name: "-dark", folder: others, dark: true },
  { name: "-large", folder: others, large: true },
  { name: "-english", folder: others, english: true },
];
for (const { folder } of looks) mkdirSync(folder, { recursive: true });

const bill = "#/calculator?why=long_term_resident&insured=zhongshan.employee_combined&in=440100&level=3&filed=no&total=50000.00&own=5000.00";
const sizes = [{ width: 1280, height: 900 }, { width: 390, height: 844 }];

async function photograph(page, name, tall) {
  const before = page.viewportSize();
  await page.waitForTimeout(500);
  const lookLike = ({ dark = false, large = false, english = false }) =>
    page.evaluate(([...wishes]) => window.mingbai.page._mingbai_preferences(...wishes, false), [dark, large, english]);
  for (const look of looks) {
    await lookLike(look);
    for (const size of sizes) {
      await page.setViewportSize({ ...size, height: (tall ?? size.height) * (look.large && tall ? 1.4 : 1) | 0 });
      await page.waitForTimeout(600);
      await page.screenshot({ path: join(look.folder, `${name}${look.name}-${size.width}.png`) });
    }
  }
  await lookLike({});
  await page.setViewportSize(before);
  await page.waitForTimeout(300);
}

const server = await startServer();
const browser = await openBrowser();
const context = await browser.newContext({ viewport: sizes[0], locale: "zh-CN", deviceScaleFactor: 1 });
const page = await openPage(context, `${server.url}/${bill}`);
const to = async (hash) => { await page.goto(`${server.url}/${hash}`); await usable(page); };

await photograph(page, "calculator");
await to("#/"); await photograph(page, "home", 1180);
await to("#/calculator"); await enterBill(page, "临时外出看病", { filingHelps: false }); await photograph(page, "calculator-traveller");
await to("#/filings"); await photograph(page, "filings-empty");
await to("#/login"); await photograph(page, "login");
await register(page);
await to(bill);
await page.getByRole("button", { name: "去备案" }).click();
await page.waitForTimeout(500);
await photograph(page, "file-check");
await fileForMother(page);
await page.getByRole("heading", { name: /医保局收到 1 份/ }).waitFor({ timeout: 30000 });
await context.setOffline(true);
await to(bill);
await page.getByRole("button", { name: "去备案" }).click();
await fileForMother(page);
await page.getByText("待上传").first().waitFor();
await page.getByText("已存在这台设备，联网后自动送出").waitFor({ state: "detached", timeout: 20000 });
await photograph(page, "filings");
await context.setOffline(false);
await to("#/file"); await photograph(page, "file-kinds");
await to("#/file?kind=special_disease&insured=chuxiong.resident&application.disease.code=psychosis&application.disease.class=special" +
  "&application.provider.code=lufeng-peoples&application.setting=outpatient&application.physician.title=resident&application.physician.registered=yes");
await page.getByRole("radiogroup", { name: "现在参保在册吗" }).getByRole("radio", { name: "在册" }).check();
await page.getByRole("checkbox", { name: "居民身份证" }).check();
await page.getByRole("heading", { level: 1, name: /^这样办不了/ }).waitFor();
await photograph(page, "file-disease", 1700);
await to("#/scenarios");
await page.getByRole("heading", { level: 1, name: /个案例全部通过。$/ }).waitFor({ timeout: 120000 });
await photograph(page, "scenarios-cases");
await to("#/scenarios?part=change");
await page.getByLabel("政策").selectOption({ label: "中山市" });
await page.getByRole("button", { name: /^没备案时进入报销的部分/ }).click();
await page.getByRole("region", { name: "没备案时进入报销的部分" }).getByRole("button").last().click();
await page.getByLabel("数值").fill("90%");
await page.getByRole("heading", { level: 1, name: /^这样改，核验有/ }).waitFor({ timeout: 120000 });
await photograph(page, "scenarios-change", 1300);
await page.getByLabel("给这个方案起名").fill("没备案先付 10%");
await page.getByRole("button", { name: "存在这台设备" }).click();
await page.getByText("方案已存在这台设备。").waitFor();
await to("#/scenarios?part=compare");
await page.getByLabel("A", { exact: true }).selectOption("zhongshan");
await page.getByLabel("B", { exact: true }).selectOption("overlay-10");
await page.getByRole("button", { name: "开始算" }).click();
await page.getByRole("heading", { level: 1, name: /^换成 B/ }).waitFor({ timeout: 300000 });
await page.getByText("方案已存在这台设备。").waitFor({ state: "detached", timeout: 20000 });
await photograph(page, "scenarios-compare", 2200);
await to("#/components"); await photograph(page, "components");

const office = await openPage(await browser.newContext({ viewport: sizes[0], locale: "zh-CN", deviceScaleFactor: 1 }), `${server.url}/`);
await register(office, { login: "demo-clerk", password: "a long invented password" });
execFileSync(program, ["accounts", "grant", "demo-clerk", "--role", "agency_clerk", "--region", "442000", "--data", server.data]);
await office.reload();
await usable(office);
await office.getByRole("link", { name: "审核" }).first().click();
await office.getByRole("region", { name: /^在等 \d+ 份$/ }).getByRole("link").first().click();
await office.getByRole("heading", { name: /^自动检查 \d+ 条$/ }).waitFor({ timeout: 30000 });
await photograph(office, "review", 1300);

// The screens of which the tests of the spoken text make a tour.
const house = { server, browser };
const only = (...names) => (name, shown) => (names.includes(name) ? photograph(shown, name, 1300) : undefined);
await tourOfAnyone(house, only("rules-list", "rules-opened"), { only: (name) => name.startsWith("rules-") });
await tourOfPerson(house, only("file-dialog", "account"));
await tourOfClerk(house, only("review-dialog", "review-figures", "review-fund", "review-sample", "review-counter", "review-batch"));
await tourOfConflict(house, only("conflict-list", "conflict", "conflict-choices"));
await tourOfKiosk(house, only("kiosk"));

await browser.close();
await server.stop();
console.log(`photographed into ${folder}`);

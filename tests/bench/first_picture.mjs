// Time to the first usable picture, cold and on reload, beside the browser's own start and an empty page's load.
//
// node tests/bench/first_picture.mjs [ROUNDS]: the table of docs/numbers.md, medians over the rounds. "Usable" is the page's own
// mark: fonts, rules and the first frame are there. Software GL; figures of another machine differ.
import { cpus, loadavg } from "node:os";
import { openBrowser, startServer, usable } from "../browser/harness.mjs";

const rounds = Number(process.argv[2] ?? 5);
const server = await startServer();
const figures = { "browser start": [], "empty page": [], "cold": [], "reload": [] };

const mark = (page) => page.evaluate(() => performance.getEntriesByName("mingbai:usable")[0].startTime);

for (let round = 0; round < rounds; ++round) {
  const begun = performance.now();
  const browser = await openBrowser();
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  figures["browser start"].push(performance.now() - begun);

  const empty = performance.now();
  await page.goto(`${server.url}/healthz`);
  figures["empty page"].push(performance.now() - empty);

  await page.goto(`${server.url}/`);
  await usable(page);
  figures.cold.push(await mark(page));
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: 30000 }).catch(() => {});
  await page.waitForTimeout(2500); // what loads after the first picture has come to rest
  await page.reload();
  await usable(page);
  figures.reload.push(await mark(page));
  await browser.close();
}
await server.stop();

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const limits = { cold: 1500, reload: 500 };
console.log("| ms from the request on | median | least – most | asked | |\n|---|---|---|---|---|");
for (const [name, list] of Object.entries(figures)) {
  const limit = limits[name];
  const asked = limit ? `≤ ${limit} | ${median(list) <= limit ? "met" : "**missed**"}` : "|";
  console.log(`| ${name} | ${median(list).toFixed(0)} | ${Math.min(...list).toFixed(0)} – ${Math.max(...list).toFixed(0)} | ${asked} |`);
}
console.log(`\n${rounds} rounds, headless Chromium, software GL, clock time; load of the machine at the end: ${loadavg()[0].toFixed(1)} on ${cpus().length} processors.`);

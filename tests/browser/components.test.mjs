// The layer between canvas and document, tried on the gallery (#/components): roles, labels, typing, Chinese
// composition, touch, focus, dialogs, idleness, a lost graphics context.
import assert from "node:assert/strict";
import { createReadStream, existsSync } from "node:fs";
import http from "node:http";
import { extname, join } from "node:path";
import { after, before, test } from "node:test";

import { eventually, openBrowser, root } from "./harness.mjs";

const web = process.env.MINGBAI_WEB ?? join(root, "build/web");
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css",
  ".wasm": "application/wasm", ".json": "application/json", ".svg": "image/svg+xml" };
const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; object-src 'none'; base-uri 'none'";

let server, browser, address;

before(async () => {
  server = http.createServer((request, response) => {
    const path = new URL(request.url, "http://x").pathname;
    const file = join(web, path === "/" ? "index.html" : path);
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "content-security-policy": POLICY });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${server.address().port}/#/components`;
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  server?.closeAllConnections?.();
  server?.close();
});

async function gallery(options = {}) {
  const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => { if (/Content Security Policy/.test(message.text())) faults.push(message.text()); });
  await page.goto(address);
  await page.waitForFunction(() => window.mingbai?.whole && window.mingbai.frames > 2, null, { timeout: 30000 });
  return { page, context, faults };
}

// A page that is not expected to come up.
async function broken(prepare, use) {
  const context = await browser.newContext({ locale: "zh-CN", serviceWorkers: "block" });
  const page = await context.newPage();
  await prepare(page);
  await page.goto(address);
  await use(page);
  await context.close();
}

async function withGallery(options, use) {
  const { page, context, faults } = await gallery(options);
  try {
    await use(page, context);
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
}

const pictures = (page) => page.evaluate(() => window.mingbai.frames);

// After the fonts have come and nothing moves any more.
async function quiet(page) {
  for (let last = -1, now = 0; last !== now;) {
    last = now;
    await page.waitForTimeout(700);
    now = await pictures(page);
  }
}

test("every kind of widget is found by its role and name", () => withGallery({}, async (page) => {
  for (const [role, name] of [["heading", "部件"], ["button", "去备案"], ["textbox", "总费用"], ["combobox", "就医地"],
    ["radiogroup", "异地就医备案"], ["radio", "已备案"], ["checkbox", "身份证"], ["switch", "用假设值估算"], ["progressbar", /正在算/],
    ["navigation", "部件"], ["list", "办到哪一步了"], ["table", "是哪一条造成的"], ["link", /第2025010号建议答复/]])
    assert.ok(await page.getByRole(role, { name, exact: typeof name === "string" }).count() >= 1, `${role} ${name}`);
  assert.equal(await page.getByRole("main").count(), 1);
  assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1);
  assert.equal(await page.evaluate(() => document.documentElement.lang), "zh-CN");
}));

test("what is typed arrives, formatted once nobody types", () => withGallery({}, async (page) => {
  const field = page.getByLabel("总费用", { exact: true });
  await field.fill("1234.5");
  await field.blur();
  assert.equal(await field.inputValue(), "1234.5");
  assert.equal(await field.evaluate((input) => getComputedStyle(input).opacity), "0");
  await field.focus();
  assert.equal(await field.evaluate((input) => getComputedStyle(input).opacity), "1");
}));

test("a fault is told with the field and goes when it is mended", () => withGallery({}, async (page) => {
  const date = page.getByRole("textbox", { name: "出院日期" });
  assert.equal(await date.getAttribute("aria-invalid"), "true");
  const described = await date.getAttribute("aria-describedby");
  assert.equal(await page.locator(`#${described}`).textContent(), "2 月没有 30 日，请改日期。");
  await date.fill("2026-02-28");
  await page.waitForFunction(() => !document.querySelector("[aria-invalid]"));
  await date.fill("2026-02-30");
  await date.blur();
  await page.waitForFunction(() => document.getElementById(document.querySelector("[aria-invalid]")?.getAttribute("aria-describedby"))?.textContent === "2 月没有 30 日，请改日期。");
}));

test("Chinese composition arrives once, whole", () => withGallery({}, async (page, context) => {
  const field = page.getByLabel("证件号码");
  await field.fill("");
  await field.focus();
  const session = await context.newCDPSession(page);
  await session.send("Input.imeSetComposition", { text: "ming", selectionStart: 4, selectionEnd: 4 });
  await eventually(async () => assert.equal(await field.inputValue(), "ming"));
  await session.send("Input.insertText", { text: "明白" });
  await eventually(async () => assert.equal(await field.inputValue(), "明白"));
  await field.blur();
  await page.waitForTimeout(500);
  assert.equal(await field.inputValue(), "明白");
}));

test("a choice of the list and of the pieces is kept", () => withGallery({}, async (page) => {
  const place = page.getByLabel("就医地", { exact: true });
  await place.selectOption({ label: "中山市" });
  await eventually(async () => assert.equal(await place.inputValue(), "442000"));
  const group = page.getByRole("radiogroup", { name: "异地就医备案" });
  await group.getByRole("radio", { name: "转诊" }).check();
  await eventually(async () => assert.ok(await group.getByRole("radio", { name: "转诊" }).isChecked()));
  assert.ok(!(await group.getByRole("radio", { name: "没备案" }).isChecked()));
}));

test("a checkbox toggles once by click, by finger and by key", async () => {
  // The picture after the press says so, and half a second later it still does: it was toggled once.
  const becomes = async (page, box, checked) => {
    await eventually(async () => assert.equal(await box.isChecked(), checked));
    await page.waitForTimeout(500);
    assert.equal(await box.isChecked(), checked);
  };
  await withGallery({}, async (page) => {
    const box = page.getByRole("checkbox", { name: "社保卡" });
    await box.click();
    await becomes(page, box, true);
    await box.press("Space");
    await becomes(page, box, false);
  });
  await withGallery({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } }, async (page) => {
    const box = page.getByRole("checkbox", { name: "社保卡" });
    await box.tap();
    await becomes(page, box, true);
  });
});

test("Tab goes through the page in reading order, the skip link first", () => withGallery({}, async (page) => {
  const seen = [];
  for (let i = 0; i < 9; ++i) {
    await page.keyboard.press("Tab");
    seen.push(await page.evaluate(() => document.activeElement.getAttribute("aria-label") || document.activeElement.textContent));
  }
  assert.deepEqual(seen, ["跳到正文", "明白", "部件", "首页", "深色", "English", "大字", "去备案", "换医生"]);
}));

test("focus brings what it reaches into view", () => withGallery({}, async (page) => {
  await page.getByRole("button", { name: "给窗口看这一条" }).focus();
  await eventually(async () => {
    const box = await page.getByRole("button", { name: "给窗口看这一条" }).boundingBox();
    assert.ok(box.y >= 0 && box.y + box.height <= 900, JSON.stringify(box));
  });
}));

test("a dialog takes the focus, makes the rest inert, and gives the focus back", () => withGallery({}, async (page) => {
  const opener = page.getByRole("button", { name: "删除备案" });
  await opener.click();
  const dialog = page.getByRole("dialog", { name: "删除这份还没送出的备案？" });
  await dialog.waitFor();
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), "留着"));
  await eventually(async () => assert.ok(await page.evaluate(() => document.querySelector("#mirror input").closest("[inert]") !== null)));
  await eventually(async () => assert.ok(await page.evaluate(() => document.activeElement.closest("[inert]") === null)));
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), "删除备案"));
  await opener.click();
  await dialog.getByRole("button", { name: "删除", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
}));

test("a click beside a dialog closes it, a click in it does not", () => withGallery({}, async (page) => {
  await page.getByRole("button", { name: "删除备案" }).click();
  const dialog = page.getByRole("dialog", { name: "删除这份还没送出的备案？" });
  await dialog.waitFor();
  await dialog.click({ position: { x: 12, y: 12 } });
  assert.equal(await dialog.count(), 1);
  await page.mouse.click(4, 4);
  await dialog.waitFor({ state: "detached" });
}));

test("a message is a status with its action", () => withGallery({}, async (page) => {
  await page.getByRole("button", { name: "先查能不能办" }).click();
  const message = page.getByRole("status").filter({ hasText: "已存在这台设备" }).last();
  await message.getByRole("button", { name: "查看" }).click();
  await page.waitForFunction(() =>
    [...document.querySelectorAll("[role=status]")].filter((n) => n.textContent.includes("已存在这台设备")).length === 1);
}));

test("dark, large and English change the page's own attributes", () => withGallery({}, async (page) => {
  await page.getByRole("button", { name: "深色" }).click();
  await page.waitForFunction(() => document.documentElement.dataset.mode === "dark");
  await page.getByRole("button", { name: "大字" }).click();
  await page.waitForFunction(() => document.documentElement.dataset.large === "1");
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { level: 1, name: "Components" }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
}));

test("nothing is wider than the view from 360 px up, in both sizes of text", async () => {
  for (const large of ["", "1"])
    for (const width of [360, 640, 800, 960, 1280])
      await withGallery({ viewport: { width, height: 900 } }, async (page) => {
        if (large) {
          await page.getByRole("button", { name: "大字" }).click();
          await page.waitForFunction(() => document.documentElement.dataset.large === "1");
        }
        const wide = await page.evaluate(() => [...document.querySelectorAll("#mirror .node")].filter((node) => {
          const box = node.getBoundingClientRect();
          return box.width > 1 && (box.right > document.documentElement.clientWidth + 1 || box.left < -13);
        }).map((node) => `${node.getAttribute("aria-label") || node.textContent} ${Math.round(node.getBoundingClientRect().right)}`));
        assert.deepEqual(wide, [], `${width}${large ? " large" : ""}`);
      });
});

test("idle means that no picture is drawn", async () => {
  const { page, context } = await gallery();
  await page.evaluate(() => document.activeElement.blur());
  await page.mouse.move(0, 0);
  // The gallery shows a button that works: its arc turns. Away from it, nothing does.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await quiet(page);
  const from = await pictures(page);
  await page.waitForTimeout(3000);
  assert.equal(await pictures(page), from);
  await context.close();
});

test("a lost graphics context comes back", () => withGallery({}, async (page) => {
  await page.evaluate(() => {
    const gl = document.getElementById("canvas").getContext("webgl2");
    window.loser = gl.getExtension("WEBGL_lose_context");
    window.loser.loseContext();
  });
  await page.waitForTimeout(300);
  await page.evaluate(() => window.loser.restoreContext());
  await eventually(async () => {
    const inked = await page.evaluate(() => new Promise((resolve) => {
      requestAnimationFrame(() => {
        window.mingbai.wake();
        requestAnimationFrame(() => {
          const gl = document.getElementById("canvas").getContext("webgl2");
          const pixels = new Uint8Array(4 * 400 * 400);
          gl.readPixels(0, gl.drawingBufferHeight - 400, 400, 400, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
          resolve(new Set(new Uint32Array(pixels.buffer)).size);
        });
      });
    }));
    assert.ok(inked > 20, `${inked} colours`);
  });
}));

test("the mirror costs a tenth of a millisecond while nothing changes", () => withGallery({}, async (page) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await quiet(page);
  const before = await page.evaluate(() => window.mingbai.patches);
  await page.mouse.wheel(0, 400);
  await page.waitForTimeout(500);
  assert.equal(await page.evaluate(() => window.mingbai.patches), before, "scrolling sends no patch");
}));

test("a table says every cell of every row", () => withGallery({}, async (page) => {
  const table = page.getByRole("table", { name: "是哪一条造成的" });
  await table.waitFor();
  assert.deepEqual(await table.getByRole("row").evaluateAll((rows) => rows.map((row) => row.children.length)), [3, 3, 3]);
}));

test("without WebGL 2 the page says what to do", () => broken(
  (page) => page.addInitScript(() => { HTMLCanvasElement.prototype.getContext = () => null; }),
  async (page) => {
    await page.getByRole("alert").getByText("WebGL 2").first().waitFor();
    assert.ok(await page.getByRole("link", { name: /再试一次/ }).isVisible());
    assert.ok(!(await page.locator("#welcome").isVisible()));
  }));

test("when a part does not arrive the page says so and keeps calm", () => broken(
  (page) => page.route("**/policies.json", (route) => route.abort()),
  async (page) => {
    await page.getByText("有一部分没有下载下来").waitFor();
    assert.ok(!(await page.locator("#fault-crash").isVisible()));
  }));

test("before the program is there the page already speaks", () => broken(
  (page) => page.route("**/mingbai-page.wasm", () => {}),
  async (page) => {
    await page.getByRole("heading", { name: "明白" }).waitFor();
    await page.getByText("正在打开").waitFor();
    await page.getByText("Mingbai explains").waitFor();
  }));

// A person with a keyboard and nothing else. Every stop is a stop: named, in reach, and the ring that shows it is on the picture.
//
//   const { reach, fill, press } = keysOf(page, painter, ringed);   // painter: a page of its own, in which pictures are looked at
import assert from "node:assert/strict";

import { eventually } from "./harness.mjs";

const MOST_STOPS = 90;

export function keysOf(page, painter, ringed = new Set()) {
  const press = (key) => page.keyboard.press(key);

  // Where the focus is: what a screen reader would say of it, and its place.
  const focused = () => page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const box = element.getBoundingClientRect();
    const labelled = element.getAttribute("aria-label") ?? element.textContent;
    const region = element.closest("section, nav, dialog, [role=dialog]");
    return { name: labelled.trim(), value: element.value, checked: element.checked, type: element.type, region: region?.getAttribute("aria-label") ?? "",
      inert: !!element.closest("[inert]"), skip: element.id === "skip", box: [box.x, box.y, box.width, box.height] };
  });

  // Rows of the screenshot around the focus in which the ring's colour runs on for a while: its upper and its lower side.
  const runsOfInk = (shot) => painter.evaluate(async (bytes) => {
    const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${bytes}`)).blob());
    const canvas = new OffscreenCanvas(picture.width, picture.height), brush = canvas.getContext("2d");
    brush.drawImage(picture, 0, 0);
    const { data, width, height } = brush.getImageData(0, 0, picture.width, picture.height);
    const rows = [];
    for (let y = 0; y < height; y++)
      for (let x = 0, run = 0; x < width; x++) {
        const at = 4 * (y * width + x);
        run = Math.abs(data[at] - 0x15) + Math.abs(data[at + 1] - 0x21) + Math.abs(data[at + 2] - 0x1e) < 24 ? run + 1 : 0;
        if (run === 14) { rows.push(y); break; }
      }
    return rows;
  }, shot.toString("base64"));

  // The ring: two bars of at least 2 px, one above the other, on the picture around what has the focus.
  async function ringShows(stop) {
    if (stop.skip) return; // the page's own link has the page's own ring
    const key = `${page.url().split("?")[0]} ${stop.region} ${stop.name}`;
    if (ringed.has(key)) return;
    await eventually(async () => {
      const { box: [x, y, width, height] } = await focused();
      const aside = 70, left = Math.max(0, x - aside), top = Math.max(0, y - 14);
      assert.ok(y > -height && y < 900, `${stop.name} is in view: ${y}`);
      const shot = await page.screenshot({ clip: { x: left, y: top, width: Math.min(1280, x + width + aside) - left, height: Math.min(900, y + height + 14) - top } });
      const rows = await runsOfInk(shot);
      const bars = rows.filter((row, i) => rows[i + 1] === row + 1 && rows[i - 1] !== row - 1);
      assert.ok(bars.length >= 2, `“${stop.name}” shows its focus: ${rows}`);
    });
    ringed.add(key);
  }

  // Tab until the focus is on what is meant. Every stop on the way is a stop: named, in reach, visible.
  async function reach(name, { key = "Tab", region } = {}) {
    const way = [];
    for (let i = 0; i < MOST_STOPS; i++) {
      await press(key);
      const stop = await eventually(async () => {
        const now = await focused();
        assert.ok(now, `the focus is lost after ${way.join(" → ")}`);
        return now;
      }, 3000);
      assert.ok(stop.name, `a stop without a name after ${way.join(" → ")}`);
      assert.ok(!stop.inert, `${stop.name} is out of reach`);
      await ringShows(stop);
      way.push(stop.name);
      if ((name instanceof RegExp ? name.test(stop.name) : stop.name === name) && (!region || stop.region === region)) return stop;
    }
    throw new Error(`${name} is not reached: ${way.join(" → ")}`);
  }

  const write = (text) => page.keyboard.insertText(text);
  async function fill(name, text) {
    await reach(name);
    await press("Control+A");
    await write(text);
    await eventually(async () => assert.equal((await focused()).value, text));
  }
  // The next choices of a list until its words are these.
  async function choose(name, words) {
    await reach(name);
    for (let i = 0; i < 20; i++) {
      if (await page.evaluate(() => document.activeElement.selectedOptions[0].textContent) === words) return;
      await press("ArrowDown");
    }
    throw new Error(`${name} has no ${words}`);
  }
  // Arrows within the group; the first Tab stops at the chosen one or at the first.
  async function pick(words, group) {
    for (let i = 0; i < 12; i++) {
      const stop = await focused();
      if (stop.name === words && stop.checked) return;
      if (stop.name === words) await press("Space");
      else await press("ArrowRight");
    }
    throw new Error(`${group} has no ${words}`);
  }

  return { press, focused, ringShows, reach, write, fill, choose, pick };
}

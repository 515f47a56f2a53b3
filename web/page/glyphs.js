// Characters that none of our cuts holds, drawn with the device's own faces: at once, without a network, whatever script
// a name is in. What the device lacks, too, is drawn as a box with its code point, so that two such names can be told apart,
// and comes in a shard from the server, if one holds it.
//
//   new DeviceGlyphs().draw(code, { em, side, left, baseline, bold }, coverage)
//   → advance in em; below zero: the box. Coverage is one byte a pixel, dark ink whatever the colour of an emoji.
//   .bring(code, isHeld, give)      // gives the bytes of one shard, or of two, until isHeld()

const FAMILY = 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';
const NOBODY = "\u{10FFFE}"; // no character, and never one
const isWide = (code) => code >= 0x2e80 && code < 0xff00;
const isHan = (code) => (code >= 0x3400 && code < 0xa000) || (code >= 0xf900 && code < 0xfb00) || code >= 0x20000;
// Of Noto Sans CJK, then of HanaMin what that lacks: the rules of cmake/fonts.py.
const shardsOf = (code) => [`rare-${(code >> 9).toString(16)}.otf`, `rare-${(code >> 7).toString(16)}.ttf`];
const KEPT = "rare-glyphs";

// null: there is no such shard. A name that was seen once is seen again without a network; over plain http nothing is kept.
async function bytesOf(name) {
  const { caches } = globalThis;
  try {
    const answer = await fetch(name);
    if (answer.status === 404) return null;
    if (!answer.ok) throw new Error(`${name} ${answer.status}`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    caches?.open(KEPT).then((cache) => cache.put(name, new Response(bytes))).catch(() => {});
    return bytes;
  } catch (error) {
    const kept = await caches?.match(name, { cacheName: KEPT }).catch(() => null);
    if (!kept) throw error;
    return new Uint8Array(await kept.arrayBuffer());
  }
}

export class DeviceGlyphs {
  #pen = null;
  #shards = new Map(); // name → promise that it has been given
  #lacking = new Map(); // size and weight → what a character looks like that nothing holds

  #paint(text, { em, side, left, baseline, bold }) {
    this.#pen ||= new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    const pen = this.#pen;
    pen.canvas.width = pen.canvas.height = side; // also clears
    pen.font = `${bold ? 700 : 400} ${em}px ${FAMILY}`;
    pen.fillText(text, left, baseline);
    const { data } = pen.getImageData(0, 0, side, side);
    const ink = new Uint8Array(side * side);
    for (let at = 0; at < ink.length; ++at) {
      const light = (data[4 * at] * 3 + data[4 * at + 1] * 6 + data[4 * at + 2]) / 10;
      ink[at] = (data[4 * at + 3] * (255 - light * 0.8)) / 255;
    }
    return { ink, advance: pen.measureText(text).width / em };
  }

  #lacks(painted, shape) {
    const key = shape.em * 2 + (shape.bold ? 1 : 0);
    if (!this.#lacking.has(key)) this.#lacking.set(key, this.#paint(NOBODY, shape).ink);
    const nothing = this.#lacking.get(key);
    return painted.ink.every((value, at) => value === nothing[at]);
  }

  #box(code, { em, side, left, baseline }) {
    const pen = this.#pen, digits = code.toString(16).toUpperCase().padStart(4, "0"), line = Math.max(1, Math.round(em / 20));
    const top = baseline - Math.round(em * 0.86), size = em - 2 * line, half = Math.ceil(digits.length / 2);
    pen.clearRect(0, 0, side, side);
    pen.lineWidth = line;
    pen.strokeRect(left + line * 1.5, top + line / 2, size - line, size);
    pen.font = `600 ${Math.max(5, Math.floor(em * 0.36))}px ui-monospace, monospace`;
    pen.textAlign = "center";
    for (const [at, part] of [digits.slice(0, half), digits.slice(half)].entries()) {
      pen.fillText(part, left + em / 2, top + em * (0.43 + at * 0.38), size - 3 * line);
    }
    pen.textAlign = "start";
    const { data } = pen.getImageData(0, 0, side, side);
    return Uint8Array.from({ length: side * side }, (_, at) => data[4 * at + 3]);
  }

  holds(code) {
    const shape = { em: 20, side: 26, left: 3, baseline: 20, bold: false };
    return !this.#lacks(this.#paint(String.fromCodePoint(code), shape), shape);
  }

  async bring(code, isHeld, give) {
    if (!isHan(code) || this.holds(code)) return;
    for (const name of shardsOf(code)) {
      if (isHeld()) return;
      if (!this.#shards.has(name)) this.#shards.set(name, bytesOf(name).then((bytes) => bytes && give(bytes)));
      try {
        await this.#shards.get(name);
      } catch {
        this.#shards.delete(name);
        return addEventListener("online", () => this.bring(code, isHeld, give), { once: true });
      }
    }
  }

  draw(code, shape, coverage) {
    const painted = this.#paint(String.fromCodePoint(code), shape);
    if (!this.#lacks(painted, shape)) {
      coverage.set(painted.ink);
      return isWide(code) || code >= 0x20000 ? 1 : painted.advance;
    }
    coverage.set(this.#box(code, shape));
    return -1;
  }
}

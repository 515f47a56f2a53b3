// The face, in cuts: the characters of the first picture, after it the rest of what we write (the common cut). Every other
// character is drawn with the device's own faces (glyphs.js); what the device lacks comes in a shard (cmake/fonts.py cuts
// them all). The same bytes go to the canvas and to the real fields.

const FIRST = [["first-regular.otf", 400], ["first-bold.otf", 700]];
// Bold first: the regular cut also serves the bold face for what bold lacks, and what came first is drawn.
const COMMON = [["common-bold.otf", 700], ["common-regular.otf", 400]];
const KEPT = "rare-glyphs";

// The rule of shard_of() in cmake/fonts.py.
const shardOf = (code) => `rare-${(code >> 9).toString(16)}.otf`;
const isHan = (code) => (code >= 0x3400 && code < 0xa000) || (code >= 0xf900 && code < 0xfb00) || code >= 0x20000;

async function bytesOf(name) {
  const response = await fetch(name);
  if (!response.ok) throw new Error(name + " " + response.status);
  return new Uint8Array(await response.arrayBuffer());
}

// A name that was seen once is seen again without a network.
async function keptBytesOf(name) {
  try {
    const bytes = await bytesOf(name);
    caches.open(KEPT).then((cache) => cache.put(name, new Response(bytes))).catch(() => {});
    return bytes;
  } catch (error) {
    const kept = await caches.match(name, { cacheName: KEPT }).catch(() => null);
    if (!kept) throw error;
    return new Uint8Array(await kept.arrayBuffer());
  }
}

function addFace(bytes, weight) {
  try {
    document.fonts.add(new FontFace("Mingbai", bytes.slice().buffer, { weight: String(weight) }));
  } catch { /* a field then shows the system's face */ }
}

export class Fonts {
  constructor() {
    this.first = Promise.all(FIRST.map(([name]) => bytesOf(name)));
    this.first.catch(() => {});
    this.shards = new Map();
    this.later = null;
    this.device = null; // DeviceGlyphs, after the common cut
  }

  give(page, bytes, weight) {
    const at = page._malloc(bytes.length);
    page.HEAPU8.set(bytes, at);
    page._mingbai_add_font(at, bytes.length, weight === 700 ? 1 : 0);
    addFace(bytes, weight);
  }

  async addFirst(page) {
    const cuts = await this.first;
    cuts.forEach((bytes, i) => this.give(page, bytes, FIRST[i][1]));
  }

  addCommon(page, wake) {
    this.later ||= (async () => {
      for (const [name, weight] of COMMON) {
        try { this.give(page, await bytesOf(name), weight); wake(); } catch { this.later = null; }
      }
      try {
        this.device ||= new (await import("./glyphs.js")).DeviceGlyphs();
        page._mingbai_use_device_glyphs();
        wake();
      } catch { this.later = null; }
    })();
    return this.later;
  }

  // A character that no cut so far holds and, once asked, the device neither.
  async addFor(page, code, wake) {
    await this.addCommon(page, wake);
    const name = shardOf(code);
    if (!isHan(code) || this.device?.holds(code) || page._mingbai_has_character(code) || this.shards.has(name)) return;
    this.shards.set(name, code);
    try {
      this.give(page, await keptBytesOf(name), 400);
      wake();
    } catch {
      this.shards.delete(name);
      addEventListener("online", () => this.addFor(page, code, wake), { once: true });
    }
  }
}

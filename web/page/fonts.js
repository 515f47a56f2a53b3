// The face, in cuts: the characters of the first picture, after it the rest of what we write (the common cut). Every other
// character is drawn with the device's own faces, and what the device lacks comes in a shard (glyphs.js; cmake/fonts.py cuts
// them all). The same bytes go to the canvas and to the real fields.

const FIRST = [["first-regular.otf", 400], ["first-bold.otf", 700]];
// Bold first: the regular cut also serves the bold face for what bold lacks, and what came first is drawn.
const COMMON = [["common-bold.otf", 700], ["common-regular.otf", 400]];

async function bytesOf(name) {
  const response = await fetch(name);
  if (!response.ok) throw new Error(name + " " + response.status);
  return new Uint8Array(await response.arrayBuffer());
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
    await this.device?.bring(code, () => page._mingbai_has_character(code), (bytes) => { this.give(page, bytes, 400); wake(); });
  }
}

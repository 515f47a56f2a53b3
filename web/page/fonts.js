// The face, in cuts: the interface's own characters first, the common set after the first picture, others on demand.
// The same bytes go to the canvas and to the real text fields.

const FIRST = [["first-regular.otf", 400], ["first-bold.otf", 700]];
// Bold first: the regular one also serves the bold face for what bold lacks, and what came first is drawn.
const COMMON = [["common-bold.otf", 700], ["common-regular.otf", 400]];

async function bytesOf(name) {
  const response = await fetch(name);
  if (!response.ok) throw new Error(name + " " + response.status);
  return new Uint8Array(await response.arrayBuffer());
}

function addFace(bytes, weight, range) {
  try {
    const face = new FontFace("Mingbai", bytes.slice().buffer, { weight: String(weight), ...(range && { unicodeRange: range }) });
    document.fonts.add(face);
  } catch { /* a field then shows the system's face */ }
}

export class Fonts {
  constructor() {
    this.first = Promise.all(FIRST.map(([name]) => bytesOf(name)));
    this.first.catch(() => {});
    this.missing = new Set();
    this.later = null;
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

  // After the first picture, or as soon as a character is missing.
  addCommon(page, wake) {
    this.later ||= (async () => {
      for (const [name, weight] of COMMON) {
        try { this.give(page, await bytesOf(name), weight); wake(); } catch { this.later = null; }
      }
    })();
    return this.later;
  }
}

// The other half of the program: every screen but the calculator (cmake/split.py). It is compiled while it comes and
// joined to the first half, whose table it fills. Until then nothing of it can be called (web/screens/rest.h).
//
// Which bytes belong to a first half that half says itself, by a digest in its section "rest": what another version of
// the program left under the same name never joins.

const NAME = "mingbai-rest.wasm";

// What stands in the first half's table until then.
export const absent = new Proxy({}, { get: (_, slot) => () => { throw new Error(`slot ${String(slot)} of the other half was called before it came`); } });

const integrityIn = (first) => new TextDecoder().decode(WebAssembly.Module.customSections(first, "rest")[0]);

let coming = null;

// Begins it, once; after a failure anew. `first`: the compiled first half, or a promise of it.
export function bringRest(first) {
  coming ??= (async () => WebAssembly.compileStreaming(fetch(NAME, { integrity: integrityIn(await first) })))();
  coming.catch(() => { coming = null; });
  return coming;
}

export async function joinRest(first, instance) {
  await WebAssembly.instantiate(await bringRest(first), { primary: instance.exports });
}

// The server answers, with a half of another version: only the whole page loaded anew can go on.
export async function restIsOfAnotherVersion() {
  return fetch(NAME, { method: "HEAD", cache: "no-store" }).then((answer) => answer.ok, () => false);
}

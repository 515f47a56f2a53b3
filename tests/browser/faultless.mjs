// What axe-core says of a page: no violation, and nothing it could not decide.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { eventually } from "./harness.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// The picture may still be moving when it looks, hence not the first answer but the lasting one.
export async function faultless(page, screen) {
  await page.evaluate(axe);
  await eventually(async () => {
    const found = await page.evaluate(async () => {
      const { violations, incomplete, passes } = await globalThis.axe.run(document, { resultTypes: ["violations", "incomplete"] });
      const said = (results) => results.map(({ id, help, nodes }) => `${id}: ${help} ${nodes.map(({ html, any }) => `${html} ${any.map(({ message }) => message)}`).join(" ").slice(0, 600)}`);
      // A field that holds nothing has no contrast yet; that of its colours is measured natively (tests/web/ui/contrast_test.cpp).
      const undecided = incomplete.map((result) => ({ ...result, nodes: result.nodes.filter(({ any }) => !any.some(({ message }) => /has no value/.test(message))) }));
      return { faults: [...said(violations), ...said(undecided.filter(({ nodes }) => nodes.length > 0))], passes: passes.length };
    });
    assert.deepEqual(found.faults, [], screen);
    assert.ok(found.passes > 15, `${screen}: axe looked at next to nothing`);
  }, 8000);
}

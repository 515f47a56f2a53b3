// What changes something is done for this site's own pages only.

import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { envelope } from "./envelopes.js";
import { scenarios } from "./scenario.js";
import { start } from "./server.js";

let server;
const people = {};
before(async () => {
  server = await start();
  people.anna = await server.register("anna");
});
after(() => server.stop());

const json = { envelopes: [envelope()] };
const push = (name, headers, status, rest) => ({ name, as: "anna", method: "POST", path: "/api/v1/push", json, headers, status, ...rest });

scenarios(() => server, () => people, [
  push("a request of another site is refused", { origin: "https://evil.example" }, 403, { has: ["cross_site"] }),
  push("a request of another port is refused", { origin: "http://127.0.0.1:1" }, 403),
  push("a request of a sandboxed page is refused", { origin: "null" }, 403),
  push("a request that does not say where it comes from is refused", { origin: null }, 403),
  push("an origin that only begins alike is refused", { origin: "http://127.0.0.1" }, 403),
  push("what the browser calls cross-site is refused whatever its origin", { "sec-fetch-site": "cross-site" }, 403),
  push("a sister site is another site", { origin: null, "sec-fetch-site": "same-site" }, 403),
  push("a form cannot push: it is not JSON", { "content-type": "text/plain" }, 415, { has: ["not_json"] }),
  push("nor a form's own type", { "content-type": "application/x-www-form-urlencoded" }, 415),
  push("nor none at all", { "content-type": null }, 415),
  { name: "another site cannot log anyone out", as: "anna", method: "DELETE", path: "/api/v1/sessions/current", headers: { origin: "https://evil.example" }, status: 403 },
  { name: "another site cannot log anyone in", method: "POST", path: "/api/v1/sessions", json: { login: "anna", password: "correct horse battery" }, headers: { origin: "https://evil.example" }, status: 403, header: { "set-cookie": null } },
  { name: "no answer may be read by another site", as: "anna", path: "/api/v1/pull", headers: { origin: "https://evil.example" }, status: 200, header: { "access-control-allow-origin": null } },
]);

test("none of it changed anything", async () => {
  const pulled = await server.ask("GET", "/api/v1/pull", { as: people.anna });
  assert.deepEqual(pulled.json.records, []);
});

scenarios(() => server, () => people, [
  push("a page of this site without Origin but with Sec-Fetch-Site is served", { origin: null, "sec-fetch-site": "same-origin" }, 200),
  push("the type may name its charset", { "content-type": "Application/JSON; charset=utf-8" }, 200),
]);

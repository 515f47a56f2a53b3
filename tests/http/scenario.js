// One table drives the tests of every route: a row is a request and what its answer must be. Whatever the row, every
// answer must carry the security headers, must never be HTML when it is an error, and an error must be a problem.
//
//   { name, as, method, path, json | body, headers, status, has: ["text"], lacks: ["text"], header: { name: /pattern/ | null } }

import assert from "node:assert/strict";
import test from "node:test";

const securityHeaders = {
  "content-security-policy":
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

export function checkEveryAnswer(answer) {
  for (const [name, value] of Object.entries(securityHeaders)) assert.equal(answer.headers[name], value, name);
  assert.ok(answer.headers["permissions-policy"]);
  assert.ok(answer.headers["cache-control"]);
  assert.equal(answer.headers["strict-transport-security"], undefined);
  if (answer.status < 400) return;
  assert.equal(answer.headers["content-type"], "application/problem+json");
  assert.equal(answer.json.status, answer.status);
  assert.match(answer.json.type, /^urn:mingbai:problem:[a-z_]+$/);
  for (const field of ["title", "title_en", "detail", "detail_en"]) assert.ok(answer.json[field], field);
  assert.ok(Array.isArray(answer.json.findings));
}

export function check(answer, row) {
  assert.equal(answer.status, row.status, answer.text);
  for (const text of row.has ?? []) assert.ok(answer.text.includes(text), `${text} in ${answer.text}`);
  for (const text of row.lacks ?? []) assert.ok(!answer.text.includes(text), `no ${text} in ${answer.text}`);
  for (const [name, expected] of Object.entries(row.header ?? {})) {
    if (expected === null) assert.equal(answer.headers[name], undefined, name);
    else assert.match(String(answer.headers[name]), expected, name);
  }
}

// `server` and `people` are functions: they exist only when the tests run.
export function scenarios(server, people, rows) {
  for (const row of rows) {
    test(row.name, async () => {
      const as = row.as && people()[row.as];
      const answer = await server().ask(row.method ?? "GET", row.path, { ...row, as });
      if (row.method === "HEAD" && row.status >= 400) assert.equal(answer.text, "");
      else checkEveryAnswer(answer);
      check(answer, row);
    });
  }
}

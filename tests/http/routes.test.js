// Every route, good and bad, by one table.

import { after, before } from "node:test";
import { envelope, newId, payload } from "./envelopes.js";
import { scenarios } from "./scenario.js";
import { start } from "./server.js";

let server;
const people = {};

before(async () => {
  server = await start({ web: { "index.html": "<!doctype html><title>Mingbai</title>", "app.js": "export {};" } });
  people.anna = await server.register("anna");
});
after(() => server.stop());

const post = (path, json, rest) => ({ method: "POST", path, json, ...rest });
const accounts = "/api/v1/accounts", sessions = "/api/v1/sessions", current = "/api/v1/sessions/current";
const push = "/api/v1/push", pull = "/api/v1/pull";
const good = "a long enough password";

scenarios(() => server, () => people, [
  post(accounts, { login: "Bert.2", password: good }, {
    name: "a new account is made, its login folded, with a session cookie for this host only",
    status: 201, has: ['{"account":{"login":"bert.2"}}'], lacks: [good],
    header: { "set-cookie": /^__Host-mingbai=[A-Za-z0-9_-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=\d+,__Host-mingbai-device=[A-Za-z0-9_.-]{108}; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=\d+$/, "cache-control": /^no-store$/ },
  }),
  post(accounts, { login: "参保人甲", password: good }, { name: "a login may be Chinese", status: 201, has: ["参保人甲"] }),
  post(accounts, { login: "BERT.2", password: good }, { name: "a login is taken without regard to capitals", status: 409, has: ["login_taken"], header: { "set-cookie": null } }),
  post(accounts, { login: "11010519491231002X", password: good }, { name: "an identity number is no login", status: 400, has: ["login_is_identity_number"], lacks: ["11010519491231002X"] }),
  post(accounts, { login: "a b", password: "short" }, { name: "every fault of a new account is told at once", status: 400, has: ["login_characters", "password_length"] }),
  post(accounts, { login: "ab", password: good }, { name: "a login has at least three characters", status: 400, has: ["login_length"] }),
  post(accounts, { login: "a".repeat(65), password: good }, { name: "a login has at most 64 characters", status: 400, has: ["login_length"] }),
  post(accounts, { login: "carl", password: good, admin: true }, { name: "an unknown key is refused", status: 400, has: ["unknown_key", "admin"] }),
  post(accounts, { login: 7 }, { name: "wrong types and missing keys are told at once", status: 400, has: ["wrong_type", "missing_key"] }),
  post(accounts, ["login"], { name: "a list is not an account", status: 400, has: ["not_json"] }),

  post(sessions, { login: "ANNA", password: "correct horse battery" }, { name: "a login opens a session", status: 201, has: ['"anna"'], header: { "set-cookie": /__Host-mingbai=/ } }),
  post(sessions, { login: "anna", password: "wrong horse battery" }, { name: "a wrong password opens none", status: 401, has: ["wrong_password"], header: { "set-cookie": null } }),
  post(sessions, { login: "nobody", password: "wrong horse battery" }, { name: "an unknown login is answered like a wrong password", status: 401, has: ["wrong_password"], header: { "set-cookie": null } }),
  post(sessions, { login: "anna" }, { name: "a login without a password is incomplete", status: 400, has: ["missing_key", "password"] }),
  { name: "the session's account is shown", as: "anna", path: current, status: 200, has: ['{"account":{"login":"anna"}', '"roles":[]', '"bound":false'] },
  { name: "HEAD is GET without the body", as: "anna", method: "HEAD", path: current, status: 200, lacks: ["anna"] },
  { name: "without a cookie there is no session", path: current, status: 401, has: ["login_required"] },
  { name: "an invented cookie is no session", path: current, headers: { cookie: `__Host-mingbai=${"A".repeat(43)}` }, status: 401, has: ["login_required"] },
  { name: "a malformed cookie is no session", path: current, headers: { cookie: "__Host-mingbai=' OR 1=1 --" }, status: 401 },
  { name: "a cookie of another name is no session", path: current, headers: { cookie: "x__Host-mingbai=1; mingbai=2" }, status: 401 },
  { name: "logging out without a session succeeds", method: "DELETE", path: current, status: 204, header: { "set-cookie": /__Host-mingbai=;.*Max-Age=0/ } },

  post(push, { envelopes: [envelope()] }, { name: "nothing is taken without a session", status: 401, has: ["login_required"] }),
  post(push, { envelopes: [envelope()] }, { name: "an eligible filing is received with a receipt", as: "anna", status: 200, has: ['"outcome":"received"', '"number":"ZS', '"sha256"', '"version":1'] }),
  post(push, { envelopes: [envelope({ payload: payload({ documents: [] }) })] }, { name: "a filing without its documents is refused with every finding in both languages", as: "anna", status: 200, has: ['"outcome":"refused"', '"message_en"', '"remedy_en"', '"source"'], lacks: ["receipt"] }),
  post(push, { envelopes: [envelope({ payload: "not json" })] }, { name: "an unreadable payload is refused, not rejected", as: "anna", status: 200, has: ['"outcome":"refused"', "not_json"] }),
  post(push, { envelopes: [envelope({ payload: payload().replace("{", '{"as_of":"2020-01-01",') })] }, { name: "a device may not choose the rule date", as: "anna", status: 200, has: ['"outcome":"refused"', "duplicate_key"] }),
  post(push, { envelopes: [envelope({ payload: payload().replace("{", '{"policy":"zhongshan",') })] }, { name: "a payload with a key twice is refused", as: "anna", status: 200, has: ['"outcome":"refused"', "duplicate_key"] }),
  post(push, { envelopes: [envelope({ kind: "special_disease" })] }, { name: "an envelope of another kind than its application is refused", as: "anna", status: 200, has: ['"outcome":"refused"', "kind_differs"] }),
  post(push, { envelopes: [envelope({ base_version: 1 })] }, { name: "an edit of a filing the server does not have yet is to be sent again", as: "anna", status: 200, has: ['"outcome":"rejected"', "version_ahead"] }),
  post(push, { envelopes: [envelope({ id: "X" }), { ...envelope(), extra: 1 }] }, { name: "every fault of a push is told with its place", as: "anna", status: 400, has: ["envelopes/0/id", "envelopes/1/extra"] }),
  post(push, { envelopes: [] }, { name: "an empty push is refused", as: "anna", status: 400, has: ["wrong_count"] }),
  post(push, { envelopes: Array.from({ length: 51 }, () => envelope()) }, { name: "more than 50 envelopes are refused", as: "anna", status: 400, has: ["wrong_count"] }),
  post(push, { envelopes: [envelope({ payload: " ".repeat(70_000) })] }, { name: "a payload past 64 KiB is refused", as: "anna", status: 400, has: ["too_large"] }),
  { name: "broken JSON is refused", as: "anna", method: "POST", path: push, body: '{"envelopes":[', headers: { "content-type": "application/json" }, status: 400, has: ["not_json"] },
  { name: "deep nesting is refused, not followed", as: "anna", method: "POST", path: push, body: '{"envelopes":' + "[".repeat(100_000), headers: { "content-type": "application/json" }, status: 400 },

  { name: "nothing is shown without a session", path: pull, status: 401 },
  { name: "a pull that is up to date is empty", as: "anna", path: `${pull}?after=999999`, status: 200, has: ['"records":[]', '"next":999999', '"more":false'] },
  { name: "a pull gives the records of the account", as: "anna", path: `${pull}?after=0&limit=1`, status: 200, has: ['"more":true', '"state":"received"', '"events"'] },
  { name: "a pull needs whole numbers", as: "anna", path: `${pull}?after=-1&limit=x`, status: 400, has: ['"after"', '"limit"'] },
  { name: "a limit of nothing is refused", as: "anna", path: `${pull}?limit=0`, status: 400 },
  { name: "a limit past the most is the most", as: "anna", path: `${pull}?limit=100000`, status: 200 },

  { name: "the server says that it is well", path: "/healthz", status: 200, has: ['"status":"ok"', '"version"'] },
  { name: "an address that does not exist is a problem, not a page", path: "/api/v1/nothing", status: 404, has: ["not_found"] },
  { name: "the same for a file that does not exist", path: `/${newId()}.html`, status: 404, has: ["not_found"] },
  { name: "a method that a route lacks is refused with those it has", method: "PUT", path: push, json: {}, status: 405, header: { allow: /^POST$/ } },
  { name: "GET and HEAD go together", method: "DELETE", path: "/healthz", status: 405, header: { allow: /^GET, HEAD$/ } },
  { name: "the session's route lists its methods", method: "POST", path: current, json: {}, status: 405, header: { allow: /^GET, HEAD, DELETE$/ } },
  { name: "a file cannot be posted to", method: "POST", path: "/app.js", json: {}, status: 405, header: { allow: /^GET, HEAD$/ } },
  { name: "OPTIONS gives no permission", method: "OPTIONS", path: push, status: 405, header: { "access-control-allow-origin": null } },
  { name: "a path with a slash more is another path", path: "/api/v1/pull/", status: 404 },
]);

// What a screen reader makes of a page, as text one can keep: playwright's aria snapshot, what it leaves out (descriptions,
// faults, the current one), long lists cut, and whatever differs from run to run masked.
const LONGEST_RUN = { option: 8, listitem: 8, row: 8, button: 12, region: 14 }, KEPT = 3;

const MASKS = [
  [/\b[0-9a-f]{32}\b/g, "<id>"],
  [/\bZS\d{6}-[0-9A-Z]+/g, "<receipt>"],
  [/\b(?:[0-9A-F]{4} ){3}[0-9A-F]{4}\b/g, "<checksum>"],
  [/\b\d{1,2}:\d{2}(?::\d{2})?\b/g, "<time>"],
  [/\b20\d\d-\d\d-\d\d\b/g, "<day>"],
  [/\b(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b/g, "<day>"],
  [/(?<![-\w])20\d\d-\d\d\b/g, "<month>"],
  [/(?:不到 )?\d+ (个案例|个小时|分钟|小时|秒)/g, "<n> $1"],
  [/(通过|再看) \d+ 个/g, "$1 <n> 个"],
];
const masked = (text) => MASKS.reduce((words, [what, name]) => words.replace(what, name), text);

const depth = (line) => line.search(/\S/);
const roleOf = (line) => line.match(/- '?(\w+)/)?.[1]; // YAML quotes a line whose words hold a colon

// Runs of siblings of one role keep their first three: a city more in a list changes nothing here. Of the main navigation only
// that it is there: it has a file of its own.
function shortened(lines, withNavigation) {
  const kept = [];
  const runs = []; // of each depth: role and length so far
  const counts = new Map();
  const runAt = lines.map((line) => {
    const at = depth(line);
    if (roleOf(line) === undefined) return null;
    runs.length = at + 1;
    const known = runs[at];
    const run = known?.role === roleOf(line) ? known : { role: roleOf(line) };
    runs[at] = run;
    counts.set(run, (counts.get(run) ?? 0) + 1);
    return run;
  });
  const seen = new Map();
  let hidden = Infinity; // deeper than this is left out
  for (const [i, line] of lines.entries()) {
    if (depth(line) > hidden) continue;
    hidden = Infinity;
    const run = runAt[i], nth = (seen.get(run) ?? 0) + 1;
    if (run) seen.set(run, nth);
    if (run && counts.get(run) > LONGEST_RUN[run.role] && nth > KEPT && !line.includes("[selected]") && !line.includes("[checked]")) {
      if (nth === KEPT + 1) kept.push(`${" ".repeat(depth(line))}- … more of ${run.role}`);
      hidden = depth(line);
    } else if (!withNavigation && /^- navigation /.test(line)) {
      kept.push(line);
      hidden = depth(line);
    } else kept.push(line);
  }
  return kept;
}

// What the snapshot does not say, in reading order.
function beside() {
  const said = [];
  const more = ["describedby", "invalid", "required", "current", "pressed", "busy"].map((name) => `[aria-${name}]`).join();
  for (const element of document.querySelectorAll(`#mirror :is(${more}), #mirror input[inputmode]`)) {
    if (element.closest("nav")) continue;
    const words = [];
    const described = document.getElementById(element.getAttribute("aria-describedby"));
    if (described) words.push(`described “${described.textContent}”`);
    for (const state of ["invalid", "required", "current", "pressed", "busy"]) {
      const value = element.getAttribute("aria-" + state);
      if (value) words.push(value === "true" ? state : `${state} ${value}`);
    }
    if (element.inputMode) words.push(`keyboard ${element.inputMode}`);
    said.push(`${element.getAttribute("role") ?? element.tagName.toLowerCase()} “${element.getAttribute("aria-label") ?? element.textContent}”: ${words.join(", ")}`);
  }
  const inert = [...document.querySelectorAll("[inert]")].map((element) => element.getAttribute("aria-label") ?? (element.textContent.slice(0, 20) || element.tagName));
  return { said, inert };
}

export async function spoken(page, { mask = true, navigation = false } = {}) {
  const lines = (await page.locator("body").ariaSnapshot()).split("\n");
  const { said, inert } = await page.evaluate(beside);
  const text = [
    ...shortened(lines, navigation),
    ...(said.length ? ["# Said besides:", ...said.map((line) => `#   ${line}`)] : []),
    ...(inert.length ? ["# Out of reach:", ...inert.map((line) => `#   ${line}`)] : []),
  ].join("\n");
  return (mask ? masked(text) : text) + "\n";
}

// The worker of the scenarios: cases, proofs and comparisons in an instance of the rules of its own, so that the page
// never waits for them. It comes with the first command and keeps nothing; what is worth keeping the page keeps.
//
//   in   "<JSON of a command>" (web/worker/workbench/workbench.h), '{"cmd":"stop"}', or {command, file}: the text of the
//        file becomes request.claims
//   out  "<JSON of an event>"; {"event":"batch_fault","during":"start"} when this browser cannot run it
//
// A comparison works in steps of a few milliseconds; between two of them a message is heard, so it stops at once.

import create from "./mingbai-batch.mjs";

const soon = new MessageChannel(); // its turn comes after the messages that wait; a timer would cost 4 ms
const LIST_MOST = 40 << 20; // bytes of a list of bills
let run = 0; // of comparisons; what an earlier one still wanted is nobody's
let key = ""; // of the run under way

async function text(name) {
  const response = await fetch(new URL(name, import.meta.url));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.text();
}

function withTexts(core, texts, call) {
  const pointers = texts.map((one) => {
    const size = core.lengthBytesUTF8(one) + 1;
    const pointer = core._malloc(size);
    core.stringToUTF8(one, pointer, size);
    return pointer;
  });
  try {
    return call(...pointers);
  } finally {
    for (const pointer of pointers) core._free(pointer);
  }
}

async function open() {
  const [core, policies, cases] = await Promise.all([create(), text("policies.json"), text("cases.json")]);
  withTexts(core, [policies, cases], (rules, examples) => core._batch_open(rules, examples));
  return core;
}

const ready = open();

function tell(pointer, core) {
  const event = core.UTF8ToString(pointer);
  if (event !== "") postMessage(event);
}

function fail(error, during, whose = key) {
  console.error("batch:", error);
  postMessage(JSON.stringify({ event: "batch_fault", during, key: whose, detail: String(error?.message ?? error), findings: [] }));
}

soon.port2.onmessage = async ({ data }) => {
  const core = await ready;
  if (data !== run || !core._batch_running()) return;
  try {
    tell(core._batch_step(), core);
    if (core._batch_running()) soon.port1.postMessage(run);
  } catch (error) {
    fail(error, "compare");
  }
};

addEventListener("message", async ({ data }) => {
  let core;
  try {
    core = await ready;
  } catch (error) {
    return fail(error, "start");
  }
  const command = JSON.parse(data.command ?? data), { cmd } = command;
  try {
    if (data.file) {
      if (data.file.size > LIST_MOST) throw new RangeError("the list is too large");
      command.request.claims = await data.file.text();
    }
    const stops = cmd === "stop" || (cmd === "compare" && core._batch_running());
    if (stops) {
      ++run;
      core._batch_stop();
      postMessage(JSON.stringify({ event: "stopped", key }));
    }
    if (cmd === "stop") return;
    if (cmd === "compare") key = command.key ?? "";
    tell(withTexts(core, [JSON.stringify(command)], (text) => core._batch_answer(text)), core);
    if (core._batch_running()) soon.port1.postMessage(++run);
  } catch (error) {
    fail(error, cmd, command.key ?? "");
  }
});

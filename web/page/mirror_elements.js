// Makes the DOM element of a node and brings it up to date. One role, one native element wherever there is one.

const STATE = { disabled: 1, checked: 2, invalid: 4, required: 8, current: 16, readOnly: 32, expanded: 64, collapsed: 128, selected: 256, busy: 512 };
export const ACTION = { click: 0, input: 1, focus: 2, blur: 3, scroll: 4, dismiss: 5, enter: 6 };

const TAGS = {
  text: "p", button: "button", disclosure: "button", link: "a", select: "select", radio: "input", checkbox: "input", switch: "input",
  list: "ul", listitem: "li", navigation: "nav", main: "main", region: "section", filepicker: "input",
};
const ROLES = new Set(["table", "row", "cell", "columnheader", "rowheader", "dialog", "alert", "status", "progressbar", "img", "group", "radiogroup"]);
const CONTAINERS = new Set(["list", "table", "row", "dialog", "alert", "status", "navigation", "main", "region", "group", "radiogroup", "plain"]);
const SPOKEN = new Set(["text", "heading", "cell", "columnheader", "rowheader", "listitem", "alert", "status"]);
const INPUT_MODES = { money: "decimal", number: "decimal", date: "numeric", phone: "tel", search: "search" };

const has = (node, flag) => !!((node.s || 0) & flag);
const words = (node) => (node.k || "").split(" ").filter(Boolean);

function tagOf(node) {
  if (node.r === "heading") return "h" + Math.min(6, Math.max(1, node.l || 2));
  if (node.r === "textbox") return words(node).includes("multiline") ? "textarea" : "input";
  if (node.r === "link" && !node.t) return "button";
  return TAGS[node.r] || (node.r === "datepicker" ? "span" : "div");
}

// A change of these needs another element.
export const kindOf = (node) => tagOf(node) + "/" + node.r + "/" + (node.r === "textbox" ? words(node)[0] : "");

export function makeElement(node, act) {
  const element = document.createElement(tagOf(node));
  element.className = CONTAINERS.has(node.r) || (node.r === "listitem" && !node.n) ? "node" : "node leaf";
  if (ROLES.has(node.r)) element.setAttribute("role", node.r);
  element.node = node.i;
  element.style.cssText = `left:${node.b[0]}px;top:${node.b[1]}px;width:${node.b[2]}px;height:${node.b[3]}px`;
  (MAKE[node.r] || (() => {}))(element, node, act);
  return element;
}

const MAKE = {
  button(element, node, act) { element.type = "button"; element.addEventListener("click", () => act(node.i, ACTION.click, "")); },
  disclosure(element, node, act) { MAKE.button(element, node, act); },
  link(element, node, act) {
    if (!node.t) { element.type = "button"; element.setAttribute("role", "link"); }
    element.addEventListener("click", () => act(node.i, ACTION.click, ""));
  },
  // Toggled natively; the next picture tells whether it stays so.
  checkbox(element, node, act) { element.type = "checkbox"; element.addEventListener("change", () => act(node.i, ACTION.click, "")); },
  switch(element, node, act) { MAKE.checkbox(element, node, act); element.setAttribute("role", "switch"); },
  radio(element, node, act) { element.type = "radio"; element.addEventListener("change", () => act(node.i, ACTION.click, "")); },
  select(element, node, act) { element.addEventListener("change", () => act(node.i, ACTION.input, element.value)); },
  main(element) { element.id = "main"; element.tabIndex = -1; },
  dialog(element, node, act) {
    element.setAttribute("aria-modal", "true");
    element.tabIndex = -1;
    element.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.isComposing) { event.stopPropagation(); act(node.i, ACTION.dismiss, ""); }
    });
  },
  progressbar(element) { element.setAttribute("aria-valuemin", "0"); element.setAttribute("aria-valuemax", "100"); },
  datepicker(element, node, act) {
    element.className = "node picker";
    const button = document.createElement("button"), input = document.createElement("input");
    button.type = "button";
    input.type = "date";
    input.tabIndex = -1;
    input.setAttribute("aria-hidden", "true");
    button.addEventListener("click", () => { try { input.showPicker(); } catch { input.focus(); } });
    input.addEventListener("change", () => { if (input.value) act(node.i, ACTION.input, input.value); });
    element.append(input, button);
  },
  // The space bar opens it natively; so does Enter, as on any button.
  filepicker(element) {
    element.type = "file";
    element.multiple = true;
    element.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); element.click(); } });
  },
  textbox(element, node, act) {
    element.isField = true;
    if (element.tagName === "INPUT") element.style.lineHeight = node.b[3] + "px";
    element.classList.remove("leaf");
    element.classList.add("field", ...words(node).filter((word) => /^[a-z]+$/.test(word)));
    const kind = words(node)[0];
    if (element.tagName === "INPUT") element.type = kind === "password" ? "password" : kind === "phone" ? "tel" : kind === "search" ? "search" : "text";
    if (INPUT_MODES[kind]) element.inputMode = INPUT_MODES[kind];
    element.autocapitalize = kind === "identity" ? "characters" : "off"; // its last character may be an X
    element.spellcheck = kind === "multiline" || kind === "text";
    // A composition is nobody's business until it ends.
    element.addEventListener("input", (event) => { if (!event.isComposing) act(node.i, ACTION.input, element.value); });
    element.addEventListener("compositionend", () => act(node.i, ACTION.input, element.value));
    element.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.isComposing && element.tagName === "INPUT") act(node.i, ACTION.enter, "");
    });
  },
};

function attribute(element, name, value) {
  if (value === null || value === undefined || value === false || value === "") element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
}

function setWords(element, text, late) {
  let own = element.ownWords;
  if (!own && !text) return;
  if (!own) {
    const leaf = element.classList.contains("leaf"); // hidden as a whole; in a container the words alone are
    own = element.ownWords = leaf ? new Text() : document.createElement("span");
    if (!leaf) own.className = "words";
    element.prepend(own);
  }
  // A live region speaks when its words come after it does.
  if (late) setTimeout(() => { own.textContent = text; }, 60);
  else own.textContent = text;
}

// Hint and error stand in one hidden element after that of the node, named by aria-describedby.
function describe(element, target, node) {
  const text = [node.f, node.d].filter(Boolean).join(" ");
  if (!text) {
    if (element.description) { element.description.remove(); element.description = null; attribute(target, "aria-describedby", null); }
    return;
  }
  if (!element.description) {
    element.description = document.createElement("span");
    element.description.className = "aside";
    element.description.id = "d" + node.i;
    if (element.parentNode) element.after(element.description);
    attribute(target, "aria-describedby", element.description.id);
  }
  element.description.textContent = text;
}

function fillOptions(element, options) {
  const key = JSON.stringify(options);
  if (element.optionsKey === key) return;
  element.optionsKey = key;
  element.replaceChildren(...options.map(([value, label]) => {
    const option = document.createElement("option");
    option.value = value;
    option.textContent = label;
    if (value === "") option.disabled = true;
    return option;
  }));
}

// `before`: as it was told last; what is the same is left alone.
export function updateElement(element, node, before, inNavigation) {
  const target = node.r === "datepicker" ? element.lastChild : element;
  const changed = (...keys) => !before || keys.some((key) => before[key] !== node[key]);
  if (changed("n")) {
    if (SPOKEN.has(node.r)) setWords(element, node.n || "", node.r === "alert" || node.r === "status");
    else attribute(target, "aria-label", node.n);
  }
  if (changed("s", "parent")) tellState(target, node, inNavigation, !before);
  if (changed("d", "f")) describe(element, target, node);
  UPDATE[node.r]?.(element, node, changed);
}

function tellState(target, node, inNavigation, fresh) {
  if (fresh && !node.s) return;
  if ("disabled" in target) target.disabled = has(node, STATE.disabled);
  attribute(target, "aria-invalid", has(node, STATE.invalid) && "true");
  attribute(target, "aria-current", has(node, STATE.current) && (inNavigation(node) ? "page" : "true"));
  attribute(target, "aria-busy", has(node, STATE.busy) && "true");
  if ((has(node, STATE.expanded) || has(node, STATE.collapsed)) && node.r !== "dialog") attribute(target, "aria-expanded", String(has(node, STATE.expanded)));
  if (["INPUT", "SELECT", "TEXTAREA"].includes(target.tagName)) attribute(target, "aria-required", has(node, STATE.required) && "true");
}

function resize(element, { z = 18 }) {
  const size = z + "px";
  if (element.style.fontSize !== size) element.style.fontSize = size;
}

const UPDATE = {
  link(element, node, changed) {
    if (element.tagName !== "A" || !changed("t")) return;
    attribute(element, "href", node.t);
    const elsewhere = node.t.startsWith("/api/"); // a page of the server's own, such as a receipt to print
    attribute(element, "target", elsewhere && "_blank");
    attribute(element, "rel", elsewhere && "noopener");
  },
  checkbox(element, node) { if (element.checked !== has(node, STATE.checked)) element.checked = has(node, STATE.checked); },
  switch(element, node) { UPDATE.checkbox(element, node); },
  radio(element, node) {
    element.value = node.v || "";
    element.name = "g" + node.parent;
    if (element.checked !== has(node, STATE.checked)) element.checked = has(node, STATE.checked);
  },
  select(element, node, changed) {
    fillOptions(element, node.o || []);
    if (element.value !== (node.v || "")) element.value = node.v || "";
    if (changed("z")) resize(element, node);
  },
  textbox(element, node, changed) {
    if (changed("s")) element.readOnly = has(node, STATE.readOnly);
    if (changed("k")) element.autocomplete = words(node).find((word) => word.startsWith("auto:"))?.slice(5) ?? "off";
    if (changed("t")) attribute(element, "placeholder", node.t);
    if (changed("z")) resize(element, node);
    const composing = element === document.activeElement && element.composing;
    if (!composing && element.value !== (node.v || "")) element.value = node.v || "";
  },
  progressbar(element, node) {
    attribute(element, "aria-valuenow", node.v || "0");
    attribute(element, "aria-valuetext", node.d);
  },
  datepicker(element, node) { if (/^\d{4}-\d{2}-\d{2}$/.test(node.v || "")) element.firstChild.value = node.v; },
  filepicker(element, node) {
    attribute(element, "accept", node.t);
    attribute(element, "capture", words(node).includes("camera") && "environment");
    element.dataset.key = node.v || "";
  },
};

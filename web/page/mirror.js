// The document that people's tools read: a DOM tree in step with the widgets on the canvas.
//
// It owns focus, keyboard, text and activation. Patches come from web/ui/semantics_patch.h; what the person does
// goes back through act(id, kind, value). Elements lie over their pictures, so a click on a picture is a click on
// its element; the page scrolls natively and the canvas follows.
import { ACTION, kindOf, makeElement, updateElement } from "./mirror_elements.js";

const SIDES = ["left", "top", "width", "height"];
const FOCUSABLE = "button:not(:disabled), a[href], input:not(:disabled), select:not(:disabled), textarea:not(:disabled)";

// A date's button stands in the element of its node.
const nodeOf = (element) => element.node ?? element.parentElement?.node;

function putBefore(parent, element, next) {
  if (element.nextSibling !== next || element.parentNode !== parent) parent.insertBefore(element, next);
  return element;
}

export class Mirror {
  constructor(root, { act, outside, files }) {
    this.root = root;
    this.act = act;
    this.outside = outside; // what else has to be inert under a dialog
    this.files = files;
    this.nodes = new Map(); // id → {node, element, kind}
    this.dialogs = new Map(); // id → element; the last one is open
    this.opener = null;
    this.dialog = null;
    // A click beside a dialog lands here: everything else is inert. Asked on the way down, before the click does anything:
    // the one that opens a dialog is not beside it.
    root.addEventListener("click", (event) => {
      if (this.dialog && !this.dialog.contains(event.target) && !event.target.closest(".top")) act(this.dialogId, ACTION.dismiss, "");
    }, true);
    root.addEventListener("focusin", ({ target }) => {
      const id = nodeOf(target);
      if (id !== undefined) act(id, ACTION.focus, target.isField || target.matches(":focus-visible") ? "ring" : "");
    });
    root.addEventListener("focusout", ({ target }) => {
      const id = nodeOf(target);
      if (id !== undefined) act(id, ACTION.blur, "");
    });
    root.addEventListener("compositionstart", (event) => { event.target.composing = true; }, true);
    root.addEventListener("compositionend", (event) => { event.target.composing = false; }, true);
  }

  apply(patch) {
    const focused = document.activeElement, wasIn = this.root.contains(focused);
    const dropped = new Set(patch.drop);
    for (const id of dropped) this.drop(id, dropped);
    const parents = new Map(patch.order || []);
    for (const node of patch.set || []) this.set(node, parents.get(node.i));
    for (const [id, ...box] of patch.move || []) {
      const entry = this.nodes.get(id);
      if (entry) this.place(entry, box, entry.node.b);
    }
    if (patch.order) this.arrange(patch.order);
    this.followDialog();
    if (focused === document.activeElement || !wasIn) return;
    // Moved in the document: it has the focus again. Gone: whoever was there goes on from where the content begins.
    (focused.isConnected ? focused : document.activeElement === document.body ? document.getElementById("main") : null)?.focus({ preventScroll: true });
  }

  set(node, parent) {
    const known = this.nodes.get(node.i);
    let before = known?.node;
    node.parent = parent ?? known?.node.parent ?? 0;
    const kind = kindOf(node);
    let entry = known;
    if (!known || known.kind !== kind) {
      entry = { element: makeElement(node, this.act), kind, scrollListener: false };
      if (node.r === "filepicker") entry.element.addEventListener("change", () => this.hand(entry.element));
      if (known) {
        entry.element.append(...[...known.element.children].filter((child) => child.classList.contains("node")));
        known.element.description?.remove();
        const had = known.element.contains(document.activeElement);
        known.element.replaceWith(entry.element);
        if (had) this.focus(node.i, entry.element);
      }
      this.nodes.set(node.i, entry);
      before = undefined;
      this.dialogs.delete(node.i);
      if (node.r === "dialog") this.dialogs.set(node.i, entry.element);
    }
    entry.node = node;
    updateElement(entry.element, node, before, (n) => this.nodes.get(n.parent)?.node.r === "navigation");
    if (!before || before.p !== node.p) {
      entry.element.classList.toggle("fixed", node.p === 1);
      entry.element.classList.toggle("top", node.r === "dialog" || node.r === "alert" || (node.r === "status" && node.p === 1));
    }
    if (node.e || entry.spacer) this.setScroll(entry, node);
    this.place(entry, node.b, before?.b ?? node.b);
  }

  setScroll(entry, node) {
    const scrolls = (node.e || 0) > node.b[3] + 1;
    entry.element.classList.toggle("scrolls", scrolls);
    if (!scrolls) { entry.spacer?.remove(); entry.spacer = null; return; }
    if (!entry.spacer) {
      entry.spacer = document.createElement("div");
      entry.spacer.className = "spacer";
      entry.element.append(entry.spacer);
    }
    entry.spacer.style.height = node.e + "px";
    if (entry.scrollListener) return;
    entry.scrollListener = true;
    entry.element.addEventListener("scroll", () => this.act(node.i, ACTION.scroll, String(entry.element.scrollTop)), { passive: true });
  }

  place(entry, box, before) {
    const { element, node } = entry, { style } = element;
    node.b = box;
    SIDES.forEach((side, k) => { if (before[k] !== box[k]) style[side] = box[k] + "px"; });
    if (before[3] !== box[3] && element.tagName === "INPUT" && element.isField) style.lineHeight = box[3] + "px";
  }

  // Reading order, from the last to the first: a new container gets its children before it enters the document itself. An
  // element that stands right already is not touched: moving it would take its focus away.
  arrange(order) {
    const next = new Map(); // parent → who comes after the child that is placed next
    for (const [id, parentId] of order.reverse()) {
      const { element, node } = this.nodes.get(id), holder = this.nodes.get(parentId);
      const parent = holder?.element ?? this.root;
      node.parent = parentId;
      let after = next.has(parent) ? next.get(parent) : (holder?.spacer ?? null);
      if (element.description) after = putBefore(parent, element.description, after);
      next.set(parent, putBefore(parent, element, after));
    }
  }

  // What stands in an element that goes, too, goes with it.
  drop(id, dropped) {
    const entry = this.nodes.get(id);
    if (!entry) return;
    this.nodes.delete(id);
    this.dialogs.delete(id);
    if (dropped.has(entry.node.parent)) return;
    if (entry.element.contains(document.activeElement)) this.act(id, ACTION.blur, "");
    entry.element.description?.remove();
    entry.element.remove();
  }

  // Under an open dialog everything else is inert; focus goes in, and back to where it came from.
  followDialog() {
    let dialog = null;
    for (const [id, element] of this.dialogs) { dialog = element; this.dialogId = id; }
    if (!dialog && !this.dialog) return;
    document.documentElement.toggleAttribute("data-dialog", !!dialog);
    for (const child of this.root.children) {
      const messages = child.classList.contains("top");
      child.inert = !!dialog && child !== dialog && !messages;
    }
    for (const element of this.outside) element.inert = !!dialog;
    if (dialog === this.dialog) return;
    if (dialog && !this.dialog) this.opener = document.activeElement;
    this.dialog = dialog;
    if (dialog) (dialog.querySelector(FOCUSABLE) || dialog).focus({ preventScroll: true });
    else if (this.opener?.isConnected) this.opener.focus({ preventScroll: true });
  }

  focus(id, element = this.nodes.get(id)?.element) {
    if (!element) return;
    (element.classList.contains("picker") ? element.lastChild : element).focus();
  }

  hand(element) {
    if (element.files.length) this.files(element.dataset.key, [...element.files]);
    element.value = "";
  }
}

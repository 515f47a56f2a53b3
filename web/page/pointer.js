// Where the pointer is, for hover and pressed looks. Activation is the DOM's click, never this.

const KIND = { pointermove: 0, pointerdown: 1, pointerup: 2, pointerleave: 3, pointercancel: 3 };

export function watchPointer(stage, tell) {
  for (const type of Object.keys(KIND)) {
    stage.addEventListener(type, (event) => {
      if (!event.isPrimary) return;
      tell(KIND[type], event.clientX, event.clientY);
      // A finger that is lifted hovers nowhere.
      if (type === "pointerup" && event.pointerType !== "mouse") tell(3, 0, 0);
    }, { passive: true });
  }
  addEventListener("pointerup", (event) => { if (event.isPrimary && !stage.contains(event.target)) tell(3, 0, 0); }, { passive: true });
}

// In which order a page is read, beside where things stand in the picture. Boxes come in the order in which they are
// reached; they are in reading order when one can cut between them again and again, all above before all below or all at the
// left before all at the right, until each stands alone: columns one after the other, rows from left to right.

const left = (box) => box.x, right = (box) => box.x + box.w, top = (box) => box.y, bottom = (box) => box.y + box.h;
const most = (boxes, edge) => boxes.reduce((most, box) => Math.max(most, edge(box)), -Infinity);
const least = (boxes, edge) => boxes.reduce((least, box) => Math.min(least, edge(box)), Infinity);

// Targets are larger than what is seen of them and reach into each other: what counts is their core.
function core({ x, y, w, h, name }) {
  const aside = Math.min(12, w / 4);
  return { x: x + aside, y: y + h / 4, w: w - 2 * aside, h: h / 2, name };
}

const contains = (outer, inner) => outer !== inner && left(outer) <= left(inner) + 1 && right(outer) >= right(inner) - 1 && top(outer) <= top(inner) + 1 && bottom(outer) >= bottom(inner) - 1;
// What holds others (a card that is a link) is read where it begins.
const beginnings = (boxes) => boxes.map((box, at) => (boxes.some((other, n) => n > at && contains(box, other)) ? { ...box, w: 0.1, h: 0.1 } : core(box)));

function cutAt(boxes) {
  for (let at = 1; at < boxes.length; at++) {
    const before = boxes.slice(0, at), after = boxes.slice(at);
    if (most(before, bottom) <= least(after, top) + 1 || most(before, right) <= least(after, left) + 1) return at;
  }
  return 0;
}

function tangle(boxes) {
  if (boxes.length < 2) return null;
  const at = cutAt(boxes);
  if (!at) return boxes;
  return tangle(boxes.slice(0, at)) ?? tangle(boxes.slice(at));
}

// The shortest run of boxes that cannot be cut apart, or null. Empty ones say nothing.
export function outOfOrder(boxes) {
  const found = tangle(beginnings(boxes.filter(({ w, h }) => w > 1 && h > 1)));
  if (!found) return null;
  let run = found;
  while (run.length > 2 && !cutAt(run.slice(1))) run = run.slice(1);
  while (run.length > 2 && !cutAt(run.slice(0, -1))) run = run.slice(0, -1);
  return run.map(({ name, x, y }) => `${name} (${Math.round(x)}, ${Math.round(y)})`);
}

// In the page: where an element stands in the document, whatever has been scrolled; bars fixed to the foot of the view
// come last. Elements of the mirror are placed within each other.
export function standsAt(element) {
  let x = 0, y = 0, foot = false;
  for (let at = element; at && at.id !== "mirror"; at = at.offsetParent) {
    x += at.offsetLeft;
    y += at.offsetTop;
    foot ||= at.classList.contains("fixed") && at.offsetTop > innerHeight / 2;
  }
  const name = (element.getAttribute("aria-label") ?? element.textContent).trim().slice(0, 30);
  return { name, x, y: foot ? y + 1e6 : y, w: element.offsetWidth, h: element.offsetHeight };
}

// Drawing: every card that is open is an item of the tree; what is seen of it is drawn when it comes into sight.

const RADIUS = data.radius, LEFT = 12 + data.inset;

function make(name, attributes, parent) {
  const element = document.createElementNS(SVG, name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  if (parent) parent.appendChild(element);
  return element;
}

/** What the card says, in the order in which it is read there, whom it reports to, and what is found there. */
function spoken(node) {
  const words = [node.title, node.holder || data.states[node.kind] || ""];
  if (node.seats > 1) words.push(`× ${node.seats}`);
  words.push(node.unit, ...node.fields, node.badges.join(" · "));
  if (node.line === "cut") words.push("loop cut here");
  const said = words.filter(Boolean).join(", ") || "Card without a text";
  return [said, linesOf(node), told(node.findings)].filter(Boolean).join(". ");
}

function linesOf(node) {
  if (node.description) return node.description;
  if (node.line === "cut") return "Its line up is left out to open a loop";
  return node.parent < 0 ? "" : `${UPWARD} ${nodes[node.parent].title.slice(0, 80)}`;
}

/** A few findings in one text. */
function told(list) {
  if (!list.length) return "";
  const some = list.slice(0, 5).map((finding) => `${finding.number}. ${finding.code} ${finding.message}`);
  if (list.length > 5) some.push(`and ${list.length - 5} more`);
  return `${list.length === 1 ? "Finding" : "Findings"} ${some.join("; ")}`;
}

function draw(node) {
  const siblings = node.parent < 0 ? tops : nodes[node.parent].kids;
  node.element = make("g", {
    role: "treeitem",
    "aria-label": spoken(node),
    "aria-level": node.depth + 1,
    "aria-setsize": siblings.length,
    "aria-posinset": node.place,
    "data-index": node.index,
    tabindex: "-1",
  });
}

const dressed = new Set(); // the cards of which all is drawn

function dress(node) {
  if (node.isDressed) return;
  node.isDressed = true;
  dressed.add(node);
  const inside = make("g", { "aria-hidden": "true" }, node.element);
  const box = { class: "f", width: W, height: H, rx: RADIUS };
  if (node.seats > 1) make("rect", { ...box, x: 5, y: 5 }, inside);
  make("rect", box, inside);
  make("path", { class: "strip", d: STRIP }, inside);
  letter(node, inside);
  make("rect", { class: "ring", x: -4, y: -4, width: W + 8, height: H + 8, rx: RADIUS + 3 }, node.element);
  node.over = make("g", {});
  if (node.face) drawFace(node.face, node.over);
  if (node.findings.length) drawMark(node, node.over);
  if (node.kids.length) drawKnob(node, node.over);
  settle(node);
  paint(node);
  mark(node);
}

/** The band at the left edge, round where the card is. */
const STRIP = RADIUS < 6
  ? `M6-.8H${RADIUS}A${RADIUS + 0.8} ${RADIUS + 0.8} 0 0 0-.8 ${RADIUS}V${H - RADIUS}A${RADIUS + 0.8} ${RADIUS + 0.8} 0 0 0 ${RADIUS} ${H + 0.8}H6Z`
  : `M6-.8A6.8 6.8 0 0 0-.8 6V${H - 6}A6.8 6.8 0 0 0 6 ${H + 0.8}Z`;

function letter(node, inside) {
  const middle = node.kind === "stub";
  let y = 9, line = null;
  for (let i = 0; i < node.lines.length; i += 2) {
    const style = node.lines[i], words = text(node.lines[i + 1]);
    if (style === "r" || style === "R") {
      addRest(line, style === "R" ? ` ${words}` : words);
      continue;
    }
    const small = style === "u" || style === "k";
    line = make("text", { class: style, x: middle ? W / 2 : LEFT }, inside);
    line.setAttribute("y", middle ? H / 2 + 4 : y + (small ? 11 : 12));
    line.textContent = `${words} `;
    y += small ? 14 : style === "t" || style === "n" ? 15 : 16;
  }
}

/** What was cut off a line, before its ellipsis, in letters without a size: the text is whole for who hears it. */
function addRest(line, rest) {
  line.textContent = line.textContent.trimEnd().slice(0, -1);
  make("tspan", { class: "r" }, line).textContent = rest;
  make("tspan", {}, line).textContent = "… ";
}

/** A photo, else initials; a dashed ring where nobody sits. */
function drawFace([initials, photo], over) {
  const box = { x: 12, y: 9, width: 36, height: 36 };
  const ring = make("rect", { class: initials || photo ? "face" : "face nobody", ...box, rx: 18 }, over);
  if (photo) {
    ring.remove();
    make("image", { class: "photo", ...box, href: data.photos[photo - 1], preserveAspectRatio: "xMidYMid slice" }, over);
    make("rect", { class: "face frame", ...box, rx: 18 }, over);
  } else if (initials) make("text", { class: "initials", x: 30, y: 32 }, over).textContent = text(initials);
}

/** The outline and the badge of a card with findings. */
function drawMark(node, over) {
  const grade = GRADES[gradeOf(node.findings)];
  const inset = node.kind === "vacant" || node.kind === "planned" ? 3 : 1;
  const round = Math.max(RADIUS - inset, 0);
  make("rect", { class: `mark ${grade}`, x: inset, y: inset, width: W - 2 * inset, height: H - 2 * inset, rx: round }, over);
  const numbers = node.findings.slice(0, 2).map((finding) => finding.number).join(", ");
  const words = node.findings.length > 2 ? `${numbers} +${node.findings.length - 2}` : numbers;
  const badge = drawBadge(words, grade, over, W - 8, -8);
  badge.dataset.index = node.index;
  make("title", {}, badge).textContent = told(node.findings);
}

/** A badge that ends at a point; its shape tells the grade as its colour does. */
function drawBadge(words, grade, parent, right, y) {
  const sign = grade === "error" ? `! ${words}` : words, wide = Math.max(16, 9 + 7 * sign.length);
  const badge = make("g", { class: `badge ${grade}` }, parent);
  make("rect", { x: right - wide, y, width: wide, height: 16, rx: grade === "error" ? 2 : 8 }, badge);
  make("text", { x: right - wide / 2, y: y + 12 }, badge).textContent = sign;
  return badge;
}

function drawKnob(node, over) {
  node.knob = make("g", { class: "knob", transform: `translate(${W / 2} ${H + 4})`, "data-index": node.index }, over);
  const half = Math.max(13, 5 + 4 * String(node.below).length);
  make("rect", { x: -half, y: -10, width: 2 * half, height: 20, rx: 10 }, node.knob);
  node.sign = make("text", { y: 4 }, node.knob);
}

/** Puts what stands over a card where the card is, and says on the knob what is below. */
function settle(node) {
  if (!node.isDressed) return;
  node.over.setAttribute("transform", `translate(${node.x} ${node.y})`);
  if (!node.over.isConnected && node.over.firstChild) $("over").appendChild(node.over);
  if (!node.knob) return;
  const unfolded = visibleKids(node).length > 0;
  node.sign.textContent = unfolded ? "−" : `+${node.below}`;
  node.knob.setAttribute("class", unfolded || node.worst > 2 ? "knob" : `knob ${GRADES[node.worst]}`);
}

let facet = 0;
const valueOf = (node) => (node.values ? node.values[facet] ?? -1 : -1);
const bandOf = (value) => Math.min(value, 8);

function paint(node) {
  const value = valueOf(node);
  if (value < 0) node.element.style.removeProperty("--c");
  else node.element.style.setProperty("--c", `var(--band${bandOf(value)})`);
}

let hitSet = new Set(), hitsBelow = new Set(), above = new Set();
const holdsHit = (node) => hitsBelow.has(node) && !node.open && !hitSet.has(node);

function mark(node) {
  const marks = { hit: hitSet.has(node), holds: holdsHit(node), above: above.has(node), chosen: node === chosen };
  node.element.setAttribute("class", [node.kind, ...Object.keys(marks).filter((name) => marks[name])].join(" "));
}

function markAll() {
  for (const node of dressed) mark(node);
  farIsStale = true;
  refresh();
}

/** Places and draws everything anew; a card that is held stays where it is on the screen. */
function render(held) {
  const before = held && held.element && held.x !== undefined ? { x: held.x, y: held.y } : null;
  const previous = shown, isWalked = tree.contains(document.activeElement);
  place();
  const now = new Set(shown);
  for (const node of previous) {
    if (now.has(node)) continue;
    node.element.remove();
    if (node.over) node.over.remove();
  }
  let at = tree.firstChild;
  for (const node of shown) {
    if (!node.element) draw(node);
    if (node.element === at) at = at.nextSibling;
    else tree.insertBefore(node.element, at);
    node.element.setAttribute("transform", `translate(${node.x} ${node.y})`);
    if (node.kids.length) node.element.setAttribute("aria-expanded", visibleKids(node).length > 0);
    settle(node);
    if (node.isDressed) mark(node);
  }
  if (shown.length && !now.has(active)) stand(now.has(chosen) ? chosen : shown[0]);
  if (isWalked && !tree.contains(document.activeElement)) active.element.focus({ preventScroll: true });
  drawLines();
  drawChain();
  drawDotted();
  if (before && held.x !== undefined) {
    view.x += (before.x - held.x) * view.scale;
    view.y += (before.y - held.y) * view.scale;
  }
  farIsStale = true;
  look();
  $("whole").hidden = !root;
}

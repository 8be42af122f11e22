// Lines: to managers, the chain of command, dotted ones, and those that findings are about.

const PER_PATH = 3000; // letters of one path: few paths are fast to draw, and long ones slow to move

function drawLines() {
  const made = [], ways = {};
  const flush = (kind) => {
    made.push(make("path", { class: kind, d: ways[kind].join("") }));
    delete ways[kind];
  };
  for (const node of shown) {
    for (const kid of visibleKids(node)) (ways[kid.line] ??= []).push(wayTo(kid));
    for (const kind in ways) if (ways[kind].length * 24 > PER_PATH) flush(kind);
  }
  for (const kind in ways) flush(kind);
  $("lines").replaceChildren(...made);
  drawMarkedLines();
}

function drawMarkedLines() {
  const seen = new Set(shown), about = new Map(), made = [];
  for (const finding of findings) {
    for (const node of finding.lines) about.set(node, [...(about.get(node) || []), finding]);
  }
  for (const [node, list] of about) {
    if (node.parent < 0 || !seen.has(node)) continue;
    const path = make("path", { class: GRADES[gradeOf(list)], d: wayTo(node) });
    make("title", {}, path).textContent = told(list);
    made.push(path);
  }
  $("marked").replaceChildren(...made);
}

function drawChain() {
  const seen = new Set(shown);
  const way = [...above, chosen].filter((node) => node && node.parent >= 0 && seen.has(node)).map(wayTo).join("");
  $("chain").replaceChildren(...(way ? [make("path", { d: way })] : []));
}

/** Secondary lines as arcs between the cards, or between those that hold them folded; behind the cards,
 *  but for those of the chosen card. */
function drawDotted() {
  const seen = new Set(shown), made = [], mine = [];
  const standsFor = (node) => {
    const at = chainOf(node).find((one) => seen.has(one));
    return at === node || !chainAbove.has(at) ? at : null;
  };
  for (const line of $("dotted").checked ? dotted : []) {
    const from = standsFor(line.from), to = standsFor(line.to);
    if (!from || !to || from === to) continue;
    const own = chosen === line.from || chosen === line.to;
    const path = make("path", { d: arc(from, to) });
    if (line.findings) {
      path.setAttribute("class", GRADES[gradeOf(line.findings)]);
      make("title", {}, path).textContent = told(line.findings);
    }
    (own ? mine : made).push(path);
  }
  $("second").replaceChildren(...made);
  $("own").replaceChildren(...mine);
}

function arc(from, to) {
  const level = Math.abs(from.y - to.y) < H;
  if (level) {
    const x1 = from.x + W / 2, x2 = to.x + W / 2, rise = Math.min(90, 24 + Math.abs(x2 - x1) / 8);
    return `M${x1} ${from.y}C${x1} ${from.y - rise} ${x2} ${to.y - rise} ${x2} ${to.y}`;
  }
  if (Math.abs(from.x - to.x) < W / 2) {
    const x = Math.max(from.x, to.x) + W, out = x + 40 + Math.abs(to.y - from.y) / 12;
    return `M${from.x + W} ${from.y + H / 2}C${out} ${from.y + H / 2} ${out} ${to.y + H / 2} ${to.x + W} ${to.y + H / 2}`;
  }
  const down = to.y > from.y ? 1 : -1, right = to.x >= from.x ? 1 : -1;
  const x1 = from.x + (right > 0 ? W : 0), y1 = from.y + H / 2;
  const x2 = to.x + W * (right > 0 ? 0.25 : 0.75), y2 = to.y + (down > 0 ? 0 : H);
  const out = 30 + Math.abs(x2 - x1) / 4, up = 30 + Math.abs(y2 - y1) / 4;
  return `M${x1} ${y1}C${x1 + right * out} ${y1} ${x2} ${y2 - down * up} ${x2} ${y2}`;
}

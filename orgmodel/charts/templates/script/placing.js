// Where things stand: each branch has several shapes, the best mixture for the window is chosen.

const leafShape = [{ w: W, h: H, kind: "leaf", picks: [], columns: [], lean: 0 }];

/** Those who stand beside the line: without reports, and beside somebody who goes on below. */
function aidesOf(kids) {
  const aides = kids.filter((kid) => kid.isAide && !kid.kids.length);
  return aides.length < kids.length ? aides : [];
}

const besideHeight = (aides) => Math.ceil(aides / 2) * (H + STACK);

function shapesBelow(kids) {
  const aides = aidesOf(kids);
  if (!aides.length) return shapesOf(kids, W, H + DROP, 6);
  const others = kids.filter((kid) => !aides.includes(kid));
  return shapesOf(others, 2 * (W + BESIDE), H + DROP + besideHeight(aides.length), 6);
}

function shapesOf(kids, above, drop, most) {
  const fronts = kids.map((kid) => kid.shapes);
  const found = [];
  for (const cap of caps(fronts, "h")) {
    const picks = fronts.map((front) => front.find((shape) => shape.h <= cap) || front[front.length - 1]);
    let wide = GAP * (picks.length - 1), high = 0;
    for (const shape of picks) {
      wide += shape.w;
      if (shape.h > high) high = shape.h;
    }
    const row = { w: Math.max(above, wide), h: drop + high, kind: "row", picks, columns: [] };
    row.lean = picks.length === 1 && above === W ? Math.round((row.w - wide) / 2) + picks[0].lean : middleOf(row);
    found.push(row);
  }
  if (kids.length > 1) {
    for (const cap of caps(fronts, "w")) {
      const picks = fronts.map((front) => last(front, (shape) => shape.w <= cap) || front[0]);
      for (let count = 1; count <= Math.min(most, kids.length - 1); count++) {
        found.push(hung(picks, fill(picks, count), above, drop));
      }
    }
  }
  return front(found);
}

function last(list, fits) {
  for (let i = list.length - 1; i >= 0; i--) if (fits(list[i])) return list[i];
  return null;
}

/** A few bounds for the shapes of the kids, from the least that all of them can keep. */
function caps(fronts, side) {
  let least = 0;
  const values = new Set();
  for (const front of fronts) {
    const end = side === "h" ? front[front.length - 1] : front[0];
    least = Math.max(least, end[side]);
    for (const shape of front) values.add(shape[side]);
  }
  const sorted = [...values].filter((value) => value >= least).sort((a, b) => a - b);
  return spread(sorted, CAPS);
}

function spread(list, most) {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, i) => list[Math.round((i * (list.length - 1)) / (most - 1))]);
}

/** Kids in order in so many columns of about one height: the first kid of each column. */
function fill(picks, count) {
  let total = 0, tallest = 0;
  for (const shape of picks) {
    total += shape.h + STACK;
    tallest = Math.max(tallest, shape.h + STACK);
  }
  for (let room = Math.max(tallest, total / count); ; room *= 1.06) {
    const starts = [0];
    let used = 0;
    for (let i = 0; i < picks.length; i++) {
      if (used && used + picks[i].h + STACK > room + 0.5) {
        starts.push(i);
        used = 0;
      }
      used += picks[i].h + STACK;
    }
    if (starts.length <= count) return starts;
  }
}

function hung(picks, starts, above, drop) {
  let wide = GAP * (starts.length - 1), high = 0;
  starts.forEach((start, column) => {
    let columnWide = 0, columnHigh = -STACK;
    for (let i = start; i < (starts[column + 1] ?? picks.length); i++) {
      columnWide = Math.max(columnWide, picks[i].w);
      columnHigh += picks[i].h + STACK;
    }
    wide += INDENT + columnWide;
    high = Math.max(high, columnHigh);
  });
  const made = { w: Math.max(above, wide), h: drop + high, kind: "hung", picks, columns: starts, wide };
  made.lean = starts.length === 1 && above === W ? 0 : middleOf(made);
  return made;
}

/** Where a card stands that is in the middle of its branch. */
const middleOf = (shape) => Math.round((shape.w - W) / 2);

/** Shapes of which none is both wider and higher than another, a few of them, narrow ones first. */
function front(found) {
  found.sort((a, b) => a.w - b.w || a.h - b.h);
  const kept = [];
  for (const shape of found) if (!kept.length || shape.h < kept[kept.length - 1].h) kept.push(shape);
  return kept.length <= KEPT ? kept : acrossAspects(kept);
}

/** A few of many shapes, from the narrowest to the widest in even steps of their aspect. */
function acrossAspects(kept) {
  const aspect = (shape) => Math.log(shape.w / shape.h), low = aspect(kept[0]);
  const step = (aspect(kept[kept.length - 1]) - low) / (KEPT - 1);
  const chosen = [kept[0]];
  let next = 1;
  for (const shape of kept.slice(1, -1)) {
    if (aspect(shape) < low + next * step) continue;
    chosen.push(shape);
    while (aspect(shape) >= low + next * step) next++;
  }
  chosen.push(kept[kept.length - 1]);
  return chosen;
}

let size = { w: W, h: H };

function place() {
  const starts = visibleTops();
  shown = preorder(starts, visibleKids);
  for (let i = shown.length - 1; i >= 0; i--) {
    const node = shown[i], kids = visibleKids(node);
    node.shapes = kids.length ? shapesBelow(kids) : leafShape;
  }
  if (!starts.length) return;
  const room = canvas.getBoundingClientRect();
  const wanted = room.width && room.height ? room.width / room.height : 1.6;
  const options = starts.length > 1 ? shapesOf(starts, 0, 0, 32) : starts[0].shapes;
  const cost = (shape) => Math.max(shape.w, shape.h * wanted) + 0.02 * Math.min(shape.w, shape.h * wanted);
  size = options.reduce((best, shape) => (cost(shape) < cost(best) ? shape : best));
  const waiting = [];
  if (starts.length > 1) putKids(waiting, null, starts, size, 0, 0);
  else waiting.push([starts[0], size, 0, 0]);
  while (waiting.length) {
    const [node, shape, x, y] = waiting.pop();
    const kids = visibleKids(node);
    const aides = kids.length ? aidesOf(kids) : [];
    const isEdged = shape.kind === "hung" && shape.columns.length === 1 && !aides.length;
    node.x = x + shape.lean;
    node.y = y;
    node.under = y + H + besideHeight(aides.length);
    if (aides.length) putAides(node, aides);
    const others = aides.length ? kids.filter((kid) => !aides.includes(kid)) : kids;
    if (kids.length) putKids(waiting, node, others, shape, x, node.under + DROP, isEdged);
  }
}

/** Right and left of the line in turn. */
function putAides(node, aides) {
  const stem = node.x + W / 2;
  aides.forEach((aide, i) => {
    aide.x = i % 2 ? stem - BESIDE - W : stem + BESIDE;
    aide.y = node.y + H + DROP / 2 + Math.floor(i / 2) * (H + STACK);
    aide.way = { from: stem, beside: i % 2 ? aide.x + W : aide.x };
  });
}

function putKids(waiting, node, kids, shape, left, top, isEdged) {
  const stem = node ? node.x + W / 2 : 0;
  if (shape.kind === "row") {
    let at = left;
    const wide = shape.picks.reduce((sum, pick) => sum + pick.w + GAP, -GAP);
    at += Math.round((shape.w - wide) / 2);
    kids.forEach((kid, i) => {
      kid.way = node ? { from: stem, spine: null } : null;
      waiting.push([kid, shape.picks[i], at, top]);
      at += shape.picks[i].w + GAP;
    });
    return;
  }
  let at = isEdged ? left : left + Math.round((shape.w - shape.wide) / 2);
  shape.columns.forEach((start, column) => {
    let y = top, wide = 0;
    const spine = at + INDENT / 2;
    for (let i = start; i < (shape.columns[column + 1] ?? kids.length); i++) {
      kids[i].way = node ? { from: isEdged ? spine : stem, spine } : null;
      waiting.push([kids[i], shape.picks[i], at + INDENT, y]);
      y += shape.picks[i].h + STACK;
      wide = Math.max(wide, shape.picks[i].w);
    }
    at += INDENT + wide + GAP;
  });
}

/** The line from the manager's card to a card. */
function wayTo(node) {
  const above = nodes[node.parent], { from, spine, beside } = node.way;
  if (beside !== undefined) return `M${from} ${above.y + H}V${node.y + H / 2}H${beside}`;
  const bus = above.under + DROP / 2;
  if (spine === null) return `M${from} ${above.y + H}V${bus}H${node.x + W / 2}V${node.y}`;
  return `M${from} ${above.y + H}V${bus}H${spine}V${node.y + H / 2}H${node.x}`;
}

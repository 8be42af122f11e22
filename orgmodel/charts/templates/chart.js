"use strict";
(() => {
  // -- the data ------------------------------------------------------------------------------------------------
  const SVG = "http://www.w3.org/2000/svg";
  const $ = (id) => document.getElementById(id);
  const data = JSON.parse($("data").textContent);
  const [W, H] = data.size;
  const GAP = 22, DROP = 38, STACK = 20, INDENT = 26, KEPT = 14, CAPS = 8;
  const OPEN_AT_FIRST = 400, LISTED = 60, READABLE = 0.22;
  const canvas = $("canvas"), world = $("world"), tree = $("tree");

  const text = (number) => data.texts[number || 0];
  const nodes = data.cards.map((card, index) => ({
    index,
    parent: card[0],
    kind: data.kinds[card[1]],
    title: text(card[2]),
    lines: card[3],
    values: card[4],
    id: card[5] || "",
    holder: text(card[6]),
    unit: text(card[7]),
    seats: card[8] || 1,
    line: data.lines[card[9] || 0],
    fields: (card[10] || []).map(text),
    badges: (card[11] || []).map(text),
    duties: data.duties[card[12] || 0],
    description: text(card[13]),
    link: card[14] || "",
    kids: [],
    dotted: [],
    depth: 0,
    below: 0,
    open: false,
    element: null,
  }));
  const tops = nodes.filter((node) => node.parent < 0);
  for (const node of nodes) node.place = node.parent < 0 ? 0 : nodes[node.parent].kids.push(node);
  tops.forEach((node, i) => { node.place = i + 1; });
  const dotted = data.dotted.map(([from, to, label]) => ({ from: nodes[from], to: nodes[to], label: text(label) }));
  for (const line of dotted) {
    line.from.dotted.push(line);
    line.to.dotted.push(line);
  }
  const order = preorder(tops, (node) => node.kids);
  for (const node of order) node.depth = node.parent < 0 ? 0 : nodes[node.parent].depth + 1;
  for (const node of order.slice().reverse()) {
    if (node.parent >= 0) nodes[node.parent].below += node.below + 1;
  }
  const plain = (string) => string.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  for (const node of nodes) {
    node.said = plain([node.title, node.holder, node.unit, node.id, ...node.fields, ...node.badges].join("\n"));
  }

  /** Every node below some, each before those below it; without recursion, since lines may be very long. */
  function preorder(starts, kidsOf) {
    const found = [], waiting = starts.slice().reverse();
    while (waiting.length) {
      const node = waiting.pop();
      found.push(node);
      const kids = kidsOf(node);
      for (let i = kids.length - 1; i >= 0; i--) waiting.push(kids[i]);
    }
    return found;
  }

  // -- what is shown -------------------------------------------------------------------------------------------
  let root = null; // the card whose branch alone is shown, below its chain of command
  let chosen = null; // the card in the details
  let active = null; // the card the keyboard stands on
  let shown = []; // visible nodes in reading order
  let hits = [], hitAt = -1;
  let chainAbove = new Set(); // cards above `root`, which show only the way down

  const chainOf = (node) => {
    const chain = [];
    for (let at = node; at; at = at.parent < 0 ? null : nodes[at.parent]) chain.push(at);
    return chain;
  };
  const visibleKids = (node) => {
    if (chainAbove.has(node)) return node.kids.filter((kid) => kid === root || chainAbove.has(kid));
    return node.open ? node.kids : [];
  };
  const visibleTops = () => (root ? [chainOf(root).pop()] : tops);

  /** Opens whole layers from the top while the cards can still be read. */
  function openAtFirst() {
    let layer = tops, count = tops.length;
    while (layer.length) {
      const next = layer.flatMap((node) => node.kids);
      count += next.length;
      if (count > OPEN_AT_FIRST && layer !== tops) break;
      for (const node of layer) node.open = true;
      layer = next;
    }
  }

  // -- where things stand: each branch has several shapes, the best mixture for the window is chosen --------------
  const leafShape = [{ w: W, h: H, kind: "leaf", picks: [], columns: [] }];

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
      found.push({ w: Math.max(above, wide), h: drop + high, kind: "row", picks, columns: [] });
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
    return { w: Math.max(above, wide), h: drop + high, kind: "hung", picks, columns: starts };
  }

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
      node.shapes = kids.length ? shapesOf(kids, W, H + DROP, 6) : leafShape;
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
      node.x = shape.kind === "hung" && shape.columns.length === 1 ? x : x + Math.round((shape.w - W) / 2);
      node.y = y;
      if (kids.length) putKids(waiting, node, kids, shape, x, y + H + DROP);
    }
  }

  function putKids(waiting, node, kids, shape, left, top) {
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
    const single = shape.columns.length === 1;
    let at = left;
    shape.columns.forEach((start, column) => {
      let y = top, wide = 0;
      const spine = at + INDENT / 2;
      for (let i = start; i < (shape.columns[column + 1] ?? kids.length); i++) {
        kids[i].way = node ? { from: single ? spine : stem, spine } : null;
        waiting.push([kids[i], shape.picks[i], at + INDENT, y]);
        y += shape.picks[i].h + STACK;
        wide = Math.max(wide, shape.picks[i].w);
      }
      at += INDENT + wide + GAP;
    });
  }

  /** The line from the manager's card to a card. */
  function wayTo(node) {
    const above = nodes[node.parent], { from, spine } = node.way;
    const bus = above.y + H + DROP / 2;
    if (spine === null) return `M${from} ${above.y + H}V${bus}H${node.x + W / 2}V${node.y}`;
    return `M${from} ${above.y + H}V${bus}H${spine}V${node.y + H / 2}H${node.x}`;
  }

  // -- drawing -------------------------------------------------------------------------------------------------
  function make(name, attributes, parent) {
    const element = document.createElementNS(SVG, name);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    if (parent) parent.appendChild(element);
    return element;
  }

  /** What the card says, in the order in which it is read there, and whom it reports to. */
  function spoken(node) {
    const words = [node.title, node.holder || data.states[node.kind] || ""];
    if (node.seats > 1) words.push(`× ${node.seats}`);
    words.push(node.unit, ...node.fields, ...node.badges);
    const said = words.filter(Boolean).join(", ") || "Card without a text";
    if (node.description) return `${said}. ${node.description}`;
    if (node.line === "cut") return `${said}. Its line up is left out to open a loop`;
    return node.parent < 0 ? said : `${said}. Reports to ${nodes[node.parent].title.slice(0, 80)}`;
  }

  function draw(node) {
    const element = make("g", { role: "treeitem", "aria-label": spoken(node), "aria-level": node.depth + 1 });
    element.setAttribute("tabindex", "-1");
    element.dataset.index = node.index;
    const siblings = node.parent < 0 ? tops : nodes[node.parent].kids;
    element.setAttribute("aria-setsize", siblings.length);
    element.setAttribute("aria-posinset", node.place);
    const inside = node.inside = make("g", { "aria-hidden": "true" }, element);
    if (node.seats > 1) make("rect", { class: "f", x: 5, y: 5, width: W, height: H, rx: 6 }, inside);
    make("rect", { class: "f", width: W, height: H, rx: 6 }, inside);
    make("path", { class: "strip", d: `M6-.8A6.8 6.8 0 0 0-.8 6V${H - 6}A6.8 6.8 0 0 0 6 ${H + 0.8}Z` }, inside);
    make("rect", { class: "ring", x: -4, y: -4, width: W + 8, height: H + 8, rx: 9 }, element);
    node.element = element;
    if (node.kids.length) {
      node.knob = make("g", { class: "knob" });
      node.knob.dataset.index = node.index;
      const half = Math.max(13, 5 + 4 * String(node.below).length);
      make("rect", { x: -half, y: -10, width: 2 * half, height: 20, rx: 10 }, node.knob);
      node.sign = make("text", { y: 4 }, node.knob);
    }
    paint(node);
    return element;
  }

  /** Texts are drawn when they come into sight near enough to be read: most of a large chart never does. */
  function letter(node) {
    node.lettered = true;
    const { inside } = node;
    let y = 9;
    for (let i = 0; i < node.lines.length; i += 2) {
      const style = node.lines[i];
      const small = style === "u" || style === "k";
      const middle = node.kind === "stub";
      const line = make("text", { class: style, x: middle ? W / 2 : 12 }, inside);
      line.setAttribute("y", middle ? H / 2 + 4 : y + (small ? 11 : 12));
      line.textContent = `${text(node.lines[i + 1])} `;
      y += small ? 14 : style === "t" || style === "n" ? 15 : 16;
    }
  }

  let facet = 0;
  const bandOf = (value) => Math.min(value, 8);

  function paint(node) {
    const value = node.values ? node.values[facet] ?? -1 : -1;
    if (value < 0) node.element.style.removeProperty("--c");
    else node.element.style.setProperty("--c", `var(--band${bandOf(value)})`);
  }

  function mark(node) {
    const list = node.element.classList, holds = hitsBelow.has(node) && !node.open;
    node.element.setAttribute("class", node.kind);
    list.toggle("hit", hitSet.has(node));
    list.toggle("holds", holds && !hitSet.has(node));
    list.toggle("above", above.has(node));
    list.toggle("chosen", node === chosen);
  }

  let hitSet = new Set(), hitsBelow = new Set(), above = new Set();

  /** Places and draws everything anew; a card that is held stays where it is on the screen. */
  function render(held) {
    const before = held && held.element && held.x !== undefined ? { x: held.x, y: held.y } : null;
    place();
    for (const node of shown) {
      if (!node.element) draw(node);
      node.element.setAttribute("transform", `translate(${node.x} ${node.y})`);
      if (node.kids.length) {
        const unfolded = visibleKids(node).length > 0;
        node.element.setAttribute("aria-expanded", unfolded);
        node.knob.setAttribute("transform", `translate(${node.x + W / 2} ${node.y + H})`);
        node.sign.textContent = unfolded ? "−" : `+${node.below}`;
      }
      mark(node);
    }
    const focused = document.activeElement;
    tree.replaceChildren(...shown.map((node) => node.element));
    $("knobs").replaceChildren(...shown.filter((node) => node.knob).map((node) => node.knob));
    if (shown.length && !shown.includes(active)) stand(shown.includes(chosen) ? chosen : shown[0]);
    if (focused && focused.getAttribute("role") === "treeitem" && active) active.element.focus({ preventScroll: true });
    drawLines();
    drawChain();
    drawDotted();
    if (before && held.x !== undefined) {
      view.x += (before.x - held.x) * view.scale;
      view.y += (before.y - held.y) * view.scale;
    }
    look();
    $("whole").hidden = !root;
  }

  function drawLines() {
    const made = [];
    for (const node of shown) {
      const ways = {};
      for (const kid of visibleKids(node)) ways[kid.line] = (ways[kid.line] || "") + wayTo(kid);
      for (const kind in ways) made.push(make("path", { class: kind, d: ways[kind] }));
    }
    $("lines").replaceChildren(...made);
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
      (own ? mine : made).push(make("path", { d: arc(from, to) }));
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

  // -- looking: pan and zoom -------------------------------------------------------------------------------------
  const view = { x: 0, y: 0, scale: 1 };

  function look() {
    world.setAttribute("transform", `translate(${view.x} ${view.y}) scale(${view.scale})`);
    world.classList.toggle("far", view.scale < READABLE);
    if (!waitsToLetter) {
      waitsToLetter = true;
      requestAnimationFrame(letterInSight);
    }
  }

  let waitsToLetter = false;

  function letterInSight() {
    waitsToLetter = false;
    if (view.scale < READABLE) return;
    const room = canvas.getBoundingClientRect();
    const left = -view.x / view.scale - W, right = (room.width - view.x) / view.scale;
    const upper = -view.y / view.scale - H, lower = (room.height - view.y) / view.scale;
    for (const node of shown) {
      if (!node.lettered && node.x > left && node.x < right && node.y > upper && node.y < lower) letter(node);
    }
  }

  function zoom(factor, x, y) {
    const room = canvas.getBoundingClientRect();
    const [cx, cy] = [x ?? room.width / 2, y ?? room.height / 2];
    const scale = Math.min(3, Math.max(Math.min(0.02, fitting()), view.scale * factor));
    view.x = cx - ((cx - view.x) * scale) / view.scale;
    view.y = cy - ((cy - view.y) * scale) / view.scale;
    view.scale = scale;
    look();
  }

  const margins = () => ({ side: 24, top: 24, foot: 24 + $("legend").offsetHeight + 12 });

  function fitting() {
    const room = canvas.getBoundingClientRect(), { side, top, foot } = margins();
    return Math.min(1.2, (room.width - 2 * side) / size.w, (room.height - top - foot) / size.h) || 1;
  }

  function fit() {
    const room = canvas.getBoundingClientRect(), { top, foot } = margins();
    view.scale = Math.max(0.005, fitting());
    view.x = (room.width - size.w * view.scale) / 2;
    view.y = top + Math.max(0, (room.height - top - foot - size.h * view.scale) / 2);
    look();
  }

  /** The whole where it can be read, else the top of it. */
  function fitReadably() {
    fit();
    if (view.scale >= 0.45 || !shown.length) return;
    const room = canvas.getBoundingClientRect();
    view.scale = 0.8;
    view.x = room.width / 2 - (shown[0].x + W / 2) * view.scale;
    view.y = 24 - shown[0].y * view.scale;
    look();
  }

  /** Brings a card into sight, nearer where it is too small to be read. */
  function show(node, near) {
    const room = canvas.getBoundingClientRect();
    if (near && view.scale < 0.6) view.scale = 0.8;
    const x = view.x + node.x * view.scale, y = view.y + node.y * view.scale;
    const wide = W * view.scale, high = H * view.scale;
    const inside = x > 8 && y > 8 && x + wide < room.width - 8 && y + high < room.height - margins().foot;
    if (near || !inside) {
      view.x = (room.width - wide) / 2 - node.x * view.scale;
      view.y = (room.height - high) / 2 - node.y * view.scale;
    }
    look();
  }

  const fingers = new Map();
  let moved = false;

  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    const room = canvas.getBoundingClientRect();
    const step = event.deltaMode === 1 ? event.deltaY * 16 : event.deltaY;
    zoom(Math.exp(-Math.max(-200, Math.min(200, step)) / 400), event.clientX - room.left, event.clientY - room.top);
  }, { passive: false });
  canvas.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    if (!fingers.size) moved = false;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  canvas.addEventListener("pointermove", (event) => {
    const last = fingers.get(event.pointerId);
    if (!last) return;
    const [dx, dy] = [event.clientX - last.x, event.clientY - last.y];
    if (!moved && Math.hypot(dx, dy) < 4) return;
    if (!moved) {
      moved = true;
      canvas.classList.add("moving");
      canvas.setPointerCapture(event.pointerId);
    }
    if (fingers.size === 2) {
      const other = [...fingers].find(([id]) => id !== event.pointerId)[1];
      const room = canvas.getBoundingClientRect();
      const apart = (point) => Math.hypot(point.x - other.x, point.y - other.y) || 1;
      zoom(apart({ x: event.clientX, y: event.clientY }) / apart(last), other.x - room.left, other.y - room.top);
    } else {
      view.x += dx;
      view.y += dy;
      look();
    }
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  for (const name of ["pointerup", "pointercancel"]) {
    canvas.addEventListener(name, (event) => {
      fingers.delete(event.pointerId);
      canvas.classList.remove("moving");
    });
  }

  // -- choosing, opening and closing -------------------------------------------------------------------------------
  /** The one card that the Tab key reaches. */
  function stand(node, focus) {
    if (active && active.element) active.element.setAttribute("tabindex", "-1");
    active = node;
    node.element.setAttribute("tabindex", "0");
    if (!focus) return;
    node.element.focus({ preventScroll: true });
    show(node);
  }

  function toggle(node, open) {
    if (!node.kids.length || chainAbove.has(node)) return;
    node.open = open ?? !node.open;
    render(node);
    say(`${node.title}: ${node.open ? "opened" : "closed"}`);
  }

  function reveal(node) {
    if (root && !chainOf(node).includes(root)) showWhole();
    let changed = false;
    for (const at of chainOf(node).slice(1)) {
      changed = changed || !at.open;
      at.open = true;
    }
    if (changed || !node.element) render();
  }

  function choose(node, near) {
    chosen = node;
    above = new Set(node ? chainOf(node).slice(1) : []);
    for (const other of shown) mark(other);
    drawChain();
    drawDotted();
    fillDetails(node);
    if (!node) return;
    stand(node);
    show(node, near);
  }

  function goTo(node) {
    reveal(node);
    choose(node, true);
  }

  function focusOn(node) {
    root = node;
    node.open = true;
    chainAbove = new Set(chainOf(node).slice(1));
    render();
    fitReadably();
    say(`Only ${node.title} and below`);
  }

  function showWhole() {
    root = null;
    chainAbove = new Set();
    render(chosen);
  }

  function say(words) {
    $("status").textContent = words;
  }

  world.addEventListener("click", (event) => {
    const element = event.target.closest("[data-index]");
    if (!element || moved) return;
    const node = nodes[element.dataset.index];
    stand(node);
    node.element.focus({ preventScroll: true });
    if (element === node.knob) toggle(node);
    else choose(node);
  });

  // -- details -----------------------------------------------------------------------------------------------------
  function put(parent, name, words, kind) {
    const element = document.createElement(name);
    if (words) element.textContent = words;
    if (kind) element.className = kind;
    parent.appendChild(element);
    return element;
  }

  function button(parent, words, act, kind) {
    const element = put(parent, "button", words, kind);
    element.type = "button";
    element.addEventListener("click", act);
    return element;
  }

  const called = (node) => [node.title, node.holder].filter(Boolean).join(", ") || node.id;

  function links(panel, heading, list) {
    if (!list.length) return;
    put(panel, "h3", heading);
    const items = put(panel, "ul");
    for (const [node, note] of list.slice(0, LISTED)) {
      const item = put(items, "li");
      if (node.kind === "stub") item.textContent = node.title;
      else button(item, called(node), () => goTo(node), "go");
      if (note) put(item, "small", note);
    }
    if (list.length > LISTED) put(items, "li", `and ${list.length - LISTED} more`);
  }

  function fillDetails(node) {
    const panel = $("details"), was = panel.hidden;
    panel.hidden = !node;
    panel.replaceChildren();
    if (!node) return;
    const shut = button(panel, "×", () => { choose(null); active.element.focus({ preventScroll: true }); }, "shut");
    shut.setAttribute("aria-label", "Close details");
    put(panel, "h2", node.title || node.id);
    if (node.holder) put(panel, "p", node.holder);
    else if (data.states[node.kind]) put(panel, "p", data.states[node.kind], "state");
    for (const line of [node.unit, ...node.fields, node.badges.join(" · ")]) if (line) put(panel, "p", line);
    if (node.seats > 1) put(panel, "p", `${node.seats} like seats`);
    if (node.description) put(panel, "p", node.description);
    if (node.line === "cut") put(panel, "p", "Its line up is left out to open a loop.");
    if (node.link) {
      const link = put(put(panel, "p"), "a", "Open the link of this card");
      link.href = node.link;
      link.rel = "noreferrer";
    }
    const todo = put(panel, "div", "", "do");
    if (node.kids.length || node.parent >= 0) button(todo, "Show only this branch", () => focusOn(node));
    if (node.kids.length) button(todo, "Open or close", () => toggle(node));
    dutiesOf(panel, node);
    const values = data.facets.map(([heading, names], i) => [heading, names[node.values ? node.values[i] ?? -1 : -1]]);
    const facts = values.filter(([heading, name]) => heading && name && name !== node.unit);
    if (facts.length) {
      put(panel, "h3", "More");
      for (const [heading, name] of facts) put(panel, "p", `${heading}: ${name}`);
    }
    if (node.parent >= 0) links(panel, "Reports to", chainOf(node).slice(1).map((at) => [at, ""]));
    const also = node.dotted.filter((line) => line.from === node).map((line) => [line.to, line.label]);
    const from = node.dotted.filter((line) => line.to === node).map((line) => [line.from, line.label]);
    links(panel, "Also reports to", also);
    links(panel, `Direct reports (${node.kids.length})`, node.kids.map((kid) => [kid, ""]));
    links(panel, "Also reporting here", from);
    panel.scrollTop = 0;
    if (was) look();
  }

  function dutiesOf(panel, node) {
    let heading = null, items = null;
    for (const [group, letter, title] of node.duties.map((row) => data.rows[row].map(text))) {
      if (group !== heading) {
        put(panel, "h3", group);
        items = put(panel, "ul");
        heading = group;
      }
      const item = put(items, "li");
      put(item, "abbr", letter);
      item.append(title);
    }
  }

  // -- finding -----------------------------------------------------------------------------------------------------
  function find(query) {
    const start = performance.now();
    const words = plain(query).split(/\s+/).filter(Boolean);
    hits = words.length ? order.filter((node) => words.every((word) => node.said.includes(word))) : [];
    hitAt = -1;
    hitSet = new Set(hits);
    hitsBelow = new Set();
    for (const node of hits) {
      for (let at = node; at.parent >= 0 && !hitsBelow.has(nodes[at.parent]); at = nodes[at.parent]) {
        hitsBelow.add(nodes[at.parent]);
      }
    }
    for (const node of shown) mark(node);
    listHits(words.length > 0);
    document.documentElement.dataset.found = (performance.now() - start).toFixed(1);
  }

  function listHits(asked) {
    const panel = $("results");
    panel.hidden = !asked;
    panel.classList.remove("brief");
    panel.replaceChildren();
    if (!asked) return say("");
    const count = hits.length === 1 ? "1 card found" : `${hits.length} cards found`;
    put(panel, "p", "", "count");
    put(panel, "p", hits.length > LISTED ? `${count}, the first ${LISTED}:` : count);
    hits.slice(0, LISTED).forEach((node, i) => {
      const item = button(panel, node.holder || node.title || node.id, () => next(i));
      put(item, "small", [node.holder ? node.title : "", node.unit].filter(Boolean).join(" · "));
    });
    say(count);
  }

  function next(at) {
    if (!hits.length) return;
    hitAt = (at + hits.length) % hits.length;
    goTo(hits[hitAt]);
    $("results").querySelectorAll("button").forEach((item, i) => item.classList.toggle("now", i === hitAt));
    const place = `${hitAt + 1} of ${hits.length}`;
    $("results").classList.add("brief");
    $("results").querySelector(".count").textContent = hits.length > 1 ? `${place}; Enter shows the next` : place;
    say(`${place}: ${called(hits[hitAt])}`);
  }

  $("find").addEventListener("input", () => find($("find").value));
  $("find").addEventListener("focus", () => { $("results").hidden = !$("find").value.trim(); });
  $("find").addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      next(hitAt + (event.shiftKey ? -1 : 1));
    } else if (event.key === "Escape") {
      $("find").value = "";
      find("");
    } else if (event.key === "ArrowDown" && !$("results").hidden) {
      $("results").classList.remove("brief");
      const first = $("results").querySelector("button");
      if (first) first.focus();
      event.preventDefault();
    }
  });
  $("results").addEventListener("keydown", (event) => {
    const step = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
    if (event.key === "Escape") $("find").focus();
    if (!step) return;
    event.preventDefault();
    const item = document.activeElement[step];
    (item && item.tagName === "BUTTON" ? item : $("find")).focus();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!event.target.closest("[role=search]")) $("results").hidden = true;
  });

  // -- keyboard ----------------------------------------------------------------------------------------------------
  let typed = "", typedAt = 0;

  function typeAhead(letter) {
    const now = performance.now();
    typed = now - typedAt < 800 ? typed + letter : letter;
    typedAt = now;
    const wanted = plain(typed), at = shown.indexOf(active), from = typed.length > 1 ? 0 : 1;
    const begins = (node) => plain(node.title).startsWith(wanted) || plain(node.holder).startsWith(wanted);
    for (let i = from; i <= shown.length; i++) {
      const node = shown[(at + i) % shown.length];
      if (begins(node)) return stand(node, true);
    }
  }

  function walk(key) {
    const at = shown.indexOf(active), kids = visibleKids(active);
    const isShut = active.kids.length > 0 && !kids.length;
    if (key === "ArrowDown" && at + 1 < shown.length) stand(shown[at + 1], true);
    else if (key === "ArrowUp" && at > 0) stand(shown[at - 1], true);
    else if (key === "ArrowRight" && isShut) toggle(active, true);
    else if (key === "ArrowRight" && kids.length) stand(kids[0], true);
    else if (key === "ArrowLeft" && kids.length && !chainAbove.has(active)) toggle(active, false);
    else if (key === "ArrowLeft" && active.parent >= 0) stand(nodes[active.parent], true);
    else if (key === "Home") stand(shown[0], true);
    else if (key === "End") stand(shown[shown.length - 1], true);
    else if (key === "Enter" || key === " ") choose(active);
    else if (key === "*") {
      for (const node of active.parent < 0 ? tops : nodes[active.parent].kids) node.open = node.kids.length > 0;
      render(active);
    } else return ["ArrowDown", "ArrowUp", "ArrowRight", "ArrowLeft"].includes(key);
    return true;
  }

  const PANS = { ArrowLeft: [80, 0], ArrowRight: [-80, 0], ArrowUp: [0, 80], ArrowDown: [0, -80] };

  function pan(key) {
    view.x += PANS[key][0];
    view.y += PANS[key][1];
    look();
    return true;
  }

  tree.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !active) return;
    const isPan = event.shiftKey && event.key in PANS;
    if (isPan ? pan(event.key) : walk(event.key)) event.preventDefault();
    else if (event.key.length === 1 && /[\p{L}\p{N}]/u.test(event.key) && event.key !== "0") typeAhead(event.key);
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || /^(INPUT|SELECT)$/.test(event.target.tagName)) return;
    if (event.key === "+" || event.key === "=") zoom(1.25);
    else if (event.key === "-") zoom(0.8);
    else if (event.key === "0") fit();
    else if (event.key === "/") $("find").focus();
    else if (event.key === "Escape" && chosen) {
      choose(null);
      active.element.focus({ preventScroll: true });
    } else return;
    event.preventDefault();
  });

  // -- tools -------------------------------------------------------------------------------------------------------
  $("in").addEventListener("click", () => zoom(1.25));
  $("out").addEventListener("click", () => zoom(0.8));
  $("fit").addEventListener("click", fit);
  $("open").addEventListener("click", () => {
    for (const node of root ? preorder([root], (at) => at.kids) : nodes) node.open = node.kids.length > 0;
    render();
    fit();
  });
  $("close").addEventListener("click", () => {
    for (const node of nodes) node.open = false;
    for (const node of root ? [root] : tops.length > 1 ? [] : tops) node.open = true;
    render();
    fit();
  });
  $("whole").addEventListener("click", () => { showWhole(); fitReadably(); });
  $("dotted").addEventListener("change", () => { drawDotted(); drawLegend(); });
  $("color").addEventListener("change", () => {
    facet = Number($("color").value);
    for (const node of nodes) if (node.element) paint(node);
    drawLegend();
  });

  function swatch(kind, band) {
    const picture = make("svg", { viewBox: "0 0 22 14", "aria-hidden": "true" });
    const holder = make("g", { class: kind }, picture);
    if (kind === "dotted") {
      const line = make("path", { d: "M1 7H22", stroke: "var(--dotted)", "stroke-width": 2.4 }, holder);
      line.setAttribute("stroke-dasharray", "2 4");
    } else if (kind === "derived") make("path", { d: "M0 7H22", stroke: "var(--derived)" }, holder);
    else {
      const box = make("rect", { x: 1, y: 1, width: 20, height: 12, rx: 3 }, holder);
      if (band === undefined) box.setAttribute("class", "f");
      else box.setAttribute("fill", `var(--band${band})`);
    }
    return picture;
  }

  function entry(legend, words, kind, band) {
    const item = put(legend, "span");
    item.append(swatch(kind, band), words);
  }

  function drawLegend() {
    const legend = $("legend"), [heading, names] = data.facets[facet] || ["", []];
    legend.replaceChildren();
    const used = new Set(nodes.map((node) => (node.values ? node.values[facet] ?? -1 : -1)));
    used.delete(-1);
    if (used.size && heading) put(put(legend, "span"), "b", heading);
    const values = [...used].sort((a, b) => a - b);
    for (const value of values.filter((value) => value < 8)) entry(legend, names[value], "", value);
    const others = values.filter((value) => value >= 8).length;
    if (others) entry(legend, `other (${others})`, "", 8);
    const kinds = new Set(nodes.map((node) => node.kind));
    const words = { vacant: "Vacant", planned: "Planned", ended: "Ended", undisclosed: "Holder not disclosed" };
    for (const kind in words) if (kinds.has(kind)) entry(legend, words[kind], kind);
    if (nodes.some((node) => node.line === "derived")) entry(legend, "Line derived from the role", "derived");
    if (dotted.length && $("dotted").checked) entry(legend, "Dotted line", "dotted");
    for (const note of data.notes) put(legend, "i", note);
  }

  function fillTools() {
    const choice = $("color");
    data.facets.forEach(([heading, names], i) => {
      if (!names.length) return;
      const option = put(choice, "option", heading || "Parts");
      option.value = i;
    });
    put(choice, "option", "none").value = data.facets.length;
    facet = Number(choice.value);
    $("colorlabel").hidden = choice.options.length < 2;
    $("dottedlabel").hidden = !dotted.length;
  }

  // -- printing: the whole of what is open, whatever part is in sight ------------------------------------------------
  window.addEventListener("beforeprint", () => {
    for (const node of shown) if (!node.lettered) letter(node);
    canvas.setAttribute("viewBox", `-12 -12 ${size.w + 24} ${size.h + 24}`);
    world.removeAttribute("transform");
    world.classList.remove("far");
  });
  window.addEventListener("afterprint", () => {
    canvas.removeAttribute("viewBox");
    look();
  });

  // -- start -------------------------------------------------------------------------------------------------------
  function named() {
    let id = location.hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch {
      return undefined;
    }
    return id ? nodes.find((node) => node.id === id) : undefined;
  }

  function start() {
    fillTools();
    drawLegend();
    if (!nodes.length) {
      $("empty").hidden = false;
      for (const id of ["canvas", "open", "close", "fit", "in", "out", "find"]) $(id).hidden = true;
      return;
    }
    tree.setAttribute("role", "tree");
    tree.setAttribute("aria-label", data.name || "Chart");
    tree.setAttribute("aria-describedby", "help");
    openAtFirst();
    render();
    fitReadably();
    const wanted = named();
    if (wanted) goTo(wanted);
    window.addEventListener("hashchange", () => {
      const node = named();
      if (node) goTo(node);
    });
  }

  start();
  document.documentElement.dataset.ready = performance.now().toFixed(0);
})();

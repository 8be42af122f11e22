// The chart from afar: cards too small to be read, as few shapes as there are colours and marks.

const PER_SHAPE = 500; // cards in one shape
let farIsStale = true;
const isFar = () => view.scale < READABLE;

function farWays() {
  const ways = new Map();
  const put = (name, node) => {
    const list = ways.get(name);
    const way = `M${node.x} ${node.y}h${W}v${H}h${-W}z`;
    if (list) list.push(way);
    else ways.set(name, [way]);
  };
  for (const node of shown) {
    const value = valueOf(node);
    put(value < 0 ? "plain" : `b${bandOf(value)}`, node);
    if (node.findings.length) put(`mark ${GRADES[gradeOf(node.findings)]}`, node);
    if (hitSet.has(node)) put("hit", node);
    else if (holdsHit(node)) put("holds", node);
    if (node === chosen) put("chosen", node);
  }
  return ways;
}

function drawFar() {
  const made = [];
  for (const [name, list] of [...farWays()].sort((a, b) => FAR_ORDER(a[0]) - FAR_ORDER(b[0]))) {
    for (let i = 0; i < list.length; i += PER_SHAPE) {
      made.push(make("path", { class: name, d: list.slice(i, i + PER_SHAPE).join("") }));
    }
  }
  $("far").replaceChildren(...made);
  farIsStale = false;
}

/** Cards first, then their marks, the chosen one last. */
const FAR_ORDER = (name) => ["mark", "holds", "hit", "chosen"].indexOf(name.split(" ")[0]);

/** The card at a point of the window. */
function cardAt(x, y) {
  const room = canvas.getBoundingClientRect();
  const at = { x: (x - room.left - view.x) / view.scale, y: (y - room.top - view.y) / view.scale };
  return shown.find((node) => at.x >= node.x && at.x <= node.x + W && at.y >= node.y && at.y <= node.y + H);
}

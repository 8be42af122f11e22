// What is shown.

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

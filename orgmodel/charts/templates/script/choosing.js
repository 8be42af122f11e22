// Choosing, opening and closing.

/** The one card that the Tab key reaches. */
function stand(node, focus) {
  if (active && active.element) active.element.setAttribute("tabindex", "-1");
  active = node;
  node.element.setAttribute("tabindex", "0");
  if (!focus) return;
  dress(node);
  node.element.focus({ preventScroll: true });
  show(node, isFar());
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
  if (node) dress(node);
  markAll();
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

canvas.addEventListener("click", (event) => {
  if (moved) return;
  const element = event.target.closest("[data-index]");
  const node = element ? nodes[element.dataset.index] : isFar() && cardAt(event.clientX, event.clientY);
  if (!node) return;
  stand(node);
  node.element.focus({ preventScroll: true });
  if (element && element === node.knob) toggle(node);
  else choose(node);
});

/** Who comes by the keyboard sees where. */
tree.addEventListener("focusin", (event) => {
  if (isFar() && event.target.matches(":focus-visible")) show(nodes[event.target.dataset.index], true);
});

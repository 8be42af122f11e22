// Keyboard.

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

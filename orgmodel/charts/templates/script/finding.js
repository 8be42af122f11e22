// Finding.

function find(query) {
  const start = performance.now();
  const words = plain(query).split(/\s+/).filter(Boolean);
  hits = words.length ? order.filter((node) => words.every((word) => node.said.includes(word))) : [];
  hitAt = -1;
  markHits(hits);
  listHits(words.length > 0);
  document.documentElement.dataset.found = (performance.now() - start).toFixed(1);
}

/** Rings round some cards, and dashed ones round the folded branches that hold them. */
function markHits(list) {
  hitSet = new Set(list);
  hitsBelow = new Set();
  for (const node of list) {
    for (let at = node; at.parent >= 0 && !hitsBelow.has(nodes[at.parent]); at = nodes[at.parent]) {
      hitsBelow.add(nodes[at.parent]);
    }
  }
  markAll();
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

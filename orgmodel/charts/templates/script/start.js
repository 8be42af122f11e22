// Start.

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
  foldLegend(innerWidth <= 760);
  if (!nodes.length) {
    $("empty").hidden = false;
    for (const id of ["canvas", "open", "close", "fit", "in", "out", "find"]) $(id).hidden = true;
    return;
  }
  tree.setAttribute("role", "tree");
  tree.setAttribute("aria-label", data.name || "Chart");
  tree.setAttribute("aria-describedby", "help");
  if (findings.length) {
    fillFindings();
    showFindings(innerWidth > 1000);
  }
  openAtFirst();
  render();
  fitReadably();
  drawInSight();
  const wanted = named();
  if (wanted) goTo(wanted);
  window.addEventListener("hashchange", () => {
    const node = named();
    if (node) goTo(node);
  });
}

start();
document.documentElement.dataset.ready = performance.now().toFixed(0);

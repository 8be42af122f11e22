// Tools.

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
$("listed").addEventListener("click", () => showFindings($("found").hidden));
$("dotted").addEventListener("change", () => { drawDotted(); drawLegend(); });
$("color").addEventListener("change", () => {
  facet = Number($("color").value);
  for (const node of dressed) paint(node);
  farIsStale = true;
  refresh();
  drawLegend();
});

function fillTools() {
  const choice = $("color");
  data.facets.forEach(([heading, names], i) => {
    if (!names.length) return;
    const option = put(choice, "option", heading || "Parts");
    option.value = i;
  });
  put(choice, "option", "none").value = data.facets.length;
  if (!data.facets[0][1].length) choice.value = data.facets.length;
  facet = Number(choice.value);
  $("colorlabel").hidden = choice.options.length < 2;
  $("dottedlabel").hidden = !dotted.length;
  $("listed").hidden = !findings.length;
  $("listed").textContent = `Findings (${findings.length})`;
}

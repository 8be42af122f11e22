// The legend: what the chart uses.

function swatch(kind, band) {
  const picture = make("svg", { viewBox: "0 0 22 14", "aria-hidden": "true" });
  const holder = make("g", { class: kind }, picture);
  if (kind === "dotted") {
    const line = make("path", { d: "M1 7H22", stroke: "var(--dotted)", "stroke-width": 2.4 }, holder);
    line.setAttribute("stroke-dasharray", "2 4");
  } else if (kind === "loop") make("path", { d: "M0 8H22M8 12l6-8", stroke: "var(--cut)" }, holder);
  else if (kind === "derived") make("path", { d: "M0 7H22", stroke: "var(--derived)" }, holder);
  else {
    if (kind === "seats") make("rect", { class: "f", x: 4, y: 4, width: 18, height: 10, rx: 3 }, holder);
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
  const legend = $("entries"), [heading, names] = data.facets[facet] || ["", []];
  legend.replaceChildren();
  const used = new Set(nodes.map((node) => (node.values ? node.values[facet] ?? -1 : -1)));
  used.delete(-1);
  $("key").textContent = (used.size && heading) || "Legend";
  const values = [...used].sort((a, b) => a - b);
  for (const value of values.filter((value) => value < 8)) entry(legend, names[value], "", value);
  const others = values.filter((value) => value >= 8).length;
  if (others) entry(legend, `other (${others})`, "", 8);
  const kinds = new Set(nodes.map((node) => node.kind));
  const words = { vacant: "Vacant", planned: "Planned", ended: "Ended", undisclosed: "Holder not disclosed" };
  for (const kind in words) if (kinds.has(kind)) entry(legend, words[kind], kind);
  if (nodes.some((node) => node.seats > 1)) entry(legend, "Several like seats", "seats");
  if (nodes.some((node) => node.line === "derived")) entry(legend, "Line derived from the role", "derived");
  if (dotted.length && $("dotted").checked) entry(legend, isOfUnits ? "Works with" : "Dotted line", "dotted");
  if (nodes.some((node) => node.line === "cut")) entry(legend, "Line left out to open a loop", "loop");
  for (const note of data.notes) put(legend, "i", note);
  $("legend").hidden = !legend.firstChild;
}

/** The legend lies over the chart: it can be folded, and is at first where there is little room. */
function foldLegend(isFolded) {
  $("entries").hidden = isFolded;
  $("key").setAttribute("aria-expanded", !isFolded);
}

$("key").addEventListener("click", () => foldLegend(!$("entries").hidden));

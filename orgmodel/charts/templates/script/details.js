// Details.

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

const sitter = (node) => node.holder || (node.kind === "vacant" ? "vacant" : "");
const called = (node) => [node.title, sitter(node)].filter(Boolean).join(", ") || node.id;

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
  if (node.findings.length) {
    put(panel, "h3", node.findings.length === 1 ? "Finding" : "Findings");
    const items = put(panel, "ul");
    for (const finding of node.findings) putFinding(put(items, "li"), finding);
  }
  dutiesOf(panel, node);
  const values = data.facets.map(([heading, names], i) => [heading, names[node.values ? node.values[i] ?? -1 : -1]]);
  const facts = values.filter(([heading, name]) => heading && name && name !== node.unit);
  if (facts.length) {
    put(panel, "h3", "More");
    for (const [heading, name] of facts) put(panel, "p", `${heading}: ${name}`);
  }
  if (node.parent >= 0) links(panel, isOfUnits ? UPWARD : "Up the line", chainOf(node).slice(1).map((at) => [at, ""]));
  const also = node.dotted.filter((line) => line.from === node).map((line) => [line.to, line.label]);
  const from = node.dotted.filter((line) => line.to === node).map((line) => [line.from, line.label]);
  links(panel, isOfUnits ? "Works with" : "Also reports to", also);
  links(panel, `${isOfUnits ? "Units in it" : "Direct reports"} (${node.kids.length})`, node.kids.map((kid) => [kid, ""]));
  links(panel, isOfUnits ? "Works with it" : "Also reporting here", from);
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

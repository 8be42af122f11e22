// The data.

const SVG = "http://www.w3.org/2000/svg";
const $ = (id) => document.getElementById(id);
const data = JSON.parse($("data").textContent);
const [W, H] = data.size;
const GAP = 22, DROP = 38, STACK = 20, INDENT = 26, KEPT = 14, CAPS = 8;
const OPEN_AT_FIRST = 400, LISTED = 60, READABLE = 0.22;
const BESIDE = 13; // between a line and the card of an assistant
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
  face: card[15] || null,
  isAide: card[16] === 1,
  findings: [],
  kids: [],
  dotted: [],
  depth: 0,
  below: 0,
  open: false,
  worst: 3, // the worst grade of what is found in the branch below
  element: null,
  isDressed: false,
}));
const isOfUnits = nodes.some((node) => node.kind === "unit");
const UPWARD = isOfUnits ? "Lies within" : "Reports to";
const tops = nodes.filter((node) => node.parent < 0);
for (const node of nodes) node.place = node.parent < 0 ? 0 : nodes[node.parent].kids.push(node);
tops.forEach((node, i) => { node.place = i + 1; });
const dotted = data.dotted.map(([from, to, label]) => ({ from: nodes[from], to: nodes[to], label: text(label) }));
for (const line of dotted) {
  line.from.dotted.push(line);
  line.to.dotted.push(line);
}
const GRADES = ["error", "warning", "info"];
const findings = data.findings.map(([number, grade, code, rule, message, cards, lines, marked]) => ({
  number, grade, code, rule, message,
  cards: cards.map((at) => nodes[at]),
  lines: lines.map((at) => nodes[at]),
  dotted: marked.map((at) => dotted[at]),
}));
for (const finding of findings) {
  for (const node of finding.cards) node.findings.push(finding);
  for (const line of finding.dotted) (line.findings ??= []).push(finding);
}
const gradeOf = (list) => Math.min(3, ...list.map((finding) => GRADES.indexOf(finding.grade)));
const order = preorder(tops, (node) => node.kids);
for (const node of order) node.depth = node.parent < 0 ? 0 : nodes[node.parent].depth + 1;
for (const node of order.slice().reverse()) {
  if (node.parent < 0) continue;
  const above = nodes[node.parent];
  above.below += node.below + 1;
  if (findings.length) above.worst = Math.min(above.worst, node.worst, gradeOf(node.findings));
}
const plain = (string) => string.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
for (const node of nodes) {
  const codes = node.findings.map((finding) => `${finding.code} ${finding.rule}`);
  node.said = plain([node.title, node.holder, node.unit, node.id, ...node.fields, ...node.badges, ...codes].join("\n"));
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

// Findings: what is wrong, in a list that leads to the cards.

const MOST_FINDINGS = 300, MOST_CARDS = 8;

/** Number, code, rule and message of a finding. */
function putFinding(parent, finding) {
  const sign = finding.grade === "error" ? "! " : "";
  put(parent, "span", `${sign}${finding.number}`, `sign ${finding.grade}`);
  put(parent, "b", `${finding.code} ${finding.rule}`);
  put(parent, "span", finding.message, "message");
}

function fillFindings() {
  const panel = $("found");
  const shut = button(panel, "×", () => showFindings(false), "shut");
  shut.setAttribute("aria-label", "Close the findings");
  put(panel, "h2", "Findings");
  const counts = GRADES.map((grade) => [findings.filter((finding) => finding.grade === grade).length, grade]);
  const said = counts.filter(([count]) => count).map(([count, grade]) => `${count} ${grade}${count === 1 ? "" : "s"}`);
  put(panel, "p", said.join(", "), "quiet");
  const items = put(panel, "ul");
  for (const finding of findings.slice(0, MOST_FINDINGS)) listFinding(items, finding);
  const more = findings.length - MOST_FINDINGS;
  if (more > 0) put(items, "li", `and ${more} more; orgmodel check lists all`);
}

function listFinding(items, finding) {
  const item = put(items, "li");
  putFinding(button(item, "", () => showFinding(finding, finding.cards[0]), "tell"), finding);
  if (finding.cards.length < 2) return;
  const where = put(item, "p", "", "where");
  for (const node of finding.cards.slice(0, MOST_CARDS)) {
    button(where, called(node), () => showFinding(finding, node), "go");
  }
  if (finding.cards.length > MOST_CARDS) put(where, "span", `and ${finding.cards.length - MOST_CARDS} more`);
}

function showFinding(finding, node) {
  markHits(finding.cards);
  goTo(node);
  say(`${finding.code} ${finding.message}: ${called(node)}`);
}

function showFindings(isShown) {
  $("found").hidden = !isShown;
  $("listed").setAttribute("aria-expanded", isShown);
  if (shown.length) fitReadably();
}

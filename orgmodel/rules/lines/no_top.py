"""ORG203: a model in which nobody is at the top."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.graph.hierarchy import AMBIGUOUS, LOOP, MISSING, NOT_YET, SELF, UNRESOLVED
from orgmodel.rules.context import RuleContext
from orgmodel.rules.lines.reporting import line_spot, reporting
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, counted, listed

_STANDS_INSTEAD = {
    UNRESOLVED: ("reports to a manager that does not exist", "report to managers that do not exist"),
    SELF: ("reports to itself", "report to themselves"),
    MISSING: ("wants a manager and finds none", "want a manager and find none"),
    AMBIGUOUS: ("has several possible managers", "have several possible managers"),
    NOT_YET: ("reports to a post that does not exist yet", "report to posts that do not exist yet"),
}


class NoTop(Rule):
    """One finding for the whole model, which says what stands where the top should be."""

    code = "ORG203"
    name = "no-top"
    severity = Severity.ERROR
    title = "Nobody is at the top"
    why = (
        "Every line of an organisation ends somewhere. Without a top no chain of command is complete, and "
        "most questions of who decides have no last answer. Where all lines end at managers who do not exist, this "
        "follows from that, and is info."
    )
    bad = """\
orgmodel: 1
roles:
  chief: {reports_to: lead}  # [ORG203]
  lead: {reports_to: analyst}
  analyst: {reports_to: chief}
policy: {severity: {reporting-loop: warning}}
"""
    good = """\
orgmodel: 1
roles:
  chief: {title: Chief}
  lead: {reports_to: chief}
  analyst: {reports_to: lead}
"""
    fix = "Mend the lines that are named here; the post that everybody reports to in the end takes no `reports_to`."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Ended posts and external roles count as tops here: what hangs below them has an end."""
        found = reporting(context)
        hierarchy = found.hierarchy
        if hierarchy.tops or not hierarchy.heads:
            return
        causes = [hierarchy.cut_parent[head] for head in hierarchy.heads]
        parts = [f"{counted(causes.count(LOOP), 'loop')} without a way out (reporting-loop)"] if LOOP in causes else []
        for cause, (one, many) in _STANDS_INSTEAD.items():
            number = causes.count(cause)
            if number:
                parts.append(f"{number:,} {one if number == 1 else many}")
        heads = sorted(hierarchy.heads)
        shown = heads[: MOST_RELATED + 1]
        spots = [(line_spot(context.organization, found.kind, found.ids[head]), "no top either") for head in shown]
        message = f"none of {counted(len(found.ids), found.word)} is a top: {listed(parts, len(parts))}"
        severity = Severity.INFO if set(causes) == {UNRESOLVED} else None
        yield Found(message, spots[0][0], found.entities(heads), tuple(spots[1:]), subject="no-top", severity=severity)

"""ORG202: a post that names itself as its manager."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.graph.hierarchy import SELF
from orgmodel.model.organization import entity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.lines.reporting import entries_of, line_spot, reporting
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import described


class SelfReport(Rule):
    """One finding for each post, whatever the day; the line itself is no line for other rules."""

    code = "ORG202"
    name = "self-report"
    severity = Severity.ERROR
    title = "A post reports to itself"
    why = (
        "Nobody can be their own manager. Some tools write the top this way, but so does a slip in a "
        "spreadsheet, and then everybody below is cut off from the real top."
    )
    bad = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: lead, holder: Sam Ortiz}  # [ORG202]
"""
    good = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief, holder: Sam Ortiz}
"""
    fix = "Name the real manager in `reports_to`, or write `reports_to: ~` if this is the top."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Every entry counts, repeats of an id too."""
        organization = context.organization
        if organization.positions:
            for name in _seats_to_look_at(context):
                yield from _self_reports(context, "positions", name)
        else:
            for name in reporting(context).ids:
                yield from _self_reports(context, "roles", name)


def _seats_to_look_at(context: RuleContext) -> list[str]:
    """All seats that could report to themselves, in the order of the files: almost none."""
    lines = context.lines
    own = [i for i, above in enumerate(lines.parent) if above == SELF] if lines.parent.count(SELF) else []
    names = {lines.ids[i] for i in (*own, *lines.irregular)}.union(lines.left_out)
    return [name for name in context.organization.positions if name in names] if names else []


def _self_reports(context: RuleContext, kind: str, name: str) -> Iterator[Found]:
    organization = context.organization
    lines = (line for _, entry in entries_of(organization, kind, name) for line in entry.reports_to or ())
    if any(line.to == name for line in lines):
        message = f"{described(organization, kind, name)} reports to itself"
        yield Found(message, line_spot(organization, kind, name, name), (entity(kind, name),))

"""ORG202: a post that names itself as its manager."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
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
        if not organization.positions:
            kind, names = "roles", iter(reporting(context).ids)
        else:
            kind, names = "positions", iter(organization.positions)
        section, repeats = organization.section(kind), organization.repeats.get(kind, {})
        for name in names:
            written = section[name].reports_to
            if (written and (written[0].to == name or len(written) > 1)) or name in repeats:
                yield from _self_reports(context, kind, name)


def _self_reports(context: RuleContext, kind: str, name: str) -> Iterator[Found]:
    organization = context.organization
    lines = (line for _, entry in entries_of(organization, kind, name) for line in entry.reports_to or ())
    if any(line.to == name for line in lines):
        message = f"{described(organization, kind, name)} reports to itself"
        yield Found(message, line_spot(organization, kind, name, name), (entity(kind, name),))

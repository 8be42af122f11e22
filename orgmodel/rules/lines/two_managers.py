"""ORG209: a seat with more than one solid line on one day."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.lines.reporting import line_spot
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, counted, described, listed


class TwoManagers(Rule):
    """One finding for each seat; the first line is the one that charts and spans use."""

    code = "ORG209"
    name = "two-managers"
    severity = Severity.WARNING
    title = "A position has several managers"
    why = (
        "Two solid lines mean two people who set the goals, grant the leave and judge the work. When they "
        "disagree, the person in the seat cannot be right."
    )
    bad = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief, holder: Sam Ortiz}
  analyst: {reports_to: [lead, chief], holder: Li Wei}  # [ORG209]
"""
    good = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief, holder: Sam Ortiz}
  analyst: {reports_to: lead, dotted_to: chief, holder: Li Wei}
"""
    fix = "Keep one manager in `reports_to` and move the others to `dotted_to`, or give the lines dates."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Lines in force on the day; repeated entries of an id are left to `duplicate-id`."""
        organization, lines = context.organization, context.lines
        for i, further in lines.second.items():
            name, first = lines.ids[i], lines.parent[i]
            managers = [lines.ids[manager] for manager in (first, *further) if manager >= 0]
            if first < 0:
                continue
            spots = [line_spot(organization, "positions", name, manager) for manager in managers[:MOST_RELATED]]
            related = [(spots[0], "the first line, which charts and spans use")]
            related += [(spot, "one more line") for spot in spots[2:]]
            yield Found(
                f"{described(organization, 'positions', name)} has {counted(len(managers), 'manager')} on "
                f"{context.day}: {listed([quoted(manager) for manager in managers])}",
                spots[1],
                tuple(entity("positions", each) for each in (name, *managers)),
                tuple(related),
            )

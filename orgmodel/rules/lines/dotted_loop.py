"""ORG212: dotted lines that lead in a ring."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from orgmodel.findings import Severity
from orgmodel.graph.loops import named_rings
from orgmodel.model.organization import SINGULAR, Spot, entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.lines.dotted import dotted_lines
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, counted, ring_path


class DottedLoop(Rule):
    """One finding for each loop among dotted lines alone."""

    code = "ORG212"
    name = "dotted-loop"
    severity = Severity.INFO
    title = "Dotted lines lead in a ring"
    why = (
        "A dotted line gives guidance. In a ring everybody guides and is guided by the same people, and it is "
        "no longer clear whose word counts; peers who work together need no line at all."
    )
    bad = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief, dotted_to: analyst}  # [ORG212]
  analyst: {reports_to: chief, dotted_to: lead}
"""
    good = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief}
  analyst: {reports_to: chief, dotted_to: lead}
"""
    fix = "Remove the dotted line that guides least, or write `works_with` between the roles."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Positions and roles apart; solid lines do not count."""
        spots: dict[str, dict[tuple[str, str], Spot]] = {}
        for line in dotted_lines(context):
            if line.to != line.name:
                spots.setdefault(line.kind, {}).setdefault((line.name, line.to), line.spot)
        for kind, places in spots.items():
            yield from _loops(kind, places)


def _loops(kind: str, places: dict[tuple[str, str], Spot]) -> Iterator[Found]:
    for names, members in named_rings(places):
        steps = list(pairwise((*names, names[0])))
        yield Found(
            f"dotted lines of {counted(len(names), SINGULAR[kind])} lead in a ring: {ring_path(names)}",
            places[steps[0]],
            tuple(entity(kind, name) for name in members),
            tuple((places[step], f"{quoted(step[0])} to {quoted(step[1])}") for step in steps[1 : MOST_RELATED + 1]),
        )

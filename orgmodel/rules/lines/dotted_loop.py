"""ORG212: dotted lines that lead in a ring."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from orgmodel.findings import Severity
from orgmodel.graph.loops import named_rings
from orgmodel.model.organization import SINGULAR, Spot, entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.lines.dotted import Dotted
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
        lines: dict[str, dict[tuple[str, str], Dotted]] = {}
        for line in context.dotted_lines:
            if line.to != line.name:
                lines.setdefault(line.kind, {}).setdefault((line.name, line.to), line)
        for kind, steps in lines.items():
            yield from _loops(kind, steps)


def _loops(kind: str, lines: dict[tuple[str, str], Dotted]) -> Iterator[Found]:
    for names, members in named_rings(lines):
        steps = list(pairwise((*names, names[0])))
        yield Found(
            f"dotted lines of {counted(len(names), SINGULAR[kind])} lead in a ring: {ring_path(names)}",
            lines[steps[0]].spot,
            tuple(entity(kind, name) for name in members),
            tuple(
                (lines[step].spot, f"{quoted(step[0])} to {quoted(step[1])}") for step in steps[1 : MOST_RELATED + 1]
            ),
        )


def _related(line: Dotted) -> tuple[Spot, str]:
    return line.spot, f"{quoted(line.name)} to {quoted(line.to)}"

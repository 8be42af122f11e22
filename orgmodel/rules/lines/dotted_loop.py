"""ORG212: dotted lines that lead in a ring."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from orgmodel.findings import Severity
from orgmodel.graph.loops import named_rings
from orgmodel.model.organization import SINGULAR, Spot, entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
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
        for lines in context.dotted_lines:
            rings = list(named_rings(step for step in zip(lines.names, lines.to, strict=True) if step[0] != step[1]))
            if rings:
                first: dict[tuple[str, str], int] = {}
                for i, step in enumerate(zip(lines.names, lines.to, strict=True)):
                    first.setdefault(step, i)
                for names, members in rings:
                    spots = [(lines.spot(first[step]), step) for step in pairwise((*names, names[0]))]
                    yield _found(lines.kind, spots, members)


def _found(kind: str, steps: list[tuple[Spot, tuple[str, str]]], members: tuple[str, ...]) -> Found:
    (spot, _), *others = steps
    names = [name for _, (name, _) in steps]
    return Found(
        f"dotted lines of {counted(len(names), SINGULAR[kind])} lead in a ring: {ring_path(names)}",
        spot,
        tuple(entity(kind, name) for name in members),
        tuple((other, f"{quoted(name)} to {quoted(to)}") for other, (name, to) in others[:MOST_RELATED]),
    )

"""ORG211: a dotted line that goes back to where it starts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress, count
from operator import eq

from orgmodel.findings import Severity
from orgmodel.model.organization import entity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import described


class DottedToSelf(Rule):
    """One finding for each line."""

    code = "ORG211"
    name = "dotted-to-self"
    severity = Severity.WARNING
    title = "A dotted line goes back to where it starts"
    why = "A line to oneself says nothing, so another seat was meant: the real second manager is missing."
    bad = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief, dotted_to: lead}  # [ORG211]
"""
    good = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief}
"""
    fix = "Name the position that was meant in `dotted_to`, or remove the line."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Positions and roles alike."""
        for lines in context.dotted_lines:
            for i in compress(count(), map(eq, lines.names, lines.to)):
                kind, name = lines.kind, lines.names[i]
                message = f"{described(context.organization, kind, name)} has a dotted line to itself"
                yield Found(message, lines.spot(i), (entity(kind, name),))

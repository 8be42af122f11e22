"""ORG902: a waiver has reached its end."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule


class WaiverExpired(Rule):
    """The finding that it covered is shown again; this one says why."""

    code = "ORG902"
    name = "waiver-expired"
    severity = Severity.WARNING
    title = "A waiver has expired"
    why = "What was accepted for a time is still there, and whoever accepted it has promised otherwise."
    bad = """\
orgmodel: 1
as_of: 2026-11-01
positions:
  dir: {title: Director}
waivers:
  - rule: reports-to-vacancy
    for: "position:dir"
    reason: Team is being hired
    until: 2026-03-31  # [ORG902]
"""
    good = """\
orgmodel: 1
as_of: 2026-11-01
positions:
  dir: {title: Director}
waivers:
  - rule: reports-to-vacancy
    for: "position:dir"
    reason: Team is being hired
    until: 2027-03-31
"""
    fix = "Resolve what it covers and delete the waiver, or decide anew and give it another end date."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Find every waiver whose last day lies before the day of the check."""
        for i, waiver in enumerate(context.organization.waivers):
            if waiver.until is None or waiver.until >= context.day:
                continue
            owner = f"; its owner is {quoted(waiver.owner)}" if waiver.owner else ""
            message = f"the waiver of {quoted(waiver.rule)} for {quoted(waiver.for_)} ended on {waiver.until}{owner}"
            yield Found(message, Spot("waivers", i, ("until",)), subject=f"{waiver.rule} {waiver.for_}")

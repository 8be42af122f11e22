"""ORG904: a waiver lacks its reason or its owner."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule


class WaiverUnexplained(Rule):
    """One finding for each waiver."""

    code = "ORG904"
    name = "waiver-unexplained"
    severity = Severity.WARNING
    title = "A waiver lacks its reason or its owner"
    why = "Months later nobody knows why the fault was accepted, or whom to ask whether it still has to be."
    bad = """\
orgmodel: 1
roles: {director: {}, pm: {}}
activities: {vision: {assign: {I: director, R: pm}}}
waivers:
  - {rule: no-owner, for: "activity:vision"}  # [ORG904]
"""
    good = """\
orgmodel: 1
roles: {director: {}, pm: {}}
activities: {vision: {assign: {I: director, R: pm}}}
waivers:
  - {rule: no-owner, for: "activity:vision", reason: The director starts in May, owner: director}
"""
    fix = "Add `reason: …` and `owner: …`, whoever accepted it."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Look at every waiver, expired or not."""
        for number, waiver in enumerate(context.organization.waivers):
            lacking = [word for word in ("reason", "owner") if not (getattr(waiver, word) or "").strip()]
            if lacking:
                yield Found(
                    f"the waiver of {quoted(waiver.rule)} for {quoted(waiver.for_)} has no {' and no '.join(lacking)}",
                    Spot("waivers", number),
                    subject=f"{waiver.rule} {waiver.for_}",
                )

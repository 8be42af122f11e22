"""ORG903: a waiver covers nothing any more."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule


class WaiverUnused(Rule):
    """One finding for each waiver in force whose rule has run and found nothing that it covers."""

    code = "ORG903"
    name = "waiver-unused"
    severity = Severity.INFO
    title = "A waiver covers nothing"
    why = (
        "What was accepted is gone, which is good news; the waiver stays behind and would hide the same fault "
        "if it came back."
    )
    bad = """\
orgmodel: 1
roles: {director: {}, pm: {}}
activities: {vision: {assign: {A: director, R: pm}}}
waivers:
  - {rule: no-owner, for: "activity:vision", reason: Still open, owner: director}  # [ORG903]
"""
    good = """\
orgmodel: 1
roles: {director: {}, pm: {}}
activities: {vision: {assign: {I: director, R: pm}}}
waivers:
  - {rule: no-owner, for: "activity:vision", reason: Still open, owner: director}
"""
    fix = "Delete the waiver."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """The check has counted what each waiver covers; one for what does not exist is told as that."""
        uses = (use for missing in context.references.missing for use in missing.uses)
        lost = {use.spot.id for use in uses if use.field == "waivers.for"}
        for number in context.unused_waivers:
            if number in lost:
                continue
            waiver = context.organization.waivers[number]
            yield Found(
                f"the waiver of {quoted(waiver.rule)} for {quoted(waiver.for_)} covers no finding",
                Spot("waivers", number),
                subject=f"{waiver.rule} {waiver.for_}",
            )

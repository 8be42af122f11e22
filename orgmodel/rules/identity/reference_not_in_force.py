"""ORG111: something refers to a seat or unit that has ended or not begun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from orgmodel.findings import Severity
from orgmodel.model.organization import SINGULAR, Spot, entity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.identity.dangling import found, who_refers
from orgmodel.rules.identity.not_in_force import used_out_of_force
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import described


class ReferenceNotInForce(Rule):
    """One finding for each seat or unit, however many refer to it; info for a seat that is only planned.

    Solid lines, units without any head in force, and owners and doers without a seat have rules of their own.
    """

    code = "ORG111"
    name = "reference-not-in-force"
    severity = Severity.WARNING
    title = "A reference leads to something that is over"
    why = (
        "The name still resolves, so nothing looks wrong, but behind it is a seat or unit that no longer exists, "
        "or not yet. Whoever relies on it (a deputy, a dotted line, a letter) relies on nobody."
    )
    bad = """\
orgmodel: 1
as_of: 2026-11-01
positions:
  chief: {holder: Ada Park, deputy: lead}  # [ORG111]
  lead: {reports_to: chief, holder: Sam Ortiz, until: 2026-06-30}
"""
    good = """\
orgmodel: 1
as_of: 2026-11-01
positions:
  chief: {holder: Ada Park, deputy: adviser}
  lead: {reports_to: chief, holder: Sam Ortiz, until: 2026-06-30}
  adviser: {reports_to: chief, holder: Li Wei}
"""
    fix = "Let the reference lead to its successor, remove it, or correct the dates of what it names."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Only what is in force on the day itself refers to anything."""
        for target in used_out_of_force(context):
            is_ended, when = _when(context, target.kind, target.name)
            what = described(context.organization, target.kind, target.name)
            case = found(target, f"{what} {when}; {who_refers(target)}")
            yield replace(
                case,
                entities=(*case.entities, entity(target.kind, target.name)),
                related=((Spot(target.kind, target.name, key=True), f"this {SINGULAR[target.kind]}"), *case.related),
                severity=Severity.INFO if target.kind == "positions" and not is_ended else None,
            )


def _when(context: RuleContext, kind: str, name: str) -> tuple[bool, str]:
    entry = context.organization.section(kind)[name]
    if entry.until is not None and entry.until < context.day:
        return True, f"ended on {entry.until}"
    if kind == "positions" and entry.status == "ended":
        return True, "has ended"
    if entry.from_ is not None and entry.from_ > context.day:
        return False, f"does not begin before {entry.from_}"
    return False, "is planned"

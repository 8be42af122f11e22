"""ORG113: a unit that nothing refers to."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.unit_use import used_units
from orgmodel.rules.wording import described


class UnusedUnit(Rule):
    """Silent on a mere list of units: without seats and activities every unit is only described."""

    code = "ORG113"
    name = "unused-unit"
    severity = Severity.INFO
    title = "A unit is not used"
    why = "A unit in which nobody sits, works or answers is a leftover, or a sign that its seats were forgotten."
    bad = """\
orgmodel: 1
units:
  product: {head: lead}
  archive: {title: Archive}  # [ORG113]
positions:
  lead: {unit: product, holder: Ada Park}
"""
    good = """\
orgmodel: 1
units:
  product: {head: lead}
  archive: {title: Archive}
positions:
  lead: {unit: product, holder: Ada Park}
  archivist: {unit: archive, reports_to: lead}
"""
    fix = "Give the unit a seat, a head or a letter, or delete it."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Find every written unit that no seat, unit or row names, whatever the dates."""
        organization = context.organization
        if not organization.positions and not organization.activities:
            return
        if len(organization.made_units) == len(organization.units):
            return
        used = used_units(context)
        for name in organization.units:
            if name in used or name in organization.made_units or entity("units", name) in organization.silent:
                continue
            yield Found(
                f"{described(organization, 'units', name)} is not used: it has no seat, no head and no unit within it, "
                "and nothing names it",
                Spot("units", name, key=True),
                (entity("units", name),),
            )

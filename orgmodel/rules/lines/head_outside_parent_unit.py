"""ORG222: a unit lies in another one, but its head reports elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.graph.lines import ENDED
from orgmodel.model.organization import Spot, entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.lines.reporting import line_spot
from orgmodel.rules.lines.unit_ways import UnitWays
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import described, named


class HeadOutsideParentUnit(Rule):
    """One finding for each unit and head. Where the line leaves the head's own unit sideways,
    `manager-outside-unit` has it instead, and of a head who sits elsewhere `head-outside-unit`.
    """

    code = "ORG222"
    name = "head-outside-parent-unit"
    severity = Severity.INFO
    title = "The head of a unit reports outside the parent unit"
    why = (
        "The chart of units says that one unit belongs to another; the line of its head says something else. "
        "Goals and money then come down one way, and leadership another."
    )
    bad = """\
orgmodel: 1
units:
  company: {head: chief}
  product: {parent: company, head: vp}
  design: {parent: company, head: vd}
  research: {parent: product, head: lead}  # [ORG222]
positions:
  chief: {unit: company}
  vp: {unit: product, reports_to: chief}
  vd: {unit: design, reports_to: chief}
  lead: {unit: design, also_in: research, reports_to: vd}
"""
    good = """\
orgmodel: 1
units:
  company: {head: chief}
  product: {parent: company, head: vp}
  design: {parent: company, head: vd}
  research: {parent: product, head: lead}
positions:
  chief: {unit: company}
  vp: {unit: product, reports_to: chief}
  vd: {unit: design, reports_to: chief}
  lead: {unit: design, also_in: research, reports_to: vp}
"""
    fix = "Move the unit to where its head reports, or let the head report to somebody of the parent unit or above."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """The first manager above the head who is not of the unit itself, against the units above it."""
        organization = context.organization
        ways = UnitWays(context)
        for name, unit in organization.units.items():
            if unit.parent not in organization.units or unit.parent is None or not unit.in_force(context.day):
                continue
            for number, head in enumerate(unit.headed_by()):
                if head not in context.lines.index or not ways.sits_within(head, name):
                    continue
                if ways.is_of(head, unit.parent):
                    continue
                manager = _manager(context, ways, head, name)
                if manager is None or ways.is_of(manager, unit.parent):
                    continue
                if not ways.places(manager) or ways.leaves_its_unit(head, manager):
                    continue
                yield Found(
                    f"{described(organization, 'units', name)} lies in {quoted(unit.parent)}, but its head "
                    f"{quoted(head)} reports to {named(organization, 'positions', manager)}, who belongs neither "
                    "to that unit nor to one above it",
                    Spot("units", name, ("heads", number) if unit.heads else ("head",)),
                    (entity("units", name), entity("positions", head), entity("positions", manager)),
                    (
                        (Spot("units", name, ("parent",)), "the parent unit"),
                        (line_spot(organization, "positions", head), "the line of the head"),
                    ),
                    subject=f"{name} {head}",
                )


def _manager(context: RuleContext, ways: UnitWays, head: str, unit: str) -> str | None:
    """The nearest seat above the head that is not of the unit or one within it; none for a top."""
    lines = context.lines
    place = lines.index.get(head)
    if place is None or lines.statuses[place] == ENDED:
        return None
    above = lines.chain(head)
    return next((seat for seat in above if not any(ways.units.is_within(own, unit) for own in ways.places(seat))), None)

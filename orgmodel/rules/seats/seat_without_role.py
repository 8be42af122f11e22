"""ORG312: a seat of no role, where others have one."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.seats.lacking import lacking
from orgmodel.rules.wording import MOST_RELATED, counted, described, listed


class SeatWithoutRole(Rule):
    """One finding for each unit. Silent where half of the seats or more have no role."""

    code = "ORG312"
    name = "seat-without-role"
    severity = Severity.INFO
    title = "A position has no role"
    why = "Letters, ladders and figures go by role. A seat without one has no part in the matrix, whoever sits there."
    bad = """\
orgmodel: 1
roles: {lead: {title: Team Lead}, pm: {title: Product Manager}}
positions:
  lead-core: {role: lead, reports_to: ~}
  pm-core: {role: pm, reports_to: lead-core}
  helper: {title: Helper, reports_to: lead-core}  # [ORG312]
"""
    good = """\
orgmodel: 1
roles: {lead: {title: Team Lead}, pm: {title: Product Manager}}
positions:
  lead-core: {role: lead, reports_to: ~}
  pm-core: {role: pm, reports_to: lead-core}
  helper: {role: pm, title: Helper, reports_to: lead-core}
"""
    fix = "Give the position a `role`; in a table, fill in its role or title."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Seats in force, by unit."""
        organization = context.organization
        groups: dict[str | None, list[str]] = {}
        for name in lacking(context, "role", lambda name, _seat: context.misspelt.is_lost(f"position:{name}", "role")):
            groups.setdefault(organization.positions[name].unit, []).append(name)
        for unit, names in groups.items():
            where = f" of unit {quoted(unit)}" if unit is not None else ""
            message = f"{described(organization, 'positions', names[0])}{where} has no role"
            if len(names) > 1:
                shown = listed([quoted(name) for name in names])
                message = f"{counted(len(names), 'position')}{where} have no role: {shown}"
            spots = [Spot("positions", name, ("role",), key=True) for name in names[: MOST_RELATED + 1]]
            yield Found(
                message,
                spots[0],
                tuple(entity("positions", name) for name in names),
                tuple((spot, "has none either") for spot in spots[1:]),
                subject=unit or "",
            )

"""ORG313: a seat of no unit, where others have one."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.model.positions import Position
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.seats.lacking import lacking
from orgmodel.rules.wording import MOST_RELATED, counted, described, listed


class SeatWithoutUnit(Rule):
    """One finding for each branch of seats without a unit. Tops and heads of units need none.

    Silent where half of the seats or more have no unit.
    """

    code = "ORG313"
    name = "seat-without-unit"
    severity = Severity.INFO
    title = "A position is in no unit"
    why = (
        "Counts, budgets and letters that go by unit leave this seat out, and the people in it belong to nobody's team."
    )
    bad = """\
orgmodel: 1
units: {payments: {head: lead}}
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief, unit: payments, holder: Sam Ortiz}
  pm: {reports_to: lead, unit: payments, holder: Li Wei}
  analyst: {reports_to: lead, holder: Ana Reis}  # [ORG313]
"""
    good = """\
orgmodel: 1
units: {payments: {head: lead}}
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief, unit: payments, holder: Sam Ortiz}
  pm: {reports_to: lead, unit: payments, holder: Li Wei}
  analyst: {reports_to: lead, unit: payments, holder: Ana Reis}
"""
    fix = "Write the `unit` of the position, often that of its manager."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Seats in force; those below a seat without unit belong to its branch."""
        organization, lines = context.organization, context.lines
        heads = {head for unit in organization.units.values() for head in unit.headed_by()}

        def is_told(name: str, seat: Position) -> bool:
            if context.misspelt.is_lost(f"position:{name}", "unit"):
                return True
            return name in heads or bool(seat.also_in) or lines.parent[lines.index[name]] < 0

        without = lacking(context, "unit", is_told)
        groups: dict[int, list[str]] = {}
        branch: dict[int, int] = {}
        for i in sorted((lines.index[name] for name in without), key=lines.hierarchy.rank.__getitem__):
            manager = lines.hierarchy.cut_parent[i]
            branch[i] = branch.get(manager, manager)
            groups.setdefault(branch[i], []).append(lines.ids[i])
        for manager, names in groups.items():
            above = lines.ids[manager] if manager >= 0 else names[0]
            message = f"{described(organization, 'positions', names[0])} is in no unit"
            if len(names) > 1:
                shown = listed([quoted(name) for name in names])
                message = f"{counted(len(names), 'position')} below {quoted(above)} are in no unit: {shown}"
            unit = organization.positions[above].unit
            if unit is not None:
                message += f"; {quoted(above)} is in {quoted(unit)}"
            spots = [Spot("positions", name, ("unit",), key=True) for name in names[: MOST_RELATED + 1]]
            yield Found(
                message,
                spots[0],
                tuple(entity("positions", name) for name in names),
                tuple((spot, "in none either") for spot in spots[1:]),
                subject=above,
            )

"""ORG302: a vacant seat that is meant to lead, where nobody is left waiting yet."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.graph.lines import FILLED, VACANT
from orgmodel.model.organization import Spot, entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import counted, described, listed


class VacantManager(Rule):
    """One finding for each vacant seat with units to head or vacant reports.

    As soon as somebody reports there, `reports-to-vacancy` has it instead.
    """

    code = "ORG302"
    name = "vacant-manager"
    severity = Severity.INFO
    title = "A vacant position is meant to lead"
    why = (
        "A leader's seat is usually filled before the seats below it: whoever comes chooses the team. Until "
        "then, what the unit answers for rests on nobody."
    )
    bad = """\
orgmodel: 1
units:
  payments: {head: lead}
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief, unit: payments}  # [ORG302]
"""
    good = """\
orgmodel: 1
units:
  payments: {head: lead}
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief, unit: payments, holder: Sam Ortiz}
"""
    fix = "Fill this position before those below it, or name an interim holder."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """At the holder, or at the seat where none is written."""
        lines, organization = context.lines, context.organization
        if not context.vacant_seats:
            return
        headed: dict[str, list[str]] = {}
        for unit, entry in organization.units.items():
            for head in entry.headed_by() if entry.in_force(context.day) else ():
                headed.setdefault(head, []).append(unit)
        for name, i in context.vacant_seats.items():
            if name not in headed and not lines.hierarchy.span(i):
                continue
            reports = lines.hierarchy.children(i)
            if any(lines.statuses[report] == FILLED for report in reports):
                continue
            vacant = [lines.ids[report] for report in reports if lines.statuses[report] == VACANT]
            units = headed.get(name, [])
            if not vacant and not units:
                continue
            leads = [f"heads unit {listed([quoted(unit) for unit in units])}"] if units else []
            leads += [f"leads {counted(len(vacant), 'vacant position')}"] if vacant else []
            yield Found(
                f"{described(organization, 'positions', name)} is vacant and {listed(leads)}",
                Spot("positions", name, ("holder",), key=True),
                tuple(entity("positions", each) for each in (name, *vacant)) + tuple(entity("units", u) for u in units),
                subject=name,
            )

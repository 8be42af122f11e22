"""ORG217: people whose manager's seat is empty."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.graph.lines import VACANT
from orgmodel.model.organization import Spot
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.lines.live_reports import LedByNobody, led_by_nobody
from orgmodel.rules.rule import Found, Rule, later
from orgmodel.rules.wording import described, listed


class ReportsToVacancy(Rule):
    """One finding for each vacant manager's seat with filled reports; info while a deputy stands in."""

    code = "ORG217"
    name = "reports-to-vacancy"
    severity = Severity.WARNING
    title = "People report to a vacant position"
    why = (
        "The line is drawn, but nobody stands at its end: goals, leave and conflicts of these people wait "
        "until somebody sits there or stands in."
    )
    bad = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief}  # [ORG217]
  analyst: {reports_to: lead, holder: Li Wei}
"""
    good = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief, holders: [{person: Sam Ortiz, kind: interim}]}
  analyst: {reports_to: lead, holder: Li Wei}
"""
    fix = "Fill the position, name an interim holder or a `deputy`, or move its reports elsewhere."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """At the holder of the vacant seat, or at the seat where none is written."""
        holders = context.resolver.holders
        for case in led_by_nobody(context, VACANT):
            stand_in = holders.stand_in(case.manager)
            people = stand_in.people if stand_in is not None else ()
            yield later(_found, context, case, people, severity=Severity.INFO if people else None)


def _found(context: RuleContext, case: LedByNobody, people: tuple[str, ...]) -> Found:
    message = f"{described(context.organization, 'positions', case.manager)} is vacant, and "
    if people:
        names = listed([quoted(context.resolver.holders.person_name(person)) for person in people])
        message += f"with {names} standing in, "
    return Found(
        message + case.told(context),
        Spot("positions", case.manager, ("holder",), key=True),
        case.entities,
        case.related(context),
        severity=Severity.INFO if people else None,
        subject=case.manager,
    )

"""ORG319: a deputy's seat in which nobody sits."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.seats.deputies import Deputy
from orgmodel.rules.wording import MOST_RELATED, counted, described, listed


class DeputyVacant(Rule):
    """One finding for each vacant deputy; a warning where a seat that it stands in for is vacant as well."""

    code = "ORG319"
    name = "deputy-vacant"
    severity = Severity.INFO
    title = "The deputy's position is vacant"
    why = (
        "A deputy is named so that somebody is there. Nobody is: while the holder is present that goes unnoticed, "
        "and when the seat is vacant too, everything it answers for waits."
    )
    bad = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park, deputy: lead}  # [ORG319]
  lead: {reports_to: chief}
"""
    good = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park, deputy: lead}
  lead: {reports_to: chief, holder: Sam Ortiz}
"""
    fix = "Name a deputy who is there, or fill the deputy's position."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Deputies whose seats are all vacant; two vacant seats that name each other are `deputy-loop`."""
        is_vacant = context.vacant_seats.__contains__
        vacant = {
            deputy.seat: deputy for deputy in context.deputies if deputy.seats and all(map(is_vacant, deputy.seats))
        }
        together: dict[tuple[str, ...], list[Deputy]] = {}
        for deputy in vacant.values():
            if deputy.seats != (deputy.seat,) and not _is_in_ring(context, vacant, deputy):
                together.setdefault(deputy.seats, []).append(deputy)
        for seats, same in together.items():
            yield _found(context, seats, same)


def _is_in_ring(context: RuleContext, vacant: dict[str, Deputy], deputy: Deputy) -> bool:
    """Whether vacant deputies lead back to this vacant seat."""
    if deputy.seat not in context.vacant_seats:
        return False
    seen = {deputy.seat}
    step: Deputy | None = deputy
    while step is not None and step.kind in {"position", "person"} and len(step.seats) == 1:
        if step.seats[0] in seen:
            return step.seats[0] == deputy.seat
        seen.add(step.seats[0])
        step = vacant.get(step.seats[0])
    return False


def _found(context: RuleContext, seats: tuple[str, ...], same: list[Deputy]) -> Found:
    organization = context.organization
    names = [deputy.seat for deputy in same]
    both = [name for name in names if name in context.vacant_seats]
    first = next((deputy for deputy in same if deputy.seat in both), same[0])
    who = f"{described(organization, 'positions', seats[0])}, which is vacant"
    if same[0].kind == "role":
        who = f"{described(organization, 'roles', same[0].name)}, of which every seat is vacant"
    message = f"the deputy of {listed([quoted(name) for name in names])} is {who}"
    if both:
        are = f"{quoted(both[0])} is" if len(both) == 1 else f"{counted(len(both), 'position')} of these are"
        message += f"; {are} vacant too"
    return Found(
        message,
        first.spot,
        tuple(entity("positions", name) for name in (first.seat, *(n for n in names if n != first.seat), *seats)),
        (
            *((Spot("positions", seat, ("holder",), key=True), "vacant") for seat in seats[:MOST_RELATED]),
            *((deputy.spot, "the same deputy") for deputy in same[:MOST_RELATED] if deputy is not first),
        ),
        severity=Severity.WARNING if both else None,
        subject=" ".join(seats),
    )

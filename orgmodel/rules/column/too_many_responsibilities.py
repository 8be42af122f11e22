"""A seat that answers for more than the organisation wants one seat to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule, later
from orgmodel.rules.wording import MOST_RELATED, counted, listed, named

_MOST_ENTITIES = 1_000


@dataclass(frozen=True, slots=True)
class _Burden:
    """One seat (of a model without seats: a role) with the rows it owns."""

    kind: str
    name: str
    owned: int


class TooManyResponsibilities(Rule):
    """Speaks only where the policy sets a limit; one finding for each role, however many of its seats."""

    code: ClassVar[str] = "ORG512"
    name: ClassVar[str] = "too-many-responsibilities"
    severity: ClassVar[Severity] = Severity.INFO
    title: ClassVar[str] = "One seat answers for too much"
    why: ClassVar[str] = (
        "A seat that answers for a handful of things can be held to each of them. Counted are the rows that it owns, "
        "wherever they exist, and the responsibilities written down for its role."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
policy: {column: {responsibilities: 3}}
roles:
  pm: {responsibilities: [Knows the market, Speaks for the product]}  # [ORG512]
activities:
  plan: {title: Plan the quarter, assign: {A: pm, R: pm}}
  price: {title: Set the price, assign: {A: pm, R: pm}}
"""
    good: ClassVar[str] = """\
orgmodel: 1
policy: {column: {responsibilities: 3}}
roles:
  pm: {responsibilities: [Knows the market]}
activities:
  plan: {title: Plan the quarter, assign: {A: pm, R: pm}}
  price: {title: Set the price, assign: {A: pm, R: pm}}
"""
    fix: ClassVar[str] = "Give rows to another seat, or write the responsibilities of the role more briefly."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Seats in force; roles where the model has no positions."""
        most = context.policy.column.responsibilities
        if most is None:
            return
        beyond: dict[str | None, list[_Burden]] = {}
        for role, burden in _burdens(context, most):
            if burden.owned + _written(context, role) > most:
                beyond.setdefault(role, []).append(burden)
        for role, burdens in beyond.items():
            for together in [burdens] if role is not None else [[burden] for burden in burdens]:
                yield later(_found, context, role, together, most)


def _burdens(context: RuleContext, most: int) -> Iterator[tuple[str | None, _Burden]]:
    """Those that own so much that it is beyond the limit with what is written, or whose role has enough written."""
    organization = context.organization
    if not organization.positions:
        columns = context.columns.by_role
        for name in organization.roles:
            owned = len(columns[name].of("owner")) if name in columns else 0
            if entity("roles", name) not in organization.silent:
                yield name, _Burden("roles", name, owned)
        return
    owned_by_seat, seating = context.loads.owned_by_seat, context.resolver.seating
    written = {name: len(role.responsibilities) for name, role in organization.roles.items()}
    heavy = [name for name, count in written.items() if count > most]
    fewest = most - max(written.values(), default=0)
    owning = {seat for seat, count in owned_by_seat.items() if count > fewest and seat in seating.in_force}
    for name in seating.in_order(owning.union(*map(seating.of_role, heavy))):
        yield organization.positions[name].role, _Burden("positions", name, owned_by_seat[name])


def _written(context: RuleContext, role: str | None) -> int:
    entry = context.organization.roles.get(role) if role is not None else None
    return len(entry.responsibilities) if entry is not None else 0


def _found(context: RuleContext, role: str | None, burdens: list[_Burden], most: int) -> Found:
    organization, written = context.organization, _written(context, role)
    burdens.sort(key=lambda burden: -burden.owned)
    first = burdens[0]
    names = [entity(burden.kind, burden.name) for burden in burdens]
    if len(burdens) == 1:
        message = (
            f"{named(organization, first.kind, first.name)} answers for {_sum(first.owned, written)}, more than {most}"
        )
    else:
        shown = listed([f"{quoted(burden.name)} for {burden.owned + written:,}" for burden in burdens], 3)
        of_role = named(organization, "roles", role or "")
        message = (
            f"{counted(len(burdens), 'seat')} of {of_role} answer for more than {counted(most, 'thing')} each: {shown}"
        )
        if written:
            message += f"; {counted(written, 'responsibility')} of these written for the role"
        names.insert(0, entity("roles", role or ""))
    return Found(
        message,
        Spot(first.kind, first.name, key=True),
        tuple(names[:_MOST_ENTITIES]),
        tuple((Spot(burden.kind, burden.name, key=True), "too many here too") for burden in burdens[1:MOST_RELATED]),
        subject=names[0],
    )


def _sum(owned: int, written: int) -> str:
    """`7 things (4 rows owned, 3 responsibilities written)`."""
    parts = [f"{counted(owned, 'row')} owned"] if owned or not written else []
    if written:
        parts.append(f"{counted(written, 'responsibility')} written")
    return f"{counted(owned + written, 'thing')} ({', '.join(parts)})"

"""ORG303: a person whose seats add up to more than full time."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.seats.holding_spots import holder_spot
from orgmodel.rules.seats.shared_people import Share, SharedPerson
from orgmodel.rules.wording import MOST_RELATED, counted, listed, named

_ROUNDING = 0.001
_NOT_GIVEN = " (not given)"


class PersonOvercommitted(Rule):
    """One finding for each person in several seats, of whom at least one share is known.

    A seat without a share then counts as a whole one, but not where the person only stands in;
    software agents have no working time.
    """

    code = "ORG303"
    name = "person-overcommitted"
    severity = Severity.WARNING
    title = "A person has more work than time"
    why = (
        "Somebody who is planned for more than full time does each of these jobs in part. Which part is left "
        "undone is then decided by the week, not by the plan."
    )
    bad = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief, holder: Li Wei, fte: 0.8}
  analyst: {reports_to: chief, holder: Li Wei, fte: 0.5}  # [ORG303]
"""
    good = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief, holder: Li Wei, fte: 0.5}
  analyst: {reports_to: chief, holder: Li Wei, fte: 0.5}
"""
    fix = "Lower the `fte` in one of these positions, or give one of them to somebody else."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """At the holder with whom the sum first passes the limit."""
        people, limit = context.organization.people, context.policy.fte
        for person in context.shared_people:
            entry = people.get(person.person)
            if entry is not None and entry.employment == "agent":
                continue
            counting = [share for share in person.shares if share.fte is not None or not share.is_interim]
            if all(share.fte is None for share in counting):
                continue
            over = _first_over(counting, limit)
            if over is not None:
                yield _found(context, person, counting, over)


def _time(share: Share) -> float:
    return 1.0 if share.fte is None else share.fte


def _first_over(shares: list[Share], limit: float) -> Share | None:
    """The share with which the sum passes the limit for good, if the whole is over."""
    total = sum(map(_time, shares))
    if total <= limit + _ROUNDING:
        return None
    reached = 0.0
    for share in shares:
        reached += _time(share)
        if reached > limit + _ROUNDING:
            return share
    return shares[-1]


def _found(context: RuleContext, person: SharedPerson, shares: list[Share], over: Share) -> Found:
    organization = context.organization
    parts = [f"{quoted(share.seat)} {_time(share):g}{_NOT_GIVEN if share.fte is None else ''}" for share in shares]
    shown = named(organization, "people", person.person)
    others = [share for share in shares if share is not over][:MOST_RELATED]
    related = [
        (holder_spot(organization, share.seat, share.number), f"holds {quoted(share.seat)} too") for share in others
    ]
    return Found(
        f"{shown} holds {counted(len(shares), 'position')} with {sum(map(_time, shares)):g} of full time together, "
        f"{context.policy.fte:g} at most: {listed(parts)}",
        holder_spot(organization, over.seat, over.number),
        (person.entity, *person.seats),
        tuple(related),
        subject=person.person,
    )

"""ORG108: the holder of a seat is no person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import Organization, Spot, entity
from orgmodel.model.positions import Position
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, counted

_WORDS = (
    r"tb[acdhn]|t\.b\.[acdhn]\.?|to be (?:\w+ )?(?:announced|appointed|confirmed|decided|defined|determined|filled|"
    r"found|hired|named|recruited)|"
    r"(?:new |open |future |planned |current |unfilled )?(?:vacancy|vacant|opening|hire|requisition|headcount)|"
    r"vacant (?:position|post|role|seat)|(?:open|empty|new|unfilled) (?:position|post|req|role|seat)|"
    r"(?:position|post|role|seat) (?:open|vacant)|open|empty|unfilled|not filled|hiring|recruiting|"
    r"(?:awaiting|under|in) recruit(?:ment|ing)|placeholder|unassigned|not assigned|unknown|nobody|no one|none|null|"
    r"n/a|n\.a\.|n/d|n\.n\.|vakant|unbesetzt|unbekannt|vacante|à pourvoir|"
    r"[?.…\-–—_*#/]+|x{2,}|(?=x\b)x"
)
_PLACEHOLDER = re.compile(rf"\W?\s*(?:{_WORDS})\s*(?:[#(\[:,/–—-].*|#?\d+)?\W?\Z", re.DOTALL)
"""For names in lower case: a pattern that ignores the case takes twice as long."""

_FEW = 1_000


class PlaceholderHolder(Rule):
    """One finding for each placeholder; besides, every seat that is vacant by its status and yet held."""

    code = "ORG108"
    name = "placeholder-holder"
    severity = Severity.WARNING
    title = "The holder of a position is no person"
    why = (
        "A seat held by TBD counts as filled: the gap is not seen, and all the seats of TBD look like one busy person."
    )
    bad = """\
orgmodel: 1
positions:
  cpo: {title: Chief Product Officer, holder: Ada Park}
  pm:
    title: Product Manager
    reports_to: cpo
    holder: TBD  # [ORG108]
"""
    good = """\
orgmodel: 1
positions:
  cpo: {title: Chief Product Officer, holder: Ada Park}
  pm:
    title: Product Manager
    reports_to: cpo
    holder: ~
"""
    fix = (
        "Leave the holder empty: that is a vacancy. For a table name the word in its include: `words: {vacant: [...]}`."
    )

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Find holders whose name says that nobody is there."""
        organization = context.organization
        groups: dict[str, list[tuple[str, str, Spot]]] = {}
        seats = organization.positions
        for name in seats if _may_hold(_holders(context)) else context.seats_with("status"):
            seat = seats[name]
            if seat.status is not None and seat.status != "filled":
                if seat.status == "vacant" and (seat.holder is not None or seat.holders):
                    yield from _vacant_but_held(name, seat)
                continue
            if seat.holder is not None:
                if is_placeholder(seat.holder) and seat.holder not in organization.people:
                    groups.setdefault(seat.holder.casefold(), []).append((name, seat.holder, _spot(name, "holder")))
            elif seat.holders:
                for text, spot in _placeholders(organization, name, seat):
                    groups.setdefault(text.casefold(), []).append((name, text, spot))
        for places in groups.values():
            yield _found(places)


def _holders(context: RuleContext) -> list[str | None]:
    seats = context.organization.positions
    listed = [held.person for name in context.seats_with("holders") for held in seats[name].holders]
    return context.of_seats("holder") + listed


def _may_hold(names: Iterable[str | None]) -> bool:
    """Whether any of these may be a placeholder: one look at many names together, which begin a line each."""
    named = list(filter(None, names))
    if len(named) < _FEW:
        return True
    return re.search(rf"\n\W?\s*(?:{_WORDS})", "\n".join(("", *named)).casefold()) is not None


def is_placeholder(text: str) -> bool:
    """Whether a name says that nobody is there, or nobody yet."""
    return _PLACEHOLDER.match(text.casefold()) is not None


def _spot(name: str, *way: str | int) -> Spot:
    return Spot("positions", name, way)


def _placeholders(organization: Organization, name: str, seat: Position) -> Iterator[tuple[str, Spot]]:
    for i, holder in enumerate(seat.holders):
        text = holder.person
        if text is not None and is_placeholder(text) and text not in organization.people:
            yield text, _spot(name, "holders", i, "person")


def _found(places: list[tuple[str, str, Spot]]) -> Found:
    (name, text, spot), *others = places
    seats = tuple(dict.fromkeys(entity("positions", name) for name, _, _ in places))
    held = f"position {quoted(name)}" if len(seats) == 1 else counted(len(seats), "position")
    return Found(
        f"{quoted(text)} stands as the holder of {held}, which {'is' if len(seats) == 1 else 'are'} then not vacant",
        spot,
        seats,
        tuple((other, f"and of position {quoted(seat)}") for seat, _, other in others[:MOST_RELATED]),
        subject=text.casefold(),
    )


def _vacant_but_held(name: str, seat: Position) -> Iterator[Found]:
    people = [holder.person for holder in seat.held_by() if holder.person is not None]
    if not people or any(map(is_placeholder, people)):
        return
    yield Found(
        f"position {quoted(name)} is vacant by its status, yet {quoted(people[0])} is named as its holder",
        _spot(name, "status"),
        (entity("positions", name),),
        ((_spot(name, "holder" if seat.holder is not None else "holders"), "the holder"),),
        fix="Remove the status, or the holder.",
    )

"""How findings about seats name rows in their places, and the seats that answer for them."""

from __future__ import annotations

from orgmodel.model.organization import Spot
from orgmodel.reading.names import printable, quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.answers import Stake
from orgmodel.rules.row.judged import JudgedRow
from orgmodel.rules.row.phrases import party, rows_named
from orgmodel.rules.rule import Where
from orgmodel.rules.wording import MOST_RELATED, listed, named

_MOST_SEATS = 5


def stake_party(context: RuleContext, stake: Stake) -> str:
    """The party of a stake by id and title."""
    return party(context.organization, stake.kind, stake.name)


def stake_rows(context: RuleContext, stake: Stake) -> str:
    """The rows of a stake; where they exist in certain places, these too."""
    shown = rows_named(context.organization, stake.rows)
    places = stake.places
    if not places:
        return shown
    if len(places) > 1:
        of_all = f" of {stake.out_of:,}" if stake.out_of else ""
        return f"{shown} in {len(places):,}{of_all} places ({listed([quoted(name) for name in places], 3)})"
    place = next(iter(places.values()))
    if place.unit is not None:
        return f"{shown} in unit {named(context.organization, 'units', place.unit)}"
    return f"{shown} for position {named(context.organization, 'positions', place.seat or '')}"


def seats_and_people(context: RuleContext, stake: Stake) -> str:
    """The seats of a stake, each with who sits in it."""
    shown = [_seat(context, seat) for seat in stake.resolved.seats[: _MOST_SEATS + 1]]
    more = len(stake.resolved.seats) - _MOST_SEATS
    return listed(shown, _MOST_SEATS) if more < 2 else f"{', '.join(shown[:_MOST_SEATS])} and {more:,} more"


def _seat(context: RuleContext, seat: str) -> str:
    holders = context.resolver.holders
    state = holders.state(seat)
    weight = context.organization.positions[seat].seats
    people = [printable(holders.person_name(holding.person), 60) for holding in state.holdings]
    if people:
        who = listed(people)
    elif weight > 1:
        who = f"{weight:,} like seats"
    else:
        who = "vacant" if state.is_vacant else "not disclosed"
    return f"{quoted(seat)} ({who})"


def stake_entities(stake: Stake) -> tuple[str, ...]:
    """All concerned: the row first when it is one, else the party that is the cause."""
    cause = f"{stake.kind}:{stake.name}"
    rows = stake.entities()
    seats = tuple(f"position:{seat}" for seat in stake.resolved.seats[:1_000])
    ordered = (*rows, cause, *seats) if len(rows) == 1 else (cause, *rows, *seats)
    return tuple(dict.fromkeys(ordered))


def stake_subject(stake: Stake) -> str:
    """What stays the same when rows come and go: the party, its seats, or the place where it has none."""
    where: tuple[str, ...] = ()
    if stake.out_of:
        where = (f"per {stake.held[0][0].activity.per}",)
    elif not stake.anywhere:
        where = tuple(stake.places)
    return " ".join((f"{stake.kind}:{stake.name}", *stake.resolved.seats[:1_000], *where))


def letter_spot(stake: Stake, row: JudgedRow, part: str) -> Spot:
    """Where a row gives its letter to the party of a stake."""
    cells = row.owners if part == "owner" else row.doers
    return next(cell.spot for cell in cells if (cell.kind, cell.name) == (stake.kind, stake.name))


def stake_places(stake: Stake, part: str, *, seats: str = "") -> tuple[tuple[Where, str], ...]:
    """The other rows of a stake, and its seats with a note."""
    note = "owned too" if part == "owner" else "done too"
    rows = tuple((letter_spot(stake, row, part), note) for row in stake.rows[1 : MOST_RELATED + 1])
    if not seats:
        return rows
    return (*rows, *((Spot("positions", seat), seats) for seat in stake.resolved.seats[:MOST_RELATED]))

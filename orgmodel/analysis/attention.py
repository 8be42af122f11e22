"""What wants somebody's attention: rows without an owner, with several, and what rests on vacant seats.

Rows that suffer from one cause stand together, so that one sentence can tell them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from orgmodel.analysis.ownership import Ownership, OwnershipReader, hands_on
from orgmodel.graph.lines import VACANT
from orgmodel.graph.resolution import Cell, Instance, Resolved, Resolver
from orgmodel.model.organization import Organization


class Cause(StrEnum):
    """Why a row is not clear."""

    NOBODY = "no owner letter"
    NOT_SAID = "no source names an owner"
    NO_SEAT = "the owner has no seat"
    SEVERAL = "several owners decided"
    DISAGREEMENT = "several owners claimed"
    SEVERAL_SEATS = "several seats answer"
    VACANT = "the seats are vacant"


@dataclass(frozen=True, slots=True)
class Concern:
    """One cause and the rows it concerns. `owners` are the owner letters, `party` what one of them means there."""

    cause: Cause
    rows: tuple[Instance, ...]
    owners: tuple[Cell, ...] = ()
    party: Resolved | None = None


@dataclass(frozen=True, slots=True)
class EmptySeat:
    """A seat, or several that one letter means, with nobody in them: the rows and reports that rest on it.

    `people` are the keys of those who stand in.
    """

    seats: tuple[str, ...]
    rows: tuple[Instance, ...] = ()
    reports: tuple[str, ...] = ()
    people: tuple[str, ...] = ()

    @property
    def weight(self) -> int:
        """How much rests on it."""
        return len(self.rows) + len(self.reports)


@dataclass(frozen=True, slots=True)
class Attention:
    """Everything the first page tells. `judged` counts the rows that ask for an owner, `clear` those of them
    without any concern, `unasked` the rows that ask for none: left open on purpose, or by their scheme.
    `unowned` are those of the latter that say why nobody owns them.
    """

    missing: tuple[Concern, ...] = ()
    double: tuple[Concern, ...] = ()
    empty: tuple[EmptySeat, ...] = ()
    judged: int = 0
    clear: int = 0
    unasked: int = 0
    unowned: tuple[str, ...] = ()


def attention_of(organization: Organization, resolver: Resolver) -> Attention:
    """What wants attention, in the order of the files."""
    return _Reading(organization, resolver).read()


_Key = tuple[object, ...]


class _Reading:
    def __init__(self, organization: Organization, resolver: Resolver) -> None:
        self.organization = organization
        self.resolver = resolver
        self.reader = OwnershipReader(organization, resolver)
        self.groups: dict[_Key, list[Instance]] = {}
        self.samples: dict[_Key, tuple[tuple[Cell, ...], Resolved | None]] = {}

    def read(self) -> Attention:
        judged = clear = unasked = 0
        for name in self.reader.activities():
            ownerships = self.reader.of_activity(name)
            if not ownerships or self._is_unasked(name, ownerships):
                unasked += 1
                continue
            judged += 1
            found = [self._take(name, ownership) for ownership in ownerships]
            clear += not any(found)
        concerns = [Concern(Cause(str(key[0])), tuple(rows), *self.samples[key]) for key, rows in self.groups.items()]
        return Attention(
            missing=_of(concerns, Cause.NOBODY, Cause.NOT_SAID, Cause.NO_SEAT),
            double=_of(concerns, Cause.SEVERAL, Cause.DISAGREEMENT, Cause.SEVERAL_SEATS),
            empty=tuple(self._empty(_of(concerns, Cause.VACANT))) if self.reader.has_holders else (),
            judged=judged,
            clear=clear,
            unasked=unasked,
            unowned=tuple(
                name for name in self.reader.activities() if self.organization.activities[name].unowned is not None
            ),
        )

    def _is_unasked(self, name: str, ownerships: list[Ownership]) -> bool:
        """Sources claim letters, none of them an owner's, and the scheme does not ask for one."""
        is_without = ownerships[0].on_paper and not ownerships[0].owners
        return is_without and self._is_claimed(name) and not self._is_demanded(name)

    def _is_claimed(self, name: str) -> bool:
        row = self.resolver.row(name)
        return not row.is_decided and bool(row.cells or row.denials)

    def _is_demanded(self, name: str) -> bool:
        letters = self.organization.letters_of(self.organization.activities[name]).values()
        return any(letter.min for letter in letters if "owner" in letter.traits)

    def _take(self, name: str, ownership: Ownership) -> bool:
        """Put the row to those with the same cause; False when it is clear."""
        if not ownership.on_paper:
            concerned = [self._take_party(ownership, party) for party in ownership.resolved]
            return any(concerned)
        if ownership.owners:
            claimed = all(cell.is_claim for cell in ownership.owners)
            cause = Cause.DISAGREEMENT if claimed else Cause.SEVERAL
            self._add((cause, name), ownership.instance, ownership.owners)
        else:
            self._add((Cause.NOT_SAID if self._is_claimed(name) else Cause.NOBODY,), ownership.instance)
        return True

    def _take_party(self, ownership: Ownership, party: Resolved) -> bool:
        if not self.organization.positions or party.is_external:
            return False
        if not party.seats and not party.people:
            cause = Cause.NO_SEAT
        elif hands_on(ownership.instance, party) > 1:
            cause = Cause.SEVERAL_SEATS
        elif self.reader.has_holders and party.is_all_vacant:
            cause = Cause.VACANT
        else:
            return False
        key = (cause, party.kind, party.name, party.seats)
        self._add(key, ownership.instance, ownership.owners, party)
        return True

    def _add(self, key: _Key, instance: Instance, owners: tuple[Cell, ...] = (), party: Resolved | None = None) -> None:
        self.groups.setdefault(key, []).append(instance)
        self.samples.setdefault(key, (owners, party))

    # -- vacancies

    def _empty(self, concerns: tuple[Concern, ...]) -> Iterator[EmptySeat]:
        rows: dict[tuple[str, ...], list[Instance]] = {}
        for concern in concerns:
            if concern.party is not None:
                rows.setdefault(concern.party.seats, []).extend(concern.rows)
        lines = self.resolver.lines
        for name, status in zip(lines.ids, lines.statuses, strict=True):
            if status == VACANT:
                rows.setdefault((name,), [])
        found = [self._empty_seat(seats, tuple(dict.fromkeys(held))) for seats, held in rows.items()]
        yield from sorted(found, key=lambda seat: -seat.weight)

    def _empty_seat(self, seats: tuple[str, ...], rows: tuple[Instance, ...]) -> EmptySeat:
        stand_ins = (self.resolver.holders.stand_in(seat) for seat in seats)
        people = tuple(dict.fromkeys(person for found in stand_ins if found is not None for person in found.people))
        reports: list[str] = []
        if len(seats) == 1:
            in_force = self.resolver.seating.in_force
            reports = [name for name in self.resolver.lines.reports(seats[0]) if name in in_force]
        return EmptySeat(seats, rows, tuple(reports), people)


def _of(concerns: list[Concern], *causes: Cause) -> tuple[Concern, ...]:
    return tuple(concern for concern in concerns if concern.cause in causes)

"""Which line each seat has on a day: written, derived from its role, or none, and why."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import compress, count

from orgmodel.graph.derivation import Derivation
from orgmodel.graph.hierarchy import (
    AMBIGUOUS,
    MISSING,
    NOT_YET,
    SELF,
    TOP,
    UNRESOLVED,
    Hierarchy,
    build_hierarchy,
)
from orgmodel.graph.loops import Edge
from orgmodel.graph.seating import Seating
from orgmodel.model.lines import Line
from orgmodel.model.organization import Organization
from orgmodel.model.positions import Position
from orgmodel.model.values import Status

NONE, WRITTEN, DERIVED = range(3)
"""How a seat came to its line: it has none, the file says so, or its role does."""

STATUSES: tuple[Status, ...] = ("filled", "vacant", "planned", "ended")
FILLED, VACANT, PLANNED, ENDED = range(4)
"""The codes in `Lines.statuses`."""


class Lines:
    """The lines of all seats on a day, as arrays over `ids`.

    `parent` holds the manager's index, or why there is none (a cause of `hierarchy`). Where `how` is
    WRITTEN and the cause UNRESOLVED, `unresolved` has the name that was written; where the cause is
    AMBIGUOUS, `candidates` has the indices. `extra` are all further lines; `second` those of them that
    the entry which counts writes itself (several managers on one day), `extra` also those of repeats.
    `irregular` are the seats whose lines are more than one name: dated, several, or of several entries.
    `left_out` are planned seats that are not shown. `weights` has the seats that stand for several.
    """

    def __init__(self, org: Organization, day: date, ids: list[str], statuses: bytearray) -> None:
        self.org = org
        self.day = day
        self.ids = ids
        self.statuses = statuses
        self.index = dict(zip(ids, range(len(ids)), strict=True))
        self.parent = array("i", [TOP]) * len(ids)
        self.how = bytearray(len(ids))
        self.candidates: dict[int, tuple[int, ...]] = {}
        self.extra: list[Edge] = []
        self.irregular: list[int] = []
        self.second: dict[int, tuple[int, ...]] = {}
        self.unresolved: dict[int, str] = {}
        self.weights: dict[int, int] = {}
        self.left_out: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def seating(self) -> Seating:
        """Where the seats in force are; made when a line has to be derived or a role to be found."""
        return Seating(self.org, self.day, self._in_force)

    @property
    def _in_force(self) -> dict[str, int]:
        """The seats that exist on the day, with their place among the others."""
        if max(self.statuses, default=VACANT) <= VACANT:
            return self.index
        return {name: i for (name, i), code in zip(self.index.items(), self.statuses, strict=True) if code <= VACANT}

    @cached_property
    def hierarchy(self) -> Hierarchy:
        """Everything about who is above and below whom."""
        return build_hierarchy(self.parent, self.extra)

    @cached_property
    def unjudged(self) -> frozenset[int]:
        """Seats of whose line nothing can be said: they have ended, or it joins two that are in a loop."""
        looping, parent = self.hierarchy.looping, self.parent
        return self.ended.union(i for i in looping if parent[i] in looping)

    @cached_property
    def ended(self) -> frozenset[int]:
        """Seats that have ended."""
        if ENDED not in self.statuses:
            return frozenset()
        return frozenset(compress(count(), map(ENDED.__eq__, self.statuses)))

    def manager(self, position: str) -> str | None:
        """The position a seat reports to."""
        i = self.index.get(position)
        return self._name(self.parent[i]) if i is not None else None

    def cause(self, position: str) -> int | None:
        """Why a seat has no manager; None when it has one."""
        above = self.parent[self.index[position]]
        return above if above < 0 else None

    def is_derived(self, position: str) -> bool:
        """Whether the seat's line comes from its role."""
        return self.how[self.index[position]] == DERIVED

    def status(self, position: str) -> Status:
        """What the seat is on the day."""
        return STATUSES[self.statuses[self.index[position]]]

    def reports(self, position: str) -> list[str]:
        """The seats that report to this one."""
        i = self.index.get(position)
        return [] if i is None else [self.ids[child] for child in self.hierarchy.children(i)]

    def chain(self, position: str) -> list[str]:
        """The seats above this one, nearest first."""
        i = self.index.get(position)
        return [] if i is None else [self.ids[above] for above in self.hierarchy.chain(i)]

    def weight(self, i: int) -> int:
        """How many like seats an entry stands for."""
        return self.weights.get(i, 1)

    def number(self, entries: Collection[int]) -> int:
        """How many like seats several entries stand for together."""
        more = sum(self.weights.get(i, 1) - 1 for i in entries) if self.weights else 0
        return len(entries) + more

    def _name(self, i: int) -> str | None:
        return self.ids[i] if i >= 0 else None


def read_lines(org: Organization, day: date, *, planned: bool = False) -> Lines:
    """The line of each seat on that day.

    Planned seats are left out unless asked for; a line that leads to one then has the cause NOT_YET.
    A seat outside its own dates is judged on the nearest day on which it exists.
    """
    statuses = _statuses(org.positions.values(), day)
    ids = list(org.positions)
    left_out: tuple[str, ...] = ()
    if not planned and PLANNED in statuses:
        left_out = tuple(name for name, code in zip(ids, statuses, strict=True) if code == PLANNED)
        ids = [name for name, code in zip(ids, statuses, strict=True) if code != PLANNED]
        statuses = bytearray(code for code in statuses if code != PLANNED)
    lines = Lines(org, day, ids, statuses)
    lines.left_out = left_out
    _Reading(lines).read()
    return lines


def _statuses(seats: Iterable[Position], day: date) -> bytearray:
    codes = bytearray()
    append = codes.append
    code_of = {word: code for code, word in enumerate(STATUSES)}
    for seat in seats:
        if seat.status is None and seat.from_ is None and seat.until is None and not seat.holders:
            append(VACANT if seat.holder is None else FILLED)
        else:
            append(code_of[seat.status_on(day)])
    return codes


class _Reading:
    """Fills the arrays of `Lines`: one pass for ordinary seats, a slower way for the others."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.org = lines.org
        self.repeats: dict[str, list[Position]] = lines.org.repeats.get("positions", {})

    @cached_property
    def derivation(self) -> Derivation:
        return Derivation(self.lines.seating)

    def read(self) -> None:
        lines, positions, repeats = self.lines, self.org.positions, self.repeats
        index, parent, how = lines.index, lines.parent, lines.how
        asks = {name for name, role in self.org.roles.items() if role.reports_to}
        seats = map(positions.__getitem__, lines.ids) if lines.left_out else positions.values()
        for i, (name, seat) in enumerate(zip(lines.ids, seats, strict=True)):
            if seat.seats != 1:
                lines.weights[i] = seat.seats
            written = seat.reports_to
            if repeats and name in repeats:
                self._set_written(i, seat, repeats[name])
            elif not written:
                if written is None and seat.role in asks:
                    self._set_derived(i, seat)
            elif len(written) > 1 or (line := written[0]).from_ is not None or line.until is not None:
                self._set_written(i, seat, ())
            else:
                above = index.get(line.to)
                how[i] = WRITTEN
                if above is not None and above != i:
                    parent[i] = above
                else:
                    parent[i] = self._target(i, line)

    def _set_written(self, i: int, seat: Position, repeats: Sequence[Position]) -> None:
        """A seat with several lines, with dates, or with several entries: the first line counts."""
        self.lines.irregular.append(i)
        own = list(_in_force(seat, self.lines.day))
        others = [line for row in repeats for line in _in_force(row, self.lines.day)]
        if not own and not others:
            self._set_without(i, seat)
            return
        lines = self.lines
        first, *further = own + others
        lines.how[i] = WRITTEN
        lines.parent[i] = above = self._target(i, first)
        targets = [self._place(line) for line in further]
        seen = {i, above}
        lines.extra.extend((i, target) for target in targets if target >= 0 and target not in seen)
        second = tuple(dict.fromkeys(target for target in targets[: len(own) - 1] if target >= 0))
        second = tuple(target for target in second if target not in seen)
        if own and second:
            lines.second[i] = second

    def _set_without(self, i: int, seat: Position) -> None:
        """No line on this day: on purpose, or derived; missing if there is one on other days."""
        if seat.reports_to == ():
            return
        self._set_derived(i, seat)
        if seat.reports_to and self.lines.parent[i] == TOP:
            self.lines.parent[i] = MISSING

    def _set_derived(self, i: int, seat: Position) -> None:
        lines = self.lines
        candidates = self.derivation.candidates(seat.role, seat.unit)
        if candidates is None:
            return
        places = tuple(lines.index[name] for name in candidates if lines.index[name] != i)
        if len(places) == 1:
            lines.how[i] = DERIVED
            lines.parent[i] = places[0]
        elif places:
            lines.parent[i] = AMBIGUOUS
            lines.candidates[i] = places
        else:
            lines.parent[i] = MISSING

    def _place(self, line: Line) -> int:
        return self.lines.index.get(line.to, UNRESOLVED)

    def _target(self, i: int, line: Line) -> int:
        above = self._place(line)
        if above == i:
            return SELF
        if above == UNRESOLVED:
            if line.to in self.org.positions:
                return NOT_YET
            self.lines.unresolved[i] = line.to
        return above


def _in_force(seat: Position, day: date) -> Iterator[Line]:
    """The written lines that count on the day, or on the nearest day on which the seat exists."""
    if seat.from_ is not None and day < seat.from_:
        day = seat.from_
    if seat.until is not None and day > seat.until:
        day = seat.until
    return (line for line in seat.reports_to or () if line.in_force(day))

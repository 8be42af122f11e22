"""What every entry of an organisation is on a day, field by field, under the names of the file format.

A field is written as in the file; `fields.site` and `skills.discovery` reach into a mapping, and a field
that leads to another entry may be followed: `reports_to.role`, `unit.kind`, `holder.employment`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from itertools import compress
from operator import attrgetter
from typing import Any

from orgmodel.analysis.fields import FIELDS, PARTY, Field
from orgmodel.graph.holding import Holders
from orgmodel.graph.letters import LetterReader, parse_assignee
from orgmodel.graph.lines import VACANT, Lines
from orgmodel.model.organization import PLURAL, Organization
from orgmodel.model.positions import Position

Value = str | float | date | bool


class Attributes:
    """Reads fields of entries; what is costly is worked out at the first question."""

    org: Organization
    day: date
    lines: Lines

    def __init__(self, org: Organization, lines: Lines, holders: Holders | None = None) -> None:
        """`holders` are those of the day, if they are known already."""
        self.org = org
        self.day = lines.day
        self.lines = lines
        self.holders = holders or Holders(org, lines.day)
        self._entries: dict[str, tuple[str, ...]] = {}

    def entries(self, kind: str) -> tuple[str, ...]:
        """The entries of a kind (`role`, `position`, ...) that exist on the day.

        People are those of `people` and everybody else who holds a seat.
        """
        if kind not in self._entries:
            self._entries[kind] = self._find_entries(kind)
        return self._entries[kind]

    def _find_entries(self, kind: str) -> tuple[str, ...]:
        org, lines = self.org, self.lines
        if kind == "position":
            return tuple(lines.seating.in_force)
        if kind == "person":
            return (*org.people, *(person for person in self.seats_of if person not in org.people))
        known = [name for name in org.section(PLURAL[kind]) if f"{kind}:{name}" not in org.silent]
        if kind == "role":
            return tuple(known)
        return tuple(name for name in known if org.section(PLURAL[kind])[name].in_force(self.day))

    def values(self, kind: str, name: str, field: str) -> tuple[Value, ...]:
        """The values of a field that `field_at` knows; none when it is not set."""
        if "." not in field:
            return self._read((kind, name), field)
        entries = {(kind, name): None}
        rest = field
        while True:
            step, _, onward = rest.partition(".")
            if not onward:
                return _set(value for entry in entries for value in self._read(entry, step))
            found: dict[tuple[str, str], None] = {}
            inner: list[Any] = []
            for entry in entries:
                told = FIELDS[entry[0]].get(step)
                if told is not None and told.within is not None:
                    inner += told.within(self, entry[1], onward)
                elif told is not None:
                    found.update(dict.fromkeys(self._named(told, entry, step)))
            if inner:
                return _set(inner)
            # Each entry once for every step: many ways may lead to one.
            entries, rest = found, onward
            if not entries:
                return ()

    def _read(self, entry: tuple[str, str], step: str) -> tuple[Value, ...]:
        told = FIELDS[entry[0]].get(step)
        return _set(told.read(self, entry[1])) if told is not None and told.read is not None else ()

    def _named(self, field: Field, entry: tuple[str, str], step: str) -> Iterator[tuple[str, str]]:
        """The entries that the values of a field name, as far as they exist."""
        for value in self._read(entry, step):
            kind, name = field.leads_to or "", str(value)
            if kind == PARTY:
                kind, name = parse_assignee(self.org, name)
            if kind and self._exists(kind, name):
                yield kind, name

    def _exists(self, kind: str, name: Any) -> bool:
        if kind == "position":
            return name in self.lines.index
        if kind == "person":
            return name in self.org.people or name in self.seats_of
        return name in self.org.section(PLURAL[kind])

    # -- what fields share

    @cached_property
    def seats_of(self) -> dict[str, list[str]]:
        """The seats of everybody who holds one, by person as in `Organization.person_key`."""
        found: dict[str, list[str]] = {}
        for name in self.entries("position"):
            for holding in self.holders.state(name).holdings:
                found.setdefault(holding.person, []).append(name)
        return found

    @cached_property
    def rows(self) -> LetterReader:
        """The letters of activities."""
        return LetterReader(self.org, self.day)

    @cached_property
    def spans(self) -> dict[str, int]:
        """Direct reports in force by solid line of every manager: vacant seats count, assistants do not."""
        lines, positions = self.lines, self.org.positions
        assistants = set(compress(positions, map(attrgetter("assistant"), positions.values())))
        found: Counter[int] = Counter()
        found.update(
            [
                above
                for above, status, name in zip(lines.parent, lines.statuses, lines.ids, strict=True)
                if above >= 0 and status <= VACANT and name not in assistants
            ]
        )
        for i, weight in lines.weights.items():
            above = lines.parent[i]
            if above >= 0 and lines.statuses[i] <= VACANT and lines.ids[i] not in assistants:
                found[above] += weight - 1
        return {lines.ids[manager]: count for manager, count in found.items()}

    def seat(self, name: str) -> Position:
        """A position."""
        return self.org.positions[name]

    def count(self, seats: Iterable[str]) -> int:
        """How many seats these entries stand for."""
        return sum(self.seat(name).seats for name in seats)

    def people_in(self, seats: Iterable[str]) -> set[str]:
        """Everybody who sits in one of these seats; undisclosed holders count each by their seat."""
        found: set[str] = set()
        for name in seats:
            state = self.holders.state(name)
            found.update(holding.person for holding in state.holdings)
            if state.is_undisclosed:
                found.add(f"\0{name}")
        return found

    def upward(self, unit: str | None) -> Iterable[str]:
        """A unit and those that it lies within."""
        return () if unit is None else self.lines.seating.units.upward(unit)


def _set(values: Iterable[Any]) -> tuple[Value, ...]:
    return tuple(value for value in dict.fromkeys(values) if value is not None and value != "")

"""The organisation while it is being put together from files, with the place of everything in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from orgmodel.findings import Fault, Related
from orgmodel.loading.places import Origin, Places, Segment
from orgmodel.loading.problems import Problem
from orgmodel.model.organization import Organization, entity
from orgmodel.reading.names import printable
from orgmodel.source import Place


@dataclass(slots=True)
class Assembly:
    """Collects entries; the first entry of an id counts, further ones are kept as repeats.

    `policy_told` has what the files say about each key of the policy, as it was read.
    """

    organization: Organization
    places: Places
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    made_roles: set[str] = field(default_factory=set)
    made_units: set[str] = field(default_factory=set)
    grouped: set[str] = field(default_factory=set)
    row_people: set[str] = field(default_factory=set)
    policy_told: dict[str, Any] = field(default_factory=dict)

    def add(self, kind: str, name: str, record: Any, origin: Origin, entry: str | int) -> None:
        """Add one entry under its id."""
        section = self.organization.section(kind)
        if name in section:
            self.organization.repeats.setdefault(kind, {}).setdefault(name, []).append(record)
            self.places.repeats.setdefault((kind, name), []).append((origin, entry))
            return
        section[name] = record
        self._segment(kind, origin, len(section) - 1, entry)

    def add_section(self, kind: str, records: dict[str, Any], origin: Origin) -> None:
        """Add the entries of a whole section; the origin knows them by their id."""
        section = self.organization.section(kind)
        if not section or section.keys().isdisjoint(records):
            self.places.segments.setdefault(kind, []).append(Segment(len(section), origin))
            section.update(records)
            return
        for name, record in records.items():
            self.add(kind, name, record, origin, name)

    def add_all(self, kind: str, names: Sequence[str], records: Iterable[Any], origin: Origin) -> None:
        """Add the records of a whole table, in order."""
        section = self.organization.section(kind)
        rows: list[int] = []
        start = len(section)
        records = list(records)
        if (
            all(record is not None for record in records)
            and len(set(names)) == len(names)
            and section.keys().isdisjoint(names)
        ):
            section.update(zip(names, records, strict=True))
            if names:
                self.places.segments.setdefault(kind, []).append(Segment(start, origin, range(len(names))))
            return
        for row, (name, record) in enumerate(zip(names, records, strict=True)):
            if record is None:
                continue
            if name in section:
                self.organization.repeats.setdefault(kind, {}).setdefault(name, []).append(record)
                self.places.repeats.setdefault((kind, name), []).append((origin, row))
            else:
                section[name] = record
                rows.append(row)
        if rows:
            whole = len(rows) == rows[-1] + 1 and rows[0] == 0
            kept: Sequence[int] = range(len(rows)) if whole else rows
            self.places.segments.setdefault(kind, []).append(Segment(start, origin, kept))

    def add_listed(self, kind: str, records: Sequence[Any], origin: Origin, entries: Sequence[int | str]) -> None:
        """Add records of a section without ids (`assignments`, `waivers`)."""
        listed: list[Any] = getattr(self.organization, kind)
        if records:
            self.places.segments.setdefault(kind, []).append(Segment(len(listed), origin, entries))
            listed.extend(records)

    def _segment(self, kind: str, origin: Origin, index: int, entry: str | int) -> None:
        segments = self.places.segments.setdefault(kind, [])
        last = segments[-1] if segments else None
        if isinstance(entry, str):
            if last is None or last.origin is not origin:
                segments.append(Segment(index, origin))
        elif last is not None and last.origin is origin and isinstance(last.rows, list):
            last.rows.append(entry)
        else:
            segments.append(Segment(index, origin, [entry]))

    def report(
        self,
        problem: Problem,
        origin: Origin,
        entry: str | int,
        subject: str,
        base: tuple[str | int, ...] = (),
    ) -> None:
        """Keep a problem of an entry as a fault at its place."""
        place = origin.place(entry, (*base, *problem.way), key=problem.key)
        self.fault(
            problem.rule,
            _about(subject, problem.message),
            place,
            entities=(subject,) if subject else (),
            fix=problem.fix,
            lost=problem.lost,
        )

    def fault(
        self,
        rule: str,
        message: str,
        place: Place,
        *,
        related: tuple[Related, ...] = (),
        entities: tuple[str, ...] = (),
        fix: str = "",
        lost: str = "",
    ) -> None:
        """Keep a fault."""
        self.faults.append(Fault(rule, message, place, related, entities, fix, lost))


def _about(subject: str, message: str) -> str:
    kind, _, name = subject.partition(":")
    return f'{kind} "{printable(name)}": {message}' if name else message


def subject_of(kind: str, name: str) -> str:
    """How an entry is named in faults about it."""
    return entity(kind, name)

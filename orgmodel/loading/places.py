"""From a spot of the model to its place in a file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from orgmodel.model.organization import Organization, Spot
from orgmodel.source import Place

Way = tuple[str | int, ...]


class Origin(Protocol):
    """A part of a file in which entries of one kind stand."""

    def place(self, entry: str | int, way: Way, *, key: bool) -> Place:
        """The place of a field of an entry, or of the entry itself when `way` is empty."""
        ...


class Marked(Protocol):
    """A document that knows where its values stand."""

    def place(self, route: Way, *, key: bool = False) -> Place:
        """The place of the value at `route`, or of its key."""
        ...


class Celled(Protocol):
    """A table that knows where its cells stand."""

    def place(self, row_index: int, column: int) -> Place:
        """The place of a cell; rows and columns count from 0."""
        ...

    def heading_place(self, column: int) -> Place:
        """The place of a heading; columns count from 0."""
        ...


@dataclass(frozen=True, slots=True)
class SectionOrigin:
    """Entries under one key of a YAML or JSON document."""

    document: Marked
    route: Way

    def place(self, entry: str | int, way: Way, *, key: bool) -> Place:
        """See `Origin.place`. Without `way` the key of the entry is the place."""
        if way:
            return self.document.place((*self.route, entry, *way), key=key)
        return self.document.place((*self.route, entry), key=isinstance(entry, str))


@dataclass(frozen=True, slots=True)
class TableOrigin:
    """Entries that are records of a table: field to column number (from 0)."""

    table: Celled
    columns: Mapping[str, int]
    default: int = 0

    def place(self, entry: str | int, way: Way, *, key: bool) -> Place:
        """See `Origin.place`; `entry` is the index of the record."""
        name = ".".join(str(step) for step in way)
        column = self.columns.get(name)
        if column is None and way:
            column = self.columns.get(str(way[0]))
        column = self.default if column is None else column
        return self.table.heading_place(column) if entry == -1 else self.table.place(int(entry), column)


@dataclass(slots=True)
class Segment:
    """Entries that follow one another in a section and come from one origin.

    `rows` holds the record of each entry; None means that the origin knows entries by their id.
    """

    start: int
    origin: Origin
    rows: Sequence[int | str] | None = None


@dataclass(slots=True)
class Places:
    """Where everything in a model stands.

    `policy_items` has the lists of the policy, which several files may add to: (key, number) to the file and the
    number in it.
    """

    organization: Organization
    main: Place
    segments: dict[str, list[Segment]] = field(default_factory=dict)
    repeats: dict[tuple[str, str], list[tuple[Origin, str | int]]] = field(default_factory=dict)
    single: dict[tuple[str, str], tuple[Origin, str | int]] = field(default_factory=dict)
    renamed: dict[tuple[str, str], str] = field(default_factory=dict)
    policy_items: dict[tuple[str | int, ...], tuple[Origin, int]] = field(default_factory=dict)
    _indices: dict[str, dict[str, int]] = field(default_factory=dict)

    def place(self, spot: Spot) -> Place:
        """The place of a spot; of the nearest thing around it when the spot itself is not written."""
        if spot.kind == "policy" and spot.path[:2] in self.policy_items:
            told, number = self.policy_items[spot.path[:2]]
            return told.place("policy", (spot.path[0], number, *spot.path[2:]), key=spot.key)
        origin, entry = self._origin(spot)
        if origin is None:
            return self.main
        return origin.place(entry, spot.path, key=spot.key)

    def promote(self, kind: str, name: str, repeat: int) -> None:
        """From now on a repeat (from 0) stands where the entry that counts stood; that one takes its place."""
        further = self.repeats[kind, name]
        first = self._origin(Spot(kind, name))
        if first[0] is not None:
            self.single[kind, name], further[repeat] = further[repeat], (first[0], first[1])

    def keep_repeats(self, kind: str, name: str, numbers: Iterable[int]) -> None:
        """Only these repeats (from 0) of an entry are left."""
        further = self.repeats[kind, name]
        self.repeats[kind, name] = [further[number] for number in numbers]

    def hold(self, kind: str) -> None:
        """Remember where entries stand now, before some of them are left out or renamed."""
        self._index(kind, "")

    def _origin(self, spot: Spot) -> tuple[Origin | None, str | int]:
        if self.renamed and isinstance(spot.id, str) and (spot.kind, spot.id) in self.renamed:
            spot = replace(spot, id=self.renamed[spot.kind, spot.id])
        if spot.occurrence:
            further = self.repeats.get((spot.kind, str(spot.id)), [])
            if spot.occurrence <= len(further):
                return further[spot.occurrence - 1]
        name = ".".join(map(str, spot.path)) if spot.kind == "policy" else str(spot.id)
        found = self.single.get((spot.kind, name)) or self.single.get((spot.kind, str(spot.id)))
        if found is not None:
            return found
        segments = self.segments.get(spot.kind)
        if not segments:
            return None, spot.id
        if len(segments) == 1 and segments[0].rows is None and spot.kind not in self._indices:
            is_there = spot.id in self.organization.section(spot.kind)
            return segments[0].origin if is_there else None, spot.id
        index = spot.id if isinstance(spot.id, int) else self._index(spot.kind, spot.id)
        if index is None:
            return None, spot.id
        segment = segments[max(0, bisect_right(segments, index, key=_start) - 1)]
        if segment.rows is not None:
            return segment.origin, segment.rows[index - segment.start]
        return segment.origin, spot.id if isinstance(spot.id, str) else index - segment.start

    def _index(self, kind: str, name: str) -> int | None:
        indices = self._indices.get(kind)
        if indices is None:
            section: dict[str, Any] = self.organization.section(kind) if hasattr(self.organization, kind) else {}
            indices = dict(zip(section, range(len(section)), strict=True))
            self._indices[kind] = indices
        return indices.get(name)


def _start(segment: Segment) -> int:
    return segment.start

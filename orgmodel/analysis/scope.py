"""How much a role spans: rows it answers for, seats below it, and the numbers among its own fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate

from orgmodel.analysis.path_records import Extent, Measure, ScopeLine
from orgmodel.analysis.role_reader import RoleReader
from orgmodel.analysis.role_records import Profile
from orgmodel.graph.lines import ENDED, Lines, read_lines

_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,6})?")


@dataclass(frozen=True, slots=True)
class Scope:
    """The measures of one role; those that nobody gives are missing."""

    measures: dict[tuple[Measure, str], Extent] = field(default_factory=dict)


class ScopeReader:
    """Measures the roles of a model; spans are read once for all of them."""

    def __init__(self, reader: RoleReader, owned: Mapping[str, int]) -> None:
        self.reader = reader
        self.owned = owned
        self._spans: dict[str, tuple[list[int], list[int]]] | None = None

    def scope(self, profile: Profile) -> Scope:
        """What one role spans."""
        name = profile.role.id
        measures: dict[tuple[Measure, str], Extent] = {}
        if self.reader.organization.activities:
            measures["rows owned", ""] = _extent([self.owned.get(name, 0)])
        if self.reader.organization.positions:
            reports, below = self._spans_of().get(name, ([], []))
            if reports:
                measures["direct reports", ""] = _extent(reports)
                measures["seats below", ""] = _extent(below)
        else:
            measures["roles below", ""] = _extent([len(profile.below)])
        for key, value in profile.fields.items():
            if _NUMBER.fullmatch(value.strip()):
                measures["field", key] = _extent([float(value)])
        return Scope(measures)

    def _spans_of(self) -> dict[str, tuple[list[int], list[int]]]:
        if self._spans is None:
            self._spans = _spans(read_lines(self.reader.organization, self.reader.day))
        return self._spans


def scope_lines(before: Scope, after: Scope) -> tuple[ScopeLine, ...]:
    """Both side by side; a measure that is zero on both sides says nothing and is left out."""
    return tuple(_lines(before.measures, after.measures))


def _lines(
    before: Mapping[tuple[Measure, str], Extent], after: Mapping[tuple[Measure, str], Extent]
) -> Iterator[ScopeLine]:
    for measure, name in dict.fromkeys((*before, *after)):
        low, up = before.get((measure, name)), after.get((measure, name))
        if any(one is not None and one.high for one in (low, up)):
            factor = up.mean / low.mean if low is not None and up is not None and low.mean > 0 else None
            yield ScopeLine(measure, name, low, up, factor)


def _spans(lines: Lines) -> dict[str, tuple[list[int], list[int]]]:
    """Direct reports and all seats below of each seat in force, by role. An ended seat is nobody's report."""
    hierarchy = lines.hierarchy
    weights = [0 if lines.statuses[i] == ENDED else lines.weight(i) for i in range(len(lines))]
    sums = list(accumulate((weights[i] for i in hierarchy.order), initial=0))
    found: dict[str, tuple[list[int], list[int]]] = {}
    for i, name in enumerate(lines.ids):
        role = lines.org.positions[name].role
        if role is not None and lines.statuses[i] != ENDED:
            reports, below = found.setdefault(role, ([], []))
            first = hierarchy.rank[i]
            reports.append(sum(weights[child] for child in hierarchy.children(i)))
            below.append(sums[first + hierarchy.subtree[i]] - sums[first + 1])
    return found


def _extent(figures: Iterable[float]) -> Extent:
    known = list(figures)
    return Extent(min(known), max(known), sum(known) / len(known))

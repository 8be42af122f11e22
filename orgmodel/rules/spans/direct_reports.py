"""How many seats report to each seat on the day, and how many are asked for."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import compress, repeat
from typing import TYPE_CHECKING

from orgmodel.graph.lines import VACANT
from orgmodel.model.organization import Spot
from orgmodel.model.policy import Bounds, SpanLimit

if TYPE_CHECKING:
    from orgmodel.rules.context import RuleContext


@dataclass(frozen=True, slots=True)
class Limit:
    """The limits of one manager, and where the policy writes them if for some managers only."""

    min: int | None
    max: int | None
    spot: Spot | None = None
    preset: str | None = None

    @property
    def related(self) -> tuple[tuple[Spot, str], ...]:
        """The place of the limit, for findings."""
        return ((self.spot, "the limit for this manager"),) if self.spot is not None else ()

    @property
    def named(self) -> str:
        """` (coach)` for a limit from a preset."""
        return f" ({self.preset})" if self.preset is not None else ""


class DirectReports:
    """Direct reports by solid line: seats in force, vacant ones included, an entry for six as six.

    Planned and ended seats do not count, nor do assistants. Of several managers the first has the seat.
    """

    def __init__(self, context: RuleContext) -> None:
        self.organization = context.organization
        self.lines = context.lines
        self._context = context

    @cached_property
    def assistants(self) -> frozenset[int]:
        """The seats of assistants."""
        index = self.lines.index
        return frozenset(index[name] for name in self._context.seats_with("assistant") if name in index)

    @cached_property
    def counts(self) -> array[int]:
        """For each seat how many report to it."""
        lines, passed_over = self.lines, self._passed_over
        counts = lines.hierarchy.spans()
        for i in passed_over:
            if lines.parent[i] >= 0:
                counts[lines.parent[i]] -= 1
        for i, weight in lines.weights.items():
            if lines.parent[i] >= 0 and i not in passed_over:
                counts[lines.parent[i]] += weight - 1
        return counts

    @cached_property
    def _passed_over(self) -> frozenset[int]:
        """Seats that are nobody's direct report."""
        statuses = self.lines.statuses
        if max(statuses, default=VACANT) <= VACANT:
            return self.assistants
        return self.assistants.union(i for i, status in enumerate(statuses) if status > VACANT)

    @cached_property
    def managers(self) -> tuple[int, ...]:
        """Seats in force to which somebody reports."""
        statuses, counts = self.lines.statuses, self.counts
        led = compress(range(len(counts)), counts)
        return tuple(i for i in led if counts[i] > 0 and statuses[i] <= VACANT)

    def reports(self, i: int) -> list[int]:
        """The seats that count as direct reports of one."""
        statuses, assistants = self.lines.statuses, self.assistants
        children = self.lines.hierarchy.children(i)
        return [child for child in children if statuses[child] <= VACANT and child not in assistants]

    def vacant(self, i: int) -> int:
        """How many direct reports of a seat are vacancies."""
        lines = self.lines
        return sum(lines.weight(child) for child in self.reports(i) if lines.statuses[child] == VACANT)

    def grouped(self, i: int) -> int:
        """How many direct reports of a seat stand in groups of a table that names a senior post for each group."""
        lines, grouped = self.lines, self.organization.grouped
        return sum(lines.weight(child) for child in self.reports(i) if lines.ids[child] in grouped) if grouped else 0

    def planned(self, i: int) -> int:
        """How many seats that do not exist yet name this one as their manager."""
        return self._planned.get(self.lines.ids[i], 0)

    def leads_anybody(self, seat: str) -> bool:
        """Whether anything reports to a seat: assistants and planned seats too."""
        i = self.lines.index.get(seat)
        return seat in self._planned or (i is not None and self.lines.hierarchy.span(i) > 0)

    @cached_property
    def _planned(self) -> Counter[str]:
        planned = (self.organization.positions[name] for name in self.lines.left_out)
        found: Counter[str] = Counter()
        for seat in planned:
            for line in (seat.reports_to or ())[:1]:
                found[line.to] += seat.seats
        return found

    @property
    def in_loops(self) -> frozenset[int]:
        """Seats on a reporting loop: how many report to them follows from that fault."""
        return self.lines.hierarchy.looping

    # -- limits

    def limit(self, i: int) -> Limit:
        """The limits of a manager: those of the first entry of `policy.spans` that fits, else `policy.span`."""
        for number, entry in enumerate(self._limits):
            if self._fits(entry, i):
                return Limit(entry.min, entry.max, Spot("policy", "", ("spans", number)), entry.preset)
        return self._usual

    def limits(self) -> Iterable[Limit]:
        """The limits of all managers."""
        if not self._limits:
            return repeat(self._usual, len(self.managers))
        return map(self.limit, self.managers)

    @cached_property
    def _limits(self) -> tuple[SpanLimit, ...]:
        return self._context.policy.spans

    @cached_property
    def _usual(self) -> Limit:
        span: Bounds = self._context.policy.span
        return Limit(span.min, span.max)

    def _fits(self, entry: SpanLimit, i: int) -> bool:
        name = self.lines.ids[i]
        seat = self.organization.positions[name]
        if entry.role is not None and seat.role != entry.role:
            return False
        if entry.level is not None:
            role = self.organization.role_of(name)
            level = seat.level if seat.level is not None or role is None else role.level
            if level != entry.level:
                return False
        units = self.organization.units
        if entry.kind is not None and not any(units[unit].kind == entry.kind for unit in self._units_of(name)):
            return False
        return entry.unit is None or not self._within(entry.unit).isdisjoint(self._units_of(name, known=False))

    def _units_of(self, name: str, *, known: bool = True) -> list[str]:
        """The unit a seat is in, and those it heads."""
        own = self.organization.positions[name].unit
        found = [own] if own is not None and (not known or own in self.organization.units) else []
        return found + self._headed.get(name, [])

    @cached_property
    def _headed(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name, unit in self.organization.units.items():
            for head in unit.headed_by():
                found.setdefault(head, []).append(name)
        return found

    def _within(self, unit: str) -> frozenset[str]:
        if unit not in self._subtrees:
            self._subtrees[unit] = frozenset(self._context.units.downward(unit))
        return self._subtrees[unit]

    @cached_property
    def _subtrees(self) -> dict[str, frozenset[str]]:
        return {}


def more_planned(number: int) -> str:
    """`; 2 more are planned`, or nothing."""
    return f"; {number:,} more {'is' if number == 1 else 'are'} planned" if number else ""


def judged(reports: DirectReports) -> Iterator[tuple[int, int, int, Limit]]:
    """Every manager: which seat, how many report to it, how many seats it stands for, and its limits."""
    counts, weights = reports.counts, reports.lines.weights
    for i, limit in zip(reports.managers, reports.limits(), strict=True):
        yield i, counts[i], max(1, weights.get(i, 1)) if weights else 1, limit

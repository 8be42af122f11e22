"""Seats in force that report to a seat in which nobody can lead them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import compress, count

from orgmodel.graph.lines import FILLED, VACANT
from orgmodel.model.organization import Spot, entity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.lines.reporting import line_spot
from orgmodel.rules.wording import MOST_RELATED, counted, listed, named


@dataclass(frozen=True, slots=True)
class LedByNobody:
    """A manager's seat and its reports in force, with how many seats these stand for and how many are filled."""

    manager: str
    reports: tuple[str, ...]
    seats: int
    filled: int

    @property
    def entities(self) -> tuple[str, ...]:
        """The manager's seat, then its reports."""
        return tuple(entity("positions", name) for name in (self.manager, *self.reports))

    def told(self, context: RuleContext) -> str:
        """`3 positions report to it: "a", "b" and "c"`, and how many of them are vacant."""
        reports = "reports" if self.seats == 1 else "report"
        vacant = f" ({self.seats - self.filled:,} vacant)" if self.filled != self.seats else ""
        shown = listed([named(context.organization, "positions", name) for name in self.reports], 3)
        return f"{counted(self.seats, 'position')}{vacant} {reports} to it: {shown}"

    def related(self, context: RuleContext) -> tuple[tuple[Spot, str], ...]:
        """Where the lines of the reports are written."""
        reports = self.reports[:MOST_RELATED]
        return tuple(
            (line_spot(context.organization, "positions", name, self.manager), "reports to it") for name in reports
        )


def led_by_nobody(context: RuleContext, status: int) -> Iterator[LedByNobody]:
    """Managers' seats of that status with reports in force; of a vacant seat one report must be filled."""
    lines = context.lines
    hierarchy, statuses = lines.hierarchy, lines.statuses
    for i in compress(count(), map(status.__eq__, statuses)):
        if not hierarchy.span(i):
            continue
        reports = [child for child in hierarchy.children(i) if statuses[child] <= VACANT]
        filled = lines.number([child for child in reports if statuses[child] == FILLED])
        if filled or (reports and status != VACANT):
            names = tuple(map(lines.ids.__getitem__, reports))
            yield LedByNobody(lines.ids[i], names, lines.number(reports), filled)

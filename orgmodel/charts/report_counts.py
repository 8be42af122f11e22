"""How many stand directly below each card of a chart, shown or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from orgmodel.charts.wording import counted
from orgmodel.graph.hierarchy import Hierarchy


class ReportCounts:
    """Counts of direct reports, where `show` asks for them; `weigh` says for how many one counts."""

    def __init__(
        self,
        hierarchy: Hierarchy,
        places: Iterable[int],
        show: tuple[str, ...],
        weigh: Callable[[int], int] = lambda _: 1,
        word: str = "report",
    ) -> None:
        self.word = word
        self.counts: Counter[int] = Counter()
        if "span" in show:
            for place in places:
                self.counts[hierarchy.cut_parent[place]] += weigh(place)

    def badge(self, place: int | None) -> tuple[str, ...]:
        """What the card of a place says, if anything stands below it."""
        if place is None or not self.counts[place]:
            return ()
        return (counted(self.counts[place], self.word),)

"""What both ends of every line have: one look at each distinct pair spares one at each line."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cached_property
from itertools import compress, count, repeat
from typing import Generic, TypeVar

from orgmodel.graph.hierarchy import CAUSES

_Had = TypeVar("_Had")


class LineEnds(Generic[_Had]):
    """A column of what the members of a hierarchy have, and what their managers have: None where there is none."""

    def __init__(self, lower: Sequence[_Had | None], parent: Sequence[int]) -> None:
        # Causes are negative indices: they fall into spare cells at the end, so no test is needed.
        cells = [*lower, *repeat(None, CAUSES)]
        self.lower = lower
        self.upper: list[_Had | None] = list(map(cells.__getitem__, parent))

    @cached_property
    def pairs(self) -> frozenset[tuple[_Had | None, _Had | None]]:
        """Every pair of report and manager, each once."""
        return frozenset(zip(self.lower, self.upper, strict=True))

    def where(self, is_wanted: Callable[[_Had, _Had], bool]) -> list[int]:
        """The reports on lines with a wanted pair; lines that lack something at an end have none."""
        known = ((own, above) for own, above in self.pairs if own is not None and above is not None)
        return self.having({pair for pair in known if is_wanted(*pair)})

    def having(self, pairs: Collection[tuple[_Had | None, _Had | None]]) -> list[int]:
        """The reports on lines with one of these pairs."""
        if not pairs:
            return []
        return list(compress(count(), map(pairs.__contains__, zip(self.lower, self.upper, strict=True))))

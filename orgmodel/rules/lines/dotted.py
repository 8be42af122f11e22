"""The dotted lines of a model: of its positions and of its roles, in force on the day."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from orgmodel.graph.loops import Edge
from orgmodel.model.organization import Spot
from orgmodel.rules.context import RuleContext


class DottedLines:
    """The dotted lines of all entries of a kind, as columns: of whom, to whom, and the how manyth of the entry.

    Roles of a library that nobody names have none.
    """

    def __init__(self, context: RuleContext, kind: str) -> None:
        self.kind = kind
        self.names: list[str] = []
        self.to: list[str] = []
        self.numbers: list[int] = []
        self._context = context
        for name, entry in self._entries():
            for number, line in enumerate(entry.dotted_to or ()):
                if (line.from_ is None and line.until is None) or line.in_force(context.day):
                    self.names.append(name)
                    self.to.append(line.to)
                    self.numbers.append(number)

    def _entries(self) -> Iterable[tuple[str, Any]]:
        if self.kind == "roles":
            return self._context.organization.counting("roles").items()
        positions = self._context.organization.positions
        return ((name, positions[name]) for name in self._context.seats_with("dotted_to"))

    @cached_property
    def ends(self) -> list[tuple[int | None, int | None]]:
        """Where both ends stand among the solid lines of the kind; None for what is not there."""
        index = self._context.lines.index if self.kind == "positions" else self._context.role_lines.index
        return list(zip(map(index.get, self.names), map(index.get, self.to), strict=True))

    @cached_property
    def steps(self) -> dict[Edge, int]:
        """The lines from one entry to another one, and which line it is; the first where one is written again."""
        steps: dict[Edge, int] = {}
        for i, (lower, upper) in enumerate(self.ends):
            if lower is not None and upper is not None and lower != upper:
                steps.setdefault((lower, upper), i)
        return steps

    def spot(self, i: int) -> Spot:
        """Where one of the lines is written."""
        return Spot(self.kind, self.names[i], ("dotted_to", self.numbers[i]))

"""Lines beside the first solid one: a dotted line says who else leads, and what it states needs no finding."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from functools import cached_property

from orgmodel.graph.loops import Edge
from orgmodel.rules.authority.standing import NOBODY, Standing
from orgmodel.rules.context import RuleContext
from orgmodel.rules.lines.reporting import Reporting


class SecondLines:
    """Dotted lines in force, and solid lines beyond the first. A line counts for all below whoever has it."""

    def __init__(
        self, context: RuleContext, reporting: Reporting, index: Mapping[str, int], extra: Iterable[Edge]
    ) -> None:
        self.ids = reporting.ids
        self.hierarchy = reporting.hierarchy
        self._to = _second(context, reporting, index, extra)
        self._carried: dict[Standing, Standing] = {}
        self._tied: dict[tuple[Standing, Standing], bool] = {}

    @cached_property
    def _carrier(self) -> array[int]:
        """For every node the nearest on its line upward, itself included, that has a second line."""
        found = array("i", [NOBODY]) * len(self.ids)
        above = self.hierarchy.cut_parent
        for node in self.hierarchy.order:
            if node in self._to:
                found[node] = node
            elif above[node] >= 0:
                found[node] = found[above[node]]
        return found

    def are_tied(self, lowers: Standing, uppers: Standing) -> bool:
        """Whether a second line leads from one of these, or from somebody above it, to the others or below them."""
        if not self._to:
            return False
        if lowers.is_few:
            return True in [self.is_tied(lower, uppers) for lower in lowers.members]
        return any(self._is_part_tied(lower, upper) for lower in lowers.parts for upper in uppers.parts)

    def _is_part_tied(self, lowers: Standing, uppers: Standing) -> bool:
        if lowers.is_few:
            return any(self.is_tied(lower, uppers) for lower in lowers.members)
        key = (lowers, uppers)
        if key not in self._tied:
            targets = self._targets(lowers)
            if len(targets) <= len(uppers):
                tied = any(uppers.above(target, itself=True) is not None for target in targets.members)
            else:
                tied = any(targets.below(upper) for upper in uppers.members)
            self._tied[key] = tied
        return self._tied[key]

    def is_tied(self, lower: int, uppers: Standing) -> bool:
        """Like `are_tied`, for one."""
        if not self._to:
            return False
        carrier = self._carrier[lower]
        if carrier == NOBODY:
            return False
        above = self.hierarchy.cut_parent
        while carrier != NOBODY:
            for target in self._to[carrier]:
                if uppers.are_above(target):
                    return True
            carrier = self._carrier[above[carrier]] if above[carrier] >= 0 else NOBODY
        return False

    def _targets(self, part: Standing) -> Standing:
        """Whom the second lines of these lead to."""
        if part not in self._carried:
            targets = [target for node in self._carriers(part.members) for target in self._to[node]]
            self._carried[part] = Standing(self.hierarchy, targets)
        return self._carried[part]

    def _carriers(self, nodes: Iterable[int]) -> set[int]:
        """Everybody with a second line among these and those above them."""
        found: set[int] = set()
        above = self.hierarchy.cut_parent
        for node in nodes:
            carrier = self._carrier[node]
            while carrier != NOBODY and carrier not in found:
                found.add(carrier)
                carrier = self._carrier[above[carrier]] if above[carrier] >= 0 else NOBODY
        return found


def _second(
    context: RuleContext, reporting: Reporting, index: Mapping[str, int], extra: Iterable[Edge]
) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    section = context.organization.section(reporting.kind)
    for name in context.seats_with("dotted_to") if reporting.kind == "positions" else reporting.ids:
        node = index.get(name)
        if node is None:
            continue
        for line in section[name].dotted_to or ():
            target = index.get(line.to)
            if target is not None and target != node and line.in_force(context.day):
                found.setdefault(node, []).append(target)
    for node, target in extra:
        found.setdefault(node, []).append(target)
    return found

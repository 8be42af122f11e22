"""Ways up a ladder, over `promotes_to`: the shortest one, the others, and what can be reached at all."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from orgmodel.graph.role_lines import beyond
from orgmodel.model.organization import Organization, entity

Way = tuple[str, ...]

_MOST_WAYS = 5
_MOST_TRIED = 10_000
"""Beginnings of ways that are looked at: in a dense net of promotions there are more ways than anybody can list."""


class Promotions:
    """The promotions between roles that exist.

    Roles that a library alone brings count only where asked for; else promotions pass over them.
    """

    def __init__(self, organization: Organization, ends: Iterable[str]) -> None:
        silent = organization.silent
        if any(entity("roles", name) in silent for name in ends):
            silent = frozenset()
        self.roles = [name for name in organization.roles if not silent or entity("roles", name) not in silent]
        known = frozenset(self.roles)
        self.up: dict[str, list[str]] = {name: [] for name in self.roles}
        self.down: dict[str, list[str]] = {name: [] for name in self.roles}
        for name in self.roles:
            targets = organization.roles[name].promotes_to
            if silent:
                targets = tuple(each for target in targets for each in beyond(organization, target, "promotes_to"))
            for upper in dict.fromkeys(targets):
                if upper in known and upper != name:
                    self.up[name].append(upper)
                    self.down[upper].append(name)

    def shortest(self, start: str, goal: str) -> Way | None:
        """The way with the fewest steps; of several the one that the file names first."""
        came_from: dict[str, str | None] = {start: None}
        waiting = deque([start])
        while waiting and goal not in came_from:
            name = waiting.popleft()
            for upper in self.up[name]:
                if upper not in came_from:
                    came_from[upper] = name
                    waiting.append(upper)
        if goal not in came_from:
            return None
        way: list[str] = []
        at: str | None = goal
        while at is not None:
            way.append(at)
            at = came_from[at]
        return tuple(reversed(way))

    def others(self, start: str, goal: str, known: Way) -> tuple[tuple[Way, ...], bool]:
        """Further ways without a rung twice, shortest first; and whether there may be more of them."""
        leading = self.reachable(goal, back=True) | {goal}
        waiting: deque[Way] = deque([(start,)])
        found: list[Way] = []
        for _ in range(_MOST_TRIED):
            if not waiting:
                return tuple(found), False
            way = waiting.popleft()
            if way[-1] == goal:
                found += [way] if way != known else []
                if len(found) > _MOST_WAYS:
                    return tuple(found[:_MOST_WAYS]), True
                continue
            waiting.extend((*way, upper) for upper in self.up[way[-1]] if upper in leading and upper not in way)
        return tuple(found), True

    def reachable(self, start: str, *, back: bool = False) -> frozenset[str]:
        """All roles that ways from here lead to; or, back, all from which ways lead here."""
        onward = self.down if back else self.up
        seen = {start}
        waiting = [start]
        while waiting:
            for name in onward[waiting.pop()]:
                if name not in seen:
                    seen.add(name)
                    waiting.append(name)
        return frozenset(seen - {start})

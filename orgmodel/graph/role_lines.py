"""The usual lines from role to role, for models that have no positions."""

from __future__ import annotations

from collections.abc import Container
from datetime import date
from functools import cached_property

from orgmodel.graph.hierarchy import SELF, TOP, UNRESOLVED, Hierarchy, build_hierarchy
from orgmodel.graph.loops import Edge
from orgmodel.model.lines import Line
from orgmodel.model.organization import Organization, entity


def beyond(org: Organization, target: str, kind: str) -> list[str]:
    """The role itself; in the place of one of a library that nothing names, the roles that it leads on to.

    `kind` is `reports_to` or `promotes_to`; other relations end there.
    """
    waiting, found = [target], {target}
    for name in waiting:
        if entity("roles", name) in org.silent:
            role = org.roles[name]
            lines = [line.to for line in role.reports_to or ()] if kind == "reports_to" else ()
            further = role.promotes_to if kind == "promotes_to" else lines
            waiting += [other for other in further if other not in found]
            found.update(waiting)
    return [name for name in waiting if entity("roles", name) not in org.silent]


class RoleLines:
    """Roles that have a line up or down, as arrays over `ids`; the others are `unplaced`.

    `parent`, `extra` and `unresolved` mean what they mean for seats. Silent roles of a library are
    passed over: the line goes on to the next role above.
    """

    def __init__(self, org: Organization, day: date | None) -> None:
        self.org = org
        self.day = day
        shown = dict.fromkeys(name for name in org.roles if entity("roles", name) not in org.silent)
        self._targets = {name: self._above(name, shown) for name in shown}
        named = {target for name, targets in self._targets.items() for target in targets if target != name}
        placed = [name for name in shown if self._targets[name] or name in named]
        self.ids = placed
        self.index = {name: i for i, name in enumerate(placed)}
        self.unplaced = tuple(name for name in shown if name not in self.index)
        self.extra: list[Edge] = []
        self.unresolved: dict[int, str] = {}
        self.parent = [self._parent_of(i, self._targets[name]) for i, name in enumerate(placed)]

    @cached_property
    def hierarchy(self) -> Hierarchy:
        """Everything about which role is above and below which."""
        return build_hierarchy(self.parent, self.extra)

    def _lines(self, role: str) -> list[Line]:
        lines = self.org.roles[role].reports_to or ()
        return [line for line in lines if self.day is None or line.in_force(self.day)]

    def _above(self, role: str, shown: Container[str]) -> list[str]:
        """The shown roles that the lines of a role lead to, and those that do not exist."""
        found = []
        for line in self._lines(role):
            target: str | None = line.to
            seen = {role}
            while target in self.org.roles and target not in shown and target not in seen:
                seen.add(target)
                further = self._lines(target)
                target = further[0].to if further else None
            if target is not None:
                found.append(target)
        return list(dict.fromkeys(found))

    def _parent_of(self, i: int, targets: list[str]) -> int:
        if not targets:
            return TOP
        places = [self.index.get(target, UNRESOLVED) for target in targets]
        self.extra.extend((i, place) for place in places[1:] if place not in {UNRESOLVED, i})
        if places[0] == UNRESOLVED:
            self.unresolved[i] = targets[0]
        return SELF if places[0] == i else places[0]


def role_lines(org: Organization, day: date | None = None) -> RoleLines:
    """The lines between roles: on a day, or without one whatever their dates."""
    return RoleLines(org, day)

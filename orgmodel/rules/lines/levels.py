"""Lines between levels: how high each seat and its manager stand, and which lines share one cause."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from orgmodel.graph.lines import ENDED
from orgmodel.model.organization import Organization, entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.lines.reporting import Reporting, line_spot, reporting
from orgmodel.rules.rule import Found
from orgmodel.rules.wording import MOST_RELATED, counted, listed, named


class LevelLine(NamedTuple):
    """One line, by the numbers of its two ends, with their levels."""

    report: int
    manager: int
    level: int
    above: int


@dataclass(slots=True)
class LevelLines:
    """Lines with one cause: between two roles by whose levels they are judged, or to one manager.

    `role` and `over` are empty where a seat has a level of its own. `pairs` are (report, manager).
    """

    kind: str
    role: str
    over: str
    pairs: list[tuple[str, str]] = field(default_factory=list)
    levels: list[tuple[int, int]] = field(default_factory=list)

    @property
    def subject(self) -> str:
        """The cause: the two roles, or the manager."""
        return f"{self.role} {self.over}" if self.role else self.pairs[0][1]

    def found(self, context: RuleContext, ending: str = "") -> Found:
        """One finding for all of these lines."""
        organization = context.organization
        spots = [line_spot(organization, self.kind, *pair) for pair in self.pairs[:MOST_RELATED]]
        lower = dict.fromkeys(report for report, _ in self.pairs)
        upper = dict.fromkeys(manager for _, manager in self.pairs)
        return Found(
            self._told(organization) + ending,
            spots[0],
            tuple(entity(self.kind, name) for name in dict.fromkeys((*lower, *upper))),
            tuple((spot, "and here") for spot in spots[1:]),
            subject=self.subject,
        )

    def _told(self, organization: Organization) -> str:
        (report, manager), (level, above) = self.pairs[0], self.levels[0]
        if len(self.pairs) == 1:
            lower, upper = (named(organization, self.kind, name) for name in (report, manager))
            return f"{lower} of level {level} reports to {upper} of level {above}"
        reports = listed([quoted(name) for name, _ in self.pairs])
        if self.role:
            return (
                f"{counted(len(self.pairs), 'position')} of role {quoted(self.role)}, level {level}, report to "
                f"role {quoted(self.over)}, level {above}: {reports}"
            )
        named_reports = listed(
            [f"{quoted(name)} of level {own}" for (name, _), (own, _) in zip(self.pairs, self.levels, strict=True)]
        )
        number = counted(len(self.pairs), "position")
        return f"{number} report to {named(organization, self.kind, manager)} of level {above}: {named_reports}"


class Levels:
    """The level of every seat (its own, else that of its role), or of every role in a model without seats."""

    def __init__(self, context: RuleContext) -> None:
        self.context = context
        self.organization = context.organization

    def lines(self, wanted: Callable[[LevelLine], bool]) -> Iterator[LevelLines]:
        """Lines in force with such levels below and above, those of one cause together; without assistants."""
        if not self.has_any:
            return
        found, levels = self.reporting, self.levels
        together: dict[tuple[str, str], LevelLines] = {}
        for i, manager in enumerate(found.hierarchy.parent):
            level = levels[i]
            above = levels[manager] if manager >= 0 else None
            if level is None or above is None or not wanted(LevelLine(i, manager, level, above)):
                continue
            if self._is_passed_over(found, i, manager) or found.hierarchy.is_within_loop(i, manager):
                continue
            report, over = found.ids[i], found.ids[manager]
            roles = self._roles(found.kind, report, over)
            place = together.setdefault(roles or ("", over), LevelLines(found.kind, *(roles or ("", ""))))
            place.pairs.append((report, over))
            place.levels.append((level, above))
        yield from together.values()

    @property
    def has_any(self) -> bool:
        """Whether the model has levels at all."""
        roles = self.organization.counting("roles").values()
        return any(role.level is not None for role in roles) or any(self._own())

    @cached_property
    def reporting(self) -> Reporting:
        """The hierarchy whose lines are judged."""
        return reporting(self.context)

    @cached_property
    def levels(self) -> list[int | None]:
        """The level of each member of the hierarchy."""
        return self._levels(self.reporting)

    def is_usual(self, line: LevelLine) -> bool:
        """Whether the role of the report says that its seats report to the role of the manager."""
        if self.reporting.kind == "roles":
            return True
        positions, ids = self.organization.positions, self.reporting.ids
        role = self.organization.roles.get(positions[ids[line.report]].role or "")
        over = positions[ids[line.manager]].role
        return role is not None and any(usual.to == over for usual in role.reports_to or ())

    def _own(self) -> Sequence[str]:
        """Seats with a level of their own; a level of 0 counts with those of roles."""
        return self.context.seats_with("level")

    def _levels(self, found: Reporting) -> list[int | None]:
        roles = self.organization.roles
        if found.kind == "roles":
            return [roles[name].level for name in found.ids]
        of_role: dict[str | None, int] = {name: role.level for name, role in roles.items() if role.level is not None}
        seats = self.organization.positions
        return [of_role.get(seats[name].role) if seats[name].level is None else seats[name].level for name in found.ids]

    def _is_gone(self, found: Reporting, i: int) -> bool:
        return found.kind == "positions" and self.context.lines.statuses[i] == ENDED

    def _is_passed_over(self, found: Reporting, i: int, manager: int) -> bool:
        if self._is_gone(found, i) or self._is_gone(found, manager):
            return True
        return found.kind == "positions" and self.organization.positions[found.ids[i]].assistant

    def _roles(self, kind: str, report: str, manager: str) -> tuple[str, str] | None:
        """The two roles whose levels are judged, unless a seat has its own."""
        if kind == "roles":
            return report, manager
        lower, upper = self.organization.positions[report], self.organization.positions[manager]
        if lower.level is not None or upper.level is not None or lower.role is None or upper.role is None:
            return None
        return lower.role, upper.role

"""Lines between levels: how high each seat and its manager stand, and which lines share one cause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from orgmodel.model.organization import Organization, entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.line_ends import LineEnds
from orgmodel.rules.lines.reporting import Reporting, line_spot, reporting
from orgmodel.rules.rule import Found
from orgmodel.rules.wording import MOST_RELATED, counted, listed, named


@dataclass(slots=True)
class LevelLines:
    """Lines with one cause: between two roles by whose levels they are judged, or to one manager.

    Where a seat has a level of its own, `role` is empty and `over` the manager. `reports` are the lower ends.
    """

    among: Levels
    role: str
    over: str
    reports: list[int]

    @property
    def subject(self) -> str:
        """The cause: the two roles, or the manager."""
        return f"{self.role} {self.over}" if self.role else self.over

    def found(self, ending: str = "") -> Found:
        """One finding for all of these lines."""
        organization, kind = self.among.organization, self.among.reporting.kind
        pairs = [self.among.line(report) for report in self.reports]
        spots = [line_spot(organization, kind, *pair) for pair in pairs[:MOST_RELATED]]
        lower = dict.fromkeys(report for report, _ in pairs)
        upper = dict.fromkeys(manager for _, manager in pairs)
        return Found(
            self._told(organization, pairs) + ending,
            spots[0],
            tuple(entity(kind, name) for name in dict.fromkeys((*lower, *upper))),
            tuple((spot, "and here") for spot in spots[1:]),
            subject=self.subject,
        )

    def _told(self, organization: Organization, pairs: Sequence[tuple[str, str]]) -> str:
        kind, levels, first = self.among.reporting.kind, self.among.ends.lower, self.reports[0]
        (report, manager), level, above = pairs[0], levels[first], self.among.ends.upper[first]
        if len(pairs) == 1:
            lower, upper = (named(organization, kind, name) for name in (report, manager))
            return f"{lower} of level {level} reports to {upper} of level {above}"
        if self.role:
            return (
                f"{counted(len(pairs), 'position')} of role {quoted(self.role)}, level {level}, report to "
                f"role {quoted(self.over)}, level {above}: {listed([quoted(name) for name, _ in pairs])}"
            )
        named_reports = listed(
            [f"{quoted(name)} of level {levels[i]}" for i, (name, _) in zip(self.reports, pairs, strict=True)]
        )
        number = counted(len(pairs), "position")
        return f"{number} report to {named(organization, kind, manager)} of level {above}: {named_reports}"


class Levels:
    """The level of every seat (its own, else that of its role), or of every role in a model without seats."""

    def __init__(self, context: RuleContext) -> None:
        self.context = context
        self.organization = context.organization

    def lines(self, wanted: Callable[[int, int], bool]) -> list[int]:
        """The reports on lines in force with such levels below and above; without assistants."""
        if not self.has_any:
            return []
        found = self.ends.where(wanted)
        parent, gone, passed_over = self.reporting.hierarchy.parent, self._gone, self._passed_over
        if gone or passed_over:
            return [i for i in found if i not in passed_over and parent[i] not in gone]
        return found

    def together(self, reports: Iterable[int]) -> Iterator[LevelLines]:
        """The lines of these reports, those of one cause together."""
        parent, ids, own = self.reporting.hierarchy.parent, self.reporting.ids, self._own
        lower, upper = self.roles.lower, self.roles.upper
        found: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for i in reports:
            manager = parent[i]
            role, over = lower[i], upper[i]
            if role is None or over is None or i in own or manager in own:
                role, over = "", ids[manager]
            found[role, over].append(i)
        for (role, over), together in found.items():
            yield LevelLines(self, role, over, together)

    def line(self, i: int) -> tuple[str, str]:
        """A report and its manager."""
        ids = self.reporting.ids
        return ids[i], ids[self.reporting.hierarchy.parent[i]]

    @property
    def has_any(self) -> bool:
        """Whether the model has levels at all."""
        roles = self.organization.counting("roles").values()
        # A level of 0 of a seat counts with those of roles.
        return any(role.level is not None for role in roles) or bool(self.context.seats_with("level"))

    @cached_property
    def reporting(self) -> Reporting:
        """The hierarchy whose lines are judged."""
        return reporting(self.context)

    @cached_property
    def ends(self) -> LineEnds[int]:
        """The levels at both ends of each line."""
        return LineEnds(self._levels, self.reporting.hierarchy.parent)

    @cached_property
    def roles(self) -> LineEnds[str]:
        """The roles at both ends of each line; in a model without seats these are the ends themselves."""
        if self._is_of_roles:
            return LineEnds(self.reporting.ids, self.reporting.hierarchy.parent)
        return self.context.ends("role")

    @property
    def _is_of_roles(self) -> bool:
        return self.reporting.kind == "roles"

    @cached_property
    def _own(self) -> dict[int, int]:
        """The levels that seats have of their own."""
        if self._is_of_roles:
            return {}
        index = self.context.lines.index
        return {index[name]: level for name, level in self.context.rare_fields["level"].items() if name in index}

    @property
    def _levels(self) -> list[int | None]:
        roles = self.organization.roles
        if self._is_of_roles:
            return [roles[name].level for name in self.reporting.ids]
        of_role = {name: role.level for name, role in roles.items()}
        levels = list(map(of_role.get, self.context.of_lines("role")))
        for i, level in self._own.items():
            levels[i] = level
        return levels

    @property
    def _gone(self) -> frozenset[int]:
        """Seats that have ended."""
        return frozenset() if self._is_of_roles else self.context.lines.ended

    @property
    def _passed_over(self) -> frozenset[int]:
        """Reports whose line is not judged: assistants, those that have ended, and those in a loop."""
        if self._is_of_roles:
            hierarchy = self.reporting.hierarchy
            return frozenset(i for i in hierarchy.looping if hierarchy.parent[i] in hierarchy.looping)
        return self.context.lines.unjudged | self.context.direct_reports.assistants

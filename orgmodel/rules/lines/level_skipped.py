"""ORG226: a line that passes over a leader of a level between."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.lines.levels import LevelLines, Levels
from orgmodel.rules.rule import Found, Rule, later
from orgmodel.rules.wording import listed


class LevelSkipped(Rule):
    """One finding for each pair of roles, or for each manager where seats have levels of their own.

    Only where a leader of a level between reports to the same manager, and the role does not ask for this line.
    """

    code = "ORG226"
    name = "level-skipped"
    severity = Severity.INFO
    title = "A line passes over a level"
    why = (
        "Beside these reports stands somebody of a level between who leads others. A manager two levels up has less "
        "time for them, and the leader between wonders what their part is."
    )
    bad = """\
orgmodel: 1
roles: {cpo: {level: 6}, director: {level: 5}, pm: {level: 3}}
positions:
  chief: {role: cpo}
  dir-core: {role: director, reports_to: chief}
  pm-core: {role: pm, reports_to: dir-core}
  pm-growth: {role: pm, reports_to: chief}  # [ORG226]
"""
    good = """\
orgmodel: 1
roles: {cpo: {level: 6}, director: {level: 5}, pm: {level: 3}}
positions:
  chief: {role: cpo}
  dir-core: {role: director, reports_to: chief}
  pm-core: {role: pm, reports_to: dir-core}
  pm-growth: {role: pm, reports_to: dir-core}
"""
    fix = "Let the report go to the leader between, or write the line as the usual one of its role."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Levels of seats or of their roles; a mere list of roles says only what is usual."""
        levels = context.levels
        if not context.organization.positions or not levels.has_any:
            return
        between = _Between(levels)
        for found in levels.together(filter(between.is_passed_over, levels.lines(_are_far_apart))):
            yield later(_found, between, found)


def _are_far_apart(level: int, above: int) -> bool:
    return above - level > 1


def _found(between: _Between, lines: LevelLines) -> Found:
    levels = between.levels
    leaders = dict.fromkeys(leader for report in lines.reports for leader in between.leaders(report))
    shown = listed([f"{quoted(levels.reporting.ids[i])} of level {levels.ends.lower[i]}" for i in leaders], 3)
    return lines.found(f"; between them {'stands' if len(leaders) == 1 else 'stand'} {shown}")


class _Between:
    """Who stands between a report and its manager: other direct reports, who have reports themselves."""

    def __init__(self, levels: Levels) -> None:
        self.levels = levels
        self._parent = levels.reporting.hierarchy.parent
        self._roles = levels.organization.roles
        self._usual = {pair for pair in levels.roles.pairs if self._is_usual(*pair)}
        self._highest = self._highest_leaders()

    def _highest_leaders(self) -> dict[int, int]:
        """By manager the highest level of those reports of a lower level who have reports themselves."""
        lower, upper = self.levels.ends.lower, self.levels.ends.upper
        highest: dict[int, int] = {}
        for leader in set(self._parent):
            own, above = (lower[leader], upper[leader]) if leader >= 0 else (None, None)
            if own is not None and above is not None and own < above:
                manager = self._parent[leader]
                highest[manager] = max(own, highest.get(manager, own))
        return highest

    def is_passed_over(self, report: int) -> bool:
        """Whether there are leaders between, and the role does not ask for this line."""
        level, highest = self.levels.ends.lower[report], self._highest.get(self._parent[report])
        if level is None or highest is None or level >= highest:
            return False
        roles = self.levels.roles
        return (roles.lower[report], roles.upper[report]) not in self._usual

    def leaders(self, report: int) -> list[int]:
        """Those of a level above the report and below its manager."""
        hierarchy, levels = self.levels.reporting.hierarchy, self.levels.ends.lower
        level, above = levels[report], self.levels.ends.upper[report]
        if level is None or above is None:
            return []
        known = ((peer, levels[peer]) for peer in hierarchy.children(self._parent[report]) if hierarchy.span(peer))
        return [leader for leader, own in known if own is not None and level < own < above]

    def _is_usual(self, role: str | None, over: str | None) -> bool:
        """Whether a role says that its seats report to another one."""
        entry = self._roles.get(role or "")
        return entry is not None and any(usual.to == over for usual in entry.reports_to or ())

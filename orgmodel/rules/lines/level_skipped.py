"""ORG226: a line that passes over a leader of a level between."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.lines.levels import LevelLine, Levels
from orgmodel.rules.rule import Found, Rule
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
        levels = Levels(context)
        if not levels.has_any:
            return
        between = _Between(levels)
        for lines in levels.lines(lambda line: bool(between.leaders(line)) and not levels.is_usual(line)):
            index = context.lines.index
            leaders = dict.fromkeys(
                leader
                for (report, manager), (level, above) in zip(lines.pairs, lines.levels, strict=True)
                for leader in between.leaders(LevelLine(index[report], index[manager], level, above))
            )
            shown = listed([f"{quoted(levels.reporting.ids[i])} of level {levels.levels[i]}" for i in leaders], 3)
            yield lines.found(context, f"; between them {'stands' if len(leaders) == 1 else 'stand'} {shown}")


class _Between:
    """The direct reports of each manager who have reports themselves."""

    def __init__(self, levels: Levels) -> None:
        self.levels = levels
        self._leading: dict[int, list[tuple[int, int]]] = {}

    def leaders(self, line: LevelLine) -> list[int]:
        """Those of a level above the report and below the manager."""
        if line.above - line.level < 2:
            return []
        if line.manager not in self._leading:
            hierarchy = self.levels.reporting.hierarchy
            children = [child for child in hierarchy.children(line.manager) if hierarchy.span(child)]
            known = ((child, self.levels.levels[child]) for child in children)
            self._leading[line.manager] = [(child, level) for child, level in known if level is not None]
        leading = self._leading[line.manager]
        return [child for child, level in leading if line.level < level < line.above and child != line.report]

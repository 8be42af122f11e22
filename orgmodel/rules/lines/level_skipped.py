"""ORG226: a line that passes over a level."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.lines.levels import Levels
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import listed


class LevelSkipped(Rule):
    """One finding for each pair of roles, or for each manager where seats have levels of their own.

    Levels at which nobody stands are no step, and are not missed.
    """

    code = "ORG226"
    name = "level-skipped"
    severity = Severity.INFO
    title = "A line passes over a level"
    why = (
        "A manager two or more levels up has less time for the report, and those of the level between wonder "
        "whether they are passed over. In a small or young part it is ordinary."
    )
    bad = """\
orgmodel: 1
roles:
  cpo: {level: 6}
  director: {level: 5}
  pm: {level: 3}
positions:
  chief: {role: cpo}
  dir-core: {role: director, reports_to: chief}
  pm-core: {role: pm, reports_to: chief}  # [ORG226]
"""
    good = """\
orgmodel: 1
roles:
  cpo: {level: 6}
  director: {level: 5}
  pm: {level: 3}
positions:
  chief: {role: cpo}
  dir-core: {role: director, reports_to: chief}
  pm-core: {role: pm, reports_to: dir-core}
"""
    fix = "Let the report go to somebody of the level between, or accept it with a waiver."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Where somebody, anywhere in the model, stands at a level between the two."""
        levels = Levels(context)
        if not levels.has_any:
            return
        used = levels.in_use()

        def between(level: int, above: int) -> list[int]:
            return used[bisect_right(used, level) : bisect_left(used, above)]

        for lines in levels.lines(lambda level, above: above > level and bool(between(level, above))):
            # Reports of one manager may stand at several levels; the lowest passes over all that others do.
            lowest, above = min(lines.levels)
            skipped = between(lowest, above)
            word = "level" if len(skipped) == 1 else "levels"
            yield lines.found(context, f", past {word} {listed([str(level) for level in skipped])}")

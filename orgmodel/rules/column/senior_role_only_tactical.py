"""A senior role without any part in strategy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.rules.column.columns import INFORMED, Column, Parts, strength_of
from orgmodel.rules.column.phrases import of_column
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.judged import JudgedRow
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import counted

_FEWEST_ROWS = 3
_FEWEST_LEVELS = 3
_TRACKS = frozenset({"management", "executive", "leadership", "manager", "managers"})


class SeniorRoleOnlyTactical(Rule):
    """Roles of a management track in the top third of the levels; being told of strategy is no part in it.
    A part of one of its seats, named as such, is one of the role.
    """

    code: ClassVar[str] = "ORG510"
    name: ClassVar[str] = "senior-role-only-tactical"
    severity: ClassVar[Severity] = Severity.INFO
    title: ClassVar[str] = "A senior role has no part in strategy"
    why: ClassVar[str] = (
        "Senior managers who only steer day-to-day work take it from those below them, and strategy is made without "
        "whoever must carry it out."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
roles:
  cpo: {level: 6, track: executive}
  director: {level: 6, track: management}  # [ORG510]
  pm: {level: 3, track: ic}
  apm: {level: 2, track: ic}
activities:
  vision: {title: Set the vision, plane: strategic, assign: {A: cpo, R: pm}}
  rank: {title: Rank the backlog, plane: tactical, assign: {A: director, R: pm}}
  release: {title: Release the increment, plane: operational, assign: {A: director, R: apm}}
  test: {title: Test the increment, plane: operational, assign: {A: director, R: apm}}
"""
    good: ClassVar[str] = """\
orgmodel: 1
roles:
  cpo: {level: 6, track: executive}
  director: {level: 6, track: management}
  pm: {level: 3, track: ic}
  apm: {level: 2, track: ic}
activities:
  vision: {title: Set the vision, plane: strategic, assign: {A: cpo, R: pm, C: director}}
  rank: {title: Rank the backlog, plane: tactical, assign: {A: director, R: pm}}
  release: {title: Release the increment, plane: operational, assign: {A: director, R: apm}}
  test: {title: Test the increment, plane: operational, assign: {A: director, R: apm}}
"""
    fix: ClassVar[str] = (
        "Give the role a letter in the strategic rows it must carry out, and hand some of the others down."
    )

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Needs levels, tracks and planes, some row of them strategic."""
        columns = context.columns
        strategic = [row for row in columns.rows if _is_strategic(row)]
        if not strategic:
            return
        roles = context.organization.counting("roles")
        levels = {role.level for role in roles.values() if role.level is not None}
        if len(levels) < _FEWEST_LEVELS:
            return
        tactical: dict[str, Parts] = {}
        lowest, highest = min(levels), max(levels)
        for column in columns.inside:
            role = roles[column.role]
            if role.level is None or (role.track or "").casefold() not in _TRACKS:
                continue
            if 3 * (role.level - lowest) < 2 * (highest - lowest):
                continue
            parts = _own_parts(column)
            if len(parts) >= _FEWEST_ROWS and all(not _is_strategic(row) for row, _cell in parts.values()):
                tactical[column.role] = parts
        strategists = columns.roles_of_seats(strategic, INFORMED, tactical) if tactical else ()
        for name, parts in tactical.items():
            if name not in strategists:
                where = f"stands at level {roles[name].level} of {highest}"
                what = f"{where} and has a part in {counted(len(parts), 'row')}, none of them strategic"
                yield of_column(context, columns.by_role[name], what, parts, "takes part here")


def _is_strategic(row: JudgedRow) -> bool:
    return row.activity.plane == "strategic"


def _own_parts(column: Column) -> Parts:
    """The rows with a plane in which the role is not merely told."""
    return {
        name: (row, cell)
        for name, (row, cell) in column.parts.items()
        if row.activity.plane is not None and strength_of(row.letters[cell.letter]) > INFORMED
    }

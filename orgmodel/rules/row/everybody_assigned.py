"""A row in which every role has a letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.judged import JudgedRow
from orgmodel.rules.row.phrases import rows_named
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED

_FEWEST_ROLES = 4
_FEWEST_ROWS = 3


class EverybodyAssigned(Rule):
    """Every role that takes part in any row takes part in this one; external roles do not count."""

    code: ClassVar[str] = "ORG414"
    name: ClassVar[str] = "everybody-assigned"
    severity: ClassVar[Severity] = Severity.INFO
    title: ClassVar[str] = "Everybody takes part"
    why: ClassVar[str] = (
        "Where everybody has a letter, the letters no longer tell whose work it is. Small matrices are left alone."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {}, dev: {}, qa: {}, ops: {}}
activities:
  plan: {title: Plan the quarter, assign: {A: pm, R: pm, C: dev, I: qa}}
  test: {title: Test the increment, assign: {A: pm, R: qa, C: dev, I: ops}}  # [ORG414]
  run: {title: Run the service, assign: {A: ops, R: ops, C: dev, I: pm}}
"""
    good: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {}, dev: {}, qa: {}, ops: {}}
activities:
  plan: {title: Plan the quarter, assign: {A: pm, R: pm, C: dev, I: qa}}
  test: {title: Test the increment, assign: {A: pm, R: qa, C: dev}}
  run: {title: Run the service, assign: {A: ops, R: ops, C: dev, I: pm}}
"""
    fix: ClassVar[str] = "Take out those who would not miss it."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Only with enough roles and rows to mean something; if most rows are full, that is one finding."""
        inside = {name for name, role in context.organization.roles.items() if not role.external}
        widest = max([len(row.row.cells) for row in context.rows], default=0)
        everybody = _everybody(context.rows, inside, widest)
        if not _FEWEST_ROLES <= len(everybody) <= widest or len(context.rows) < _FEWEST_ROWS:
            return
        wide = [row for row in context.rows if len(row.row.cells) >= len(everybody)]
        full = [row for row in wide if everybody.issubset(_roles(row))]
        together = [full] if 2 * len(full) > len(context.rows) else [[row] for row in full]
        for rows in together:
            shown = rows_named(context.organization, rows)
            of_all = f" of {len(context.rows):,}" if len(rows) > 1 else ""
            yield Found(
                f"all {len(everybody)} roles of the matrix have a letter in {shown}{of_all}",
                rows[0].spot,
                tuple(row.entity for row in rows),
                tuple((row.spot, "here too") for row in rows[1 : MOST_RELATED + 1]),
            )


def _everybody(rows: Iterable[JudgedRow], inside: set[str], most: int) -> set[str]:
    """The roles of the organisation itself that take part in any row; if there are more than `most`, not all."""
    found: set[str] = set()
    for row in rows:
        if [cell for cell in row.row.cells if cell.kind == "role" and cell.name not in found and cell.name in inside]:
            found |= inside.intersection(_roles(row))
            if len(found) > most:
                break
    return found


def _roles(row: JudgedRow) -> Iterator[str]:
    """The roles that take part; a letter that only excludes others says that somebody does not."""
    for cell in row.row.cells:
        letter = row.letters.get(cell.letter)
        if cell.kind == "role" and letter is not None and (letter.traits or not letter.excludes):
            yield cell.name

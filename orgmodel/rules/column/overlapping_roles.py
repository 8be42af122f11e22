"""Roles whose columns are nearly the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.rules.column.alike import alike
from orgmodel.rules.column.columns import INFORMED, Column
from orgmodel.rules.column.phrases import row_entities, row_places, some_rows
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, listed, named

_FEWEST_ROWS = 5
_Letters = dict[int, tuple[str, ...]]


class OverlappingRoles(Rule):
    """One finding for each set of roles; external roles and roles that are only told are left out."""

    code: ClassVar[str] = "ORG509"
    name: ClassVar[str] = "overlapping-roles"
    severity: ClassVar[Severity] = Severity.INFO
    title: ClassVar[str] = "Two roles have the same part in everything"
    why: ClassVar[str] = (
        "Two roles that do the same, are asked about the same and are told the same are one role under two names, or "
        "nobody has said yet how they differ. Those who hold them will find out by collision."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
roles:
  lead: {}
  pm: {title: Product Manager}  # [ORG509]
  po: {title: Product Owner}
activities:
  plan: {title: Plan the quarter, assign: {A: lead, R: [pm, po]}}
  learn: {title: Talk to customers, assign: {A: lead, R: [pm, po]}}
  rank: {title: Rank the backlog, assign: {A: lead, R: [pm, po]}}
  price: {title: Set the price, assign: {A: lead, C: [pm, po], R: lead}}
  launch: {title: Launch the product, assign: {A: lead, R: [pm, po]}}
"""
    good: ClassVar[str] = """\
orgmodel: 1
roles:
  lead: {}
  pm: {title: Product Manager}
  po: {title: Product Owner}
activities:
  plan: {title: Plan the quarter, assign: {A: lead, R: [pm, po]}}
  learn: {title: Talk to customers, assign: {A: lead, R: pm}}
  rank: {title: Rank the backlog, assign: {A: lead, R: po}}
  price: {title: Set the price, assign: {A: lead, C: [pm, po], R: lead}}
  launch: {title: Launch the product, assign: {A: lead, R: pm}}
"""
    fix: ClassVar[str] = "Join the roles, or write down in the rows which of them does what."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Roles with five rows or more; cells are equal if they hold the same letters."""
        columns = {
            column.role: column
            for column in context.columns.inside
            if column.strength > INFORMED and column.has_parts_in(_FEWEST_ROWS)
        }
        if len(columns) < 2:
            return
        cells = _cells(context, columns)
        for names in alike(cells, context.policy.column.overlap, _FEWEST_ROWS):
            found = _found(context, [columns[name] for name in names], [cells[name] for name in names])
            if found is not None:
                yield found


def _cells(context: RuleContext, columns: dict[str, Column]) -> dict[str, _Letters]:
    """The letters of each role by the number of the row; nothing where no two of them meet in a row."""
    rows = context.columns.rows
    held = [[cell for cell in row.row.cells if cell.kind == "role" and cell.name in columns] for row in rows]
    if max(map(len, held), default=0) < 2:
        return {}
    found: dict[str, _Letters] = {name: {} for name in columns}
    for i, cells in enumerate(held):
        for cell in cells:
            letters = found[cell.name]
            letters[i] = tuple(sorted((*letters[i], cell.letter))) if i in letters else (cell.letter,)
    return found


def _found(context: RuleContext, columns: list[Column], cells: list[_Letters]) -> Found | None:
    first, *others = cells
    equal = [i for i, letters in first.items() if all(other.get(i) == letters for other in others)]
    rows = [context.columns.rows[i] for i in equal]
    if not any(columns[0].parts[row.name][1].letter not in row.codes("informed") for row in rows):
        return None
    every = len(set().union(*cells))
    shown = listed([named(context.organization, "roles", column.role) for column in columns])
    share = f"all {len(rows):,}" if len(rows) == every else f"{len(rows):,} of the {every:,}"
    parts = {row.name: columns[1].parts[row.name] for row in rows}
    spots = [Spot("roles", column.role, key=True) for column in columns]
    related = ((spots[1], "the other role"), *row_places(parts, "the same letter here"))
    return Found(
        f"{shown} have the same letters in {share} rows of theirs: {some_rows(list(parts))}",
        spots[0],
        (*(entity("roles", column.role) for column in columns), *row_entities(parts)),
        related[:MOST_RELATED],
        subject=" ".join(column.role for column in columns),
    )

"""How findings about columns name roles, rows and shares."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from orgmodel.model.organization import Spot, entity
from orgmodel.reading.names import quoted
from orgmodel.rules.column.columns import Column, Parts
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Where
from orgmodel.rules.wording import MOST_RELATED, counted, listed, named

MOST_ENTITIES = 1_000
_MOST_ROWS = 3


def per_cent(share: float) -> str:
    """A share as people read it: 0.5 is `50%`, two of three are `67%`."""
    return f"{share:.0%}"


def out_of(count: int, rows: int) -> str:
    """`all 9 rows`, `6 of 9 rows (67%)`."""
    if count == rows:
        return f"all {counted(rows, 'row')}"
    return f"{count:,} of {counted(rows, 'row')} ({per_cent(count / rows)})"


def some_rows(names: Sequence[str], count: int = 0) -> str:
    """The first rows in quotes, and how many more; `count` where not all names are given."""
    number = max(count, len(names))
    if number <= _MOST_ROWS + 1:
        return listed([quoted(name) for name in names])
    return f"{', '.join(quoted(name) for name in names[:_MOST_ROWS])} and {number - _MOST_ROWS:,} more"


def row_places(parts: Parts, note: str) -> tuple[tuple[Where, str], ...]:
    """Where the letters stand, of some of the rows."""
    return tuple((cell.spot, note) for _row, cell in list(parts.values())[:MOST_RELATED])


def row_entities(rows: Iterable[str]) -> tuple[str, ...]:
    """Rows as entities, so many as are of use."""
    return tuple(entity("activities", name) for name in list(rows)[:MOST_ENTITIES])


def of_column(context: RuleContext, column: Column, what: str, parts: Parts, note: str) -> Found:
    """A finding about one role: what it does, with the rows behind it."""
    role = entity("roles", column.role)
    return Found(
        f"{named(context.organization, 'roles', column.role)} {what}: {some_rows(list(parts))}",
        Spot("roles", column.role, key=True),
        (role, *row_entities(parts)),
        row_places(parts, note),
        subject=role,
    )

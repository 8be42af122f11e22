"""Rows by the scheme in which they are read."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from orgmodel.model.activities import Letter
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.judged import JudgedRow


def rows_of_schemes(context: RuleContext, are_wanted: Callable[[dict[str, Letter]], bool]) -> Sequence[JudgedRow]:
    """The rows of those schemes whose letters are wanted; most schemes have no letter that some rules look for."""
    wanted = {name for name, letters in context.schemes.items() if are_wanted(letters)}
    if len(wanted) == len(context.schemes):
        return context.rows
    return [row for row in context.rows if row.activity.scheme in wanted] if wanted else ()

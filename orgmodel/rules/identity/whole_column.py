"""A column of managers of which no cell leads anywhere: one cause, not one for each manager."""

from __future__ import annotations

from collections.abc import Callable

from orgmodel.graph.references import Missing
from orgmodel.model.organization import entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found
from orgmodel.rules.wording import MOST_RELATED, counted, listed

_FEWEST = 10
_MOST_NAMED = 3


def whole_column(context: RuleContext, is_mine: Callable[[Missing], bool]) -> dict[tuple[str, str], Missing]:
    """The missing managers of one kind, if they are many and no seat has a line that leads to another seat."""
    lost = {
        (missing.kind, missing.name): missing
        for missing in context.references.missing
        if is_mine(missing) and all(use.field == "positions.reports_to" for use in missing.uses)
    }
    if len(lost) < _FEWEST or any(above >= 0 for above in context.lines.parent):
        return {}
    return lost


def found_column(column: dict[tuple[str, str], Missing], what_is_wrong: str, fix: str) -> Found:
    """One finding for the column, at its first cell; everything that refers to a missing manager is concerned."""
    lost = list(column.values())
    owners = tuple(dict.fromkeys(owner for missing in lost for owner in missing.owners))
    names = listed([quoted(missing.name) for missing in lost], _MOST_NAMED)
    message = (
        f"no line leads anywhere: {counted(len(lost), 'manager')} {what_is_wrong} ({names}), "
        f"and {counted(len(owners), owners[0].partition(':')[0])} report to them"
    )
    places = tuple(
        (missing.uses[0].spot, f"{quoted(missing.name)} is named here") for missing in lost[1 : MOST_RELATED + 1]
    )
    return Found(message, lost[0].uses[0].spot, owners, places, fix=fix, subject=entity("positions", "") + "reports_to")

"""Why a row has nobody for a part of it: nobody assigned, an empty letter, a letter out of date, a letter unknown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from orgmodel.graph.letters import Cell
from orgmodel.model.letter_codes import letter_code
from orgmodel.model.organization import Organization, Spot
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.judged import JudgedRow
from orgmodel.rules.row.phrases import claimed, holder_of, letters, sources
from orgmodel.rules.rule import Where
from orgmodel.rules.wording import listed


@dataclass(frozen=True, slots=True)
class Gap:
    """A part of a row that nobody has: why, where that is to be seen, and what else may be meant."""

    reason: str
    at: Where
    related: tuple[tuple[Where, str], ...] = ()


def gap(context: RuleContext, row: JudgedRow, trait: str) -> Gap:
    """Why nobody has a letter of a trait in a row."""
    return gap_of_letters(context, row, row.codes(trait))


def gap_of_letters(context: RuleContext, row: JudgedRow, codes: Sequence[str]) -> Gap:
    """Why nobody has any of some letters in a row."""
    wanted = letters(row, codes)
    empty = [spot for spot in row.row.empty if _code(row, spot) in codes]
    if empty:
        return Gap(f"{wanted} stands empty", empty[0])
    late = _not_in_force(row, codes)
    if late:
        return Gap(f"{wanted} is given, but not in force on {context.day.isoformat()}", late[0])
    unknown = [cell for cell in row.row.unknown if cell.is_claim is not row.row.is_decided]
    if unknown:
        named = listed([quoted(cell.letter) for cell in unknown])
        related = tuple((cell.spot, "unknown letter, may be meant") for cell in unknown)
        return Gap(f"nobody has {wanted}, though {named} may be meant for it", row.spot, related)
    if not row.row.cells:
        return Gap("nobody is assigned at all", row.spot)
    number = len({(cell.kind, cell.name) for cell in row.row.cells})
    if number == 1:
        return Gap(f"only {holder_of(context.organization, row.row.cells[0])} takes part, without {wanted}", row.spot)
    return Gap(f"{number:,} take part, none with {wanted}", row.spot)


def said(organization: Organization, row: JudgedRow) -> str:
    """What the sources do say: each letter, to whom, by whom."""
    if not row.row.cells and row.row.denials:
        return f"it is only said who has no part in it, by {sources(row.row.denials[0])}"
    return "; ".join(claimed(organization, cell, row.letters) for cell in row.row.cells[:6])


def claimed_places(row: JudgedRow) -> tuple[tuple[Where, str], ...]:
    """Where the sources say it."""
    return tuple((spot, _note(cell)) for cell in row.row.cells for spot in cell.spots)


def _note(cell: Cell) -> str:
    return f"{quoted(cell.letter)} to {quoted(cell.who)}"


def _code(row: JudgedRow, spot: Spot) -> str | None:
    return letter_code(row.letters, str(spot.path[1]))


def _not_in_force(row: JudgedRow, codes: Sequence[str]) -> list[Spot]:
    """Letters that stand in the file, all of them for other days."""
    return [
        Spot("activities", row.name, ("assign", written, 0))
        for written, assignees in row.activity.assign.items()
        if any(assignee.who.strip() for assignee in assignees) and letter_code(row.letters, written) in codes
    ]

"""The words that every format puts around a matrix: what it shows, how it stands, what its signs mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from orgmodel.drawing.finding_list import NumberedFinding, elsewhere_note
from orgmodel.matrix.matrix import (
    CLAIM_SIGN,
    OVERLAP_SIGN,
    VACANT_SIGN,
    Column,
    GapKind,
    LegendLetter,
    MarkedFinding,
    Matrix,
    Row,
)
from orgmodel.matrix.plain_text import clean
from orgmodel.matrix.request import By
from orgmodel.reading.counts import counted

_COLUMNS: dict[By, tuple[str, str]] = {
    "role": ("role", "roles"),
    "position": ("position", "positions"),
    "person": ("person", "people"),
    "unit": ("unit", "units"),
}
_STATES = {
    "clear": ("clear", "clear"),
    GapKind.MISSING: ("with something missing", "with something missing"),
    GapKind.OVERLAP: ("with an overlap", "with overlaps"),
    GapKind.VACANCY: ("resting on a vacancy", "resting on vacancies"),
    "accepted": ("with an accepted gap", "with accepted gaps"),
    "open": ("left open", "left open"),
}


def shown(matrix: Matrix) -> str:
    """What the matrix shows: `by role, cut to Payments`."""
    words = f"by {matrix.by}"
    return f"{words}, cut to {clean(matrix.cut)}" if matrix.cut else words


def standing(matrix: Matrix) -> str:
    """How the rows stand: `12 rows: 10 clear, 1 with something missing, 1 resting on a vacancy`."""
    states = Counter(row.state or _quiet(row) for row in matrix.rows())
    count = states.total()
    if not count:
        return "no rows"
    if states["clear"] == count:
        return f"{counted(count, 'row', 'rows')}, all clear"
    parts = [f"{states[kind]:,} {words[states[kind] > 1]}" for kind, words in _STATES.items() if states[kind]]
    return f"{counted(count, 'row', 'rows')}: {', '.join(parts)}"


def _quiet(row: Row) -> str:
    if row.is_clear:
        return "clear"
    return "accepted" if any(gap.accepted is not None for gap in row.gaps) else "open"


def size(matrix: Matrix) -> str:
    """How large it is: `12 rows × 8 roles`."""
    rows = sum(1 for _ in matrix.rows())
    of_view = sum(column.kind == matrix.by for column in matrix.columns)
    others = len(matrix.columns) - of_view
    parts = [counted(of_view, *_COLUMNS[matrix.by])] if of_view or not others else []
    if others:
        other = "other " if of_view else ""
        parts.append(counted(others, f"{other}column", f"{other}columns"))
    return f"{counted(rows, 'row', 'rows')} × {' and '.join(parts)}"


def signs(matrix: Matrix) -> Iterator[tuple[str, str]]:
    """The signs in use, and what they mean."""
    used = {sign for mark in matrix.marks() for sign in mark.signs} | {row.gap_sign for row in matrix.rows()}
    meanings = {
        OVERLAP_SIGN: "something missing, doubled or unknown",
        VACANT_SIGN: "vacant: nobody sits there",
        CLAIM_SIGN: "claimed by a source, not decided",
    }
    return ((sign, meaning) for sign, meaning in meanings.items() if sign in used)


def meaning(letter: LegendLetter) -> str:
    """What a letter means: `Accountable, answers for the result`."""
    return clean(f"{letter.name}, {letter.note}" if letter.note else letter.name)


def heading(column: Column) -> str:
    """The title of a column with what is special about it: `Customer (external)`."""
    title = clean(column.title)
    return f"{title} ({column.status})" if column.status else title


def elsewhere(matrix: Matrix) -> str:
    """How many findings are not marked; empty where all are."""
    return elsewhere_note(matrix.elsewhere, "in this matrix")


def numbers(findings: Sequence[MarkedFinding]) -> str:
    """Their numbers: `1, 4, 7`."""
    return ", ".join(str(finding.number) for finding in findings)


def told(finding: NumberedFinding) -> str:
    """One finding in a line: `1. warning ORG419 owner-vacant: ...`."""
    return f"{finding.number}. {finding.severity} {finding.code} {finding.rule}: {clean(finding.message)}"

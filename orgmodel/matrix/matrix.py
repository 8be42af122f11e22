"""A responsibility matrix as one frozen value: what its rows, columns and cells say. Knows no format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from orgmodel.drawing.finding_list import NumberedFinding
from orgmodel.drawing.look import Look
from orgmodel.matrix.request import By

ColumnKind = Literal["role", "position", "person", "unit", "no unit"]
ColumnStatus = Literal["", "vacant", "undisclosed", "external", "no seat", "not in force", "not in the model"]
Trouble = Literal["", "overlap", "unknown"]

OVERLAP_SIGN, VACANT_SIGN, CLAIM_SIGN = "!", "°", "?"


class GapKind(StrEnum):
    """What is wrong with a row; OPEN is said, but not wrong."""

    MISSING = "missing"
    OVERLAP = "overlap"
    VACANCY = "vacancy"
    OPEN = "open"

    @property
    def sign(self) -> str:
        """The sign before the words of a gap."""
        return {GapKind.VACANCY: VACANT_SIGN, GapKind.OPEN: ""}.get(self, OVERLAP_SIGN)


@dataclass(frozen=True, slots=True)
class Gap:
    """Something missing, doubled or empty in a row, in words. `accepted` is the reason of a waiver for it."""

    kind: GapKind
    words: str
    accepted: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether it counts: neither merely said nor accepted."""
        return self.kind is not GapKind.OPEN and self.accepted is None

    @property
    def sign(self) -> str:
        """Its sign; none where it does not count."""
        return self.kind.sign if self.is_open else ""

    @property
    def text(self) -> str:
        """Its words, and the reason why it is accepted, if it is."""
        return self.words if self.accepted is None else f"{self.words} (accepted: {self.accepted})"


@dataclass(frozen=True, slots=True)
class Mark:
    """One letter in a cell. `sources` claim it; empty for a decision. `note` says where its seat is vacant."""

    code: str
    name: str = ""
    trouble: Trouble = ""
    is_vacant: bool = False
    is_owner: bool = False
    sources: tuple[str, ...] = ()
    note: str = ""

    @property
    def signs(self) -> str:
        """What stands behind the letter: overlap or unknown, vacant, claimed."""
        return "".join(
            sign
            for sign, is_set in (
                (OVERLAP_SIGN, bool(self.trouble)),
                (VACANT_SIGN, self.is_vacant),
                (CLAIM_SIGN, bool(self.sources)),
            )
            if is_set
        )

    @property
    def text(self) -> str:
        """The letter with its signs."""
        return self.code + self.signs

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the signs mean here, in words."""
        words = {"": "", "overlap": "one of too many", "unknown": "not a letter of the scheme"}[self.trouble]
        vacant = (self.note or "vacant seat") if self.is_vacant else ""
        claimed = f"claimed by {', '.join(self.sources)}" if self.sources else ""
        return tuple(remark for remark in (words, vacant, claimed) if remark)


@dataclass(frozen=True, slots=True)
class Column:
    """Whoever may hold letters. `detail` says more in small: who sits there, in which seats."""

    kind: ColumnKind
    id: str
    title: str
    detail: str = ""
    status: ColumnStatus = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row, or one instance of it. `cells` holds marks by the index of their column.

    `per` is what the row is made for each of, `count` how often it exists, `place` the unit or seat of an
    instance. `notes` say who claims what, and what is noted beside letters.
    """

    activity: str
    title: str
    kind: str = "activity"
    plane: str = ""
    per: str = ""
    count: int | None = None
    place: str = ""
    cells: Mapping[int, tuple[Mark, ...]] = field(default_factory=dict)
    gaps: tuple[Gap, ...] = ()
    notes: tuple[str, ...] = ()
    entity: str = ""
    """What findings call it: `activity:backlog`, or `activity:backlog@payments` for an instance."""

    @property
    def suffix(self) -> str:
        """What follows the title: ` × 8`, or ` @ Payments`."""
        place = f" @ {self.place}" if self.place else ""
        return place + (f" × {self.count:,}" if self.count is not None else "")

    @property
    def state(self) -> GapKind | None:
        """The worst of its gaps that count; None for a clear row."""
        kinds = {gap.kind for gap in self.gaps if gap.is_open}
        return next((kind for kind in GapKind if kind in kinds), None)

    @property
    def is_clear(self) -> bool:
        """Whether there is nothing to say: nothing wrong, nothing accepted, nothing left open."""
        return not self.gaps

    @property
    def gap_text(self) -> str:
        """All its gaps in words."""
        return "; ".join(gap.text for gap in self.gaps)

    @property
    def gap_sign(self) -> str:
        """The sign of the worst gap."""
        return self.state.sign if self.state is not None else ""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading; the heading may be empty."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class LegendLetter:
    """A letter of a scheme and what it means."""

    code: str
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """The rows of one scheme, by id and title: the same letter means something else in another."""

    scheme: str
    letters: tuple[LegendLetter, ...]
    groups: tuple[Group, ...]
    title: str = ""

    def rows(self) -> Iterator[Row]:
        """Its rows in order."""
        for group in self.groups:
            yield from group.rows


@dataclass(frozen=True, slots=True)
class MarkedFinding(NumberedFinding):
    """A finding, and what of the matrix it concerns: rows by place, columns by index, cells by both."""

    rows: tuple[int, ...] = ()
    columns: tuple[int, ...] = ()
    cells: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Matrix:
    """The whole matrix. `cut` says in words to which part it is cut.

    `findings` stand in the order of their numbers; `elsewhere` counts those that concern nothing in the matrix.
    """

    name: str
    by: By
    columns: tuple[Column, ...] = ()
    blocks: tuple[Block, ...] = ()
    cut: str = ""
    look: Look = field(default_factory=Look)
    findings: tuple[MarkedFinding, ...] = ()
    elsewhere: int = 0

    def rows(self) -> Iterator[Row]:
        """All rows in order."""
        for block in self.blocks:
            yield from block.rows()

    def marks(self) -> Iterator[Mark]:
        """All letters of all cells."""
        for row in self.rows():
            for cell in row.cells.values():
                yield from cell

"""A brief as frozen values: headings, sentences, tables. Texts are raw: each format cleans and escapes them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Tone = Literal["", "bad", "own", "quiet"]
"""What a cell says beside its words: something to settle, something answered for, something to pass over."""


NOTHING = "–"
"""What stands in a cell for nothing."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table, an item a line."""

    items: tuple[str, ...] = ()
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of a table under a heading of their own; without a heading they stand alone."""

    heading: str
    rows: tuple[tuple[Cell, ...], ...]
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first cell of a row is its heading. Parts without rows are left out by whoever makes one.

    `is_list` says that the first column holds sentences and the others little.
    """

    heads: tuple[str, ...]
    parts: tuple[Part, ...]
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """Sentences, one below the other."""

    lines: tuple[str, ...]
    tone: Tone = ""


Block: TypeAlias = Table | Lines


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """The whole page. `question` is what it answers, `model` where the answer comes from."""

    question: str
    model: str
    sections: tuple[Section, ...]
    notes: tuple[str, ...] = field(default=())


def lines(*texts: str, tone: Tone = "") -> tuple[Lines, ...]:
    """A block of those sentences that say something; none without them."""
    said = tuple(filter(None, texts))
    return (Lines(said, tone),) if said else ()


def table(heads: tuple[str, ...], *parts: Part, is_list: bool = False) -> tuple[Table, ...]:
    """A table of those parts that have rows; none without them."""
    filled = tuple(part for part in parts if part.rows)
    return (Table(heads, filled, is_list),) if filled else ()


def section(heading: str, *blocks: tuple[Block, ...]) -> tuple[Section, ...]:
    """A section; none without anything below its heading."""
    held = tuple(block for several in blocks for block in several)
    return (Section(heading, held),) if held else ()

"""What stands on the pages of a site, as frozen values. Texts are raw: the templates escape them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from orgmodel.charts.chart import Chart
from orgmodel.matrix.matrix import Matrix


@dataclass(frozen=True, slots=True)
class Link:
    """A piece of text, with where it leads; without a link it is plain text. `hint` says more in a tooltip."""

    text: str
    href: str = ""
    hint: str = ""


_LARGE = 20

Words = tuple[Link, ...]
"""Text with links in it."""


def said(words: Words) -> str:
    """The text without its links."""
    return "".join(word.text for word in words)


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence of a section. `accepted` is the reason of a waiver, `items` stand in a list below it,
    `rows` is the number of rows it tells of; `is_idle` says that nothing rests on what it tells of.
    """

    words: Words
    accepted: str = ""
    items: tuple[Words, ...] = ()
    rows: int = 0
    is_idle: bool = False


SectionKind = Literal["bad", "double", "vacant", "look"]


@dataclass(frozen=True, slots=True)
class Section:
    """Sentences under a heading; `calm` is what to say when there are none. `kind` picks the colour."""

    anchor: str
    heading: str
    kind: SectionKind
    remarks: tuple[Remark, ...] = ()
    calm: str = ""
    count: int = 0
    unit: str = ""
    more: Words = ()


@dataclass(frozen=True, slots=True)
class Tile:
    """One large number with what it counts: `unit` in small."""

    number: str
    label: str
    unit: str = ""
    href: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A term and what there is to say about it, one item a line."""

    term: str
    values: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing with everything about it: a seat, a role."""

    anchor: str
    title: str
    subtitle: Words = ()
    state: str = ""
    facts: tuple[Fact, ...] = ()
    chart: str = ""
    """Where its card is."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first cell of a row is its heading. `numbers` are the indices of columns that hold numbers."""

    anchor: str
    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
    numbers: frozenset[int] = frozenset()
    note: str = ""


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """One line of a nested list. `opens` says that a list below it begins, `closes` how many end behind it."""

    words: Words
    opens: bool = False
    closes: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """What every page has: its file, what the navigation calls it, and its heading."""

    file: str
    label: str
    heading: str
    part_of: str = ""


@dataclass(frozen=True, slots=True)
class Overview(Page):
    """The first page."""

    state: str = ""
    tiles: tuple[Tile, ...] = ()
    sections: tuple[Section, ...] = ()
    facts: tuple[Fact, ...] = ()
    severities: tuple[Tile, ...] = ()
    downloads: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class ChartPage(Page):
    """One chart. `ways` leads from the fragment on each card to the entry of what it shows."""

    chart: Chart = field(default_factory=lambda: Chart(""))
    prefix: str = ""
    ways: Mapping[str, str] = field(default_factory=dict)
    outline: tuple[OutlineItem, ...] = ()
    siblings: tuple[Link, ...] = ()
    notes: tuple[Words, ...] = ()

    @property
    def is_large(self) -> bool:
        """Whether the drawing is likely to be larger than a window."""
        return len(self.chart.cards) > _LARGE


@dataclass(frozen=True, slots=True)
class MatrixPage(Page):
    """A matrix. `ways` leads from the kind and id of a column to its entry, and from a row to the same row of
    the other matrix; `detail_ways` leads from a column to those named in it. `hints` are tooltips.
    """

    matrix: Matrix = field(default_factory=lambda: Matrix("", "role"))
    ids: str = ""
    ways: Mapping[tuple[str, str], str] = field(default_factory=dict)
    detail_ways: Mapping[tuple[str, str], str] = field(default_factory=dict)
    hints: Mapping[tuple[str, str], str] = field(default_factory=dict)
    siblings: tuple[Link, ...] = ()
    intro: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One finding: its message, its place, the things it is about, what else belongs to it."""

    anchor: str
    message: str
    place: str
    about: Words = ()
    related: tuple[str, ...] = ()
    fix: str = ""


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """The findings of one rule at one severity. `count` counts also those that are not listed."""

    anchor: str
    code: str
    name: str
    title: str
    why: str
    fix: str
    count: int
    findings: tuple[FindingLine, ...]


@dataclass(frozen=True, slots=True)
class SeverityGroup:
    """All rules that found something at one severity."""

    word: str
    heading: str
    meaning: str
    count: int
    groups: tuple[RuleGroup, ...]


@dataclass(frozen=True, slots=True)
class FindingsPage(Page):
    """All findings."""

    severities: tuple[SeverityGroup, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class FiguresPage(Page):
    """Figures and tables."""

    facts: tuple[Fact, ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True)
class EntriesPage(Page):
    """Seats or roles, one after the other. `index` leads to them by name, `pages` to the further pages."""

    intro: str = ""
    index: tuple[tuple[str, tuple[Words, ...]], ...] = ()
    entries: tuple[Entry, ...] = ()
    pages: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """The whole folder. `attachments` are further files, ready as text."""

    name: str
    as_of: str
    fit: str
    pages: tuple[Page, ...]
    attachments: Mapping[str, str] = field(default_factory=dict)

    def main_pages(self) -> Iterator[Page]:
        """The pages in the navigation."""
        return (page for page in self.pages if not page.part_of)

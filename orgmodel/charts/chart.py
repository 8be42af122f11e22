"""The neutral value between the builder of a chart and its renderers.

A chart shows positions, roles or units; nothing here depends on which. Cards stand in the order the builder
gave them, and every renderer keeps that order: it is the reading order of the picture.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from orgmodel.drawing.finding_list import NumberedFinding
from orgmodel.drawing.look import Look

CardKind = Literal["filled", "vacant", "planned", "ended", "undisclosed", "unit", "role", "stub"]
LineKind = Literal["solid", "derived", "cut"]
Direction = Literal["down", "right"]
Align = Literal["levels", "layers"]

NO_PARENT = -1
"""Parent of a card at the top of the chart."""

NO_COLOR = -1
"""Color of a card that has no value for what the chart is coloured by."""


@dataclass(frozen=True, slots=True)
class Portrait:
    """A face on a card: its photo where there is one, else initials; neither where nobody sits there."""

    initials: str = ""
    photo: str = ""
    """The file as the model names it; it is drawn only once `data` holds what is in it."""
    data: bytes = b""
    mime: str = ""


@dataclass(frozen=True, slots=True)
class CardDuty:
    """One row of the responsibility matrix that means the thing on a card."""

    heading: str
    """What the letter makes of it, for instance 'Answers for'; equal headings stand together."""
    letter: str
    title: str
    """The activity, and where it has to be done."""


@dataclass(frozen=True, slots=True)
class Facet:
    """Something that cards can be coloured by, besides what they are coloured by at first."""

    heading: str
    names: tuple[str, ...]
    """Its values in legend order; ``Card.values`` says which one a card has."""


@dataclass(frozen=True, slots=True)
class Card:
    """One card of the chart.

    ``title`` is the bold first text (at most two lines are drawn), ``holder`` the person, ``unit`` and
    ``fields`` the quieter lines below, one line each. Texts are raw: renderers escape and shorten them.
    An empty ``holder`` on a vacant, planned or undisclosed card is drawn as that word.
    """

    id: str
    title: str
    parent: int = NO_PARENT
    """Index of the manager's card in ``Chart.cards``; it may stand before or after this card."""
    kind: CardKind = "filled"
    """``stub`` stands for reports that are not shown; its title says so, as in '+12 more'."""
    holder: str = ""
    unit: str = ""
    fields: tuple[str, ...] = ()
    """Shown fields as they are to be read, for instance ``("Grade L5", "Lisbon")``."""
    seats: int = 1
    """Like, unnamed seats that this card stands for; above 1 it is drawn as a stack with '× 6'."""
    color: int = NO_COLOR
    """Index into ``Chart.colors``."""
    badges: tuple[str, ...] = ()
    """Short marks in the last line of the card, for instance ``("0.8 FTE", "interim")``."""
    line: LineKind = "solid"
    """Line to the manager. ``cut`` says that this card's own line up was left out to open a loop: the card
    then usually stands at the top (``parent`` is ``NO_PARENT``) and carries a cut mark."""
    href: str = ""
    """Link of the card; renderers drop everything but http, https, mailto and ``#fragment``."""
    description: str = ""
    """Sentence for screen readers; empty means the renderer says whom the card reports to."""
    assistant: bool = False
    """Stands beside the line of its manager; one with reports, or without a sibling, stands like any other."""
    level: int | None = None
    """The level or layer in whose band the card stands, where the chart is aligned."""
    portrait: Portrait | None = None
    """None on charts without faces; cards with and without one may stand on one chart."""
    duties: tuple[CardDuty, ...] = ()
    """Shown where a card can be asked for more."""
    onward: str = ""
    """Where its reports stand if not on this page, as in '+14 on page 3'."""
    upward: str = ""
    """Where the card itself stands, on a page that shows it again above its reports."""
    values: tuple[int, ...] = ()
    """For each of ``Chart.facets`` an index into its names, or ``NO_COLOR``."""


Tie = Literal["reports", "works"]
"""What a dotted line says: who also reports to whom, or which units work together."""


@dataclass(frozen=True, slots=True)
class DottedLine:
    """A secondary line between two cards, given by their indices in ``Chart.cards``."""

    source: int
    """The card that reports, or whose unit says that it works with another."""
    target: int
    """The card it also reports to, or works with."""
    label: str = ""
    """What the line is about, for screen readers and tooltips."""
    tie: Tie = "reports"


@dataclass(frozen=True, slots=True)
class MarkedFinding(NumberedFinding):
    """A finding, and what on the chart it concerns. Findings stand in the order of their numbers."""

    cards: tuple[int, ...] = ()
    """Indices of cards in ``Chart.cards``."""
    lines: tuple[int, ...] = ()
    """Indices of cards whose line to their manager is concerned."""
    dotted: tuple[int, ...] = ()
    """Indices of lines in ``Chart.dotted``."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A light frame round a card and all cards below it."""

    card: int
    """Index of the card in ``Chart.cards``."""
    title: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything one picture shows.

    Parents have to form a forest: a loop has to be cut (see ``Card.line``) before a chart is made.
    """

    name: str
    cards: tuple[Card, ...] = ()
    dotted: tuple[DottedLine, ...] = ()
    subtitle: str = ""
    colors: tuple[str, ...] = ()
    """Names of the colours in legend order, for instance unit titles. The first eight have a colour of
    their own, the rest share a neutral one (see ``palette``)."""
    color_by: str = ""
    """What the colours mean, the heading of the legend, for instance 'Unit'."""
    notes: tuple[str, ...] = ()
    """Remarks below the picture, for instance '3 planned seats are not shown'."""
    frames: tuple[Frame, ...] = ()
    direction: Direction = "down"
    """Where reports stand from their manager."""
    align: Align | None = None
    """Whether cards of one level, or of one layer, stand in one band."""
    findings: tuple[MarkedFinding, ...] = ()
    """What is marked on the cards and lines, and listed beside them."""
    look: Look = field(default_factory=Look)
    facets: tuple[Facet, ...] = ()
    """What a reader can colour the cards by instead, where the picture can be asked."""

    def __post_init__(self) -> None:
        """Refuse indices that point nowhere; loops are refused by the layout, which walks them anyway."""
        size = len(self.cards)
        for index, card in enumerate(self.cards):
            if not -1 <= card.parent < size or card.parent == index:
                raise ValueError(f"card {index} has no possible parent {card.parent}")
        if not all(0 <= frame.card < size for frame in self.frames):
            raise ValueError("a frame surrounds no card of the chart")
        for line in self.dotted:
            if not (0 <= line.source < size and 0 <= line.target < size):
                raise ValueError(f"dotted line {line.source} to {line.target} leaves the chart")
        for finding in self.findings:
            if not all(0 <= card < size for card in (*finding.cards, *finding.lines)):
                raise ValueError(f"finding {finding.number} marks no card of the chart")
            if not all(0 <= line < len(self.dotted) for line in finding.dotted):
                raise ValueError(f"finding {finding.number} marks no line of the chart")

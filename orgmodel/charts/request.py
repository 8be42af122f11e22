"""What a chart is asked to show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from orgmodel.charts.chart import Align, Direction
from orgmodel.findings import Finding

ChartOf = Literal["positions", "roles", "units"]
Sort = Literal["file", "title", "size"]


@dataclass(frozen=True, slots=True)
class ChartRequest:
    """The part of an organisation a chart shows, and what its cards say.

    `root` is the id of the card to start from, `depth` the number of layers below which stubs stand,
    `unit` keeps the seats of a unit and those below it. `color_by` is a key of what is drawn (see
    `coloring`), the name of a field, `none`, or None for a fitting choice. `show` are further keys or
    fields for the cards. `sort` orders the reports of each manager, `frames` draws the units round their
    cards, `align` puts cards of one level or layer at one height. `dated` writes the day
    below the title: wanted where somebody fixed it. `findings` are marked on what they
    concern if `mark` says so; `findings` in `show` counts them. `details` adds what only a picture that can be
    asked has room for: duties, and further values to colour by.
    """

    of: ChartOf | None = None
    root: str | None = None
    depth: int | None = None
    unit: str | None = None
    color_by: str | None = None
    show: tuple[str, ...] = ()
    planned: bool = False
    dated: bool = False
    details: bool = False
    sort: Sort = "file"
    frames: bool = False
    align: Align | None = None
    direction: Direction = "down"
    findings: tuple[Finding, ...] = ()
    mark: bool = True
    overview: bool = False
    """The upper layers with the figures of the whole branch on each card; `depth` says how many layers, if anything."""

"""What a chart is asked to show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ChartOf = Literal["positions", "roles", "units"]


@dataclass(frozen=True, slots=True)
class ChartRequest:
    """The part of an organisation a chart shows, and what its cards say.

    `root` is the id of the card to start from, `depth` the number of layers below which stubs stand,
    `unit` keeps the seats of a unit and those below it. `color_by` is a key of what is drawn (see
    `coloring`), the name of a field, `none`, or None for a fitting choice. `show` are further keys or
    fields for the cards. `dated` writes the day below the title: wanted where somebody fixed it.
    """

    of: ChartOf | None = None
    root: str | None = None
    depth: int | None = None
    unit: str | None = None
    color_by: str | None = None
    show: tuple[str, ...] = ()
    planned: bool = False
    dated: bool = False

"""What a figure is asked to show."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FigureRequest:
    """A part of an organisation by id, title or alias; `dated` writes the day below the title."""

    root: str | None = None
    unit: str | None = None
    activity: str | None = None
    dated: bool = False

"""Sizes and wanted shape of a drawing, in pixels."""

from __future__ import annotations

from dataclasses import dataclass, replace

SHAPES = {
    "16:9": 16 / 9,
    "4:3": 4 / 3,
    "a4": 297 / 210,
    "a3": 420 / 297,
    "letter": 11 / 8.5,
    "a4-portrait": 210 / 297,
    "a3-portrait": 297 / 420,
    "letter-portrait": 8.5 / 11,
}
"""Wanted width divided by height under the names a user may give; papers lie on their long side unless they
say otherwise."""

NO_FIT = "none"
_NARROWEST, _WIDEST = 0.05, 20.0


@dataclass(frozen=True, slots=True)
class Measures:
    """Size of a box and the lanes between boxes, all even so that halves stay whole numbers."""

    width: int
    height: int
    gap: int = 18
    """Free width between two neighbouring columns or subtrees."""
    drop: int = 32
    """Height between a box and the row below it; the bus runs in its middle."""
    stack: int = 10
    """Free height between boxes or subtrees that stand on top of each other."""
    indent: int = 22
    """Distance of a hanging box from the left edge of its column."""
    spine: int = 10
    """Distance of a column's spine from the left edge of the column."""
    frame: tuple[int, int, int, int] = (0, 0, 0, 0)
    """Free room between a frame and what stands in it: left, top, right, bottom."""

    @property
    def aside(self) -> int:
        """Free width between a line going down and a box that stands beside it."""
        return self.indent - self.spine

    def aside_height(self, rows: int) -> int:
        """Height that rows of boxes beside a line add between a box and its bus."""
        return rows * (self.height + self.stack)

    def turned(self) -> Measures:
        """The same with widths for heights, for a drawing that is turned afterwards."""
        left, top, right, bottom = self.frame
        return replace(self, width=self.height, height=self.width, frame=(top, left, bottom, right))

    @property
    def pitch(self) -> int:
        """Width of a hanging column of boxes with the gap to the next one."""
        return self.indent + self.width + self.gap

    def leaf_width(self, columns: int) -> int:
        """Width of a block of ``columns`` hanging columns, without a gap at its end."""
        return columns * self.pitch - self.gap if columns else 0

    def leaf_height(self, rows: int) -> int:
        """Height of ``rows`` boxes on top of each other."""
        return rows * (self.height + self.stack) - self.stack if rows else 0

    def centred(self, width: int) -> int:
        """Distance from the left edge at which a box stands in the middle of ``width``."""
        return (width - self.width) // 4 * 2


def parse_fit(fit: str) -> float | None:
    """Width divided by height that ``fit`` asks for; None asks for plain rows of any shape.

    Takes ``none``, a name of :data:`SHAPES`, ``W:H`` or a plain number between 0.05 and 20; raises ValueError
    for anything else.
    """
    name = fit.strip().lower()
    if name == NO_FIT:
        return None
    if name in SHAPES:
        return SHAPES[name]
    wide, _, high = name.partition(":")
    try:
        ratio = float(wide) / float(high or 1)
    except (ValueError, ZeroDivisionError):
        ratio = 0.0
    if not _NARROWEST <= ratio <= _WIDEST:
        known = ", ".join(SHAPES)
        raise ValueError(f"unknown fit '{fit}': use {known}, a ratio such as 3:2, or none")
    return ratio

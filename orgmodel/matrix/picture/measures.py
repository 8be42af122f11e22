"""Pixels that the parts of a picture share."""

from __future__ import annotations

MARGIN = 28.0
SMALL, TEXT = 11.0, 12.0
LINE = 15.0
LETTER = 19.0
"""Height of the box of a letter."""

PAGE_HEADING = 74.0
LEGEND_LINE = 25.0
LIFT = 20.0
"""How much higher headings stand where badges stand below some of them."""

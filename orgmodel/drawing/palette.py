"""Colours of the charts, for light and for dark pages.

The eight coloured bands are told apart in normal sight and with protanopia, deuteranopia and tritanopia, and
stand out from the card by at least 3:1; texts by at least 4.5:1 (WCAG 2.2, 1.4.3 and 1.4.11). A chart with
more than eight colours draws the ninth and all later ones in one neutral colour, which the legend calls 'other'.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """All colours of one theme as six-digit hexadecimal values."""

    page: str
    card: str
    quiet_card: str
    outline: str
    title: str
    holder: str
    muted: str
    line: str
    derived: str
    dotted: str
    cut: str
    vacant: str
    planned: str
    error: str
    warning: str
    info: str
    bands: tuple[str, ...]
    other: str


LIGHT = Theme(
    page="#ffffff",
    card="#ffffff",
    quiet_card="#f3f4f6",
    outline="#b3bac5",
    title="#161b26",
    holder="#2f3747",
    muted="#5a6373",
    line="#7d8797",
    derived="#9aa3b2",
    dotted="#7a3fb8",
    cut="#c0262d",
    vacant="#a8420a",
    planned="#1c62b5",
    error="#c0262d",
    warning="#8a5a00",
    info="#1c62b5",
    bands=("#1f4aac", "#d94700", "#0c7d55", "#981665", "#9f943f", "#7396bd", "#543b16", "#e16c8a"),
    other="#7d8797",
)
DARK = Theme(
    page="#12151b",
    card="#1d222b",
    quiet_card="#262c37",
    outline="#4b5565",
    title="#f1f3f7",
    holder="#d5dae3",
    muted="#a5aebd",
    line="#78839a",
    derived="#5f6a7d",
    dotted="#c09af0",
    cut="#ff7b7b",
    vacant="#f5a56b",
    planned="#82b7f7",
    error="#ff7b7b",
    warning="#f2c14e",
    info="#82b7f7",
    bands=("#49b3ff", "#cf6b14", "#298f71", "#b851a0", "#e8d33c", "#c1ecff", "#ae8c53", "#f5a0b5"),
    other="#8a94a6",
)


def band(color: int) -> int:
    """Number of the band class for a colour index: 0 to 7 for the first eight colours, 8 for all others."""
    return min(color, len(LIGHT.bands))


def ink_color(theme: Theme, ink: str) -> str:
    """The colour of an ink: a field of the theme, or `band0` to `band8`."""
    if ink.startswith("band"):
        return (*theme.bands, theme.other)[int(ink[4:])]
    color: str = getattr(theme, ink)
    return color

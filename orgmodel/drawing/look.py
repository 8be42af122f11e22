"""How a drawing looks: its colours on light and on dark pages, its corners, its logo."""

from __future__ import annotations

from dataclasses import dataclass, replace

from orgmodel.drawing.palette import DARK, LIGHT, Theme
from orgmodel.drawing.raster import Raster


@dataclass(frozen=True, slots=True)
class Look:
    """Everything about a drawing that is a matter of taste. Without `dark` it is the same on every page."""

    light: Theme = LIGHT
    dark: Theme | None = DARK
    radius: int = 6
    """Pixels by which the corners of cards are rounded, from 0 to 6."""
    logo: Raster | None = None


# Every band has a lightness of its own, seven steps of L* from the next: grey print tells them apart.
_PRINT = replace(
    LIGHT,
    outline="#6b7280",
    title="#000000",
    holder="#1a1a1a",
    muted="#3f3f3f",
    line="#4a4a4a",
    derived="#6b7280",
    bands=("#002763", "#d17730", "#006832", "#a5439d", "#940d1d", "#0685b5", "#201c00", "#740047"),
    other="#767676",
)
_CONTRAST = replace(
    LIGHT,
    quiet_card="#f0f0f0",
    outline="#000000",
    title="#000000",
    holder="#000000",
    muted="#262626",
    line="#000000",
    derived="#4a4a4a",
    dotted="#4b1390",
    cut="#96000c",
    vacant="#6b2800",
    planned="#0a3f80",
    error="#96000c",
    warning="#5c3b00",
    info="#0a3f80",
    bands=("#12378a", "#b23a00", "#075e3e", "#7d0f52", "#6b6200", "#2f5f93", "#3d270b", "#b83a5e"),
    other="#4a4a4a",
)
_CONTRAST_DARK = replace(
    DARK,
    page="#000000",
    card="#000000",
    quiet_card="#1a1a1a",
    outline="#ffffff",
    title="#ffffff",
    holder="#ffffff",
    muted="#e0e0e0",
    line="#ffffff",
    derived="#c4c4c4",
    dotted="#d9bfff",
    cut="#ffa3a3",
    vacant="#ffbe8a",
    planned="#a9d1ff",
    error="#ffa3a3",
    warning="#ffd56b",
    info="#a9d1ff",
)

LOOKS = {
    "standard": Look(),
    "print": Look(_PRINT, None),
    "contrast": Look(_CONTRAST, _CONTRAST_DARK),
}
"""What `--theme` knows by name."""

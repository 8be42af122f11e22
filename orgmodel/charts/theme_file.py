"""A theme of a user: colours by name, corners, a logo; refused where a text or a band could not be seen."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any

from orgmodel.drawing.contrast import contrast, luminance
from orgmodel.drawing.look import LOOKS, Look
from orgmodel.drawing.palette import DARK, Theme
from orgmodel.drawing.raster import Raster
from orgmodel.errors import UsageError
from orgmodel.loading.problems import suggestion
from orgmodel.reading.names import printable

KEYS = ("base", "colors", "dark", "logo", "radius")
_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_GROUNDS = ("page", "card", "quiet_card")
_TEXTS = ("title", "holder", "muted", "cut", "vacant", "planned", "error", "warning", "info")
_STROKES = ("line", "dotted")
_TEXT, _MARK = 4.5, 3.0
_MOST_RADIUS = 6
_MIDDLE = 0.18
"""The luminance that is as far from black as from white."""

_STEPS = 20

ReadLogo = Callable[[str], Raster]


def look_of(data: Any, shown: str, read_logo: ReadLogo) -> Look:
    """The look that a theme file asks for. Raises UsageError, in one line, for anything it cannot mean."""
    if not isinstance(data, Mapping):
        raise UsageError(f"{shown}: a theme has colors, dark, logo, radius and base")
    _known(data, KEYS, shown)
    name = str(data.get("base") or "standard")
    if name not in LOOKS:
        raise UsageError(f'{shown}: there is no theme "{printable(name)}"{suggestion(name, [*LOOKS])}')
    look = LOOKS[name]
    if data.get("colors") is not None:
        look = replace(look, light=_theme(look.light, data["colors"], f"{shown}: colors"), dark=None)
    if data.get("dark") is not None:
        night = LOOKS[name].dark or DARK
        look = replace(look, dark=_theme(night, data["dark"], f"{shown}: dark"))
    if data.get("radius") is not None:
        look = replace(look, radius=_radius(data["radius"], shown))
    if data.get("logo") is not None:
        if not isinstance(data["logo"], str):
            raise UsageError(f"{shown}: logo is the name of a file")
        look = replace(look, logo=read_logo(data["logo"]))
    return look


def _known(data: Mapping[str, Any], names: tuple[str, ...], where: str) -> None:
    for key in data:
        if key not in names:
            raise UsageError(f'{where}: there is nothing called "{printable(key)}" here{suggestion(key, [*names])}')


def _theme(base: Theme, data: Any, where: str) -> Theme:
    names = tuple(field.name for field in fields(Theme))
    if not isinstance(data, Mapping):
        raise UsageError(f"{where} are names with colours, such as title: '#161b26'")
    _known(data, names, where)
    given: dict[str, Any] = {}
    for name, value in data.items():
        if name == "bands":
            given[name] = _bands(base, value, where)
        else:
            given[name] = _color(value, f"{where}: {name}")
    theme = replace(base, **given)
    own = len(data["bands"]) if "bands" in data else 0
    grounds = theme.card, theme.page
    theme = replace(theme, bands=theme.bands[:own] + tuple(_seen(color, grounds) for color in theme.bands[own:]))
    _check(theme, where)
    return theme


def _bands(base: Theme, value: Any, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not 0 < len(value) <= len(base.bands):
        raise UsageError(f"{where}: bands is a list of one to {len(base.bands)} colours")
    own = tuple(_color(item, f"{where}: bands") for item in value)
    return own + base.bands[len(own) :]


def _seen(color: str, grounds: tuple[str, ...]) -> str:
    """A colour nobody chose, as dark or as light as it takes to be seen on the grounds somebody chose."""
    end = 0 if luminance(grounds[0]) > _MIDDLE else 255
    for step in range(_STEPS):
        channels = (int(color[at : at + 2], 16) for at in (1, 3, 5))
        mixed = "#" + "".join(f"{round(part + (end - part) * step / _STEPS):02x}" for part in channels)
        if all(contrast(mixed, ground) >= _MARK for ground in grounds):
            return mixed
    return color


def _color(value: Any, where: str) -> str:
    if not isinstance(value, str) or not _HEX.fullmatch(value):
        raise UsageError(f"{where} is \"{printable(str(value), 40)}\"; a colour is written '#1f4aac', in quotes")
    return value.lower()


def _radius(value: Any, shown: str) -> int:
    if not (isinstance(value, str) and value.isascii() and value.isdigit() and int(value[:9]) <= _MOST_RADIUS):
        raise UsageError(f"{shown}: radius is a whole number from 0 to {_MOST_RADIUS}")
    return int(value)


def _check(theme: Theme, where: str) -> None:
    for name in _TEXTS:
        for ground in _GROUNDS:
            _enough(getattr(theme, name), name, theme, ground, (_TEXT, "a text needs"), where)
    marks = [(f"band {place}", color) for place, color in enumerate((*theme.bands, theme.other), 1)]
    marks += [(name, getattr(theme, name)) for name in _STROKES]
    for name, color in marks:
        for ground in ("card", "page"):
            _enough(color, name, theme, ground, (_MARK, "a band or line needs"), where)


def _enough(color: str, name: str, theme: Theme, ground: str, least: tuple[float, str], where: str) -> None:
    behind = getattr(theme, ground)
    found = contrast(color, behind)
    if found < least[0]:
        raise UsageError(
            f"{where}: {name} {color} on {ground} {behind} has a contrast of {found:.1f}:1; {least[1]} {least[0]:g}:1"
        )

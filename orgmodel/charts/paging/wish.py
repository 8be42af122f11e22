"""How a chart is asked to be split: `unit`, `unit:KIND`, `depth:3`, `density:40`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from orgmodel.errors import UsageError
from orgmodel.reading.names import printable

Way = Literal["unit", "depth", "density"]

LAYERS = 3
"""Layers a page has by depth unless told."""
_KNOWN = "unit, unit:KIND, depth, depth:LAYERS, density or density:CARDS"


@dataclass(frozen=True, slots=True)
class PageWish:
    """`kind` is the kind of unit that has pages, `most` the layers or cards that one page has."""

    way: Way
    kind: str = ""
    most: int | None = None


def parse_pages(text: str) -> PageWish:
    """What `--pages` says. Raises UsageError."""
    way, colon, rest = text.partition(":")
    if colon and not rest:
        raise _unknown(text)
    if way == "unit":
        return PageWish("unit", kind=rest)
    if way == "depth":
        return PageWish("depth", most=_number(text, rest, 1) or LAYERS)
    if way == "density":
        return PageWish("density", most=_number(text, rest, 2))
    raise _unknown(text)


def _number(text: str, rest: str, least: int) -> int | None:
    if not rest:
        return None
    if not (rest.isascii() and rest.isdigit() and len(rest) < 8 and int(rest) >= least):
        raise _unknown(text)
    return int(rest)


def _unknown(text: str) -> UsageError:
    return UsageError(f'--pages does not know "{printable(text, 100)}"; it takes {_KNOWN}')

"""How wide the columns of a table are, so that it fits a page."""

from __future__ import annotations

from collections.abc import Sequence


def fitted(natural: Sequence[float], least: Sequence[float], room: float) -> list[float] | None:
    """Widths that together take at most the room: the widest columns give way first, none below its least.

    None where even the least widths do not fit.
    """
    widths = [max(own, low) for own, low in zip(natural, least, strict=True)]
    if sum(least) > room:
        return None
    if sum(widths) <= room:
        return widths
    low, high = 0.0, max(widths)
    for _ in range(60):
        cap = (low + high) / 2
        if sum(_capped(widths, least, cap)) > room:
            high = cap
        else:
            low = cap
    return _capped(widths, least, low)


def _capped(widths: Sequence[float], least: Sequence[float], cap: float) -> list[float]:
    return [max(low, min(own, cap)) for own, low in zip(widths, least, strict=True)]

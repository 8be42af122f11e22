"""Numbers with the thing that they count, as messages, pages and pictures write them."""

from __future__ import annotations


def counted(number: int, singular: str, plural: str = "") -> str:
    """`1 error`, `2 errors`, `1,000 people`."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"

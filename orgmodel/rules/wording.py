"""How messages name things: ids in quotes with their titles, counts, cut lists, and paths."""

from __future__ import annotations

from collections.abc import Sequence

from orgmodel.model.organization import SINGULAR, Organization
from orgmodel.reading.names import printable, quoted

MOST_RELATED = 20
"""So many other places stand beside a finding; its entities name everything concerned."""

_MOST_LISTED = 5
_LONGEST_PATH = 13


def counted(number: int, noun: str) -> str:
    """`1 position`, `2 positions`, `1,200 activities`, `3 days`."""
    if number == 1:
        return f"1 {noun}"
    is_changed = noun.endswith("y") and noun[-2:-1] not in "aeou"
    return f"{number:,} {noun[:-1]}ies" if is_changed else f"{number:,} {noun}s"


def named(organization: Organization, kind: str, name: str) -> str:
    """An id in quotes, with the title behind it where that says more: `"pm-checkout" (Product Manager)`."""
    title = organization.title(kind, name)
    return quoted(name) if title == name else f"{quoted(name)} ({printable(title, 60)})"


def described(organization: Organization, kind: str, name: str) -> str:
    """Like `named`, with the kind before it: `position "pm-checkout" (Product Manager)`."""
    return f"{SINGULAR[kind]} {named(organization, kind, name)}"


def listed(texts: Sequence[str], most: int = _MOST_LISTED) -> str:
    """`a, b and c`; of a long list the beginning, `and 12 more`."""
    if len(texts) > most:
        return f"{', '.join(texts[:most])} and {len(texts) - most:,} more"
    return " and ".join(filter(None, (", ".join(texts[:-1]), *texts[-1:])))


def ring_path(names: Sequence[str]) -> str:
    """The way round a loop, back to where it began: `"a" → "b" → "a"`; a long one without its middle."""
    return f"{line_path(names)} → {quoted(names[0])}"


def line_path(names: Sequence[str]) -> str:
    """The way from the first to the last: `"a" → "b" → "c"`; a long one without its middle."""
    shown = [quoted(name) for name in names]
    if len(shown) > _LONGEST_PATH:
        left_out = len(shown) - _LONGEST_PATH
        shown = [*shown[: _LONGEST_PATH - 1], f"({left_out:,} more)", shown[-1]]
    return " → ".join(shown)

"""Years of experience brought to a form in which like is compared with like."""

from __future__ import annotations

import re
from typing import Protocol

_RELATIVE = re.compile(r"\bprevious\b|\bin (?:this |the |current )?(?:role|rung|level)\b|\bas \w")
_BETWEEN_WORDS = re.compile(r"[\W_]+")


class Bounds(Protocol):
    """Anything with a least and a most; either may be open."""

    @property
    def min(self) -> float | None:
        """The least."""

    @property
    def max(self) -> float | None:
        """The most."""


def folded_basis(basis: str | None) -> str:
    """From where the years are counted, so that two ways of writing it are one; empty where nobody says."""
    return _BETWEEN_WORDS.sub(" ", (basis or "").casefold()).strip()


def begins_anew(basis: str) -> bool:
    """Whether years of a folded basis begin anew on each rung, as those in the previous role do."""
    return _RELATIVE.search(basis) is not None


def is_reversed(years: Bounds) -> bool:
    """Whether the most is less than the least: nobody knows what was meant."""
    return years.min is not None and years.max is not None and years.max < years.min


def years_named(years: Bounds) -> str:
    """`3 to 5 years`, `7 years or more`."""
    if years.min is not None and years.max is not None and years.min != years.max:
        return f"{years.min:g} to {years.max:g} years"
    least = years.min if years.min is not None else years.max
    number = f"{least:g} {'year' if least == 1 else 'years'}"
    return number if years.min == years.max else f"{number} or {'more' if years.min is not None else 'less'}"

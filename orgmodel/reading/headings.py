"""Headings as people write them, made comparable."""

from __future__ import annotations

import re
import unicodedata

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_BETWEEN_WORDS = re.compile(r"[\W_]+")


def fold_heading(text: str) -> str:
    """Lower-case words with one blank between: `Employee ID`, `employee_id`, `EmployeeID` are equal.

    Accents go, punctuation counts as a blank, `#` as the word number; a unit in brackets stays a word.
    """
    spread = _CAMEL.sub(" ", unicodedata.normalize("NFKC", text)).replace("#", " number ")
    plain = unicodedata.normalize("NFKD", spread.casefold())
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return _BETWEEN_WORDS.sub(" ", letters).strip()

"""Which letter of a scheme a written word means."""

from __future__ import annotations

from orgmodel.model.activities import Letter


def letter_code(letters: dict[str, Letter], written: str) -> str | None:
    """The code that a written letter means: the code itself, or the letter's full name, in any case."""
    if written in letters:
        return written
    folded = _folded(written)
    named = [code for code, letter in letters.items() if letter.name and _folded(letter.name) == folded]
    same = [code for code in letters if _folded(code) == folded]
    for found in (named, same):
        if len(found) == 1:
            return found[0]
    return None


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").replace("_", " ").split())

"""Characters nobody sees, letters that pose as others, and values made safe for a one-line message."""

from __future__ import annotations

import re
import unicodedata

_LAYOUT = "\n\r\t"
_JOINERS = "\u200c\u200d"
_JOINING_SCRIPTS = frozenset(
    [
        "ARABIC",
        "SYRIAC",
        "DEVANAGARI",
        "BENGALI",
        "GURMUKHI",
        "GUJARATI",
        "ORIYA",
        "TAMIL",
        "TELUGU",
        "KANNADA",
        "MALAYALAM",
        "SINHALA",
        "KHMER",
        "MYANMAR",
        "MONGOLIAN",
    ]
)
_WORD = re.compile(r"[^\W\d_]+")

# Letter by letter the Latin one it passes for; letters that only resemble one from afar are left out.
_CYRILLIC = dict(zip("АВЕЅІЈКМНОРСТУХаеѕіјорсухԁԛԝһ", "ABESIJKMHOPCTYXaesijopcyxdqwh", strict=True))
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧορνικ", "ABEZHIKMNOPTYXopvik", strict=True))
_LOOKS_LATIN = _CYRILLIC | _GREEK
_LATIN_LOOKS = {
    "CYRILLIC": frozenset(_CYRILLIC.values()),
    "GREEK": frozenset(_GREEK.values()),
}


def printable(text: str, limit: int = 80) -> str:
    """A value for a one-line message, without quotes: what does not print is escaped, long values are cut."""
    shown = text if len(text) <= limit else text[: limit - 1] + "…"
    return shown if shown.isprintable() else "".join(map(_escape, shown))


def quoted(text: str, limit: int = 80) -> str:
    """Like `printable`, in double quotes."""
    return f'"{printable(text, limit)}"'


def hidden_characters(text: str) -> list[tuple[int, int, str]]:
    """Characters of `text` that a reader cannot see or takes for others: index, code point, what it is.

    Line breaks and tabs are layout and not reported; joiners are not reported where a script or an
    emoji needs them.
    """
    if text.isascii() and text.isprintable():
        return []
    found = [(index, ord(char), _name(char)) for index, char in enumerate(text) if _is_hidden(text, index, char)]
    for match in _WORD.finditer(text):
        found += _look_alikes(match.group(), match.start())
    return sorted(found)


def _escape(char: str) -> str:
    if char.isprintable():
        return char
    code = ord(char)
    return {"\n": "\\n", "\r": "\\r", "\t": "\\t"}.get(char) or (
        f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
    )


def _is_hidden(text: str, index: int, char: str) -> bool:
    category = unicodedata.category(char)
    if category in {"Cc", "Cs", "Zl", "Zp"}:
        return char not in _LAYOUT
    if category == "Zs":
        return char not in " \u3000"
    if category == "Cf" or char in "\u034f\u115f\u1160\u3164\uffa0":
        return not (char in _JOINERS and _joins(text, index))
    return False


def _joins(text: str, index: int) -> bool:
    """Whether a joiner stands between characters of a script that needs it, or within an emoji."""
    before = text[index - 1 : index] if index else ""
    after = text[index + 1 : index + 2]
    if not before or not after:
        return False
    if _script(before) in _JOINING_SCRIPTS and _script(after) in _JOINING_SCRIPTS:
        return True
    symbols = {"So", "Sk", "Mn"}
    return text[index] == "\u200d" and unicodedata.category(before) in symbols and (unicodedata.category(after) == "So")


def _look_alikes(word: str, start: int) -> list[tuple[int, int, str]]:
    """Letters of the rarer script in a word of two scripts, if they pass for letters of the other."""
    if word.isascii():
        return []
    scripts = [_script(char) for char in word]
    latin = scripts.count("LATIN")
    found = []
    for other in ("CYRILLIC", "GREEK"):
        strange = scripts.count(other)
        if not latin or not strange:
            continue
        rare = "LATIN" if latin < strange else other
        for index, char in enumerate(word):
            if scripts[index] == rare and (twin := _twin(char, rare, other)):
                found.append((start + index, ord(char), f"{_name(char)}, looks like {twin}"))
    return found


def _twin(char: str, rare: str, other: str) -> str:
    if rare == "LATIN":
        return f"{other.title()} letter" if char in _LATIN_LOOKS[other] else ""
    twin = _LOOKS_LATIN.get(char)
    return f"Latin {twin}" if twin else ""


def _script(char: str) -> str:
    return unicodedata.name(char, "").partition(" ")[0]


def _name(char: str) -> str:
    return unicodedata.name(char, "").lower() or "control character"

"""JSON that is exact for programs and harmless in a terminal or a log."""

from __future__ import annotations

import json
import re

# Characters that do not print, lone surrogates (no encoding can hold them) and the commands of build logs.
_HARMFUL = re.compile(
    "[\x7f-\xa0\xad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]|##(?=\\w*\\[)"
)


def json_text(value: object, depth: int) -> str:
    """The value with objects and lists spread over lines down to `depth`, and compact below.

    Lone surrogates become U+FFFD; everything else is read back as it was.
    """
    return _HARMFUL.sub(_harmless, _layout(value, depth, "")) + "\n"


def _layout(value: object, depth: int, indent: str) -> str:
    inner = indent + "  "
    if depth and value and isinstance(value, dict):
        parts = [f"{_compact(key)}: {_layout(item, depth - 1, inner)}" for key, item in value.items()]
        return _spread("{", parts, "}", indent)
    if depth and value and isinstance(value, list):
        return _spread("[", [_layout(item, depth - 1, inner) for item in value], "]", indent)
    return _compact(value)


def _spread(opening: str, parts: list[str], closing: str, indent: str) -> str:
    lines = ",\n".join(f"{indent}  {part}" for part in parts)
    return f"{opening}\n{lines}\n{indent}{closing}"


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _harmless(match: re.Match[str]) -> str:
    char = match.group()
    if char == "##":
        return "#\\u0023"
    return "\ufffd" if "\ud800" <= char <= "\udfff" else json.dumps(char)[1:-1]

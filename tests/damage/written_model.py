"""Plain data as JSON text that knows which line says what, so that the place of a finding can be named."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

Route = tuple[str | int, ...]
_DEPTH = 3
_encode = json.JSONEncoder(ensure_ascii=False).encode


@dataclass
class Text:
    """Text line by line, and what each line is about."""

    lines: list[str] = field(default_factory=list)
    routes: list[Route] = field(default_factory=list)

    def __str__(self) -> str:
        return "\n".join(self.lines) + "\n"

    def add(self, line: str, route: Route) -> None:
        self.lines.append(line)
        self.routes.append(route)

    def route(self, line: int) -> Route:
        """What stands on a line, counted from 1."""
        return self.routes[line - 1]


def written(data: dict[str, Any]) -> Text:
    """One line for each field of an entry, each letter of a row and each item of a list of mappings."""
    text = Text()
    _write(text, data, (), "", "")
    return text


def _write(text: Text, value: Any, route: Route, before: str, after: str) -> None:
    pad = " " * len(route)
    if isinstance(value, dict) and value and (len(route) < _DEPTH or route[-1] == "assign"):
        text.add(f"{pad}{before}{{", route)
        last = len(value) - 1
        for number, (key, item) in enumerate(value.items()):
            _write(text, item, (*route, key), f"{_encode(key)}: ", "," if number < last else "")
        text.add(f"{pad}}}{after}", route)
    elif isinstance(value, list) and any(isinstance(item, dict) for item in value):
        text.add(f"{pad}{before}[", route)
        for number, item in enumerate(value):
            comma = "," if number < len(value) - 1 else ""
            text.add(f"{pad} {_encode(item)}{comma}", (*route, number))
        text.add(f"{pad}]{after}", route)
    else:
        text.add(f"{pad}{before}{_encode(value)}{after}", route)


def table_written(rows: list[list[str]]) -> Text:
    """A table as CSV; each line is about the record of its number."""
    text = Text()
    for number, row in enumerate(rows, 1):
        text.add(",".join(row), (number,))
    return text

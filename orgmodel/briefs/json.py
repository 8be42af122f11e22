"""An answer about roles as JSON: the fields of its record, and nothing that is only wording."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

from orgmodel.analysis.compare_records import Comparison
from orgmodel.analysis.path_records import Climb
from orgmodel.reports.json_text import json_text

VERSION = 1


def render(model: str, answer: Comparison | Climb) -> str:
    """One object: `version`, `name`, `answer` (`comparison` or `path`), and the fields of its record."""
    kind = "comparison" if isinstance(answer, Comparison) else "path"
    return json_text({"version": VERSION, "name": model, "answer": kind, **_plain(answer)}, depth=3)


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value

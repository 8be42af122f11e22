"""Answers to "who?" as JSON."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

from orgmodel.analysis.who_records import ActivityAnswer, Answer, Choices, LeavesAnswer, Overview, PartyAnswer
from orgmodel.reports.json_text import json_text

VERSION = 1
_KINDS = {
    ActivityAnswer: "activity",
    Overview: "overview",
    PartyAnswer: "party",
    LeavesAnswer: "leaves",
    Choices: "choices",
}


def render_json(model: str, answer: Answer) -> str:
    """One object: `version`, `name`, `answer` (which kind it is), and the fields of its record."""
    return json_text({"version": VERSION, "name": model, "answer": _KINDS[type(answer)], **_plain(answer)}, depth=3)


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value

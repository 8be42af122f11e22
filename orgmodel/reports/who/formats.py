"""The ways to write answers to "who?"."""

from __future__ import annotations

from dataclasses import dataclass

from orgmodel.analysis.who_records import Answer
from orgmodel.reports.who.json import render_json
from orgmodel.reports.who.text import render_text


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write answers."""

    suffixes: tuple[str, ...]


FORMATS = {"text": Format((".txt",)), "json": Format((".json",))}


def render(name: str, model: str, answer: Answer, width: int = 100, *, color: bool = False) -> str:
    """An answer in a format."""
    return render_json(model, answer) if name == "json" else render_text(answer, width, color=color)

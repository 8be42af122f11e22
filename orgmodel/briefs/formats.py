"""The formats of a brief: adding one is a module and a line here."""

from __future__ import annotations

from dataclasses import dataclass

from orgmodel.analysis.compare_records import Comparison
from orgmodel.analysis.path_records import Climb
from orgmodel.briefs.brief import Brief
from orgmodel.briefs.comparison import comparison_brief
from orgmodel.briefs.path import path_brief


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a brief."""

    suffixes: tuple[str, ...]


FORMATS = {
    "text": Format((".txt",)),
    "md": Format((".md", ".markdown")),
    "html": Format((".html", ".htm")),
    "json": Format((".json",)),
    "svg": Format((".svg",)),
}


def brief_of(model: str, answer: Comparison | Climb) -> Brief:
    """The page that tells an answer."""
    return comparison_brief(model, answer) if isinstance(answer, Comparison) else path_brief(model, answer)


def render(name: str, model: str, answer: Comparison | Climb, width: int = 100, *, color: bool = False) -> str:
    """An answer about roles in a format; what only some formats need is imported by them alone."""
    if name == "json":
        from orgmodel.briefs import json  # noqa: PLC0415

        return json.render(model, answer)
    brief = brief_of(model, answer)
    if name == "md":
        from orgmodel.briefs import markdown  # noqa: PLC0415

        return markdown.render(brief)
    if name == "html":
        from orgmodel.briefs import html  # noqa: PLC0415

        return html.render(brief)
    if name == "svg":
        from orgmodel.briefs import svg  # noqa: PLC0415

        return svg.render(brief)
    from orgmodel.briefs import text  # noqa: PLC0415

    return text.render(brief, width, color=color)

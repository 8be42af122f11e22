"""A brief as one page of HTML that needs nothing else: no script, no file, no network. It is made to be printed."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from orgmodel.briefs.brief import Brief, Table
from orgmodel.matrix.plain_text import clean, shortened

_TEMPLATES = Path(__file__).parent / "templates"
_LONGEST = 600


def render(brief: Brief) -> str:
    """The page; A4 upright when printed, lying where a table has many columns."""
    tables = [block for section in brief.sections for block in section.blocks if isinstance(block, Table)]
    columns = max((len(table.heads) for table in tables), default=0)
    style = Markup((_TEMPLATES / "brief.css").read_text("utf-8").strip())  # noqa: S704 - our own style sheet
    page = _environment().get_template("brief.jinja")
    return page.render(brief=brief, style=style, paper="A4" if columns <= _UPRIGHT else "A4 landscape") + "\n"


_UPRIGHT = 5


@cache
def _environment() -> Environment:
    """Templates in which every value is cleaned, then escaped."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        finalize=_cleaned,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.tests["table"] = lambda block: isinstance(block, Table)
    return environment


def _cleaned(value: Any) -> Any:
    return shortened(clean(value), _LONGEST) if isinstance(value, str) and not isinstance(value, Markup) else value

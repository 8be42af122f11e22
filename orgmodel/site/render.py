"""The pages of a site as text: file name to content."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from orgmodel.charts.svg import render as render_svg
from orgmodel.site.anchors import ROW_IDS
from orgmodel.site.values import ChartPage, MatrixPage, Page, Site

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = {
    "Overview": "overview",
    "ChartPage": "chart",
    "MatrixPage": "matrix",
    "FindingsPage": "findings",
    "FiguresPage": "figures",
    "EntriesPage": "entries",
}
# Characters that no HTML page may hold, or that turn the text around them.
_LAST_OF_PLANES = "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef"
    f"{_LAST_OF_PLANES}]"
)
_CARD_LINK = re.compile('<a href="#(to-[0-9]+)"')


def render_site(site: Site) -> dict[str, str]:
    """Every file of the folder."""
    style = _environment().get_template("style.css").render()
    pages = {page.file: _rendered(site, page, style) for page in site.pages}
    return {**pages, **site.attachments}


def _rendered(site: Site, page: Page, style: str) -> str:
    template = _environment().get_template(f"{_TEMPLATES[type(page).__name__]}.html.j2")
    more: dict[str, object] = {}
    if isinstance(page, ChartPage):
        more["drawing"] = _drawing(site, page)
    elif isinstance(page, MatrixPage):
        more.update(_table(page))
    return _HARMFUL.sub("", template.render(site=site, page=page, style=style, **more))


def _table(page: MatrixPage) -> dict[str, object]:
    from orgmodel.matrix.html import STYLE, render_fragment  # noqa: PLC0415 - it imports jinja2

    return {
        "matrix_style": STYLE,
        "table": render_fragment(page.matrix, id=ROW_IDS, link=lambda kind, name: page.ways.get((kind, name))),
    }


def _drawing(site: Site, page: ChartPage) -> str:
    """The chart as SVG, with its cards leading to the page of their entry.

    Charts allow links within their own document only; `<a href` cannot come from a name, since every name is
    escaped.
    """
    svg = render_svg(page.chart, fit=site.fit, prefix=page.prefix)
    return _CARD_LINK.sub(lambda match: f'<a href="{page.ways[match[1]]}"', svg)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape  # noqa: PLC0415

    environment = Environment(
        loader=PackageLoader("orgmodel.site"),
        autoescape=select_autoescape(("html.j2",)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["code_parts"] = lambda text: enumerate(text.split("`"))
    return environment

"""The pages of a site as text: file name to content."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from math import inf
from typing import TYPE_CHECKING

from orgmodel.charts.svg import render as render_svg
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
# A printed matrix has a sheet on which its columns are wide enough to read; browsers fit it to the paper there is.
_PAPERS: tuple[tuple[float, str], ...] = (
    (40, "A4 landscape"),
    (66, "A3 landscape"),
    (110, "594mm 420mm"),
    (inf, "841mm 594mm"),
)
_DENSE = 30
"""With more columns their headings are printed without the small text."""

# Characters that no HTML page may hold, or that turn the text around them.
_LAST_OF_PLANES = "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef"
    f"{_LAST_OF_PLANES}]"
)
_CARD_LINK = re.compile('<a href="#(to-[0-9]+)"')
_WIDTH = re.compile(r'<svg [^>]*? width="(\d+)"')
_FIRST_CARD = re.compile(r'<g id="[a-z]-c0" [^>]*?transform="translate\((\d+) \d+\)"')
_LAYOUT = re.compile(r'<g transform="translate\((\d+) \d+\)">\n<g class="l"')
_CARD_WIDTH = re.compile(r'<rect id="[a-z]-f" width="(\d+)"')


def render_site(site: Site) -> dict[str, str]:
    """Every file of the folder."""
    style = _environment().get_template("style.css").render()
    pages = {page.file: _rendered(site, page, style) for page in site.pages}
    return {**pages, **site.attachments}


def _rendered(site: Site, page: Page, style: str) -> str:
    template = _environment().get_template(f"{_TEMPLATES[type(page).__name__]}.html.j2")
    more: dict[str, object] = {}
    if isinstance(page, ChartPage):
        more["drawing"] = drawing = _drawing(site, page)
        more["width"], more["center"] = _measures(drawing)
    elif isinstance(page, MatrixPage):
        more.update(_table(page))
    return _HARMFUL.sub("", template.render(site=site, page=page, style=style, **more))


def _table(page: MatrixPage) -> dict[str, object]:
    from orgmodel.matrix.html import STYLE, render_fragment  # noqa: PLC0415 - it imports jinja2

    def of(texts: Mapping[tuple[str, str], str]) -> Callable[[str, str], str | None]:
        return lambda kind, name: texts.get((kind, name))

    ways, detail_ways, hints = of(page.ways), of(page.detail_ways), of(page.hints)
    table = render_fragment(page.matrix, id=page.ids, link=ways, detail_link=detail_ways, hint=hints)
    columns = len(page.matrix.columns)
    paper = next(paper for most, paper in _PAPERS if columns <= most)
    return {"matrix_style": STYLE, "table": table, "paper": paper, "is_dense": columns > _DENSE}


def _drawing(site: Site, page: ChartPage) -> str:
    """The chart as SVG, with its cards leading to the page of their entry.

    Charts allow links within their own document only; `<a href` cannot come from a name, since every name is
    escaped.
    """
    svg = render_svg(page.chart, fit=site.fit, prefix=page.prefix)
    return _CARD_LINK.sub(lambda match: f'<a href="{page.ways[match[1]]}"', svg)


def _measures(svg: str) -> tuple[int, int]:
    """The width of a drawing, and at how many hundredths of it the middle of its first card is."""
    width, *places = (
        int(found[1]) if (found := pattern.search(svg)) else None
        for pattern in (_WIDTH, _LAYOUT, _FIRST_CARD, _CARD_WIDTH)
    )
    left, card, card_width = places
    if not width or left is None or card is None or card_width is None:
        return width or 0, 50
    return width, round(100 * (left + card + card_width / 2) / width)


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

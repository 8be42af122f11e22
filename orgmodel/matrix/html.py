"""The matrix as HTML: a fragment with its style for other pages, and a page of its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from orgmodel.drawing.finding_shapes import words, worst
from orgmodel.matrix.marked_places import MarkedPlaces
from orgmodel.matrix.matrix import Matrix, Row
from orgmodel.matrix.plain_text import clean, shortened
from orgmodel.matrix.wording import elsewhere, meaning, shown, signs, size, standing

Link = Callable[[str, str], str | None]
"""From a kind (`activity`, `role`, `position`, `person`, `unit`) and an id to an address, if there is one."""

_TEMPLATES = Path(__file__).parent / "templates"
_SHORT, _LONG = 160, 600
_UPRIGHT_UP_TO = 9

STYLE = (_TEMPLATES / "matrix.css").read_text("utf-8").strip()
"""The style sheet of a fragment; every rule of it stays within `.rm`, `.rm-…` and `.turned`."""

_PAGE_STYLE = """\
body { margin: 0; background: #ffffff; color: #1d2430; }
main { padding: 20px 24px; font: 14px/1.4 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
h1 { font-size: 22px; margin: 0 0 12px; overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) { body { background: #12161d; color: #e6eaf0; } }
@media print { main { padding: 0; } @page { size: landscape; margin: 10mm; } }
"""


def render(matrix: Matrix) -> str:
    """A whole page that needs nothing else: no script, no file, no network."""
    page = _environment().get_template("page.jinja")
    style = Markup(_PAGE_STYLE + STYLE)  # noqa: S704 - our own style sheet
    return page.render(matrix=matrix, style=style, fragment=render_fragment(matrix)) + "\n"


def render_fragment(
    matrix: Matrix,
    *,
    id: str = "matrix",  # noqa: A002
    link: Link | None = None,
    detail_link: Link | None = None,
    hint: Link | None = None,
) -> Markup:
    """The matrix as a `section` for a page that has `STYLE`.

    `id` begins the ids within it, so that several stand on one page. `link` says where names lead to, and
    `detail_link` where the small text of a column does; whoever gives them answers for their addresses.
    `hint` says more about a row or a column in a tooltip.
    """
    rows = list(matrix.rows())
    anchors = row_ids(matrix, id)
    has_gaps = any(row.gaps for row in rows)
    text = (
        _environment()
        .get_template("matrix.jinja")
        .render(
            matrix=matrix,
            id=id,
            href=link or _nothing,
            detail_href=detail_link or _nothing,
            hint=hint or _nothing,
            anchor=lambda row: anchors[_place(row)],
            shown=shown(matrix),
            size=size(matrix),
            standing=standing(matrix),
            signs=list(signs(matrix)),
            meaning=meaning,
            noted=list({row.activity: row for row in reversed(rows) if row.notes}.values())[::-1],
            has_gaps=has_gaps,
            places=MarkedPlaces.of(matrix),
            said=words,
            worst=worst,
            elsewhere=elsewhere(matrix),
            is_turned=len(matrix.columns) > _UPRIGHT_UP_TO,
            width=len(matrix.columns) + 1 + has_gaps,
        )
    )
    return Markup(text)  # noqa: S704 - the template escapes all that it is given


def row_ids(matrix: Matrix, id: str) -> dict[tuple[str, str], str]:  # noqa: A002
    """The ids of the rows by activity and place, as `render_fragment` writes them."""
    return {place: f"{id}-{number}" for number, place in enumerate(dict.fromkeys(map(_place, matrix.rows())), 1)}


def _nothing(_kind: str, _id: str) -> None:
    return None


def _place(row: Row) -> tuple[str, str]:
    return row.activity, row.place


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
    environment.filters["short"] = lambda text: shortened(clean(text), _SHORT)
    environment.filters["long"] = lambda text: shortened(clean(text), _LONG)
    return environment


def _cleaned(value: Any) -> Any:
    """Text of a model on one line; markup of a macro or fragment as it is."""
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value

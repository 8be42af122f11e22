"""From a chart and a wish to placed pages: split, measured, split further, numbered, drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

from orgmodel.charts.chart import Chart
from orgmodel.charts.layout import parse_fit
from orgmodel.charts.lettering import UNIT, Lettering
from orgmodel.charts.paging.contents import contents, rows_of
from orgmodel.charts.paging.pages import ChartPage, page_chart, page_charts, page_name
from orgmodel.charts.paging.splitting import (
    NO_HEAD,
    Page,
    by_depth,
    by_group,
    divided,
    in_order,
    joined,
    planned,
    whole,
)
from orgmodel.charts.paging.surround import CHAIN, FOOT, Frame, chain, foot
from orgmodel.charts.paging.wish import PageWish
from orgmodel.charts.picture import draw
from orgmodel.charts.placement import card_sizes
from orgmodel.charts.scene import Scene, Sheet, furnish_sheet
from orgmodel.drawing.paper import POINTS_PER_PIXEL, paper_of
from orgmodel.drawing.picture import Picture, Shape
from orgmodel.drawing.text import clean
from orgmodel.errors import UsageError

LEAST_POINTS = 6.2
"""Letters on paper: at least 1.2 mm from the foot to the top of an x, which is 6.2 points in DejaVu Sans (its x is
0.547 of its size). What EU food law asks of labels, Regulation 1169/2011, article 13 (2)."""

_SMALLEST = UNIT.size * POINTS_PER_PIXEL
"""Points of the smallest letters where nothing is made smaller or larger."""
_ROOM_OF_A_CARD = 3.5
"""Cards and the room between them take about so many times the area of the cards: with this first guess the pages of
random organisations are fewest."""
_LEAST_IN_UNIT = 3
"""Fewer cards than these below the head of a unit stay on the page of the head."""


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """A page as a picture; what it is made of, for formats that draw a chart in their own way."""

    picture: Picture
    chart: Chart | None
    """None for a page of contents."""
    scene: Scene | None
    besides: Sequence[Shape]
    """What stands there besides the chart, or besides the title of the contents."""


def bound(
    chart: Chart,
    wish: PageWish,
    fit: str,
    *,
    groups: Sequence[str] = (),
    titles: Mapping[str, str] | None = None,
    word: str = "seat",
    min_font: float | None = None,
) -> list[PlacedPage]:
    """The chart on pages of one size, letters nowhere smaller than `min_font` points, the contents first.

    `groups` has the unit of each card where a page is wanted for each, `titles` what units are called. A chart with
    room on one page has no contents. Raises UsageError where the paper is too small for a single card.
    """
    least = min_font or LEAST_POINTS
    sheet = _sheet(fit, least)
    parents = [card.parent for card in chart.cards]
    most = _most(chart, wish, sheet, least)
    try:
        pages = planned(parents, _split(parents, wish, groups, most), lambda page: _room(chart, page, sheet, least))
    except ValueError:
        raise UsageError(
            f"a card alone is too large for {fit} with letters of {least:g} points; "
            "take larger paper or a smaller --min-font"
        ) from None
    if wish.way == "density":
        cap = wish.most or 2 * most
        pages = joined(pages, lambda page: page.drawn <= cap and _room(chart, page, sheet, least) >= 1)
    if len(pages) < 2:
        made = [ChartPage(1, chart, seats=len(chart.cards))]
        return [_placed(chart, page, sheet, 1) for page in made]
    listed = ceil(len(pages) / rows_of(sheet))
    last = listed + len(pages)
    named = {page.head: _unit_title(chart, page.head, groups, titles or {}) for page in pages if page.head != NO_HEAD}
    made = page_charts(chart, pages, listed + 1, named, word)
    first = [PlacedPage(picture, None, None, rest) for picture, rest in contents(chart, made, sheet, last, word)]
    return first + [_placed(chart, page, sheet, last) for page in made]


def _sheet(fit: str, least: float) -> Sheet:
    """The sheet that is asked for. Raises UsageError for a shape that is none."""
    shape = parse_fit(fit)
    if shape is None:
        raise UsageError("--pages wants a paper or a shape: --fit none has rows of any width")
    paper = paper_of(fit, shape)
    letters = max(1.0, least / _SMALLEST)
    return Sheet(paper.width / POINTS_PER_PIXEL, paper.height / POINTS_PER_PIXEL, letters, 0.0, FOOT)


def _most(chart: Chart, wish: PageWish, sheet: Sheet, least: float) -> int:
    """The most cards of a page at first: as many as asked, and no more than have room by a guess."""
    sizes = card_sizes(chart, Lettering(chart.cards))
    zoom = least / _SMALLEST
    room = int(sheet.width * sheet.height / zoom / zoom / (sizes.width * sizes.height * _ROOM_OF_A_CARD))
    return max(2, room if wish.way != "density" or wish.most is None else min(room, wish.most))


def _split(parents: Sequence[int], wish: PageWish, groups: Sequence[str], most: int) -> list[Page]:
    """The pages that are asked for, before anybody measured whether they have room."""
    if wish.way == "unit":
        pages = by_group(parents, groups, _LEAST_IN_UNIT)
    elif wish.way == "depth":
        pages = by_depth(parents, wish.most or 1)
    else:
        pages = whole(parents)
    return in_order(
        [part for page in pages for part in (divided(parents, page, most) if page.drawn > most else [page])],
    )


def _room(chart: Chart, page: Page, sheet: Sheet, least: float) -> float:
    """How large the letters of a page can be, as a share of the least."""
    alone = page_chart(chart, page)
    _, zoom = furnish_sheet(alone, _for_page(sheet, page.head, chart))
    return zoom * _SMALLEST / least + 1e-9


def _for_page(sheet: Sheet, head: int, chart: Chart) -> Sheet:
    has_chain = head != NO_HEAD and chart.cards[head].parent >= 0
    return replace(sheet, above=CHAIN) if has_chain else sheet


def _unit_title(chart: Chart, head: int, groups: Sequence[str], titles: Mapping[str, str]) -> str:
    """What a page is called that has the cards below the uppermost card of a unit."""
    above = chart.cards[head].parent
    if not groups or not groups[head] or (above >= 0 and groups[above] == groups[head]):
        return ""
    return titles.get(groups[head], groups[head])


def _placed(whole_chart: Chart, page: ChartPage, sheet: Sheet, last: int) -> PlacedPage:
    sheet = replace(sheet, above=CHAIN) if page.chain else sheet
    scene, zoom = furnish_sheet(page.chart, sheet)
    frame = Frame(scene.width, scene.height, scene.margin, scene.scale)
    besides = [*chain(page, frame)]
    if last > 1:
        besides += foot(whole_chart, page.number, last, page.above, frame)
    picture = draw(page.chart, scene)
    picture = replace(
        picture,
        shapes=(*picture.shapes, *besides),
        name=page_name(page.number),
        bookmark=clean(page.title) or "Chart",
        depth=page.depth,
        zoom=zoom,
    )
    return PlacedPage(picture, page.chart, scene, besides)

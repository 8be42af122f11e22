"""Charts of real files on pages: what pages promise holds there, too."""

from __future__ import annotations

import pytest
from real_files import DAY, read
from test_uk_charts import overlapping

from orgmodel.charts.build import build_chart
from orgmodel.charts.lettering import UNIT
from orgmodel.charts.paging.booklet import LEAST_POINTS, bound
from orgmodel.charts.paging.unit_groups import unit_groups
from orgmodel.charts.paging.wish import parse_pages
from orgmodel.charts.request import ChartRequest

FILES = ("DFID-Sept-2013a-senior", "ministry_of_defence-2015-09-30-senior")


@pytest.mark.parametrize("way", ["unit", "depth:2", "density", "density:20"])
@pytest.mark.parametrize("name", FILES)
@pytest.mark.usefixtures("data")
def test_each_seat_stands_on_one_page_in_readable_letters(name: str, way: str) -> None:
    loaded = read(f"uk/{name}.csv", ended=False, preset="uk-organogram")
    chart = build_chart(loaded.organization, DAY, loaded.name, ChartRequest()).chart
    wish = parse_pages(way)
    groups = unit_groups(loaded.organization, chart.cards, "") if wish.way == "unit" else ()
    pages = bound(chart, wish, "a4", groups=groups)
    ordinary = [card.id for page in pages if page.chart for card in page.chart.cards if not card.upward]
    assert sorted(ordinary) == sorted(card.id for card in chart.cards)
    for page in pages:
        assert UNIT.size * page.picture.zoom * 0.75 >= LEAST_POINTS - 1e-6
        if page.scene is not None and page.chart is not None:
            assert list(overlapping(page.scene)) == []
            assert wish.way != "density" or len(page.chart.cards) <= (wish.most or 200)

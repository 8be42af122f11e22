"""Charts of real files: every way to stand keeps what the layout promises."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from real_files import DAY, read

from orgmodel.charts.build import build_chart
from orgmodel.charts.layout import Segment
from orgmodel.charts.request import ChartRequest
from orgmodel.charts.scene import Scene, furnish

FILES = ("DFID-Sept-2013a-senior", "department_of_health-2011-09-30-senior", "ministry_of_defence-2015-09-30-senior")
WISHES = (
    ChartRequest(),
    ChartRequest(frames=True),
    ChartRequest(align="layers"),
    ChartRequest(direction="right"),
    ChartRequest(direction="right", frames=True, sort="size"),
)


@pytest.mark.parametrize("wish", WISHES, ids=["plain", "frames", "layers", "right", "right-frames"])
@pytest.mark.parametrize("name", FILES)
@pytest.mark.usefixtures("data")
def test_nothing_overlaps_and_no_line_runs_through_a_card(name: str, wish: ChartRequest) -> None:
    loaded = read(f"uk/{name}.csv", ended=False, preset="uk-organogram")
    chart = build_chart(loaded.organization, DAY, loaded.name, wish).chart
    scene = furnish(chart, "16:9")
    assert len(scene.layout.x) == len(chart.cards) > 50
    assert list(overlapping(scene)) == []
    assert list(crossed(scene)) == []
    for x, y in zip(scene.layout.x, scene.layout.y, strict=True):
        assert scene.left + x >= 0
        assert scene.left + x + scene.layout.box_width <= scene.width
        assert scene.top + y + scene.layout.box_height <= scene.height


def overlapping(scene: Scene) -> Iterator[tuple[int, ...]]:
    layout = scene.layout
    boxes = sorted(zip(layout.x, layout.y, strict=True))
    for at, (x, y) in enumerate(boxes):
        for x2, y2 in boxes[at + 1 :]:
            if x2 >= x + layout.box_width:
                break
            if abs(y2 - y) < layout.box_height:
                yield x, y, x2, y2


def crossed(scene: Scene) -> Iterator[tuple[int, int, Segment]]:
    layout = scene.layout
    pieces = [*layout.legs, *(piece for trunk in layout.trunks.values() for piece in trunk)]
    pieces += [(*first, *second) for points in scene.dotted for first, second in pairwise(points)]
    for x1, y1, x2, y2 in pieces:
        for x, y in zip(layout.x, layout.y, strict=True):
            level = min(x1, x2) < x + layout.box_width and max(x1, x2) > x
            if level and min(y1, y2) < y + layout.box_height and max(y1, y2) > y:
                yield x, y, (x1, y1, x2, y2)

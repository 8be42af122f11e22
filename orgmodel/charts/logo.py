"""The logo of a chart: in the right upper corner, beside the title."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.charts.chart import Chart
from orgmodel.charts.scene import Scene
from orgmodel.drawing.dressing import logo_size
from orgmodel.drawing.picture import Image


def logo(chart: Chart, scene: Scene) -> Iterator[Image]:
    """The logo, where the look has one."""
    mark = chart.look.logo
    if mark is not None:
        wide, high = (side * scene.scale for side in logo_size(chart.look))
        yield Image(scene.width - scene.margin - wide, scene.margin, wide, high, mark.data, mark.mime)

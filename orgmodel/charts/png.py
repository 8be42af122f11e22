"""A chart as PNG, drawn from its SVG."""

from __future__ import annotations

from orgmodel.charts.chart import Chart
from orgmodel.charts.formats import Tell, silent
from orgmodel.charts.picture import draw
from orgmodel.charts.scene import furnish
from orgmodel.drawing import png


def render(chart: Chart, *, fit: str = "16:9", scale: float | None = None, tell: Tell = silent) -> bytes:
    """The chart in light colours, `scale` dots for each pixel; `tell` hears what its reader should know.

    Raises MissingExtraError.
    """
    picture = draw(chart, furnish(chart, fit))
    wanted = png.USUAL_SCALE if scale is None else scale
    made = png.render(picture, theme=chart.look.light, scale=wanted)
    for remark in png.remarks([picture], scale=wanted):
        tell(remark)
    return made

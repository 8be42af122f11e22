"""Layout of a forest of equal boxes: pure geometry that knows nothing of organisations."""

from orgmodel.charts.layout.aligned import NO_BAND, arrange_aligned
from orgmodel.charts.layout.fitting import arrange
from orgmodel.charts.layout.measures import NO_FIT, SHAPES, Measures, parse_fit
from orgmodel.charts.layout.placing import NO_LEG, Layout, Segment
from orgmodel.charts.layout.routing import Point, route

__all__ = [
    "NO_BAND",
    "NO_FIT",
    "NO_LEG",
    "SHAPES",
    "Layout",
    "Measures",
    "Point",
    "Segment",
    "arrange",
    "arrange_aligned",
    "parse_fit",
    "route",
]

"""A chart as PDF: one page as large as the chart, or a sheet of the paper that `fit` names."""

from __future__ import annotations

from orgmodel.charts.chart import Chart
from orgmodel.charts.formats import Tell, silent
from orgmodel.charts.picture import draw
from orgmodel.charts.scene import furnish
from orgmodel.drawing import pdf
from orgmodel.drawing.paper import PAPERS


def render(chart: Chart, *, fit: str = "16:9", tell: Tell = silent) -> bytes:
    """The chart as a document; `tell` hears what its reader should know. Raises MissingExtraError."""
    pictures = [draw(chart, furnish(chart, fit))]
    paper = PAPERS.get(fit.strip().lower())
    made = pdf.render(pictures, theme=chart.look.light, paper=paper)
    for remark in pdf.remarks(pictures, paper=paper):
        tell(remark)
    return made

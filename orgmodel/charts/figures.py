"""The pictures of an organisation that are no org chart: adding one is a line here.

A picture has a module with `build(organization, day, name, request)`, which gives one frozen value, and a module with
`draw(value)`, which places it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import Any

from orgmodel.charts.figure_request import FigureRequest
from orgmodel.charts.formats import FORMATS, Format, Tell, silent
from orgmodel.charts.page import MARGIN
from orgmodel.drawing import pdf, png, svg
from orgmodel.drawing.dressing import dressed
from orgmodel.drawing.look import Look
from orgmodel.drawing.paper import PAPERS
from orgmodel.drawing.picture import Picture
from orgmodel.errors import UsageError
from orgmodel.model.organization import Organization


@dataclass(frozen=True, slots=True)
class Figure:
    """A kind of picture; `takes` are the options about its contents that it hears, `dot` its module for Graphviz."""

    build: str
    draw: str
    takes: tuple[str, ...] = ()
    dot: str = ""

    @property
    def formats(self) -> Mapping[str, Format]:
        """What it can be written as."""
        names = ("svg", "png", "pdf", "dot") if self.dot else ("svg", "png", "pdf")
        return {name: FORMATS[name] for name in names}


FIGURES = {
    "ladder": Figure("orgmodel.charts.ladder.build", "orgmodel.charts.ladder.picture", ("root",)),
    "network": Figure(
        "orgmodel.charts.network.build",
        "orgmodel.charts.network.picture",
        ("unit", "activity"),
        "orgmodel.charts.network.dot",
    ),
    "spans": Figure("orgmodel.charts.spans.build", "orgmodel.charts.spans.picture"),
}

_USUAL_LOOK = Look()


def build_figure(of: str, organization: Organization, day: date, name: str, request: FigureRequest) -> Any:
    """The value of a picture. Raises UsageError where the organisation has nothing of what it shows."""
    return import_module(FIGURES[of].build).build(organization, day, name, request)


def render_figure(
    of: str,
    format_name: str,
    value: Any,
    *,
    fit: str,
    scale: float | None = None,
    tell: Tell = silent,
    look: Look = _USUAL_LOOK,
) -> str | bytes:
    """A picture in a format; `fit` may name a paper. Raises MissingExtraError where a package is missing."""
    if format_name == "dot":
        text: str = import_module(FIGURES[of].dot).render(value, look.light)
        return text
    drawn: Picture = import_module(FIGURES[of].draw).draw(value)
    picture = dressed(drawn, look, MARGIN)
    if format_name == "svg":
        return svg.render(picture, light=look.light, dark=look.dark)
    if format_name == "png":
        wanted = png.USUAL_SCALE if scale is None else scale
        made = png.render(picture, theme=look.light, scale=wanted)
        remarks = png.remarks([picture], scale=wanted)
    elif format_name == "pdf":
        paper = PAPERS.get(fit.strip().lower())
        made = pdf.render([picture], theme=look.light, paper=paper)
        remarks = pdf.remarks([picture], paper=paper)
    else:
        raise UsageError(f'a picture of {of} cannot be written as "{format_name}"')
    for remark in remarks:
        tell(remark)
    return made

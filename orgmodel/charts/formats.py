"""The formats of a chart: adding one is a module and a line here."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from orgmodel.charts.chart import Chart


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a chart; its module has `render(chart, *, fit)`."""

    module: str
    suffixes: tuple[str, ...]


FORMATS = {
    "svg": Format("orgmodel.charts.svg", (".svg",)),
    "dot": Format("orgmodel.charts.dot", (".dot", ".gv")),
}

DRAWN_BY_DOT = {
    "svg": FORMATS["svg"],
    "dot": FORMATS["dot"],
    "png": Format("", (".png",)),
    "pdf": Format("", (".pdf",)),
}
"""What `--engine dot` can write: the program makes pictures of `dot` in these formats."""


def render(name: str, chart: Chart, *, fit: str) -> str:
    """The chart in a format."""
    text: str = import_module(FORMATS[name].module).render(chart, fit=fit)
    return text

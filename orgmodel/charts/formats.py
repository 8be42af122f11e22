"""The formats of a chart: adding one is a module and a line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TypeAlias

from orgmodel.charts.chart import Chart

Tell: TypeAlias = Callable[[str], None]
"""Hears one line about what a reader of the result should know."""


def silent(remark: str) -> None:
    """Hears a remark and keeps it."""


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a chart; its module has `render(chart, *, fit)`, and takes the `options` named besides."""

    module: str
    suffixes: tuple[str, ...]
    options: tuple[str, ...] = ()


FORMATS = {
    "svg": Format("orgmodel.charts.svg", (".svg",)),
    "html": Format("orgmodel.charts.html", (".html", ".htm"), ("tell",)),
    "png": Format("orgmodel.charts.png", (".png",), ("scale", "tell")),
    "pdf": Format("orgmodel.charts.pdf", (".pdf",), ("tell",)),
    "pptx": Format("orgmodel.charts.pptx", (".pptx",), ("tell",)),
    "dot": Format("orgmodel.charts.dot", (".dot", ".gv")),
    "mmd": Format("orgmodel.charts.mermaid", (".mmd", ".mermaid"), ("tell",)),
}

DRAWN_BY_DOT = {
    "svg": FORMATS["svg"],
    "dot": FORMATS["dot"],
    "png": Format("", (".png",)),
    "pdf": Format("", (".pdf",)),
}
"""What `--engine dot` can write: the program makes pictures of `dot` in these formats."""


def render(name: str, chart: Chart, *, fit: str, scale: float | None = None, tell: Tell = silent) -> str | bytes:
    """The chart in a format. Raises MissingExtraError where a package is missing."""
    format_ = FORMATS[name]
    options = {"scale": scale, "tell": tell}
    taken = {key: value for key, value in options.items() if key in format_.options}
    made: str | bytes = import_module(format_.module).render(chart, fit=fit, **taken)
    return made

"""The formats of a matrix: adding one is a module and a line here."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from orgmodel.matrix.matrix import Matrix


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a matrix; its module has `render(matrix)`, or `render(matrix, terminal)`."""

    module: str
    suffixes: tuple[str, ...]
    is_for_terminal: bool = False
    has_look: bool = False
    """Whether it is drawn in the colours of the matrix's look."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """How wide a terminal is, and whether it shows colours."""

    width: int = 100
    color: bool = False


FORMATS = {
    "text": Format("orgmodel.matrix.text", (".txt",), is_for_terminal=True),
    "md": Format("orgmodel.matrix.markdown", (".md", ".markdown")),
    "html": Format("orgmodel.matrix.html", (".html", ".htm")),
    "csv": Format("orgmodel.matrix.csv", (".csv",)),
    "xlsx": Format("orgmodel.matrix.xlsx", (".xlsx",)),
    "svg": Format("orgmodel.matrix.svg", (".svg",), has_look=True),
    "png": Format("orgmodel.matrix.png", (".png",), has_look=True),
    "pdf": Format("orgmodel.matrix.pdf", (".pdf",), has_look=True),
}

_USUAL = Terminal()


def render(name: str, matrix: Matrix, terminal: Terminal = _USUAL) -> str | bytes:
    """The matrix in a format. Raises MissingExtraError where an optional package is needed."""
    module = import_module(FORMATS[name].module)
    written: str | bytes = module.render(matrix, terminal) if FORMATS[name].is_for_terminal else module.render(matrix)
    return written

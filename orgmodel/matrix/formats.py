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
}

_USUAL = Terminal()


def render(name: str, matrix: Matrix, terminal: Terminal = _USUAL) -> str:
    """The matrix in a format."""
    module = import_module(FORMATS[name].module)
    text: str = module.render(matrix, terminal) if FORMATS[name].is_for_terminal else module.render(matrix)
    return text

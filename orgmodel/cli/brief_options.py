"""What `compare` and `path` have in common: their outputs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from orgmodel.cli import terminal
from orgmodel.cli.writing import Target, write_output

if TYPE_CHECKING:
    from orgmodel.analysis.compare_records import Comparison
    from orgmodel.analysis.path_records import Climb
    from orgmodel.cli.model_options import OpenedModel

F = TypeVar("F", bound=Callable[..., Any])

_NARROWEST, _WIDEST, _IN_FILES = 40, 1_000, 100
_OPTIONS = (
    click.option(
        "-o", "--output", "outputs", metavar="[FORMAT=]FILE", multiple=True, help="Write to a file; repeatable."
    ),
    click.option("--format", "format_name", help="text (default), md, html, json or svg; else by the file's suffix."),
    click.option(
        "--width",
        type=click.IntRange(_NARROWEST, _WIDEST),
        metavar="COLUMNS",
        help=f"How wide text may be: the terminal's width, in files {_IN_FILES}.",
    ),
)


def brief_options(command: F) -> F:
    """Add the options about outputs."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def write_briefs(targets: Iterable[Target], opened: OpenedModel, answer: Comparison | Climb, asked: int | None) -> None:
    """Write an answer wherever it is wanted."""
    from orgmodel.briefs.formats import render  # noqa: PLC0415

    for target in targets:
        is_file = target.file is not None
        width = asked or (_IN_FILES if is_file else terminal.width(_NARROWEST, _WIDEST, _IN_FILES))
        color = not is_file and terminal.wants_color()
        text = render(target.format, opened.loaded.name, answer, width, color=color)
        write_output(target, text, opened.files)

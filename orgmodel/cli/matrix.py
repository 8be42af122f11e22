"""`orgmodel matrix`: who answers for what, as a table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from orgmodel.cli import terminal
from orgmodel.cli.finding_options import finding_options, found_by_check, refuse_idle_severity
from orgmodel.cli.model_options import ModelOptions, OpenedModel, model_options, open_model
from orgmodel.cli.reading_faults import refuse_unreadable, say_faults
from orgmodel.cli.theme_option import read_look
from orgmodel.cli.writing import Target, parse_outputs, write_output
from orgmodel.errors import UsageError

if TYPE_CHECKING:
    from orgmodel.drawing.look import Look
    from orgmodel.matrix.matrix import Matrix

_NARROWEST, _WIDEST, _IN_FILES = 40, 1_000, 120


@click.command(short_help="Write the responsibility matrix: by role, position, person or unit.")
@click.argument("path", metavar="PATH")
@click.option("-o", "--output", "outputs", metavar="[FORMAT=]FILE", multiple=True, help="Write to a file; repeatable.")
@click.option(
    "--format", "format_name", help="text (default), md, html, csv, xlsx, svg, png or pdf; else by the file's suffix."
)
@click.option(
    "--by",
    "view",
    type=click.Choice(["role", "position", "person", "unit"]),
    default="role",
    show_default=True,
    help="What the columns are. By role, a row made for each team or seat stands once.",
)
@click.option("--unit", "units", metavar="NAME", multiple=True, help="Only rows that concern this unit; repeatable.")
@click.option("--role", "roles", metavar="NAME", multiple=True, help="Only rows in which this role has a letter.")
@click.option("--activity", "activities", metavar="NAME", multiple=True, help="Only this row.")
@click.option(
    "--width",
    type=click.IntRange(_NARROWEST, _WIDEST),
    metavar="COLUMNS",
    help=f"How wide text may be: the terminal's width, in files {_IN_FILES}.",
)
@click.option("--theme", metavar="NAME", help="Colours of svg, png and pdf: standard, print, contrast, or a file.yaml.")
@finding_options("Mark what check finds on rows, cells and headings, and list it.")
@model_options
def command(path: str, **values: Any) -> int:
    """Write the responsibility matrix, with gaps and overlaps marked in it.

    Without -o a table for the terminal goes to standard output. Units, roles and activities may be
    named by id, title or alias.
    """
    from orgmodel.matrix.build import build_matrix  # noqa: PLC0415
    from orgmodel.matrix.formats import FORMATS  # noqa: PLC0415
    from orgmodel.matrix.request import MatrixRequest  # noqa: PLC0415

    reading = ModelOptions.taken_from(values)
    targets = parse_outputs(values["outputs"], values["format_name"], FORMATS, default="text")
    look = _look(values["theme"], targets)
    opened = open_model(path, reading)
    refuse_unreadable(opened.loaded)
    request = MatrixRequest(values["view"], values["units"], values["roles"], values["activities"])
    built = build_matrix(opened.loaded.organization, opened.day, opened.loaded.name, request)
    matrix = replace(_marked(built, opened, reading, values), look=look)
    for target in targets:
        write_output(target, _render(target, matrix, values["width"]), opened.files)
    say_faults(opened.loaded)
    return 0


def _marked(matrix: Matrix, opened: OpenedModel, reading: ModelOptions, values: dict[str, Any]) -> Matrix:
    """The matrix with the findings on it, if they are asked for. Raises UsageError for a severity of nothing."""
    refuse_idle_severity(values["min_severity"], values["findings"])
    if not values["findings"]:
        return matrix
    from orgmodel.matrix.marking import marked  # noqa: PLC0415

    found = found_by_check(opened, reading, values["min_severity"])
    return marked(matrix, opened.loaded.organization, opened.day, found)


def _look(theme: str | None, targets: list[Target]) -> Look:
    """The look asked for. Raises UsageError where nothing that is written has one."""
    from orgmodel.matrix.formats import FORMATS  # noqa: PLC0415

    if theme is not None and not any(FORMATS[target.format].has_look for target in targets):
        raise UsageError(f"--theme is for svg, png and pdf, not for {targets[0].format}")
    return read_look(theme or "standard")


def _render(target: Target, matrix: Any, asked: int | None) -> str | bytes:
    from orgmodel.matrix.formats import Terminal, render  # noqa: PLC0415

    if target.file is not None:
        return render(target.format, matrix, Terminal(asked or _IN_FILES))
    width = asked or terminal.width(_NARROWEST, _WIDEST)
    return render(target.format, matrix, Terminal(width, terminal.wants_color()))

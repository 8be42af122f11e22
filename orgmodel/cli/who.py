"""`orgmodel who`: who answers, who does what, who is above, what happens when somebody leaves."""

from __future__ import annotations

from typing import Any

import click

from orgmodel.cli import terminal
from orgmodel.cli.model_options import ModelOptions, model_options, open_model
from orgmodel.cli.reading_faults import refuse_unreadable, say_faults
from orgmodel.cli.writing import Target, parse_outputs, write_output

_NARROWEST, _WIDEST, _IN_FILES = 40, 1_000, 100


@click.command(short_help="Say who answers for an activity, or what somebody answers for.")
@click.argument("path", metavar="PATH")
@click.argument("name", metavar="[NAME]", required=False)
@click.option("--unit", metavar="NAME", help="Only what the rows mean for this unit.")
@click.option("--leaves", is_flag=True, help="What is open when this person leaves, or this seat is empty.")
@click.option("--format", "format_name", help="text (default) or json.")
@click.option("-o", "--output", "outputs", metavar="[FORMAT=]FILE", multiple=True, help="Write to a file; repeatable.")
@click.option(
    "--width",
    type=click.IntRange(_NARROWEST, _WIDEST),
    metavar="COLUMNS",
    help=f"How wide text may be: the terminal's width, in files {_IN_FILES}.",
)
@model_options
def command(path: str, name: str | None, **values: Any) -> int:
    """Say who answers for an activity and who has a part in it, wherever it exists; or what a person, a
    seat, a role or a unit answers for and does, and who is above and below.

    NAME is an id, a title, a name or an alias; kind:id (activity:, role:, position:, person:, unit:) says
    it exactly. Without NAME: who answers for what, a line for each row.
    """
    from orgmodel.analysis.who_ask import ask  # noqa: PLC0415
    from orgmodel.reports.who.formats import FORMATS, render  # noqa: PLC0415

    reading = ModelOptions.taken_from(values)
    targets = parse_outputs(values["outputs"], values["format_name"], FORMATS, default="text")
    opened = open_model(path, reading)
    refuse_unreadable(opened.loaded)
    answer = ask(opened.loaded.organization, opened.day, name, unit=values["unit"], leaves=values["leaves"])
    for target in targets:
        width, color = _look(target, values["width"])
        text = render(target.format, opened.loaded.name, answer, width, color=color)
        write_output(target, text, opened.files)
    say_faults(opened.loaded)
    return 0


def _look(target: Target, asked: int | None) -> tuple[int, bool]:
    """How wide the text may be, and whether in colour."""
    if target.file is not None:
        return asked or _IN_FILES, False
    return asked or terminal.width(_NARROWEST, _WIDEST, _IN_FILES), terminal.wants_color()

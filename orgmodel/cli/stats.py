"""`orgmodel stats`: the figures of an organisation."""

from __future__ import annotations

from typing import Any

import click

from orgmodel.cli.model_options import ModelOptions, model_options, open_model
from orgmodel.cli.reading_faults import refuse_unreadable, say_faults
from orgmodel.cli.writing import parse_outputs, write_output


@click.command(short_help="Count rows, seats, people, lines, spans, units and activities.")
@click.argument("path", metavar="PATH")
@click.option("--format", "format_name", help="text (default) or json.")
@click.option("-o", "--output", "outputs", metavar="[FORMAT=]FILE", multiple=True, help="Write to a file; repeatable.")
@click.option("--planned", is_flag=True, help="Count planned seats as well.")
@model_options
def command(path: str, **values: Any) -> int:
    """Tell the figures of a model: rows, seats, people, vacancies, tops, depth, spans, loops, units,
    and how many activities are clear, missing an owner, doubly owned, or rest on a vacancy.
    """
    from orgmodel.analysis.figures import figures_of  # noqa: PLC0415
    from orgmodel.reports.figures import FORMATS, render  # noqa: PLC0415

    reading = ModelOptions.taken_from(values)
    targets = parse_outputs(values["outputs"], values["format_name"], FORMATS, default="text")
    opened = open_model(path, reading)
    refuse_unreadable(opened.loaded)
    figures = figures_of(opened.loaded.organization, opened.day, planned=values["planned"])
    for target in targets:
        write_output(target, render(target.format, opened.loaded.name, figures), opened.files)
    say_faults(opened.loaded)
    return 0

"""`orgmodel compare`: roles side by side."""

from __future__ import annotations

from typing import Any

import click

from orgmodel.cli.brief_options import brief_options, write_briefs
from orgmodel.cli.model_options import ModelOptions, model_options, open_model
from orgmodel.cli.reading_faults import refuse_unreadable, say_faults
from orgmodel.cli.writing import parse_outputs


@click.command(short_help="Set roles side by side: what they share, and what only one has.")
@click.argument("path", metavar="PATH")
@click.argument("roles", metavar="ROLE ROLE [ROLE]…", nargs=-1, required=True)
@brief_options
@model_options
def command(path: str, roles: tuple[str, ...], **values: Any) -> int:
    """Set two to eight roles side by side: purpose, line, level, the rows that they share, hand over or
    contest, those that only one has, deliverables, skills, experience, pay, certifications, and how far
    they overlap.

    A ROLE is an id, a title or an alias, in any case. Pay and years are compared like with like only.
    """
    from orgmodel.analysis.compare import compare  # noqa: PLC0415
    from orgmodel.briefs.formats import FORMATS  # noqa: PLC0415

    reading = ModelOptions.taken_from(values)
    targets = parse_outputs(values["outputs"], values["format_name"], FORMATS, default="text")
    opened = open_model(path, reading)
    refuse_unreadable(opened.loaded)
    answer = compare(opened.loaded.organization, opened.day, roles)
    write_briefs(targets, opened, answer, values["width"])
    say_faults(opened.loaded)
    return 0

"""`orgmodel rules`: the list of rules."""

from __future__ import annotations

from typing import Any

import click

from orgmodel.cli.writing import parse_outputs, write_output


@click.command(short_help="List every rule with its code and severity.")
@click.option("--format", "format_name", help="text (default), json or markdown.")
@click.option("--profile", metavar="NAME", help="Show the severities and thresholds of a profile.")
@click.option("-o", "--output", "outputs", metavar="[FORMAT=]FILE", multiple=True, help="Write to a file; repeatable.")
def command(**values: Any) -> int:
    """List every rule with its code, default severity and what it finds.

    A profile is a named set of severities and thresholds: startup, enterprise or raci-strict.
    """
    from orgmodel.cli.model_options import known_profile  # noqa: PLC0415
    from orgmodel.reports.catalogue import FORMATS, render_list  # noqa: PLC0415

    profile = known_profile(values["profile"])
    for target in parse_outputs(values["outputs"], values["format_name"], FORMATS, default="text"):
        write_output(target, render_list(target.format, profile))
    return 0

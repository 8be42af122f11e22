"""`orgmodel schema`: the JSON Schema of the format, for editors."""

from __future__ import annotations

import click

from orgmodel.cli.writing import Target, write_output


@click.command(short_help="Print the JSON Schema of the format, for editors.")
@click.option("-o", "--output", metavar="FILE", help="Write to a file.")
def command(output: str | None) -> int:
    """Print the JSON Schema of an org file; editors complete and check with it."""
    from orgmodel.model.schema import json_schema  # noqa: PLC0415

    write_output(Target("json", output), json_schema())
    return 0

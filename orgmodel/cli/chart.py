"""`orgmodel chart`: the organisation as a picture."""

from __future__ import annotations

from typing import Any

import click

from orgmodel.cli.model_options import ModelOptions, model_options, open_model
from orgmodel.cli.reading_faults import refuse_unreadable, say_faults
from orgmodel.cli.writing import parse_outputs, write_output
from orgmodel.errors import UsageError


@click.command(short_help="Draw the org chart, fitted to a page.")
@click.argument("path", metavar="PATH")
@click.option("-o", "--output", "outputs", metavar="[FORMAT=]FILE", multiple=True, help="Write to a file; repeatable.")
@click.option("--format", "format_name", help="svg (default) or dot; otherwise the suffix of the file says it.")
@click.option(
    "--fit",
    default="16:9",
    show_default=True,
    metavar="SHAPE",
    help="16:9, 4:3, a4, a3, letter, a ratio such as 3:2, or none.",
)
@click.option("--of", type=click.Choice(["positions", "roles", "units"]), help="What the cards are.")
@click.option("--root", metavar="ID", help="Only this card and those below it.")
@click.option("--depth", type=click.IntRange(min=1), help="So many layers; what is below stands as +n more.")
@click.option("--unit", metavar="ID", help="Only seats of this unit and the units in it.")
@click.option(
    "--color-by", metavar="KEY", help="unit, role, level, track, status, grade, employment, a field, or none."
)
@click.option(
    "--show", metavar="KEY,…", multiple=True, help="More on each card: grade, level, id, a field …; no-unit hides."
)
@click.option("--planned", is_flag=True, help="Draw planned seats as well.")
@click.option("--engine", type=click.Choice(["own", "dot"]), default="own", help="dot needs the program Graphviz.")
@model_options
def command(path: str, **values: Any) -> int:
    """Draw an org chart of positions, roles or units.

    Without -o the SVG goes to standard output.
    """
    from orgmodel.charts.build import build_chart  # noqa: PLC0415
    from orgmodel.charts.formats import FORMATS  # noqa: PLC0415
    from orgmodel.charts.request import ChartRequest  # noqa: PLC0415

    reading = ModelOptions.taken_from(values)
    targets = parse_outputs(values["outputs"], values["format_name"], FORMATS, default="svg")
    check_fit(values["fit"])
    opened = open_model(path, reading)
    refuse_unreadable(opened.loaded)
    request = ChartRequest(
        of=values["of"],
        root=values["root"],
        depth=values["depth"],
        unit=values["unit"],
        color_by=values["color_by"],
        show=tuple(key.strip() for text in values["show"] for key in text.split(",") if key.strip()),
        planned=values["planned"],
    )
    built = build_chart(opened.loaded.organization, opened.day, opened.loaded.name, request)
    for target in targets:
        write_output(target, _render(target.format, built.chart, values["fit"], values["engine"]))
    if built.left_out:
        count = len(built.left_out)
        click.echo(f"{count} planned seat{'s are' if count > 1 else ' is'} not shown (--planned draws them)", err=True)
    say_faults(opened.loaded)
    return 0


def _render(name: str, chart: Any, fit: str, engine: str) -> str | bytes:
    from orgmodel.charts.formats import render  # noqa: PLC0415

    if engine == "dot" and name != "dot":
        from orgmodel.charts.graphviz_engine import draw  # noqa: PLC0415

        return draw(render("dot", chart, fit=fit), name)
    return render(name, chart, fit=fit)


def check_fit(fit: str) -> None:
    """Refuse a shape that is none. Raises UsageError."""
    from orgmodel.charts.layout import parse_fit  # noqa: PLC0415

    try:
        parse_fit(fit)
    except ValueError as error:
        raise UsageError(str(error)) from None

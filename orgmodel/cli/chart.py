"""`orgmodel chart`: the organisation as a picture."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from orgmodel.cli.chart_figures import FIGURES, draw_figure
from orgmodel.cli.chart_pages import read_wish, write_pages
from orgmodel.cli.finding_options import finding_options, found_by_check, refuse_idle_severity
from orgmodel.cli.model_options import ModelOptions, OpenedModel, model_options, open_model
from orgmodel.cli.reading_faults import refuse_unreadable, say_faults
from orgmodel.cli.terminal import say
from orgmodel.cli.theme_option import read_look, theme_file
from orgmodel.cli.writing import Target, parse_outputs, write_output
from orgmodel.errors import UsageError
from orgmodel.reading.names import printable

if TYPE_CHECKING:
    from orgmodel.charts.build import BuiltChart
    from orgmodel.charts.chart import Chart
    from orgmodel.charts.request import ChartRequest


@click.command(short_help="Draw the org chart, fitted to a page.")
@click.argument("path", metavar="PATH")
@click.option("-o", "--output", "outputs", metavar="[FORMAT=]FILE", multiple=True, help="Write to a file; repeatable.")
@click.option(
    "--format", "format_name", help="svg (default), html, png, pdf, pptx, dot, mmd; else by the file's suffix."
)
@click.option(
    "--fit",
    default="16:9",
    show_default=True,
    metavar="SHAPE",
    help="16:9, 4:3, a4, a3, letter, a ratio such as 3:2, or none.",
)
@click.option(
    "--of",
    type=click.Choice(["positions", "roles", "units", *FIGURES]),
    help="What the cards are; or another picture: the career ladder, spans and layers, a network of responsibilities.",
)
@click.option("--root", metavar="ID", help="Only this card and those below it.")
@click.option("--depth", type=click.IntRange(min=1), help="So many layers; what is below stands as +n more.")
@click.option("--overview", is_flag=True, help="The upper layers, with the counts of its whole branch on each card.")
@click.option(
    "--pages",
    metavar="HOW",
    help="Linked pages: unit, unit:KIND, depth:LAYERS, density or density:CARDS; svg, png, pdf, pptx.",
)
@click.option(
    "--min-font",
    type=click.FloatRange(4, 24),
    metavar="POINTS",
    help="With --pages: the smallest letters on the paper.  [default: 6.2]",
)
@click.option("--unit", metavar="ID", help="Only this unit and the units in it.")
@click.option("--activity", metavar="NAME", help="For --of network: the activity in its middle.")
@click.option(
    "--color-by",
    metavar="KEY",
    help="unit, role, level, track, status, grade, employment, kind, family, a field, or none.",
)
@click.option(
    "--show",
    metavar="KEY,…",
    multiple=True,
    help="More on each card: photo, span, start, findings, grade, level, id, a field …; no-unit hides.",
)
@click.option(
    "--scale",
    type=click.FloatRange(0.1, 10),
    metavar="NUMBER",
    help="png: dots for each pixel of the drawing; 2 where that is not too large.",
)
@click.option(
    "--sort",
    type=click.Choice(["file", "title", "size"]),
    default="file",
    show_default=True,
    help="The reports of a manager: as in the file, by title, or largest branch first.",
)
@click.option("--direction", type=click.Choice(["down", "right"]), default="down", help="Where reports stand.")
@click.option("--align", type=click.Choice(["levels", "layers"]), help="Bands: one level or one layer at one height.")
@click.option("--frames", is_flag=True, help="A frame round the cards of each unit that stands together.")
@click.option("--planned", is_flag=True, help="Draw planned seats as well.")
@click.option(
    "--theme",
    default="standard",
    metavar="NAME",
    help="standard, print (tells colours apart in grey), contrast, or a file.yaml.",
)
@finding_options("Mark what check finds, and list it below the chart.")
@click.option("--engine", type=click.Choice(["own", "dot"]), default="own", help="dot needs the program Graphviz.")
@model_options
def command(path: str, **values: Any) -> int:
    """Draw an org chart of positions, roles or units, or one of the other pictures of an organisation.

    Without -o the SVG goes to standard output.
    """
    from orgmodel.charts.build import build_chart  # noqa: PLC0415

    reading = ModelOptions.taken_from(values)
    if values["of"] in FIGURES:
        check_fit(values["fit"])
        return draw_figure(path, reading, values)
    if values["activity"] is not None:
        raise UsageError("--activity wants --of network")
    wish = read_wish(values)
    targets = wish.targets if wish else _targets(values["outputs"], values["format_name"], values["engine"])
    check_fit(values["fit"])
    look = read_look(values["theme"])
    opened = open_model(path, reading, beside=(theme_file(values["theme"]),))
    refuse_unreadable(opened.loaded)
    organization = opened.loaded.organization
    show = tuple(key.strip() for text in values["show"] for key in text.split(",") if key.strip())
    request = _request(opened, reading, values, show, details=any(target.format == "html" for target in targets))
    built = build_chart(organization, opened.day, opened.loaded.name, request)
    drawn = replace(built.chart, look=look)
    chart = _with_photos(drawn, opened) if "photo" in show else drawn
    if wish:
        write_pages(wish, chart, built.of, opened, values)
    else:
        for target in targets:
            write_output(target, _render(target.format, chart, values), opened.files)
    _say(built)
    say_faults(opened.loaded)
    return 0


def _request(
    opened: OpenedModel, reading: ModelOptions, values: dict[str, Any], show: tuple[str, ...], *, details: bool
) -> ChartRequest:
    """What the options ask for. Raises UsageError for a severity of nothing."""
    from orgmodel.charts.request import ChartRequest  # noqa: PLC0415

    is_checked, severity = values["findings"] or "findings" in show, values["min_severity"]
    refuse_idle_severity(severity, is_checked, "--findings or --show findings")
    return ChartRequest(
        of=values["of"],
        root=values["root"],
        depth=values["depth"],
        overview=values["overview"],
        unit=values["unit"],
        color_by=values["color_by"],
        show=show,
        planned=values["planned"],
        dated=reading.as_of is not None or opened.loaded.organization.as_of is not None,
        sort=values["sort"],
        frames=values["frames"],
        align=values["align"],
        direction=values["direction"],
        findings=found_by_check(opened, reading, severity) if is_checked else (),
        mark=values["findings"],
        details=details,
    )


def _with_photos(chart: Chart, opened: OpenedModel) -> Chart:
    """The chart with what is in the photo files below the model's folder; what cannot be drawn is told."""
    from orgmodel.charts.portraits import with_photos  # noqa: PLC0415
    from orgmodel.drawing.raster import Raster, raster  # noqa: PLC0415
    from orgmodel.loading.image_files import read_image  # noqa: PLC0415

    folder = opened.loaded.folder

    def read(name: str) -> Raster | str:
        data = read_image(name, folder)
        if isinstance(data, str):
            return data
        opened.files += (str(folder / name),)
        image = raster(data)
        return f'photo "{printable(name, 100)}" {image}' if isinstance(image, str) else image

    return with_photos(chart, read, say)


def _targets(outputs: tuple[str, ...], format_name: str | None, engine: str) -> list[Target]:
    """What is to be written. Raises UsageError, with a hint where only our own engine can write it."""
    from orgmodel.charts.formats import DRAWN_BY_DOT, FORMATS  # noqa: PLC0415

    formats = DRAWN_BY_DOT if engine == "dot" else FORMATS
    try:
        return parse_outputs(outputs, format_name, formats, default="svg")
    except UsageError as error:
        asked = {Path(output).suffix.lower().removeprefix(".") for output in outputs} | {format_name}
        asked |= {output.partition("=")[0] for output in outputs}
        others = [name for name in FORMATS if name in asked and name not in formats]
        if not others:
            raise
        raise UsageError(f"{error}; {others[0]} is written without --engine dot") from None


def _say(built: BuiltChart) -> None:
    """What the picture does not show, or shows where somebody may not want it."""
    left_out = len(built.left_out)
    if left_out:
        say(f"{left_out:,} planned seat{'s are' if left_out > 1 else ' is'} not shown (--planned draws them)")
    ended = sum(card.kind == "ended" for card in built.chart.cards)
    if ended and built.of == "positions":
        say(f"{ended:,} ended post{'s are' if ended > 1 else ' is'} shown (--without ended leaves them out)")
    if not built.chart.cards:
        say(f"the chart is empty: there are no {built.of} to show")


def _render(name: str, chart: Any, values: dict[str, Any]) -> str | bytes:
    from orgmodel.charts.formats import render  # noqa: PLC0415

    if values["engine"] == "dot" and name != "dot":
        from orgmodel.charts.graphviz_engine import draw  # noqa: PLC0415

        return draw(str(render("dot", chart, fit=values["fit"])), name)
    return render(name, chart, fit=values["fit"], scale=values["scale"], tell=say)


def check_fit(fit: str) -> None:
    """Refuse a shape that is none. Raises UsageError."""
    from orgmodel.charts.layout import parse_fit  # noqa: PLC0415

    try:
        parse_fit(fit)
    except ValueError as error:
        raise UsageError(str(error)) from None

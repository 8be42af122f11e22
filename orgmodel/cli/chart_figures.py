"""What `orgmodel chart --of` does where the picture is no org chart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from orgmodel.cli.model_options import ModelOptions, open_model
from orgmodel.cli.reading_faults import refuse_unreadable, say_faults
from orgmodel.cli.terminal import say
from orgmodel.cli.theme_option import read_look, theme_file
from orgmodel.cli.writing import parse_outputs, write_output
from orgmodel.errors import UsageError

if TYPE_CHECKING:
    from orgmodel.drawing.look import Look

FIGURES = ("ladder", "spans", "network")
"""The names of `charts.figures`, without the cost of importing it; a test holds them together."""

_HEARD = frozenset(["path", "outputs", "format_name", "fit", "of", "scale", "engine", "theme", *ModelOptions.__slots__])
"""The options that every figure hears."""


def draw_figure(path: str, reading: ModelOptions, values: dict[str, Any]) -> int:
    """Draw one of the other pictures; the options are those of `orgmodel chart`."""
    from orgmodel.charts.figure_request import FigureRequest  # noqa: PLC0415
    from orgmodel.charts.figures import FIGURES as PICTURES  # noqa: PLC0415
    from orgmodel.charts.figures import build_figure  # noqa: PLC0415

    of = values["of"]
    figure = PICTURES[of]
    _refuse_unheard(of, figure.takes)
    if values["engine"] == "dot" and not figure.dot:
        raise UsageError(f"--engine dot draws org charts and --of network, not --of {of}")
    targets = parse_outputs(values["outputs"], values["format_name"], figure.formats, default="svg")
    look = read_look(values["theme"])
    opened = open_model(path, reading, beside=(theme_file(values["theme"]),))
    refuse_unreadable(opened.loaded)
    organization = opened.loaded.organization
    dated = reading.as_of is not None or organization.as_of is not None
    request = FigureRequest(values["root"], values["unit"], values["activity"], dated)
    value = build_figure(of, organization, opened.day, opened.loaded.name, request)
    for target in targets:
        write_output(target, _render(of, target.format, value, look, values), opened.files)
    say_faults(opened.loaded)
    return 0


def _render(of: str, name: str, value: Any, look: Look, values: dict[str, Any]) -> str | bytes:
    from orgmodel.charts.figures import render_figure  # noqa: PLC0415

    if values["engine"] == "dot" and name != "dot":
        from orgmodel.charts.graphviz_engine import draw  # noqa: PLC0415

        return draw(str(render_figure(of, "dot", value, fit=values["fit"], look=look)), name)
    return render_figure(of, name, value, fit=values["fit"], scale=values["scale"], tell=say, look=look)


def _refuse_unheard(of: str, takes: tuple[str, ...]) -> None:
    """Refuse options that this picture would not hear. Raises UsageError."""
    context = click.get_current_context()
    for name in context.params:
        given = context.get_parameter_source(name) is not ParameterSource.DEFAULT
        if given and name not in _HEARD and name not in takes:
            raise UsageError(f"--{name.replace('_', '-')} says nothing for --of {of}")

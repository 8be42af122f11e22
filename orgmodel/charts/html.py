"""A chart as one HTML file that can be searched, folded and asked.

The file needs nothing else: style, script, data and images are inside, and its policy forbids it to load
anything. The data are the chart in compact form (`html_data`); the script places the cards that are open and
draws those in sight.
"""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from string import Template
from typing import Any

from orgmodel.charts.chart import Chart
from orgmodel.charts.formats import Tell, silent
from orgmodel.charts.html_data import embedded, page_data
from orgmodel.drawing.dressing import logo_size
from orgmodel.drawing.escape import escape
from orgmodel.drawing.look import Look
from orgmodel.drawing.palette import Theme

_TEMPLATES = Path(__file__).parent / "templates"
_SCRIPT = (
    *("data", "showing", "placing", "drawing", "lines", "far", "looking", "choosing", "details"),
    *("findings", "finding", "keyboard", "legend", "tools", "printing", "start"),
)
"""The parts of the script in order; they stand in one scope."""

_UNSAFE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def render(chart: Chart, *, fit: str = "16:9", tell: Tell = silent) -> str:  # noqa: ARG001 - what every format takes
    """The chart as one HTML page; equal charts give equal text, byte for byte.

    ``fit`` is not used: the cards are placed for the window of the reader. Raises ValueError when the parents
    form a loop.
    """
    if chart.align or chart.frames or chart.direction != "down":
        tell("html places cards in the window of the reader: frames, bands and a direction are not drawn")
    style = _theme_rules(chart.look) + _template("chart.css")
    script = _script()
    data = page_data(chart)
    return Template(_template("chart.html")).substitute(
        policy=_policy(style, script, has_images=bool(data["photos"] or chart.look.logo)),
        title=escape(chart.name) or "Chart",
        subtitle=escape(chart.subtitle),
        logo=_logo(chart.look),
        style=style,
        data=as_json(data),
        script=script,
    )


def as_json(data: Any) -> str:
    """Data for a script element: nothing in it can end the element or begin a comment."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


def _template(name: str) -> str:
    return (_TEMPLATES / name).read_text("utf-8").strip()


def _script() -> str:
    parts = "\n".join(_template(f"script/{name}.js") for name in _SCRIPT)
    return f'"use strict";\n(() => {{\n{parts}\n}})();'


def _policy(style: str, script: str, *, has_images: bool) -> str:
    """Only this style, this script and images within the page, and nothing from anywhere."""
    images = "img-src data:; " if has_images else ""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; {images}"
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _logo(look: Look) -> str:
    if look.logo is None:
        return ""
    wide, high = (round(side) for side in logo_size(look))
    source = embedded(look.logo.data, look.logo.mime)
    return f'<img class="logo" src="{source}" width="{wide}" height="{high}" alt="">'


def _theme_rules(look: Look) -> str:
    """The colours as variables, light, and dark where the look has those."""
    light = f":root{{color-scheme:light{' dark' if look.dark else ''};{_variables(look.light)}}}\n"
    if look.dark is None:
        return light
    return f"{light}@media screen and (prefers-color-scheme:dark){{:root{{{_variables(look.dark)}}}}}\n"


def _variables(theme: Theme) -> str:
    plain = {name: getattr(theme, name) for name in Theme.__slots__ if name not in {"bands", "other"}}
    bands = {f"band{number}": color for number, color in enumerate((*theme.bands, theme.other))}
    return "".join(f"--{name.replace('_', '-')}:{color};" for name, color in {**plain, **bands}.items())

"""Style sheet, shared shapes, title, legend and notes of an SVG chart."""

from __future__ import annotations

from collections.abc import Iterable

from orgmodel.charts.placement import STACK_OFFSET
from orgmodel.charts.scene import (
    LEGEND_LINE,
    MARGIN,
    NOTE_LINE,
    SUBTITLE_BASELINE,
    TITLE_BASELINE,
    LegendItem,
    Scene,
)
from orgmodel.drawing.escape import escape_clean
from orgmodel.drawing.look import Look
from orgmodel.drawing.palette import Theme

_BAND = 6
"""Width of the coloured band of a card, and the largest radius of its corners."""


# Every selector starts with the root's class, so that a chart inside a web page leaves the page alone.
_SHAPES = """
text{font:12px 'DejaVu Sans',Verdana,sans-serif}
.t,.n{font-weight:700}.u,.k{font-size:11px}.v{font-style:italic}
.m{text-anchor:middle}.T{font-size:20px;font-weight:700}.S{font-size:13px}
.l path,.d,.x{fill:none;stroke-width:1.4}.l .e{stroke-width:1}
.d{stroke-width:1.8;stroke-dasharray:2 4;stroke-linecap:round}
.vacant .f{stroke-width:1.5;stroke-dasharray:6 4}.planned .f{stroke-width:1.5;stroke-dasharray:1.5 3.5}
.planned .f{stroke-linecap:round}.ended .t{text-decoration:line-through}
a:focus .f{stroke-width:3}.name{font-weight:700}.frame+.name{font-size:11px}
"""


def style(look: Look) -> str:
    """Colours for light pages, and for dark ones where the reader's system asks for that.

    Plain rules instead of CSS variables: programs that turn SVG into pictures do not know those.
    """
    light = _scoped(_SHAPES) + _scoped(_colors(look.light))
    dark = f"@media(prefers-color-scheme:dark){{{_scoped(_colors(look.dark))}}}" if look.dark else ""
    return f"<style>{light}{dark}</style>"


def _scoped(rules: str) -> str:
    made = []
    for rule in rules.replace("\n", "").split("}")[:-1]:
        selectors, _, body = rule.partition("{")
        scoped = ",".join(f".o {selector}" for selector in selectors.split(","))
        made.append(f"{scoped}{{{body}}}")
    return "".join(made)


def _colors(theme: Theme) -> str:
    bands = "".join(f".b{number}{{fill:{color}}}" for number, color in enumerate((*theme.bands, theme.other)))
    return (
        f".page{{fill:{theme.page}}}text{{fill:{theme.holder}}}.t,.n,.T{{fill:{theme.title}}}"
        f".u,.m,.S,.ended .t,.ended .h{{fill:{theme.muted}}}"
        f".name{{fill:{theme.muted}}}.band{{fill:{theme.quiet_card}}}.frame{{fill:none;stroke:{theme.derived}}}"
        f".f{{fill:{theme.card};stroke:{theme.outline}}}.ended .f,.stub .f{{fill:{theme.quiet_card}}}"
        f".stub .f{{stroke:none}}"
        f".vacant .f{{fill:{theme.page};stroke:{theme.vacant}}}.vacant .v{{fill:{theme.vacant}}}"
        f".planned .f{{fill:{theme.page};stroke:{theme.planned}}}.planned .v{{fill:{theme.planned}}}"
        f".undisclosed .v{{fill:{theme.muted}}}"
        f".l path{{stroke:{theme.line}}}.l .e{{stroke:{theme.derived}}}.d{{stroke:{theme.dotted}}}"
        f".l .x,.x{{stroke:{theme.cut}}}.k{{fill:{theme.cut}}}{bands}"
    )


def definitions(scene: Scene, prefix: str, radius: int) -> str:
    """Shapes that all cards share: the card, a stack of cards, the colour band, the mark of a cut line."""
    wide, high = scene.layout.box_width, scene.layout.box_height
    box = f'width="{wide}" height="{high}" rx="{radius}"'
    behind = f'<rect x="{STACK_OFFSET}" y="{STACK_OFFSET}" {box}/>'
    middle = wide // 2
    outer = f"{radius}.8 {radius}.8" if radius else ".8 .8"
    start, end = (f"M6-.8H{radius}", "H6Z") if radius < _BAND else (f"M{radius}-.8", "Z")
    return (
        f'<defs><rect id="{prefix}f" {box}/><g id="{prefix}s">{behind}<rect {box}/></g>'
        f'<path id="{prefix}b" d="{start}A{outer} 0 0 0-.8 {radius}V{high - radius}'
        f'A{outer} 0 0 0 {radius} {high}.8{end}"/>'
        f'<g id="{prefix}x"><path d="M{middle} 0V-8M{middle - 5} -2l10 -4"/></g></defs>'
    )


def heading(scene: Scene) -> str:
    """Title and subtitle at the top of the page."""
    subtitle = (
        f'<text class="S" y="{SUBTITLE_BASELINE}">{escape_clean(scene.subtitle)}</text>' if scene.subtitle else ""
    )
    return (
        f'<g transform="translate({MARGIN} {MARGIN}) scale({scene.scale})">'
        f'<text class="T" y="{TITLE_BASELINE}">{escape_clean(scene.title)}</text>{subtitle}</g>'
    )


def footer(scene: Scene) -> str:
    """Legend and notes at the bottom of the page."""
    if not (scene.legend or scene.notes):
        return ""
    top = max((item.y + LEGEND_LINE for item in scene.legend), default=0)
    notes = "".join(
        f'<text class="u" y="{top + number * NOTE_LINE + 14}">{escape_clean(note)}</text>'
        for number, note in enumerate(scene.notes)
    )
    return (
        f'<g transform="translate({MARGIN} {scene.legend_top}) scale({scene.scale})">'
        f"{''.join(_items(scene.legend))}{notes}</g>"
    )


def _items(legend: Iterable[LegendItem]) -> Iterable[str]:
    for item in legend:
        mark = item.entry.mark
        offset = 0 if mark == "heading" else 30
        face = "t" if mark == "heading" else "h"
        yield (
            f'<g transform="translate({item.x} {item.y})">{_mark(mark, item.entry.band)}'
            f'<text class="{face}" x="{offset}" y="12">{escape_clean(item.text)}</text></g>'
        )


_SMALL = 'width="22" height="14" rx="3"'
_MARKS = {
    "heading": "",
    "seats": f'<rect class="f" x="3" y="3" {_SMALL}/><rect class="f" {_SMALL}/>',
    "derived": '<g class="l"><path class="e" d="M0 7H23"/></g>',
    "dotted": '<path class="d" d="M1 7H23"/>',
    "cut": '<g class="x"><path d="M0 7H22M8 11l6 -8"/></g>',
}


def _mark(mark: str, band: int) -> str:
    """A small picture of what a legend entry explains, 22 pixels wide and 14 high."""
    if mark == "color":
        return f'<rect class="b{band}" {_SMALL}/>'
    return _MARKS.get(mark, f'<g class="{mark}"><rect class="f" {_SMALL}/></g>')

"""A picture as SVG text, for light and for dark pages.

Colours are plain rules of a style sheet, not CSS variables: programs that turn SVG into pictures do not know
those. Every rule starts with the root's class, so that a picture inside a web page leaves the page alone.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from orgmodel.drawing.escape import allowed_link, escape, escape_clean
from orgmodel.drawing.palette import DARK, LIGHT, Theme, ink_color
from orgmodel.drawing.picture import Group, Image, Label, Path, Picture, Rect, Shape, arrow_head, flattened

_FONT = "12px 'DejaVu Sans',Verdana,sans-serif"
_DASHES = {"": "", "dashed": "6 4", "dotted": "1.5 3.5"}
_RASTER = frozenset({"image/png", "image/jpeg"})
NO_FILES: Mapping[str, str] = MappingProxyType({})


def render(
    picture: Picture,
    *,
    light: Theme = LIGHT,
    dark: Theme | None = DARK,
    prefix: str = "",
    leaning: bool = False,
    files: Mapping[str, str] = NO_FILES,
) -> str:
    """The picture as one SVG document; equal pictures give equal text.

    Without `dark` it has the same colours on every page. `prefix` stands before every id of the document, for
    pages that hold several pictures. `leaning` slants what is italic by hand, for programs without such a font.
    `files` has the addresses of other pictures by their names: where links to `#name` lead.
    """
    wide, high = number(picture.width), number(picture.height)
    size = f'width="{number(picture.width * picture.zoom)}" height="{number(picture.height * picture.zoom)}"'
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" {size} '
            f'class="p" role="graphics-document" aria-labelledby="{prefix}t {prefix}d">'
        ),
        f'<title id="{prefix}t">{escape(picture.title) or "Picture"}</title>',
        f'<desc id="{prefix}d">{escape(picture.description)}</desc>',
        style(picture.shapes, light, dark),
    ]
    parts.append(f'<rect class="f-page" width="{wide}" height="{high}"/>')
    parts.extend(written(picture.shapes, prefix, leaning=leaning, files=files))
    parts.append("</svg>\n")
    return "\n".join(parts)


def number(value: float) -> str:
    """A length with at most two decimals, as short as it can be."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def style(shapes: Sequence[Shape], light: Theme, dark: Theme | None) -> str:
    """Rules for the inks that the shapes use, below an element of the class `p`."""
    fills, strokes = {"page", "holder"}, set()
    for shape in flattened(shapes):
        if isinstance(shape, Label):
            fills.add(shape.ink)
        elif isinstance(shape, Rect | Path):
            fills.add(shape.fill or (shape.stroke if isinstance(shape, Path) and shape.arrow else ""))
            strokes.add(shape.stroke)

    def colors(theme: Theme) -> str:
        rules = [f".p text{{fill:{ink_color(theme, 'holder')}}}"]
        rules += [f".p .f-{ink}{{fill:{ink_color(theme, ink)}}}" for ink in sorted(fills - {""})]
        rules += [f".p .s-{ink}{{stroke:{ink_color(theme, ink)}}}" for ink in sorted(strokes - {""})]
        return "".join(rules)

    shared = f".p text{{font:{_FONT}}}.p .b{{font-weight:700}}.p .i{{font-style:italic}}.p .n{{fill:none}}"
    night = f"@media(prefers-color-scheme:dark){{{colors(dark)}}}" if dark else ""
    return f"<style>{shared}{colors(light)}{night}</style>"


def written(
    shapes: Iterable[Shape], prefix: str, *, leaning: bool = False, files: Mapping[str, str] = NO_FILES
) -> Iterator[str]:
    """Each shape as an element."""
    for shape in shapes:
        if isinstance(shape, Group):
            yield _group(shape, prefix, leaning, files)
        elif isinstance(shape, Rect):
            yield _rect(shape)
        elif isinstance(shape, Path):
            yield _path(shape)
        elif isinstance(shape, Label):
            yield _label(shape, leaning)
        else:
            yield _image(shape, prefix)


def _group(group: Group, prefix: str, leaning: bool, files: Mapping[str, str]) -> str:
    title = escape(group.title)
    inside = "".join(written(group.shapes, prefix, leaning=leaning, files=files))
    link = allowed_link(group.href)
    if link.startswith("#"):
        link = files.get(link[1:], f"#{prefix}{link[1:]}")
    head = f' id="{prefix}{escape(group.name)}"' if group.name else ""
    head += f' role="{escape(group.role)}"' if group.role else ""
    made = f"<g{head}>{f'<title>{title}</title>' if title else ''}{inside}</g>"
    return f'<a href="{escape_clean(link)}">{made}</a>' if link else made


def _rect(rect: Rect) -> str:
    round_ = f' rx="{number(rect.radius)}"' if rect.radius else ""
    return (
        f'<rect x="{number(rect.x)}" y="{number(rect.y)}" width="{number(rect.width)}" '
        f'height="{number(rect.height)}"{round_}{_paint(rect)}/>'
    )


def _path(path: Path) -> str:
    if not path.points:
        return ""
    ways = " ".join(f"{number(x)} {number(y)}" for x, y in path.points)
    head = ""
    if path.arrow and (corners := arrow_head(path)):
        triangle = " ".join(f"{number(x)} {number(y)}" for x, y in corners)
        head = f'<path class="f-{path.stroke}" d="M{triangle}Z"/>'
    return f'<path d="M{ways}{"Z" if path.fill else ""}"{_paint(path)}/>{head}'


def _paint(shape: Rect | Path) -> str:
    """Class and stroke of a rectangle or a path."""
    classes = f"f-{shape.fill}" if shape.fill else "n"
    if not shape.stroke:
        return f' class="{classes}"'
    dash = f' stroke-dasharray="{_DASHES[shape.dash]}"' if shape.dash else ""
    dash += ' stroke-linecap="round"' if shape.dash == "dotted" else ""
    width = f' stroke-width="{number(shape.stroke_width)}"' if shape.stroke_width != 1 else ""
    return f' class="{classes} s-{shape.stroke}"{width}{dash}'


def _label(label: Label, leaning: bool) -> str:
    classes = [f"f-{label.ink}"] if label.ink not in {"", "holder"} else []
    classes += ["b"] * label.bold + ["i"] * label.italic
    marks = f' class="{" ".join(classes)}"' if classes else ""
    styles = [f"font-size:{number(label.size)}px"] if label.size != 12 else []
    styles += ["text-decoration:line-through"] * label.strike
    marks += f' style="{";".join(styles)}"' if styles else ""
    marks += f' text-anchor="{label.anchor}"' if label.anchor != "start" else ""
    x, y = number(label.x), number(label.y)
    moves = [f"rotate({label.turn} {x} {y})"] if label.turn else []
    if label.italic and leaning:
        moves.append(f"translate({x} {y}) skewX(-11) translate({number(-label.x)} {number(-label.y)})")
    marks += f' transform="{" ".join(moves)}"' if moves else ""
    return f'<text x="{x}" y="{y}"{marks}>{escape(label.text)}</text>'


def _image(image: Image, prefix: str) -> str:
    if image.mime not in _RASTER:
        return ""
    x, y, wide, high = map(number, (image.x, image.y, image.width, image.height))
    edge = clip = ""
    if image.round:
        name = f"{prefix}r{x}_{y}"
        across, down = number(image.width / 2), number(image.height / 2)
        middle = f'cx="{number(image.x + image.width / 2)}" cy="{number(image.y + image.height / 2)}"'
        edge = f'<clipPath id="{name}"><ellipse {middle} rx="{across}" ry="{down}"/></clipPath>'
        clip = f' clip-path="url(#{name})"'
    return (
        f'{edge}<image x="{x}" y="{y}" width="{wide}" height="{high}" '
        f'preserveAspectRatio="xMidYMid {"slice" if image.round else "meet"}"{clip} '
        f'href="data:{image.mime};base64,{b64encode(image.data).decode("ascii")}"/>'
    )

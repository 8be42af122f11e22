"""Shapes as slides of PowerPoint that can be edited: boxes with text, and lines that stay glued to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from math import cos, radians, sin
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from orgmodel.drawing.elbow import MOST_PIECES, Elbow, Point, elbow, is_square, simplified
from orgmodel.drawing.escape import allowed_link
from orgmodel.drawing.palette import LIGHT, Theme, ink_color
from orgmodel.drawing.picture import Group, Image, Ink, Label, Path, Picture, Rect, Shape, arrow_head, flattened
from orgmodel.drawing.text import clean, measure
from orgmodel.errors import MissingExtraError

_FONT = "Verdana"
"""As wide as DejaVu Sans, and there wherever PowerPoint is."""
_PER_PIXEL = 9525
_PER_TENTH = 1_270
"""Units of a tenth of a point."""
_LARGEST = 51_206_400
"""Sides of a slide are at most 56 inches, in units of which an inch has 914,400."""
_SMALLEST = 914_400
_SLACK = 2
"""Pixels at the right of a text, less than at the left: the fonts of others may be a little wider."""
_JOINT = 1.4
"""Pixels of a side of a joint: as much as a line is wide."""
_ABOUT = 255
"""Letters that a property of a file may have."""
_ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}
TOP, LEFT, BOTTOM, RIGHT = range(4)
"""The sides to whose middle lines are glued."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box on a slide, and the joints that move with it."""

    shape: Any
    joints: Mapping[Point, Any]


@dataclass(frozen=True, slots=True)
class End:
    """Where a line is glued: a shape on the slide and one of its four sides."""

    shape: Any
    side: int


def scale_of(picture: Picture) -> float:
    """What the picture is multiplied with, so that its slide is not too large."""
    return min(picture.zoom, _LARGEST / _PER_PIXEL / max(picture.width, picture.height, 1.0))


def remarks(picture: Picture) -> list[str]:
    """What a reader of the slide would have to be told."""
    scale = scale_of(picture)
    sizes = (shape.size for shape in flattened(picture.shapes) if isinstance(shape, Label) and shape.text)
    small = min(sizes, default=12.0) * scale * 0.75
    if scale == picture.zoom or small >= 6:
        return []
    return [f"pptx: the smallest letters are {small:.1f} points high, since no slide is larger than 56 inches"]


class Deck:
    """Slides, one of which is being drawn at a time; pictures say how large they are and what they show."""

    def __init__(self, pictures: Sequence[Picture], theme: Theme = LIGHT) -> None:
        try:
            from pptx import Presentation  # noqa: PLC0415
        except ImportError:
            raise MissingExtraError("PPTX needs the extra: pip install 'orgmodel[pptx]'") from None
        self.theme, self.pictures = theme, pictures
        self.deck: Any = Presentation()
        self.slides = [self.deck.slides.add_slide(self.deck.slide_layouts[5]) for _ in pictures]
        self._targets = {picture.name: slide for picture, slide in zip(pictures, self.slides, strict=True)}
        self.turn(0)
        deck: Any = self.deck
        deck.slide_width, deck.slide_height = (
            max(self._units(side), _SMALLEST) for side in (pictures[0].width, pictures[0].height)
        )
        self._describe(pictures[0])

    def turn(self, number: int) -> None:
        """Go to a slide, counted from 0."""
        self.scale = scale_of(self.pictures[number])
        self.slide = self.slides[number]
        self.slide.shapes.turbo_add_enabled = True
        self._last = len(self.slide.shapes) + 1
        self.slide.background.fill.solid()
        self.slide.background.fill.fore_color.rgb = self._color("page")

    def _describe(self, picture: Picture) -> None:
        about = self.deck.core_properties
        about.title, about.comments = clean(picture.title)[:_ABOUT], clean(picture.description)[:_ABOUT]
        about.subject = about.author = about.last_modified_by = ""

    def title(self, label: Label) -> None:
        """The heading, in the place that programs take the name of a slide from."""
        shape = self.slide.shapes.title
        self._place(shape, *self._room(label))
        self._write(shape, [label], (0, 0, 0, 0))

    def draw(self, shapes: Iterable[Shape]) -> None:
        """Shapes as they are, texts as boxes of their own."""
        for shape in shapes:
            self._draw(self.slide.shapes, shape)

    def box(self, group: Group, joints: Mapping[Point, Ink] | None = None) -> Box:
        """A box with its texts inside, and what else belongs to it, as one thing that is moved together.

        The texts that begin where the first one does are the text of the last and largest rectangle. Joints are
        dots of an ink to which lines are glued, and which move with the box.
        """
        joints = joints or {}
        rects = [shape for shape in group.shapes if isinstance(shape, Rect)]
        main = max(rects, key=lambda rect: (rect.width * rect.height, rects.index(rect)))
        first = next((shape for shape in group.shapes if isinstance(shape, Label)), None)
        inside = [
            shape
            for shape in group.shapes
            if isinstance(shape, Label) and first and (shape.x, shape.anchor, shape.turn) == (first.x, first.anchor, 0)
        ]
        others = [shape for shape in group.shapes if shape is not main and shape not in inside]
        home = self.slide.shapes
        if others or joints:
            home = self._numbered(home.add_group_shape()).shapes
            home.turbo_add_enabled = True
        made = None
        for shape in group.shapes:
            if shape is main:
                made = self._rect(home, main)
            elif shape in others:
                self._draw(home, shape, group.href)
        self._inside(made, main, inside)
        self._name(made, group)
        return Box(made, {point: self._joint(home, point, ink) for point, ink in joints.items()})

    def _joint(self, home: Any, point: Point, ink: Ink) -> Any:
        half = _JOINT / 2
        made = self._rect(home, Rect(point[0] - half, point[1] - half, _JOINT, _JOINT, ink))
        made.name = "Joint"
        return made

    def _name(self, made: Any, group: Group) -> None:
        said = clean(group.title)
        about = made._element.nvSpPr.cNvPr
        about.set("name", said[:60] or "Box")
        about.set("descr", said)
        self._link(made, group.href)

    def _link(self, made: Any, href: str) -> None:
        """Lead to an address, or to the slide of a name where there is one."""
        link = allowed_link(href)
        if link.startswith("#"):
            if link[1:] in self._targets:
                made.click_action.target_slide = self._targets[link[1:]]
        elif link:
            made.click_action.hyperlink.address = link

    def _inside(self, made: Any, rect: Rect, labels: list[Label]) -> None:
        if not labels:
            return
        first = labels[0]
        if first.anchor == "middle":
            self._write(made, labels, (0, 0, 0, 0), middle=True)
        else:
            top = first.y - first.size * 1.02 - rect.y
            self._write(made, labels, (first.x - rect.x, top, _SLACK, 0))

    def line(self, way: Sequence[Point], look: Path, start: End | None = None, end: End | None = None) -> None:
        """A line along a way, glued at its ends.

        A way with slants or more than four bends is drawn as it is and not glued.
        """
        from pptx.enum.shapes import MSO_CONNECTOR  # noqa: PLC0415

        way = simplified(way)
        if not 1 < len(way) <= MOST_PIECES + 1 or not is_square(way):
            if len(way) > 1:
                self._stroke(self._freeform(self.slide.shapes, Path(tuple(way), look.stroke)), look)
            return
        straight = len(way) == 2
        kind = MSO_CONNECTOR.STRAIGHT if straight else MSO_CONNECTOR.ELBOW
        made = self._numbered(self.slide.shapes.add_connector(kind, 0, 0, 0, 0))
        if start is not None:
            made.begin_connect(start.shape, start.side)
        if end is not None:
            made.end_connect(end.shape, end.side)
        factor = self.scale * _PER_PIXEL
        _bend(made, elbow([(x * factor, y * factor) for x, y in way], least=2 * _PER_PIXEL))
        _without_style(made)
        self._stroke(made, look)

    def save(self) -> bytes:
        """The file; equal slides give equal bytes."""
        written, made = BytesIO(), BytesIO()
        self.deck.save(written)
        with ZipFile(written) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
            for name in old.namelist():
                entry = ZipInfo(name)
                entry.compress_type = ZIP_DEFLATED
                new.writestr(entry, old.read(name))
        return made.getvalue()

    def _numbered(self, made: Any) -> Any:
        """Give a shape a number of its own on the slide: lines find what they are glued to by it."""
        self._last += 1
        made._element._nvXxPr.cNvPr.set("id", str(self._last))
        return made

    def _draw(self, home: Any, shape: Shape, href: str = "") -> None:
        """A shape; rectangles and texts lead to where the group leads in which they stand."""
        if isinstance(shape, Group):
            for inner in shape.shapes:
                self._draw(home, inner, shape.href or href)
        elif isinstance(shape, Rect):
            self._link(self._rect(home, shape), href)
        elif isinstance(shape, Path):
            self._path(home, shape)
        elif isinstance(shape, Label):
            self._label(home, shape, href)
        else:
            self._image(home, shape)

    def _rect(self, home: Any, rect: Rect) -> Any:
        from pptx.enum.shapes import MSO_SHAPE  # noqa: PLC0415

        kind = MSO_SHAPE.ROUNDED_RECTANGLE if rect.radius else MSO_SHAPE.RECTANGLE
        room = map(self._units, (rect.x, rect.y, rect.width, rect.height))
        made = self._numbered(home.add_shape(kind, *room))
        if rect.radius:
            made.adjustments[0] = min(0.5, rect.radius / max(min(rect.width, rect.height), 1))
        self._fill(made, rect.fill)
        self._stroke(made, rect)
        return made

    def _path(self, home: Any, path: Path) -> None:
        if len(path.points) < 2:
            return
        self._stroke(self._freeform(home, path), path)
        if path.arrow and (corners := arrow_head(path)):
            self._stroke(self._freeform(home, Path(corners, "", fill=path.stroke)), Path((), ""))

    def _freeform(self, home: Any, path: Path) -> Any:
        points = [(self._units(x), self._units(y)) for x, y in path.points]
        pen = home.build_freeform(*points[0])
        pen.add_line_segments(points[1:], close=bool(path.fill))
        made = self._numbered(pen.convert_to_shape())
        self._fill(made, path.fill)
        return made

    def _label(self, home: Any, label: Label, href: str = "") -> None:
        if clean(label.text):
            made = self._numbered(home.add_textbox(0, 0, 0, 0))
            left, top, wide, high = self._room(label)
            turn = radians(label.turn)
            across, down = left + wide / 2 - label.x, top + high / 2 - label.y
            left = label.x + across * cos(turn) - down * sin(turn) - wide / 2
            top = label.y + across * sin(turn) + down * cos(turn) - high / 2
            self._place(made, left, top, wide, high)
            made.rotation = label.turn
            self._write(made, [label], (0, 0, 0, 0))
            self._link(made, href)

    def _room(self, label: Label) -> tuple[float, float, float, float]:
        """Place and size of a box for one line of text, before it is turned."""
        long, high = measure(clean(label.text), label.size, bold=label.bold) * 1.06 + 4, label.size * 1.25
        left = label.x - long * _ANCHORS[label.anchor]
        return left, label.y - label.size * 1.02, long, high

    def _image(self, home: Any, image: Image) -> None:
        from pptx.enum.shapes import MSO_SHAPE  # noqa: PLC0415

        if image.mime not in {"image/png", "image/jpeg"}:
            return
        room = tuple(map(self._units, (image.x, image.y, image.width, image.height)))
        try:
            made = self._numbered(home.add_picture(BytesIO(image.data), *room))
        except Exception:  # a file of strangers may fail anywhere in the reader
            return
        if image.round:
            made.auto_shape_type = MSO_SHAPE.OVAL

    def _write(
        self, made: Any, labels: list[Label], insets: tuple[float, float, float, float], *, middle: bool = False
    ) -> None:
        from pptx.enum.text import MSO_ANCHOR, PP_ALIGN  # noqa: PLC0415

        frame = made.text_frame
        left, top, right, bottom = map(self._units, insets)
        frame.margin_left, frame.margin_top, frame.margin_right, frame.margin_bottom = left, top, right, bottom
        frame.word_wrap = True
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE if middle else MSO_ANCHOR.TOP
        align = {"start": PP_ALIGN.LEFT, "middle": PP_ALIGN.CENTER, "end": PP_ALIGN.RIGHT}
        for number, (lines, high) in enumerate(_paragraphs(labels)):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            paragraph.alignment = align[lines[0].anchor]
            paragraph.line_spacing = self._points(high)
            for line, label in enumerate(lines):
                if line:
                    paragraph.add_line_break()
                self._run(paragraph.add_run(), label)

    def _run(self, run: Any, label: Label) -> None:
        run.text = clean(label.text)
        font = run.font
        font.size, font.bold, font.italic = self._points(label.size), label.bold, label.italic
        font.name = _FONT
        font.color.rgb = self._color(label.ink or "holder")
        if label.strike:
            font._element.set("strike", "sngStrike")

    def _fill(self, made: Any, ink: str) -> None:
        _without_style(made)
        if ink:
            made.fill.solid()
            made.fill.fore_color.rgb = self._color(ink)
        else:
            made.fill.background()

    def _stroke(self, made: Any, shape: Rect | Path) -> None:
        from pptx.enum.dml import MSO_LINE  # noqa: PLC0415

        if not shape.stroke:
            made.line.fill.background()
            return
        made.line.color.rgb = self._color(shape.stroke)
        made.line.width = max(self._units(shape.stroke_width), 1)
        if shape.dash:
            made.line.dash_style = MSO_LINE.DASH if shape.dash == "dashed" else MSO_LINE.ROUND_DOT

    def _place(self, made: Any, *room: float) -> None:
        made.left, made.top, made.width, made.height = map(self._units, room)

    def _units(self, pixels: float) -> int:
        return round(pixels * self.scale * _PER_PIXEL)

    def _points(self, pixels: float) -> Any:
        """A size of letters, in steps that programs know, and never nothing."""
        from pptx.util import Emu  # noqa: PLC0415

        return Emu(max(10, round(pixels * self.scale * 7.5)) * _PER_TENTH)

    def _color(self, ink: str) -> Any:
        from pptx.dml.color import RGBColor  # noqa: PLC0415

        made: Any = RGBColor
        return made.from_string(ink_color(self.theme, ink).removeprefix("#").upper())


def _paragraphs(labels: Sequence[Label]) -> Iterator[tuple[list[Label], float]]:
    """Texts below each other that look the same are lines of one paragraph; with the height of its lines."""
    lines: list[Label] = []
    for label in labels:
        if lines and (label.bold and lines[0].bold) and label.size == lines[0].size:
            lines.append(label)
            continue
        if lines:
            yield lines, _line_height(lines, label)
        lines = [label]
    if lines:
        yield lines, _line_height(lines, None)


def _line_height(lines: list[Label], below: Label | None) -> float:
    """Pixels from one line to the next."""
    if len(lines) > 1:
        return lines[1].y - lines[0].y
    return lines[0].size * 1.25 if below is None else max(below.y - below.size - lines[0].y + lines[0].size, 1.0)


def _without_style(made: Any) -> None:
    """Take away what the theme of the file would add: shadows, colours."""
    from pptx.oxml.ns import qn  # noqa: PLC0415

    style = made._element.find(qn("p:style"))
    if style is not None:
        made._element.remove(style)


def _bend(made: Any, shape: Elbow) -> None:
    """Give a connector its way."""
    properties = made._element.spPr
    frame = properties.get_or_add_xfrm()
    for name, set_ in (("rot", shape.turned), ("flipH", shape.mirrored_across), ("flipV", shape.mirrored_down)):
        frame.attrib.pop(name, None)
        if set_:
            frame.set(name, "5400000" if name == "rot" else "1")
    frame.off.x, frame.off.y, frame.ext.cx, frame.ext.cy = shape.x, shape.y, shape.width, shape.height
    form = properties.prstGeom
    form.set("prst", f"bentConnector{shape.pieces}" if shape.pieces > 1 else "line")
    form.rewrite_guides([(f"adj{number}", value) for number, value in enumerate(shape.bends, 1)])

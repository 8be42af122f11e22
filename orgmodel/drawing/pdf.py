"""Pictures as a PDF: one page each, texts as text, links, bookmarks.

The fonts lie in `library/fonts`; only the characters used are embedded. Chinese, Japanese and Korean are set in the
fonts that every reader of PDF brings along, so they need no file. Nothing of the day or the machine is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from math import cos, radians, sin
from typing import Any
from urllib.parse import quote

from orgmodel.drawing.escape import allowed_link
from orgmodel.drawing.fonts import BOLD, REGULAR, runs, undrawable
from orgmodel.drawing.palette import LIGHT, Theme, ink_color
from orgmodel.drawing.paper import Paper, Sheet
from orgmodel.drawing.picture import Group, Image, Label, Path, Picture, Rect, Shape, arrow_head, bounds
from orgmodel.drawing.righttoleft import seen
from orgmodel.drawing.text import clean, measure
from orgmodel.errors import MissingExtraError

_LEANING = 0.2
_DASHES = {"": (), "dashed": (6, 4), "dotted": (1.5, 3.5)}
_CORNERS_OF_URL = "/:?#[]@!$&'()*+,;=%~"


def render(pictures: Sequence[Picture], *, theme: Theme = LIGHT, paper: Paper | None = None) -> bytes:
    """The pictures as pages of one document; equal pictures give equal bytes.

    A page is as large as its picture, or one sheet of `paper` into which the picture is fitted. Raises
    MissingExtraError where reportlab is not installed.
    """
    pictures = pictures or (Picture(100, 100, "", ()),)
    canvas_of = _canvas()
    made = BytesIO()
    canvas = canvas_of(made, invariant=1, pageCompression=1, pagesize=(1, 1), initialFontName=REGULAR)
    canvas.setTitle(clean(pictures[0].title))
    canvas.setSubject(clean(pictures[0].description))
    canvas.setAuthor("")
    canvas.setCreator("orgmodel")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    targets = _targets(pictures)
    above = -1
    for number, picture in enumerate(pictures):
        page = _Page(canvas, picture, theme, Sheet.of(picture, paper), targets)
        page.draw(f"page{number}")
        if picture.bookmark:
            above = min(picture.depth, above + 1)
            canvas.addOutlineEntry(clean(picture.bookmark), f"page{number}", above)
            canvas.showOutline()
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def remarks(pictures: Sequence[Picture], *, paper: Paper | None = None) -> list[str]:
    """What a reader of the PDF would have to be told: characters without a shape, letters too small to read."""
    said = []
    lost = undrawable(pictures, with_asian=True)
    if lost:
        said.append(f"pdf: {lost}")
    small = min((Sheet.of(picture, paper).smallest(picture) for picture in pictures), default=99.0)
    if small < 5:
        what = f"on {paper.name} paper" if paper else "since no page of a PDF is larger than 200 inches"
        said.append(f"pdf: the smallest letters are {small:.1f} points high {what}")
    return said


def _targets(pictures: Sequence[Picture]) -> dict[str, str]:
    """What links may lead to: names of pages and of groups that some link names, and their keys in the document."""
    asked: set[str] = set()
    named: dict[str, str] = {}
    for number, picture in enumerate(pictures):
        for group in _groups(picture.shapes):
            asked.add(group.href)
            if group.name:
                named.setdefault(group.name, f"g{len(named)}")
        if picture.name:
            named[picture.name] = f"page{number}"
    return {name: key for name, key in named.items() if f"#{name}" in asked}


def _groups(shapes: Sequence[Shape]) -> Iterator[Group]:
    for shape in shapes:
        if isinstance(shape, Group):
            yield shape
            yield from _groups(shape.shapes)


class _Page:
    """Draws one picture; `place` turns its pixels into points from the left lower corner."""

    def __init__(self, canvas: Any, picture: Picture, theme: Theme, sheet: Sheet, targets: dict[str, str]) -> None:
        self.canvas, self.picture, self.theme, self.sheet, self.targets = canvas, picture, theme, sheet, targets
        self.scale = sheet.scale

    def draw(self, key: str) -> None:
        sheet = self.sheet
        self.canvas.setPageSize((sheet.width, sheet.height))
        self.canvas.bookmarkPage(key)
        self._fill("page")
        self.canvas.rect(0, 0, sheet.width, sheet.height, stroke=0, fill=1)
        self._shapes(self.picture.shapes)

    def place(self, x: float, y: float) -> tuple[float, float]:
        sheet = self.sheet
        return sheet.left + x * self.scale, sheet.height - sheet.top - y * self.scale

    def _shapes(self, shapes: Sequence[Shape]) -> None:
        for shape in shapes:
            if isinstance(shape, Group):
                self._group(shape)
            elif isinstance(shape, Rect):
                self._rect(shape)
            elif isinstance(shape, Path):
                self._path(shape)
            elif isinstance(shape, Label):
                self._label(shape)
            else:
                self._image(shape)

    def _group(self, group: Group) -> None:
        self._shapes(group.shapes)
        link = allowed_link(group.href)
        target = self.targets.get(group.name, "")
        around = bounds(group.shapes) if link or target else None
        if around is None:
            return
        left, top = self.place(*around[:2])
        right, bottom = self.place(*around[2:])
        if target.startswith("g"):
            self.canvas.bookmarkPage(target, fit="XYZ", left=left, top=top, zoom=0)
        said = {"Contents": _string(group.title)} if group.title else {}
        if not link.startswith("#"):
            if link:
                self.canvas.linkURL(quote(link, safe=_CORNERS_OF_URL), (left, bottom, right, top), relative=0, **said)
        elif link[1:] in self.targets:
            self.canvas.linkRect("", self.targets[link[1:]], (left, bottom, right, top), relative=0, **said)

    def _fill(self, ink: str) -> None:
        self.canvas.setFillColorRGB(*_rgb(ink_color(self.theme, ink)))

    def _paint(self, shape: Rect | Path) -> dict[str, int]:
        """Set colours and strokes; whether to stroke and to fill."""
        if shape.fill:
            self._fill(shape.fill)
        if shape.stroke:
            self.canvas.setStrokeColorRGB(*_rgb(ink_color(self.theme, shape.stroke)))
            self.canvas.setLineWidth(shape.stroke_width * self.scale)
            self.canvas.setDash([step * self.scale for step in _DASHES[shape.dash]])
            self.canvas.setLineCap(int(shape.dash == "dotted"))
        return {"stroke": int(bool(shape.stroke)), "fill": int(bool(shape.fill))}

    def _rect(self, rect: Rect) -> None:
        x, y = self.place(rect.x, rect.y + rect.height)
        wide, high = rect.width * self.scale, rect.height * self.scale
        painted = self._paint(rect)
        if rect.radius:
            radius = min(rect.radius * self.scale, wide / 2, high / 2)
            self.canvas.roundRect(x, y, wide, high, radius, **painted)
        else:
            self.canvas.rect(x, y, wide, high, **painted)

    def _path(self, path: Path) -> None:
        if not path.points:
            return
        painted = self._paint(path)
        self._way(path.points, closed=bool(path.fill), **painted)
        if path.arrow and (corners := arrow_head(path)):
            self._fill(path.stroke)
            self._way(corners, closed=True, stroke=0, fill=1)

    def _way(self, points: Sequence[tuple[float, float]], *, closed: bool, stroke: int, fill: int) -> None:
        way = self.canvas.beginPath()
        way.moveTo(*self.place(*points[0]))
        for point in points[1:]:
            way.lineTo(*self.place(*point))
        if closed:
            way.close()
        self.canvas.drawPath(way, stroke=stroke, fill=fill)

    def _label(self, label: Label) -> None:
        text = seen(clean(label.text))
        if not text:
            return
        long = measure(text, label.size, bold=label.bold)
        back = long * {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor]
        turn = radians(label.turn)
        x, y = self.place(label.x - back * cos(turn), label.y - back * sin(turn))
        lean = _LEANING if label.italic else 0.0
        c, s = cos(turn), -sin(turn)
        writing = self.canvas.beginText()
        self._fill(label.ink or "holder")
        writing.setTextTransform(c, s, c * lean - s, s * lean + c, x, y)
        for font, run in runs(text, bold=label.bold):
            _known(font)
            writing.setFont(font, label.size * self.scale)
            writing.textOut(run)
        self.canvas.drawText(writing)
        if label.strike:
            self._strike(label, x, y, long * self.scale)

    def _strike(self, label: Label, x: float, y: float, long: float) -> None:
        turn, up = radians(label.turn), label.size * self.scale * 0.3
        x, y = x + up * sin(turn), y + up * cos(turn)
        self._paint(Path((), stroke=label.ink or "holder", stroke_width=label.size / 14))
        self.canvas.line(x, y, x + long * cos(turn), y - long * sin(turn))

    def _image(self, image: Image) -> None:
        reader = _reader(image.data) if image.mime in {"image/png", "image/jpeg"} else None
        if reader is None:
            return
        wide, high = image.width * self.scale, image.height * self.scale
        x, y = self.place(image.x, image.y + image.height)
        across, down = reader.getSize()
        factor = (max if image.round else min)(wide / across, high / down)
        drawn = across * factor, down * factor
        self.canvas.saveState()
        if image.round:
            edge = self.canvas.beginPath()
            edge.ellipse(x, y, wide, high)
            self.canvas.clipPath(edge, stroke=0, fill=0)
        left, bottom = x + (wide - drawn[0]) / 2, y + (high - drawn[1]) / 2
        self.canvas.drawImage(reader, left, bottom, *drawn, mask="auto")
        self.canvas.restoreState()


@cache
def _rgb(color: str) -> tuple[float, float, float]:
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _canvas() -> Any:
    """The class that writes PDF."""
    try:
        from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415
    except ImportError:
        raise MissingExtraError("PDF needs the extra: pip install 'orgmodel[pdf]'") from None
    _known(REGULAR)
    _known(BOLD)
    return Canvas


@cache
def _known(font: str) -> None:
    """Make a font known to reportlab, once."""
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont  # noqa: PLC0415
    from reportlab.pdfbase.pdfmetrics import registerFont  # noqa: PLC0415
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415

    from orgmodel.drawing.fonts import FILES  # noqa: PLC0415

    registerFont(TTFont(font, str(FILES[font]), asciiReadable=True) if font in FILES else UnicodeCIDFont(font))


def _string(text: str) -> Any:
    """A text as an object of PDF."""
    from reportlab.pdfbase.pdfdoc import PDFString  # noqa: PLC0415

    return PDFString(clean(text))


def _reader(data: bytes) -> Any:
    """The image, or None where it cannot be read: a chart is drawn without a broken photo."""
    from reportlab.lib.utils import ImageReader  # noqa: PLC0415

    try:
        reader = ImageReader(BytesIO(data))
        reader.getRGBData()
    except Exception:  # a file of strangers may fail anywhere in the reader
        return None
    return reader

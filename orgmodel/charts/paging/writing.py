"""Placed pages as files: one for all pages where the format has pages, else one for each."""

from __future__ import annotations

from collections.abc import Sequence

from orgmodel.charts.formats import FORMATS, Tell, silent
from orgmodel.charts.paging.booklet import PlacedPage
from orgmodel.drawing import pdf, png, svg
from orgmodel.drawing.look import Look

PAGED = {name: FORMATS[name] for name in ("svg", "png", "pdf", "pptx")}
"""The formats in which a chart can have pages."""
IN_ONE = frozenset({"pdf", "pptx"})
"""Those whose pages stand in one file."""


def render_pages(
    name: str,
    pages: Sequence[PlacedPage],
    look: Look,
    addresses: Sequence[str],
    *,
    scale: float | None = None,
    tell: Tell = silent,
) -> list[str | bytes]:
    """What the files hold: one, or one for each page; `addresses` are where links to each page lead in its own file.

    Raises MissingExtraError.
    """
    pictures = [page.picture for page in pages]
    if name == "svg":
        files = dict(zip((picture.name for picture in pictures), addresses, strict=True))
        return [svg.render(picture, light=look.light, dark=look.dark, files=files) for picture in pictures]
    if name == "png":
        wanted = png.USUAL_SCALE if scale is None else scale
        _say(png.remarks(pictures, scale=wanted), tell)
        return [png.render(picture, theme=look.light, scale=wanted) for picture in pictures]
    if name == "pdf":
        made = pdf.render(pictures, theme=look.light)
        _say(pdf.remarks(pictures), tell)
        return [made]
    return [_slides(pages, look, tell)]


def _say(remarks: Sequence[str], tell: Tell) -> None:
    for remark in remarks:
        tell(remark)


def _slides(pages: Sequence[PlacedPage], look: Look, tell: Tell) -> bytes:
    from orgmodel.charts.pptx import draw_slide  # noqa: PLC0415
    from orgmodel.drawing.picture import Label  # noqa: PLC0415
    from orgmodel.drawing.pptx import Deck, remarks  # noqa: PLC0415

    deck = Deck([page.picture for page in pages], look.light)
    for number, page in enumerate(pages):
        deck.turn(number)
        if page.chart is not None and page.scene is not None:
            draw_slide(deck, page.chart, page.scene)
        elif isinstance(page.picture.shapes[0], Label):
            deck.title(page.picture.shapes[0])
        deck.draw(page.besides)
    _say(list(dict.fromkeys(remark for page in pages for remark in remarks(page.picture))), tell)
    return deck.save()

"""PDF and PPTX opened by LibreOffice: without a warning, and the pages look like the SVG."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from chart_samples import random_parents, sample_chart
from PIL import Image, ImageChops, ImageStat

from orgmodel.charts.formats import render
from orgmodel.charts.paging.booklet import bound
from orgmodel.charts.paging.wish import PageWish
from orgmodel.charts.paging.writing import render_pages

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]
CHART = sample_chart(random_parents(60, 4), 4, dotted=6)
_OF_THE_MACHINE = "javaldx"
"""What LibreOffice says where no Java is installed: nothing about the file."""


def converted(folder: Path, kind: str, *files: Path) -> list[Path]:
    """The files as LibreOffice shows them; it may say nothing but what it does."""
    profile = (folder / "profile").as_uri()
    done = subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind, "--outdir", folder, *files],
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    assert [line for line in done.stderr.splitlines() if _OF_THE_MACHINE not in line] == []
    return [folder / f"{file.stem}.{kind}" for file in files]


def difference(first: Path, second: bytes) -> float:
    """How much two pictures differ, from 0 to 255, seen from afar."""
    size = (320, 180)
    one, other = (Image.open(file).convert("L").resize(size, Image.Resampling.BOX) for file in (first, BytesIO(second)))
    return float(ImageStat.Stat(ImageChops.difference(one, other)).mean[0])


def test_charts_look_in_libreoffice_as_the_svg_does(tmp_path: Path) -> None:
    slide, sheet = tmp_path / "slide.pptx", tmp_path / "sheet.pdf"
    slide.write_bytes(bytes(render("pptx", CHART, fit="16:9")))
    sheet.write_bytes(bytes(render("pdf", CHART, fit="16:9")))
    wanted = bytes(render("png", CHART, fit="16:9", scale=1))
    other = bytes(render("png", sample_chart(random_parents(60, 5), 4), fit="16:9", scale=1))
    for made in converted(tmp_path, "png", slide, sheet):
        assert difference(made, wanted) < 4 < difference(made, other)


def test_pages_are_all_there_in_libreoffice(tmp_path: Path) -> None:
    pages = bound(CHART, PageWish("density"), "16:9")
    assert len(pages) > 3
    deck = tmp_path / "deck.pptx"
    deck.write_bytes(bytes(*render_pages("pptx", pages, CHART.look, ())))
    (read,) = converted(tmp_path, "pdf", deck)
    found = pypdf.PdfReader(read)
    assert len(found.pages) == len(pages)
    for page, sheet in zip(pages, found.pages, strict=True):
        assert page.picture.title in sheet.extract_text()
        assert [round(float(side)) for side in sheet.mediabox[2:]] == [960, 540]

"""What `orgmodel chart` writes, by suffix and by option."""

from __future__ import annotations

import struct
import sys
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from test_chart_hostile import HOSTILE, everywhere

from orgmodel.charts.formats import render
from orgmodel.cli.program import run

MODEL = """\
orgmodel: 1
name: Northwind
positions:
  ceo: {title: Chief Executive, holder: Ada Łoś, reports_to: ~}
  dev: {title: Größte Entwicklerin, holder: Жанна, reports_to: ceo}
"""
MAGIC = {
    "svg": b"<svg ",
    "png": b"\x89PNG",
    "pdf": b"%PDF-",
    "pptx": b"PK\x03\x04",
    "dot": b"digraph ",
    "mmd": b"---\n",
}


@pytest.fixture(autouse=True)
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("org.yaml").write_text(MODEL, encoding="utf-8")


def test_all_formats_are_written_in_one_run_each_by_its_suffix(capsys: pytest.CaptureFixture[str]) -> None:
    files = [f"org.{suffix}" for suffix in ("svg", "png", "pdf", "pptx", "gv", "mmd")]
    assert run(["chart", "org.yaml", *(part for file in files for part in ("-o", file))]) == 0
    starts = [Path(file).read_bytes()[:8] for file in files]
    assert [start[: len(magic)] for start, magic in zip(starts, MAGIC.values(), strict=True)] == list(MAGIC.values())
    assert capsys.readouterr().err == ""


def test_the_text_of_a_pdf_can_be_searched() -> None:
    run(["chart", "org.yaml", "-o", "org.pdf"])
    reader = pypdf.PdfReader("org.pdf", strict=True)
    text = reader.pages[0].extract_text()
    assert [word in text for word in ("Northwind", "Chief Executive", "Ada Łoś", "Жанна")] == [True] * 4
    assert [entry.title for entry in reader.outline] == ["Northwind"]


@pytest.mark.parametrize(
    ("fit", "size"), [("a4", (842, 595)), ("A3-portrait", (842, 1191)), ("letter", (792, 612)), ("3:2", None)]
)
def test_a_paper_is_the_page_of_the_pdf(fit: str, size: tuple[int, int] | None) -> None:
    run(["chart", "org.yaml", "--fit", fit, "-o", "org.pdf"])
    box = pypdf.PdfReader("org.pdf").pages[0].mediabox
    if size is None:
        assert float(box.width) == 560 * 0.75
    else:
        assert (round(box.width), round(box.height)) == size


def test_the_scale_of_a_png_is_asked_for() -> None:
    for scale, file in (("1", "one.png"), ("3", "three.png")):
        run(["chart", "org.yaml", "--scale", scale, "-o", file])
    one, three = (struct.unpack(">II", Path(file).read_bytes()[16:24]) for file in ("one.png", "three.png"))
    assert three == (one[0] * 3, one[1] * 3)


def test_characters_without_a_shape_are_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    Path("org.yaml").write_text(MODEL.replace("Жанна", "漢字").replace("Ada Łoś", "漢"), encoding="utf-8")
    assert run(["chart", "org.yaml", "-o", "org.png", "-o", "org.pdf", "-o", "org.svg"]) == 0
    assert capsys.readouterr().err == "png: 字 漢 are not in the font DejaVu Sans and drawn as empty boxes\n"


@pytest.mark.parametrize(
    ("file", "module", "line"),
    [
        ("org.pdf", "reportlab.pdfgen.canvas", "PDF needs the extra: pip install 'orgmodel[pdf]'"),
        ("org.png", "resvg_py", "PNG needs the extra: pip install 'orgmodel[png]'"),
        ("org.pptx", "pptx", "PPTX needs the extra: pip install 'orgmodel[pptx]'"),
    ],
)
def test_a_missing_extra_is_one_line(
    file: str, module: str, line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    assert run(["chart", "org.yaml", "-o", file]) == 2
    assert line in capsys.readouterr().err
    assert not Path(file).exists()


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_is_drawn_in_every_format(name: str) -> None:
    for kind, magic in MAGIC.items():
        made = render(kind, everywhere(name), fit="16:9")
        assert (made.encode() if isinstance(made, str) else made).startswith(magic), kind
    assert len(pypdf.PdfReader(BytesIO(bytes(render("pdf", everywhere(name), fit="a4"))), strict=True).pages) == 1

"""Photos, initials and further badges on cards."""

from __future__ import annotations

import struct
import zlib
from datetime import date
from pathlib import Path

import pytest
from chart_samples import SVG, parse

from orgmodel.charts.build import build_chart
from orgmodel.charts.chart import Card, Chart, Portrait
from orgmodel.charts.formats import render as render_as
from orgmodel.charts.lettering import FACE, PAD_X
from orgmodel.charts.portraits import initials, with_photos
from orgmodel.charts.request import ChartRequest
from orgmodel.charts.svg import render
from orgmodel.cli.program import run
from orgmodel.drawing.raster import Raster, raster
from orgmodel.loading.image_files import LARGEST, read_image
from orgmodel.loading.load import load


def png(width: int = 2, height: int = 2) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x33\x66\x99" * min(width, 9) for _ in range(min(height, 9)))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


MODEL = """\
orgmodel: 1
people:
  ada: {name: Ada Lovelace, photo: faces/ada.png}
  bob: {name: Bob, photo: faces/none.png}
roles: {lead: {title: Lead}, dev: {title: Developer, reports_to: lead}}
positions:
  top: {role: lead, holders: [{person: ada, from: 2024-03-01}]}
  one: {role: dev, holder: bob, reports_to: top}
  two: {role: dev, status: vacant, reports_to: top}
  six: {role: dev, seats: 6, status: filled, reports_to: one}
"""
DAY = date(2026, 11, 1)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "model" / "faces").mkdir(parents=True)
    (tmp_path / "model" / "org.yaml").write_text(MODEL, encoding="utf-8")
    (tmp_path / "model" / "faces" / "ada.png").write_bytes(png())
    (tmp_path / "secret.png").write_bytes(png())
    monkeypatch.chdir(tmp_path)
    return tmp_path / "model"


def cards(folder: Path, *show: str, **request) -> dict[str, Card]:
    organization = load(str(folder)).organization
    chart = build_chart(organization, DAY, "x", ChartRequest(show=show, **request)).chart
    return {card.id: card for card in chart.cards}


def test_faces_are_on_cards_only_where_they_are_asked_for(folder):
    assert cards(folder)["top"].portrait is None
    assert cards(folder, "photo")["top"].portrait == Portrait("AL", "faces/ada.png")
    assert cards(folder, "photo")["two"].portrait == Portrait()


def test_no_face_tells_a_name_that_is_hidden(folder):
    assert cards(folder, "photo", "no-holder")["top"].portrait is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ada Lovelace", "AL"),
        ("Johann Sebastian Bach", "JB"),
        ("cher", "C"),
        ("(the) Émile Zola", "ÉZ"),
        ("\u202eevil <b>", "E"),
        ("王小明", "王"),
        ("", ""),
        ("ß", "SS"),
    ],
)
def test_initials_are_the_first_letters_of_the_first_and_last_word(name, expected):
    assert initials(name) == expected


def test_the_span_counts_direct_seats_shown_or_not(folder):
    assert cards(folder, "span")["top"].badges == ("2 reports",)
    assert cards(folder, "span")["one"].badges == ("6 reports",)
    assert cards(folder, "span", depth=1)["top"].badges == ("2 reports",)
    assert cards(folder, "span")["two"].badges == ()


def test_the_start_is_that_of_the_holder(folder):
    assert cards(folder, "start")["top"].badges == ("since 2024-03-01",)
    assert cards(folder, "start")["one"].badges == ()


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../secret.png", 'leaves the folder with ".."'),
        ("faces/../../secret.png", 'leaves the folder with ".."'),
        ("faces\\..\\..\\secret.png", 'leaves the folder with ".."'),
        ("/etc/passwd", "is an absolute path"),
        ("C:\\x.png", "is an absolute path"),
        ("https://example.org/x.png", "is an address"),
        ("//example.org/x.png", "is an address"),
        ("data:image/png;base64,xx", "is an address"),
        ("link.png", "leads out of the folder through a link"),
        ("faces", "is no file"),
        ("nothing.png", "is no file"),
        ("a\0b.png", "is no file name"),
        ("x" * 9000, "cannot be read"),
    ],
)
def test_only_files_below_the_folder_are_read(folder, name, reason):
    (folder / "link.png").symlink_to(folder.parent / "secret.png")
    found = read_image(name, folder)
    assert isinstance(found, str)
    assert reason in found
    assert "\n" not in found


def test_a_large_file_is_not_read(folder):
    (folder / "large.png").write_bytes(png() + b"\0" * LARGEST)
    assert read_image("large.png", folder) == 'photo "large.png" is larger than 200 KB'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<svg onload='x'/>", "is neither PNG nor JPEG"),
        (b"GIF89a" + b"\0" * 20, "is neither PNG nor JPEG"),
        (png()[:30], "is damaged"),
        (png().replace(b"IDAT", b"IDAX"), "is damaged"),
        (png()[:41] + b"\0" + png()[42:], "is damaged"),
        (png(2, 400), "is damaged"),
        (b"\xff\xd8\xff", "is damaged"),
        (png(0, 4), "is damaged"),
        (png(60_000, 2), "is 60,000 x 2 dots; 4,096 a side at most"),
        (b"", "is neither PNG nor JPEG"),
    ],
)
def test_what_cannot_be_drawn_everywhere_is_refused(data, reason):
    assert raster(data) == reason


def test_a_jpeg_tells_its_size():
    head = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x0b\x08\x00\x10\x00\x20\x03\x01\x11\x00"
    found = raster(head)
    assert isinstance(found, Raster)
    assert (found.mime, found.width, found.height) == ("image/jpeg", 32, 16)


def one_face(data: bytes = b"") -> Chart:
    return Chart("x", (Card("a", "A", portrait=Portrait("AB", "a.png", data, "image/png")), Card("b", "B", 0)))


def test_texts_stand_beside_the_faces_on_all_cards():
    root = parse(render(one_face()))
    for number in (0, 1):
        (group,) = [group for group in root.iter(f"{SVG}g") if group.get("id") == f"c{number}"]
        first = next(group.iter(f"{SVG}text"))
        assert float(first.get("x")) >= PAD_X + FACE


def test_a_photo_is_embedded_and_nothing_is_fetched():
    text = render(one_face(png()))
    assert text.count('href="data:image/png;base64,') == 1
    assert "a.png" not in text
    assert ">AB<" not in text
    assert ">AB<" in render(one_face())


def test_two_photos_have_clips_of_their_own():
    face = Portrait("AB", "a.png", png(), "image/png")
    text = render(Chart("x", (Card("a", "A", portrait=face), Card("b", "B", 0, portrait=face))))
    ids = [element.get("id") for element in parse(text).iter() if element.get("id")]
    assert len(ids) == len(set(ids))


def test_photos_beyond_what_one_chart_takes_are_initials(monkeypatch):
    monkeypatch.setattr("orgmodel.charts.portraits.MOST_BYTES", len(png()))
    told: list[str] = []
    chart = Chart("x", tuple(Card(name, name, portrait=Portrait("A", f"{name}.png")) for name in "abc"))
    made = with_photos(chart, lambda _: Raster(png(), "image/png", 2, 2), told.append)
    assert [bool(card.portrait and card.portrait.data) for card in made.cards] == [True, False, False]
    assert len(told) == 1


@pytest.mark.parametrize(("name", "package"), [("pdf", "reportlab"), ("png", "resvg_py"), ("pptx", "pptx")])
@pytest.mark.parametrize(
    "data", [png(), png(4000, 4000), png()[:40] + b"IEND" + b"\0" * 4], ids=["good", "short", "bad"]
)
def test_every_format_draws_faces_and_bears_broken_ones(name, package, data):
    pytest.importorskip(package)
    chart = one_face(data)
    assert render_as(name, chart, fit="16:9") == render_as(name, chart, fit="16:9")


def test_a_bad_photo_is_one_line_and_the_chart_is_drawn(folder, capsys):
    assert run(["chart", "model", "--show", "photo"]) == 0
    said = capsys.readouterr()
    assert 'photo "faces/none.png" is no file below the folder of the model' in said.err
    assert said.err.count("initials are drawn instead") == 1
    assert "data:image/png" in said.out


def test_redacted_people_have_no_face(folder, capsys):
    assert run(["chart", "model", "--show", "photo", "--redact", "people"]) == 0
    out = capsys.readouterr().out
    assert "data:image" not in out
    assert ">AL<" not in out

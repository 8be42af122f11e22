"""Pictures as PDF, read back."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from picture_samples import HOSTILE, page

from orgmodel.drawing.paper import PAPERS
from orgmodel.drawing.pdf import remarks, render
from orgmodel.drawing.picture import Label, Picture
from orgmodel.errors import MissingExtraError


def read(*pictures: Picture, **options: Any) -> Any:
    return pypdf.PdfReader(BytesIO(render(pictures, **options)), strict=True)


def links(sheet: Any) -> list[Any]:
    return [note.get_object() for note in sheet.get("/Annots", [])]


def test_every_picture_is_a_page_of_its_size() -> None:
    sheets = read(page(0), replace(page(1), width=1000, height=100)).pages
    assert [(sheet.mediabox.width, sheet.mediabox.height) for sheet in sheets] == [(480, 300), (750, 75)]


@pytest.mark.parametrize("text", ["Head of Größe", "Ολυμπία", "Жанна Щукина", "Łódź ğ ş ţ", "→ ≤ × …"])
def test_a_text_is_text(text: str) -> None:
    assert (
        text
        in read(Picture(400, 100, "", (Label(10, 20, text), Label(10, 50, text, bold=True)))).pages[0].extract_text()
    )


@pytest.mark.parametrize("text", ["漢字", "ひらがな カナ", "한국어"])
def test_chinese_japanese_and_korean_are_text_too(text: str) -> None:
    assert text in read(Picture(400, 100, "", (Label(10, 20, text),))).pages[0].extract_text()


def test_the_document_has_the_title_of_its_first_picture() -> None:
    data = read(page(0), page(1)).metadata
    assert (data.title, data.subject, data.creator) == ("Page 0 Größe Ω Ж", "Größe Ω Ж", "orgmodel")


def test_a_link_leads_to_its_address_from_its_whole_card() -> None:
    first = links(read(page()).pages[0])[0]
    assert first["/A"]["/URI"] == "https://example.org/%C3%A4?a=1&b=2"
    assert [float(edge) for edge in first["/Rect"]] == [30, 195, 180, 255]
    assert first["/Contents"] == "Größe Ω Ж"


def test_a_link_that_may_not_be_followed_is_left_out() -> None:
    assert len(links(read(page(links="javascript:alert(1)")).pages[0])) == 1


def test_a_link_leads_to_a_card_on_another_page() -> None:
    reader = read(page(1, links="#page0"), page(0))
    targets = [note["/Dest"] for note in links(reader.pages[0])]
    assert [target[0] for target in targets] == [reader.pages[1].indirect_reference] * 2
    assert [float(edge) for edge in targets[1][2:4]] == [30, 255]


def test_a_link_to_what_is_not_there_is_left_out() -> None:
    assert len(links(read(page(links="#nowhere")).pages[0])) == 1


def test_bookmarks_stand_below_each_other() -> None:
    outline = read(page(0, "a"), page(1, "b", depth=1), page(2, "c", depth=5), page(3, "d")).outline
    assert outline[0].title == "Bookmark 0 a"
    assert [outline[1][0].title, outline[1][1][0].title] == ["Bookmark 1 b", "Bookmark 2 c"]
    assert outline[2].title == "Bookmark 3 d"


def test_a_picture_on_paper_is_in_its_middle_and_not_enlarged() -> None:
    sheet = read(page(links="https://example.org"), paper=PAPERS["a4"]).pages[0]
    assert [round(float(side)) for side in sheet.mediabox[2:]] == [842, 595]
    left, bottom, right, top = map(float, links(sheet)[0]["/Rect"])
    assert (round(right - left, 3), round(top - bottom, 3)) == (150, 60)
    assert left == pytest.approx((841.89 - 480) / 2 + 30, abs=0.01)


def test_a_picture_larger_than_pages_may_be_is_made_smaller_and_that_is_said() -> None:
    huge = replace(page(name="a"), width=100_000, height=50_000)
    assert [float(side) for side in read(huge).pages[0].mediabox[2:]] == [14400, 7200]
    assert remarks([huge]) == [
        "pdf: the smallest letters are 1.7 points high since no page of a PDF is larger than 200 inches"
    ]


def test_letters_too_small_on_paper_are_said() -> None:
    wide = replace(page(name="a"), width=4000)
    assert remarks([wide], paper=PAPERS["a4"]) == ["pdf: the smallest letters are 2.4 points high on a4 paper"]
    assert remarks([wide]) == []


def test_characters_that_no_font_has_are_said_once() -> None:
    assert remarks([page(name="\U0001f680"), page(1, "\U0001f680")]) == [
        "pdf: \U0001f680 is not in the font DejaVu Sans and drawn as empty boxes"
    ]
    assert remarks([page(name="漢字 かな 한국어 Ω Ж e\u0301")]) == []


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_is_one_text(name: str) -> None:
    reader = read(page(0, name), page(1, name))
    assert len(reader.pages) == 2
    assert len(links(reader.pages[0])) == 2
    assert "script" not in str(reader.trailer["/Root"].get("/Names", ""))


def test_a_document_without_pages_is_one_nevertheless() -> None:
    assert len(read().pages) == 1


WRITE = """
import sys; sys.path.insert(0, sys.argv[1])
from hashlib import sha256
from picture_samples import page
from orgmodel.drawing import pdf, png, svg
pages = [page(0, "Ж 漢 かな a"), page(1, "Ω"), page(2)]
made = [pdf.render(pages), pdf.render(pages[:1]), pdf.render(pages), png.render(pages[0])]
made.append(svg.render(pages[0]).encode())
assert made[0] == made[2]
print([sha256(one).hexdigest() for one in made])
"""


def test_bytes_are_the_same_under_any_hash_seed() -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", WRITE, str(Path(__file__).parent)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


def test_only_the_characters_used_are_embedded() -> None:
    assert len(render([page(name="Ada")])) < 60_000


def test_a_missing_package_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "reportlab.pdfgen.canvas", None)
    with pytest.raises(MissingExtraError, match=r"\APDF needs the extra: pip install 'orgmodel\[pdf\]'\Z"):
        render([page()])

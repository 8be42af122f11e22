"""Where results go: never over a file that was read, never twice into one file, never half."""

from __future__ import annotations

import os
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest

STAFF = "orgmodel: 1\nas_of: 2026-11-01\npositions:\n  top: {reports_to: , holder: Ada, photo: face.png}\n" + "".join(
    f"  s{number}: {{reports_to: top}}\n" for number in range(9)
)
CLIMB = "orgmodel: 1\nas_of: 2026-11-01\nroles: {a: {promotes_to: [b]}, b: {skills: {x: 3}}}\n"
PAGES = ("chart", "org.yaml", "--pages", "density:3")


def _photo() -> bytes:
    """One red dot."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head, rows = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0), zlib.compress(b"\0\xc0\x20\x20")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.fixture
def model(folder: Path) -> Path:
    (folder / "org.yaml").write_text(STAFF, "utf-8")
    (folder / "climb.yaml").write_text(CLIMB, "utf-8")
    (folder / "look.yaml").write_text("radius: 2\n", "utf-8")
    (folder / "mine.yaml").write_text("x: 2\n", "utf-8")
    return folder


def _refused(outcome: Any, message: str) -> None:
    assert (outcome.code, outcome.out, outcome.err) == (2, "", f"orgmodel: {message}\n")


def test_a_model_is_not_overwritten_through_a_second_name_of_its_file(orgmodel: Any, model: Path) -> None:
    os.link("org.yaml", "hard.svg")
    _refused(
        orgmodel("chart", "org.yaml", "-o", "hard.svg"),
        '"hard.svg" is a file of the model itself; write to another one',
    )
    assert (model / "org.yaml").read_text("utf-8") == STAFF


def test_a_model_is_not_overwritten_by_a_page_of_its_chart(orgmodel: Any, model: Path) -> None:
    os.link("org.yaml", "x-2.svg")
    _refused(orgmodel(*PAGES, "-o", "x.svg"), '"x-2.svg" is a file of the model itself; write to another one')
    assert (model / "org.yaml").read_text("utf-8") == STAFF
    assert not (model / "x.svg").exists()


def test_a_model_is_not_overwritten_by_a_file_of_its_site(orgmodel: Any, model: Path) -> None:
    (model / "findings.json").write_text('{"roles": {"pm": {"title": "PM"}}}', "utf-8")
    _refused(
        orgmodel("build", "findings.json", "-o", "."),
        '"findings.json" is a file of the model itself; write to another one',
    )
    assert not (model / "index.html").exists()


@pytest.mark.parametrize(
    ("arguments", "file"),
    [
        (("chart", "org.yaml", "--theme", "look.yaml", "-o", "svg=look.yaml"), "look.yaml"),
        (("chart", "org.yaml", "--of", "spans", "--theme", "look.yaml", "-o", "svg=look.yaml"), "look.yaml"),
        (("path", "climb.yaml", "a", "b", "--skills", "mine.yaml", "-o", "md=mine.yaml"), "mine.yaml"),
    ],
    ids=["theme", "theme of a figure", "skills"],
)
def test_a_file_beside_the_model_is_not_overwritten(
    orgmodel: Any, model: Path, arguments: tuple[str, ...], file: str
) -> None:
    before = (model / file).read_bytes()
    _refused(orgmodel(*arguments), f'"{file}" is a file of the model itself; write to another one')
    assert (model / file).read_bytes() == before


def test_a_photo_that_was_read_is_not_overwritten(orgmodel: Any, model: Path) -> None:
    photo = _photo()
    (model / "face.png").write_bytes(photo)
    outcome = orgmodel("chart", "org.yaml", "--show", "photo", "-o", "svg=face.png")
    _refused(outcome, '"face.png" is a file of the model itself; write to another one')
    assert (model / "face.png").read_bytes() == photo


def test_one_file_is_not_written_twice(orgmodel: Any, model: Path) -> None:
    outcome = orgmodel("chart", "org.yaml", "-o", "svg=x", "-o", "html=./x")
    _refused(outcome, '"./x" would be written twice; name another file')


def test_pages_do_not_overwrite_one_another(orgmodel: Any, model: Path) -> None:
    outcome = orgmodel(*PAGES, "-o", "x.svg", "-o", "svg=x-2.svg")
    _refused(outcome, '"x-2.svg" would be written twice; name another file')
    assert not (model / "x.svg").exists()


def test_a_link_that_leads_to_itself_is_told_in_one_line(orgmodel: Any, model: Path) -> None:
    (model / "loop.svg").symlink_to("loop.svg")
    _refused(
        orgmodel("chart", "org.yaml", "-o", "loop.svg"),
        '"loop.svg" cannot be written: too many levels of symbolic links',
    )


def test_pages_in_a_folder_without_a_name_are_refused(orgmodel: Any, model: Path) -> None:
    _refused(orgmodel(*PAGES, "-o", "svg=."), '"." is a folder; name the file of the first page')


def test_a_site_in_a_folder_whose_name_is_too_long_is_told_in_one_line(orgmodel: Any, model: Path) -> None:
    outcome = orgmodel("build", "org.yaml", "-o", "x" * 300)
    assert (outcome.code, outcome.err[-38:]) == (2, '…" cannot be written: file name too long\n'[-38:])

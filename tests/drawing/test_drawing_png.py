"""Pictures as PNG."""

from __future__ import annotations

import struct
import sys
import zlib
from dataclasses import replace

import pytest
from picture_samples import HOSTILE, page

from orgmodel.drawing.palette import DARK
from orgmodel.drawing.picture import Label, Picture, Rect
from orgmodel.drawing.png import allowed_scale, remarks, render
from orgmodel.errors import MissingExtraError, UsageError


def pixels(data: bytes) -> tuple[int, int, set[bytes]]:
    """Width, height and the colours of a PNG of eight-bit RGBA."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    wide, high, depth, kind = struct.unpack(">IIBB", data[16:26])
    assert (depth, kind) == (8, 6)
    at, packed = 8, b""
    while at < len(data):
        (long,) = struct.unpack(">I", data[at : at + 4])
        if data[at + 4 : at + 8] == b"IDAT":
            packed += data[at + 8 : at + 8 + long]
        at += long + 12
    return wide, high, _colors(zlib.decompress(packed), wide * 4)


def _colors(raw: bytes, stride: int) -> set[bytes]:
    found: set[bytes] = set()
    above = bytearray(stride)
    for start in range(0, len(raw), stride + 1):
        how, line = raw[start], bytearray(raw[start + 1 : start + 1 + stride])
        for at in range(stride):
            left = line[at - 4] if at >= 4 else 0
            corner = above[at - 4] if at >= 4 else 0
            line[at] = (line[at] + _guess(how, left, above[at], corner)) & 255
        found |= {bytes(line[at : at + 4]) for at in range(0, stride, 4)}
        above = line
    return found


def _guess(how: int, left: int, up: int, corner: int) -> int:
    if how < 4:
        return (0, left, up, (left + up) // 2)[how]
    guess = left + up - corner
    return min((left, up, corner), key=lambda near: abs(guess - near))


@pytest.mark.parametrize(("scale", "size"), [(1.0, (640, 400)), (2.0, (1280, 800)), (0.5, (320, 200))])
def test_the_scale_is_dots_for_each_pixel(scale: float, size: tuple[int, int]) -> None:
    assert struct.unpack(">II", render(page(), scale=scale)[16:24]) == size


def test_shapes_and_their_colours_are_there() -> None:
    picture = Picture(60, 40, "", (Rect(10, 10, 20, 10, fill="cut"),))
    assert pixels(render(picture, scale=1)) == (60, 40, {b"\xff\xff\xff\xff", b"\xc0\x26\x2d\xff"})


def test_another_theme_has_its_own_colours() -> None:
    picture = Picture(60, 40, "", (Rect(10, 10, 20, 10, fill="cut"),))
    assert pixels(render(picture, scale=1, theme=DARK))[2] == {b"\x12\x15\x1b\xff", b"\xff\x7b\x7b\xff"}


@pytest.mark.parametrize("text", ["Ada", "Ω", "Ж", "漢", "\U0001f680"])
def test_a_text_is_drawn_and_an_unknown_character_as_a_box(text: str) -> None:
    assert len(pixels(render(Picture(30, 20, "", (Label(5, 15, text),)), scale=1))[2]) >= 5


def test_bold_letters_are_drawn_bold() -> None:
    plain, bold = (render(Picture(60, 20, "", (Label(5, 15, "mmm", bold=bold),))) for bold in (False, True))
    assert plain != bold


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_is_drawn(name: str) -> None:
    assert struct.unpack(">II", render(page(0, name), scale=0.5)[16:24]) == (320, 200)


def test_a_picture_of_more_dots_than_memory_is_drawn_smaller() -> None:
    assert allowed_scale(7_600, 5_100, 2) == pytest.approx(1.016, abs=0.001)
    assert allowed_scale(100_000, 10, 2) == 0.32
    assert allowed_scale(640, 400, 2) == 2


def test_a_lower_scale_than_told_is_said() -> None:
    large = replace(page(name="a"), width=40_000, height=10_000)
    assert remarks([large]) == [
        (
            "png: drawn at 0.32 dots per pixel instead of 2, since a larger picture would take too much memory; "
            "svg and pdf stay sharp at any size"
        )
    ]
    assert remarks([replace(large, width=7_600, height=5_100)]) == []
    assert len(remarks([replace(large, width=7_600, height=5_100)], scale=3)) == 1


def test_a_picture_in_which_nobody_could_read_a_letter_is_refused() -> None:
    said = r"\Aa PNG of 30,000 x 20,000 pixels would take too much memory; write svg or pdf, or draw a part\Z"
    with pytest.raises(UsageError, match=said):
        render(replace(page(), width=30_000, height=20_000))


def test_a_picture_that_was_asked_for_small_is_drawn_small() -> None:
    assert struct.unpack(">II", render(page(), scale=0.1)[16:24]) == (64, 40)


def test_characters_that_the_font_lacks_are_said() -> None:
    assert remarks([page(name="漢字")]) == ["png: 字 漢 are not in the font DejaVu Sans and drawn as empty boxes"]


def test_a_missing_package_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(MissingExtraError, match=r"\APNG needs the extra: pip install 'orgmodel\[png\]'\Z"):
        render(page())

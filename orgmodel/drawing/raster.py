"""Photos and logos as they stand in their files: which kind, and how large, told by their first bytes."""

from __future__ import annotations

from dataclasses import dataclass

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of the part of a JPEG that holds its size."""

_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
"""Markers of a JPEG without a length."""

LARGEST_SIDE = 4096
"""Dots: a small file may unfold to a picture that fills the memory."""


@dataclass(frozen=True, slots=True)
class Raster:
    """An image that all formats can draw."""

    data: bytes
    mime: str
    width: int
    height: int


def raster(data: bytes) -> Raster | str:
    """The image in a file, or in a few words why it is none that is drawn."""
    if data.startswith(_PNG):
        mime, size = "image/png", _png_size(data)
    elif data.startswith(_JPEG):
        mime, size = "image/jpeg", _jpeg_size(data)
    else:
        return "is neither PNG nor JPEG"
    if size is None or not all(size):
        return "is damaged"
    if max(size) > LARGEST_SIDE:
        return f"is {size[0]:,} x {size[1]:,} dots; {LARGEST_SIDE:,} a side at most"
    return Raster(data, mime, *size)


def _png_size(data: bytes) -> tuple[int, int] | None:
    if len(data) < 24 or data[12:16] != b"IHDR" or b"IEND" not in data[-16:]:
        return None
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
        elif marker in _ALONE:
            at += 2
        elif marker in _SIZES:
            return int.from_bytes(data[at + 7 : at + 9], "big"), int.from_bytes(data[at + 5 : at + 7], "big")
        else:
            at += 2 + max(2, int.from_bytes(data[at + 2 : at + 4], "big"))
    return None

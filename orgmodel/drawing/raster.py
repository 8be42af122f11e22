"""Photos and logos as they stand in their files: which kind, and how large, told by their first bytes."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of the part of a JPEG that holds its size."""

_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
"""Markers of a JPEG without a length."""

_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""Bits of a value by the kind of colour of a PNG (PNG specification, 11.2.1)."""
_VALUES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Values of a dot by the kind of colour."""
_PIECE = 1 << 20

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
    if mime == "image/png" and not _is_whole(data):
        return "is damaged"
    return Raster(data, mime, *size)


def _png_size(data: bytes) -> tuple[int, int] | None:
    if len(data) < 24 or data[12:16] != b"IHDR" or b"IEND" not in data[-16:]:
        return None
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


def _is_whole(data: bytes) -> bool:
    """Whether a PNG has all its parts as they were written, and a dot for each place; else some formats would draw
    it and others leave it out."""
    head, packed, ended, at = b"", [], False, len(_PNG)
    while not ended and at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        kind, part = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        if zlib.crc32(kind + part) != int.from_bytes(data[at + 8 + length : at + 12 + length], "big"):
            return False
        head = part if kind == b"IHDR" else head
        packed += [part] if kind == b"IDAT" else []
        ended, at = kind == b"IEND", at + 12 + length
    depth, color, *_, interlaced = head[8:13].ljust(5, b"\0")
    if not ended or depth not in _DEPTHS.get(color, ()):
        return False
    wide, high = int.from_bytes(head[:4], "big"), int.from_bytes(head[4:8], "big")
    row = 1 + (wide * depth * _VALUES[color] + 7) // 8
    return _unpacks(b"".join(packed), high * (1 if interlaced else row))


def _unpacks(packed: bytes, least: int) -> bool:
    """Whether packed data is sound as far as so many bytes; no more of it is ever in memory than one piece."""
    reader, found = zlib.decompressobj(), 0
    try:
        while found < least and not reader.eof:
            piece = reader.decompress(packed, _PIECE)
            packed = reader.unconsumed_tail
            if not piece and not packed:
                break
            found += len(piece)
    except zlib.error:
        return False
    return found >= least


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

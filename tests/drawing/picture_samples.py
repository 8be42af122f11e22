"""Pictures the tests write, with a bit of everything."""

from __future__ import annotations

import struct
import zlib

from orgmodel.drawing.picture import Group, Image, Label, Path, Picture, Rect

HOSTILE = (
    """it's "quoted" & <b>bold</b>""",
    "<script>alert(1)</script>",
    "]]><svg onload=alert(1)>",
    "\u202egnp.exe\u2066",
    "line\nbreak\ttab\r\n",
    "\x00\x01\x1f\x7f\x9f",
    "lone \ud800 surrogate \udfff",
    "\ufffe\uffff",
    "x" * 10_000,
    "田" * 10_000,
    "a" + "\u0301" * 10_000,
    ") Tj ET Q (\\) >> endobj \\",
    "\U0001f469\u200d\U0001f680 שלום عليكم",
    "",
)


def png_file(wide: int = 4, high: int = 3) -> bytes:
    """A small red picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\xc0\x20\x20" * wide) * high)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def page(
    number: int = 0, name: str = "Größe Ω Ж", *, depth: int = 0, links: str = "https://example.org/ä?a=1&b=2"
) -> Picture:
    """A page with every shape; `name` stands wherever text does."""
    card = Group(
        (
            Rect(40, 60, 200, 80, fill="card", stroke="outline", radius=6),
            Rect(40, 60, 6, 80, fill="band1"),
            Label(60, 85, name, bold=True, ink="title"),
            Label(60, 105, name, italic=True, ink="vacant", strike=True),
        ),
        title=name,
        name=f"card{number}",
        href=links,
        role="graphics-symbol",
    )
    back = Group((Rect(300, 60, 99, 80, stroke="planned", dash="dotted"),), title="back", href="#card0")
    return Picture(
        640,
        400,
        f"Page {number} {name}",
        (
            card,
            back,
            Path(((140, 140), (140, 170), (350, 170), (350, 140))),
            Path(((40, 200), (200, 260)), stroke="dotted", dash="dashed", arrow=True),
            Path(((220, 200), (300, 200), (260, 260)), fill="band8", stroke=""),
            Label(400, 200, name, turn=-60, anchor="end", size=20),
            Image(40, 280, 60, 60, png_file(), "image/png", round=True),
            Image(120, 280, 60, 60, b"no picture", "image/png"),
            Image(200, 280, 60, 60, b"<svg onload='alert(1)'/>", "image/svg+xml"),
        ),
        description=name,
        name=f"page{number}",
        bookmark=f"Bookmark {number} {name}",
        depth=depth,
    )

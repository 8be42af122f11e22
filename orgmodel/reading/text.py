"""Bytes to text: encodings, and files that are no text at all."""

from __future__ import annotations

from orgmodel.findings import Fault
from orgmodel.reading.limits import LIMITS
from orgmodel.source import START, Place, Source

RULE = "unreadable-file"

_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_WORKBOOKS = (
    (b"PK\x03\x04", "a spreadsheet or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
)
_FORMATS = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
_SAVE_AS = "open it in the spreadsheet program and save the sheet as CSV UTF-8"
# The 27 characters that cp1252 has where Latin-1 has control characters; its five gaps stay as they are.
_CP1252 = {
    byte: bytes([byte]).decode("cp1252") for byte in range(0x80, 0xA0) if byte not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}


class UnreadableText(ValueError):  # noqa: N818 - reads as what it is where it is caught
    """The bytes are no text in a known encoding; `before` is the text up to where that shows."""

    def __init__(self, message: str, fix: str = "", before: str = "") -> None:
        super().__init__(message)
        self.fix = fix
        self.before = before


def decode(data: bytes) -> tuple[str, str]:
    """The text of a file and its encoding: UTF-8, UTF-16, UTF-32, else cp1252. No byte order mark is left.

    Raises UnreadableText for what is no text: known binary formats and NUL characters.
    """
    _refuse_formats(data)
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _with_encoding(data[len(mark) :], encoding), encoding
    encoding = _bare_utf16(data)
    if encoding:
        return _with_encoding(data, encoding), encoding
    try:
        return _without_nul(data.decode("utf-8")), "utf-8"
    except UnicodeDecodeError:
        return _without_nul(data.decode("latin-1").translate(_CP1252)), "cp1252"


def source_from_bytes(path: str, data: bytes, *, table: bool = False) -> Source | Fault:
    """The source of a file, or the fault that it is no text; only tables may be in cp1252."""
    if len(data) > LIMITS.characters:
        size = f"{len(data) // 1_000_000:,} MB, more than {LIMITS.characters // 1_000_000:,} MB"
        return Fault("limit-exceeded", f"the file has {size}", Place(path, START))
    try:
        text, encoding = decode(data)
        if encoding == "cp1252" and not table:
            _refuse_bytes(data)
    except UnreadableText as error:
        place = Source(path, error.before).place(len(error.before)) if error.before else Place(path, START)
        return Fault(RULE, str(error), place, fix=error.fix)
    return Source(path, text)


def _refuse_formats(data: bytes) -> None:
    for magic, what in _WORKBOOKS:
        if data.startswith(magic):
            raise UnreadableText(f"this is {what}, not text: save the sheet as CSV UTF-8", _SAVE_AS)
    for magic, what in _FORMATS:
        if data.startswith(magic):
            raise UnreadableText(f"this is {what}, not text")


def _refuse_bytes(data: bytes) -> None:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        message = f"the byte 0x{data[error.start]:02x} is not UTF-8, so the encoding is unknown"
        raise UnreadableText(message, "save the file as UTF-8", before) from None


def _with_encoding(data: bytes, encoding: str) -> str:
    try:
        return _without_nul(data.decode(encoding))
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "ignore")
        message = f"the file says it is {encoding.upper()} but holds other bytes"
        raise UnreadableText(message, "save the file as UTF-8", before) from None


def _without_nul(text: str) -> str:
    at = text.find("\0")
    if at >= 0:
        raise UnreadableText("the file holds a NUL character, so it is no text", before=text[:at])
    return text


def _bare_utf16(data: bytes) -> str:
    """UTF-16 without a byte order mark, told by NUL in every other byte of mostly Latin text."""
    head = data[:1024]
    pairs = len(head) // 2
    if not pairs or len(data) % 2:
        return ""
    first, second = head[0 : 2 * pairs : 2].count(0), head[1 : 2 * pairs : 2].count(0)
    if second > pairs // 2 and not first:
        return "utf-16-le"
    if first > pairs // 2 and not second:
        return "utf-16-be"
    return ""

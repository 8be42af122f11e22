"""Bytes become text, or one clear fault."""

import pytest

from orgmodel.findings import Fault
from orgmodel.reading.limits import LIMITS
from orgmodel.reading.text import UnreadableText, decode, source_from_bytes
from orgmodel.source import Source


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"a,b\n", "a,b\n", "utf-8"),
        (b"", "", "utf-8"),
        ("Zoë".encode(), "Zoë", "utf-8"),
        (b"\xef\xbb\xbfid", "id", "utf-8"),
        (b"\xff\xfe" + "id;né".encode("utf-16-le"), "id;né", "utf-16-le"),
        (b"\xfe\xff" + "id;né".encode("utf-16-be"), "id;né", "utf-16-be"),
        ("id,name\n1,Ann".encode("utf-16-le"), "id,name\n1,Ann", "utf-16-le"),
        ("id,name\n1,Ann".encode("utf-16-be"), "id,name\n1,Ann", "utf-16-be"),
        (b"\xff\xfe\x00\x00" + "x".encode("utf-32-le"), "x", "utf-32-le"),
        (b"Zo\xeb \x80 \x93q\x94", "Zoë € “q”", "cp1252"),
        (b"gap \x81\xff", "gap \x81ÿ", "cp1252"),
        ("名前,👩\n".encode(), "名前,👩\n", "utf-8"),
    ],
)
def test_text_is_read_in_its_encoding_without_a_byte_order_mark(data: bytes, text: str, encoding: str) -> None:
    assert decode(data) == (text, encoding)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04rest", "CSV UTF-8"),
        (b"\xd0\xcf\x11\xe0rest", "CSV UTF-8"),
        (b"%PDF-1.7", "a PDF file"),
        (b"\x89PNG\r\n", "a picture"),
        (b"a,b\n1,\x002", "NUL"),
        (b"\xff\xfea", "UTF-16-LE"),
        (b"\xff\xfe\x00\xd8x\x00", "UTF-16-LE"),
    ],
)
def test_what_is_no_text_is_refused_in_words(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableText, match=words):
        decode(data)


def test_a_workbook_is_a_fault_that_says_how_to_save_it() -> None:
    fault = source_from_bytes("staff.xlsx", b"PK\x03\x04\x14\x00", table=True)
    assert isinstance(fault, Fault)
    assert (fault.rule, str(fault.place)) == ("unreadable-file", "staff.xlsx:1:1")
    assert "save the sheet as CSV UTF-8" in fault.message
    assert "save the sheet as CSV UTF-8" in fault.fix


def test_a_nul_character_is_a_fault_at_its_place() -> None:
    fault = source_from_bytes("a.csv", b"id\n1\n2\x00", table=True)
    assert isinstance(fault, Fault)
    assert (fault.rule, str(fault.place)) == ("unreadable-file", "a.csv:3:2")


def test_yaml_in_another_encoding_is_a_fault_at_the_first_strange_byte() -> None:
    fault = source_from_bytes("org.yaml", "a: Zoë\nb: Müller\n".encode("cp1252"))
    assert isinstance(fault, Fault)
    assert (fault.rule, str(fault.place)) == ("unreadable-file", "org.yaml:1:6")
    assert fault.message == "the byte 0xeb is not UTF-8, so the encoding is unknown"


def test_a_table_in_cp1252_is_read() -> None:
    source = source_from_bytes("a.csv", "Zoë".encode("cp1252"), table=True)
    assert isinstance(source, Source)
    assert source.text == "Zoë"


def test_a_file_beyond_the_size_limit_is_one_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("orgmodel.reading.text.LIMITS", type(LIMITS)(characters=3))
    fault = source_from_bytes("a.csv", b"id,name", table=True)
    assert isinstance(fault, Fault)
    assert fault.rule == "limit-exceeded"

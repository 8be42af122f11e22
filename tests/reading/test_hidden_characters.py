"""Characters nobody sees, and values in messages."""

import pytest

from orgmodel.reading.headings import fold_heading
from orgmodel.reading.names import hidden_characters, printable, quoted


@pytest.mark.parametrize(
    ("text", "index", "name"),
    [
        ("Ann\u200b", 3, "zero width space"),
        ("Ann\u00a0Lee", 3, "no-break space"),
        ("An\u00adna", 2, "soft hyphen"),
        ("\u202eeinnA", 0, "right-to-left override"),
        ("\ufeffAnn", 0, "zero width no-break space"),
        ("A\x07", 1, "control character"),
        ("A\u2028B", 1, "line separator"),
        ("\u2066x", 0, "left-to-right isolate"),
        ("a\u200db", 1, "zero width joiner"),
        ("a\U000e0041", 1, "tag latin capital letter a"),
    ],
)
def test_invisible_characters_are_found_with_their_name(text: str, index: int, name: str) -> None:
    assert hidden_characters(text) == [(index, ord(text[index]), name)]


@pytest.mark.parametrize(
    ("text", "index", "description"),
    [
        ("Pаrk", 1, "cyrillic small letter a, looks like Latin a"),
        ("Ο'Brien Οscar", 8, "greek capital letter omicron, looks like Latin O"),
        ("Мaрия", 1, "latin small letter a, looks like Cyrillic letter"),
    ],
)
def test_a_letter_of_another_script_within_a_word_is_found(text: str, index: int, description: str) -> None:
    assert hidden_characters(text) == [(index, ord(text[index]), description)]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Park",
        "Мария Иванова",
        "Νίκος Παπαδόπουλος",
        "田中 太郎",
        "田中\u3000太郎",
        "Zoë Müller-Łódź",
        "André (Андрей)",
        "two\nlines\tand a tab",
        "👩\u200d💻 engineer",
        "می\u200cخواهم",
        "क्\u200dष",
        "O’Neill – Team α",
        "",
    ],
)
def test_ordinary_names_of_the_world_hide_nothing(text: str) -> None:
    assert hidden_characters(text) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("two\nlines\r\t", "two\\nlines\\r\\t"),
        ("\x1b[31mred", "\\u001b[31mred"),
        ("\u202eabc", "\\u202eabc"),
        ("a\u00a0b", "a\\u00a0b"),
        ("\U000e0041", "\\U000e0041"),
        ("\ud800", "\\ud800"),
        ("名前 👩", "名前 👩"),
        ("", ""),
    ],
)
def test_a_value_in_a_message_shows_what_does_not_print(text: str, shown: str) -> None:
    assert printable(text) == shown
    assert quoted(text) == f'"{shown}"'


def test_a_long_value_in_a_message_is_cut() -> None:
    assert printable("x" * 80) == "x" * 80
    assert printable("x" * 81) == "x" * 79 + "…"


@pytest.mark.parametrize(
    "heading",
    ["Employee ID", "employee_id", "EmployeeID", " employee-id ", "EMPLOYEE  ID", "Employee\nID", "Employee.Id:"],
)
def test_ways_to_write_a_heading_fold_to_the_same_words(heading: str) -> None:
    assert fold_heading(heading) == "employee id"


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("Reports to Senior Post", "reports to senior post"),
        ("Actual Pay Floor (£)", "actual pay floor"),
        ("HRManagerId", "hr manager id"),
        ("Prénom", "prenom"),
        ("Employee #", "employee number"),
        ("Straße", "strasse"),
        ("部署", "部署"),
        ("", ""),
    ],
)
def test_headings_fold_to_plain_words(heading: str, words: str) -> None:
    assert fold_heading(heading) == words

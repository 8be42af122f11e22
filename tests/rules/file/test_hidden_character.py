"""Characters nobody sees, and letters that pose as others."""

import sys
from collections.abc import Callable

import pytest

from orgmodel.findings import Finding
from orgmodel.reading.names import hidden_characters
from orgmodel.rules.file.hidden_character import _is_suspect

Check = Callable[..., list[Finding]]


def test_the_message_names_the_code_point_and_where_it_stands(findings: Check) -> None:
    (found,) = findings("orgmodel: 1\npositions:\n  p: {holder: Ada\u00a0Park}\n", "hidden-character")
    assert found.message == 'the holder "Ada\\u00a0Park" of position "p" holds U+00A0 (no-break space) at character 4'
    assert (found.place.mark.line, found.place.mark.column) == (3, 15)
    assert found.entities == ("position:p",)


def test_a_letter_that_poses_as_another_is_named_with_its_twin(findings: Check) -> None:
    (found,) = findings("orgmodel: 1\nroles:\n  pm: {title: Pr\u043educt}\n", "hidden-character")
    assert found.message.endswith("holds U+043E (cyrillic small letter o, looks like Latin o) at character 3")


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("name: North\u200bwind\n", 2, 7),
        ('roles:\n  "p\u2060m": {}\n', 3, 3),
        ('roles:\n  pm: {aliases: [x, "a\u00adb"]}\n', 3, 21),
        ('units:\n  u: {title: "A\u202eB"}\n', 3, 14),
        ('people:\n  ada: {name: "Ada\ufeff"}\n', 3, 15),
        ('positions:\n  p: {holders: [Bo, {person: "Li\u200d Wei"}]}\n', 3, 30),
        ('activities:\n  x: {title: "Re\u200blease"}\n', 3, 14),
    ],
)
def test_ids_names_titles_and_aliases_are_looked_at(findings: Check, text: str, line: int, column: int) -> None:
    (found,) = findings("orgmodel: 1\n" + text, "hidden-character")
    assert (found.place.mark.line, found.place.mark.column) == (line, column)


@pytest.mark.parametrize(
    "name",
    [
        "Zoë Müller-Łukasz",
        "Иван Петрович",
        "Διευθυντής Προϊόντος",
        "産品マネージャー\u3000部長",
        "מנהל מוצר",
        "می\u200cخواهم",
        "Lead 👩\u200d💻",
        "Отдел продаж EMEA",
        "µ-Services",
        "O’Brien – Ltd.",
    ],
)
def test_ordinary_names_of_any_script_are_fine(findings: Check, name: str) -> None:
    assert findings(f'orgmodel: 1\nroles:\n  pm: {{title: "{name}"}}\n', "hidden-character") == []


def test_a_dirty_title_of_a_table_is_reported_once_however_many_rows_have_it(findings: Check) -> None:
    rows = "".join(f"p{i},Product\u00a0Manager\n" for i in range(5))
    (found,) = findings({"staff.csv": f"id,title\n{rows}"}, "hidden-character")
    assert found.message.startswith('role "Product\\u00a0Manager" holds U+00A0')
    assert str(found.place) == "staff.csv:2:2"


def test_the_quick_look_clears_nothing_that_the_slow_one_reports() -> None:
    slow = [code for code in range(sys.maxunicode + 1) if hidden_characters(f"ab{chr(code)}cd")]
    assert [code for code in slow if not _is_suspect(f"ab{chr(code)}cd")] == []

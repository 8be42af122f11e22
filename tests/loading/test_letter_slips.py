"""Letters written the wrong way are one finding, and nothing follows from them."""

from __future__ import annotations

from typing import Any

import pytest

from orgmodel.loading.redaction import drop_people

MODEL = """\
orgmodel: 1
roles:
  cpo: {title: Chief Product Officer, aliases: [Product Chief]}
  director: {title: Director}
  vp-eng: {}
positions:
  seat: {role: cpo, holder: Ada Park}
activities:
  vision: {assign: ROW}
"""
CASES = [
    ("{cpo: A, director: C, vp-eng: C}", 12, 'turned round, as in "cpo: A"', "A: cpo, C: [director, vp-eng]"),
    ("{cpo: A, director: [C, R]}", 12, 'turned round, as in "cpo: A"', "A: cpo, C: director, R: director"),
    ("{Chief Product Officer: accountable}", 12, 'turned round, as in "Chief Product Officer: accountable"', "A: cpo"),
    ("{product chief: A/R}", 12, 'turned round, as in "product chief: A/R"', "A: cpo, R: cpo"),
    ("{position:seat: A}", 12, 'turned round, as in "position:seat: A"', "A: position:seat"),
    ("{A: cpo, director: C}", 12, 'turned round, as in "director: C"', "A: cpo, C: director"),
    ("{cpo: A, directer: C}", 12, 'turned round, as in "cpo: A"', "A: cpo, C: directer"),
    ("{AR: cpo}", 21, '"AR" stands for 2 letters, and each letter is a key of its own', "A: cpo, R: cpo"),
    ("{A/R: cpo}", 21, '"A/R" stands for 2 letters, and each letter is a key of its own', "A: cpo, R: cpo"),
    ('{"A, R": cpo}', 21, '"A, R" stands for 2 letters, and each letter is a key of its own', "A: cpo, R: cpo"),
    ("{R: vp-eng, AR: cpo}", 32, '"AR" stands for 2 letters', "R: [vp-eng, cpo], A: cpo"),
    (
        "{A: cpo, director}",
        29,
        '"director" stands where a letter is expected, and nobody has it',
        "A: [cpo, director]",
    ),
]


@pytest.mark.parametrize(("row", "column", "message", "fix"), CASES)
def test_a_slip_is_one_finding(loaded: Any, row: str, column: int, message: str, fix: str) -> None:
    model = loaded(MODEL.replace("ROW", row))
    (fault,) = model.faults
    assert (fault.rule, fault.place.mark.line, fault.place.mark.column) == ("wrong-value", 9, column)
    assert message in fault.message
    assert fault.message.startswith('activity "vision": ')
    assert fault.fix == f"write `{fix}`"
    assert fault.entities == ("activity:vision",)
    assert model.organization.activities["vision"].assign == {}


@pytest.mark.parametrize(
    "row",
    ["{A: cpo, R: director}", "{accountable: cpo}", "{A: ~, R: cpo}", "{X: cpo}", "{A: R}", "{cpo: director}", "{}"],
)
def test_other_rows_are_left_alone(loaded: Any, row: str) -> None:
    model = loaded(MODEL.replace("ROW", row))
    assert (model.faults, model.organization.unread_rows) == ([], {})


def test_a_role_that_is_called_like_a_letter_is_no_letter(loaded: Any) -> None:
    model = loaded("orgmodel: 1\nroles: {A: {}, b: {}}\nactivities:\n  vision: {assign: {b: A}}\n")
    assert model.faults == []


def test_dates_of_the_row_stay(loaded: Any) -> None:
    text = MODEL.replace("{assign: ROW}", "{from: 2026-01-01, assign: {cpo: A}}")
    activity = loaded(text).organization.activities["vision"]
    assert (str(activity.from_), activity.assign) == ("2026-01-01", {})


def test_the_roles_of_an_unread_row_are_redacted_with_it(loaded: Any) -> None:
    model = loaded(MODEL.replace("ROW", "{cpo: A}").replace("vision", "Ada Park"))
    drop_people(model)
    assert list(model.organization.unread_rows) == list(model.organization.activities) == ["Person 1"]


@pytest.mark.parametrize(
    ("row", "column", "fix"),
    [
        ("{A: cpo, A: director}", 29, "name them in one list, `A: [cpo, director]`, or keep one"),
        ("{A: [cpo, director], A: [vp-eng]}", 41, "name them in one list, `A: [cpo, director, vp-eng]`, or keep one"),
        ("{A: cpo, A: {who: director}}", 29, 'keep one "A", or name all who have it in one list, as in `A: [a, b]`'),
    ],
)
def test_a_letter_given_twice_says_how_several_have_it(loaded: Any, row: str, column: int, fix: str) -> None:
    (fault,) = loaded(MODEL.replace("ROW", row)).faults
    assert (fault.rule, fault.place.mark.line, fault.place.mark.column) == ("duplicate-key", 9, column)
    assert fault.message == 'the key "A" is given twice in one mapping, first at line 9, column 21'
    assert fault.fix == fix


def test_another_key_given_twice_is_told_as_before(loaded: Any) -> None:
    (fault,) = loaded("orgmodel: 1\nroles:\n  pm: {}\n  pm: {}\n").faults
    assert fault.fix == 'keep one "pm", or give the other entry its own key'

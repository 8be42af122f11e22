"""A reference that leads nowhere says what it was meant to be, and what to write."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from orgmodel.findings import Finding

Check = Callable[..., list[Finding]]

MODEL = """\
orgmodel: 1
roles: {cpo: {title: Chief}, director: {title: Director}}
units: {product: {}, risk: {}}
people: {eva: {name: Eva Ray}}
positions:
  top: {role: cpo, holder: Maya Okafor}
  dir-payments: {role: director, reports_to: top, holders: [Sara Lind, {person: eva}]}
"""
ROW = "activities:\n  vision: {assign: {A: WHO, R: cpo}}\n"
GONE = 'does not exist; activity "vision" gives it a letter; '
LETTERS = [
    (
        "Maya Okafor",
        '"Maya Okafor" holds position "top", whose role is "cpo"',
        "Write `cpo` for the role, or `position:top` for this seat alone.",
    ),
    (
        "Eva Ray",
        '"Eva Ray" holds position "dir-payments", whose role is "director"',
        "Write `director` for the role, or `position:dir-payments` for this seat alone.",
    ),
    ("dir-payments", '"dir-payments" is a position, not a role', "Write `position:dir-payments`."),
    ("vision", '"vision" is an activity, not a role', "Correct the id, or define what it names."),
    ('"cpo, director"', '"cpo" and "director" are 2 roles in one text', "Write a list: `[cpo, director]`."),
    ("cpo director", '"cpo" and "director" are 2 roles in one text', "Write a list: `[cpo, director]`."),
    ("cpo/director", '"cpo" and "director" are 2 roles in one text', "Write a list: `[cpo, director]`."),
    ("cpo and director", '"cpo" and "director" are 2 roles in one text', "Write a list: `[cpo, director]`."),
    ("directer", 'did you mean "director"?', 'Write `director`, or define "directer".'),
]


@pytest.mark.parametrize(("who", "words", "fix"), LETTERS)
def test_a_letter_for_something_else_says_what_to_write(findings: Check, who: str, words: str, fix: str) -> None:
    (found,) = findings(MODEL + ROW.replace("WHO", who), "ORG102")
    assert (found.place.mark.line, found.place.mark.column) == (9, 24)
    assert (found.message, found.fix) == (
        f"role {who if who[0] == chr(34) else chr(34) + who + chr(34)} {GONE}{words}",
        fix,
    )


@pytest.mark.parametrize(
    ("line", "column", "words", "fix"),
    [
        ("dotted_to: Sara Lind", 17, '"Sara Lind" holds position "dir-payments"', "Write `dir-payments`."),
        ("reports_to: Maya Okafor", 18, '"Maya Okafor" holds position "top"', "Write `top`."),
        (
            'also_in: "product, risk"',
            15,
            '"product" and "risk" are 2 units in one text',
            "Write a list: `[product, risk]`.",
        ),
        (
            'unit: "product, risk"',
            12,
            '"product" and "risk" are 2 units in one text',
            "Correct the id, or define what it names.",
        ),
    ],
)
def test_a_field_of_a_seat_says_what_to_write(findings: Check, line: str, column: int, words: str, fix: str) -> None:
    (found,) = findings(f"{MODEL}  seat: {{{line}}}\n", "ORG102")
    assert (found.place.mark.line, found.place.mark.column) == (8, column + 4)
    assert found.message.endswith(f"; {words}")
    assert found.fix == fix

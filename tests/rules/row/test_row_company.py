"""Who takes part in a row besides owner and doer: too many, nobody, everybody."""

from __future__ import annotations

import pytest

from orgmodel.findings import Severity

ROLES = ", ".join(f"r{i}: {{}}" for i in range(20))
START = f"orgmodel: 1\nroles: {{pm: {{}}, dev: {{}}, {ROLES}}}\n"


def _some(number):
    return "[" + ", ".join(f"r{i}" for i in range(number)) + "]"


@pytest.mark.parametrize(
    ("rule", "letter", "most", "verb"),
    [
        ("too-many-doers", "R", 5, "do"),
        ("too-many-advisers", "C", 6, "are asked about"),
        ("too-many-informed", "I", 10, "are told about"),
    ],
)
def test_more_than_the_limit_are_counted(findings, rule, letter, most, verb):
    rows = "activities:\n  at: {assign: {A: pm, %s: %s}}\n  over: {assign: {A: pm, %s: %s}}\n"
    [found] = findings(START + rows % (letter, _some(most), letter, _some(most + 1)), rule)
    assert found.message.startswith(f'{most + 1} {verb} "over", more than {most}: "r0", "r1", ')
    assert found.severity is Severity.INFO
    assert found.place.mark.line == 5
    assert len(found.entities) == most + 2


def test_limits_come_from_the_policy_and_parties_count_once(findings):
    policy = "policy: {row: {advises: 1}}\n"
    rows = "activities: {x: {assign: {A: pm, R: dev, C: [r0, r0]}}, y: {assign: {A: pm, R: dev, C: [r0, r1]}}}\n"
    assert [found.entities[0] for found in findings(START + policy + rows, "too-many-advisers")] == ["activity:y"]


def test_a_scheme_that_allows_one_driver_says_so(findings):
    model = START + "activities:\n  x: {scheme: daci, assign: {D: [r0, r1], A: pm}}\n"
    [found] = findings(model, "letter-above-maximum")
    assert found.message == '"x" has 2 with "D" (Driver), the scheme allows 1: "r0" and "r1"'
    assert found.severity is Severity.WARNING
    assert found.place.mark.column == 38


def test_two_who_do_it_are_lawful(findings):
    model = START + "activities: {x: {assign: {A: pm, R: [r0, r1], C: r2, I: r3}}}\n"
    assert findings(model, "ORG4") == []


USED = "  other: {assign: {A: pm, R: dev, C: r0, I: r1}}\n"


@pytest.mark.parametrize(
    ("rule", "word", "letter"), [("nobody-advises", "asked", "C"), ("nobody-informed", "told", "I")]
)
def test_a_row_without_advice_or_news_is_info(findings, rule, word, letter):
    [found] = findings(START + "activities:\n" + USED + "  x: {assign: {A: pm, R: dev}}\n", rule)
    assert found.message.startswith(f'nobody is {word} in "x": nobody has "{letter}"')
    assert (found.severity, found.place.mark.line, found.place.mark.column) == (Severity.INFO, 5, 3)


def test_a_letter_that_no_row_uses_is_one_finding(findings):
    model = START + "activities:\n  x: {assign: {A: pm, R: dev}}\n  y: {assign: {A: pm, R: dev}}\n"
    [found] = findings(model, "nobody-informed")
    assert found.message == 'nobody is told in any of 2 rows ("x" and "y"): the letter "I" (Informed) is never used'
    assert found.entities == ("activity:x", "activity:y")


@pytest.mark.parametrize(
    "row",
    [
        "x: {assign: {A: pm, R: pm}}",
        "x: {unowned: Closed soon}",
        "x: {scheme: dri, assign: {DRI: [pm, dev]}}",
        "x: {}",
    ],
)
def test_rows_without_company_hear_nothing(findings, row):
    model = START + "activities:\n" + USED + f"  {row}\n"
    assert findings(model, "ORG408") == findings(model, "ORG409") == []


def test_sources_that_do_not_mention_advice_decide_nothing(findings):
    model = START + (
        "activities:\n" + USED + "  x: {}\nassignments:\n"
        "  - {activity: x, role: pm, letter: A, source: a}\n"
        "  - {activity: x, role: dev, letter: R, source: a}\n"
    )
    assert findings(model, "ORG408") == findings(model, "ORG409") == []


EVERYBODY = (
    "orgmodel: 1\nroles: {pm: {}, dev: {}, qa: {}, ops: {}, law: {external: true}, idle: {}}\nactivities:\n"
    "  a: {assign: {A: pm, R: dev, C: [qa, law], I: ops}}\n"
    "  b: {assign: {A: pm, R: dev}}\n"
)


def test_a_row_with_every_role_that_takes_part_anywhere_is_info(findings):
    [found] = findings(EVERYBODY + "  c: {assign: {A: pm, R: qa}}\n", "everybody-assigned")
    assert found.message == 'all 4 roles of the matrix have a letter in "a"'
    assert (found.severity, found.place.mark.line) == (Severity.INFO, 4)


def test_most_rows_with_everybody_are_one_finding(findings):
    row = "{assign: {A: pm, R: dev, C: qa, I: ops}}"
    [found] = findings(EVERYBODY + f"  c: {row}\n  d: {row}\n", "everybody-assigned")
    assert found.message == 'all 4 roles of the matrix have a letter in 3 rows ("a", "c" and "d") of 4'
    assert found.entities == ("activity:a", "activity:c", "activity:d")


def test_small_matrices_are_left_alone(findings):
    assert findings(EVERYBODY, "everybody-assigned") == []


def test_a_letter_that_keeps_somebody_out_is_no_part(findings):
    row = "  c: {scheme: cairo, assign: {A: pm, R: dev, C: qa, O: ops}}\n"
    assert [found.entities[0] for found in findings(EVERYBODY + row, "everybody-assigned")] == ["activity:a"]

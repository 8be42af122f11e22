"""Titles that differ only in how they are written."""

from __future__ import annotations

from typing import Any

import pytest

from orgmodel.rules.folding import spelling, words_of_title

RULE = "near-duplicate-titles"


def roles(*titles: str, more: str = "") -> str:
    return "orgmodel: 1\nroles:\n" + "".join(f'  r{i}: {{title: "{title}"{more}}}\n' for i, title in enumerate(titles))


def test_three_spellings_are_one_finding_at_the_second_title(findings: Any) -> None:
    (found,) = findings(roles("Front-End Designer", "frontend designer", "Front end designers"), RULE)
    assert found.message == (
        '3 roles have titles that differ only in spelling: "r0" ("Front-End Designer"), '
        '"r1" ("frontend designer") and "r2" ("Front end designers")'
    )
    assert (found.severity, found.place.mark.line, found.place.mark.column) == ("warning", 4, 15)
    assert found.entities == ("role:r1", "role:r0", "role:r2")
    assert [(item.place.mark.line, item.note) for item in found.related] == [(3, "first here"), (5, "and here")]


def test_another_order_of_words_is_an_info(findings: Any) -> None:
    (found,) = findings(roles("Head of Product", "Product Head"), RULE)
    assert found.severity == "info"
    assert 'differ only in the order of words: "r0" ("Head of Product") and "r1" ("Product Head")' in found.message


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("PM I", "PM II"),
        ("Engineer 1", "Engineer 11"),
        ("Engineer 1 1", "Engineer 11"),
        ("C Developer", "C++ Developer"),
        ("C++ Developer", "C# Developer"),
        ("Order Manager", "Rank Manager"),
        ("Assistant to the Manager", "Manager to the Assistant"),
        ("Product Manager", "Produce Manager"),
        ("Analyst", "Analytics"),
    ],
)
def test_titles_that_stay_apart(findings: Any, one: str, other: str) -> None:
    assert findings(roles(one, other), RULE) == []


def test_equal_titles_of_roles_are_told_by_same_title(findings: Any) -> None:
    text = roles("Product Manager", "product  manager")
    assert findings(text, RULE) == []
    assert len(findings(text, "same-title")) == 1


def test_a_role_without_title_is_known_by_its_id(findings: Any) -> None:
    (found,) = findings("orgmodel: 1\nroles:\n  pm: {title: Product Manager}\n  product-manager: {}\n", RULE)
    assert found.message.endswith(': "pm" ("Product Manager") and "product-manager"')
    assert (found.place.mark.line, found.place.mark.column) == (4, 3)


def test_steps_of_a_ladder_are_an_info(findings: Any) -> None:
    text = "orgmodel: 1\nroles:\n  a: {title: Product-Manager, level: 3}\n  b: {title: Product Manager, level: 4}\n"
    assert [found.severity for found in findings(text, RULE)] == ["info"]


def test_units_are_compared_within_one_parent_and_kind(findings: Any) -> None:
    text = (
        "orgmodel: 1\nunits:\n  uk: {title: UK}\n  fr: {title: France}\n"
        "  uk-hr: {title: Human Resources, parent: uk}\n  fr-hr: {title: Human Resources, parent: fr}\n"
        "  guild: {title: Human Resources, parent: uk, kind: guild}\n"
    )
    assert findings(text, RULE) == []
    (found,) = findings(text + "  uk-hr-2: {title: Human-Resource, parent: uk}\n", RULE)
    assert found.entities == ("unit:uk-hr-2", "unit:uk-hr")
    (found,) = findings(text + "  uk-hr-2: {title: Human Resources, parent: uk}\n", RULE)
    assert found.message.startswith("2 units have the same title: ")


def test_a_unit_that_follows_another_in_time_is_no_duplicate(findings: Any) -> None:
    text = "orgmodel: 1\nunits:\n  a: {title: Growth, until: 2026-06-30}\n  b: {title: growth, from: 2026-07-01}\n"
    assert findings(text, RULE) == []


def test_roles_made_from_a_table_are_passed_over(findings: Any) -> None:
    files = {"staff.csv": "id,title,holder\n1,Product Manager,Ada\n2,Product-Manager,Li\n"}
    assert findings(files, RULE) == []


def test_hostile_titles_are_shown_escaped(findings: Any) -> None:
    (found,) = findings(roles("Lead\\u202e!", "Lead\\u202e"), RULE)
    assert "\\u202e" in found.message
    assert findings(roles("...", "---"), RULE) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("R&D Lead", "RD lead"), ("Résumé Editor", "Resume editors"), ("Lead, Sales", "Lead Sales")],
)
def test_spelling_takes_away_what_makes_no_difference(one: str, other: str) -> None:
    assert spelling(one) == spelling(other)


def test_words_keep_their_order_where_it_has_a_meaning() -> None:
    assert words_of_title("Sales Director") == words_of_title("Director of Sales")
    assert words_of_title("Assistant to Director") != words_of_title("Director to Assistant")

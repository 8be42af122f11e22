"""Years of experience and skills along the ladder."""

from __future__ import annotations

from typing import Any

import pytest


def ladder(lower: str, upper: str) -> str:
    first = f"a: {{title: One, promotes_to: b, experience: {{{lower}}}}}"
    return f"orgmodel: 1\nroles:\n  {first}\n  b: {{experience: {{{upper}}}}}\n"


def test_years_that_do_not_rise_are_told_with_both(findings: Any) -> None:
    text = ladder("min: 7, max: 8, basis: In discipline", "min: 7, basis: in_discipline")
    (found,) = findings(text, "years-not-rising")
    assert found.message == (
        '"b" asks for 7 years or more (in_discipline), no more than "a" (One), from which it is reached, '
        "with 7 to 8 years"
    )
    assert (found.place.mark.line, found.place.mark.column) == (4, 25)
    assert found.entities == ("role:b", "role:a")


@pytest.mark.parametrize(
    ("lower", "upper"),
    [
        ("min: 7, basis: since_entry", "min: 7, basis: in_discipline"),
        ("min: 2, basis: in_previous_role", "min: 2, basis: in_previous_role"),
        ("min: 2, basis: as junior", "min: 2, basis: as junior"),
        ("min: 3", "min: 3, basis: since_entry"),
        ("max: 3", "min: 2"),
        ("min: 3", "min: 3.5"),
    ],
)
def test_years_compare_only_on_one_basis_that_adds_up(findings: Any, lower: str, upper: str) -> None:
    assert findings(ladder(lower, upper), "years-not-rising") == []


def test_a_gap_in_years_is_measured(findings: Any) -> None:
    (found,) = findings(ladder("min: 3, max: 5", "min: 7, max: 8"), "years-gap")
    assert found.message == '"b" asks for 7 to 8 years, "a" (One) ends at 5: the 2 years between belong to no rung'


def test_the_next_whole_year_joins_on(findings: Any) -> None:
    assert findings(ladder("min: 3, max: 5", "min: 6, max: 8"), "years-gap") == []


def test_years_reversed_are_an_error(findings: Any) -> None:
    (found,) = findings("orgmodel: 1\nroles:\n  a: {title: Lead, experience: {min: 8, max: 3}}\n", "years-reversed")
    assert found.message == 'role "a" (Lead) asks for 8 to 3 years'
    assert (found.place.mark.line, found.place.mark.column) == (3, 46)
    assert found.severity == "error"


def test_skills_that_fall_on_one_track_are_one_finding(findings: Any) -> None:
    text = """\
orgmodel: 1
roles:
  a: {promotes_to: b, skills: {x: 4, y: 5, z: 2, gone: 3}}
  b: {title: Bee, skills: {x: 3, y: 4, z: 2}}
"""
    (found,) = findings(text, "skill-falls")
    assert (
        found.message == '"b" (Bee) asks for less than "a", from which it is reached: "x" 3 after 4 and "y" 4 after 5'
    )
    assert (found.place.mark.line, found.place.mark.column) == (4, 31)


def test_skills_may_fall_with_a_change_of_track(findings: Any) -> None:
    text = """\
orgmodel: 1
roles:
  a: {track: ic, promotes_to: b, skills: {x: 4}}
  b: {track: management, skills: {x: 3}}
"""
    assert findings(text, "skill-falls") == []


def test_an_unknown_skill_is_one_finding_with_all_who_have_it(findings: Any) -> None:
    text = """\
orgmodel: 1
roles: {pm: {skills: {strategy: 4, coaching: 2}}}
people:
  ada: {name: Ada Park, skills: {stratgy: 5}}
  bo: {skills: {coaching: 2, french: 7}}
positions:
  one: {role: pm, holder: ada, skills: {stratgy: 3}}
"""
    near, far = findings(text, "unknown-skill")
    assert near.message == (
        'person "ada" (Ada Park) and position "one" (pm) have skill "stratgy", which no role asks for; '
        'did you mean "strategy"?'
    )
    assert (near.place.mark.line, near.place.mark.column) == (4, 34)
    assert near.entities == ("person:ada", "position:one")
    assert far.message == 'person "bo" has skill "french", which no role asks for'


def test_skills_of_people_alone_are_not_judged(findings: Any) -> None:
    assert findings("orgmodel: 1\npeople: {ada: {skills: {french: 7}}}\n", "unknown-skill") == []


def test_years_that_are_reversed_are_not_compared_as_well(findings: Any) -> None:
    text = """\
orgmodel: 1
roles:
  pm: {promotes_to: senior, experience: {min: 5, max: 7}}
  senior: {experience: {min: 9, max: 4}}
"""
    assert [found.rule for found in findings(text, "ORG7")] == ["years-reversed"]
    assert [found.rule for found in findings(text.replace("min: 9", "min: 4"), "ORG7")] == ["years-not-rising"]


def test_reversed_years_are_found_in_every_entry_of_a_role(findings: Any) -> None:
    files = {
        "org.yaml": "orgmodel: 1\ninclude: more.yaml\nroles:\n  a: {experience: {min: 3, max: 3}}\n"
        "  b: {}\n  c: {experience: {min: 2, max: 1.5}}\n",
        "more.yaml": "orgmodel: 1\nroles:\n  a: {experience: {min: 9, max: 4}}\n",
    }
    found = findings(files, "years-reversed")
    assert [(item.message, str(item.place)) for item in found] == [
        ('role "a" asks for 9 to 4 years', "more.yaml:3:33"),
        ('role "c" asks for 2 to 1.5 years', "org.yaml:6:33"),
    ]

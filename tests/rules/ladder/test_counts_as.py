"""Roles that count as others: what rules say of them, and of what."""

from __future__ import annotations

from typing import Any

import pytest

HEAD = "orgmodel: 1\n"
ROLES = """\
roles:
  lead: {title: Lead}
  pm: {title: PM, reports_to: lead}
  senior-pm: {title: Senior PM, reports_to: lead, counts_as: pm}
"""
SENIOR_SEAT = """\
positions:
  lead: {role: lead, reports_to: ~, holder: Ada Park}
  s1: {role: senior-pm, holder: Li Wei}
"""


def model(*parts: str, activities: str = "") -> str:
    rows = f"activities:\n{activities}" if activities else ""
    return "".join((HEAD, *parts, rows))


def said(found: list[Any]) -> list[str]:
    return [one.message for one in found]


# -- counts-as-loop


def test_a_ring_is_one_finding_with_its_path(findings: Any) -> None:
    text = HEAD + "roles:\n  a: {counts_as: [d, b]}\n  b: {counts_as: c}\n  c: {counts_as: a}\n  d: {}\n"
    (found,) = findings(text, "counts-as-loop")
    assert found.message == '3 roles count as each other in a ring: "a" → "b" → "c" → "a"'
    assert (found.place.mark.line, found.place.mark.column) == (3, 22)
    assert found.entities == ("role:a", "role:b", "role:c")
    assert [each.note for each in found.related] == ['"b" counts as "c"', '"c" counts as "a"']


def test_a_role_that_counts_as_itself_is_told(findings: Any) -> None:
    (found,) = findings(HEAD + "roles:\n  a: {title: Bee, counts_as: a}\n", "counts-as-loop")
    assert found.message == 'role "a" (Bee) counts as itself'


def test_roles_of_a_library_that_nothing_names_are_passed_over(findings: Any) -> None:
    text = HEAD + "roles:\n  a: {counts_as: b}\n  b: {counts_as: a}\n"
    assert findings(text, "counts-as-loop", silent=["role:a", "role:b"]) == []


# -- names and use


def test_a_role_that_does_not_exist_is_an_unknown_reference_with_what_was_meant(findings: Any) -> None:
    text = HEAD + "roles:\n  lead: {}\n  senior: {counts_as: laed}\nactivities: {x: {assign: {A: lead, R: senior}}}\n"
    (found,) = findings(text, "unknown-reference")
    assert found.message == 'role "laed" does not exist; role "senior" counts as it; did you mean "lead"?'
    assert (found.place.mark.line, found.place.mark.column) == (4, 23)


def test_a_role_that_counts_as_another_is_in_use_and_one_that_counts_as_itself_is_not(findings: Any) -> None:
    row = "activities: {x: {assign: {A: pm, R: pm}}}\n"
    roles = "roles:\n  pm: {}\n  senior: {counts_as: pm}\n  alone: {counts_as: alone}\n"
    assert said(findings(HEAD + roles + row, "unused-role")) == [
        'role "alone" is not used: no activity and no other role names it'
    ]


# -- owners and doers


@pytest.mark.parametrize("rule", ["owner-without-seat", "doer-without-seat", "per-nothing"])
def test_a_seat_of_a_role_that_counts_is_a_seat_of_the_role(findings: Any, rule: str) -> None:
    rows = (
        "  a: {assign: {A: pm, R: pm}}\n"
        "  b: {assign: {A: lead, R: pm}}\n"
        "  c: {per: 'role:pm', assign: {A: pm, R: pm}}\n"
    )
    assert findings(model(ROLES, SENIOR_SEAT, activities=rows), rule) == []


def test_an_owner_whose_counted_seats_have_letters_of_their_own_has_none_and_hears_why(findings: Any) -> None:
    rows = "  a: {assign: {A: pm, R: lead, C: senior-pm}}\n"
    (found,) = findings(model(ROLES, SENIOR_SEAT, activities=rows), "owner-without-seat")
    assert found.message == (
        '"pm" (PM) owns "a" and has no seat in force but those of "senior-pm", which is named there itself'
    )


def test_a_row_per_seat_is_per_nothing_where_it_names_the_only_role_with_seats(findings: Any) -> None:
    rows = (
        "  a: {per: 'role:pm', assign: {A: pm, R: pm}}\n  b: {per: 'role:pm', assign: {A: pm, R: pm, C: senior-pm}}\n"
    )
    (found,) = findings(model(ROLES, SENIOR_SEAT, activities=rows), "per-nothing")
    assert found.message == (
        '"b" is per "role:pm", but "pm" (PM) has no seat in force but those of "senior-pm", which is named there itself'
    )


def test_planned_seats_of_a_role_that_counts_are_told(findings: Any) -> None:
    seats = SENIOR_SEAT.replace("holder: Li Wei", "from: 2027-01-01")
    (found,) = findings(model(ROLES, seats, activities="  a: {assign: {A: pm, R: lead}}\n"), "owner-without-seat")
    assert found.message.endswith('has no seat in force ("s1" begins 2027-01-01)')


def test_two_seats_on_two_rungs_are_two_owners(findings: Any) -> None:
    seats = SENIOR_SEAT + "  p1: {role: pm, holder: Ana Reis}\n"
    text = model(ROLES, seats, activities="  a: {assign: {A: pm, R: pm}}\n")
    (found,) = findings(text, "several-owners-in-seats")
    assert found.message.startswith('"pm" (PM) is the one owner of "a" on paper, but 2 in seats: "s1"')


def test_rows_of_one_per_are_judged_apart_where_one_of_them_names_the_counting_role(findings: Any) -> None:
    seats = SENIOR_SEAT + "  p1: {role: pm, holder: Ana Reis}\n"
    rows = "  a: {assign: {A: pm, R: pm}}\n  b: {assign: {A: pm, R: pm, C: senior-pm}}\n  c: {assign: {A: pm, R: pm}}\n"
    (found,) = findings(model(ROLES, seats, activities=rows), "several-owners-in-seats")
    assert [one for one in found.entities if one.startswith("activity:")] == ["activity:a", "activity:c"]


def test_several_owners_are_judged_by_the_letters_as_they_are_written(findings: Any) -> None:
    text = model(ROLES, activities="  a: {assign: {A: [pm, senior-pm], R: pm}}\n")
    assert [one.rule for one in findings(text, "several-owners")] == ["several-owners"]


# -- columns


def test_advice_in_its_own_name_is_not_all_that_a_counting_role_does(findings: Any) -> None:
    rows = (
        "  a: {assign: {A: pm, R: pm, C: senior-pm}}\n"
        "  b: {assign: {A: pm, R: lead, C: senior-pm}}\n"
        "  c: {assign: {A: pm, R: pm}}\n"
        "  d: {assign: {A: lead, R: lead}}\n"
    )
    policy = "policy: {column: {rows: 3}}\n"
    assert findings(model(policy, ROLES, activities=rows), "role-without-work") == []
    exact = ROLES.replace(", counts_as: pm", "")
    assert [one.entities[0] for one in findings(model(policy, exact, activities=rows), "role-without-work")] == [
        "role:senior-pm"
    ]


def test_a_row_kept_apart_is_no_work_of_the_counting_role(findings: Any) -> None:
    rows = (
        "  a: {assign: {A: pm, R: pm, C: senior-pm}}\n"
        "  b: {assign: {A: pm, R: lead, C: senior-pm}}\n"
        "  d: {assign: {A: lead, R: lead}}\n"
        "  e: {assign: {A: lead, R: lead}}\n"
    )
    found = findings(model("policy: {column: {rows: 3}}\n", ROLES, activities=rows), "role-without-work")
    assert [one.entities[0] for one in found] == ["role:senior-pm"]

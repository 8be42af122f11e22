"""Roles that nothing uses, and names that stand for two things."""

from collections.abc import Callable

import pytest

from orgmodel.findings import Finding, Severity

Check = Callable[..., list[Finding]]

USED = """\
orgmodel: 1
roles:
  pm: {title: Product Manager}
  dev: {reports_to: pm}
  ghost: {title: Ghost, reports_to: pm}
"""


def test_a_role_without_seat_letter_or_line_to_it_is_an_info(findings: Check) -> None:
    text = f"{USED}positions: {{a: {{role: dev}}}}\nactivities: {{x: {{assign: {{A: pm, R: dev}}}}}}\n"
    (found,) = findings(text, "unused-role")
    assert found.message == 'role "ghost" (Ghost) is not used: no seat, no activity and no other role names it'
    assert (found.severity, found.place.mark.line, found.place.mark.column) == (Severity.INFO, 5, 3)
    assert found.entities == ("role:ghost",)


def test_without_seats_the_message_speaks_of_activities_alone(findings: Check) -> None:
    (found,) = findings(f"{USED}activities: {{x: {{assign: {{A: pm, R: dev}}}}}}\n", "unused-role")
    assert found.message == 'role "ghost" (Ghost) is not used: no activity and no other role names it'


@pytest.mark.parametrize(
    "text",
    [
        "",
        "positions: {a: {role: dev}, b: {role: ghost}}\n",
        "activities: {x: {assign: {A: pm, R: [dev, ghost]}}}\n",
        "activities: {x: {assign: {A: pm, R: dev}, escalates_to: ghost}}\n",
        "activities: {x: {assign: {A: pm, R: dev}, per: 'role:ghost'}}\n",
        "activities: {x: {assign: {A: pm, R: dev}}}\nassignments: [{activity: x, role: 'role:ghost', letter: I}]\n",
        "  boss: {promotes_to: ghost, works_with: pm}\nactivities: {x: {assign: {A: boss, R: dev}}}\n",
    ],
)
def test_a_role_that_anything_names_is_used(findings: Check, text: str) -> None:
    assert findings(USED + text, "unused-role") == []


def test_roles_made_by_a_table_are_never_unused(findings: Check) -> None:
    assert findings({"raci.csv": "activity,PM,Dev\nrelease,A,\n"}, "ORG105") == []


def test_one_title_for_two_roles_is_a_warning_in_any_case_and_spacing(findings: Check) -> None:
    text = "orgmodel: 1\nroles:\n  a: {title: Product Manager}\n  b: {title: product  manager}\n"
    (found,) = findings(text, "same-title")
    assert found.message == '2 roles have the title "product  manager": "a" and "b"'
    assert (found.severity, found.place.mark.line, found.place.mark.column) == (Severity.WARNING, 4, 14)
    assert [(item.place.mark.line, item.note) for item in found.related] == [(3, "first here")]
    assert found.entities == ("role:b", "role:a")


def test_steps_of_a_ladder_may_share_a_title(findings: Check) -> None:
    text = "orgmodel: 1\nroles:\n  a: {title: Engineer, level: 3}\n  b: {title: Engineer, level: 4}\n"
    (found,) = findings(text, "same-title")
    assert found.severity is Severity.INFO


@pytest.mark.parametrize(
    ("other", "word"),
    [("pm: {}", "id"), ("x: {title: PM}", "title"), ("x: {aliases: [PM]}", "alias")],
)
def test_an_alias_that_means_another_role_is_a_warning(findings: Check, other: str, word: str) -> None:
    text = f"orgmodel: 1\nroles:\n  {other}\n  po: {{aliases: [Backlog, pm]}}\n"
    (found,) = findings(text, "alias-clash")
    whose = other.partition(":")[0]
    assert found.message == f'the alias "pm" of role "po" is also the {word} of role "{whose}"'
    assert (found.severity, found.place.mark.line, found.place.mark.column) == (Severity.WARNING, 4, 27)
    assert found.entities == ("role:po", f"role:{whose}")


def test_an_alias_of_its_own_role_is_harmless(findings: Check) -> None:
    assert findings("orgmodel: 1\nroles:\n  pm: {title: PM, aliases: [pm, Pm]}\n", "alias-clash") == []


@pytest.mark.parametrize(
    ("kind", "word"),
    [("roles", "role"), ("units", "unit"), ("positions", "position"), ("activities", "activity"), ("people", "person")],
)
def test_ids_that_differ_only_by_case_are_a_warning(findings: Check, kind: str, word: str) -> None:
    (found,) = findings(f"orgmodel: 1\n{kind}:\n  po: {{}}\n  qa: {{}}\n  PO: {{}}\n", "alias-clash")
    assert found.message == f'2 {word} ids differ only in upper and lower case: "po" and "PO"'
    assert (found.place.mark.line, found.place.mark.column) == (5, 3)
    assert found.entities == (f"{word}:PO", f"{word}:po")


def test_titles_of_a_table_may_differ_by_case(findings: Check) -> None:
    assert findings({"staff.csv": "id,title,unit\n1,Clerk,Sales\n2,CLERK,SALES\n"}, "alias-clash") == []

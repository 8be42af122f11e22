"""Seeded defects of a small matrix, one each, and the findings about rows that answer them."""

from __future__ import annotations

import pytest

from orgmodel.findings import Severity

CLEAN = {
    "plan": "{title: Plan the sprint, assign: {A: po, R: dev, C: qa, I: ops}}",
    "release": "{title: Release the product, assign: {A: po, R: dev, C: qa, I: ops}}",
    "test": "{title: Test the product, assign: {A: qa, R: qa, C: dev, I: c0}}",
}
ROLES = ["po", "dev", "qa", "ops", *(f"c{i}" for i in range(12))]
HOLDERS = {"po": "Ada", "dev": "Bo", "qa": "Cy", "ops": "Di"}


def _model(holders=None, **rows):
    seats = HOLDERS if holders is None else holders
    lines = ["orgmodel: 1", "roles: {" + ", ".join(f"{role}: {{}}" for role in ROLES) + "}", "positions:"]
    lines += [
        f"  {seat}: {{role: {seat.partition('-')[0]}, holder: {who}, reports_to: ~}}" for seat, who in seats.items()
    ]
    lines += ["activities:", *(f"  {name}: {row}" for name, row in (CLEAN | rows).items())]
    return "\n".join(lines) + "\n"


def _release(letters):
    return _model(release="{title: Release the product, assign: {" + letters + "}}")


def test_k01_a_clean_matrix_hears_nothing(findings):
    assert [item.message for item in findings(_model(), "ORG4")] == []


def test_k02_two_who_are_responsible_are_lawful(findings):
    assert findings(_release("A: po, R: [dev, qa], C: ops, I: ops"), "ORG4")[0].rule == "redundant-letter"
    assert findings(_release("A: po, R: [dev, qa], C: ops, I: c1"), "ORG4") == []


TWELVE = ", ".join(ROLES[4:])
CASES = [
    ("d01-no-accountable", "R: dev, C: qa, I: ops", "no-owner", Severity.ERROR, "release"),
    ("d02-two-accountable", "A: [po, qa], R: dev, C: ops, I: c1", "several-owners", Severity.ERROR, "release"),
    ("d03-listed-twice", "A: [po, po], R: dev, C: qa, I: ops", "repeated-letter", Severity.WARNING, "release"),
    ("d04-empty-responsible", "A: po, R: '', C: qa, I: ops", "no-doer", Severity.WARNING, "release"),
    ("d06-consulted-and-informed", "A: po, R: dev, C: qa, I: qa", "redundant-letter", Severity.INFO, "qa"),
    ("d07-responsible-and-informed", "A: po, R: dev, C: qa, I: dev", "redundant-letter", Severity.INFO, "dev"),
    ("d08-accountable-and-consulted", "A: po, R: dev, C: po, I: ops", "redundant-letter", Severity.INFO, "po"),
    ("d09-duplicate-consulted", "A: po, R: dev, C: [qa, qa], I: ops", "repeated-letter", Severity.WARNING, "qa"),
    (
        "d18-twelve-consulted",
        f"A: po, R: dev, I: ops, C: [{TWELVE}]",
        "too-many-advisers",
        Severity.INFO,
        "release",
    ),
]


@pytest.mark.parametrize(
    ("letters", "rule", "severity", "name"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_one_finding_answers_one_defect(findings, letters, rule, severity, name):
    found = findings(_release(letters), rule)
    assert [(item.severity, f'"{name}"' in item.message) for item in found] == [(severity, True)]
    assert {item.rule for item in findings(_release(letters), "ORG4")} == {rule}


def test_d05_an_unknown_role_is_no_fault_of_the_row(findings):
    assert findings(_release("A: po, R: dev, C: qaa, I: ops"), "ORG4") == []


def test_d11_a_vacant_owner_of_two_rows_is_one_finding(findings):
    [found] = findings(_model({**HOLDERS, "po": ""}), "ORG4")
    assert found.rule == "owner-vacant"
    assert found.message == '"po" owns 2 rows ("plan" and "release"), and nobody sits in "po"'


def test_d11_an_owner_without_any_seat_is_one_finding(findings):
    [found] = findings(_model({name: who for name, who in HOLDERS.items() if name != "po"}), "ORG4")
    assert found.rule == "owner-without-seat"
    assert found.entities == ("role:po", "activity:plan", "activity:release")


def test_d12_an_owner_with_two_holders_is_one_finding(findings):
    [found] = findings(_model({**HOLDERS, "po-2": "Eve"}), "ORG4")
    assert found.rule == "several-owners-in-seats"
    assert found.message == (
        '"po" is the one owner of 2 rows ("plan" and "release") on paper, but 2 in seats: "po" (Ada) and "po-2" (Eve)'
    )


def test_d16_roles_without_activities_are_one_finding(findings):
    assert [item.rule for item in findings("orgmodel: 1\nroles: {po: {}}\n", "ORG4")] == ["no-activities"]


def test_d17_an_owner_of_everything_is_no_fault_of_any_row(findings):
    assert findings(_model(test="{title: Test the product, assign: {A: po, R: qa, C: dev, I: c0}}"), "ORG4") == []


def test_d22_three_spellings_of_one_activity_are_one_finding(findings):
    row = "{assign: {A: po, R: dev, C: qa, I: ops}}"
    model = _model(**{"release": row, '"Release "': row, "re_lease": row})
    [found] = findings(model, "ORG4")
    assert (found.rule, found.entities[-1]) == ("near-duplicate-activities", "activity:re_lease")

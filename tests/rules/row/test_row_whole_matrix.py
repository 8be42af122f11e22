"""What a matrix says as a whole: owners who do everything themselves, and roles without any row."""

from __future__ import annotations

import pytest

from orgmodel.findings import Severity

ROLES = "orgmodel: 1\nroles: {pm: {title: Product Manager}, dev: {}}\n"


def _rows(number, *extra):
    rows = [f"  a{i}: {{assign: {{A: {who}, R: {who}}}}}\n" for i in range(number) for who in [("pm", "dev")[i % 2]]]
    return ROLES + "activities:\n" + "".join(rows) + "".join(f"  {row}\n" for row in extra)


def test_owner_and_doer_who_are_always_the_same_are_one_finding(findings):
    [found] = findings(_rows(8), "doer-always-owner")
    assert found.message == (
        'in all 8 rows with an owner and a doer the two are the same: "A" (Accountable) and "R" (Responsible) '
        "say one thing"
    )
    assert (found.severity, found.place.mark.line, found.place.mark.column) == (Severity.INFO, 4, 3)
    assert len(found.entities) == 8


@pytest.mark.parametrize(
    "model",
    [
        _rows(7),
        _rows(8, "x: {assign: {A: pm, R: dev}}"),
        _rows(8, "x: {assign: {A: pm, R: [pm, dev]}}"),
        _rows(8).replace("A: dev, R: dev", "A: pm, R: pm"),
        _rows(8).replace("orgmodel: 1", "orgmodel: 1\nscheme: mocha").replace("A: ", "O: ").replace("R: ", "C: "),
    ],
    ids=["few rows", "one row differs", "somebody helps", "one role has all", "one letter owns and does"],
)
def test_lawful_matrices_hear_nothing(findings, model):
    assert findings(model, "doer-always-owner") == []


def test_rows_without_a_doer_or_merely_claimed_do_not_count(findings):
    claims = (
        "assignments: [{activity: y, role: pm, letter: A, source: a}, {activity: y, role: dev, letter: R, source: a}]\n"
    )
    assert len(findings(_rows(8, "x: {assign: {A: pm}}", "y: {}") + claims, "doer-always-owner")) == 1


def test_d16_roles_without_any_activity_are_one_finding(findings):
    [found] = findings(ROLES, "ORG4")
    assert (found.rule, found.severity) == ("no-activities", Severity.INFO)
    assert found.message == 'the model has 2 roles and no activity: "pm" (Product Manager) and "dev"'
    assert found.entities == ("role:pm", "role:dev")
    assert found.place.mark.line == 1


@pytest.mark.parametrize(
    "more",
    [
        "positions: {pm-1: {role: pm, reports_to: ~}}\n",
        "activities: {x: {assign: {A: pm, R: dev}}}\n",
        "assignments: [{activity: x, role: pm, letter: A}]\n",
        "  ladder: {promotes_to: pm}\n",
        "  ladder: {level: 3}\n",
        "  ladder: {reports_to: pm}\n",
    ],
)
def test_d16_a_chart_a_ladder_and_a_matrix_hear_nothing(findings, more):
    head = ROLES if not more.startswith(" ") else "orgmodel: 1\nroles:\n  pm: {}\n"
    assert findings(head + more, "no-activities") == []

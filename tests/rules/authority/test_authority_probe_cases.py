"""Seeded defects about authority, each found by the rule it was meant for, and the control beside it."""

from __future__ import annotations

HOLDERS = {"po": "Ada", "dev": "Bo", "qa": "Cy", "ops": "Di"}
ROWS = {
    "plan": "{title: Plan the sprint, assign: {A: po, R: dev, C: qa, I: ops}}",
    "release": "{title: Release the product, assign: {A: po, R: dev, C: qa, I: ops}}",
    "test": "{title: Test the product, assign: {A: qa, R: qa, C: dev, I: ops}}",
}


def model(more: str = "", scheme: str = "raci", holders: dict[str, str] | None = None, **rows: str) -> str:
    seats = "".join(
        f"  {role}: {{role: {role}, holder: {who}{'' if role == 'po' else ', reports_to: po'}}}\n"
        for role, who in (HOLDERS | (holders or {})).items()
    )
    lines = "".join(f"  {name}: {row}\n" for name, row in (ROWS | rows).items())
    return (
        f"orgmodel: 1\nscheme: {scheme}\nroles: {{po: {{}}, dev: {{}}, qa: {{}}, ops: {{}}}}\n"
        f"positions:\n{seats}activities:\n{lines}{more}"
    )


def test_the_clean_matrix_hears_no_warning_about_authority(findings):
    assert [item.message for item in findings(model(), "ORG6") if item.severity.value != "info"] == []


def test_d13_an_owner_who_is_only_an_agent_is_one_finding(findings):
    text = model("people: {bot: {name: Planner Bot, employment: agent}}\n", holders={"po": "bot"})
    [found] = [item for item in findings(text, "ORG6") if item.severity.value == "warning"]
    assert (found.rule, found.message) == (
        "owner-is-agent",
        '"po" owns 2 rows ("plan" and "release"), and its only holder is a software agent: "bot" (Planner Bot) in "po"',
    )


def test_d14_one_person_who_builds_and_tests_is_one_finding(findings):
    row = "{title: Release the product, assign: {A: po, R: dev, Q: qa, I: ops}}"
    text = model(scheme="raciq", holders={"dev": "Cy"}, release=row)
    [found] = [item for item in findings(text, "ORG6") if item.severity.value == "warning"]
    assert (found.rule, found.message) == (
        "produces-and-approves",
        (
            '"Cy" does "release" (Release the product) as "dev" and checks it as "qa": positions "dev" and "qa"; '
            "nobody else does"
        ),
    )


def test_d14_roles_that_must_not_meet_are_a_policy(findings):
    policy = "policy: {conflicts: {roles: [dev, qa], reason: whoever builds does not test}}\n"
    [found] = findings(model(policy, holders={"dev": "Cy"}), "conflicting-roles")
    assert '"Cy"' in found.message


def test_d19_a_doer_who_approves_is_one_finding(findings):
    row = "{title: Release the product, assign: {A: po, R: dev, S: dev, C: qa, I: ops}}"
    found = findings(model(scheme="raci-vs", release=row))
    warned = [item for item in found if item.severity.value == "warning" and "release" in item.message]
    assert [(item.rule, '"dev"' in item.message) for item in warned] == [("verifier-is-doer", True)]


def test_d19_a_gate_that_asks_for_separate_hands_is_one_finding(findings):
    row = "{title: Release the product, separate: true, assign: {A: dev, R: dev, C: qa, I: ops}}"
    [found] = [item for item in findings(model(release=row), "ORG6") if item.severity.value == "warning"]
    assert (found.rule, '"release"' in found.message) == ("produces-and-approves", True)

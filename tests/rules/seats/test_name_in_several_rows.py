"""Rows of a table in which one name stands twice, where the policy demands something of people."""

from collections.abc import Callable

import pytest

from orgmodel.findings import Finding, Severity

Check = Callable[..., list[Finding]]

ROWS = "id,title,holder,reports_to\n1,Approver,Rosa Vidal,\n2,Buyer,Rosa Vidal,1\n3,Clerk,Li Wei,1\n4,Clerk,Li Wei,1\n"
APART = "policy: {conflicts: {roles: [Buyer, Approver]}}\n"


def checked(findings: Check, policy: str, rows: str = ROWS, include: str = "seats.csv") -> list[Finding]:
    return findings({"org.yaml": f"orgmodel: 1\ninclude: {include}\n{policy}", "seats.csv": rows}, "ORG322")


def test_all_names_are_one_finding_at_the_second_row_of_the_first(findings: Check) -> None:
    (found,) = checked(findings, APART)
    assert found.message == (
        '2 names stand in several rows and count as different people: "Rosa Vidal" (2 rows) and "Li Wei" (2 rows)'
    )
    assert (found.severity, found.place.path, found.place.mark.line) == (Severity.WARNING, "seats.csv", 3)
    assert found.entities == ("position:1", "position:2", "position:3", "position:4")


@pytest.mark.parametrize(
    "policy",
    [
        "policy: {holders: {Clerk: 2}}\n",
        "policy: {require: {every: person, must_not: {roles: Buyer}}}\n",
    ],
)
def test_other_demands_of_people_ask_for_it_too(findings: Check, policy: str) -> None:
    assert len(checked(findings, policy)) == 1


def test_without_a_demand_of_people_it_is_silent(findings: Check) -> None:
    assert checked(findings, "policy: {require: {every: position, must: {title: {set: true}}}}\n") == []


def test_a_column_that_joins_people_settles_it(findings: Check) -> None:
    told = "{file: seats.csv, columns: {id: id, title: title, holder: holder, person: holder, reports_to: reports_to}}"
    assert checked(findings, APART, include=told) == []


def test_a_row_that_is_over_does_not_count(findings: Check) -> None:
    rows = "id,title,holder,reports_to,until\n1,Approver,Rosa Vidal,,\n2,Buyer,Rosa Vidal,1,2020-01-01\n"
    assert checked(findings, APART, rows) == []

"""A column of managers that is lost as a whole is one finding."""

from __future__ import annotations

from typing import Any

import pytest

RULES = ("unknown-reference", "reference-lost-leading-zeros", "reference-differs-by-case")


def table(managers: list[str], ids: list[str]) -> dict[str, str]:
    rows = [f"{name},{manager}\n" for name, manager in zip(ids, managers, strict=True)]
    return {"staff.csv": "Employee ID,Manager ID\n" + "".join(rows)}


def found_of(findings: Any, model: dict[str, str]) -> list[Any]:
    return [item for rule in RULES for item in findings(model, rule)]


def test_managers_who_are_all_in_another_file_are_one_finding(findings: Any) -> None:
    ids = [f"s{number}" for number in range(12)]
    (found,) = found_of(findings, table([f"m{number % 11}" for number in range(12)], ids))
    assert found.message == (
        'no line leads anywhere: 11 managers do not exist ("m0", "m1", "m2" and 8 more), '
        "and 12 positions report to them"
    )
    assert (found.rule, str(found.place), len(found.entities)) == ("unknown-reference", "staff.csv:2:2", 12)
    assert [str(item.place) for item in found.related][:2] == ["staff.csv:3:2", "staff.csv:4:2"]


def test_fewer_than_ten_lost_managers_are_told_one_by_one(findings: Any) -> None:
    ids = [f"s{number}" for number in range(9)]
    assert len(found_of(findings, table([f"m{number}" for number in range(9)], ids))) == 9


def test_where_one_line_leads_somewhere_lost_managers_are_told_one_by_one(findings: Any) -> None:
    ids = [f"s{number}" for number in range(12)]
    assert len(found_of(findings, table([f"m{number}" for number in range(11)] + ["s0"], ids))) == 11


@pytest.mark.parametrize(
    ("ids", "managers", "rule", "difference"),
    [
        (range(1, 12), [f"00{number}" for number in range(1, 12)], RULES[1], "leading zeros"),
        ([f"a{n}" for n in range(11)], [f"A{n}" for n in range(11)], RULES[2], "upper and lower case"),
    ],
    ids=["zeros", "case"],
)
def test_a_column_that_misses_by_one_slip_is_one_finding(
    findings: Any, ids: Any, managers: list[str], rule: str, difference: str
) -> None:
    names = [str(name) for name in ids]
    (found,) = found_of(findings, table([*managers[1:], managers[0]], names))
    assert found.rule == rule
    assert f"11 managers differ from positions only in {difference}" in found.message
    assert "match: " in found.fix

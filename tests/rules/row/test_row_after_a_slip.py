"""A role that has no seat because a seat's role or unit is misspelt: the slip is told, and not what follows from it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from orgmodel.findings import Finding

Check = Callable[..., list[Finding]]

SEATS = """\
orgmodel: 1
roles: {pm: {}, developer: {}}
units: {north: {kind: team}, south: {kind: team}}
positions:
  pm-n: {role: pm, unit: north, holder: Ada}
  pm-s: {role: pm, unit: south, holder: Bo}
  dev-n: {role: ROLE, unit: UNIT, holder: Cy}
  dev-s: {role: developer, unit: south, holder: Di}
activities: {run: {per: team, assign: {A: pm, R: developer}}}
"""
ALONE = SEATS.replace("  dev-s: {role: developer, unit: south, holder: Di}\n", "").replace("per: team, ", "")


def told(findings: Check, text: str, role: str, unit: str = "north") -> list[str]:
    found = findings(text.replace("ROLE", role).replace("UNIT", unit))
    return [item.rule for item in found if item.rule in {"doer-without-seat", "unknown-reference", "new-role"}]


@pytest.mark.parametrize("text", [SEATS, ALONE])
def test_a_role_whose_only_seat_there_is_misspelt_is_not_told_to_have_none(findings: Check, text: str) -> None:
    assert "doer-without-seat" not in told(findings, text, "developr")
    assert "doer-without-seat" in told(findings, text, "zzzz")
    assert told(findings, text, "developer") == []


def test_a_role_whose_seat_there_has_a_misspelt_unit_is_not_told_to_have_none(findings: Check) -> None:
    assert "doer-without-seat" not in told(findings, SEATS, "developer", "nroth")
    assert "doer-without-seat" in told(findings, SEATS, "developer", "zzzz")


def test_a_slip_explains_only_the_unit_that_was_meant(findings: Check) -> None:
    text = SEATS.replace("south: {kind: team}}", "south: {kind: team}, middle: {kind: team}}")
    assert "doer-without-seat" in told(findings, text, "developer", "nroth")

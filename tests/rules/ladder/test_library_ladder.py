"""What rules of the ladder say of a model that names a few roles of a library."""

from __future__ import annotations

from typing import Any

import pytest

MODEL = """\
orgmodel: 1
as_of: 2026-11-01
include: ["library:product-management"]
positions:
  top: {role: cpo, holder: Ada Park}
"""


@pytest.mark.parametrize(
    "roles", [["pm"], ["junior-pm", "senior-pm"], ["apm", "director"], ["pm", "group-pm", "vp-product"]]
)
def test_rungs_that_a_library_has_between_two_roles_in_use_are_no_gaps(findings: Any, roles: list[str]) -> None:
    seats = "".join(f"  {role}-seat: {{role: {role}, holder: Li Wei {role}}}\n" for role in roles)
    told = [item.rule for item in findings(MODEL + seats) if item.code.startswith("ORG7")]
    assert [rule for rule in told if rule not in {"contributor-with-reports", "manager-without-reports"}] == []

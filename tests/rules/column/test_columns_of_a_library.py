"""Roles and units that stand only in a library, and that nothing of the model uses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from orgmodel.findings import Finding

TEAMS = """\
units: {t: {}, a: {kind: team, parent: t}, b: {kind: team, parent: t}, c: {kind: team, parent: t}}
positions: {a: {unit: a}, b: {unit: b}, c: {unit: c}}
activities: {r: {assign: {A: ["position:a", "unit:b"]}}}
"""


@pytest.mark.parametrize(
    ("rule", "text", "silent"),
    [
        (
            "too-many-responsibilities",
            "policy: {column: {responsibilities: 1}}\nroles: {a: {responsibilities: [x, y]}}",
            "role:a",
        ),
        (
            "unit-owns-nothing",
            TEAMS,
            "unit:c",
        ),
    ],
)
def test_entries_of_a_library_that_nobody_names_are_not_judged(
    findings: Callable[..., list[Finding]], rule: str, text: str, silent: str
) -> None:
    model = f"orgmodel: 1\n{text}\n"
    assert len(findings(model, rule)) == 1
    assert len(findings(model, rule, silent=["role:other"])) == 1
    assert findings(model, rule, silent=[silent]) == []

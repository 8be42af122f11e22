"""Roles before letters: the beginner's mistake is one finding, and no rule judges the row."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from orgmodel.findings import Finding

Check = Callable[..., list[Finding]]

MODEL = """\
orgmodel: 1
roles: {cpo: {}, director: {reports_to: cpo}, vp-eng: {reports_to: cpo}}
activities:
  vision: {title: Vision, assign: ROW}
  launch: {title: Launch, assign: {A: cpo, R: [director, vp-eng]}}
"""


@pytest.mark.parametrize(
    ("row", "column", "message"),
    [
        (
            "{cpo: A, director: C, vp-eng: C}",
            27,
            'activity "vision": letters and roles are turned round, as in "cpo: A"',
        ),
        ("{A/R: cpo}", 36, 'activity "vision": "A/R" stands for 2 letters, and each letter is a key of its own'),
    ],
)
def test_it_is_the_only_finding(findings: Check, row: str, column: int, message: str) -> None:
    found = [item for item in findings(MODEL.replace("ROW", row)) if "launch" not in item.message]
    assert [(item.rule, item.place.mark.line, item.place.mark.column, item.message) for item in found] == [
        ("wrong-value", 4, column, message)
    ]

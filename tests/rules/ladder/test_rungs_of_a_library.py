"""Rungs that stand only in a library, and that nothing of the model uses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from orgmodel.findings import Finding


@pytest.mark.parametrize(
    ("rule", "text", "silent"),
    [
        (
            "dead-end",
            "roles: {a: {track: ic, level: 1, promotes_to: b}, b: {track: ic, level: 2}, c: {track: ic, level: 3}}",
            "role:c",
        ),
        (
            "dead-end",
            "roles: {a: {track: ic, level: 1, promotes_to: b}, b: {track: ic, level: 2}, c: {track: ic, level: 3}}",
            "role:b",
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

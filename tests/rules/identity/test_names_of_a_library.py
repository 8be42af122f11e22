"""Names that stand only in a library, and that nothing of the model uses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from orgmodel.findings import Finding


@pytest.mark.parametrize(
    ("rule", "text", "silent"),
    [
        ("unused-unit", "units: {a: {head: x}, b: {title: Archive}}\npositions: {x: {unit: a}}", "unit:b"),
        ("same-title", "roles: {a: {title: Manager}, b: {title: Manager}}", "role:b"),
        ("same-title", "roles: {a: {title: Manager}, b: {title: Manager}}", "role:a"),
        ("unused-role", "roles: {a: {}, b: {}}\nactivities: {r: {assign: {A: a}}}", "role:b"),
        ("alias-clash", "roles: {a: {title: Manager}, b: {aliases: [Manager]}}", "role:b"),
        ("alias-clash", "roles: {a: {title: Manager}, b: {aliases: [Manager]}}", "role:a"),
        ("alias-clash", "roles: {a: {}, A: {}}", "role:A"),
        ("alias-clash", "units: {a: {}, A: {}}", "unit:a"),
        ("near-duplicate-titles", "roles: {a: {title: Front-End Designer}, b: {title: Frontend designer}}", "role:b"),
    ],
)
def test_entries_of_a_library_that_nobody_names_are_not_judged(
    findings: Callable[..., list[Finding]], rule: str, text: str, silent: str
) -> None:
    model = f"orgmodel: 1\n{text}\n"
    assert len(findings(model, rule)) == 1
    assert len(findings(model, rule, silent=["role:other"])) == 1
    assert findings(model, rule, silent=[silent]) == []

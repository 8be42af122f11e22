from __future__ import annotations

from typing import Any

import pytest

REVERSED = "from: 2026-02-01, until: 2026-01-01"


def test_a_seat_that_ends_before_it_begins_is_told_at_its_end(findings: Any) -> None:
    text = f"orgmodel: 1\npositions:\n  a: {{title: Lead, {REVERSED}}}\n"
    (found,) = findings(text, "dates-reversed")
    assert found.message == 'position "a" (Lead) ends on 2026-01-01, before it begins on 2026-02-01'
    assert (found.place.mark.line, found.place.mark.column) == (3, 45)
    assert [(related.place.mark.column, related.note) for related in found.related] == [(26, "begins here")]
    assert found.entities == ("position:a",)


@pytest.mark.parametrize(
    ("section", "entry", "message"),
    [
        ("positions", f"holders: [Ada, {{person: Bo, {REVERSED}}}]", 'holder "Bo" of position "a"'),
        ("positions", f"reports_to: {{to: b, {REVERSED}}}", 'the line to "b" of position "a"'),
        ("positions", f"dotted_to: [{{to: b, {REVERSED}}}]", 'the dotted line to "b" of position "a"'),
        ("units", REVERSED, 'unit "a"'),
        ("units", f"interactions: [{{with: b, {REVERSED}}}]", 'work with "b" of unit "a"'),
        ("roles", f"reports_to: {{to: b, {REVERSED}}}", 'the line to "b" of role "a"'),
        ("activities", REVERSED, 'activity "a"'),
        ("activities", f"assign: {{A: {{who: b, {REVERSED}}}}}", '"A" for "b" of activity "a"'),
    ],
)
def test_dates_are_judged_wherever_they_stand(findings: Any, section: str, entry: str, message: str) -> None:
    text = f"orgmodel: 1\n{section}:\n  a:\n    {entry}\n"
    text = text.replace(f"    {REVERSED}", "    from: 2026-02-01\n    until: 2026-01-01")
    (found,) = findings(text, "dates-reversed")
    assert found.message == f"{message} ends on 2026-01-01, before it begins on 2026-02-01"
    assert found.severity == "error"
    line = text.splitlines()[found.place.mark.line - 1]
    assert line[found.place.mark.column - 1 :].startswith("2026-01-01")


def test_a_listed_assignment_is_judged(findings: Any) -> None:
    text = f"orgmodel: 1\nassignments:\n  - {{activity: x, role: b, letter: A, {REVERSED}}}\n"
    (found,) = findings(text, "dates-reversed")
    assert found.message == 'assignment of "A" on "x" to "b" ends on 2026-01-01, before it begins on 2026-02-01'
    assert found.place.mark.line == 3


def test_one_day_and_open_ends_are_lawful(findings: Any) -> None:
    text = (
        "orgmodel: 1\npositions:\n  a: {from: 2026-01-01, until: 2026-01-01}\n"
        "  b: {from: 2026-01-01}\n  c: {until: 2026-01-01}\n"
    )
    assert findings(text, "dates-reversed") == []


def test_a_repeated_row_is_judged_too(findings: Any) -> None:
    table = "Employee ID,Name,From,Until\n1,Ada,2026-01-01,2026-12-31\n1,Bo,2026-12-31,2026-01-01\n"
    model = {
        "org.yaml": "orgmodel: 1\ninclude: [{file: s.csv, as: positions, columns: "
        "{id: Employee ID, holder: Name, from: From, until: Until}}]\n",
        "s.csv": table,
    }
    (found,) = findings(model, "dates-reversed")
    assert str(found.place) == "s.csv:3:4"

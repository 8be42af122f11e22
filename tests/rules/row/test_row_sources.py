"""Sources that give one party different letters."""

from __future__ import annotations

from orgmodel.findings import Severity

START = (
    "orgmodel: 1\nroles: {director: {}, pm: {title: Product Manager}}\n"
    "activities: {x: {title: Plan}, y: {assign: {A: director, R: pm}}}\nassignments:\n"
)


def _claims(*claims):
    return START + "".join(
        f"  - {{activity: {activity}, role: {role}, letter: {letter}, source: '{source}'}}\n"
        for activity, role, letter, source in claims
    )


def test_two_sources_with_different_letters_disagree(findings):
    model = _claims(("x", "pm", "R", "a.txt:7"), ("x", "pm", "A", "b.txt:2"), ("x", "pm", "R", "c.txt:1"))
    [found] = findings(model, "sources-disagree")
    assert found.message == (
        'sources disagree about the part of "pm" (Product Manager) in "x" (Plan): '
        '"R" (Responsible) by "a.txt:7" and "c.txt:1"; "A" (Accountable) by "b.txt:2"'
    )
    assert (found.severity, found.place.mark.line, found.place.mark.column) == (Severity.INFO, 6, 37)
    assert found.entities == ("activity:x", "role:pm")
    assert [item.place.mark.line for item in found.related] == [5, 7]


def test_a_source_that_says_more_does_not_disagree(findings):
    model = _claims(("x", "pm", "R", "a"), ("x", "pm", "R", "b"), ("x", "pm", "A", "b"))
    assert findings(model, "sources-disagree") == []


def test_lines_of_one_text_are_one_source(findings):
    assert findings(_claims(("x", "pm", "R", "a.txt:7"), ("x", "pm", "A", "a.txt:12-14")), "sources-disagree") == []


def test_different_parties_and_decided_rows_are_told_elsewhere(findings):
    model = _claims(
        ("x", "pm", "A", "a"), ("x", "director", "A", "b"), ("y", "pm", "C", "a"), ("y", "pm", "I", "b"),
        ("x", "pm", "none", "c"),
    )  # fmt: skip
    assert findings(model, "sources-disagree") == []
    assert {item.rule for item in findings(model, "ORG40")} >= {"several-owners", "claim-differs"}

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


def test_two_sources_that_name_different_doers_differ(findings):
    model = _claims(("x", "pm", "R", "a.txt:7"), ("x", "director", "R", "b.txt:2"), ("x", "pm", "R", "c.txt:1"))
    [found] = findings(model, "doers-differ")
    assert found.message == (
        'sources give "x" (Plan) to different doers: "R" (Responsible) to "pm" (Product Manager) by "a.txt:7" and '
        '"c.txt:1" and "R" (Responsible) to "director" by "b.txt:2"'
    )
    assert (found.severity, found.place.mark.line, found.place.mark.column) == (Severity.INFO, 6, 43)
    assert found.entities == ("activity:x", "role:pm", "role:director")
    assert [item.place.mark.line for item in found.related] == [5, 7]


def test_a_source_that_names_more_doers_does_not_differ(findings):
    model = _claims(("x", "pm", "R", "a:7"), ("x", "pm", "R", "b:2"), ("x", "director", "R", "b:3"))
    assert findings(model, "doers-differ") == []


def test_different_doers_of_a_row_that_somebody_owns_are_a_division(findings):
    owned = (("x", "pm", "R", "a"), ("x", "director", "R", "b"), ("x", "director", "A", "b"))
    assert findings(_claims(*owned), "doers-differ") == []
    assert len(findings(_claims(*owned[:2]), "doers-differ")) == 1
    decided = _claims(("y", "pm", "C", "a"), ("y", "director", "R", "b"), ("y", "pm", "R", "c"))
    assert findings(decided, "doers-differ") == []


def test_a_denial_of_the_whole_is_held_against_its_parts(findings):
    model = _claims(("x", "pm", "none", "b.txt:4"), ("z", "pm", "R", "a.txt:7")).replace(
        "y: {", "z: {part_of: 'activity:v'}, v: {part_of: x}, y: {"
    )
    [found] = findings(model, "claim-differs")
    assert found.message == (
        '"b.txt:4" says that "pm" (Product Manager) has no part in "x" (Plan); "R" (Responsible) in its part "z" by '
        '"a.txt:7"'
    )
    assert found.place.mark.line == 5
    assert [item.place.mark.line for item in found.related] == [6]
    assert found.entities == ("activity:x", "activity:z", "role:pm")


def test_a_denial_of_a_part_says_nothing_about_the_whole(findings):
    model = _claims(("x", "pm", "none", "b"), ("z", "pm", "R", "a")).replace("x: {", "x: {part_of: z, ")
    assert findings(model.replace("y: {", "z: {}, y: {"), "claim-differs") == []


def test_denials_in_rows_that_are_parts_of_each_other_end(findings):
    model = _claims(("x", "pm", "none", "b"), ("y", "pm", "none", "a")).replace("x: {", "x: {part_of: y, ")
    told = findings(model.replace("y: {", "y: {part_of: x, "), "claim-differs")
    assert [item.message.partition(";")[2] for item in told] == [
        ' decided is "R" (Responsible) in its part "y"',
        ' decided is "R" (Responsible)',
    ]

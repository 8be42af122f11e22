"""Letters that are claimed otherwise, unknown, excluded, redundant or repeated."""

from __future__ import annotations

from orgmodel.findings import Severity

START = "orgmodel: 1\nroles: {pm: {title: Product Manager}, dev: {}, qa: {}, ops: {}}\n"


def _where(finding):
    return finding.place.mark.line, finding.place.mark.column


# -- claims


def test_a_claim_beside_a_decision_says_what_is_decided(findings):
    model = START + (
        "activities: {x: {title: Release, assign: {A: pm, R: dev}}}\n"
        "assignments:\n"
        "  - {activity: x, role: dev, letter: A, source: '001:7'}\n"
        "  - {activity: x, role: dev, letter: A, source: '002:1'}\n"
        "  - {activity: x, role: qa, letter: R, source: '001:8'}\n"
        "  - {activity: x, role: pm, letter: A, source: '001:9'}\n"
    )
    first, second = findings(model, "claim-differs")
    assert first.message == (
        '"001:7" and "002:1" give "A" (Accountable) of "x" (Release) to "dev"; decided is "R" (Responsible)'
    )
    assert (first.severity, _where(first)) == (Severity.INFO, (5, 38))
    assert first.entities == ("activity:x", "role:dev")
    assert [str(item.place) for item in first.related] == ["org.yaml:3:53"]
    assert second.message == '"001:8" gives "R" (Responsible) of "x" (Release) to "qa"; decided is no letter'


def test_a_denial_contradicts_a_decision_and_a_claim(findings):
    model = START + (
        "activities: {x: {assign: {A: pm, R: dev}}, y: {}}\n"
        "assignments:\n"
        "  - {activity: x, role: dev, letter: none, source: '001:7'}\n"
        "  - {activity: x, role: qa, letter: none, source: '001:7'}\n"
        "  - {activity: y, role: pm, letter: R, source: '002:1'}\n"
        "  - {activity: y, role: pm, letter: none, source: '003:2'}\n"
    )
    assert [found.message for found in findings(model, "claim-differs")] == [
        '"001:7" says that "dev" has no part in "x"; decided is "R" (Responsible)',
        '"003:2" says that "pm" (Product Manager) has no part in "y"; "R" (Responsible) by "002:1"',
    ]


def test_claims_among_themselves_do_not_differ_from_a_decision(findings):
    model = START + (
        "activities: {x: {}}\n"
        "assignments:\n"
        "  - {activity: x, role: dev, letter: R, source: a}\n"
        "  - {activity: x, role: dev, letter: C, source: b}\n"
    )
    assert findings(model, "claim-differs") == []
    assert findings(model, "redundant-letter") == []


# -- unknown letters


def test_an_unknown_letter_lists_those_of_the_scheme(findings):
    model = START + "activities:\n  x: {title: Release, assign: {A: pm, R: dev, S: qa}}\n"
    [found] = findings(model, "unknown-letter")
    assert found.message == (
        'letter "S" of "x" (Release), for "qa", is not in scheme "raci", which has "R" (Responsible), '
        '"A" (Accountable), "C" (Consulted) and "I" (Informed)'
    )
    assert (found.severity, _where(found)) == (Severity.ERROR, (4, 50))
    assert found.entities == ("activity:x", "role:qa")


def test_one_unknown_letter_in_many_rows_is_one_finding(findings):
    rows = "".join(f"  x{i}: {{assign: {{A: pm, R: dev, S: qa}}}}\n" for i in range(30))
    [found] = findings(START + "activities:\n" + rows, "unknown-letter")
    assert found.message.startswith('letter "S" of 30 rows ("x0", "x1", "x2" and 27 more), for "qa", is not in scheme')
    assert len([name for name in found.entities if name.startswith("activity:")]) == 30


def test_a_misspelt_name_of_a_letter_is_told_the_letter(findings):
    model = START + "activities: {x: {assign: {A: pm, Responsable: dev}}}\n"
    [found] = findings(model, "unknown-letter")
    assert found.message.endswith('"I" (Informed); did you mean "R" (Responsible)?')


def test_a_letter_that_only_looks_latin_is_named_by_its_code_point(findings):
    model = START + "activities: {x: {assign: {\u0410: pm, R: dev}}}\n"
    [found] = findings(model, "unknown-letter")
    assert found.message.startswith('letter "\u0410" (U+0410 cyrillic capital letter a) of "x"')


def test_the_full_name_of_a_letter_in_any_case_is_known(findings):
    model = START + "activities: {x: {assign: {accountable: pm, r: dev}}}\n"
    assert [found for found in findings(model, "ORG4") if found.severity is not Severity.INFO] == []


# -- letters together


def test_letters_that_exclude_each_other_contradict(findings):
    model = START + "scheme: cairo\nactivities:\n  x: {assign: {A: pm, R: dev, I: qa, O: [qa, dev]}}\n"
    first, second = findings(model, "excluded-letters")
    assert {first.message, second.message} == {
        '"dev" has "R" (Responsible) and "O" (Out of the loop) in "x", which exclude each other',
        '"qa" has "I" (Informed) and "O" (Out of the loop) in "x", which exclude each other',
    }
    assert first.severity is Severity.ERROR
    assert _where(first) == (5, 42)


def test_weak_letters_beside_strong_ones_are_redundant(findings):
    model = START + (
        "activities:\n"
        "  a: {assign: {A: pm, R: dev, C: qa, I: qa}}\n"
        "  b: {assign: {A: pm, R: dev, C: qa, I: dev}}\n"
        "  c: {assign: {A: pm, R: dev, C: pm, I: qa}}\n"
        "  d: {assign: {A: pm, R: pm, C: qa, I: ops}}\n"
    )
    found = findings(model, "redundant-letter")
    assert [item.message for item in found] == [
        '"qa" has "I" (Informed) beside "C" (Consulted) in "a": who is asked need not be told',
        '"dev" has "I" (Informed) beside "R" (Responsible) in "b": who does it need not be told',
        '"pm" (Product Manager) has "C" (Consulted) beside "A" (Accountable) in "c": who owns it need not be asked',
    ]
    assert {item.severity for item in found} == {Severity.INFO}
    assert [_where(item) for item in found] == [(4, 41), (5, 41), (6, 34)]


def test_a_letter_that_also_verifies_is_not_redundant(findings):
    scheme = "schemes: {ours: {A: {traits: owner}, R: {traits: doer}, V: {traits: [advises, verifies]}}}\n"
    assert findings(START + scheme + "activities: {x: {scheme: ours, assign: {A: pm, R: pm, V: pm}}}\n", "ORG412") == []


def test_a_repeated_letter_is_one_finding_whatever_the_count(findings):
    model = START + "activities:\n  x: {assign: {A: pm, R: dev, C: [qa, qa, 'role:qa']}}\n"
    [found] = findings(model, "repeated-letter")
    assert found.message == '"qa" has "C" (Consulted) of "x" 3 times'
    assert (found.severity, _where(found)) == (Severity.WARNING, (4, 39))
    assert [(item.place.mark.column, item.note) for item in found.related] == [
        (35, "the first time"),
        (43, "and again"),
    ]
    assert found.entities == ("activity:x", "role:qa")


def test_equal_claims_are_agreement(findings):
    claim = "  - {{activity: x, role: dev, letter: R, source: {}}}\n"
    model = START + "activities: {x: {}}\nassignments:\n" + claim.format("a") + claim.format("b")
    assert findings(model, "repeated-letter") == []


def test_a_list_of_letters_that_is_pasted_twice_is_one_finding(findings):
    lines = "".join(
        f"  - {{activity: a, role: {role}, letter: {code}}}\n" for code, role in (("A", "pm"), ("R", "dev"))
    )
    model = "orgmodel: 1\nroles: {pm: {}, dev: {}}\nactivities: {a: {title: Build}}\nassignments:\n" + lines * 2
    [found] = findings(model, "repeated-letter")
    assert found.message == (
        '2 letters of "a" (Build) are listed again: "A" (Accountable) of "pm" and "R" (Responsible) of "dev"'
    )
    assert (found.place.mark.line, found.entities) == (7, ("activity:a", "role:pm", "role:dev"))

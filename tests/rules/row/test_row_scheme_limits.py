"""How often a scheme wants a letter: fewer than it asks for, more than it allows, and who checks its own work."""

from __future__ import annotations

from orgmodel.findings import Severity

ROLES = "roles: {chief: {title: Chief}, pm: {title: Product Manager}, dev: {}, qa: {}, ops: {}}\n"
RAPID = f"orgmodel: 1\nscheme: rapid\n{ROLES}activities:\n"
CLAIMS = f"orgmodel: 1\nscheme: rapid\n{ROLES}activities: {{x: {{}}}}\nassignments:\n"


def _messages(found):
    return [item.message for item in found]


# -- below


def test_a_decision_that_nobody_performs_is_told(findings):
    model = (
        RAPID + "  x: {title: Choose, assign: {D: chief, R: pm, I: ops}}\n  y: {assign: {D: chief, R: pm, P: ops}}\n"
    )
    [found] = findings(model, "letter-below-minimum")
    assert found.message == 'nobody has "P" (Perform) in "x" (Choose), and scheme "rapid" asks for it'
    assert (found.severity, found.place.mark.line, found.place.mark.column) == (Severity.WARNING, 5, 3)
    assert found.entities == ("activity:x",)


def test_a_letter_that_stands_empty_is_pointed_at(findings):
    model = RAPID + "  x: {assign: {D: chief, R: pm, P: }}\n  y: {assign: {D: chief, R: pm, P: ops}}\n"
    [found] = findings(model, "letter-below-minimum")
    assert found.message == (
        'nobody has "P" (Perform) in "x", and scheme "rapid" asks for it: "P" (Perform) stands empty'
    )
    assert (found.place.mark.line, found.place.mark.column) == (5, 33)


def test_an_unknown_letter_may_be_meant(findings):
    model = RAPID + "  x: {assign: {D: chief, R: pm, Perf: ops}}\n  y: {assign: {D: chief, R: pm, P: ops}}\n"
    [found] = findings(model, "letter-below-minimum")
    assert found.message.endswith('nobody has "P" (Perform), though "Perf" may be meant for it')
    assert [item.note for item in found.related] == ["unknown letter, may be meant"]


def test_a_letter_that_no_row_uses_is_one_finding(findings):
    model = RAPID + "".join(f"  x{i}: {{assign: {{D: chief, R: pm}}}}\n" for i in range(5))
    [found] = findings(model, "letter-below-minimum")
    assert found.message == (
        'nobody has "P" (Perform) in any of 5 rows ("x0", "x1", "x2" and 2 more), and scheme "rapid" asks for it: '
        "the letter is never used"
    )
    assert len(found.entities) == 5


def test_fewer_than_the_scheme_asks_for_are_counted(findings):
    scheme = "schemes: {two: {A: {traits: owner}, R: {traits: doer}, V: {name: Verifier, min: 2, traits: verifies}}}\n"
    model = f"orgmodel: 1\n{scheme}{ROLES}activities: {{x: {{scheme: two, assign: {{A: pm, R: dev, V: qa}}}}}}\n"
    [found] = findings(model, "letter-below-minimum")
    assert found.message == '"x" has 1 with "V" (Verifier), scheme "two" asks for 2: "qa"'
    assert found.entities == ("activity:x", "role:qa")


def test_an_owner_or_a_doer_does_not_make_up_for_another_letter_of_theirs(findings):
    scheme = "schemes: {two: {A: {traits: owner, min: 1}, B: {traits: owner, min: 1}, R: {traits: doer, min: 2}}}\n"
    model = f"orgmodel: 1\n{scheme}{ROLES}activities: {{x: {{scheme: two, assign: {{A: pm, R: dev}}}}}}\n"
    assert _messages(findings(model, "letter-below-minimum")) == [
        'nobody has "B" in "x", and scheme "two" asks for it',
        '"x" has 1 with "R", scheme "two" asks for 2: "dev"',
    ]


def test_what_no_owner_and_no_doer_tell_is_not_told_again(findings):
    model = (
        RAPID + "  x: {assign: {R: pm, P: ops}}\n  y: {assign: {D: chief, I: ops}}\n  z: {}\n  u: {unowned: Later}\n"
    )
    assert findings(model, "letter-below-minimum") == []
    assert {item.rule for item in findings(model, "ORG40")} >= {"no-owner", "no-doer"}


def test_sources_that_give_no_such_letter_are_told_as_such(findings):
    claims = "  - {activity: x, role: chief, letter: D, source: a}\n  - {activity: x, role: pm, letter: R, source: a}\n"
    [found] = findings(CLAIMS + claims, "letter-below-minimum")
    assert found.message == 'no source gives "P" (Perform) of "x" to anybody, and scheme "rapid" asks for it'


# -- above


def test_two_drivers_are_one_finding_also_beyond_the_limit_of_the_policy(findings):
    model = f"orgmodel: 1\nscheme: daci\n{ROLES}policy: {{row: {{doers: 1}}}}\nactivities:\n"
    model += "  x: {title: Choose, assign: {A: chief, D: [pm, dev, qa]}}\n"
    assert findings(model, "too-many-doers") == []
    [found] = findings(model, "letter-above-maximum")
    assert found.message == (
        '"x" (Choose) has 3 with "D" (Driver), the scheme allows 1: "pm" (Product Manager), "dev" and "qa"'
    )
    assert (found.severity, found.place.mark.line, found.place.mark.column) == (Severity.WARNING, 6, 49)
    assert [(item.place.mark.column, item.note) for item in found.related] == [
        (45, 'has "D" (Driver) too'),
        (54, 'has "D" (Driver) too'),
    ]


def test_several_owners_are_not_told_again(findings):
    model = f"orgmodel: 1\nscheme: mocha\n{ROLES}activities: {{x: {{assign: {{O: [pm, dev]}}}}}}\n"
    assert findings(model, "letter-above-maximum") == []
    assert [item.rule for item in findings(model, "ORG401")] == ["several-owners"]


def test_a_letter_written_twice_for_one_role_is_no_second_driver(findings):
    model = f"orgmodel: 1\nscheme: daci\n{ROLES}activities: {{x: {{assign: {{A: chief, D: [pm, pm]}}}}}}\n"
    assert findings(model, "letter-above-maximum") == []


def test_sources_together_may_give_a_letter_too_often(findings):
    claims = (
        "  - {activity: x, role: pm, letter: R, source: a}\n  - {activity: x, role: dev, letter: R, source: b}\n"
        "  - {activity: x, role: dev, letter: R, source: c}\n"
    )
    [found] = findings(CLAIMS + claims, "letter-above-maximum")
    assert found.message == (
        'sources give "R" (Recommend) of "x" to 2, the scheme allows 1: "pm" (Product Manager) by "a"; '
        '"dev" by "b" and "c"'
    )


# -- checking


VS = f"orgmodel: 1\nscheme: raci-vs\n{ROLES}activities:\n"


def test_whoever_checks_the_own_work_in_many_rows_is_one_finding(findings):
    model = VS + (
        "  a: {title: Build, assign: {A: pm, R: dev, V: dev}}\n  b: {assign: {A: pm, R: dev, S: dev}}\n"
        "  c: {assign: {A: pm, R: dev, V: qa}}\n"
    )
    [found] = findings(model, "verifier-is-doer")
    assert found.message == (
        '"dev" does 2 rows ("a" and "b") and is to check its own work: "R" (Responsible) and "V" (Verifier)'
    )
    assert (found.severity, found.place.mark.line, found.place.mark.column) == (Severity.WARNING, 5, 48)
    assert found.entities == ("role:dev", "activity:a", "activity:b")


def test_one_row_is_named_with_its_title(findings):
    [found] = findings(VS + "  a: {title: Build, assign: {A: pm, R: dev, V: dev}}\n", "verifier-is-doer")
    assert found.message.startswith('"dev" does "a" (Build) and is to check its own work')
    assert found.entities == ("activity:a", "role:dev")


def test_an_owner_who_checks_what_others_did_hears_nothing(findings):
    model = VS + "  a: {assign: {A: pm, R: dev, V: pm}}\n  b: {scheme: mocha, assign: {O: pm, A: pm}}\n"
    assert findings(model, "verifier-is-doer") == []


def test_letters_that_different_sources_claim_check_nothing(findings):
    claims = "  - {activity: x, role: dev, letter: R, source: a}\n  - {activity: x, role: dev, letter: V, source: b}\n"
    head = f"orgmodel: 1\nscheme: raci-vs\n{ROLES}activities: {{x: {{}}}}\nassignments:\n"
    assert findings(head + claims, "verifier-is-doer") == []
    [found] = findings(head + claims.replace("source: b", "source: a"), "verifier-is-doer")
    assert found.place.mark.line == 7

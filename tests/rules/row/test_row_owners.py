"""Rows with several owners, no owner, no doer, or no letters at all."""

from __future__ import annotations

import pytest

from orgmodel.findings import Severity

ROLES = "roles: {director: {title: Director}, pm: {title: Product Manager}, dev: {}, qa: {}}\n"
START = "orgmodel: 1\n" + ROLES


def _where(finding):
    return finding.place.mark.line, finding.place.mark.column


# -- several owners


def test_two_owners_are_counted_and_named_at_the_second_one(findings):
    model = START + "activities:\n  vision: {title: Set the vision, assign: {A: [director, pm], R: dev}}\n"
    [found] = findings(model, "several-owners")
    assert found.message == '"vision" (Set the vision) has 2 owners: "director" (Director) and "pm" (Product Manager)'
    assert found.severity is Severity.ERROR
    assert _where(found) == (4, 58)
    assert found.entities == ("activity:vision", "role:director", "role:pm")
    assert [(item.place.mark.column, item.note) for item in found.related] == [(48, '"director" has "A" (Accountable)')]


def test_owners_from_the_entry_and_from_the_list_are_one_decision(findings):
    model = (
        START
        + "activities:\n  vision: {assign: {A: director, R: dev}}\n"
        + "assignments:\n  - {activity: vision, role: pm, letter: A}\n"
    )
    [found] = findings(model, "several-owners")
    assert _where(found) == (6, 42)
    assert '2 owners: "director" (Director) and "pm" (Product Manager)' in found.message


@pytest.mark.parametrize("owners", ["[pm, pm]", "[pm, 'role:pm']", "pm, Accountable: pm"])
def test_the_same_owner_twice_is_repeated_not_two_owners(findings, owners):
    model = START + "activities:\n  vision: {assign: {A: " + owners + ", R: dev}}\n"
    assert [found.rule for found in findings(model, "ORG4") if found.severity is not Severity.INFO] == [
        "repeated-letter"
    ]


def test_a_role_and_a_position_are_two_owners_on_paper(findings):
    model = (
        START
        + "positions: {pm-1: {role: pm, holder: Li}}\n"
        + "activities:\n  vision: {assign: {A: [pm, 'position:pm-1'], R: dev}}\n"
    )
    [found] = findings(model, "several-owners")
    assert found.message.endswith('2 owners: "pm" (Product Manager) and position "pm-1" (Product Manager)')


def test_claims_that_name_two_owners_say_who_claims_what(findings):
    files = {
        "org.yaml": START
        + "activities: {vision: {title: Set the vision}}\n"
        + "include: [{file: one.csv, as: assignments}, {file: two.csv, as: assignments}]\n",
        "one.csv": "activity,role,letter,source\nvision,pm,A,000:23\nvision,dev,R,000:24\n",
        "two.csv": "activity,role,letter,source\nvision,director,A,001:15\nvision,director,A,002:6\n",
    }
    [found] = findings(files, "several-owners")
    assert found.message == (
        'sources name 2 owners of "vision" (Set the vision): "pm" (Product Manager) by "000:23"; '
        '"director" (Director) by "001:15" and "002:6"'
    )
    assert found.severity is Severity.ERROR
    assert (found.place.path, found.place.mark.shown_line, found.place.mark.shown_column) == ("two.csv", 2, 3)
    assert [str(item.place) for item in found.related] == ["one.csv:2:3", "two.csv:3:3"]


def test_a_decision_silences_claims_of_another_owner(findings):
    model = (
        START
        + "activities:\n  vision: {assign: {A: director, R: pm}}\n"
        + "assignments:\n  - {activity: vision, role: pm, letter: A, source: guide}\n"
    )
    assert findings(model, "several-owners") == []
    assert len(findings(model, "claim-differs")) == 1


def test_the_scheme_may_allow_two_owners(findings):
    scheme = "scheme: ours\nschemes: {ours: {A: {max: 2, traits: owner}, R: {traits: doer}}}\n"
    rows = "activities:\n  two: {assign: {A: [pm, qa], R: dev}}\n  three: {assign: {A: [pm, qa, director], R: dev}}\n"
    [found] = findings(START + scheme + rows, "several-owners")
    assert found.message.startswith('"three" has 3 owners: ')
    assert found.message.endswith("; the scheme allows 2")


def test_one_owner_is_the_most_where_the_scheme_is_silent(findings):
    scheme = "scheme: ours\nschemes: {ours: {A: {traits: owner}, R: {traits: doer}}}\n"
    assert len(findings(START + scheme + "activities: {x: {assign: {A: [pm, qa], R: dev}}}\n", "several-owners")) == 1


def test_letters_are_asked_by_trait_not_by_name(findings):
    rows = (
        "activities:\n  x: {scheme: daci, assign: {D: pm, A: [dev, qa]}}\n"
        "  y: {scheme: rapid, assign: {R: pm, P: dev, A: [dev, qa], D: pm}}\n"
    )
    [found] = findings(START + rows, "several-owners")
    assert found.entities[0] == "activity:x"


# -- no owner


def test_a_row_without_an_owner_is_an_error_at_the_row(findings):
    model = START + "activities:\n  release:\n    title: Release it\n    assign: {R: dev, C: [pm, qa]}\n"
    [found] = findings(model, "no-owner")
    assert found.message == '"release" (Release it) has no owner: 3 take part, none with "A" (Accountable)'
    assert found.severity is Severity.ERROR
    assert _where(found) == (4, 3)
    assert found.entities == ("activity:release",)


def test_an_empty_owner_letter_is_reported_where_it_stands(findings):
    for empty in ("A: ", "A: ''", "A: []", "A: ['  ']", "Accountable: ~"):
        model = START + "activities:\n  release: {assign: {R: dev, " + empty + "}}\n"
        [found] = findings(model, "no-owner")
        assert found.message == '"release" has no owner: "A" (Accountable) stands empty'
        assert found.place.mark.line == 4
        assert found.place.mark.column >= 29


def test_an_owner_out_of_date_is_said_so(findings):
    model = START + "activities:\n  release: {assign: {R: dev, A: {who: pm, until: 2026-10-31}}}\n"
    [found] = findings(model, "no-owner")
    assert found.message == '"release" has no owner: "A" (Accountable) is given, but not in force on 2026-11-01'
    assert findings(model, "no-owner", day="2026-10-31") == []


def test_an_unknown_letter_may_be_the_owner_that_is_missing(findings):
    model = START + "activities:\n  release: {assign: {R: dev, Acc: pm}}\n"
    [found] = findings(model, "no-owner")
    assert found.message == '"release" has no owner: nobody has "A" (Accountable), though "Acc" may be meant for it'
    assert [(item.place.mark.column, item.note) for item in found.related] == [(35, "unknown letter, may be meant")]


def test_a_row_without_letters_has_no_owner_and_says_why(findings):
    model = START + "activities:\n  pricing: {title: Set the price}\n"
    found = {item.rule: item for item in findings(model, "ORG4")}
    assert set(found) == {"no-owner", "nobody-assigned"}
    assert found["no-owner"].message == '"pricing" (Set the price) has no owner: nobody is assigned at all'
    assert found["nobody-assigned"].message == '"pricing" (Set the price) has no letters: nobody is assigned'
    assert (found["no-owner"].severity, found["nobody-assigned"].severity) == (Severity.ERROR, Severity.INFO)


def test_a_row_without_letters_is_a_warning_where_the_scheme_knows_no_owner(findings):
    scheme = "scheme: ours\nschemes: {ours: {D: {name: Does, traits: doer}}}\n"
    [found] = findings(START + scheme + "activities:\n  pricing: {title: Set the price}\n", "ORG4")
    assert (found.rule, found.severity) == ("nobody-assigned", Severity.WARNING)


def test_a_row_of_denials_alone_has_no_owner_and_says_who_denies(findings):
    model = START + (
        "activities:\n  denied: {}\nassignments: [{activity: denied, role: pm, letter: none, source: guide}]\n"
    )
    [found] = findings(model, "no-owner")
    assert found.message == (
        'no source says who owns "denied" or who does it: it is only said who has no part in it, by "guide"'
    )


def test_rows_without_letters_say_what_stands_instead(findings):
    model = START + (
        "activities:\n"
        "  empty: {assign: {A: , R: }}\n"
        "  late: {assign: {A: {who: pm, from: 2027-01-01}}}\n"
        "  denied: {}\n"
        "assignments: [{activity: denied, role: pm, letter: none, source: guide}]\n"
    )
    assert [found.message for found in findings(model, "nobody-assigned")] == [
        '"empty" has no letters: all of them stand empty',
        '"late" has no letters in force on 2026-11-01',
        '"denied" has no letters: it is only said who has no part in it, by "guide"',
    ]


def test_a_row_that_says_why_it_has_no_owner_is_left_alone(findings):
    model = START + "activities: {forum: {unowned: It closes soon}, other: {unowned: No, assign: {C: pm}}}\n"
    assert findings(model, "ORG4") == []


def test_rows_out_of_force_are_not_judged(findings):
    model = START + "activities: {old: {until: 2026-10-31}, later: {from: 2026-11-02}}\n"
    assert findings(model, "ORG4") == []
    assert len(findings(model, "no-owner", day="2026-11-02")) == 1


def test_a_scheme_without_an_owner_letter_hears_nothing(findings):
    scheme = "scheme: ours\nschemes: {ours: {R: {traits: doer}, C: {traits: advises}}}\n"
    assert findings(START + scheme + "activities: {x: {assign: {R: dev}}}\n", "no-owner") == []


def test_an_unknown_scheme_is_left_to_the_rule_of_references(findings):
    model = START + "activities: {x: {scheme: rcai, assign: {R: dev, C: dev, Z: pm}}}\n"
    assert findings(model, "ORG4") == []


def _claimed(row, letter):
    return (
        START + f"activities:\n  {row}\nassignments: [{{activity: x, role: pm, letter: {letter}, source: '001:7'}}]\n"
    )


def test_sources_that_name_a_doer_and_no_owner_are_a_warning(findings):
    [found] = findings(_claimed("x: {title: Research}", "R"), "no-owner")
    assert found.message == (
        'no source says who owns "x" (Research): "R" (Responsible) to "pm" (Product Manager) by "001:7"'
    )
    assert found.severity is Severity.WARNING
    assert [str(item.place) for item in found.related] == ["org.yaml:5:47"]


def test_a_claimed_deliverable_without_an_owner_is_an_error(findings):
    [found] = findings(_claimed("x: {kind: deliverable}", "R"), "no-owner")
    assert found.severity is Severity.ERROR


def test_claims_that_name_neither_owner_nor_doer_are_an_error(findings):
    found = findings(_claimed("x: {title: Research}", "C"), "ORG402")
    assert [item.severity for item in found] == [Severity.ERROR]
    assert found[0].message.startswith('no source says who owns "x" (Research) or who does it: ')
    [doer] = findings(_claimed("x: {title: Research}", "C"), "no-doer")
    assert doer.message.startswith('no source says who does "x" (Research): "C" (Consulted) to ')
    assert doer.severity is Severity.INFO, "no-owner has said it"


def test_claims_in_a_scheme_that_asks_for_no_owner_are_info(findings):
    scheme = "scheme: ours\nschemes: {ours: {R: {traits: doer}, A: {min: 0, max: 1, traits: owner}, S: {}}}\n"
    for letter in "RS":
        found = findings(_claimed("x: {kind: deliverable}", letter) + scheme, "ORG4")
        assert {item.severity for item in found} == {Severity.INFO}
    decided = START + scheme + "activities: {x: {assign: {R: pm}}}\n"
    assert [item.severity for item in findings(decided, "no-owner")] == [Severity.ERROR]


# -- no doer


def test_an_owner_does_not_do_the_work_by_owning_it(findings):
    model = START + "activities:\n  release: {title: Release it, assign: {A: pm}}\n"
    [found] = findings(model, "no-doer")
    assert found.message == (
        'nobody does "release" (Release it): only "pm" (Product Manager) takes part, without "R" (Responsible)'
    )
    assert (found.severity, _where(found)) == (Severity.WARNING, (4, 3))


def test_a_and_r_in_one_hand_is_lawful(findings):
    assert findings(START + "activities: {x: {assign: {A: pm, R: pm}}}\n", "ORG4") == []


def test_a_letter_that_owns_and_does_counts_as_doer(findings):
    assert findings(START + "activities: {x: {scheme: mocha, assign: {O: pm}}}\n", "no-doer") == []
    assert findings(START + "activities: {x: {scheme: dri, assign: {DRI: pm}}}\n", "no-doer") == []


def test_an_empty_doer_letter_is_reported_where_it_stands(findings):
    model = START + "activities:\n  release:\n    assign:\n      A: pm\n      R: ''\n"
    [found] = findings(model, "no-doer")
    assert found.message == 'nobody does "release": "R" (Responsible) stands empty'
    assert found.place.mark.line == 7


def test_hostile_names_stay_on_one_line(findings):
    model = 'orgmodel: 1\nroles: {pm: {title: "P\\nM"}}\nactivities: {"x\\u202ey": {title: "a\\tb", assign: {C: pm}}}\n'
    for found in findings(model, "ORG4"):
        assert found.message.isprintable()


def test_letters_that_may_stand_in_a_file_that_was_not_read_are_told_once(findings):
    model = "orgmodel: 1\ninclude: claims.csv\nroles: {pm: {}}\nactivities: {x: {title: Set the price}}\n"
    found = {item.rule: item for item in findings(model)}
    assert {"include-not-found", "nobody-assigned"} <= set(found)
    assert "no-owner" not in found
    assert found["nobody-assigned"].message == (
        '"x" (Set the price) has no letters: nobody is assigned; they may stand in a file that was not read'
    )
    assert [(item.place.mark.line, item.note) for item in found["nobody-assigned"].related] == [
        (2, "this was not read")
    ]

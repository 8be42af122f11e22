"""Owners and doers on the reporting lines: below, beside, too far above, above a part only."""

from __future__ import annotations

import pytest
from authority_findings import notes, told

ROLES = (
    "orgmodel: 1\n"
    "roles:\n"
    "  cpo: {title: Chief}\n"
    "  dir: {title: Director, reports_to: cpo}\n"
    "  pm: {title: Product Manager, reports_to: dir}\n"
    "  mkt: {title: Marketer, reports_to: cpo}\n"
    "  lone: {title: Lone Wolf}\n"
)
SEATS = (
    "positions:\n"
    "  c: {role: cpo, holder: Ada}\n"
    "  d1: {role: dir, holder: Sam}\n"
    "  pm1: {role: pm, holder: Li}\n"
    "  pm2: {role: pm, holder: Ana}\n"
    "  m: {role: mkt, holder: Eve}\n"
)
"""Lines 8 to 13 of a model with seats."""


def roles(*rows: str, head: str = ROLES) -> str:
    """Roles alone; the first row stands in line 9."""
    return head + "activities:\n" + "".join(f"  a{i}: {{{row}}}\n" for i, row in enumerate(rows))


def seats(*rows: str, seated: str = SEATS, head: str = ROLES) -> str:
    """Roles and seats; the first row stands in line 15."""
    return roles(*rows, head=head + seated)


FAMILY = ("owner-reports-to-doer", "owner-outside-chain", "owner-too-high", "owner-not-common-manager")


def rules(found):
    return [item.rule for item in found if item.rule in FAMILY]


# -- below: ORG601


def test_an_owner_who_reports_to_the_doer_is_told_on_role_lines(findings):
    [found] = findings(roles("title: Plan, assign: {A: pm, R: dir}"), "owner-reports-to-doer")
    assert told([found]) == [
        (
            9,
            33,
            "warning",
            (
                '"pm" (Product Manager) owns "a0" (Plan), and "dir" (Director), to whom it reports, does the work: '
                '"pm" → "dir"'
            ),
        )
    ]
    assert found.entities == ("activity:a0", "role:pm", "role:dir")
    assert notes(found) == [(9, "does the work"), (5, '"pm" reports to "dir"')]


def test_rows_of_the_same_two_are_one_finding_and_pairs_of_seats_are_counted(findings):
    [found] = findings(seats("assign: {A: pm, R: cpo}", "assign: {A: pm, R: cpo}"), "owner-reports-to-doer")
    assert told([found]) == [
        (
            15,
            20,
            "warning",
            (
                '"pm" (Product Manager) owns 2 rows ("a0" and "a1"), and "cpo" (Chief), to whom it reports in the end, '
                'does the work: "pm1" → "d1" → "c", and 1 more such pair'
            ),
        )
    ]
    assert found.entities == (
        "role:pm",
        "activity:a0",
        "activity:a1",
        "role:cpo",
        "position:pm1",
        "position:c",
        "position:pm2",
    )
    assert notes(found) == [
        (15, "does the work"),
        (16, "owned too"),
        (11, '"pm1" reports to "d1"'),
        (10, '"d1" reports to "c"'),
    ]


@pytest.mark.parametrize("model", [roles, seats])
def test_a_party_that_does_the_work_with_two_letters_is_the_same_as_with_one(findings, model):
    rows = ("scheme: rapid, assign: {D: pm, R: dir}", "scheme: rapid, assign: {D: pm, R: [dir, mkt], P: dir}")
    [found] = findings(model(*rows), "owner-reports-to-doer")
    assert found.entities[:4] == ("role:pm", "activity:a0", "activity:a1", "role:dir")


def test_its_fingerprint_stays_when_rows_come_and_go(findings):
    one = findings(seats("assign: {A: pm, R: cpo}"), "owner-reports-to-doer")
    two = findings(seats("assign: {A: pm, R: cpo}", "assign: {A: pm, R: cpo}"), "owner-reports-to-doer")
    assert [item.fingerprint for item in one] == [item.fingerprint for item in two]


def test_two_doers_above_one_owner_are_one_finding(findings):
    [found] = findings(seats("title: Plan, assign: {A: pm, R: [cpo, dir]}"), "owner-reports-to-doer")
    assert found.message == (
        '"pm" (Product Manager) owns "a0" (Plan), and "cpo" (Chief) and "dir" (Director), to whom it reports in the '
        'end, do the work: "pm1" → "d1" → "c", and 3 more such pairs'
    )


def test_per_rows_name_their_places(findings):
    row = 'title: Plan, per: "role:pm", assign: {A: pm, R: dir}'
    [found] = findings(seats(row), "owner-reports-to-doer")
    assert found.message == (
        '"pm" (Product Manager) owns "a0" (Plan) in 2 places ("pm1" and "pm2"), and "dir" (Director), to whom it '
        'reports, does the work: "pm1" → "d1", and 1 more such pair'
    )
    assert found.entities[:3] == ("role:pm", "activity:a0@pm1", "activity:a0@pm2")


def test_a_unit_row_is_judged_in_each_unit(findings):
    text = (
        "orgmodel: 1\n"
        "units: {p: {}, t1: {kind: team, parent: p, title: Red}, t2: {kind: team, parent: p}}\n"
        "roles: {dir: {}, pm: {}}\n"
        "positions:\n"
        "  d: {role: dir, unit: p, holder: Sam}\n"
        "  p1: {role: pm, unit: t1, holder: Li, reports_to: d}\n"
        "  p2: {role: pm, unit: t2, holder: Ana, reports_to: ~}\n"
        "activities:\n"
        "  a: {title: Plan, per: team, assign: {A: pm, R: dir}}\n"
    )
    [found] = findings(text, "owner-reports-to-doer")
    assert found.message == (
        '"pm" owns "a" (Plan) in unit "t1" (Red), and "dir", to whom it reports, does the work: "p1" → "d"'
    )
    assert found.entities == ("activity:a@t1", "role:pm", "role:dir", "position:p1", "position:d")


@pytest.mark.parametrize("letters", ["A: dir, R: pm", "A: pm, R: pm", "A: pm, R: mkt", "A: pm, C: cpo, R: pm"])
def test_an_owner_who_reports_to_no_doer_is_no_such_owner(findings, letters):
    assert findings(seats(f"assign: {{{letters}}}"), "owner-reports-to-doer") == []


def test_one_person_in_both_seats_reports_to_nobody(findings):
    held = SEATS.replace("Sam", "Ada")
    assert findings(seats("assign: {A: dir, R: cpo}", seated=held), "owner-reports-to-doer") == []
    assert len(findings(seats("assign: {A: dir, R: cpo}"), "owner-reports-to-doer")) == 1


def test_vacant_seats_have_their_lines(findings):
    empty = SEATS.replace(", holder: Sam", "").replace(", holder: Ada", "")
    assert len(findings(seats("assign: {A: dir, R: cpo}", seated=empty), "owner-reports-to-doer")) == 1


def test_another_seat_of_the_owner_above_the_doer_is_enough(findings):
    seated = (
        "positions:\n  d1: {role: dir, holder: Sam, reports_to: ~}\n  c: {role: cpo, holder: Ada, reports_to: d1}\n"
        "  d2: {role: dir, holder: Li, reports_to: c}\n"
    )
    assert findings(seats("assign: {A: dir, R: cpo}", seated=seated), "owner-reports-to-doer") == []


SHARED = "scheme: two\nschemes: {two: {A: {name: Own, max: 2, traits: [owner]}, R: {name: Do, traits: [doer]}}}\n"


def test_another_owner_at_or_above_the_doer_is_enough(findings):
    head = ROLES + SHARED
    assert findings(roles("assign: {A: [pm, cpo], R: dir}", head=head), "owner-reports-to-doer") == []
    assert findings(roles("assign: {A: [pm, dir], R: dir}", head=head), "owner-reports-to-doer") == []
    [found] = findings(roles("assign: {A: [pm, mkt], R: dir}", head=head), "owner-reports-to-doer")
    assert found.entities == ("activity:a0", "role:pm", "role:dir")


def test_a_scheme_that_sets_no_limit_means_one_owner(findings):
    head = ROLES + SHARED.replace(", max: 2", "")
    assert rules(findings(roles("assign: {A: [pm, mkt], R: dir}", head=head), "ORG6")) == []
    assert rules(findings(roles("assign: {A: pm, R: dir}", head=head), "ORG6")) == ["owner-reports-to-doer"]


def test_several_owners_on_paper_are_another_rules_finding(findings):
    assert rules(findings(roles("assign: {A: [pm, mkt], R: dir}"), "ORG6")) == []


def test_a_unit_that_does_the_work_is_nobodys_manager(findings):
    text = seats('assign: {A: pm, R: "unit:u"}', head=ROLES.replace("roles:", "units: {u: {head: d1}}\nroles:", 1))
    assert findings(text, "owner-reports-to-doer") == []


def test_on_a_ring_nobody_is_above_the_other(findings):
    text = (
        "orgmodel: 1\npositions:\n  a: {reports_to: b, holder: Ada}\n  b: {reports_to: a, holder: Bo}\n"
        "  c: {reports_to: b, holder: Cy}\nactivities:\n"
        '  x: {assign: {A: "position:b", R: "position:a"}}\n  y: {assign: {A: "position:a", R: "position:b"}}\n'
    )
    assert findings(text, "ORG6") == []
    below = text + '  z: {assign: {A: "position:c", R: "position:b"}}\n'
    [found] = findings(below, "ORG6")
    assert (found.rule, found.entities[0]) == ("owner-reports-to-doer", "activity:z")


def test_letters_of_one_source_make_a_row_and_it_is_named(findings):
    text = ROLES + (
        "activities: {x: {title: Plan}}\nassignments:\n"
        "  - {activity: x, role: pm, letter: A, source: guide 1}\n"
        "  - {activity: x, role: dir, letter: R, source: guide 1}\n"
        "  - {activity: x, role: pm, letter: A, source: guide 2}\n"
        "  - {activity: x, role: pm, letter: R, source: guide 2}\n"
    )
    [found] = findings(text, "owner-reports-to-doer")
    assert found.message == (
        '"pm" (Product Manager) owns "x" (Plan) as claimed by "guide 1", and "dir" (Director), to whom it reports, '
        'does the work: "pm" → "dir"'
    )
    assert (found.place.mark.line, found.place.mark.column) == (10, 37)


def test_many_sources_that_agree_are_one_finding_and_cut(findings):
    claims = "".join(
        f"  - {{activity: x, role: {role}, letter: {letter}, source: g{number}}}\n"
        for number in range(4)
        for role, letter in (("pm", "A"), ("dir", "R"))
    )
    [found] = findings(f"{ROLES}activities: {{x: {{}}}}\nassignments:\n{claims}", "owner-reports-to-doer")
    assert 'owns "x" as claimed by "g0", "g1", "g2" and 1 more, and "dir"' in found.message


def test_letters_of_different_sources_make_no_row(findings):
    text = ROLES + (
        "activities: {x: {title: Plan}}\nassignments:\n"
        "  - {activity: x, role: pm, letter: A, source: guide 1}\n"
        "  - {activity: x, role: dir, letter: R, source: guide 2}\n"
    )
    assert rules(findings(text, "ORG6")) == []


def test_a_decision_is_judged_and_a_claim_beside_it_is_not(findings):
    text = roles("assign: {A: dir, R: pm}") + (
        "assignments:\n  - {activity: a0, role: pm, letter: A, source: g}\n"
        "  - {activity: a0, role: dir, letter: R, source: g}\n"
    )
    assert rules(findings(text, "ORG6")) == []


def test_assignments_without_a_source_decide(findings):
    text = ROLES + (
        "activities: {x: {title: Plan}}\nassignments:\n"
        "  - {activity: x, role: pm, letter: A}\n  - {activity: x, role: dir, letter: R}\n"
    )
    [found] = findings(text, "owner-reports-to-doer")
    assert (found.place.mark.line, found.place.mark.column) == (10, 37)


def test_other_schemes_are_asked_for_their_traits(findings):
    [found] = findings(roles("title: Buy, scheme: daci, assign: {A: pm, D: dir}"), "owner-reports-to-doer")
    assert found.message.startswith('"pm" (Product Manager) owns "a0" (Buy), and "dir" (Director)')
    assert findings(roles("scheme: mocha, assign: {O: pm, M: dir}"), "owner-reports-to-doer") == []


def test_rows_not_in_force_are_not_judged(findings):
    assert findings(roles("until: 2026-10-31, assign: {A: pm, R: dir}"), "ORG6") == []
    assert len(findings(roles("until: 2026-11-01, assign: {A: pm, R: dir}"), "owner-reports-to-doer")) == 1


def test_hostile_ids_are_shown_harmlessly(findings):
    text = (
        'orgmodel: 1\nroles: {"a\\"b": {}, "<b>\\u202e": {reports_to: "a\\"b"}}\nactivities:\n'
        '  "x\\ty": {assign: {A: "<b>\\u202e", R: "a\\"b"}}\n'
    )
    [found] = findings(text, "owner-reports-to-doer")
    assert "\u202e" not in found.message
    assert "\t" not in found.message
    assert "\n" not in found.message


# -- beside: ORG602


def test_an_owner_on_another_line_is_told_with_where_the_lines_meet(findings):
    [found] = findings(roles("title: Plan, assign: {A: mkt, R: pm}"), "owner-outside-chain")
    assert told([found]) == [
        (
            9,
            33,
            "info",
            (
                '"mkt" (Marketer) owns "a0" (Plan), but is on no line above "pm" (Product Manager), who does it: '
                '"pm" → "dir" → "cpo", where the line from "mkt" meets it'
            ),
        )
    ]
    assert found.entities == ("activity:a0", "role:mkt", "role:pm")
    assert notes(found) == [(9, "does the work")]


def test_several_rows_and_doers_of_one_owner_are_one_finding(findings):
    rows = ("assign: {A: mkt, R: [pm, dir]}", "assign: {A: mkt, R: [pm, dir]}")
    [found] = findings(seats(*rows), "owner-outside-chain")
    assert found.message == (
        '"mkt" (Marketer) owns 2 rows ("a0" and "a1"), but is on no line above "pm" (Product Manager) and "dir" '
        '(Director), who do them: "d1" → "c", where the line from "m" meets it'
    )
    assert found.entities == (
        "role:mkt",
        "activity:a0",
        "activity:a1",
        "role:pm",
        "role:dir",
        "position:d1",
        "position:m",
    )
    assert notes(found) == [(15, "does the work"), (15, "does the work"), (16, "owned too")]


def test_the_same_seats_under_other_names_are_the_same_finding(findings):
    rows = ("assign: {A: mkt, R: dir}", 'assign: {A: "position:m", R: "position:d1"}', "assign: {A: mkt, R: pm}")
    one, two = findings(seats(*rows), "owner-outside-chain")
    assert [name for name in one.entities if name.startswith("activity:")] == ["activity:a0", "activity:a1"]
    assert two.entities[0] == "activity:a2"


def test_the_same_seats_under_other_names_are_the_same_finding_beside_whatever_other_letters(findings):
    by_name = 'A: "position:m", R: "position:d1"'
    rows = ("assign: {A: mkt, R: dir}", f"assign: {{{by_name}, I: pm}}", f"assign: {{{by_name}, I: cpo}}")
    [found] = findings(seats(*rows), "owner-outside-chain")
    assert [name for name in found.entities if name.startswith("activity:")] == [f"activity:a{i}" for i in range(3)]


def test_lines_that_never_meet_say_so(findings):
    seated = SEATS + "  x: {role: lone, holder: X, reports_to: ~}\n  y: {holder: Y, reports_to: x}\n"
    [found] = findings(seats("assign: {A: lone, R: dir}", seated=seated), "owner-outside-chain")
    assert found.message == (
        '"lone" (Lone Wolf) owns "a0", but is on no line above "dir" (Director), who does it: '
        '"d1" → "c", which the line from "x" never meets'
    )


@pytest.mark.parametrize("letters", ["A: cpo, R: pm", "A: pm, R: dir", "A: mkt, R: mkt", "A: dir, R: [pm, mkt]"])
def test_an_owner_on_a_line_of_a_doer_is_not_outside(findings, letters):
    assert findings(roles(f"assign: {{{letters}}}"), "owner-outside-chain") == []
    assert findings(seats(f"assign: {{{letters}}}"), "owner-outside-chain") == []


@pytest.mark.parametrize(
    "letters", ["A: lone, R: pm", "A: mkt, R: lone", "A: mkt, R: [pm, lone]", "A: mkt, R: [pm, gone]"]
)
def test_of_those_without_any_line_nothing_is_said(findings, letters):
    assert rules(findings(roles(f"assign: {{{letters}}}"), "ORG6")) == []


def test_outsiders_need_no_line(findings):
    head = ROLES.replace("title: Lone Wolf", "external: true")
    for text in (
        roles("assign: {A: mkt, R: [pm, lone]}", head=head),
        seats("assign: {A: mkt, R: [pm, lone]}", head=head),
    ):
        assert rules(findings(text, "ORG6")) == ["owner-outside-chain"]


def test_a_doer_without_a_seat_is_unknown(findings):
    assert rules(findings(seats("assign: {A: mkt, R: [pm, lone]}"), "ORG6")) == []


def test_of_a_broken_line_nothing_is_said(findings):
    seated = SEATS.replace("{role: mkt,", "{role: mkt, reports_to: gone,") + "  n: {holder: N, reports_to: m}\n"
    rows = ('assign: {A: "position:n", R: pm}', "assign: {A: mkt, R: pm}")
    assert rules(findings(seats(*rows, seated=seated), "ORG6")) == []


def test_a_manager_not_yet_in_force_breaks_the_line(findings):
    seated = SEATS.replace("{role: mkt,", "{role: mkt, reports_to: z,") + "  z: {holder: Z, from: 2027-01-01}\n"
    assert rules(findings(seats("assign: {A: mkt, R: pm}", seated=seated), "ORG6")) == []


@pytest.mark.parametrize(
    ("line", "is_told"),
    [
        ("dotted_to: m", False),
        ("dotted_to: x", False),
        ("dotted_to: [c, m]", False),
        ("dotted_to: {to: m, from: 2026-11-02}", True),
        ("dotted_to: {to: m, until: 2026-10-31}", True),
        ("dotted_to: {to: m, until: 2026-11-01}", False),
        ("dotted_to: c", True),
        ("dotted_to: d1", True),
        ("dotted_to: gone", True),
        ("reports_to: [c, m]", False),
    ],
)
def test_a_second_line_to_the_owner_or_somebody_below_is_a_line(findings, line, is_told):
    seated = SEATS.replace("{role: dir,", f"{{role: dir, {line},") + "  x: {holder: X, reports_to: m}\n"
    rows = ("assign: {A: mkt, R: dir}", 'assign: {A: mkt, R: "position:pm1"}')
    found = findings(seats(*rows, seated=seated), "owner-outside-chain")
    assert len(found) == (2 if is_told else 0)


def test_a_second_line_elsewhere_hides_none_further_up(findings):
    seated = SEATS.replace("{role: dir,", "{role: dir, dotted_to: m,").replace(
        "holder: Li}", "holder: Li, dotted_to: c}"
    )
    assert findings(seats('assign: {A: mkt, R: "position:pm1"}', seated=seated), "owner-outside-chain") == []


def test_a_second_line_upward_counts_for_nobody_beside_it(findings):
    seated = SEATS.replace("holder: Li}", "holder: Li, dotted_to: m}")
    found = findings(seats('assign: {A: mkt, R: "position:pm2"}', seated=seated), "owner-outside-chain")
    assert len(found) == 1
    assert findings(seats("assign: {A: mkt, R: pm}", seated=seated), "owner-outside-chain") == []


def test_a_dotted_line_between_roles_counts_without_seats(findings):
    head = ROLES.replace("title: Director,", "title: Director, dotted_to: mkt,")
    assert findings(roles("assign: {A: mkt, R: pm}", head=head), "owner-outside-chain") == []


def test_one_person_who_owns_and_does_it_is_not_outside(findings):
    held = SEATS.replace("Eve", "Li")
    assert findings(seats("assign: {A: mkt, R: pm}", seated=held), "owner-outside-chain") == []


def test_an_owner_at_home_in_the_unit_that_does_it_is_not_outside(findings):
    head = ROLES.replace("roles:", "units: {u: {head: d1}, v: {parent: u}}\nroles:", 1)
    inside = SEATS.replace("role: mkt,", "role: mkt, unit: v,")
    assert findings(seats('assign: {A: mkt, R: "unit:u"}', head=head, seated=inside), "owner-outside-chain") == []
    assert len(findings(seats('assign: {A: mkt, R: "unit:u"}', head=head), "owner-outside-chain")) == 1


def test_a_person_with_a_letter_stands_where_they_sit(findings):
    [found] = findings(seats('assign: {A: "person:Eve", R: dir}'), "owner-outside-chain")
    assert found.message.startswith('person "Eve" owns "a0", but is on no line above "dir" (Director), who does it')
    assert found.entities == ("activity:a0", "person:Eve", "role:dir", "position:d1", "position:m")


# -- far above: ORG603


def test_an_owner_two_layers_above_is_told_with_the_line(findings):
    [found] = findings(roles("title: Plan, assign: {A: cpo, R: pm}"), "owner-too-high")
    assert told([found]) == [
        (
            9,
            33,
            "info",
            (
                '"cpo" (Chief) owns "a0" (Plan) and stands 2 layers above "pm" (Product Manager), who does it: '
                '"pm" → "dir" → "cpo"'
            ),
        )
    ]
    assert found.entities == ("activity:a0", "role:cpo", "role:pm")
    assert notes(found) == [(9, "does the work")]


def test_the_nearest_doer_counts(findings):
    [found] = findings(seats("assign: {A: cpo, R: pm}", "assign: {A: cpo, R: pm}"), "owner-too-high")
    assert found.message == (
        '"cpo" (Chief) owns 2 rows ("a0" and "a1") and stands 2 layers above the nearest who does them, "pm1" '
        '(Product Manager): "pm1" → "d1" → "c"'
    )
    assert findings(seats("assign: {A: cpo, R: [pm, mkt]}"), "owner-too-high") == []


def test_one_seat_that_does_several_rows_is_named(findings):
    rows = ('assign: {A: cpo, R: "position:pm1"}', 'assign: {A: cpo, R: "position:pm1"}')
    [found] = findings(seats(*rows), "owner-too-high")
    assert found.message == (
        '"cpo" (Chief) owns 2 rows ("a0" and "a1") and stands 2 layers above "pm1" (Product Manager), who does them: '
        '"pm1" → "d1" → "c"'
    )


@pytest.mark.parametrize(
    ("layers", "letters", "number"),
    [
        (1, "A: dir, R: pm", 1),
        (1, "A: pm, R: pm", 0),
        (0, "A: pm, R: pm", 0),
        (2, "A: dir, R: pm", 0),
        (2, "A: cpo, R: pm", 1),
        (3, "A: cpo, R: pm", 0),
    ],
)
def test_policy_says_from_how_many_layers_on(findings, layers, letters, number):
    text = roles(f"assign: {{{letters}}}") + f"policy: {{layers_above: {layers}}}\n"
    assert len(findings(text, "owner-too-high")) == number


def test_one_layer_is_worded_so(findings):
    [found] = findings(roles("assign: {A: dir, R: pm}") + "policy: {layers_above: 1}\n", "owner-too-high")
    assert found.message == (
        '"dir" (Director) owns "a0" and stands a layer above "pm" (Product Manager), who does it: "pm" → "dir"'
    )


def test_a_long_line_is_cut(findings):
    chain = "".join(f"  r{i}: {{reports_to: r{i - 1}}}\n" for i in range(1, 12))
    head = f"orgmodel: 1\nroles:\n  r0: {{}}\n{chain}"
    [found] = findings(roles("assign: {A: r0, R: r9}", head=head), "owner-too-high")
    assert found.message.endswith('"r9" → "r8" → "r7" → "r6" → "r5" → (4 more) → "r0"')
    [found] = findings(roles("assign: {A: r0, R: r6}", head=head), "owner-too-high")
    assert found.message.endswith('"r6" → "r5" → "r4" → "r3" → "r2" → "r1" → "r0"')
    [found] = findings(roles("assign: {A: r0, R: r7}", head=head), "owner-too-high")
    assert found.message.endswith('"r7" → "r6" → "r5" → "r4" → "r3" → (2 more) → "r0"')


def test_one_person_in_both_seats_is_not_high_above(findings):
    held = SEATS.replace("holder: Li}", "holder: Ada}")
    assert findings(seats("assign: {A: cpo, R: pm}", seated=held), "owner-too-high") == []


def test_an_owner_who_also_reports_to_a_doer_is_told_only_that(findings):
    seated = SEATS + "  t: {holder: T, reports_to: ~}\n"
    seated = seated.replace("{role: cpo,", "{role: cpo, reports_to: t,")
    assert rules(findings(seats('assign: {A: cpo, R: [pm, "position:t"]}', seated=seated), "ORG6")) == [
        "owner-reports-to-doer"
    ]


def test_per_rows_measure_the_seat_of_each_place(findings):
    row = 'per: "role:pm", assign: {A: cpo, R: pm}'
    [found] = findings(seats(row), "owner-too-high")
    assert found.message == (
        '"cpo" (Chief) owns "a0" in 2 places ("pm1" and "pm2") and stands 2 layers above "pm1" (Product Manager), '
        'who does it: "pm1" → "d1" → "c"'
    )


# -- above a part: ORG604


def test_an_owner_above_a_part_is_told_with_the_lowest_manager_of_all(findings):
    text = roles("title: Launch, assign: {A: dir, R: [pm, mkt]}")
    [found] = findings(text, "owner-not-common-manager")
    assert told([found]) == [
        (
            9,
            35,
            "info",
            (
                '"dir" (Director) owns "a0" (Launch) and manages 1 of the 2 roles that do it; the lowest manager of '
                'all of them is "cpo" (Chief): "mkt" → "cpo"'
            ),
        )
    ]
    assert found.entities == ("activity:a0", "role:dir", "role:pm", "role:mkt", "role:cpo")
    assert notes(found) == [(9, "does the work"), (9, "does the work")]


def test_like_seats_count_each(findings):
    seated = SEATS.replace("pm1: {role: pm, holder: Li}", "pm1: {role: pm, seats: 6}")
    rows = ("assign: {A: dir, R: [pm, mkt]}", "assign: {A: dir, R: [pm, mkt]}")
    [found] = findings(seats(*rows, seated=seated), "owner-not-common-manager")
    assert found.message == (
        '"dir" (Director) owns 2 rows ("a0" and "a1") and manages 7 of the 8 positions that do them; the lowest '
        'manager of all of them is "c" (Chief): "m" → "c"'
    )
    assert notes(found) == [(15, "does the work"), (15, "does the work"), (16, "owned too")]


def test_a_seat_with_two_letters_counts_once(findings):
    [found] = findings(seats('assign: {A: dir, R: [pm, "position:pm1", mkt]}'), "owner-not-common-manager")
    assert "manages 2 of the 3 positions that do it" in found.message


def test_doers_below_two_tops_have_no_manager_above_all(findings):
    text = (
        "orgmodel: 1\npositions:\n  c: {holder: Ada}\n  d: {holder: Sam, reports_to: c}\n  e: {holder: Sue}\n"
        "  f: {holder: Foo, reports_to: e}\nactivities:\n"
        '  b: {assign: {A: "position:c", R: ["position:d", "position:f"]}}\n'
    )
    [found] = findings(text, "owner-not-common-manager")
    assert found.message == (
        'position "c" owns "b" and manages 1 of the 2 positions that do it; no manager is above all of them: "f" → "e"'
    )
    assert found.entities == ("activity:b", "position:c", "position:d", "position:f")


@pytest.mark.parametrize(
    "letters", ["A: cpo, R: [pm, mkt]", "A: mkt, R: [pm, dir]", "A: pm, R: [pm, mkt]", "A: dir, R: pm"]
)
def test_owners_above_all_none_or_among_them_are_no_such_owners(findings, letters):
    assert findings(seats(f"assign: {{{letters}}}"), "owner-not-common-manager") == []


def test_a_stranger_tied_by_a_second_line_is_no_stranger(findings):
    seated = SEATS.replace("role: mkt,", "role: mkt, dotted_to: d1,")
    assert findings(seats("assign: {A: dir, R: [pm, mkt]}", seated=seated), "owner-not-common-manager") == []


def test_of_several_owner_seats_none_is_to_be_above_all(findings):
    seated = SEATS + "  d2: {role: dir, holder: Mo, reports_to: c}\n"
    seated = seated.replace("holder: Li}", "holder: Li, reports_to: d1}").replace(
        "holder: Ana}", "holder: Ana, reports_to: d2}"
    )
    assert findings(seats("assign: {A: dir, R: [pm, mkt]}", seated=seated), "owner-not-common-manager") == []


def test_one_of_several_second_lines_to_the_owner_is_enough(findings):
    seated = SEATS.replace("role: mkt,", "role: mkt, dotted_to: [c, d1],")
    assert findings(seats("assign: {A: dir, R: [pm, mkt]}", seated=seated), "owner-not-common-manager") == []


def test_a_second_line_of_the_first_top_counts_for_all_below(findings):
    seated = SEATS.replace("{role: cpo,", "{role: cpo, dotted_to: x,")
    seated += "  x: {role: lone, holder: X, reports_to: ~}\n  y: {holder: Y, reports_to: x}\n"
    assert findings(seats("assign: {A: lone, R: dir}", seated=seated), "owner-outside-chain") == []
    between = seated.replace("{role: dir,", "{role: dir, dotted_to: m,")
    assert findings(seats("assign: {A: lone, R: dir}", seated=between), "owner-outside-chain") == []


@pytest.mark.parametrize(("number", "count"), [(8, 1), (9, 2)])
def test_the_same_seats_under_other_names_are_compared_up_to_eight(findings, number, count):
    seated = SEATS + "".join(f"  w{i}: {{role: lone, holder: W{i}, reports_to: d1}}\n" for i in range(number))
    each = ", ".join(f'"position:w{i}"' for i in range(number))
    rows = ("assign: {A: mkt, R: lone}", f"assign: {{A: mkt, R: [{each}]}}")
    assert len(findings(seats(*rows, seated=seated), "owner-outside-chain")) == count


def test_the_same_letters_in_another_scheme_mean_what_they_mean_there(findings):
    text = """\
orgmodel: 1
schemes:
  one: {X: {traits: owner}, Y: {traits: doer}}
  two: {X: {traits: doer}, Y: {traits: owner}}
roles: {lead: {}, pm: {reports_to: lead}}
activities:
  a: {scheme: one, assign: {X: pm, Y: lead}}
  b: {scheme: two, assign: {X: pm, Y: lead}}
"""
    [found] = findings(text, "owner-reports-to-doer")
    assert found.entities[0] == "activity:a"
    assert "activity:b" not in found.entities


def test_the_same_letters_in_a_row_of_one_team_mean_the_seats_of_the_team(findings):
    text = """\
orgmodel: 1
units: {core: {kind: team}}
roles: {lead: {}, pm: {}}
positions:
  lead: {role: lead, unit: core, holder: Ada}
  pm-1: {role: pm, reports_to: lead, holder: Bo}
  pm-2: {role: pm, unit: core, reports_to: ~, holder: Cy}
activities:
  a: {assign: {A: pm, R: lead}}
  b: {per: team, assign: {A: pm, R: lead}}
"""
    [found] = findings(text, "owner-reports-to-doer")
    assert found.entities[0] == "activity:a"
    assert "activity:b@core" not in found.entities

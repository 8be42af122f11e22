"""Roles that own, do, or are asked about too much of a matrix, or take part in all of it."""

from __future__ import annotations

import pytest
from column_matrix import matrix

from orgmodel.findings import Severity

MINE = "assign: {A: pm, R: dev, C: qa}"
OURS = "assign: {A: ops, R: ops, I: qa}"


def _where(finding):
    return finding.place.mark.line, finding.place.mark.column


# -- owners


def test_d17_an_owner_of_most_rows_is_one_finding_with_the_share(findings):
    [found] = findings(matrix(*[MINE] * 5, *[OURS] * 3), "owns-too-much")
    assert found.message == '"pm" (Product Manager) owns 5 of 8 rows (62%), more than 50%: "a0", "a1", "a2" and 2 more'
    assert (found.severity, _where(found)) == (Severity.INFO, (2, 9))
    assert found.entities == ("role:pm", *(f"activity:a{i}" for i in range(5)))
    assert [(item.place.mark.line, item.place.mark.column, item.note) for item in found.related[:2]] == [
        (4, 20, "owned here"),
        (5, 20, "owned here"),
    ]


def test_half_of_the_rows_is_not_more_than_half(findings):
    assert findings(matrix(*[MINE] * 4, *[OURS] * 4), "owns-too-much") == []


def test_d17_in_a_small_matrix_only_an_owner_of_everything_is_told(findings):
    [found] = findings(matrix(*[MINE] * 3), "owns-too-much")
    assert found.message == '"pm" (Product Manager) owns all 3 rows: "a0", "a1" and "a2"'
    assert findings(matrix(*[MINE] * 4, OURS), "owns-too-much") == []
    assert findings(matrix(*[MINE] * 2), "owns-too-much") == []


def test_a_role_among_two_that_owns_a_small_matrix_hears_nothing(findings):
    assert findings(matrix(*["assign: {A: pm, R: dev}"] * 4), "owns-too-much") == []


def test_limits_come_from_the_policy(findings):
    rows = [*[MINE] * 5, *[OURS] * 3]
    policy = "policy: {column: {owner_share: 0.7}}\n"
    assert findings(matrix(*rows, more=policy), "owns-too-much") == []
    policy = "policy: {column: {rows: 9}}\n"
    assert findings(matrix(*rows, more=policy), "owns-too-much") == []


def test_its_fingerprint_stays_when_rows_come_and_go(findings):
    prints = [findings(matrix(*[MINE] * number), "owns-too-much")[0].fingerprint for number in (8, 9)]
    assert prints[0] == prints[1]


def test_a_waiver_for_the_role_accepts_it(findings):
    waiver = "waivers: [{rule: owns-too-much, for: 'role:pm', reason: small team, owner: pm}]\n"
    assert findings(matrix(*[MINE] * 8, more=waiver), "owns-too-much") == []


def test_rows_that_sources_merely_claim_do_not_count(findings):
    claims = "".join(f"  - {{activity: a{i}, role: pm, letter: A, source: guide}}\n" for i in range(8))
    model = matrix(*["title: x"] * 8) + "assignments:\n" + claims
    assert findings(model, "ORG5") == []


def test_rows_of_other_days_do_not_count(findings):
    assert findings(matrix(*[f"until: 2026-01-01, {MINE}"] * 8, OURS), "ORG5") == []


def test_any_scheme_has_its_owner_letter(findings):
    rows = ["scheme: daci, assign: {A: pm, D: dev, C: qa}"] * 8
    assert [item.rule for item in findings(matrix(*rows), "ORG503")] == ["owns-too-much"]


# -- doers and advisers


def test_a_doer_of_nearly_all_rows(findings):
    [found] = findings(matrix(*[MINE] * 6, *[OURS] * 2), "doer-of-too-much")
    assert found.message == '"dev" does 6 of 8 rows (75%), more than 70%: "a0", "a1", "a2" and 3 more'
    assert found.severity is Severity.INFO


def test_two_letters_for_doing_in_one_row_count_once(findings):
    rows = ["scheme: rapid, assign: {D: pm, R: dev, P: dev}"] * 3 + [
        "scheme: rapid, assign: {D: ops, R: qa, P: ops}"
    ] * 5
    assert findings(matrix(*rows), "doer-of-too-much") == []


def test_an_adviser_who_also_does_nothing_is_one_finding(findings):
    model = matrix(*[MINE] * 6, *["assign: {A: ops, R: ops}"] * 2)
    [found] = findings(model, "adviser-of-too-much")
    assert found.message == (
        '"qa" is asked about 6 of 8 rows (75%), more than 60%, and neither owns nor does any: '
        '"a0", "a1", "a2" and 3 more'
    )
    assert findings(model, "role-without-work") == []


def test_external_advisers_hear_nothing(findings):
    roles = "{pm: {}, dev: {}, qa: {external: true}, ops: {}}"
    assert findings(matrix(*[MINE] * 8, roles=roles), "adviser-of-too-much") == []


# -- every row


FULL_ROLES = "{pm: {}, dev: {}, qa: {}, ops: {}, lead: {title: Team Lead}, x: {}}"
OWNERS = ("pm", "dev", "qa", "ops") * 2
FULL = [f"assign: {{A: {owner}, R: {owner}, C: lead, I: x}}" for owner in OWNERS]
MIXED = [f"assign: {{A: {owner}, {letter}: lead}}" for owner, letter in zip(OWNERS, "RCIRCIRC", strict=True)]


def test_a_role_in_every_row_by_different_letters(findings):
    [found] = findings(matrix(*MIXED, roles=FULL_ROLES), "role-in-every-row")
    assert found.message == '"lead" (Team Lead) takes part in all 8 rows: "a0", "a1", "a2" and 5 more'
    assert (found.severity, found.entities[0]) == (Severity.INFO, "role:lead")
    assert findings(matrix(*MIXED, "assign: {A: pm, R: dev}", roles=FULL_ROLES), "role-in-every-row") == []


def test_a_share_of_one_letter_says_it_more_exactly(findings):
    assert [item.rule for item in findings(matrix(*FULL, roles=FULL_ROLES), "ORG50")] == [
        "adviser-of-too-much",
        "role-only-informed",
    ]


EVERYBODY = [
    "assign: {A: pm, R: pm, C: [dev, qa]}",
    "assign: {A: dev, R: dev, C: [pm, qa]}",
    "assign: {A: qa, R: qa, C: [pm, dev]}",
] * 3


def test_most_roles_in_every_row_are_one_finding(findings):
    rows = EVERYBODY
    policy = "policy: {column: {adviser_share: 1, owner_share: 1}}\n"
    [found] = findings(matrix(*rows, "assign: {A: pm, R: dev, C: qa, I: ops}", more=policy), "role-in-every-row")
    assert found.message == ('3 of 4 roles take part in all 10 rows: "pm" (Product Manager), "dev" and "qa"')
    assert found.entities[:3] == ("role:pm", "role:dev", "role:qa")


def test_a_matrix_in_which_everybody_is_everywhere_is_told_by_its_rows(findings):
    rows = EVERYBODY
    assert findings(matrix(*rows), "role-in-every-row") == []


def test_k01_k02_small_clean_matrices_hear_nothing_of_columns(findings):
    rows = (
        "assign: {A: pm, R: [dev, qa], C: ops}",
        "assign: {A: pm, R: dev, C: qa, I: ops}",
        "assign: {A: qa, R: qa, C: dev}",
    )
    assert findings(matrix(*rows), "ORG5") == []


@pytest.mark.parametrize("hostile", ['"<b>x</b>"', '"a\\u202eb"', '"=1+1"'])
def test_hostile_ids_are_made_safe(findings, hostile):
    roles = f"{{{hostile}: {{}}, dev: {{}}, qa: {{}}}}"
    rows = [f"assign: {{A: {hostile}, R: dev, C: qa}}"] * 8
    [found] = findings(matrix(*rows, roles=roles), "owns-too-much")
    assert found.message.isprintable()
    assert "\u202e" not in found.message

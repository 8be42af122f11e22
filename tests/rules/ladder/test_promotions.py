"""Promotions, levels and tracks."""

from __future__ import annotations

from typing import Any

import pytest

from orgmodel.model.organization import Organization, Spot
from orgmodel.model.roles import Role
from orgmodel.rules.ladder.rungs import Ladder


def test_a_ring_of_promotions_is_one_finding_with_its_path(findings: Any) -> None:
    text = """\
orgmodel: 1
roles:
  a: {promotes_to: [b, d]}
  b: {title: Bee, promotes_to: c}
  c: {promotes_to: a}
  d: {}
"""
    (found,) = findings(text, "promotion-loop")
    assert found.message == 'promotions lead through 3 roles in a ring: "a" → "b" → "c" → "a"'
    assert (found.place.mark.line, found.place.mark.column) == (3, 21)
    assert found.entities == ("role:a", "role:b", "role:c")
    assert [(each.place.mark.line, each.note) for each in found.related] == [(4, '"b" to "c"'), (5, '"c" to "a"')]


def test_a_role_promoted_to_itself_is_a_ring(findings: Any) -> None:
    (found,) = findings('orgmodel: 1\nroles:\n  a: {title: "x\\n\\e[1m", promotes_to: a}\n', "promotion-loop")
    assert found.message == 'role "a" (x\\n\\u001b[1m) is promoted to itself'


def test_roles_caught_in_several_rings_are_counted(findings: Any) -> None:
    text = "orgmodel: 1\nroles:\n  a: {promotes_to: [b, c]}\n  b: {promotes_to: a}\n  c: {promotes_to: a}\n"
    (found,) = findings(text, "promotion-loop")
    assert found.message.endswith('"a" → "b" → "a"; 1 more are caught in rings with these')


def test_steps_of_a_ring_are_not_judged_again(findings: Any) -> None:
    text = """\
orgmodel: 1
roles:
  a: {level: 3, promotes_to: b, experience: {min: 3}, skills: {x: 3}}
  b: {level: 2, promotes_to: a, experience: {min: 2}, skills: {x: 2}}
"""
    assert {item.rule for item in findings(text) if item.code.startswith("ORG7")} == {"promotion-loop"}


def test_a_promotion_downward_is_told_with_both_levels(findings: Any) -> None:
    text = "orgmodel: 1\nroles:\n  a: {title: Lead, level: 5, promotes_to: [b]}\n  b: {title: Manager, level: 4}\n"
    (found,) = findings(text, "level-not-rising")
    assert found.message == '"a" (Lead) is promoted to "b" (Manager), down from level 5 to 4'
    assert (found.place.mark.line, found.place.mark.column) == (3, 44)
    assert found.severity == "warning"
    assert [each.place.mark.line for each in found.related] == [3, 4]


def test_a_change_of_track_on_one_level_is_only_info(findings: Any) -> None:
    text = """\
orgmodel: 1
roles:
  senior: {level: 4, track: ic, promotes_to: [lead, staff]}
  lead: {level: 4, track: management}
  staff: {level: 4, track: ic}
"""
    lead, staff = findings(text, "level-not-rising")
    assert lead.message == '"senior" is promoted to "lead", on the same level, 4, on another track'
    assert (lead.severity, staff.severity) == ("info", "warning")


def test_levels_are_not_judged_where_one_is_missing(findings: Any) -> None:
    assert findings("orgmodel: 1\nroles: {a: {level: 4, promotes_to: b}, b: {}}\n", "level-not-rising") == []


def test_a_skipped_rung_is_named(findings: Any) -> None:
    text = """\
orgmodel: 1
roles:
  apm: {track: ic, level: 2, promotes_to: senior}
  pm: {title: Product Manager, track: ic, level: 3}
  owner: {track: ic, level: 3}
  senior: {track: ic, level: 4}
"""
    (found,) = findings(text, "missing-rung")
    assert found.message == (
        '"apm" is promoted to "senior" past 1 level of track "ic": "pm" (Product Manager) and "owner"'
    )
    assert (found.place.mark.line, found.place.mark.column) == (3, 43)
    assert found.entities == ("role:apm", "role:senior")


def test_a_long_step_beside_the_short_one_is_a_choice(findings: Any) -> None:
    text = """\
orgmodel: 1
roles:
  apm: {track: ic, level: 2, promotes_to: [pm, senior]}
  pm: {track: ic, level: 3}
  senior: {track: ic, level: 4}
"""
    assert findings(text, "missing-rung") == []


def test_rungs_of_another_family_or_track_are_not_skipped(findings: Any) -> None:
    text = """\
orgmodel: 1
roles:
  apm: {family: product, track: ic, level: 2, promotes_to: senior}
  engineer: {family: engineering, track: ic, level: 3}
  lead: {family: product, track: management, level: 3}
  plain: {level: 3}
  senior: {family: product, track: ic, level: 4}
"""
    assert findings(text, "missing-rung") == []


def test_a_dead_end_says_how_far_the_track_goes(findings: Any) -> None:
    text = """\
orgmodel: 1
roles:
  pm: {track: ic, level: 3, promotes_to: senior}
  senior: {title: Senior, track: ic, level: 4}
  staff: {track: ic, level: 5, promotes_to: principal}
  principal: {track: ic, level: 6}
"""
    (found,) = findings(text, "dead-end")
    assert found.message == (
        'nothing leads on from role "senior" (Senior) on level 4, although track "ic" goes up to level 6: '
        '"staff" and "principal"'
    )
    assert (found.place.mark.line, found.place.mark.column) == (4, 3)


def test_a_way_to_another_track_is_no_dead_end(findings: Any) -> None:
    text = """\
orgmodel: 1
roles:
  pm: {track: ic, level: 3, promotes_to: senior}
  senior: {track: ic, level: 4, promotes_to: lead}
  lead: {track: management, level: 5}
  staff: {track: ic, level: 5}
"""
    assert findings(text, "dead-end") == []


def test_a_role_beside_the_ladder_is_no_dead_end(findings: Any) -> None:
    text = """\
orgmodel: 1
roles:
  pm: {track: ic, level: 3, promotes_to: senior}
  owner: {track: ic, level: 3}
  senior: {track: ic, level: 4}
"""
    assert findings(text, "dead-end") == []


def test_a_rung_that_no_promotion_leads_to(findings: Any) -> None:
    text = """\
orgmodel: 1
roles:
  pm: {family: product, track: ic, level: 3, promotes_to: senior}
  writer: {family: product, track: ic, level: 3}
  senior: {family: product, track: ic, level: 4, promotes_to: principal}
  principal: {family: product, track: ic, level: 5}
  head: {title: Head, family: product, track: ic, level: 5}
  designer: {family: design, track: ic, level: 4}
"""
    (found,) = findings(text, "unreachable-rung")
    assert found.message == (
        'no promotion leads to role "head" (Head) on level 5 of track "ic" of family "product", which begins on level 3'
    )
    assert (found.place.mark.line, found.place.mark.column) == (7, 3)


def test_a_step_that_is_missing_is_told_from_below_alone(findings: Any) -> None:
    text = """\
orgmodel: 1
roles:
  pm: {track: ic, level: 3, promotes_to: senior}
  senior: {track: ic, level: 4}
  principal: {track: ic, level: 5, promotes_to: fellow}
  fellow: {track: ic, level: 6}
"""
    assert [(found.rule, found.entities[0]) for found in findings(text, "ORG70")] == [("dead-end", "role:senior")]


def test_a_promotion_from_another_track_reaches_a_rung(findings: Any) -> None:
    text = """\
orgmodel: 1
roles:
  senior: {track: ic, level: 4, promotes_to: lead}
  entry: {track: management, level: 4}
  lead: {track: management, level: 5}
"""
    assert findings(text, "unreachable-rung") == []


def test_library_roles_that_nobody_names_are_no_rungs(findings: Any) -> None:
    text = "orgmodel: 1\nroles: {a: {promotes_to: nobody}}\n"
    assert [item.rule for item in findings(text) if item.code.startswith("ORG7")] == []


def test_a_promotion_passes_over_library_roles_that_nobody_names() -> None:
    roles = {
        "low": Role(promotes_to=("between", "gone")),
        "between": Role(promotes_to=("further", "low")),
        "further": Role(promotes_to=("between", "top")),
        "top": Role(),
    }
    ladder = Ladder(Organization(roles=roles, silent=frozenset(["role:between", "role:further"])))
    assert set(ladder.onward) == {("low", "low"), ("low", "top")}
    assert ladder.onward["low", "top"].spot == Spot("roles", "low", ("promotes_to", 0))
    assert ladder.reached == {"top"}
    assert ladder.written == {}


def test_no_rule_of_the_ladder_speaks_without_promotions(findings: Any) -> None:
    text = "orgmodel: 1\nroles: {a: {level: 3, track: ic, skills: {x: 1}}, b: {level: 2, track: ic}}\n"
    assert [item for item in findings(text) if item.code.startswith("ORG7")] == []


PLACES = """\
orgmodel: 1
roles:
  pm: {track: ic, promotes_to: [senior, director]}
  senior: {track: ic}
  director: {track: management}
  head: {title: Head of Product, track: management}
"""


def test_a_role_of_a_track_without_level_and_promotion_has_no_place(findings: Any) -> None:
    (found,) = findings(PLACES, "unreachable-rung")
    assert found.message == (
        'role "head" (Head of Product) has no place on track "management": it has no level, and no promotion leads to '
        "it or from it"
    )
    assert (found.place.mark.line, found.entities) == (6, ("role:head",))


@pytest.mark.parametrize("more", [", promotes_to: director", ", external: true", ", level: 4", ", family: x"])
def test_a_role_that_leads_on_or_stands_apart_is_not_without_place(findings: Any, more: str) -> None:
    text = PLACES.replace("Head of Product, track: management", f"Head of Product, track: management{more}")
    assert findings(text, "unreachable-rung") == []


EXPERTS = """\
orgmodel: 1
roles:
  pm: {track: ic, level: 3, promotes_to: senior}
  senior: {title: Senior Product Manager, track: ic, level: 4, promotes_to: [director]}
  director: {title: Director, track: management, level: 5}
"""


def test_contributors_whose_only_way_on_is_management_are_told(findings: Any) -> None:
    (found,) = findings(EXPERTS, "contributor-track-ends")
    assert found.message == (
        'track "ic" ends with role "senior" (Senior Product Manager) on level 4: the only way on leads into '
        'management, to "director" (Director)'
    )
    assert (found.place.mark.line, found.place.mark.column) == (4, 64)
    assert found.severity == "info"
    assert found.entities == ("role:senior",)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("promotes_to: [director]", "promotes_to: [director, principal]"),
        ("track: management", "track: executive"),
        ("track: ic", "track: sales"),
        (", promotes_to: [director]", ""),
        ("promotes_to: senior", "promotes_to: director"),
    ],
)
def test_contributors_with_another_way_on_or_none_are_not(findings: Any, old: str, new: str) -> None:
    text = EXPERTS.replace(old, new) + "  principal: {track: advisers, level: 6}\n"
    assert findings(text, "contributor-track-ends") == []

"""The ladder of the five articles as a model: which rule finds what was found by hand (L1 to L11).

Figures that the articles state on one basis, or that a reader puts side by side, are written as one basis
and one source here. `tests/test_guides.py` has the same for the figures of each article as they stand.
"""

from __future__ import annotations

from typing import Any

import pytest

LADDER = """\
orgmodel: 1
roles:
  junior-pm: {track: ic, level: 1, promotes_to: apm, experience: {min: 0, max: 1}}
  apm: {track: ic, level: 2, promotes_to: pm, experience: {min: 1, max: 2}, pay: {amount: 82000, source: guide}}
  pm:
    track: ic
    level: 3
    promotes_to: senior-pm
    experience: {min: 3, max: 5}
    pay:
      - {min: 62000, max: 146000, source: guide}
      - {stat: start, amount: 113000, source: guide}
  senior-pm:
    track: ic
    level: 4
    promotes_to: director
    experience: {min: 7, max: 8}
    pay: {stat: max, amount: 146000, source: guide}
  director:
    track: management
    level: 5
    promotes_to: cpo
    experience: {min: 7}
    pay:
      - {min: 174000, max: 231800, source: guide}
      - {stat: start, amount: 174000, source: guide}
      - {stat: median, amount: 152000, source: advert}
      - {stat: mean, amount: 174000, source: stitched}
  head-of-product: {track: management, level: 6, pay: {stat: mean, amount: 131000, source: stitched}}
  cpo:
    track: executive
    level: 7
    pay:
      - {stat: min, amount: 200000, source: guide}
      - {stat: mean, amount: 145000, source: stitched}
"""

FOUND = [
    ("L1", "years-not-rising", '"director" asks for 7 years or more, no more than "senior-pm"'),
    ("L2", "years-gap", '"senior-pm" asks for 7 to 8 years, "pm" ends at 5: the 2 years between'),
    (
        "L3",
        "pay-bands-overlap",
        '"pm" and of the next rung "senior-pm" overlaps: 62,000 to 146,000 and at most 146,000',
    ),
    ("L4", "pay-gap", 'pay of "senior-pm" ends at 146,000 a year, the next rung "director" begins at 174,000'),
    ("L5", "pay-inverted", '"pm" pays less than "apm", from which it is reached: 62,000 to 146,000 after 82,000'),
    ("L6", "pay-figures-disagree", 'role "pm" disagree: 113,000 (start, guide) lies in the upper half of the band'),
    (
        "L7",
        "pay-bands-overlap",
        '"director" and of the next rung "cpo" overlaps: 174,000 to 231,800 and at least 200,000',
    ),
    ("L8", "pay-inverted", '"cpo" pays less than "director", from which it is reached: 145,000 after 174,000'),
    ("L8", "pay-figures-disagree", 'role "cpo" disagree: 145,000 (mean, stitched) lies below the 200,000'),
    ("L10", "pay-figures-disagree", "174,000 (start, guide) lies above 152,000 (median, advert)"),
    ("L11", "unreachable-rung", 'no promotion leads to role "head-of-product" on level 6'),
]


@pytest.mark.parametrize(("fact", "rule", "told"), FOUND, ids=lambda value: value[:20])
def test_what_was_found_by_hand_is_found(findings: Any, fact: str, rule: str, told: str) -> None:
    assert [item.message for item in findings(LADDER, rule) if told in item.message], fact


def test_a_head_of_product_on_the_ladder_pays_less_than_a_director(findings: Any) -> None:
    """L9: nearer to the top and 43,000 below; without a promotion there is no step to compare."""
    told = '"head-of-product" pays less than "director", from which it is reached: 131,000 after 174,000'
    assert not [item for item in findings(LADDER, "pay-inverted") if told in item.message]
    joined = LADDER.replace("promotes_to: cpo", "promotes_to: [head-of-product, cpo]")
    (found,) = [item for item in findings(joined, "pay-inverted") if told in item.message]
    assert found.severity == "warning"


def test_a_missing_rung_above_the_senior_is_a_dead_end_of_its_track(findings: Any) -> None:
    """L11: no article names a contributor above the senior; with such a role the way to it is missed."""
    longer = LADDER.replace("    promotes_to: director\n", "") + "  principal: {track: ic, level: 5}\n"
    (found,) = findings(longer, "dead-end")
    assert found.entities == ("role:senior-pm",)

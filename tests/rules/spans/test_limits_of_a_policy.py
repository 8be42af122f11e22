"""Layers, and what is judged only because a policy asks for it."""

from __future__ import annotations

from typing import Any


def chain(length: int, more: str = "") -> str:
    seats = "".join(f"  p{i}: {{reports_to: p{i - 1}}}\n" for i in range(2, length + 1))
    return f"orgmodel: 1\npositions:\n  p1: {{}}\n{seats}{more}"


def test_eight_layers_are_lawful_and_nine_are_not(findings: Any) -> None:
    assert findings(chain(8), "too-many-layers") == []
    (found,) = findings(chain(9), "too-many-layers")
    path = " → ".join(f'"p{i}"' for i in range(1, 10))
    assert found.message == f"9 layers, 8 at most: {path}; 1 position is below layer 8"
    assert (found.place.mark.line, found.place.mark.column) == (11, 3)
    assert found.entities == tuple(f"position:p{i}" for i in range(9, 0, -1))
    assert found.severity == "warning"


def test_a_long_line_is_cut_in_the_middle(findings: Any) -> None:
    (found,) = findings(chain(30), "too-many-layers")
    assert '"p12" → (17 more) → "p30"; 22 positions are below layer 8' in found.message


def test_assistants_and_ended_seats_make_no_layer(findings: Any) -> None:
    more = "  helper: {reports_to: p8, assistant: true}\n  gone: {reports_to: p8, status: ended}\n"
    assert findings(chain(8, more), "too-many-layers") == []


def test_what_no_top_leads_to_has_no_layer(findings: Any) -> None:
    assert findings(chain(12).replace("p1: {}", "p1: {reports_to: p1}"), "too-many-layers") == []


def test_a_policy_without_a_limit_of_layers_is_silent(findings: Any) -> None:
    assert findings(chain(12, "policy: {layers: {}}\n"), "too-many-layers") == []


def test_the_share_of_managers_is_judged_only_by_policy(findings: Any) -> None:
    assert findings(chain(4), "manager-share-out-of-range") == []
    (found,) = findings(chain(4, "policy: {managers: {max: 0.5}}\n"), "manager-share-out-of-range")
    assert found.message == "3 of 4 positions lead others, 75%; the policy asks for 50% at most"
    assert (found.place.mark.line, found.place.mark.column) == (7, 26)
    (found,) = findings(chain(4, "policy: {managers: {min: 0.8}}\n"), "manager-share-out-of-range")
    assert found.message.endswith("75%; the policy asks for 80% at least")


UNITS = """\
orgmodel: 1
units:
  product: {title: Product, head: boss}
  pay: {title: Payments, parent: product, head: lead}
  api: {parent: product}
  old: {parent: product, until: 2026-01-01}
positions:
  boss: {unit: product, holder: Ada}
  lead: {unit: product, also_in: pay, reports_to: boss, holder: Bo}
  team: {unit: pay, reports_to: lead, seats: 4}
  gone: {unit: pay, reports_to: lead, status: ended}
  guest: {unit: api, also_in: pay, reports_to: lead, holder: Cy}
"""


def test_a_unit_counts_its_seats_its_guests_and_its_head_once(findings: Any) -> None:
    (found,) = findings(UNITS + "policy: {unit_size: {max: 5}}\n", "unit-too-large")
    assert found.message == 'unit "pay" (Payments) has 6 seats (4 vacant), 5 at most'
    assert (found.place.mark.line, found.place.mark.column) == (4, 3)
    assert found.entities == ("unit:pay",)
    assert [each.place.mark.line for each in found.related] == [13]


def test_a_unit_with_units_below_it_may_be_small(findings: Any) -> None:
    (found,) = findings(UNITS + "policy: {unit_size: {min: 3}}\n", "unit-too-small")
    assert found.message == 'unit "api" has 1 seat, 3 at least'
    assert found.severity == "warning"


def test_a_unit_without_any_seat_is_not_called_small(findings: Any) -> None:
    text = UNITS.replace("  old:", "  lab: {parent: product, head: gone}\n  old:") + "policy: {unit_size: {min: 3}}\n"
    assert [found.entities for found in findings(text, "unit-too-small")] == [("unit:api",)]
    assert [found.entities for found in findings(text, "empty-unit")] == [("unit:lab",)]


def test_sizes_are_not_judged_without_policy(findings: Any) -> None:
    assert [item for item in findings(UNITS) if item.rule in {"unit-too-large", "unit-too-small"}] == []


RATIO = """\
orgmodel: 1
roles: {pm: {}, dev: {}, qa: {}}
units:
  top: {kind: division}
  a: {title: Alpha, kind: team, parent: top}
  b: {kind: team, parent: top}
  c: {kind: team, parent: top}
positions:
  pm-a: {role: pm, unit: a}
  dev-a: {role: dev, unit: a, seats: 9}
  qa-a: {role: qa, unit: a, seats: 2}
  dev-b: {role: dev, unit: b, seats: 3}
"""


def test_a_ratio_of_the_whole_names_its_figures(findings: Any) -> None:
    policy = "policy:\n  ratios:\n    - {of: [dev, qa], to: pm, min: 2, max: 10}\n"
    (found,) = findings(RATIO + policy, "ratio-out-of-range")
    assert found.message == 'the organisation has 14 seats of "dev" and "qa" for 1 seat of "pm": 14 for one, 10 at most'
    assert (found.place.mark.line, found.place.mark.column) == (15, 7)
    assert found.entities == ("role:dev", "role:qa", "role:pm")


def test_a_ratio_per_kind_is_judged_in_each_unit(findings: Any) -> None:
    alpha, other = findings(RATIO + "policy: {ratios: {of: dev, to: pm, per: team, max: 8}}\n", "ratio-out-of-range")
    assert alpha.message == 'unit "a" (Alpha) has 9 seats of "dev" for 1 seat of "pm": 9 for one, 8 at most'
    assert (alpha.place.mark.line, alpha.entities[0]) == (5, "unit:a")
    assert other.message == 'unit "b" has 3 seats of "dev" for no seat of "pm": none to go with, 8 at most'


def test_a_ratio_below_its_minimum(findings: Any) -> None:
    (found,) = findings(RATIO + "policy: {ratios: {of: qa, to: dev, min: 0.5}}\n", "ratio-out-of-range")
    assert found.message.endswith('2 seats of "qa" for 12 seats of "dev": 0.167 for one, 0.5 at least')


def test_a_ratio_that_is_just_kept_is_kept(findings: Any) -> None:
    text = RATIO.replace("seats: 9", "seats: 27")
    assert findings(text + "policy: {ratios: {of: [pm, qa], to: dev, min: 0.1}}\n", "ratio-out-of-range") == []

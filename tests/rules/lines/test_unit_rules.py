from __future__ import annotations

from typing import Any

UNITS = """\
orgmodel: 1
units:
  company: {title: Company, head: chief}
  product: {title: Product, parent: company, head: dir}
  pay: {parent: product, head: lead}
  sales: {parent: company, head: seller}
positions:
  chief: {unit: company}
  dir: {unit: product, reports_to: chief}
  lead: {unit: pay, reports_to: dir}
  seller: {unit: sales, reports_to: chief}
"""


def test_an_ordinary_tree_of_units_is_silent(findings: Any) -> None:
    for rule in ("unit-loop", "unit-without-head", "head-outside-unit", "manager-outside-unit"):
        assert findings(UNITS, rule) == []


def test_a_loop_of_units_is_one_finding_with_its_path(findings: Any) -> None:
    text = "orgmodel: 1\nunits:\n  a: {parent: c}\n  b: {parent: a}\n  c: {parent: b}\n"
    (found,) = findings(text, "unit-loop")
    assert found.message == '3 units lie within each other: "a" → "c" → "b" → "a"'
    assert (found.place.mark.line, found.place.mark.column) == (3, 15)
    assert found.entities == ("unit:a", "unit:c", "unit:b")
    assert [(related.place.mark.line, related.note) for related in found.related] == [
        (5, '"c" is part of "b"'),
        (4, '"b" is part of "a"'),
    ]


def test_a_unit_that_is_its_own_parent_is_a_loop(findings: Any) -> None:
    (found,) = findings("orgmodel: 1\nunits:\n  a: {title: Alpha, parent: a}\n", "unit-loop")
    assert found.message == 'unit "a" (Alpha) is its own parent'
    assert (found.place.mark.line, found.place.mark.column) == (3, 29)


def test_a_unit_without_a_head_is_told_where_others_have_one(findings: Any) -> None:
    (found,) = findings(UNITS.replace(", head: lead", ""), "unit-without-head")
    assert found.message == 'unit "pay" has no head'
    assert (found.place.mark.line, found.place.mark.column) == (5, 3)
    assert found.entities == ("unit:pay",)


def test_units_are_silent_about_heads_while_none_has_one(findings: Any) -> None:
    text = "orgmodel: 1\nunits: {a: {}, b: {parent: a}}\npositions: {x: {unit: a}}\n"
    assert findings(text, "unit-without-head") == []


def test_a_head_that_has_ended_is_none(findings: Any) -> None:
    text = UNITS.replace("lead: {unit: pay,", "lead: {unit: pay, until: 2026-06-30,")
    text += "  clerk: {unit: pay, reports_to: dir}\n"
    (found,) = findings(text, "unit-without-head")
    assert found.message == 'unit "pay" has no head on 2026-11-01: "lead" is ended'
    assert (found.place.mark.line, found.place.mark.column) == (5, 32)
    assert findings(text, "unit-without-head", day="2026-06-30") == []


def test_a_unit_in_which_nobody_sits_is_told_as_such_and_needs_no_head(findings: Any) -> None:
    text = UNITS.replace("units:\n", "units:\n  lab: {parent: product}\n  lot: {parent: product, head: clerk}\n")
    text += "  clerk: {unit: lot, reports_to: dir, from: 2027-01-01}\n"
    assert [(found.rule, found.entities[0]) for found in findings(text, "ORG2")] == [("empty-unit", "unit:lot")]
    assert [found.entities for found in findings(text, "unused-unit")] == [("unit:lab",)]


def test_a_head_whose_key_is_misspelt_is_not_missing_as_well(findings: Any) -> None:
    text = UNITS.replace("head: lead", "haed: lead")
    assert [found.rule for found in findings(text) if "unit:pay" in found.entities] == ["unknown-key"]


def test_no_line_leaves_a_unit_that_is_in_a_loop(findings: Any) -> None:
    text = UNITS.replace("product: {title: Product, parent: company", "product: {title: Product, parent: pay")
    assert [found.rule for found in findings(text, "ORG21")] == ["unit-loop"]


def test_a_unit_that_is_over_needs_no_head(findings: Any) -> None:
    text = UNITS.replace("pay: {parent: product, head: lead}", "pay: {parent: product, until: 2026-01-31}")
    assert findings(text, "unit-without-head") == []


def test_an_unknown_head_is_left_to_unknown_reference(findings: Any) -> None:
    assert findings(UNITS.replace("head: seller", "head: gone"), "unit-without-head") == []


def test_a_head_in_another_unit_is_told_at_the_head(findings: Any) -> None:
    (found,) = findings(UNITS.replace("head: lead", "head: seller"), "head-outside-unit")
    assert found.message == 'unit "pay" is headed by "seller", who sits in unit "sales"'
    assert (found.place.mark.line, found.place.mark.column) == (5, 32)
    assert found.entities == ("unit:pay", "position:seller")
    assert [(related.place.mark.line, related.note) for related in found.related] == [(11, "the head's own unit")]


def test_a_head_from_a_unit_below_or_also_in_the_unit_is_inside(findings: Any) -> None:
    assert findings(UNITS.replace("head: dir}", "head: lead}"), "head-outside-unit") == []
    text = UNITS.replace("head: lead", "head: seller").replace("{unit: sales,", "{unit: sales, also_in: pay,")
    assert findings(text, "head-outside-unit") == []


def test_seats_of_several_units_under_one_outside_manager_are_one_finding(findings: Any) -> None:
    text = UNITS + "  s1: {unit: sales, reports_to: lead}\n  d1: {unit: product, reports_to: lead}\n"
    (found,) = findings(text, "manager-outside-unit")
    assert found.message == (
        '2 positions of units "sales" and "product" ("s1" and "d1") report to "lead", who sits in unit "pay"'
    )


def test_seats_that_leave_their_unit_sideways_for_one_manager_are_one_finding(findings: Any) -> None:
    text = UNITS + "  s1: {unit: sales, reports_to: lead}\n  s2: {unit: sales, reports_to: lead}\n"
    (found,) = findings(text, "manager-outside-unit")
    assert found.message == '2 positions of unit "sales" ("s1" and "s2") report to "lead", who sits in unit "pay"'
    assert (found.place.mark.line, found.place.mark.column) == (12, 33)
    assert found.entities == ("position:s1", "position:s2", "position:lead")
    assert [(related.place.mark.line, related.note) for related in found.related] == [
        (10, "the manager's unit"),
        (13, "reports there too"),
    ]


def test_the_head_of_the_seats_unit_is_inside_wherever_they_sit(findings: Any) -> None:
    text = UNITS.replace("head: seller", "head: dir") + "  s1: {unit: sales, reports_to: dir}\n"
    assert findings(text, "manager-outside-unit") == []


def test_the_head_of_a_unit_without_parent_may_report_anywhere(findings: Any) -> None:
    text = UNITS.replace("positions:", "  board: {}\npositions:\n  chair: {unit: board}")
    text = text.replace("chief: {unit: company}", "chief: {unit: company, reports_to: chair}")
    assert findings(text, "manager-outside-unit") == []


def test_units_without_parents_and_units_of_a_table_are_silent(findings: Any) -> None:
    flat = "orgmodel: 1\nunits: {a: {}, b: {}}\npositions:\n  x: {unit: a}\n  y: {unit: b, reports_to: x}\n"
    assert findings(flat, "manager-outside-unit") == []
    table = "Employee ID,Manager ID,Department\n1,,A\n2,1,B\n"
    assert findings({"staff.csv": table}, "manager-outside-unit") == []


def test_a_loop_of_units_does_not_stop_the_other_rules(findings: Any) -> None:
    text = UNITS.replace("company: {title: Company,", "company: {title: Company, parent: pay,")
    findings(text, "manager-outside-unit")
    assert len(findings(text, "unit-loop")) == 1

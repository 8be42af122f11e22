"""A misspelt role or unit of a seat is one finding: what only follows from it is not told again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from orgmodel.findings import Finding

Check = Callable[..., list[Finding]]

MODEL = """\
orgmodel: 1
roles:
  cpo: {title: Chief}
  director: {title: Director, reports_to: cpo}
  pm: {title: Product Manager, reports_to: director}
units: {product: {head: top}, payments: {kind: team, parent: product}}
positions:
  top: {role: cpo, unit: product, holder: Ada Park}
  dir: {role: director, unit: payments, holder: Sam Ortiz}
  seat: {role: pm, unit: payments, holder: Li Wei}
activities:
  vision: {title: Vision, assign: {A: director, R: pm}}
  backlog: {title: Backlog, per: team, assign: {A: pm, R: pm}}
"""
SEAT = "{role: pm, unit: payments, holder: Li Wei}"


@pytest.mark.parametrize(
    ("seat", "place", "message"),
    [
        (
            "{role: pmx, unit: payments, holder: Li Wei}",
            (10, 16),
            'role "pmx" does not exist; position "seat" has this role; did you mean "pm"?',
        ),
        (
            "{role: PM, unit: payments, holder: Li Wei}",
            (10, 16),
            'role "PM" differs from role "pm" only in upper and lower case; position "seat" has this role',
        ),
        (
            "{role: pm, unit: paymints, holder: Li Wei}",
            (10, 26),
            'unit "paymints" does not exist; position "seat" is in it; did you mean "payments"?',
        ),
        (
            "{role:pm, unit: payments, holder: Li Wei}",
            (10, 10),
            'position "seat": unknown key "role:pm": a blank is missing after the \':\' of "role"',
        ),
    ],
)
def test_a_slip_of_a_seat_is_told_without_what_follows(
    findings: Check, seat: str, place: tuple[int, int], message: str
) -> None:
    lines = ("several-tops", "missing-line")
    found = [item for item in findings(MODEL.replace(SEAT, seat)) if item.code < "ORG2" or item.rule in lines]
    assert [(item.place.mark.line, item.place.mark.column) for item in found] == [place]
    assert found[0].message == message


@pytest.mark.parametrize("seat", ["{role: pmx, unit: payments}", "{role: pm, unit: paymints}"])
def test_a_role_that_a_misspelt_seat_was_meant_to_have_does_not_lack_its_seat(findings: Check, seat: str) -> None:
    found = findings(MODEL.replace(SEAT, seat))
    assert {"owner-without-seat", "doer-without-seat"} & {item.rule for item in found} == set()


def test_a_manager_with_a_misspelt_role_is_not_missing_as_well(findings: Check) -> None:
    found = findings(MODEL.replace("role: director, unit", "role: directr, unit"))
    assert [item.rule for item in found if item.rule in {"missing-line", "several-tops", "owner-without-seat"}] == []


def test_a_second_top_beside_a_misspelt_seat_is_still_told(findings: Check) -> None:
    text = MODEL.replace(SEAT, "{role: pmx}").replace("activities:", "  other: {role: cpo}\nactivities:")
    (found,) = findings(text, "several-tops")
    assert found.message.startswith('2 positions report to nobody, 1 expected: "top"')
    assert "seat" not in found.message


def test_a_misspelt_role_that_has_no_line_leaves_a_top(findings: Check) -> None:
    (found,) = findings(MODEL.replace(SEAT, "{role: cpoo, unit: payments}"), "several-tops")
    assert '"seat"' in found.message


def test_a_seat_under_a_role_that_only_a_misspelt_seat_has_finds_no_manager_in_silence(findings: Check) -> None:
    text = MODEL.replace("{title: Director, reports_to: cpo}", "{title: Director}")
    slip, other = (text.replace("dir: {role: director,", f"dir: {{role: {role},") for role in ("directr", "cpo"))
    assert findings(slip, "missing-line") == []
    assert len(findings(other, "missing-line")) == 1


def test_a_seat_whose_role_has_a_misspelt_key_does_not_lack_a_role_as_well(findings: Check) -> None:
    text = MODEL.replace(SEAT, "{rol: pm, unit: payments, holder: Li Wei}")
    assert [found.rule for found in findings(text) if "position:seat" in found.entities] == ["unknown-key"]


def test_nobody_is_without_a_seat_while_a_holder_cannot_be_read(findings: Check) -> None:
    people = "people: {ada: {name: Ada Park}, li: {name: Li Wei}}\n"
    text = people + "positions:\n  top: {holder: ada}\n  seat: {reports_to: top, HOLDER: li}\n"
    assert findings(f"orgmodel: 1\n{text.replace('HOLDER', 'holdr')}", "person-without-seat") == []
    alone = text.replace(", HOLDER: li", "")
    assert [found.entities for found in findings(f"orgmodel: 1\n{alone}", "person-without-seat")] == [("person:li",)]


def test_seats_of_a_role_whose_line_has_a_misspelt_key_are_no_tops(findings: Check) -> None:
    text = MODEL.replace("director: {title: Director, reports_to: cpo}", "director: {title: Director, reports_ot: cpo}")
    assert [found.rule for found in findings(text, "several-tops")] == []
    assert [found.rule for found in findings(text, "unknown-key")] == ["unknown-key"]


def test_a_seat_whose_unit_has_a_misspelt_key_is_not_without_unit_as_well(findings: Check) -> None:
    text = MODEL.replace(SEAT, "{role: pm, KEYreports_to: dir, holder: Li Wei}")
    assert findings(text.replace("KEY", "unti: payments, "), "seat-without-unit") == []
    assert [found.entities for found in findings(text.replace("KEY", ""), "seat-without-unit")] == [("position:seat",)]


def test_a_row_whose_letters_have_a_misspelt_key_does_not_lack_them_as_well(findings: Check) -> None:
    text = MODEL.replace("{title: Vision, assign:", "{title: Vision, asign:")
    assert [found.rule for found in findings(text) if "activity:vision" in found.entities] == ["unknown-key"]


def test_no_line_leaves_a_unit_whose_parent_does_not_exist(findings: Check) -> None:
    text = MODEL.replace("parent: product", "parent: prodact")
    found = [item.rule for item in findings(text) if item.rule in {"unknown-reference", "manager-outside-unit"}]
    assert found == ["unknown-reference"]

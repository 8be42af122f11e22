"""A role whose seats are elsewhere: where they are, and how one of them takes part."""

from __future__ import annotations

from collections.abc import Callable

from orgmodel.findings import Finding

Check = Callable[..., list[Finding]]

MODEL = """\
orgmodel: 1
roles: {cpo: {}, pm: {}, head-pmm: {title: Head of Product Marketing}}
units: {product: {}, payments: {kind: team, parent: product}, marketing: {parent: product}}
positions:
  top: {role: cpo, unit: product}
  pm-1: {role: pm, unit: payments, reports_to: top}
  head-pmm: {role: head-pmm, unit: marketing, reports_to: top}
activities:
  launch: {title: Launch, per: team, assign: {A: OWNER, R: DOER}}
"""
NAMED = '"head-pmm" (Head of Product Marketing)'
THERE = '"launch" (Launch) in unit "payments" and has no seat that is meant there: '
ONE = 'its only seat "head-pmm" is in unit "marketing", which is neither "payments" nor above it'
FIX = (
    "Name the seat, `position:head-pmm`, let it take part there with `also_in: [payments]`, "
    "or give the row to a role that has a seat there."
)


def model(owner: str, doer: str) -> str:
    return MODEL.replace("OWNER", owner).replace("DOER", doer)


def test_the_seat_of_an_owner_is_elsewhere(findings: Check) -> None:
    (found,) = findings(model("head-pmm", "pm"), "owner-without-seat")
    assert (found.place.mark.line, found.place.mark.column) == (9, 50)
    assert (found.message, found.fix) == (f"{NAMED} owns {THERE}{ONE}", FIX)


def test_the_seat_of_a_doer_is_elsewhere(findings: Check) -> None:
    (found,) = findings(model("pm", "head-pmm"), "doer-without-seat")
    assert (found.place.mark.line, found.place.mark.column) == (9, 57)
    assert (found.message, found.fix) == (f"{NAMED} does {THERE}{ONE}; nobody else who does it has one", FIX)


def test_several_seats_are_elsewhere(findings: Check) -> None:
    more = "".join(f"  pmm-{i}: {{role: head-pmm, unit: marketing, reports_to: top}}\n" for i in range(2))
    (found,) = findings(model("head-pmm", "pm").replace("activities:", f"{more}activities:"), "owner-without-seat")
    assert found.message.endswith(
        'its 3 seats ("head-pmm" in "marketing", "pmm-0" in "marketing" and 1 more) is in "payments" or above it'
    )
    assert found.fix.startswith("Name one of its seats, `position:head-pmm`, ")


def test_a_role_without_any_seat_is_told_as_before(findings: Check) -> None:
    text = model("head-pmm", "pm").replace("  head-pmm: {role: head-pmm, unit: marketing, reports_to: top}\n", "")
    (found,) = findings(text, "owner-without-seat")
    assert found.fix == "Add a position of that role, or give the row to a role that has one."


def test_where_another_doer_has_a_seat_in_some_of_the_places_the_others_are_named(findings: Check) -> None:
    text = """\
orgmodel: 1
roles: {x: {}, y: {}, pm: {}}
units: {a: {kind: team}, b: {kind: team}, c: {kind: team}}
positions: {x-a: {role: x, unit: a}, y-b: {role: y, unit: b}}
activities: {run: {per: team, assign: {A: pm, R: [x, y]}}}
"""
    first, second = findings(text, "doer-without-seat")
    assert first.message.endswith('; in 1 row ("run@c") nobody else who does it has one')
    assert second.message.endswith('; in 1 row ("run@c") nobody else who does it has one')

"""Seats without role or unit, people without a seat, and what the policy asks of roles."""

from __future__ import annotations

from typing import Any

TOP = (
    "orgmodel: 1\nroles: {pm: {title: Product Manager}, lead: {}}\n"
    "positions:\n  top: {role: lead, holder: Ada, reports_to: ~}\n"
)


def test_seats_without_role_are_one_finding_a_unit(findings: Any) -> None:
    text = TOP + "".join(f"  p{i}: {{role: pm, reports_to: top}}\n" for i in range(4))
    text += "  x: {reports_to: top, unit: u}\n  y: {reports_to: top, unit: u}\n  z: {reports_to: top, title: Helper}\n"
    one, other = findings(text + "units: {u: {}}\n", "seat-without-role")
    assert one.message == '2 positions of unit "u" have no role: "x" and "y"'
    assert (one.severity, one.place.mark.line, one.place.mark.column) == ("info", 9, 3)
    assert one.entities == ("position:x", "position:y")
    assert other.message == 'position "z" (Helper) has no role'


def test_where_half_have_no_role_nobody_is_missing_one(findings: Any) -> None:
    assert findings(TOP + "  x: {reports_to: top}\n", "seat-without-role") == []
    assert findings("orgmodel: 1\npositions:\n  x: {}\n  y: {reports_to: x}\n", "seat-without-role") == []


def test_posts_that_have_ended_need_no_role(findings: Any) -> None:
    text = TOP + "  p: {role: pm, reports_to: top}\n  x: {reports_to: top, status: ended}\n"
    assert findings(text, "seat-without-role") == []


def test_an_empty_title_cell_in_a_table(findings: Any) -> None:
    files = {"s.csv": "id,title,manager id\n1,Lead,\n2,PM,1\n3,,1\n"}
    (found,) = findings(files, "seat-without-role")
    assert (found.message, str(found.place)) == ('position "3" has no role', "s.csv:4:2")


UNITS = "orgmodel: 1\nunits: {u: {head: h}}\npositions:\n  top: {holder: Ada}\n  h: {reports_to: top}\n"


def test_a_branch_of_seats_without_unit_is_one_finding(findings: Any) -> None:
    text = UNITS + "".join(f"  p{i}: {{unit: u, reports_to: h}}\n" for i in range(4))
    text += "  x: {reports_to: p0}\n  y: {reports_to: x}\n"
    (found,) = findings(text, "seat-without-unit")
    assert found.message == '2 positions below "p0" are in no unit: "x" and "y"; "p0" is in "u"'
    assert (found.severity, found.place.mark.line, found.place.mark.column) == ("info", 10, 3)
    assert found.entities == ("position:x", "position:y")


def test_tops_heads_and_guests_need_no_unit_of_their_own(findings: Any) -> None:
    text = UNITS + "".join(f"  p{i}: {{unit: u, reports_to: h}}\n" for i in range(4))
    assert findings(text + "  x: {reports_to: h, also_in: u}\n", "seat-without-unit") == []


def test_where_half_have_no_unit_nobody_is_missing_one(findings: Any) -> None:
    assert findings(UNITS + "  p: {unit: u, reports_to: h}\n  x: {reports_to: h}\n", "seat-without-unit") == []


def test_a_person_whom_nothing_names(findings: Any) -> None:
    text = "orgmodel: 1\npeople:\n  a: {name: Ada}\n  s: {name: Sam Ortiz}\npositions:\n  top: {holder: a}\n"
    (found,) = findings(text, "person-without-seat")
    assert found.message == 'person "s" (Sam Ortiz) holds no position and stands in for nobody'
    assert (found.severity, found.place.mark.line, found.place.mark.column) == ("info", 4, 3)
    assert found.entities == ("person:s",)


def test_every_use_of_a_person_counts(findings: Any) -> None:
    people = "orgmodel: 1\npeople: {s: {name: Sam, aliases: Samuel}}\npositions:\n  top: {holder: a}\n"
    for use in (
        "  x: {reports_to: top, holders: [{person: s, until: 2020-12-31}]}\n",
        "  x: {reports_to: top, deputy: s}\n",
        "  x: {reports_to: top, deputy: 'person:s'}\n",
        "  x: {reports_to: top, holder: Sam}\n",
        "  x: {reports_to: top, holder: Samuel}\n",
        "activities:\n  x: {assign: {A: 'person:s'}}\n",
    ):
        assert findings(people + use, "person-without-seat") == []


CONFLICT = (
    "orgmodel: 1\npolicy:\n  conflicts: [{roles: [buyer, approver, auditor], reason: four eyes}]\n"
    "roles: {buyer: {}, approver: {}, auditor: {}, pm: {}}\npeople: {li: {name: Li Wei}}\npositions:\n"
    "  top: {holder: Ada}\n  a: {role: buyer, reports_to: top, holder: li}\n"
)


def test_roles_in_one_hand_that_the_policy_keeps_apart(findings: Any) -> None:
    text = (
        CONFLICT
        + "  b: {role: buyer, reports_to: top, holder: li}\n  c: {role: auditor, reports_to: top, holder: li}\n"
    )
    (found,) = findings(text, "conflicting-roles")
    assert found.message == (
        '"li" (Li Wei) holds the roles "buyer" (in "a" and "b") and "auditor" (in "c"), which the policy keeps '
        "apart: four eyes"
    )
    assert (found.severity, found.place.mark.line, found.place.mark.column) == ("warning", 10, 47)
    assert found.entities == (
        *("person:li", "position:a", "position:b", "position:c"),
        *("role:buyer", "role:auditor"),
    )
    assert [(item.place.mark.line, item.note) for item in found.related] == [
        (8, "the same person"),
        (9, "the same person"),
        (3, "the policy"),
    ]


def test_lawful_pairs_of_roles(findings: Any) -> None:
    for other in ("role: pm, holder: li", "role: buyer, holder: li", "role: auditor, holder: Sam", "role: auditor"):
        assert findings(CONFLICT + f"  b: {{reports_to: top, {other}}}\n", "conflicting-roles") == []


def test_namesakes_in_a_table_are_two_people(findings: Any) -> None:
    files = {
        "org.yaml": "orgmodel: 1\ninclude: [s.csv]\npolicy: {conflicts: {roles: [x, y]}}\nroles: {x: {}, y: {}}\n",
        "s.csv": "id,role,holder\n1,x,Li\n2,y,Li\n",
    }
    assert findings(files, "conflicting-roles") == []


def test_a_role_with_fewer_people_than_the_policy_asks_for(findings: Any) -> None:
    text = TOP + "  a: {role: pm, reports_to: top, holder: Li}\n  b: {role: pm, reports_to: top, holder: Li}\n"
    text += "  c: {role: pm, reports_to: top}\npolicy:\n  holders: {pm: 2, lead: 1}\n"
    (found,) = findings(text, "too-few-holders")
    assert found.message == 'role "pm" (Product Manager) has 1 holder, and the policy asks for 2; vacant: "c"'
    assert (found.severity, found.place.mark.line, found.place.mark.column) == ("warning", 9, 17)
    assert found.entities == ("role:pm", "position:a", "position:b", "position:c")


def test_undisclosed_holders_and_seats_that_stand_for_several_count(findings: Any) -> None:
    text = TOP + "  a: {role: pm, reports_to: top, seats: 3, status: filled}\npolicy: {holders: {pm: 3}}\n"
    assert findings(text, "too-few-holders") == []
    (found,) = findings(text.replace("pm: 3", "pm: 4"), "too-few-holders")
    assert found.message.startswith('role "pm" (Product Manager) has 3 holders, and')


def test_a_role_without_a_seat_has_no_holder(findings: Any) -> None:
    (found,) = findings(TOP + "policy: {holders: {pm: 1}}\n", "too-few-holders")
    assert found.message == 'role "pm" (Product Manager) has no holder, and the policy asks for 1'

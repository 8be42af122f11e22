"""References that lead nowhere: one finding for each thing that is missing."""

from collections.abc import Callable

import pytest

from orgmodel.findings import Finding, Severity

Check = Callable[..., list[Finding]]

MODEL = """\
orgmodel: 1
roles:
  pm: {title: Product Manager, aliases: [Product Planner]}
  cpo: {title: Chief Product Officer}
units:
  product: {title: Product}
positions:
  top: {role: cpo, unit: product, holder: Ada Park}
  seat:
    role: pm
    unit: product
    reports_to: top
"""


def only(found: list[Finding]) -> Finding:
    (finding,) = found
    return finding


def at(finding: Finding) -> tuple[int, int]:
    return finding.place.mark.line, finding.place.mark.column


@pytest.mark.parametrize(
    ("old", "new", "message", "place", "entity"),
    [
        (
            "role: pm",
            "role: pmx",
            'role "pmx" does not exist; position "seat" has this role',
            (10, 11),
            "position:seat",
        ),
        (
            "    unit: product",
            "    unit: prod",
            'unit "prod" does not exist; position "seat" is in it',
            (11, 11),
            "position:seat",
        ),
        (
            "reports_to: top",
            "reports_to: zz",
            'manager "zz" does not exist; position "seat" reports to it',
            (12, 17),
            "position:seat",
        ),
        (
            "reports_to: top",
            "reports_to: [top, {to: zz, kind: project}]",
            'manager "zz" does not exist; position "seat" reports to it',
            (12, 28),
            "position:seat",
        ),
        (
            "reports_to: top",
            "dotted_to: [zz]",
            'position "zz" does not exist; position "seat" has a dotted line to it',
            (12, 17),
            "position:seat",
        ),
        (
            "reports_to: top",
            "also_in: zz",
            'unit "zz" does not exist; position "seat" is also in it',
            (12, 14),
            "position:seat",
        ),
        (
            "reports_to: top",
            "deputy: Zoe",
            'deputy "Zoe" does not exist; position "seat" names it as deputy',
            (12, 13),
            "position:seat",
        ),
        (
            "title: Product}",
            "parent: zz}",
            'parent unit "zz" does not exist; unit "product" lies in it',
            (6, 21),
            "unit:product",
        ),
        (
            "title: Product}",
            "head: zz}",
            'head "zz" does not exist; unit "product" is headed by it',
            (6, 19),
            "unit:product",
        ),
        (
            "title: Product}",
            "heads: [top, zz]}",
            'head "zz" does not exist; unit "product" is headed by it',
            (6, 26),
            "unit:product",
        ),
        (
            "title: Product}",
            "interactions: [{with: zz}]}",
            'unit "zz" does not exist; unit "product" works with it',
            (6, 35),
            "unit:product",
        ),
        (
            "title: Chief Product Officer",
            "reports_to: zz",
            'role "zz" does not exist; role "cpo" reports to it',
            (4, 21),
            "role:cpo",
        ),
        (
            "title: Chief Product Officer",
            "dotted_to: zz",
            'role "zz" does not exist; role "cpo" has a dotted line to it',
            (4, 20),
            "role:cpo",
        ),
        (
            "title: Chief Product Officer",
            "promotes_to: [zz]",
            'role "zz" does not exist; role "cpo" promotes to it',
            (4, 23),
            "role:cpo",
        ),
        (
            "title: Chief Product Officer",
            "works_with: [pm, zz]",
            'role "zz" does not exist; role "cpo" works with it',
            (4, 26),
            "role:cpo",
        ),
    ],
)
def test_every_reference_of_the_structure_is_followed(
    findings: Check, old: str, new: str, message: str, place: tuple[int, int], entity: str
) -> None:
    found = only(findings(MODEL.replace(old, new, 1), "ORG102"))
    assert found.message.split("; did you")[0] == message
    assert found.severity is Severity.ERROR
    assert at(found) == place
    assert found.entities == (entity,)


@pytest.mark.parametrize(
    ("row", "message", "column"),
    [
        ("assign: {A: pm, R: zz}", 'role "zz" does not exist; activity "x" gives it a letter', 24),
        ("assign: {A: pm, R: [pm, {who: zz}]}", 'role "zz" does not exist; activity "x" gives it a letter', 35),
        ("assign: {A: pm, R: 'position:zz'}", 'position "zz" does not exist; activity "x" gives it a letter', 24),
        ("assign: {A: pm, R: 'unit:zz'}", 'unit "zz" does not exist; activity "x" gives it a letter', 24),
        ("assign: {A: pm, R: 'person:Zoe'}", 'person "Zoe" does not exist; activity "x" gives it a letter', 24),
        ("part_of: zz", 'activity "zz" does not exist; activity "x" is part of it', 14),
        ("depends_on: [x, 'activity:zz']", 'activity "zz" does not exist; activity "x" depends on it', 21),
        ("escalates_to: zz", 'role "zz" does not exist; activity "x" escalates to it', 19),
        ("escalates_to: 'position:zz'", 'position "zz" does not exist; activity "x" escalates to it', 19),
        ("per: role:zz", 'role "zz" does not exist; activity "x" exists once for each of its seats', 10),
        ("scheme: zz", 'scheme "zz" does not exist; activity "x" uses it', 13),
    ],
)
def test_every_reference_of_a_row_is_followed(findings: Check, row: str, message: str, column: int) -> None:
    found = only(findings(f"{MODEL}activities:\n  x:\n    {row}\n", "ORG102"))
    assert found.message == message
    assert at(found) == (15, column)


def test_lawful_references_are_silent(findings: Check) -> None:
    text = (
        MODEL
        + """\
    deputy: top
  b: {role: pm, reports_to: top, deputy: "role:cpo", dotted_to: [seat]}
  c: {role: pm, reports_to: top, deputy: Ada Park}
activities:
  x:
    scheme: RASIC
    per: role:pm
    depends_on: ["activity:x"]
    escalates_to: "unit:product"
    assign: {A: "position:top", R: [pm, "person:Ada Park"], C: "role:cpo", I: "unit:product"}
waivers:
  - {rule: no-owner, for: "activity:x@product"}
  - {rule: no-owner, for: "position:to*"}
  - {rule: no-owner, for: "person:Ada Park"}
"""
    )
    assert [item.message for item in findings(text, "ORG10") if item.severity is not Severity.INFO] == []


def test_one_missing_thing_is_one_finding_with_all_who_refer_to_it(findings: Check) -> None:
    rows = "".join(f"p{i},00204\n" for i in range(30))
    found = only(findings({"staff.csv": f"id,reports_to\ntop,\n{rows}"}, "ORG102"))
    assert found.message == 'manager "00204" does not exist; 30 positions report to it'
    assert str(found.place) == "staff.csv:3:2"
    assert found.entities == tuple(f"position:p{i}" for i in range(30))
    assert len(found.related) == 20
    assert (str(found.related[0].place), found.related[0].note) == ("staff.csv:4:2", 'position "p1" refers to it here')


def test_different_kinds_of_reference_to_one_thing_are_counted_together(findings: Check) -> None:
    text = MODEL.replace("title: Product}", "head: zz}") + "  b: {role: pm, reports_to: zz}\n"
    found = only(findings(text, "ORG102"))
    assert found.message == 'position "zz" does not exist; 1 unit and 1 position refer to it'
    assert found.entities == ("unit:product", "position:b")


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("role: pmm", 'did you mean "pm"?'),
        ("role: Product Planner", 'did you mean role "pm", whose alias this is?'),
        ("role: product manager", 'did you mean role "pm", whose title this is?'),
        ("reports_to: Ada Park", '"Ada Park" holds position "top"'),
        ("reports_to: cpo", '"cpo" is a role, not a position'),
        ("role: seat", '"seat" is a position, not a role'),
        ("unit: produkt", 'did you mean "product"?'),
    ],
)
def test_the_message_says_what_may_be_meant(findings: Check, line: str, hint: str) -> None:
    found = only(findings(f"{MODEL}  b: {{{line}}}\n", "ORG102"))
    assert found.message.endswith(f"; {hint}")


def test_numbers_are_not_taken_for_their_neighbours(findings: Check) -> None:
    found = only(findings({"staff.csv": "id,reports_to\n205,\n310,204\n"}, "ORG102"))
    assert found.message == 'manager "204" does not exist; position "310" reports to it'


def test_the_scheme_of_the_model_is_a_reference_too(findings: Check) -> None:
    found = only(findings("orgmodel: 1\nscheme: racy\nroles: {pm: {}}\n", "ORG102"))
    assert found.message == 'scheme "racy" does not exist; the model uses it; did you mean "raci"?'
    assert at(found) == (2, 9)


def test_a_heading_of_a_matrix_without_its_role_is_one_place(findings: Check) -> None:
    files = {
        "org.yaml": "orgmodel: 1\ninclude: m.csv\nroles: {pm: {}}\nactivities: {x: {}, y: {}}\n",
        "m.csv": "activity,pm,QA\nx,A,R\ny,A,R\n",
    }
    found = only(findings(files, "ORG102"))
    assert found.message == 'role "QA" does not exist; 2 activities give it a letter'
    assert str(found.place) == "m.csv:1:3"
    assert found.related == ()
    assert found.entities == ("activity:x", "activity:y")


def test_a_claim_about_an_unknown_activity_is_reported(findings: Check) -> None:
    text = f"{MODEL}activities: {{release: {{}}}}\nassignments:\n  - {{activity: relaese, role: pm, letter: A}}\n"
    found = only(findings(text, "ORG102"))
    assert found.message == ('activity "relaese" does not exist; role "pm" has a letter on it; did you mean "release"?')
    assert at(found) == (15, 16)


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("position:gone", 'position "gone" does not exist; a waiver is made for it'),
        ("position:gone*", 'position "gone*" does not exist; a waiver is made for it'),
        (
            "seat",
            'target "seat" does not exist; a waiver is made for it; "seat" is a position, and its kind is not written',
        ),
    ],
)
def test_a_waiver_for_nothing_is_a_warning(findings: Check, target: str, message: str) -> None:
    found = only(findings(f'{MODEL}waivers:\n  - {{rule: no-owner, for: "{target}"}}\n', "ORG102"))
    assert (found.severity, found.message) == (Severity.WARNING, message)
    assert at(found) == (14, 27)


def test_what_may_stand_in_an_unread_file_is_reported_as_a_consequence(findings: Check) -> None:
    found = only(findings("orgmodel: 1\ninclude: seats.yaml\nunits: {u: {head: cpo}}\n", "ORG102"))
    assert found.message.endswith("is headed by it; it may stand in a file that was not read")
    assert [(item.place.mark.line, item.note) for item in found.related] == [(2, "this was not read")]


def test_a_manager_named_like_two_people_is_not_guessed(findings: Check) -> None:
    files = {"staff.csv": "id,name,manager name\n1,Li Wei,\n2,Li Wei,\n3,Ada Park,Li Wei\n"}
    found = only(findings(files, "ORG102"))
    assert found.message == 'position "3": manager "Li Wei" is the holder of 2 positions: "1", "2"'
    assert str(found.place) == "staff.csv:4:3"


def test_a_role_column_names_roles_where_roles_are_written(findings: Check) -> None:
    files = {
        "org.yaml": "orgmodel: 1\ninclude: seats.csv\nroles: {pm: {title: Product Manager}}\n",
        "seats.csv": "id,role\na,Product Manager\nb,pmm\n",
    }
    found = only(findings(files, "ORG102"))
    assert found.message == 'role "pmm" does not exist; position "b" has this role; did you mean "pm"?'


def test_hostile_names_are_printed_safely(findings: Check) -> None:
    found = only(findings(f'{MODEL}  b: {{role: "x\\n\\u202e\\"y"}}\n', "ORG102"))
    assert found.message == 'role "x\\n\\u202e"y" does not exist; position "b" has this role'


def test_dates_do_not_hide_a_reference(findings: Check) -> None:
    text = f"{MODEL}  b: {{from: 2030-01-01, reports_to: {{to: zz, until: 2020-01-01}}}}\n"
    assert only(findings(text, "ORG102")).message.startswith('manager "zz" does not exist')


@pytest.mark.parametrize(
    "written",
    [
        "reports_to: [top, lost]",
        "reports_to: {to: lost, until: 2020-01-31}",
        "reports_to: {to: lost, from: 2099-01-01}",
        "reports_to: lost, status: planned",
        "reports_to: top, dotted_to: lost",
    ],
)
def test_a_manager_is_missed_on_lines_of_any_kind_and_day(findings: Check, written: str) -> None:
    found = only(findings(f"orgmodel: 1\npositions:\n  top: {{}}\n  seat: {{{written}}}\n", "unknown-reference"))
    assert '"lost" does not exist' in found.message


def test_a_manager_is_missed_in_a_further_row_of_an_id(findings: Check) -> None:
    files = {"org.yaml": "orgmodel: 1\ninclude: s.csv\n", "s.csv": "id,reports_to\ntop,\nseat,top\nseat,lost\n"}
    assert at(only(findings(files, "unknown-reference"))) == (4, 6)

"""The sections of a YAML or JSON file: every key is read, in its short and its long form."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from faults import all_told

from orgmodel.model.activities import Assignment, Letter
from orgmodel.model.lines import Assignee, Line
from orgmodel.model.policy import Bounds, Waiver
from orgmodel.model.positions import Holder
from orgmodel.model.roles import Experience, Pay
from orgmodel.model.units import Interaction

DAY = date(2026, 11, 1)
SHAPES: list[tuple[str, str, str, str, Any]] = [
    ("roles", "title: PM", "title", "text", "PM"),
    ("roles", "title: 42", "title", "a number as text", "42"),
    ("roles", "title: no", "title", "a word of YAML 1.1 as text", "no"),
    ("roles", "aliases: Planner", "aliases", "one", ("Planner",)),
    ("roles", "aliases: [Planner, 0123]", "aliases", "list", ("Planner", "0123")),
    ("roles", "reports_to: lead", "reports_to", "short", (Line("lead"),)),
    ("roles", "reports_to: ~", "reports_to", "empty is top on purpose", ()),
    ("roles", "level: 3", "level", "number", 3),
    ("roles", "grade: 7", "grade", "a number as text", "7"),
    ("roles", "dotted_to: [a, {to: b, note: x}]", "dotted_to", "mixed", (Line("a"), Line("b", note="x"))),
    ("roles", "promotes_to: senior", "promotes_to", "one", ("senior",)),
    ("roles", "counts_as: pm", "counts_as", "one", ("pm",)),
    ("roles", "counts_as: [pm, lead]", "counts_as", "list", ("pm", "lead")),
    ("roles", "track: ic", "track", "text", "ic"),
    ("roles", "purpose: Build", "purpose", "text", "Build"),
    ("roles", "family: product", "family", "text", "product"),
    ("roles", "works_with: [ux]", "works_with", "list", ("ux",)),
    ("roles", "skills: {discovery: 4}", "skills", "numbers", {"discovery": 4}),
    ("roles", "skills: ~", "skills", "empty", {}),
    (
        "roles",
        "experience: {min: 3, max: 5.5, basis: in_discipline, source: s, note: n}",
        "experience",
        "all",
        Experience(3, 5.5, "in_discipline", "s", "n"),
    ),
    ("roles", "pay: 62000", "pay", "one figure", (Pay(amount=62000),)),
    ("roles", "pay: {min: 1, max: 2, currency: USD}", "pay", "one record", (Pay(min=1, max=2, currency="USD"),)),
    (
        "roles",
        "pay: [{stat: p90, amount: 5, period: month, year: 2024, source: s, note: n}]",
        "pay",
        "list",
        (Pay("p90", amount=5, period="month", year=2024, source="s", note="n"),),
    ),
    ("roles", "certifications: CSPO", "certifications", "one", ("CSPO",)),
    ("roles", "responsibilities: [a, b]", "responsibilities", "list", ("a", "b")),
    ("roles", "external: true", "external", "flag", True),
    ("roles", "sources: s.txt", "sources", "one", {"*": ("s.txt",)}),
    ("roles", "codes: {soc: 11-2021}", "codes", "texts", {"soc": "11-2021"}),
    ("roles", "fields: {site: Oslo, floor: 3}", "fields", "numbers are texts", {"site": "Oslo", "floor": "3"}),
    ("positions", "role: pm", "role", "text", "pm"),
    ("positions", "title: Lead", "title", "text", "Lead"),
    ("positions", "unit: payments", "unit", "text", "payments"),
    ("positions", "also_in: [a, b]", "also_in", "list", ("a", "b")),
    ("positions", "reports_to: cpo", "reports_to", "short", (Line("cpo"),)),
    (
        "positions",
        "reports_to: {to: cpo, kind: interim, from: 2026-01-01, until: 2026-12-31, note: x}",
        "reports_to",
        "long",
        (Line("cpo", "interim", date(2026, 1, 1), date(2026, 12, 31), "x"),),
    ),
    (
        "positions",
        "reports_to: [{to: a, until: 2026-01-31}, {to: b, from: 2026-02-01}]",
        "reports_to",
        "in turn",
        (Line("a", until=date(2026, 1, 31)), Line("b", from_=date(2026, 2, 1))),
    ),
    ("positions", "reports_to:", "reports_to", "empty is top on purpose", ()),
    ("positions", "reports_to: null", "reports_to", "null is top on purpose", ()),
    ("positions", "title: x", "reports_to", "not written", None),
    ("positions", "dotted_to: cpo", "dotted_to", "one", (Line("cpo"),)),
    ("positions", "holder: Ada Park", "holder", "text", "Ada Park"),
    ("positions", "holder: ~", "holder", "empty is a vacancy", None),
    (
        "positions",
        "holders: [Ada, {person: Bo, fte: 0.5, from: 2026-01-01, until: 2026-06-30, kind: interim}]",
        "holders",
        "mixed",
        (Holder("Ada"), Holder("Bo", 0.5, date(2026, 1, 1), date(2026, 6, 30), "interim")),
    ),
    ("positions", "holders: Ada", "holders", "one", (Holder("Ada"),)),
    ("positions", "holders: {person: Ada}", "holders", "one record", (Holder("Ada"),)),
    ("positions", "deputy: cto", "deputy", "text", "cto"),
    ("positions", "fte: 0.8", "fte", "number", 0.8),
    ("positions", "seats: 6", "seats", "number", 6),
    ("positions", "from: 2027-01-01", "from_", "day", date(2027, 1, 1)),
    ("positions", "until: 2027-01-01", "until", "day", date(2027, 1, 1)),
    ("positions", "status: planned", "status", "word", "planned"),
    ("positions", "employment: agent", "employment", "word", "agent"),
    ("positions", "assistant: TRUE", "assistant", "flag", True),
    ("positions", "level: 4", "level", "number", 4),
    ("positions", "grade: SCS2", "grade", "text", "SCS2"),
    ("positions", "pay: 100", "pay", "one figure", (Pay(amount=100),)),
    ("positions", "skills: {a: 7}", "skills", "numbers", {"a": 7}),
    ("positions", "photo: ada.jpg", "photo", "text", "ada.jpg"),
    ("positions", "fields: {cost: 1e3}", "fields", "as written", {"cost": "1e3"}),
    ("people", "name: Ada Park", "name", "text", "Ada Park"),
    ("people", "email: ada@example.com", "email", "text", "ada@example.com"),
    ("people", "aliases: [A. Park]", "aliases", "list", ("A. Park",)),
    ("people", "employment: contractor", "employment", "word", "contractor"),
    ("people", "skills: {a: 1}", "skills", "numbers", {"a": 1}),
    ("people", "photo: a.png", "photo", "text", "a.png"),
    ("people", "fields: {site: Oslo}", "fields", "texts", {"site": "Oslo"}),
    ("units", "title: Product", "title", "text", "Product"),
    ("units", "kind: team", "kind", "text", "team"),
    ("units", "parent: product", "parent", "text", "product"),
    ("units", "parent: ~", "parent", "empty is a top unit", None),
    ("units", "head: cpo", "head", "text", "cpo"),
    ("units", "heads: [a, b]", "heads", "list", ("a", "b")),
    ("units", "from: 2026-01-01", "from_", "day", date(2026, 1, 1)),
    ("units", "until: 2026-01-01", "until", "day", date(2026, 1, 1)),
    (
        "units",
        "interactions: {with: ops, mode: x-as-a-service}",
        "interactions",
        "one",
        (Interaction("ops", "x-as-a-service"),),
    ),
    ("units", "fields: {cc: 0042}", "fields", "zeros stay", {"cc": "0042"}),
    ("activities", "title: Rank", "title", "text", "Rank"),
    ("activities", "group: Strategy", "group", "text", "Strategy"),
    ("activities", "kind: decision", "kind", "word", "decision"),
    ("activities", "plane: tactical", "plane", "word", "tactical"),
    ("activities", "per: role:pm", "per", "text", "role:pm"),
    ("activities", "scheme: rapid", "scheme", "text", "rapid"),
    ("activities", "part_of: roadmap", "part_of", "text", "roadmap"),
    ("activities", "depends_on: [a]", "depends_on", "list", ("a",)),
    ("activities", "unowned: nobody yet", "unowned", "text", "nobody yet"),
    ("activities", "escalates_to: cpo", "escalates_to", "text", "cpo"),
    ("activities", "separate: true", "separate", "flag", True),
    ("activities", "from: 2026-01-01", "from_", "day", date(2026, 1, 1)),
    ("activities", "until: 2026-01-01", "until", "day", date(2026, 1, 1)),
    ("activities", "assign: {A: pm}", "assign", "short", {"A": (Assignee("pm"),)}),
    (
        "activities",
        "assign: {C: [pm, {who: unit:ux, from: 2026-01-01, until: 2026-02-01, note: n}]}",
        "assign",
        "mixed",
        {"C": (Assignee("pm"), Assignee("unit:ux", date(2026, 1, 1), date(2026, 2, 1), "n"))},
    ),
    ("activities", "assign: {A: {who: pm, note: n}}", "assign", "long", {"A": (Assignee("pm", note="n"),)}),
    ("activities", "description: d", "description", "text", "d"),
    ("activities", "sources: [a, b]", "sources", "list", {"*": ("a", "b")}),
    ("roles", "sources: {purpose: a, skills.x: [b]}", "sources", "map", {"purpose": ("a",), "skills.x": ("b",)}),
    ("roles", "sources: ~", "sources", "empty", {}),
    ("activities", "fields: {x: y}", "fields", "texts", {"x": "y"}),
]


@pytest.mark.parametrize(
    ("kind", "line", "name", "expected"),
    [(kind, line, name, expected) for kind, line, name, _, expected in SHAPES],
    ids=[f"{kind}-{name}-{form}".replace(" ", "-") for kind, _, name, form, _ in SHAPES],
)
def test_a_key_is_read(loaded: Any, kind: str, line: str, name: str, expected: Any) -> None:
    model = loaded(f"orgmodel: 1\n{kind}:\n  it:\n    {line}\n")
    assert model.faults == []
    assert getattr(model.organization.section(kind)["it"], name) == expected


def test_every_key_of_the_format_has_a_test_of_its_own() -> None:
    from orgmodel.loading.entries import known_keys
    from orgmodel.model.organization import KINDS

    tested = {(kind, "from" if name == "from_" else name) for kind, _, name, _, _ in SHAPES}
    everywhere = {"description"}
    assert {(kind, key) for kind in KINDS for key in known_keys(kind) if key not in everywhere} <= tested


def test_heads_of_the_file_are_read(loaded: Any) -> None:
    model = loaded("orgmodel: 1\nname: Northwind\nas_of: 2026-11-01\nscheme: RASCI\n").organization
    assert (model.name, model.as_of, model.scheme) == ("Northwind", DAY, "rasci")


def test_a_model_without_a_name_is_called_after_its_folder(loaded: Any, tmp_path: Any) -> None:
    assert loaded("orgmodel: 1\nroles: {pm: }\n").name == tmp_path.name


def test_a_table_is_called_after_its_file(loaded: Any) -> None:
    assert loaded({"staff.csv": "id,manager\n1,\n"}).name == "staff"


def test_an_entry_without_keys_is_an_entry(loaded: Any) -> None:
    model = loaded("orgmodel: 1\nroles:\n  pm:\n  lead: ~\n  dev: {}\n")
    assert (model.faults, list(model.organization.roles)) == ([], ["pm", "lead", "dev"])


def test_sections_keep_the_order_of_the_file(loaded: Any) -> None:
    assert list(loaded("orgmodel: 1\nroles: {z: , a: , m: }\n").organization.roles) == ["z", "a", "m"]


@pytest.mark.parametrize("name", ["NO", "on", "0123", "1e3", "null ", "~x", "2026-11-01", "true"])
def test_an_id_that_yaml_could_take_for_something_else_survives(loaded: Any, name: str) -> None:
    model = loaded(f"orgmodel: 1\npositions:\n  {name.strip()!s}x: {{}}\n  {name.strip()}: {{reports_to: NO}}\n")
    assert name.strip() in model.organization.positions


def test_json_is_read_like_yaml(loaded: Any) -> None:
    text = '{"orgmodel": 1, "positions": {"p": {"fte": 0.5, "reports_to": null, "assistant": true, "seats": 2}}}'
    model = loaded({"org.json": text})
    seat = model.organization.positions["p"]
    assert (model.faults, seat.fte, seat.reports_to, seat.assistant, seat.seats) == ([], 0.5, (), True, 2)


def test_claims_are_read_with_their_sources(loaded: Any) -> None:
    model = loaded(
        "orgmodel: 1\nassignments:\n"
        "  - {activity: a, role: pm, letter: A, source: s1, note: n, from: 2026-01-01, until: 2026-02-01}\n"
        "  - {activity: a, role: pm, letter: none, source: s2}\n"
    )
    assert model.organization.assignments == [
        Assignment("a", "pm", "A", "s1", date(2026, 1, 1), date(2026, 2, 1), "n"),
        Assignment("a", "pm", "none", "s2"),
    ]


@pytest.mark.parametrize("dash", ["- ", ""], ids=["a list", "one"])
def test_a_waiver_is_read(loaded: Any, dash: str) -> None:
    entry = '{rule: span-too-wide, for: "position:cpo", reason: r, owner: cpo, until: 2027-03-31}'
    model = loaded(f"orgmodel: 1\nwaivers:\n  {dash}{entry}\n" if dash else f"orgmodel: 1\nwaivers: {entry}\n")
    assert model.organization.waivers == [Waiver("span-too-wide", "position:cpo", "r", "cpo", date(2027, 3, 31))]


def test_policy_is_read(loaded: Any) -> None:
    policy = loaded(
        "orgmodel: 1\npolicy: {tops: 2, span: {min: 2, max: 9}, layers: {max: 5}, row: {doers: 3}, fte: 1.1,"
        " severity: {span-too-wide: error}}\n"
    ).organization.policy
    assert (policy.tops, policy.span, policy.layers.max, policy.fte) == (2, Bounds(2, 9), 5, 1.1)
    assert (policy.row.doers, policy.row.informed) == (3, 10)
    assert policy.severity == {"span-too-wide": "error"}


def test_policy_as_documented_is_the_default(loaded: Any) -> None:
    policy = loaded("orgmodel: 1\nroles: {pm: }\n").organization.policy
    assert (policy.tops, policy.span, policy.layers.max) == (1, Bounds(3, 15), 8)


def test_an_own_scheme_is_read(loaded: Any) -> None:
    schemes = loaded(
        "orgmodel: 1\nschemes: {Ours: {A: {name: Answers, min: 1, max: 1, traits: owner, excludes: [R]}, R: ~}}\n"
    ).organization.schemes
    assert schemes.get("OURS") == {"A": Letter("Answers", 1, 1, ("owner",), ("R",)), "R": Letter()}


@pytest.mark.parametrize(
    "name",
    [
        "raci",
        "rasci",
        "rasi",
        "raciq",
        "raci-vs",
        "cairo",
        "daci",
        "rapid",
        "pacsi",
        "mocha",
        "dri",
        "dci",
        "arci",
        "rasic",
        "racio",
    ],
)
def test_a_built_in_scheme_is_known_in_any_case(loaded: Any, name: str) -> None:
    schemes = loaded("orgmodel: 1\nroles: {pm: }\n").organization.schemes
    letters = schemes.get(name.upper())
    assert letters
    assert any("owner" in letter.traits for letter in letters.values())


def test_a_scheme_given_twice_is_told_with_both_places(loaded: Any) -> None:
    model = loaded("orgmodel: 1\nschemes:\n  ours: {A: ~}\n  OURS: {B: ~}\n")
    (fault,) = model.faults
    assert (fault.rule, str(fault.place), str(fault.related[0].place)) == (
        "duplicate-id",
        "org.yaml:4:3",
        "org.yaml:3:3",
    )


# Faults --------------------------------------------------------------------------------------------


def test_an_unknown_key_is_told_at_the_key_with_its_nearest(loaded: Any) -> None:
    model = loaded("orgmodel: 1\nroles:\n  pm: {title: PM, levle: 3}\n")
    assert all_told(model) == [
        ("unknown-key", "org.yaml:3:19", 'role "pm": unknown key "levle"; did you mean "level"?')
    ]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("rolse: {}\n", "2:1", 'unknown key "rolse"; did you mean "roles"?'),
        ("policy: {span: {mx: 3}}\n", "2:17", 'unknown key "mx"; did you mean "max"?'),
        (
            "positions: {p: {reports_to: {to: a, knd: x}}}\n",
            "2:37",
            'position "p": unknown key "knd"; did you mean "kind"?',
        ),
        (
            "positions: {p: {holders: [{prson: a}]}}\n",
            "2:28",
            'position "p": unknown key "prson"; did you mean "person"?',
        ),
        ("activities: {a: {assign: {A: {hwo: pm}}}}\n", "2:31", 'activity "a": unknown key "hwo"; did you mean "who"?'),
        (
            "assignments: [{activity: a, role: r, letter: A, sorce: x}]\n",
            "2:49",
            'unknown key "sorce"; did you mean "source"?',
        ),
        ("waivers: [{rule: a, for: b, untl: x}]\n", "2:29", 'unknown key "untl"; did you mean "until"?'),
        (
            "units: {u: {interactions: [{with: v, moed: x}]}}\n",
            "2:38",
            'unit "u": unknown key "moed"; did you mean "mode"?',
        ),
        ("roles: {r: {pay: [{mxa: 1}]}}\n", "2:20", 'role "r": unknown key "mxa"; did you mean "max"?'),
        ("roles: {r: {experience: {bassis: x}}}\n", "2:26", 'role "r": unknown key "bassis"; did you mean "basis"?'),
    ],
)
def test_an_unknown_key_is_told_wherever_it_stands(loaded: Any, text: str, place: str, message: str) -> None:
    assert ("unknown-key", f"org.yaml:{place}", message) in all_told(loaded("orgmodel: 1\n" + text))


@pytest.mark.parametrize(
    ("line", "column", "message"),
    [
        ("level: high", 12, '"level": wanted a whole number, found "high"'),
        ("level: 3.5", 12, '"level": wanted a whole number, found "3.5"'),
        ("level: [3]", 12, '"level": wanted a whole number, found a list'),
        ("fte: x", 10, '"fte": wanted a number, found "x"'),
        ("fte: inf", 10, '"fte": wanted a finite number, found "inf"'),
        ("fte: nan", 10, '"fte": wanted a finite number, found "nan"'),
        ("seats: -1", 12, '"seats": wanted at least 0, found "-1"'),
        ("from: 2026-2-1", 11, '"from": wanted a date written YYYY-MM-DD, found "2026-2-1"'),
        ("from: 2026-02-30", 11, '"from": there is no day 30 in 2026-02, found "2026-02-30"'),
        ("assistant: yes", 16, '"assistant": wanted true or false, found "yes"'),
        ("status: gone", 13, '"status": wanted "filled", "vacant", "planned" or "ended", found "gone"'),
        ("title: {a: b}", 12, '"title": wanted text, found keys and values'),
        ("title: [a]", 12, '"title": wanted text, found a list'),
        ("skills: {a: 9}", 17, '"skills.a": wanted at most 7, found "9"'),
        ("fields: [a]", 13, '"fields": wanted keys and values, found a list'),
        ("fields: {a: [b]}", 17, '"fields.a": wanted text, found a list'),
        ("also_in: {a: b}", 14, None),
        ("level: 99999999999999999999999999", 12, None),
    ],
)
def test_a_wrong_value_is_told_at_the_value(loaded: Any, line: str, column: int, message: str | None) -> None:
    model = loaded(f"orgmodel: 1\npositions:\n  p:\n    {line}\n")
    (fault,) = model.faults
    assert (fault.rule, fault.place.mark.line) == ("wrong-value", 4)
    if message is not None:
        assert (fault.place.mark.column, fault.message) == (column, f'position "p": {message}')


def test_a_wrong_value_is_left_out_and_the_rest_of_the_entry_kept(loaded: Any) -> None:
    model = loaded("orgmodel: 1\npositions: {p: {level: high, title: PM, fte: 1, skills: {a: 9, b: 2}}}\n")
    seat = model.organization.positions["p"]
    assert (seat.level, seat.title, seat.fte, seat.skills) == (None, "PM", 1.0, {"b": 2})


def test_several_faults_of_a_file_come_in_one_run(loaded: Any) -> None:
    model = loaded(
        "orgmodel: 1\nnmae: X\nroles:\n  pm: {titel: PM, level: high}\nassignments:\n  - {activity: a}\n"
        "waivers: {rule: x}\npolicy: {tops: x}\nas_of: soon\n"
    )
    assert sorted((fault.place.mark.line, fault.rule) for fault in model.faults) == [
        (2, "unknown-key"),
        (4, "unknown-key"),
        (4, "wrong-value"),
        (6, "missing-field"),
        (7, "missing-field"),
        (8, "wrong-value"),
        (9, "wrong-value"),
    ]


def test_missing_fields_of_a_record_are_one_fault(loaded: Any) -> None:
    model = loaded("orgmodel: 1\nassignments:\n  - {activity: a}\n")
    assert all_told(model) == [("missing-field", "org.yaml:3:5", '"role" and "letter" are missing')]


def test_a_misspelt_field_is_not_missing_as_well(loaded: Any) -> None:
    model = loaded("orgmodel: 1\nassignments:\n  - {activity: a, rol: r, letter: A}\n")
    assert [fault.rule for fault in model.faults] == ["unknown-key"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("roles: [a]\n", '"roles": wanted keys and values (an id, then what belongs to it), found a list'),
        ("roles: x\n", '"roles": wanted keys and values (an id, then what belongs to it), found "x"'),
        ("assignments: {}\n", None),
        ("assignments: x\n", '"assignments": wanted a list, found "x"'),
        ("name: [a]\n", '"name": wanted text, found a list'),
        ("as_of: 1 Nov\n", '"as_of": wanted a date written YYYY-MM-DD, found "1 Nov"'),
        ("roles: {pm: text}\n", 'role "pm": wanted keys and values, found text'),
        ("roles: {pm: [a]}\n", 'role "pm": wanted keys and values, found a list'),
        ("policy: x\n", None),
        ("schemes: {ours: x}\n", None),
        ("schemes: {ours: {TOOLONG: ~}}\n", 'scheme "ours": "TOOLONG": wanted at most 4 characters, found "TOOLONG"'),
    ],
)
def test_a_section_of_the_wrong_shape_is_told(loaded: Any, text: str, message: str | None) -> None:
    model = loaded("orgmodel: 1\n" + text)
    (fault,) = model.faults
    assert fault.place.mark.line == 2
    assert message is None or fault.message == message


def test_a_file_that_is_no_mapping_is_told(loaded: Any) -> None:
    message = 'wanted keys such as "roles" and "activities", found a list'
    assert all_told(loaded("- a\n- b\n")) == [("wrong-value", "org.yaml:1:1", message)]


def test_another_version_of_the_format_is_told_at_its_number(loaded: Any) -> None:
    (fault,) = loaded("orgmodel: 2\n").faults
    assert (fault.rule, str(fault.place)) == ("unsupported-version", "org.yaml:1:11")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ('"a:b"', "holds a colon"),
        ('" a"', "begins or ends with a blank"),
        ('"a "', "begins or ends with a blank"),
        ('"a\\tb"', "holds a control character"),
        ('"a\\u0085b"', "holds a control character"),
        ('""', "is empty"),
        ("a" * 101, "is longer than 100 characters"),
    ],
)
def test_an_id_that_cannot_be_referred_to_is_told(loaded: Any, name: str, reason: str) -> None:
    (fault,) = loaded(f"orgmodel: 1\nroles:\n  {name}: {{}}\n").faults
    assert (fault.rule, str(fault.place)) == ("wrong-value", "org.yaml:3:3")
    assert reason in fault.message


@pytest.mark.parametrize("name", ["a", "a" * 100, "a b", "Ünïcode", "a.b/c+d@e#f&(g)", "💡"])
def test_an_unusual_id_is_kept(loaded: Any, name: str) -> None:
    model = loaded(f'orgmodel: 1\nroles:\n  "{name}": {{}}\n')
    assert (model.faults, list(model.organization.roles)) == ([], [name])


def test_an_id_defined_in_two_files_is_kept_as_a_repeat(loaded: Any) -> None:
    model = loaded(
        {
            "org.yaml": "orgmodel: 1\ninclude: b.yaml\nroles: {pm: {title: PM}}\n",
            "b.yaml": "roles: {pm: {title: Other}}\n",
        }
    ).organization
    assert model.roles["pm"].title == "PM"
    assert [role.title for role in model.repeats["roles"]["pm"]] == ["Other"]


def test_the_same_key_twice_in_a_file_is_told_with_both_places(loaded: Any) -> None:
    (fault,) = loaded("orgmodel: 1\nroles:\n  pm: {}\n  pm: {}\n").faults
    assert (fault.rule, str(fault.place), str(fault.related[0].place)) == (
        "duplicate-key",
        "org.yaml:4:3",
        "org.yaml:3:3",
    )

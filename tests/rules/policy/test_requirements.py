"""What an organisation demands of itself, held against its entries."""

from collections.abc import Callable

import pytest

from orgmodel.findings import Finding, Severity

Check = Callable[..., list[Finding]]

HOUSE = """\
orgmodel: 1
roles:
  cpo: {title: Chief Product Officer, level: 6, track: management}
  director: {title: Director, level: 5, track: management, skills: {discovery: 4}}
  pm: {title: Product Manager, level: 3, track: ic}
units:
  product: {title: Product, kind: department, head: cpo}
  payments: {title: Payments, kind: team, parent: product, head: dir-payments, fields: {region: EU}}
  growth: {title: Growth, kind: team, parent: product}
people:
  li: {name: Li Wei, employment: contractor}
positions:
  cpo: {role: cpo, unit: product, holder: Ada Park, level: 7}
  dir-payments: {role: director, unit: payments, reports_to: cpo, holder: Sam Ortiz, from: 2024-03-01}
  dir-growth: {role: director, reports_to: cpo}
  pm-checkout: {role: pm, unit: payments, reports_to: dir-payments, holder: li, fte: 0.8, fields: {site: Berlin}}
  pm-fraud: {role: pm, unit: payments, reports_to: dir-payments, holder: Ada Park, seats: 2, employment: employee}
  help: {role: pm, unit: payments, reports_to: dir-payments, assistant: true}
activities:
  vision: {title: Vision, kind: decision, plane: strategic, assign: {A: cpo, R: director}}
  backlog: {title: Backlog, assign: {A: pm, R: [pm, director], I: "unit:growth"}}
policy:
  require:
    - {REQUIRE}
"""


def required(findings: Check, requirement: str, rule: str = "requirement-failed") -> list[Finding]:
    return findings(HOUSE.replace("REQUIRE", requirement), rule)


def names(found: list[Finding]) -> list[str]:
    return [finding.entities[0].partition(":")[2] for finding in found]


def test_every_director_must_have_unit_and_holder(findings: Check) -> None:
    (found,) = required(
        findings, "every: position, where: {role: director}, must: {unit: {set: true}, holder: {set: true}}"
    )
    assert found.message == (
        'position "dir-growth" (Director): "unit" is not set and "holder" is not set; '
        'the requirement for every position where "role" is "director" is not fulfilled'
    )
    assert (found.severity, found.place.mark.line, found.place.mark.column) == (Severity.ERROR, 15, 3)
    assert found.entities == ("position:dir-growth",)
    assert [(related.place.mark.line, related.note) for related in found.related] == [(24, "the requirement")]


def test_one_wrong_field_is_shown_at_its_place(findings: Check) -> None:
    (found,) = required(findings, "every: position, must: {fte: {min: 1}}, where: {fte: {set: true}}")
    assert found.message.startswith('position "pm-checkout" (Product Manager): "fte" is 0.8, not 1 or more; ')
    assert (found.place.mark.line, found.place.mark.column) == (16, 86)


def test_span_at_most_two_in_a_unit_counts_seats_and_leaves_out_assistants(findings: Check) -> None:
    (found,) = required(findings, "every: position, where: {unit: payments}, must: {span: {max: 2}}")
    assert found.message.startswith('position "dir-payments" (Director): "span" is 3, not 2 or less; ')


def test_a_seat_is_also_in_the_units_around_its_own(findings: Check) -> None:
    found = required(findings, "every: position, where: {unit: product}, must: {grade: {set: true}}")
    assert names(found) == ["cpo", "dir-payments", "pm-checkout", "pm-fraud", "help"]


def test_two_roles_never_in_one_hand(findings: Check) -> None:
    (found,) = required(findings, "every: person, where: {roles: cpo}, must_not: {roles: pm}, reason: four eyes")
    assert found.message == (
        'person "Ada Park": "roles" is "cpo" and "pm", and must not be "pm"; '
        'the requirement for every person where "roles" is "cpo" is not fulfilled (four eyes)'
    )
    assert (found.entities, found.place.mark.line, found.place.mark.column) == (("person:Ada Park",), 13, 43)


def test_every_team_has_a_product_manager(findings: Check) -> None:
    (found,) = required(findings, "every: unit, where: {kind: team}, must: {roles: pm}, name: staffed")
    assert found.message == (
        'unit "growth" (Growth): "roles" is not set, and should be "pm"; the requirement "staffed" is not fulfilled'
    )


def test_seats_of_a_role_are_counted_by_name(findings: Check) -> None:
    found = required(findings, "every: unit, where: {id: payments}, must: {seats.pm: {max: 3}}")
    assert found[0].message.startswith('unit "payments" (Payments): "seats.pm" is 4, not 3 or less; ')


@pytest.mark.parametrize(
    ("requirement", "failing"),
    [
        ("every: position, must: {role: [cpo, director]}", ["pm-checkout", "pm-fraud", "help"]),
        ("every: position, must: {role: {equals: pm}}", ["cpo", "dir-payments", "dir-growth"]),
        ("every: position, must: {unit: ~}", ["cpo", "dir-payments", "pm-checkout", "pm-fraud", "help"]),
        ("every: position, must: {unit: {unset: true}}", ["cpo", "dir-payments", "pm-checkout", "pm-fraud", "help"]),
        ("every: position, must: {unit: {set: false}}", ["cpo", "dir-payments", "pm-checkout", "pm-fraud", "help"]),
        ("every: position, where: {level: {min: 5}}, must: {level: {max: 5}}", ["cpo"]),
        ("every: position, must_not: {level: 3}", ["pm-checkout", "pm-fraud", "help"]),
        ("every: position, must_not: {level: 3.0}", ["pm-checkout", "pm-fraud", "help"]),
        ("every: position, must_not: {from: {max: 2024-12-31}}", ["dir-payments"]),
        ("every: position, where: {from: {set: true}}, must: {from: {min: 2024-03-02}}", ["dir-payments"]),
        ("every: position, must_not: {employment: contractor}", ["pm-checkout"]),
        ("every: position, must_not: {fields.site: Berlin}", ["pm-checkout"]),
        (
            "every: position, must_not: {unit.fields.region: EU, role: pm}",
            ["dir-payments", "pm-checkout", "pm-fraud", "help"],
        ),
        ("every: position, must_not: {role.track: ic}", ["pm-checkout", "pm-fraud", "help"]),
        ("every: position, must_not: {reports_to.role: director}", ["pm-checkout", "pm-fraud", "help"]),
        ("every: position, must_not: {reports_to.reports_to: cpo}", ["pm-checkout", "pm-fraud", "help"]),
        ("every: position, must_not: {holder.name: Li Wei}", ["pm-checkout"]),
        ("every: position, must_not: {status: vacant}", ["dir-growth", "help"]),
        ("every: position, must_not: {assistant: true}", ["help"]),
        ("every: position, must_not: {layer: {min: 3}}", ["pm-checkout", "pm-fraud", "help"]),
        ("every: role, must: {skills.discovery: {min: 4}}", ["cpo", "pm"]),
        ("every: role, must: {seats: {max: 2}}", ["pm"]),
        ("every: unit, must: {head: {set: true}}", ["growth"]),
        ("every: unit, must: {seats: {min: 1}}", ["growth"]),
        ("every: unit, must_not: {parent: product}", ["payments", "growth"]),
        ("every: unit, must_not: {head.role: director}", ["payments"]),
        ("every: person, must_not: {units: payments}", ["li", "Ada Park", "Sam Ortiz"]),
        ("every: activity, must: {plane: {set: true}}", ["backlog"]),
        ("every: activity, must_not: {owner: pm}", ["backlog"]),
        ("every: activity, must_not: {doer: director}", ["vision", "backlog"]),
        ("every: activity, must_not: {informed: 'unit:growth'}", ["backlog"]),
        ("every: activity, must: {owner.level: {min: 5}}", ["backlog"]),
        ("every: unit, must: {people.pm: {min: 1}}", ["growth"]),
        ("every: unit, where: {id: payments}, must: {people: {min: 4}}", ["payments"]),
        ("every: person, must: {positions: {max: 1}}", ["Ada Park"]),
        ("every: person, must: {positions: {min: 2}}", ["li", "Sam Ortiz"]),
        ("every: activity, must: {doer: {max: 1}}", ["backlog"]),
        ("every: activity, where: {kind: decision}, must: {informed: {set: true}}", ["vision"]),
    ],
)
def test_operators_and_fields(findings: Check, requirement: str, failing: list[str]) -> None:
    assert names(required(findings, requirement)) == failing


def test_a_requirement_may_have_a_severity_of_its_own(findings: Check) -> None:
    (found,) = required(findings, "every: unit, must: {head: {set: true}}, severity: info")
    assert found.severity is Severity.INFO


def test_a_requirement_that_is_fulfilled_is_silent(findings: Check) -> None:
    assert required(findings, "every: position, must: {role: {set: true}}", "ORG9") == []


def test_a_seat_that_is_planned_or_over_is_not_judged(findings: Check) -> None:
    text = HOUSE.replace("REQUIRE", "every: position, must: {unit: {set: true}}")
    later = (
        "  later: {role: pm, reports_to: cpo, from: 2030-01-01}\n  gone: {role: pm, until: 2020-01-01}\nactivities:\n"
    )
    assert names(findings(text.replace("activities:\n", later), "requirement-failed")) == ["dir-growth"]


def test_a_requirement_that_matches_nothing_says_so(findings: Check) -> None:
    (found,) = required(findings, "every: unit, where: {kind: squad}, must: {head: {set: true}}", "ORG9")
    assert (found.rule, found.severity) == ("requirement-matches-nothing", Severity.WARNING)
    assert found.message == 'the requirement for every unit where "kind" is "squad" matches nothing on 2026-11-01'
    assert (found.place.mark.line, found.place.mark.column) == (24, 7)


@pytest.mark.parametrize(
    ("requirement", "message"),
    [
        (
            "every: position, where: {rolle: pm}, must: {unit: {set: true}}",
            'no position has a field "rolle" that can be asked for; did you mean "role"?',
        ),
        (
            "every: position, must: {fields: {set: true}}",
            'no position has a field "fields" that can be asked for; it wants a name behind it, as in "fields.name"',
        ),
        (
            "every: position, must: {role: [pm, directer]}",
            '"role" is asked to be role "directer", which does not exist; did you mean "director"?',
        ),
        (
            "every: activity, must_not: {owner: 'unit:grwth'}",
            '"owner" is asked to be unit "grwth", which does not exist; did you mean "growth"?',
        ),
        (
            "every: position, must: {reports_to.rolle: pm}",
            'no position has a field "rolle" that can be asked for (in "reports_to.rolle"); did you mean "role"?',
        ),
        (
            "every: position, must: {role: cpoo}",
            '"role" is asked to be role "cpoo", which does not exist; did you mean "cpo"?',
        ),
        (
            "every: position, must: {role: Chief Produkt Officer}",
            '"role" is asked to be role "Chief Produkt Officer", which does not exist; did you mean "cpo"?',
        ),
        ("every: unit, must: {seats.pmm: {min: 1}}", '"seats.pmm" asks for role "pmm", which does not exist'),
        ("every: position, must: {status: fild}", '"status" is never "fild"; did you mean "filled"?'),
        (
            "every: activity, must: {plane: high}",
            '"plane" is never "high"; it is "strategic", "tactical" and "operational"',
        ),
        (
            "every: position, must: {role: Product Manager}",
            '"role" is asked to be role "Product Manager", which does not exist; did you mean "pm"?',
        ),
        (
            "every: position, must: {field.site: x}",
            'no position has a field "field.site" that can be asked for; did you mean "fields.site"?',
        ),
        (
            "every: position, must: {title: {min: 3}}",
            '"title" has no number and no day that could be held against limits',
        ),
        ("every: position, must: {from: {min: 3}}", '"from" is a day, and its limit a number'),
        ("every: position, must: {fte: {max: 2027-01-01}}", '"fte" is a number, and its limit a day'),
        (
            "every: unit, must: {fields.region: {min: 3, max: 2027-01-01}}",
            '"fields.region" has a number and a day as limits',
        ),
        (
            "every: position, must: {title.x: a}",
            'no position has a field "title.x" that can be asked for; "title" names',
        ),
    ],
)
def test_what_a_requirement_names_must_exist(findings: Check, requirement: str, message: str) -> None:
    found = required(findings, requirement, "requirement-names-unknown")
    assert (found[0].message[: len(message)], found[0].severity) == (message, Severity.ERROR)


def test_a_requirement_with_an_unknown_field_in_where_is_not_judged_by_the_rest(findings: Check) -> None:
    found = required(findings, "every: position, where: {rolle: pm}, must: {grade: {set: true}}", "ORG9")
    assert [finding.rule for finding in found] == ["requirement-names-unknown"]


def test_people_may_be_named_who_have_no_entry(findings: Check) -> None:
    assert required(findings, "every: position, must_not: {holder: Nobody}", "requirement-names-unknown") == []


@pytest.mark.parametrize(
    ("requirement", "message"),
    [
        ("every: seat, must: {unit: {set: true}}", 'wanted "role", "position", "unit", "person" or "activity"'),
        ("every: unit, must: {head: {sett: true}}", '"sett"'),
        ("every: unit, must: {seats: {max: many}}", "wanted a number, or a date written YYYY-MM-DD"),
        ("every: unit, must: {seats: {}}", 'wanted one of "equals", "in", "set", "unset", "min", "max"'),
        ("every: unit, must: {seats: {max: nan}}", "wanted a number, or a date written YYYY-MM-DD"),
        ("every: unit, must: {seats: {max: 1e999}}", "wanted a number, or a date written YYYY-MM-DD"),
        ("every: unit, must: {seats: {max: 1_000}}", "wanted a number, or a date written YYYY-MM-DD"),
        ("every: unit, must: {kind: []}", "wanted at least one value to choose from"),
        (
            "every: unit, must: {kind: {set: true, unset: true}}",
            'wanted "set" or "unset", and these contradict each other',
        ),
        ("every: unit", 'the first item of "require" says nothing that has to hold'),
        ("every: unit, wher: {kind: team}, must: {head: x}", 'did you mean "where"'),
    ],
)
def test_a_requirement_that_cannot_be_read(findings: Check, requirement: str, message: str) -> None:
    found = required(findings, requirement, "ORG00")
    assert message in found[0].message


def test_a_long_way_over_many_entries_ends(findings: Check) -> None:
    way = ".".join(["reports_to"] * 5000)
    text = f"every: position, must: {{? {way} : cpo}}"
    (found,) = required(findings, text, "requirement-names-unknown")
    assert found.message.startswith("no position has a field")


def test_a_requirement_in_which_a_name_is_unknown_is_not_judged(findings: Check) -> None:
    found = required(findings, "every: activity, must: {owner: [cpo, directer]}", "ORG9")
    assert [finding.rule for finding in found] == ["requirement-names-unknown"]


def test_a_requirement_with_reversed_limits_is_not_judged(findings: Check) -> None:
    found = required(findings, "every: position, must: {span: {min: 9, max: 3}}", "ORG9")
    assert [finding.rule for finding in found] == ["limits-reversed"]


def test_a_number_of_names_is_told_with_the_names(findings: Check) -> None:
    (found,) = required(findings, "every: person, must: {positions: {max: 1}}")
    assert '"positions" is 2 ("cpo" and "pm-fraud"), not 1 or less' in found.message


def test_a_value_that_nobody_has_gets_a_hint(findings: Check) -> None:
    (found,) = required(findings, "every: unit, where: {kind: taem}, must: {head: {set: true}}", "ORG9")
    assert found.message.endswith('; no unit has the kind "taem"; did you mean "team"?')


SISTERS = """\
orgmodel: 1
roles: {developer: {title: Programmer, aliases: [Engineer]}, developers: {}}
positions: {a: {role: developer, title: Lead}}
policy: {require: [{REQUIRE}]}
"""


def test_an_entry_that_exists_and_that_nobody_names_is_no_slip(findings: Check) -> None:
    (found,) = findings(
        SISTERS.replace("REQUIRE", "every: position, where: {role: developers}, must: {unit: {set: true}}"),
        "requirement-matches-nothing",
    )
    assert found.message.endswith(' where "role" is "developers" matches nothing on 2026-11-01')


def test_behind_an_entry_that_nobody_names_a_misspelt_value_is_seen(findings: Check) -> None:
    (found,) = findings(
        SISTERS.replace("REQUIRE", "every: position, where: {role: developers, title: Laed}, must: {unit: x}").replace(
            "positions", "units: {x: {}}\npositions"
        ),
        "requirement-matches-nothing",
    )
    assert found.message.endswith('; no position has the title "Laed"; did you mean "Lead"?')


def test_a_field_that_every_entry_has_gets_no_hint(findings: Check) -> None:
    text = SISTERS.replace("title: Lead", "title: Nona").replace(
        "REQUIRE", "every: position, where: {title: {unset: true}}, must: {unit: {set: true}}"
    )
    (found,) = findings(text, "requirement-matches-nothing")
    assert found.message.endswith(' where "title" is empty matches nothing on 2026-11-01')


def test_an_alias_stands_for_the_id_of_a_role(findings: Check) -> None:
    (found,) = findings(
        SISTERS.replace("REQUIRE", "every: position, must: {role: Engineer}"), "requirement-names-unknown"
    )
    assert found.message == ('"role" is asked to be role "Engineer", which does not exist; did you mean "developer"?')


def test_none_at_all_is_told_as_a_number_without_names(findings: Check) -> None:
    found = required(findings, "every: unit, where: {id: growth}, must: {people.pm: {min: 1}}")
    assert found[0].message.startswith('unit "growth" (Growth): "people.pm" is 0, not 1 or more; ')


def test_a_field_that_must_not_be_empty_is_not_set(findings: Check) -> None:
    (found,) = required(findings, "every: unit, must_not: {head: {unset: true}}")
    assert found.message.startswith('unit "growth" (Growth): "head" is not set, and must not be empty; ')


def test_of_many_names_three_are_told(findings: Check) -> None:
    seats = "".join(f"  s{i}: {{holder: Ada Park}}\n" for i in range(4))
    text = HOUSE.replace("REQUIRE", "every: person, must: {positions: {max: 2}}")
    (found,) = findings(text.replace("activities:\n", f"{seats}activities:\n"), "requirement-failed")
    assert '"positions" is 6 ("cpo", "pm-fraud", "s0" and 3 more), not 2 or less' in found.message


def test_of_many_fields_ten_are_told(findings: Check) -> None:
    fields = ", ".join(f"fields.f{i:02}: {{set: true}}" for i in range(11))
    (found,) = required(findings, f"every: unit, where: {{id: growth}}, must: {{{fields}}}")
    assert '"fields.f09" is not set and 1 more; ' in found.message
    assert "fields.f10" not in found.message


def test_a_skill_of_a_misspelt_field_is_not_required_as_well(findings: Check) -> None:
    asked = "policy: {require: {every: role, must: {skills.sql: {set: true}}}}"
    text = f"orgmodel: 1\nroles: {{pm: {{KEY: {{sql: 3}}}}}}\n{asked}\n"
    assert findings(text.replace("KEY", "skils"), "requirement-failed") == []
    assert len(findings(text.replace("KEY", "fields"), "requirement-failed")) == 1


def test_what_is_missing_is_named_in_the_fix(findings: Check) -> None:
    (found,) = required(findings, "every: unit, must: {head: {set: true}}")
    assert found.fix == "Give the entry `head`, or narrow the requirement with `where`."


SEVERAL = """\
orgmodel: 1
positions: {a: {title: A}}
policy:
  require:
    - {every: positions, must: {unit: {set: true}}}
    - {every: position, severity: fatal, must: {unit: {set: true}}}
    - {every: position, must: {unit: {set: true}}}
    - {every: position, were: {role: pm}, must: {fte: {set: true}}}
    - {every: position, must: {rol: pm}}
"""


def test_what_stands_behind_refused_requirements_keeps_its_place(findings: Check) -> None:
    found = findings(SEVERAL)
    places = [(item.rule, item.place.mark.line) for item in found if item.code[3] in "09" and item.place.mark.line > 4]
    assert places == [("wrong-value", 5), ("wrong-value", 6), ("unknown-key", 8), ("requirement-names-unknown", 9)]
    (failed,) = [item for item in found if item.rule == "requirement-failed"]
    assert [related.place.mark.line for related in failed.related] == [7]


def test_refused_requirements_are_called_by_their_own_number(findings: Check) -> None:
    second = next(item for item in findings(SEVERAL) if item.place.mark.line == 6)
    assert second.message.startswith('"severity" of the second item of "require": ')


def test_a_field_whose_key_is_misspelt_is_not_required_as_well(findings: Check) -> None:
    text = "orgmodel: 1\nroles: {pm: {KEY: Sell}}\npolicy: {require: {every: role, must: {purpose: {set: true}}}}\n"
    assert [found.rule for found in findings(text.replace("KEY", "purpos"), "ORG905")] == []
    assert [found.rule for found in findings(text.replace("KEY", "title"), "ORG905")] == ["requirement-failed"]


def test_a_small_number_may_be_written_with_an_exponent(findings: Check) -> None:
    asked = "every: position, where: {fte: {set: true}}, must: {fte: {min: 1e-5}}"
    assert required(findings, asked, "ORG9") == []


def test_a_way_over_many_lines_looks_at_each_entry_once_a_step(findings: Check) -> None:
    seats = "\n".join(
        f"  p{i}: {{role: pm, dotted_to: [{', '.join(f'p{j}' for j in range(40) if j != i)}]}}" for i in range(40)
    )
    way = ".".join(["dotted_to"] * 15 + ["role"])
    text = f"orgmodel: 1\nroles: {{pm: {{}}, po: {{}}}}\npositions:\n{seats}\npolicy:\n  require:\n"
    found = findings(f"{text}    - {{every: position, must: {{{way}: po}}}}\n", "requirement-failed")
    assert len(found) == 40


@pytest.mark.parametrize(
    ("asked", "failing"),
    [("guide", ["pm"]), ("book", ["director", "pm"]), ("{min: 3}", ["director", "pm"]), ("{set: true}", ["pm"])],
)
def test_sources_are_those_of_the_whole_entry_and_of_its_parts(findings: Check, asked: str, failing: list[str]) -> None:
    text = (
        "orgmodel: 1\nroles:\n  director: {sources: {level: [guide, survey], purpose: guide}}\n"
        "  head: {sources: [guide, survey, book]}\n  pm: {title: PM}\n"
        f"policy: {{require: {{every: role, must: {{sources: {asked}}}}}}}\n"
    )
    assert names(findings(text, "requirement-failed")) == failing


def test_sources_of_an_activity_are_read_as_well(findings: Check) -> None:
    text = (
        "orgmodel: 1\nactivities: {a: {sources: {purpose: [guide]}}, b: {sources: survey}}\n"
        "policy: {require: {every: activity, must: {sources: guide}}}\n"
    )
    assert names(findings(text, "requirement-failed")) == ["b"]

"""References that miss an id only by case or leading zeros."""

from collections.abc import Callable

from orgmodel.findings import Finding, Severity

Check = Callable[..., list[Finding]]


def test_case_alone_is_named_with_the_place_of_the_id(findings: Check) -> None:
    files = {"staff.csv": "id,reports_to\nEOE-1,\na,EoE-1\nb,EoE-1\n"}
    (found,) = findings(files, "ORG10")
    assert (found.rule, found.severity) == ("reference-differs-by-case", Severity.ERROR)
    assert found.message == (
        'manager "EoE-1" differs from position "EOE-1" only in upper and lower case; 2 positions report to it'
    )
    assert str(found.place) == "staff.csv:3:2"
    assert [(str(item.place), item.note) for item in found.related] == [
        ("staff.csv:2:1", 'position "EOE-1" is defined here'),
        ("staff.csv:4:2", 'position "b" refers to it here'),
    ]
    assert found.entities == ("position:a", "position:b")


def test_zeros_lost_by_the_ids_are_found(findings: Check) -> None:
    (found,) = findings({"staff.csv": "id,reports_to\n204,\n310,00204\n"}, "ORG10")
    assert found.rule == "reference-lost-leading-zeros"
    assert found.message == (
        'manager "00204" differs from position "204" only in leading zeros; position "310" reports to it'
    )


def test_zeros_lost_by_the_references_are_found(findings: Check) -> None:
    (found,) = findings({"staff.csv": "id,reports_to\n00204,\n00310,204\n"}, "ORG10")
    assert found.message == (
        'manager "204" differs from position "00204" only in leading zeros; position "00310" reports to it'
    )


def test_roles_and_units_are_compared_too(findings: Check) -> None:
    text = "orgmodel: 1\nroles: {pm: {}}\nunits: {u: {}}\npositions:\n  a: {role: PM, unit: U}\n"
    assert [(item.place.mark.column, item.message.split(";")[0]) for item in findings(text, "ORG103")] == [
        (13, 'role "PM" differs from role "pm" only in upper and lower case'),
        (23, 'unit "U" differs from unit "u" only in upper and lower case'),
    ]


def test_several_ids_that_may_be_meant_are_all_named(findings: Check) -> None:
    (found,) = findings("orgmodel: 1\nroles: {po: {}, PO: {}}\npositions: {a: {role: Po}}\n", "ORG103")
    assert found.message == (
        'role "Po" differs from role "po" and role "PO" only in upper and lower case; position "a" has this role'
    )


def test_a_mapping_that_forgives_links_them_in_silence(findings: Check) -> None:
    files = {
        "org.yaml": "orgmodel: 1\ninclude: {file: s.csv, as: positions, match: [case, leading-zeros]}\n",
        "s.csv": "id,reports_to\nA1,\n7,a1\n8,007\n",
    }
    assert findings(files, "ORG10") == []


def test_another_word_is_no_twin(findings: Check) -> None:
    assert [item.rule for item in findings({"staff.csv": "id,reports_to\n100,\n310,10\n"}, "ORG10")] == [
        "unknown-reference"
    ]

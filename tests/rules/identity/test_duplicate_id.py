"""One id given to two entries, and seats that people share."""

from collections.abc import Callable

from orgmodel.findings import Finding, Severity

Check = Callable[..., list[Finding]]


def test_rows_with_different_managers_are_an_error_that_names_them(findings: Check) -> None:
    files = {"staff.csv": "id,name,reports_to\na,Ada,\nb,Bo,a\nc,Cy,a\nc,Di,b\nc,Ed,\n"}
    (found,) = findings(files, "duplicate-id")
    assert found.severity is Severity.ERROR
    assert found.message == 'position "c" is given 3 times, with 3 different managers: "a", "b" and none'
    assert str(found.place) == "staff.csv:5:1"
    assert [(str(item.place), item.note) for item in found.related] == [
        ("staff.csv:4:1", "first given here; this one counts"),
        ("staff.csv:6:1", "given again here"),
    ]
    assert found.entities == ("position:c",)


def test_rows_that_agree_in_line_and_unit_are_a_shared_post(findings: Check) -> None:
    files = {"staff.csv": "id,name,reports_to,unit,fte\na,Ada,,U,1\nb,Bo,a,U,0.65\nb,Cy,a,U,0.6\n"}
    (found,) = findings(files, "duplicate-id")
    assert found.severity is Severity.WARNING
    assert found.message == (
        'position "b" stands in 2 rows that agree in line and unit: '
        "read as one post, shared by 2 people, 1.25 full-time equivalents in all"
    )
    assert found.fix == "Keep the rows if people share this post; else give each row its own id."


def test_rows_in_different_units_differ(findings: Check) -> None:
    files = {"staff.csv": "id,name,reports_to,unit\na,Ada,,U\nb,Bo,a,U\nb,Bo,a,V\n"}
    (found,) = findings(files, "duplicate-id")
    assert (found.severity, found.message) == (Severity.ERROR, 'position "b" is given 2 times, differing in unit')


def test_a_role_in_two_files_has_both_places(findings: Check) -> None:
    files = {
        "org.yaml": "orgmodel: 1\ninclude: b.yaml\nroles:\n  pm: {title: Product Manager, level: 3}\n",
        "b.yaml": "orgmodel: 1\nroles:\n  pm: {title: Project Manager, level: 4}\n",
    }
    (found,) = findings(files, "duplicate-id")
    assert found.message == 'role "pm" is given 2 times, differing in title and level'
    assert (str(found.place), str(found.related[0].place)) == ("b.yaml:3:3", "org.yaml:4:3")


def test_equal_entries_say_so(findings: Check) -> None:
    files = {
        "org.yaml": "orgmodel: 1\ninclude: b.yaml\nunits: {u: {title: Sales}}\n",
        "b.yaml": "orgmodel: 1\nunits: {u: {title: Sales}}\n",
    }
    (found,) = findings(files, "duplicate-id")
    assert found.message == 'unit "u" is given 2 times, each time the same'


def test_a_scheme_given_twice_is_found_in_any_case(findings: Check) -> None:
    files = {
        "org.yaml": "orgmodel: 1\ninclude: b.yaml\nroles: {pm: {}}\nschemes: {ours: {A: {traits: owner}}}\n",
        "b.yaml": "orgmodel: 1\nschemes: {Ours: {B: {traits: owner}}}\n",
    }
    (found,) = findings(files, "duplicate-id")
    assert found.message == 'scheme "Ours" is given twice; names of schemes are equal in any case'
    assert (str(found.place), str(found.related[0].place)) == ("b.yaml:2:11", "org.yaml:4:11")


def test_one_id_of_two_kinds_is_lawful(findings: Check) -> None:
    assert findings("orgmodel: 1\nroles: {cpo: {}}\npositions: {cpo: {role: cpo}}\n", "duplicate-id") == []

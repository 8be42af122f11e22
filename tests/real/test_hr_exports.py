"""Well-known sample exports of personnel systems, read by their usual headings alone where possible."""

from __future__ import annotations

from typing import Any

import pytest
from real_files import DAY, figures, read

from orgmodel.checking.check import CheckOptions, check
from orgmodel.findings import Severity
from orgmodel.loading.load import load

pytestmark = pytest.mark.usefixtures("data")

BY_HEADINGS: dict[str, dict[str, Any]] = {
    "hr/oracle-hr-employees.csv": {},
    "hr/org-chart-id-parentid.csv": {},
    "hr/northwind-employees.csv": {},
    "hr/chinook-employee.json": {},
    "hr/adventureworks-employee.csv": {
        "columns": {"id": ["BusinessEntityID"], "path": ["OrganizationNode"], "title": ["JobTitle"]}
    },
}
export = pytest.mark.parametrize("path", BY_HEADINGS, ids=lambda path: path[3:])


@export
def test_figures_are_the_truth(path: str, truth: dict[str, Any]) -> None:
    found, known = figures(read(path, **BY_HEADINGS[path])), truth[path]
    view = known["exact"]
    assert found.rows == known["rows"]
    assert list(found.tops) == view["roots"]
    assert (found.depth, found.spans.widest) == (view["depth"], view["max_span"])
    assert sorted(found.spans.widest_at) == sorted(view["max_span_at"])
    assert (found.unresolved, found.loops, found.self_reports, found.duplicate_ids) == (0, (), (), ())
    assert found.components == 1


@export
def test_a_sound_export_has_no_finding_of_an_error(path: str) -> None:
    report = check(read(path, **BY_HEADINGS[path]), DAY, CheckOptions())
    assert report.by_severity[Severity.ERROR] == 0


def test_names_in_two_columns_are_joined() -> None:
    seats = read("hr/oracle-hr-employees.csv").organization.positions
    assert seats["100"].holder == "Steven King"


def test_two_exports_of_one_company_have_the_same_lines() -> None:
    oracle = read("hr/oracle-hr-employees.csv").organization.positions
    chart = read("hr/org-chart-id-parentid.csv").organization.positions
    assert {name: seat.reports_to for name, seat in oracle.items()} == {
        name: seat.reports_to for name, seat in chart.items()
    }


def test_departments_join_employees_as_units(
    data: Any, truth: dict[str, Any], tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = truth["hr/oracle-hr-departments.csv"]
    for name in ("oracle-hr-employees.csv", "oracle-hr-departments.csv"):
        (tmp_path / name).write_bytes((data / "hr" / name).read_bytes())
    (tmp_path / "org.yaml").write_text(
        "orgmodel: 1\ninclude: [{file: oracle-hr-departments.csv, as: units}, oracle-hr-employees.csv]\n", "utf-8"
    )
    monkeypatch.chdir(tmp_path)
    loaded = load("org.yaml")
    units, seats = loaded.organization.units, loaded.organization.positions
    assert len(units) == known["rows"]
    assert sum(unit.head is None for unit in units.values()) == known["without_manager"]
    assert all(seats[unit.head].unit == name for name, unit in units.items() if unit.head is not None)
    assert [name for name, seat in seats.items() if seat.unit is None] == ["178"]
    report = check(loaded, DAY, CheckOptions(min_severity=Severity.INFO))
    assert report.by_severity[Severity.ERROR] == 0
    assert report.by_rule.get("head-outside-unit", 0) == 0


def test_nineteen_employees_have_a_manager_of_another_department(truth: dict[str, Any]) -> None:
    seats = read("hr/oracle-hr-employees.csv").organization.positions
    apart = [name for name, seat in seats.items() if seat.reports_to and seats[seat.reports_to[0].to].unit != seat.unit]
    # Employee 178 is one of them: no department is another one than the manager's.
    assert len(apart) == truth["hr/oracle-hr-employees.csv"]["managers_in_another_department"]


def test_departments_of_adventureworks_are_sixteen(truth: dict[str, Any]) -> None:
    loaded = read("hr/adventureworks-employee-department.csv")
    organization = loaded.organization
    known = truth["hr/adventureworks-employee-department.csv"]
    assert (len(organization.positions), len(organization.units)) == (known["employees"], known["departments"])
    production = sum(seat.unit == "Production" for seat in organization.positions.values())
    assert ["Production", production] == known["largest_department"]


def test_a_matrix_by_itself_is_a_model(truth: dict[str, Any]) -> None:
    loaded = read("raci/ecom-lifecycle.csv")
    organization = loaded.organization
    assert list(organization.activities) == ["Charter", "WBS", "Sprints", "Signoff"]
    assert list(organization.roles) == ["PM", "TechLead", "Dev", "Client"]
    assert len(organization.assignments) == 16
    assert check(loaded, DAY, CheckOptions(min_severity=Severity.WARNING)).findings == ()

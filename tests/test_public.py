"""The Python interface."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import orgmodel
from orgmodel import Organization
from orgmodel.errors import UsageError
from orgmodel.findings import Severity
from orgmodel.model.roles import Role

MODEL = """\
orgmodel: 1
name: Northwind
as_of: 2026-11-01
roles: {lead: {title: Lead}, pm: {title: PM, reports_to: lead}}
units: {team: {title: Team, head: a}}
positions:
  a: {role: lead, unit: team, holder: Ada Park}
  b: {role: pm, unit: team, dotted_to: a}
activities:
  rank: {title: Rank, assign: {A: [lead, pm], R: pm}}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "org.yaml"
    path.write_text(MODEL)
    return path


def test_a_model_is_loaded_from_a_path_or_its_folder(file):
    assert Organization.load(file).name == "Northwind"
    assert Organization.load(str(file.parent)).name == "Northwind"


def test_entries_are_the_records_of_the_file(file):
    entries = Organization.load(file).entries
    assert list(entries.roles) == ["lead", "pm"]
    assert isinstance(entries.roles["pm"], Role)
    assert entries.positions["b"].holder is None


def test_the_day_is_the_one_given_before_that_of_the_file(file):
    assert Organization.load(file).day == date(2026, 11, 1)
    assert Organization.load(file, as_of=date(2027, 1, 1)).day == date(2027, 1, 1)


def test_without_any_day_nothing_is_guessed(tmp_path):
    (tmp_path / "org.yaml").write_text("orgmodel: 1\n")
    with pytest.raises(ValueError, match="the file fixes no day: give as_of"):
        Organization.load(tmp_path / "org.yaml")


def test_a_path_that_does_not_exist_is_refused(tmp_path):
    with pytest.raises(UsageError, match=r"nowhere\.yaml"):
        Organization.load(tmp_path / "nowhere.yaml")


def test_findings_name_rule_place_and_message(file):
    found = [finding for finding in Organization.load(file).findings() if finding.rule == "several-owners"]
    assert [(finding.severity, finding.place.mark.line) for finding in found] == [(Severity.ERROR, 10)]
    assert '"lead"' in found[0].message


def test_findings_are_those_at_or_above_a_severity(file):
    model = Organization.load(file)
    assert {finding.severity for finding in model.findings(min_severity=Severity.ERROR)} == {Severity.ERROR}
    assert len(model.findings(min_severity=Severity.INFO)) > len(model.findings())


def test_all_findings_of_a_rule_are_kept(tmp_path):
    rows = "".join(f"  r{number}: {{title: Row {number}, assign: {{R: a}}}}\n" for number in range(1_500))
    (tmp_path / "org.yaml").write_text(f"orgmodel: 1\nas_of: 2026-11-01\nroles: {{a: {{}}}}\nactivities:\n{rows}")
    found = Organization.load(tmp_path).findings()
    assert sum(finding.rule == "no-owner" for finding in found) == 1_500


def test_what_is_wrong_in_the_files_is_found_not_raised(tmp_path):
    (tmp_path / "org.yaml").write_text("orgmodel: 1\nroles: {a: {colour: red}}\n")
    model = Organization.load(tmp_path, as_of=date(2026, 11, 1))
    assert "unknown-key" in [finding.rule for finding in model.findings()]


def test_the_graph_has_typed_nodes(file):
    graph = Organization.load(file).graph()
    assert dict(graph.nodes(data="kind")) == {
        "role:lead": "role",
        "role:pm": "role",
        "unit:team": "unit",
        "position:a": "position",
        "position:b": "position",
        "activity:rank": "activity",
        "person:Ada Park": "person",
    }


def test_the_graph_has_typed_edges(file):
    graph = Organization.load(file).graph()
    assert {(source, target, kind) for source, target, kind in graph.edges(data="kind")} == {
        ("role:pm", "role:lead", "reports_to"),
        ("position:a", "unit:team", "heads"),
        ("position:b", "position:a", "reports_to"),
        ("position:b", "position:a", "dotted_to"),
        ("position:a", "role:lead", "has_role"),
        ("position:b", "role:pm", "has_role"),
        ("position:a", "unit:team", "in_unit"),
        ("position:b", "unit:team", "in_unit"),
        ("person:Ada Park", "position:a", "holds"),
        ("role:lead", "activity:rank", "assigned"),
        ("role:pm", "activity:rank", "assigned"),
    }


def test_the_example_of_the_readme_runs(monkeypatch, capsys):
    root = Path(__file__).parents[1]
    monkeypatch.chdir(root)
    readme = (root / "README.md").read_text("utf-8")
    code = readme.partition("```python\n")[2].partition("```")[0]
    names: dict[str, object] = {}
    exec(compile(code, "README.md", "exec"), names)
    assert names["graph"].number_of_nodes() > 0  # type: ignore[attr-defined]


def test_an_unknown_name_is_refused_like_anywhere():
    with pytest.raises(AttributeError, match="nothing"):
        orgmodel.nothing  # noqa: B018


@pytest.mark.parametrize("package", ["pydantic", "networkx", "click", "yaml", "jinja2", "graphviz"])
def test_importing_the_package_loads_nothing_heavy(package):
    code = f"import sys, orgmodel; sys.exit({package!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

"""Libraries on the command line: a PATH for every command, and silence about roles that nothing names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

MODEL = """\
orgmodel: 1
name: Mine
as_of: 2026-11-01
include: ["library:product-management"]
units:
  product: {title: Product, kind: team, head: dir}
roles:
  chief: {title: Chief, level: 8}
  director: {reports_to: [vp-product, chief]}
positions:
  dir: {role: director, unit: product, holder: Sam Ortiz}
  pm: {role: pm, unit: product, holder: Li Wei}
activities:
  mrd: {title: Needs, plane: strategic, assign: {A: pm, R: pm, C: director}}
"""
SILENT = ("Chief Product", "cpo", "Group Product", "group-pm", "Head of Product", "Lead Developer", "Sales Engineer")

EVERY_COMMAND = [
    ("check", "--min-severity", "info", "--format", "json"),
    ("stats", "--format", "json"),
    ("stats",),
    ("who",),
    ("matrix",),
    ("chart",),
    ("chart", "--of", "roles"),
    ("chart", "--of", "units"),
    ("chart", "--of", "ladder"),
    ("chart", "--of", "spans"),
    ("chart", "--of", "network", "--unit", "product"),
    ("chart", "--format", "dot"),
]


@pytest.fixture
def mine(folder: Path) -> Path:
    """A model that includes a library."""
    (folder / "org.yaml").write_text(MODEL, encoding="utf-8")
    return folder


@pytest.mark.usefixtures("mine")
@pytest.mark.parametrize("command", EVERY_COMMAND, ids=" ".join)
def test_no_command_speaks_of_library_roles_that_nothing_names(orgmodel: Any, command: tuple[str, ...]) -> None:
    name, *options = command
    done = orgmodel(name, ".", *options)
    assert done.code == 0
    assert [word for word in SILENT if word in done.out] == []


def test_no_page_of_a_site_speaks_of_library_roles_that_nothing_names(orgmodel: Any, mine: Path) -> None:
    assert orgmodel("build", ".", "-o", "site").code == 0
    pages = [file.read_text("utf-8") for file in (mine / "site").rglob("*") if file.suffix in {".html", ".json", ".js"}]
    assert [word for word in SILENT if any(word in page for page in pages)] == []
    assert "Product Planner" in (mine / "site" / "roles.html").read_text("utf-8")


@pytest.mark.usefixtures("mine")
def test_only_roles_that_count_are_counted(orgmodel: Any) -> None:
    assert "4 roles" in orgmodel("check", ".").out
    assert "roles                   4\n" in orgmodel("stats", ".").out


@pytest.mark.usefixtures("mine")
def test_a_rule_about_levels_is_silent_where_only_unnamed_library_roles_have_one(orgmodel: Any, mine: Path) -> None:
    (mine / "org.yaml").write_text(
        'orgmodel: 1\ninclude: ["library:product-management"]\nroles: {a: , b: {reports_to: a}}\n', encoding="utf-8"
    )
    done = orgmodel("check", ".", "--format", "json", "--min-severity", "info")
    assert '"findings": []' in done.out


@pytest.mark.parametrize(
    "command",
    [
        ("check",),
        ("stats",),
        ("who",),
        ("who", "roadmap"),
        ("matrix",),
        ("chart", "--of", "roles"),
        ("chart", "--of", "ladder"),
        ("chart", "--of", "network", "--activity", "roadmap"),
    ],
    ids=" ".join,
)
def test_a_library_is_a_path_for_every_command(orgmodel: Any, command: tuple[str, ...]) -> None:
    name, *options = command
    done = orgmodel(name, "library:product-management", *options)
    assert (done.code, done.err) == (0, "")
    assert done.out


def test_a_site_of_a_library_is_built(orgmodel: Any, folder: Path) -> None:
    assert orgmodel("build", "library:squads", "-o", "site").code == 0
    assert "Payments Tribe" in (folder / "site" / "units.html").read_text("utf-8")


def test_an_unknown_library_is_a_usage_fault_with_the_nearest_name(orgmodel: Any) -> None:
    done = orgmodel("stats", "library:squad")
    assert done.code == 2
    assert 'there is no library "squad"; did you mean "squads"?' in done.err


def test_the_policy_of_a_library_can_be_brought_to_any_model(orgmodel: Any, folder: Path) -> None:
    (folder / "org.yaml").write_text("orgmodel: 1\nroles: {a: {responsibilities: [b, c, d, e, f, g]}}\n")
    assert (
        "too-many-responsibilities"
        in orgmodel("check", ".", "--policy", "library:accountability-chart", "--min-severity", "info").out
    )

"""Published matrices, each read through a mapping: rows without owner, with several, and without doer are the truth."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from raci_tables import CLOUD, Published, load_matrix, published
from real_files import DAY

from orgmodel.checking.check import CheckOptions, check
from orgmodel.findings import Finding, Severity
from orgmodel.loading.load import Loaded

TRIBE = "raci/agile-tribe-html.md"
FOLDED_INTO_ONE = 1  # of the 56 rows of the tribe two are one activity in one phase


@pytest.fixture(params=range(12), ids=lambda number: f"matrix-{number}")
def matrix(request: pytest.FixtureRequest, data: Path) -> Published:
    return published(data)[request.param]


def known_tables(matrix: Published, truth: dict[str, Any]) -> list[dict[str, Any]]:
    tables: list[dict[str, Any]] = truth[matrix.path]["tables"]
    return tables if matrix.path.endswith("anygate-ru.md") else [tables[matrix.table]]


def found(loaded: Loaded, rule: str) -> list[Finding]:
    options = CheckOptions(select=(rule,), min_severity=Severity.INFO, keep=None)
    return list(check(loaded, DAY, options).findings)


def rows_of(findings: list[Finding]) -> list[str]:
    """The title of the row of each finding."""
    return sorted(next(name[9:] for name in finding.entities if name[:9] == "activity:") for finding in findings)


def of_all(tables: list[dict[str, Any]], fact: str) -> list[Any]:
    return [item for table in tables for item in table[fact]]


def test_every_matrix_of_the_folder_is_read(data: Path, truth: dict[str, Any]) -> None:
    tables = {(path, number) for path in truth if path[:5] == "raci/" for number in range(len(truth[path]["tables"]))}
    read = {(matrix.path, matrix.table) for matrix in published(data)}
    joined = {("raci/anygate-ru.md", number) for number in range(1, 10)}
    legend = {("raci/sportshield-legend.md", 0)}
    assert tables - joined - legend == read


def test_activities_and_roles_are_the_truth(
    matrix: Published, truth: dict[str, Any], data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    organization = load_matrix(matrix, data, tmp_path, monkeypatch).organization
    tables = known_tables(matrix, truth)
    activities = sum(table["activities"] for table in tables)
    assert len(organization.activities) == activities - (FOLDED_INTO_ONE if matrix.path == TRIBE else 0)
    if tables[0]["form"] != "long":
        wanted = tables[0]["role_names"]
        beginnings = [name[: len(role)] for name, role in zip(organization.roles, wanted, strict=True)]
        assert beginnings == wanted


def test_no_cell_is_misunderstood(
    matrix: Published, truth: dict[str, Any], data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = load_matrix(matrix, data, tmp_path, monkeypatch)
    assert found(loaded, "unknown-letter") == []
    assert [fault.rule for fault in loaded.faults] == (["duplicate-id"] if matrix.path == TRIBE else [])
    told: dict[str, int] = {}
    for table in known_tables(matrix, truth):
        for codes, number in table.get("codes", {}).items():
            for code in codes if codes != "(none)" else "":
                told[code] = told.get(code, 0) + number
    if told:
        letters = [claim.letter for claim in loaded.organization.assignments]
        assert {code: letters.count(code) for code in set(letters)} == told


@pytest.mark.parametrize("matrix", [number for number in range(12) if number != 3], indirect=True)
def test_rows_without_owner_with_several_and_without_doer_are_the_truth(
    matrix: Published, truth: dict[str, Any], data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = load_matrix(matrix, data, tmp_path, monkeypatch)
    tables = known_tables(matrix, truth)
    assert rows_of(found(loaded, "no-owner")) == sorted(of_all(tables, "rows_without_A"))
    several = found(loaded, "several-owners")
    counts = [[row, len(finding.entities) - 1] for row, finding in zip(rows_of(several), several, strict=True)]
    assert counts == of_all(tables, "rows_several_A")
    assert rows_of(found(loaded, "no-doer")) == sorted(of_all(tables, "rows_without_R"))


def test_owners_of_the_tribe_are_the_truth(
    truth: dict[str, Any], data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (matrix,) = (matrix for matrix in published(data) if matrix.path == TRIBE)
    loaded = load_matrix(matrix, data, tmp_path, monkeypatch)
    (known,) = truth[TRIBE]["tables"]
    assert rows_of(found(loaded, "no-owner")) == sorted(known["without_owner"])
    owners: dict[str, int] = {"0": len(known["without_owner"])}
    for activity in loaded.organization.activities:
        number = sum(claim.activity == activity and claim.letter == "O" for claim in loaded.organization.assignments)
        if number:
            owners[str(number)] = owners.get(str(number), 0) + 1
    # The two rows of one activity in one phase have 2 owners and 1; read as one they have 3.
    wanted = dict(known["activities_by_number_of_owners"])
    wanted["1"], wanted["2"], wanted["3"] = wanted["1"] - 1, wanted["2"] - 1, wanted["3"] + 1
    assert owners == wanted
    assert len(found(loaded, "several-owners")) == sum(number for key, number in wanted.items() if int(key) > 1)
    assert len(found(loaded, "no-doer")) == known["without_execute"] - FOLDED_INTO_ONE


def test_a_second_row_of_an_activity_of_the_tribe_is_told_once_and_nothing_else_follows(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (matrix,) = (matrix for matrix in published(data) if matrix.path == TRIBE)
    loaded = load_matrix(matrix, data, tmp_path, monkeypatch)
    (twice,) = found(loaded, "duplicate-id")
    assert "has 2 rows in this matrix, read as one" in twice.message
    assert "Measure & Monitor Progress" in twice.message
    assert found(loaded, "repeated-letter") == []


def test_phases_of_the_tribe_are_the_groups_of_all_their_rows(
    truth: dict[str, Any], data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (matrix,) = (matrix for matrix in published(data) if matrix.path == TRIBE)
    activities = load_matrix(matrix, data, tmp_path, monkeypatch).organization.activities.values()
    assert list(dict.fromkeys(activity.group for activity in activities)) == truth[TRIBE]["tables"][0]["phases"]


@pytest.mark.parametrize(
    ("number", "sections", "first", "last"),
    [
        (1, 9, "Project Initiation", "Retrospective & Improvement"),
        (2, 11, "Strategy & Governance", None),
    ],
    ids=["octoacme", "infrastructure"],
)
def test_section_rows_are_the_groups_of_the_rows_below_them(
    number: int,
    sections: int,
    first: str,
    last: str | None,
    data: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    truth: dict[str, Any],
) -> None:
    matrix = published(data)[number]
    activities = load_matrix(matrix, data, tmp_path, monkeypatch).organization.activities.values()
    groups = list(dict.fromkeys(activity.group for activity in activities))
    assert len(groups) == sections == truth[matrix.path]["tables"][0]["section_rows"]
    assert groups[0] == first
    assert last in {None, groups[-1]}


def test_notes_in_brackets_are_kept_as_notes(
    truth: dict[str, Any], data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    matrix = published(data)[2]
    loaded = load_matrix(matrix, data, tmp_path, monkeypatch)
    noted = {(claim.activity, claim.role) for claim in loaded.organization.assignments if claim.note}
    assert len(noted) == truth[matrix.path]["annotated_cells"]


def test_teams_as_rows_are_not_taken_for_activities(
    truth: dict[str, Any], data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrongly = truth[CLOUD]["if_wrongly_read_by_row"]["MVP Best Practice"]
    (matrix,) = (matrix for matrix in published(data) if matrix.path == CLOUD and matrix.table == 0)
    organization = load_matrix(matrix, data, tmp_path, monkeypatch).organization
    assert set(organization.roles) == {name.strip() for name, _ in wrongly}
    assert not set(organization.activities) & set(organization.roles)


def test_the_same_role_may_do_and_answer_in_a_table_with_a_column_for_each_letter(
    truth: dict[str, Any], data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (matrix,) = (matrix for matrix in published(data) if "phase0" in matrix.path)
    organization = load_matrix(matrix, data, tmp_path, monkeypatch).organization
    letters: dict[tuple[str, str], set[str]] = {}
    for claim in organization.assignments:
        letters.setdefault((claim.activity, claim.role), set()).add(claim.letter)
    both = sum({"R", "A"} <= codes for codes in letters.values())
    assert both == truth[matrix.path]["tables"][0]["R_equals_A"]
    consulted = [claim.role for claim in organization.assignments if (claim.letter, claim.activity[:3]) == ("C", "Pro")]
    assert consulted == ["Architecture", "Safety", "Product leads"]

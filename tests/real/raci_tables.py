"""Every published matrix with the mapping that reads it, and the table of `truth.json` that tells what is in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from table_texts import Rows, block, csv_text, html_table, markdown_tables, sheet

from orgmodel.loading.load import Loaded, load

TRIBE = """\
scheme: tribe
schemes:
  tribe:
    O: {name: OWNs, min: 1, max: 1, traits: owner}
    E: {name: Execute, min: 1, traits: doer}
    Co: {name: Coordinates}
    H: {name: Helps}
"""


@dataclass(frozen=True)
class Published:
    """One file, its matrices (each cut out as a table), and how they are mapped."""

    path: str
    columns: dict[str, Any]
    cut: Callable[[Path], list[Rows]]
    table: int = 0
    more: str = ""

    @property
    def name(self) -> str:
        """A short name for tests and pages."""
        return self.path.removeprefix("raci/") + (f", table {self.table}" if self.table else "")


def _markdown(number: int = 0) -> Callable[[Path], list[Rows]]:
    return lambda path: markdown_tables(path)[number : number + 1]


def _sheet(name: str, heading: str) -> Callable[[Path], list[Rows]]:
    return lambda path: [block(sheet(path, name), heading)]


CLOUD = "raci/cloud-adoption-transposed.xlsx"
TEAMS = ("strategy", "adoption", "operations", "governance", "platform", "automation")


def _cloud_teams(path: Path) -> list[Rows]:
    return _sheet("Example Fully staffed BP", "Team and key accountability")(path)


def published(data: Path) -> list[Published]:
    """All matrices; headings that are long texts are taken from the file."""
    example = _cloud_teams(data / CLOUD)[0][0]
    teams = [next(text for text in example if text.startswith(f"Cloud {team} team")) for team in TEAMS]
    return [
        Published("raci/incident-response.md", {"activity": "Activity"}, _markdown()),
        Published("raci/octoacme-section-rows.md", {"activity": "Activity / Deliverable"}, _markdown()),
        Published("raci/infrastructure-annotated.md", {"activity": "**Activity / Function**"}, _markdown()),
        Published(
            "raci/agile-tribe-html.md",
            {"activity": "**Items**", "group": "**Phase**"},
            lambda path: [html_table(path)],
            more=TRIBE,
        ),
        Published(CLOUD, {"role": ""}, _sheet("MVP Best Practice", "Solution delivery")),
        Published(CLOUD, {"role": ""}, _sheet("Fully-staffed Best Practice", "Solution delivery"), 1),
        Published(CLOUD, {"activity": "Team and key accountability", "roles": teams}, _cloud_teams, 2),
        Published("raci/phase0-long-form.md", {"activity": "Workstream"}, _markdown()),
        Published("raci/ecom-lifecycle.csv", {"activity": "Task"}, lambda path: []),
        Published("raci/anygate-ru.md", {"activity": "Активность"}, markdown_tables),
        Published("raci/tpm-handbook.xlsx", {"activity": "Name"}, _sheet("RACI", "Step Id")),
        Published("raci/sportshield-legend.md", {"activity": "Name"}, _markdown(1), 1),
    ]


def write_model(matrix: Published, data: Path, folder: Path) -> None:
    """An `org.yaml` in a folder that includes the matrices of a file as CSV."""
    tables = matrix.cut(data / matrix.path)
    texts = [csv_text(rows) for rows in tables] or [(data / matrix.path).read_text("utf-8")]
    lines = ["orgmodel: 1", "as_of: 2026-11-01", matrix.more.rstrip(), "include:"]
    for number, text in enumerate(texts):
        (folder / f"{number}.csv").write_text(text, "utf-8", newline="")
        columns = json.dumps(matrix.columns, ensure_ascii=False)
        lines.append(f"  - {{file: {number}.csv, as: matrix, columns: {columns}}}")
    (folder / "org.yaml").write_text("\n".join(filter(None, lines)) + "\n", "utf-8")


def load_matrix(matrix: Published, data: Path, folder: Path, monkeypatch: Any) -> Loaded:
    """The model that includes the matrices of a file."""
    write_model(matrix, data, folder)
    monkeypatch.chdir(folder)
    return load("org.yaml")

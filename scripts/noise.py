"""Write docs/noise.md: how many findings each known model has, and what those at warning and above were judged to be.

The numbers are measured; the judgements are written by hand in noise_judgements.json, by model and rule. A finding
without a judgement, and a judgement without a finding, is an error. The part about real files is measured where their
folder is at hand (ORGMODEL_DATA), else kept as it is.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import chdir
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from orgmodel.checking.check import CheckOptions, check
from orgmodel.findings import Severity
from orgmodel.library.models import library_names
from orgmodel.loading.load import Loaded, LoadOptions, load
from orgmodel.model.include import Include

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "noise.md"
JUDGEMENTS = Path(__file__).with_name("noise_judgements.json")
DAY = date(2026, 11, 1)
TABLE_HEAD = "| model | read as | seats | rows | errors | warnings | infos |\n|---|---|---:|---:|---:|---:|---:|\n"
REAL_FROM = "<!-- real files: measured where their folder is at hand -->\n"

sys.path.insert(0, str(ROOT / "tests" / "real"))  # the cutting of published tables is test code


@dataclass(frozen=True)
class Model:
    """A model that is measured: its name, how it is read in words, and its loading."""

    name: str
    read_as: str
    load: Callable[[], Loaded]


def examples() -> list[Model]:
    """The examples and templates of this repository."""
    paths = {
        "examples/product-team": "a model",
        "examples/product-organisation": "a model of six files",
        "examples/what-the-guides-say": "claims of five sources",
        "examples/resolved": "the same, decided",
        "examples/staff-export/staff.csv": "a table by its headings",
        "orgmodel/library/templates/minimal": "the template `minimal`",
        "orgmodel/library/templates/product-team": "the template `product-team`",
        "orgmodel/library/templates/product-management": "the template `product-management`",
    }
    found = [Model(path, read_as, _loading(ROOT, path)) for path, read_as in paths.items()]
    return [
        *found,
        *(Model(f"library:{name}", "a library", partial(load, f"library:{name}")) for name in library_names()),
    ]


def real_files(data: Path) -> list[Model]:
    """The real files, each by its natural mapping."""
    return [*_uk(data), *_hr(data), *_raci(data), *_others(data)]


def block(models: list[Model], judgements: dict[str, dict[str, str]]) -> str:
    """The table of some models, and below it what was found in each."""
    rows, details = [], []
    for model in models:
        loaded = model.load()
        report = check(loaded, DAY, CheckOptions(min_severity=Severity.WARNING, keep=None))
        organization = loaded.organization
        number = report.by_severity
        rows.append(
            f"| {model.name} | {model.read_as} | {len(organization.positions)} | {len(organization.activities)} "
            f"| {number[Severity.ERROR]} | {number[Severity.WARNING]} | {number[Severity.INFO]} |\n"
        )
        found = Counter((finding.severity, finding.rule) for finding in report.findings)
        details.append("".join(_details(model.name, found, judgements.get(model.name, {}))))
    return TABLE_HEAD + "".join(rows) + "\n" + "\n".join(filter(None, details))


def _details(name: str, found: Counter[tuple[Severity, str]], judged: dict[str, str]) -> Iterator[str]:
    keys = {f"{severity} {rule}" for severity, rule in found}
    if keys != set(judged):
        lacking, idle = sorted(keys - set(judged)), sorted(set(judged) - keys)
        raise SystemExit(f"{name}: findings without a judgement: {lacking}; judgements without a finding: {idle}")
    if found:
        yield f"**{name}**\n\n"
    for (severity, rule), count in sorted(found.items(), key=lambda item: (item[0][0] is Severity.WARNING, item[0][1])):
        yield f"- {count} × `{rule}` ({severity}): {judged[f'{severity} {rule}']}\n"


def page(data: Path | None) -> str:
    """The whole page; without the real files their part as it stands in the page now."""
    judgements: dict[str, Any] = json.loads(JUDGEMENTS.read_text("utf-8"))
    real = block(real_files(data), judgements) if data is not None else PAGE.read_text("utf-8").split(REAL_FROM)[1]
    return f"{judgements['']['opening']}\n{examples_part(judgements)}\n{judgements['']['real']}\n{REAL_FROM}{real}"


def examples_part(judgements: dict[str, Any]) -> str:
    """The part about examples and templates."""
    return "## Examples and templates\n\n" + block(examples(), judgements)


def _loading(folder: Path, path: str, **mapping: Any) -> Callable[[], Loaded]:
    def run() -> Loaded:
        with chdir(folder):
            return load(path, LoadOptions(table=Include(**mapping)))

    return run


def _joined(files: dict[str, Path], includes: str) -> Callable[[], Loaded]:
    def run() -> Loaded:
        with tempfile.TemporaryDirectory() as folder, chdir(folder):
            for name, path in files.items():
                Path(name).write_bytes(path.read_bytes())
            Path("org.yaml").write_text(f"orgmodel: 1\ninclude:\n{includes}", "utf-8")
            return load("org.yaml")

    return run


def _uk(data: Path) -> Iterator[Model]:
    preset = "preset `uk-organogram`"
    for path in sorted((data / "uk").glob("*senior.csv")):
        yield Model(f"uk/{path.name}", preset, _loading(data, f"uk/{path.name}", preset="uk-organogram"))
        if path.name.startswith(("20131202-DES", "Copy-of-HEE")):
            match = ["case", "leading-zeros"]
            loading = _loading(data, f"uk/{path.name}", preset="uk-organogram", match=match)
            yield Model(f"uk/{path.name}, matched", f"{preset}, `match: [case, leading-zeros]`", loading)
    for path in sorted((data / "uk").glob("*junior.csv")):
        yield Model(f"uk/{path.name}", preset, _loading(data, f"uk/{path.name}", preset="uk-organogram"))
        senior = path.with_name(path.name.replace("junior", "senior"))
        includes = "".join(f"  - {{file: {number}.csv, preset: uk-organogram}}\n" for number in (0, 1))
        loading = _joined({"0.csv": senior, "1.csv": path}, includes)
        yield Model(f"uk/{path.name}, with its senior return", f"both by {preset}", loading)


def _hr(data: Path) -> Iterator[Model]:
    works = "hr/adventureworks-"
    staff = {"id": ["BusinessEntityID"], "path": ["OrganizationNode"], "title": ["JobTitle"]}
    units = {"id": ["DepartmentID"], "title": ["Name"]}
    stints = {"id": ["BusinessEntityID"], "unit": ["DepartmentID"], "from": ["StartDate"], "until": ["EndDate"]}
    told: dict[str, tuple[str, dict[str, Any]]] = {
        f"{works}employee.csv": ("`path` from OrganizationNode", {"columns": staff}),
        f"{works}employee-department.csv": ("by its headings", {}),
        f"{works}department.csv": ("units", {"as": "units", "columns": units}),
        f"{works}department-history.csv": ("stints", {"columns": stints, "dates": "%Y-%m-%d 00:00:00.000"}),
        "hr/oracle-hr-employees.csv": ("by its headings", {}),
        "hr/oracle-hr-job-history.csv": ("by its headings", {}),
        "hr/org-chart-id-parentid.csv": ("by its headings", {}),
        "hr/northwind-employees.csv": ("by its headings", {}),
        "hr/chinook-employee.json": ("by its headings", {}),
    }
    for path, (read_as, mapping) in told.items():
        yield Model(path, read_as, _loading(data, path, **mapping))
    files = {name: data / "hr" / name for name in ("oracle-hr-departments.csv", "oracle-hr-employees.csv")}
    includes = "  - {file: oracle-hr-departments.csv, as: units}\n  - oracle-hr-employees.csv\n"
    yield Model("hr/oracle-hr-departments.csv", "units, beside oracle-hr-employees.csv", _joined(files, includes))


def _raci(data: Path) -> Iterator[Model]:
    from raci_tables import Published, published, write_model  # noqa: PLC0415

    def loading(matrix: Published) -> Callable[[], Loaded]:
        def run() -> Loaded:
            with tempfile.TemporaryDirectory() as folder, chdir(folder):
                write_model(matrix, data, Path(folder))
                return load("org.yaml")

        return run

    for matrix in published(data):
        read_as = "roles down" if "role" in matrix.columns else "matrix"
        yield Model(f"raci/{matrix.name}", f"{read_as}, cut out as CSV", loading(matrix))


def _others(data: Path) -> Iterator[Model]:
    for folder in ("ladders", "governance/acme"):
        for path in sorted((data / folder).iterdir()):
            name = f"{folder}/{path.name}"
            yield Model(name, "not read: not our format", _loading(data, name))


def main() -> int:
    """Write the page, or (`--check`) say whether it is up to date."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail if the page is out of date")
    told = parser.parse_args()
    data = Path(os.environ.get("ORGMODEL_DATA") or ROOT.parent / "shared" / "data")
    text = page(data if (data / "truth.json").is_file() else None)
    if told.check:
        return int(text != PAGE.read_text("utf-8"))
    PAGE.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

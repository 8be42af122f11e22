"""`orgmodel chart --pages`: what is written, and what is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from orgmodel.cli.program import run

MODEL = """\
orgmodel: 1
name: Northwind
as_of: 2026-11-01
units:
  top: {title: Board, kind: board}
  ops: {title: Operations, parent: top, kind: department, head: coo}
  depot: {title: "Depot / <West>", parent: ops, kind: team}
positions:
  ceo: {title: Chief, holder: Ada, unit: top, reports_to: ~}
  coo: {title: Operations Chief, holder: Bo, unit: top, reports_to: ceo}
  lead: {title: Depot Lead, unit: depot, reports_to: coo}
  a: {title: Driver, holder: A, unit: depot, reports_to: lead}
  b: {title: Driver, holder: B, unit: depot, reports_to: lead}
  c: {title: Driver, holder: C, unit: depot, reports_to: lead}
"""


@pytest.fixture(autouse=True)
def model(folder: Path) -> None:
    Path("org.yaml").write_text(MODEL, "utf-8")


def titles(*files: str) -> list[str]:
    return [Path(file).read_text("utf-8").partition("<title")[2].partition(">")[2].partition("<")[0] for file in files]


def test_each_unit_has_a_page_and_a_file_beside_the_first(orgmodel: Any) -> None:
    done = orgmodel("chart", "org.yaml", "--pages", "unit", "-o", "out/org.svg")
    assert (done.code, done.err) == (0, "")
    assert sorted(path.name for path in Path("out").iterdir()) == ["org-2.svg", "org-3.svg", "org-4.svg", "org.svg"]
    assert titles("out/org.svg", "out/org-2.svg", "out/org-3.svg", "out/org-4.svg") == [
        "Northwind: contents",
        "Northwind",
        "Operations",
        "Depot / &lt;West&gt;",
    ]


def test_a_file_name_is_quoted_in_links(orgmodel: Any) -> None:
    assert orgmodel("chart", "org.yaml", "--pages", "depth:2", "-o", "my org & co#.svg").code == 0
    assert 'href="my%20org%20%26%20co%23-2.svg"' in Path("my org & co#.svg").read_text("utf-8")


def test_units_of_one_kind_have_pages(orgmodel: Any) -> None:
    assert orgmodel("chart", "org.yaml", "--pages", "unit:department", "-o", "org.svg").code == 0
    assert titles("org-2.svg", "org-3.svg") == ["Northwind", "Operations"]
    assert not Path("org-4.svg").exists()


def test_several_formats_are_written_in_one_run(orgmodel: Any) -> None:
    files = ("-o", "org.pdf", "-o", "org.pptx", "-o", "org.png")
    assert orgmodel("chart", "org.yaml", "--pages", "depth:2", "--scale", "0.5", *files).code == 0
    found = sorted(path.name for path in Path().glob("org*.p*"))
    assert found == ["org-2.png", "org-3.png", "org.pdf", "org.png", "org.pptx"]


def test_pages_in_one_file_go_to_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["chart", "org.yaml", "--pages", "depth:2", "--format", "pdf"]) == 0
    made = capfdbinary.readouterr()
    assert (made.out[:5], made.err) == (b"%PDF-", b"")


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("--pages", "unit", "-o", "x.html"), "html folds branches instead of having pages; leave --pages out"),
        (("--pages", "unit", "-o", "x.mmd"), "mmd has no pages; --pages goes with svg, png, pdf, pptx"),
        (("--pages", "unit"), "the pages of svg are several files; name the first one with -o"),
        (("--pages", "rows", "-o", "x.pdf"), '--pages does not know "rows"; it takes unit, unit:KIND, depth,'),
        (("--pages", "unit:squad", "-o", "x.pdf"), 'no unit is of the kind "squad"; there are board, department, team'),
        (("--pages", "unit", "--of", "units", "-o", "x.pdf"), "--pages unit wants a chart of positions, not of units"),
        (("--pages", "depth", "--engine", "dot", "-o", "x.pdf"), "--pages and --engine dot do not go together"),
        (("--pages", "depth", "--fit", "none", "-o", "x.pdf"), "--pages wants a paper or a shape: --fit none has rows"),
        (("--min-font", "8", "-o", "x.pdf"), "--min-font goes with --pages"),
        (("--pages", "depth", "--of", "spans", "-o", "x.pdf"), "--pages says nothing for --of spans"),
    ],
)
def test_what_does_not_go_together_is_one_line(orgmodel: Any, arguments: tuple[str, ...], line: str) -> None:
    done = orgmodel("chart", "org.yaml", *arguments)
    assert (done.code, done.out) == (2, "")
    assert line in done.err
    assert not list(Path().glob("x*"))


def test_a_page_is_not_written_over_a_file_of_the_model(orgmodel: Any) -> None:
    Path("m-2.svg").write_text(MODEL, "utf-8")
    done = orgmodel("chart", "--stdin-filename", "m-2.yaml", "m-2.svg", "--pages", "depth:2", "-o", "m.svg")
    assert done.code == 2
    assert Path("m-2.svg").read_text("utf-8") == MODEL


def test_a_model_without_units_cannot_be_split_by_them(orgmodel: Any) -> None:
    done = orgmodel("chart", "staff.csv", "--pages", "unit", "-o", "x.pdf")
    assert "--pages unit wants a model with units; --pages depth or density split any chart" in done.err

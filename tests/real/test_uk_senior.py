"""Every known figure of the published senior returns, in the view that fits how the file is read.

Read with the preset alone, ids and references are compared as written, so figures are those of the
view `exact`. Only the mark of a top post ("XX") matches in any case, as the design says; so in the two
files that write "xx" the facts that hang on it are those of the view `folded`.
"""

from __future__ import annotations

from typing import Any

import pytest
from real_files import DAY, figures, read

from orgmodel.analysis.figures import Figures
from orgmodel.checking.check import CheckOptions, check
from orgmodel.findings import Finding, Severity
from orgmodel.loading.load import Loaded
from orgmodel.source import Source

pytestmark = pytest.mark.usefixtures("data")

PRESET = "uk-organogram"
DES = "uk/20131202-DES_OCT_13_organogram_FINAL_U-senior.csv"
LONDON = "uk/London-2012-Cleaned-senior.csv"
DWP = "uk/clean-version-of-DWP-September-2013-senior.csv"
HEE = "uk/Copy-of-HEE-organogram---September-2013-cleaned-senior.csv"
DIO = "uk/20131021-DIO_Data_Organogram_Sept_2013-U-senior.csv"
JFC = "uk/20131217-JFC-September_2013-U-senior.csv"
MOD_2014 = "uk/ministry_of_defence-2014-09-30-senior.csv"
SENIOR = (
    "uk/011013-DH---Organogram-senior.csv",
    "uk/department_of_health-2011-09-30-senior.csv",
    DWP,
    DES,
    JFC,
    DIO,
    HEE,
    "uk/DCLG-September-2013-FINAL-senior.csv",
    "uk/DFID-Sept-2013a-senior.csv",
    LONDON,
    MOD_2014,
    "uk/ministry_of_defence-2015-09-30-senior.csv",
    "uk/blank-template-September-2013-senior.csv",
)
WRITES_XX_IN_LOWER_CASE = {DES, LONDON}

senior = pytest.mark.parametrize("path", SENIOR, ids=lambda path: path[3:25])


def view_as_read(truth: dict[str, Any], path: str) -> dict[str, Any]:
    view: dict[str, Any] = truth[path]["folded" if path in WRITES_XX_IN_LOWER_CASE else "exact"]
    return view


def assert_figures(found: Figures, view: dict[str, Any], *, folded: bool) -> None:
    def ids(names: Any) -> list[str]:
        return sorted(name.casefold() for name in names) if folded else sorted(names)

    assert found.positions == view["ids"]
    assert ids(found.tops) == ids(view["roots"])
    assert ids(found.self_reports) == ids(view["self_reports"])
    assert (found.unresolved, found.unresolved_targets) == (view["dangling_rows"], view["n_dangling_refs"])
    assert ids(found.duplicate_ids) == ids(view["duplicate_ids"])
    assert sorted(map(ids, found.loops)) == sorted(map(ids, view["cycles"]))
    assert found.depth == view["depth"]
    assert found.spans.widest == view["max_span"]
    assert ids(found.spans.widest_at) == (ids(view["max_span_at"]) if view["max_span"] else [])
    assert found.components == view["components"]
    assert len(found.unreachable) == view["unreachable"]


@senior
def test_figures_as_read_are_the_truth(path: str, truth: dict[str, Any]) -> None:
    assert_figures(
        figures(read(path, preset=PRESET)), view_as_read(truth, path), folded=path in WRITES_XX_IN_LOWER_CASE
    )


@senior
def test_rows_by_what_the_name_cell_says_are_the_truth(path: str, truth: dict[str, Any]) -> None:
    found, known = figures(read(path, preset=PRESET)), truth[path]
    assert (found.rows, found.vacancies, found.undisclosed, found.ended) == (
        known["rows"],
        known["vacant_rows"],
        known["undisclosed_rows"],
        known["eliminated_rows"],
    )


@senior
def test_figures_with_case_forgiven_are_the_folded_truth(path: str, truth: dict[str, Any]) -> None:
    assert_figures(figures(read(path, preset=PRESET, match="case")), truth[path]["folded"], folded=True)


@senior
def test_figures_without_ended_posts_are_the_truth(path: str, truth: dict[str, Any]) -> None:
    view = truth[path].get("without_eliminated", truth[path]["folded"])
    found = figures(read(path, preset=PRESET, match="case", ended=False))
    assert_figures(found, view, folded=True)
    assert found.rows == view.get("rows", 0)


def test_leading_zeros_forgiven_repair_the_returns_of_des(truth: dict[str, Any]) -> None:
    found = figures(read(DES, preset=PRESET, match=["case", "leading-zeros"]))
    assert_figures(found, truth[DES]["repaired"], folded=True)


def test_a_new_id_for_record_116_repairs_the_returns_of_dwp(
    truth: dict[str, Any], tmp_path: Any, data: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (data / DWP).read_text("utf-8")
    row = next(record for record in _records(text) if record[0] == 116)
    (tmp_path / "dwp.csv").write_text(text[: row[1]] + row[2].replace("DWP135", "DWP135b", 1) + text[row[3] :], "utf-8")
    monkeypatch.chdir(tmp_path)
    assert_figures(figures(read("dwp.csv", preset=PRESET)), truth[DWP]["repaired"], folded=True)


def _records(text: str) -> list[tuple[int, int, str, int]]:
    from orgmodel.reading.records import scan_record

    found, at = [], 0
    while at < len(text):
        end = scan_record(text, at, ",").after
        found.append((len(found) + 1, at, text[at:end], end))
        at = end
    return found


def findings(loaded: Loaded, rule: str) -> list[Finding]:
    options = CheckOptions(select=(rule,), min_severity=Severity.INFO, keep=None)
    return list(check(loaded, DAY, options).findings)


def entities(found: list[Finding]) -> set[str]:
    return {item.split(":", 1)[1] for finding in found for item in finding.entities}


@senior
def test_unreachable_posts_are_all_named(path: str, truth: dict[str, Any]) -> None:
    loaded = read(path, preset=PRESET)
    unreachable = figures(loaded).unreachable
    assert len(unreachable) == view_as_read(truth, path)["unreachable"]
    # What a loop or a self-report cuts off is told there, so the rest is a part of what `stats` counts.
    assert entities(findings(loaded, "unreachable-from-top")) <= set(unreachable)


def test_managers_of_des_are_unresolved_by_leading_zeros_alone(truth: dict[str, Any]) -> None:
    loaded = read(DES, preset=PRESET)
    assert findings(loaded, "unknown-reference") == []
    assert findings(loaded, "reference-differs-by-case") == []
    lost = findings(loaded, "reference-lost-leading-zeros")
    assert len(lost) > 0
    assert figures(loaded).unresolved == truth[DES]["dangling_by_cause"]["leading zeros"] == 135


def test_managers_of_hee_are_unresolved_by_case_alone(truth: dict[str, Any]) -> None:
    loaded = read(HEE, preset=PRESET)
    assert findings(loaded, "unknown-reference") == []
    assert findings(loaded, "reference-lost-leading-zeros") == []
    assert len(findings(loaded, "reference-differs-by-case")) > 0
    assert figures(loaded).unresolved == truth[HEE]["dangling_by_cause"]["upper/lower case"] == 6


def test_managers_without_ended_posts_of_2014_are_unresolved_because_unknown() -> None:
    loaded = read(MOD_2014, preset=PRESET, ended=False)
    (finding,) = findings(loaded, "unknown-reference")
    assert "110709" in finding.message


def test_two_live_posts_report_to_an_ended_one_in_2014() -> None:
    (finding,) = findings(read(MOD_2014, preset=PRESET), "reports-to-ended")
    assert "position:110709" in finding.entities


def test_the_loop_of_dwp_has_its_three_posts_and_its_duplicate_id_is_told(truth: dict[str, Any]) -> None:
    loaded = read(DWP, preset=PRESET)
    (loop,) = findings(loaded, "reporting-loop")
    assert sorted(loop.entities) == ["position:DWP135", "position:DWP202", "position:DWP29"]
    duplicates = {finding.entities[0]: finding for finding in findings(loaded, "duplicate-id")}
    assert set(duplicates) == {f"position:{name}" for name in truth[DWP]["exact"]["duplicate_ids"]}
    marks = [duplicates["position:DWP135"].place, *(item.place for item in duplicates["position:DWP135"].related)]
    assert sorted(place.mark.shown_line for place in marks) == [116, 201]


def test_job_shares_of_dwp_are_warnings_and_the_contradiction_an_error() -> None:
    found = {item.entities[0]: item.severity for item in findings(read(DWP, preset=PRESET), "duplicate-id")}
    assert found == {
        "position:DWP135": Severity.ERROR,
        "position:DWP108": Severity.WARNING,
        "position:DWP179": Severity.WARNING,
        "position:DWP184": Severity.WARNING,
    }


def test_shares_of_a_job_share_are_added_up() -> None:
    seats = read(DWP, preset=PRESET).organization.positions
    assert [seats[name].fte for name in ("DWP179", "DWP184")] == [1.25, 1.29]


def test_a_placeholder_used_as_id_is_one_duplicate_under_two_managers() -> None:
    (finding,) = findings(read(DIO, preset=PRESET), "duplicate-id")
    assert finding.severity is Severity.ERROR
    assert finding.entities == ("position:Awaiting_Recruitment_Action",)


def test_self_reports_are_found_in_live_and_ended_posts() -> None:
    found = findings(read(JFC, preset=PRESET), "self-report")
    assert entities(found) == {"1063013", "1565824"}


def test_every_place_of_a_record_over_several_lines_is_its_true_line() -> None:
    loaded = read(DWP, preset=PRESET)
    source: Source = loaded.sources[DWP]
    wrong = []
    from orgmodel.model.organization import Spot

    for name in loaded.organization.positions:
        mark = loaded.places.place(Spot("positions", name, ("id",))).mark
        if source.line(mark.line)[mark.column - 1 :].lstrip('" ')[: len(name)] != name:
            wrong.append((name, mark))
    assert wrong == []


@senior
def test_a_chart_is_drawn_of_every_file_faulty_or_not(path: str) -> None:
    from xml.etree import ElementTree as ET

    from orgmodel.charts.build import build_chart
    from orgmodel.charts.formats import render
    from orgmodel.charts.request import ChartRequest

    loaded = read(path, preset=PRESET)
    chart = build_chart(loaded.organization, DAY, loaded.name, ChartRequest()).chart
    drawn = render("svg", chart, fit="16:9")
    assert ET.fromstring(drawn).tag.endswith("svg")


@senior
def test_check_ends_on_every_file_with_findings_in_order(path: str) -> None:
    report = check(read(path, preset=PRESET), DAY, CheckOptions(min_severity=Severity.INFO))
    assert list(report.findings) == sorted(report.findings, key=Finding.sort_key)


def test_an_empty_template_is_one_warning() -> None:
    loaded = read("uk/blank-template-September-2013-senior.csv", preset=PRESET)
    (finding,) = check(loaded, DAY, CheckOptions()).findings
    assert (finding.rule, finding.severity) == ("empty-model", Severity.WARNING)

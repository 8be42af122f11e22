"""Junior returns: groups of posts without ids, alone and beside the senior return they hang on."""

from __future__ import annotations

from typing import Any

import pytest
from real_files import DAY, figures, read

from orgmodel.checking.check import CheckOptions, check
from orgmodel.loading.load import load

pytestmark = pytest.mark.usefixtures("data")

JUNIOR = (
    "uk/011013-DH---Organogram-junior.csv",
    "uk/Copy-of-HEE-organogram---September-2013-cleaned-junior.csv",
    "uk/DFID-Sept-2013a-junior.csv",
)
junior = pytest.mark.parametrize("path", JUNIOR, ids=lambda path: path[3:20])


@junior
def test_every_row_is_a_group_of_posts(path: str, truth: dict[str, Any]) -> None:
    assert figures(read(path, preset="uk-organogram")).rows == truth[path]["rows"]


@junior
def test_full_time_shares_add_up_to_the_truth(path: str, truth: dict[str, Any]) -> None:
    assert figures(read(path, preset="uk-organogram")).fte == truth[path]["fte_total"]


@junior
def test_senior_posts_referred_to_are_the_truth(path: str, truth: dict[str, Any]) -> None:
    seats = read(path, preset="uk-organogram").organization.positions.values()
    named = {line.to for seat in seats for line in seat.reports_to or ()}
    assert len(named) == truth[path]["refs"]


@junior
def test_with_the_senior_return_only_rows_without_a_senior_post_stay_unlinked(
    path: str, truth: dict[str, Any], data: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = truth[path]
    for number, name in enumerate((known["senior_file"], path)):
        (tmp_path / f"{number}.csv").write_bytes((data / name).read_bytes())
    include = "".join(f"  - {{file: {number}.csv, preset: uk-organogram}}\n" for number in (0, 1))
    (tmp_path / "org.yaml").write_text(f"orgmodel: 1\ninclude:\n{include}", "utf-8")
    monkeypatch.chdir(tmp_path)
    loaded = load("org.yaml")
    seats = loaded.organization.positions
    groups = [seat for name, seat in seats.items() if name.startswith("1 row")]
    assert len(groups) == known["rows"]
    targets = [seat.reports_to[0].to if seat.reports_to else "" for seat in groups]
    lost = [target for target in targets if target not in seats]
    assert len(lost) == known["unlinked_rows"]
    assert lost.count("") == known["unlinked_blank_rows"]
    report = check(loaded, DAY, CheckOptions())
    assert report.by_rule.get("unknown-reference", 0) == 0

"""The made-up organisations by which speed is shown: what they give the rules to do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from benchmarks.ordinary import write_ordinary
from benchmarks.whole import write_whole
from orgmodel.checking.check import CheckOptions, check
from orgmodel.findings import Severity
from orgmodel.loading.load import Loaded, load
from orgmodel.rules.context import RuleContext
from orgmodel.rules.registry import ENTRIES

DAY = date(2026, 11, 1)
SEATS, ACTIVITIES = 12_000, 600


@pytest.fixture(name="ordinary", scope="module")
def _ordinary(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    path = tmp_path_factory.mktemp("ordinary") / "org.yaml"
    write_ordinary(path, SEATS, ACTIVITIES)
    return load(str(path))


def test_every_rule_has_something_to_look_at_in_the_ordinary_organisation(ordinary: Loaded) -> None:
    kinds = RuleContext(ordinary.organization, DAY).kinds
    assert [entry.name for entry in ENTRIES if not kinds.issuperset(entry.needs)] == []
    assert ordinary.faults == []


def test_one_thing_in_ten_has_a_finding_in_the_ordinary_organisation(ordinary: Loaded) -> None:
    report = check(ordinary, DAY, CheckOptions(min_severity=Severity.INFO))
    assert 0.05 < sum(report.by_severity.values()) / (SEATS + ACTIVITIES) < 0.2


@pytest.mark.parametrize("write", [write_ordinary, write_whole])
def test_a_made_up_organisation_of_one_size_is_always_the_same(
    write: Callable[[Path, int, int], None], tmp_path: Path
) -> None:
    for name in ("one", "other"):
        write(tmp_path / name, 200, 40)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()

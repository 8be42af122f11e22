"""Known findings: the file, and what it takes from and leaves to other runs."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.checking.baseline import Baseline, Entry, parse_baseline, refuse_half_read
from orgmodel.errors import ModelNotLoadedError, UsageError
from orgmodel.findings import Fault, Finding, Severity
from orgmodel.source import Place

TEXT = st.text(st.characters(exclude_categories=[]), min_size=1, max_size=30)


def found(rule: str, name: str, message: str = "m") -> Finding:
    return Finding("ORG999", rule, Severity.ERROR, message, Place("a.yaml"), fingerprint=name)


def test_the_file_is_as_a_person_read_it() -> None:
    baseline = Baseline(
        [Entry("b.yaml", "no-owner", "02", "Prüfung «x»"), Entry("a.yaml", "several-tops", "01", "two")]
    )
    assert baseline.text() == (
        '{\n  "orgmodel_baseline": 1,\n  "findings": [\n'
        '    {"model": "a.yaml", "rule": "several-tops", "fingerprint": "01", "message": "two"},\n'
        '    {"model": "b.yaml", "rule": "no-owner", "fingerprint": "02", "message": "Prüfung «x»"}\n'
        "  ]\n}\n"
    )


def test_an_empty_baseline_is_read_back() -> None:
    assert Baseline().text() == '{\n  "orgmodel_baseline": 1,\n  "findings": []\n}\n'
    assert parse_baseline(Baseline().text().encode(), "b").entries == ()


@settings(deadline=None)
@given(st.lists(st.tuples(TEXT, TEXT, TEXT), max_size=5))
def test_what_is_written_is_read_back(rows: list[tuple[str, str, str]]) -> None:
    models = {model: [found(rule, "0f", message)] for model, rule, message in rows}
    baseline = Baseline().renewed(models.items(), {})
    text = baseline.text()
    assert len(text.splitlines()) == len(text.split("\n")) - 1
    assert parse_baseline(text.encode("utf-8"), "b").entries == baseline.entries


def test_other_models_and_other_rules_stay_as_they_were() -> None:
    before = Baseline([Entry("a", "x", "1"), Entry("a", "y", "2"), Entry("b", "x", "3")])
    after = before.renewed([("a", [found("x", "4")])], {"a": {"x"}})
    assert [(entry.model, entry.rule, entry.fingerprint) for entry in after.entries] == [
        ("a", "x", "4"),
        ("a", "y", "2"),
        ("b", "x", "3"),
    ]


def test_a_model_that_cannot_be_read_is_never_known() -> None:
    baseline = Baseline([Entry("a", "unreadable-file", "1")])
    assert not baseline.of("a", "unreadable-file")
    with pytest.raises(ModelNotLoadedError, match=r"^no baseline is written while part of a cannot be read: a:1:1: m$"):
        refuse_half_read("a", [Fault("include-not-found", "m", Place("a"))])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"orgmodel: 1\n",
        b"[]",
        b"{}",
        b'{"version": 1, "findings": []}',
        b'{"orgmodel_baseline": "1", "findings": []}',
        b'{"orgmodel_baseline": true, "findings": []}',
        b'{"orgmodel_baseline": 1}',
        b'{"orgmodel_baseline": 1, "findings": {}}',
        b"[" * 100_000,
        b'{"orgmodel_baseline": ' + b"9" * 5_000 + b"}",
    ],
    ids=range(12),
)
def test_a_foreign_file_is_one_clear_line(data: bytes) -> None:
    with pytest.raises(UsageError, match=r"^b\.json is not a baseline; `orgmodel check --write-baseline` writes one$"):
        parse_baseline(data, "b.json")


def test_a_later_version_is_told() -> None:
    with pytest.raises(UsageError, match=r"^b is a baseline of version 2; this program knows 1$"):
        parse_baseline(b'{"orgmodel_baseline": 2, "findings": []}', "b")


@pytest.mark.parametrize("row", [1, {}, {"model": "a", "rule": "x"}, {"model": "a", "rule": "x", "fingerprint": 1}])
def test_an_entry_without_its_fields_is_told_by_number(row: object) -> None:
    data = json.dumps({"orgmodel_baseline": 1, "findings": [row]}).encode()
    with pytest.raises(UsageError, match=r"^b: finding 1 lacks its model, rule or fingerprint$"):
        parse_baseline(data, "b")

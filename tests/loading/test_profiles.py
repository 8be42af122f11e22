"""Profiles: shipped sets of thresholds and severities below what an organisation says itself."""

from datetime import date
from pathlib import Path

import pytest

from orgmodel.checking.check import check
from orgmodel.library.shipped import profiles
from orgmodel.loading.entries import read_entry
from orgmodel.loading.load import Loaded, LoadOptions, load
from orgmodel.model.policy import Bounds, Ceiling
from orgmodel.rules.registry import by_name
from orgmodel.rules.texts import read_texts


def model(tmp_path: Path, policy: str, options: LoadOptions | None = None, **files: str) -> Loaded:
    (tmp_path / "org.yaml").write_text(f"orgmodel: 1\nroles: {{pm: {{}}}}\n{policy}", encoding="utf-8")
    for name, text in files.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return load(str(tmp_path / "org.yaml"), options)


@pytest.mark.parametrize("name", profiles())
def test_a_profile_names_only_rules_that_exist(name: str) -> None:
    assert set(profiles()[name]["severity"]) - set(by_name()) == set()


@pytest.mark.parametrize("name", profiles())
def test_a_profile_changes_every_severity_that_it_names(name: str) -> None:
    told = profiles()[name]["severity"]
    assert {rule: word for rule, word in told.items() if str(read_texts(by_name()[rule]).severity) == word} == {}


@pytest.mark.parametrize("name", profiles())
def test_a_profile_is_a_policy_that_can_be_read(name: str) -> None:
    told = profiles()[name]
    _, problems = read_entry("policy", {**told["policy"], "severity": told["severity"]})
    assert problems == []


def test_a_profile_of_the_file_sets_thresholds_and_severities(tmp_path: Path) -> None:
    policy = model(tmp_path, "policy: {profile: startup}\n").organization.policy
    assert (policy.span, policy.layers, policy.column.owner_share) == (Bounds(2, 12), Ceiling(4), 0.7)
    assert (policy.severity["no-deputy"], policy.fte, policy.profile) == ("ignore", 1.0, "startup")


def test_what_the_file_says_comes_before_its_profile(tmp_path: Path) -> None:
    told = "policy: {profile: startup, span: {max: 9}, column: {sole: 2}, severity: {no-deputy: error}}\n"
    policy = model(tmp_path, told).organization.policy
    assert (policy.span, policy.severity["no-deputy"]) == (Bounds(None, 9), "error")
    assert (policy.column.sole, policy.column.owner_share, policy.column.overlap) == (2, 0.7, 0.8)


def test_a_value_equal_to_the_default_comes_before_the_profile_too(tmp_path: Path) -> None:
    policy = model(tmp_path, "policy: {profile: startup, layers: {max: 8}}\n").organization.policy
    assert policy.layers == Ceiling(8)


def test_the_profile_of_the_command_line_comes_before_that_of_the_file(tmp_path: Path) -> None:
    loaded = model(tmp_path, "policy: {profile: startup}\n", LoadOptions(profile="raci-strict"))
    policy = loaded.organization.policy
    assert (policy.profile, policy.row.doers, policy.span) == ("raci-strict", 2, Bounds(3, 15))


def test_a_severity_by_code_comes_before_that_of_the_profile_by_name(tmp_path: Path) -> None:
    text = "policy: {profile: raci-strict, severity: {ORG403: ignore}}\nactivities: {a: {assign: {A: pm}}}\n"
    report = check(model(tmp_path, text), date(2026, 11, 1))
    assert "no-doer" not in report.by_rule


def test_an_unknown_profile_is_a_wrong_value(tmp_path: Path) -> None:
    (fault,) = model(tmp_path, "policy: {profile: start-up}\n").faults
    assert (fault.rule, fault.place.mark.line, fault.place.mark.column) == ("wrong-value", 3, 19)
    assert fault.message == '"profile": wanted one of "startup", "enterprise", "raci-strict", found "start-up"'


FIRST = "policy: {conflicts: {roles: [pm, po]}, holders: {pm: 1}, span: {max: 4}}\ninclude: house.yaml\n"
SECOND = """\
policy:
  span: {max: 7}
  holders: {pm: 3, po: 2}
  conflicts: [{roles: [pm, dev]}, {roles: [pm, qa]}]
"""


def test_the_policies_of_two_files_add_up(tmp_path: Path) -> None:
    policy = model(tmp_path, FIRST, house=SECOND).organization.policy
    assert [conflict.roles for conflict in policy.conflicts] == [("pm", "po"), ("pm", "dev"), ("pm", "qa")]
    assert (policy.holders, policy.span.max) == ({"pm": 1, "po": 2}, 4)


def test_every_item_of_a_list_keeps_its_place_in_its_own_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = model(tmp_path, FIRST, house=SECOND)
    found = check(loaded, date(2026, 11, 1)).findings
    places = {
        finding.message.split('"')[1]: (
            Path(finding.place.path).name,
            finding.place.mark.line,
            finding.place.mark.column,
        )
        for finding in found
        if finding.rule == "unknown-reference"
    }
    assert places == {"po": ("org.yaml", 3, 34), "dev": ("house.yaml", 4, 28), "qa": ("house.yaml", 4, 48)}


def test_an_item_behind_one_that_was_refused_keeps_its_place(tmp_path: Path) -> None:
    text = "policy:\n  conflicts:\n    - {reason: none}\n    - {roles: [pm, qa]}\n"
    found = check(model(tmp_path, text), date(2026, 11, 1)).findings
    assert [f.place.mark.line for f in found if f.rule == "unknown-reference"] == [6]

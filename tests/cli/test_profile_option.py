"""`--profile`: named sets of severities and thresholds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from orgmodel.library.shipped import profiles

NO_DOER = "orgmodel: 1\nas_of: 2026-11-01\nroles: {pm: {title: PM}}\nactivities: {a: {assign: {A: pm}}}\n"


@pytest.fixture
def no_doer(folder: Path) -> Path:
    path = folder / "no_doer.yaml"
    path.write_text(NO_DOER)
    return path


def test_a_profile_changes_what_fails(orgmodel: Any, no_doer: Path) -> None:
    assert orgmodel("check", "no_doer.yaml").code == 0
    assert orgmodel("check", "no_doer.yaml", "--profile", "raci-strict").code == 1


def test_an_unknown_profile_is_a_wrong_use(orgmodel: Any, no_doer: Path) -> None:
    done = orgmodel("check", "no_doer.yaml", "--profile", "strict")
    assert (done.code, done.out) == (2, "")
    assert done.err == 'orgmodel: there is no profile "strict"; there are startup, enterprise, raci-strict\n'


def test_rules_names_the_profiles(orgmodel: Any) -> None:
    last = orgmodel("rules").out.splitlines()[-1]
    assert last == "profiles: startup, enterprise, raci-strict; `orgmodel rules --profile NAME` shows one"


def test_rules_shows_a_profile_with_what_it_changes(orgmodel: Any) -> None:
    shown = orgmodel("rules", "--profile", "raci-strict").out
    assert "  row: {doers: 2, advises: 4, informed: 8}\n" in shown
    assert "  ORG403 *error    no-doer " in shown
    assert "  ORG401  error    several-owners " in shown
    number = len(profiles()["raci-strict"]["severity"])
    assert shown.endswith(f"* changed by the profile: {number} rules; all others have their default\n")


def test_rules_has_a_profile_in_json(orgmodel: Any) -> None:
    told = json.loads(orgmodel("rules", "--profile", "startup", "--format", "json").out)
    assert (told["profile"]["name"], told["profile"]["policy"]["layers"]) == ("startup", {"max": 4})
    assert {"ignore", "error"} <= {rule["severity"] for rule in told["rules"]}


def test_rules_has_a_profile_in_markdown(orgmodel: Any) -> None:
    shown = orgmodel("rules", "--profile", "startup", "--format", "markdown").out
    assert "- `span: {min: 2, max: 12}`" in shown
    assert "| ORG317 | [no-deputy](rules/no-deputy.md) | **ignore** |" in shown


def test_rules_refuses_an_unknown_profile(orgmodel: Any) -> None:
    assert orgmodel("rules", "--profile", "nobody").code == 2

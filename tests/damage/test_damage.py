"""Each kind of damage, done at places chosen by chance to an organisation without faults, is caught by its rule.

What is found is foretold in full: the rule, where its finding lies, whom it names, and each consequence.
`pytest -m slow` does every damage at thirty places.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path

import pytest
from catalogue import WITHOUT_DAMAGE, all_damages
from damaging import DAY, Damage, Hurt, Scene, scene
from written_model import Text

from orgmodel.checking.check import CheckOptions, check
from orgmodel.findings import Finding, Severity
from orgmodel.loading.load import load
from orgmodel.rules.context import RuleContext
from orgmodel.rules.registry import ENTRIES

PLACES, MANY_PLACES = 2, 30
ORGANIZATIONS, MANY_ORGANIZATIONS = 3, 30
each_damage = pytest.mark.parametrize(
    "damage", all_damages(), ids=[f"{damage.rule}-{damage.name}" for damage in all_damages()]
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder; without the collector of garbage, which takes a third of the time in so many short runs."""
    monkeypatch.chdir(tmp_path)
    gc.disable()
    yield tmp_path
    gc.enable()


def found_in(texts: dict[str, Text]) -> list[Finding]:
    for name, text in texts.items():
        Path(name).write_text(str(text), encoding="utf-8")
    report = check(load("org.json"), date.fromisoformat(DAY), CheckOptions(min_severity=Severity.INFO))
    return list(report.findings)


def names(finding: Finding, entity: str) -> bool:
    """Whether a finding names somebody or something, or a row in one of its places."""
    return any(named == entity or named.startswith(f"{entity}@") for named in finding.entities)


def is_at(finding: Finding, hurt: Hurt, texts: dict[str, Text]) -> bool:
    route = texts[hurt.file].route(finding.place.mark.line) if finding.place.path == hurt.file else ()
    return finding.place.path == hurt.file and route[: len(hurt.at)] == hurt.at


def taken(findings: list[Finding], expected: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Take away the findings that were foretold; what of these did not come is left over."""
    for rule, entity in expected:
        match = next((finding for finding in findings if finding.rule == rule and names(finding, entity)), None)
        if match is None:
            yield rule, entity
        else:
            findings.remove(match)


def assert_caught(damage: Damage, organization: int, number: int) -> None:
    hurt_scene = scene(organization, f"{damage.name} {number}")
    hurt = damage.act(hurt_scene)
    texts = hurt_scene.files()
    findings = found_in(texts)
    shown = "\n".join(f"{finding.place} {finding.rule}: {finding.message}" for finding in findings)
    caught = [finding for finding in findings if finding.rule == damage.rule and is_at(finding, hurt, texts)]
    caught = [finding for finding in caught if all(names(finding, entity) for entity in hurt.entities)]
    assert len(caught) == 1, f"{damage.name} at {hurt.at} is not told once by {damage.rule}:\n{shown}"
    findings.remove(caught[0])
    assert list(taken(findings, hurt.also)) == [], f"a consequence of {damage.name} at {hurt.at} is missing:\n{shown}"
    list(taken(findings, hurt.may))
    assert [(finding.rule, finding.message) for finding in findings] == []


def clean_scene(number: int) -> Scene:
    return scene(number, "")


@pytest.mark.parametrize("number", range(1, ORGANIZATIONS + 1))
def test_the_organisation_is_clean_under_all_rules(folder: Path, number: int) -> None:
    assert found_in(clean_scene(number).files()) == []


@pytest.mark.slow
@pytest.mark.parametrize("number", range(ORGANIZATIONS + 1, MANY_ORGANIZATIONS + 1))
def test_many_organisations_are_clean_under_all_rules(folder: Path, number: int) -> None:
    assert found_in(clean_scene(number).files()) == []


def test_no_rule_is_silent_for_want_of_something_to_look_at(folder: Path) -> None:
    found_in(clean_scene(1).files())
    loaded = load("org.json")
    context = RuleContext(loaded.organization, date.fromisoformat(DAY), loaded.faults)
    assert {kind for entry in ENTRIES for kind in entry.needs} - context.kinds == set()
    assert len(list(islice(context.resolver.seating.in_force, 300))) == 200
    assert len(loaded.organization.activities) == 60


def test_every_rule_has_a_damage_or_a_reason_why_there_is_none() -> None:
    damaged = {damage.rule for damage in all_damages()}
    assert damaged & WITHOUT_DAMAGE.keys() == set()
    assert damaged | WITHOUT_DAMAGE.keys() == {entry.name for entry in ENTRIES}


@pytest.mark.parametrize("number", range(1, PLACES + 1))
@each_damage
def test_a_damage_is_caught_by_its_rule_and_nothing_else_changes(folder: Path, damage: Damage, number: int) -> None:
    assert_caught(damage, 1 + number % ORGANIZATIONS, number)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(PLACES + 1, MANY_PLACES + 1))
@each_damage
def test_a_damage_is_caught_at_many_places(folder: Path, damage: Damage, number: int) -> None:
    assert_caught(damage, 1 + number % MANY_ORGANIZATIONS, number)

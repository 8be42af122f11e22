"""Which findings a waiver covers."""

from datetime import date

import pytest

from orgmodel.checking.waivers import Waivers
from orgmodel.model.policy import Waiver
from orgmodel.rules.registry import by_name
from orgmodel.rules.rule import Found
from orgmodel.source import Place

DAY = date(2026, 11, 1)
VACANT = by_name()["owner-vacant"].load()


def covers(target: str, *entities: str, rule: str = "owner-vacant", until: str | None = None) -> bool:
    waiver = Waiver(**{"rule": rule, "for": target, "until": until})  # type: ignore[arg-type]
    return Waivers([waiver], DAY).cover(VACANT, Found("x", Place("org.yaml"), entities))


@pytest.mark.parametrize(
    ("target", "entities", "expected"),
    [
        ("activity:release", ("activity:release", "position:pm-1"), True),
        ("position:pm-1", ("activity:release", "position:pm-1"), True),
        ("activity:release", ("activity:release", "activity:backlog", "position:pm-1"), False),
        ("position:pm-1", ("activity:release", "activity:backlog", "position:pm-1"), True),
        ("activity:*", ("activity:release", "activity:backlog", "position:pm-1"), True),
        ("position:boss", ("position:boss", "position:a", "position:b"), True),
        ("position:a", ("position:boss", "position:a", "position:b"), False),
        ("position:pm-*", ("position:pm-1",), True),
        ("position:pm", ("position:pm-1",), False),
        ("activity:roadmap", ("activity:roadmap@platform",), True),
        ("activity:roadmap@platform", ("activity:roadmap@platform",), True),
        ("activity:roadmap@payments", ("activity:roadmap@platform",), False),
    ],
)
def test_a_waiver_covers_what_the_finding_is_about(target: str, entities: tuple[str, ...], expected: bool) -> None:
    assert covers(target, *entities) is expected


def test_a_waiver_names_its_rule_by_code_as_well() -> None:
    assert covers("activity:a", "activity:a", rule="ORG419")


def test_a_waiver_for_another_rule_covers_nothing() -> None:
    assert not covers("activity:a", "activity:a", rule="no-owner")


def test_a_waiver_is_in_force_on_its_last_day_and_not_after() -> None:
    assert covers("activity:a", "activity:a", until="2026-11-01")
    assert not covers("activity:a", "activity:a", until="2026-10-31")

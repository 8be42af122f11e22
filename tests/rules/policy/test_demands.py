"""Conditions of requirements by themselves: when they hold, and how they read."""

from datetime import date

import pytest

from orgmodel.analysis.attributes import Attributes, Value
from orgmodel.graph.lines import read_lines
from orgmodel.loading.entries import read_entry
from orgmodel.model.organization import Organization
from orgmodel.model.positions import Position
from orgmodel.model.requirement import Condition, Requirement
from orgmodel.rules.policy.demands import Asked, because, called, holds, wanted


def condition(told: object) -> Condition:
    policy, problems = read_entry("policy", {"require": [{"every": "position", "must": {"field": told}}]})
    assert problems == []
    found: Condition = policy.require[0].must["field"]
    return found


@pytest.mark.parametrize(
    ("told", "values", "expected"),
    [
        ("pm", ("pm",), True),
        ("pm", ("po", "pm"), True),
        ("pm", (), False),
        ("3", (3,), True),
        ("3.0", (3,), True),
        ("0.80", (0.8,), True),
        ("4", (3,), False),
        ("x", (3,), False),
        ("1", (True,), False),
        ("true", (True,), True),
        ("false", (False,), True),
        ("true", (False,), False),
        ("2027-01-01", (date(2027, 1, 1),), True),
        ("2027-01-02", (date(2027, 1, 1),), False),
        (["a", "b"], ("b",), True),
        (["a", "b"], ("c",), False),
        (["3", "4"], (4,), True),
        (None, (), True),
        (None, ("a",), False),
        ({"set": "true"}, ("a",), True),
        ({"set": "true"}, (), False),
        ({"set": "false"}, (), True),
        ({"unset": "false"}, ("a",), True),
        ({"unset": "false"}, (), False),
        ({"min": "3"}, (3,), True),
        ({"min": "3"}, (2.9,), False),
        ({"max": "3"}, (3,), True),
        ({"max": "3"}, (3.1,), False),
        ({"min": "3"}, (4, 2), False),
        ({"min": "3"}, (), False),
        ({"max": "3"}, (), False),
        ({"max": "3"}, ("2.5",), True),
        ({"max": "3"}, ("many",), False),
        ({"max": "3"}, (True,), False),
        ({"min": "-1"}, (0,), True),
        ({"min": "2027-01-01"}, (date(2027, 1, 1),), True),
        ({"min": "2027-01-01"}, (date(2026, 12, 31),), False),
        ({"max": "2027-01-01"}, (date(2027, 1, 2),), False),
        ({"min": "2027-01-01"}, (3,), False),
        ({"min": "3"}, (date(2027, 1, 1),), False),
        ({"equals": "a", "in": ["a", "b"], "set": "true"}, ("a",), True),
        ({"equals": "a", "in": ["b"]}, ("a",), False),
        ({"equals": "5", "max": "3"}, (5,), False),
    ],
)
def test_a_condition_holds(told: object, values: tuple[Value, ...], expected: bool) -> None:
    assert holds(condition(told), values) is expected


@pytest.mark.parametrize(
    ("limits", "number", "expected"),
    [({"max": "1"}, 1, True), ({"max": "1"}, 2, False), ({"min": "1"}, 0, False), ({"max": "0"}, 0, True)],
)
def test_of_names_limits_count_how_many_there_are(limits: dict[str, str], number: int, expected: bool) -> None:
    values = tuple(f"seat-{i}" for i in range(number))
    assert holds(condition(limits), values, counts=True) is expected


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("pm", '"pm"'),
        (["a", "b"], '"a" or "b"'),
        (["a", "b", "c", "d", "e"], '"a" or "b" or "c" or one of 2 more'),
        (None, "empty"),
        ({"set": "true"}, "set"),
        ({"unset": "false"}, "set"),
        ({"min": "3", "max": "9"}, "3 to 9"),
        ({"min": "3"}, "3 or more"),
        ({"max": "0.5"}, "0.5 or less"),
        ({"min": "2027-01-01"}, "2027-01-01 or later"),
        ({"max": "2027-01-01"}, "2027-01-01 or earlier"),
        ({"set": "true", "equals": "a", "max": "3"}, 'set and "a" and 3 or less'),
    ],
)
def test_a_condition_in_words(told: object, words: str) -> None:
    assert wanted(condition(told)) == words


def test_a_requirement_is_called_by_its_name_or_by_what_it_speaks_of() -> None:
    where = {"role": condition("pm"), "unit": condition({"set": "true"})}
    must = {"field": condition("x")}
    assert called(Requirement(every="position", must=must)) == "the requirement for every position"
    assert called(Requirement(every="position", where=where, must=must)) == (
        'the requirement for every position where "role" is "pm" and "unit" is set'
    )
    assert called(Requirement(every="unit", must=must, name="staffed")) == 'the requirement "staffed"'


def test_a_long_reason_is_cut() -> None:
    must = {"field": condition("x")}
    assert because(Requirement(every="unit", must=must)) == ""
    assert because(Requirement(every="unit", must=must, reason="four eyes")) == " (four eyes)"
    assert len(because(Requirement(every="unit", must=must, reason="x" * 500))) == 153


def test_of_equal_values_a_condition_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    positions = {name: Position(role=role) for name, role in (("a", "pm"), ("b", "dev"), ("c", "pm"), ("d", None))}
    organization = Organization(positions=positions)
    look = Attributes(organization, read_lines(organization, date(2027, 1, 1)))
    asked = Asked(look, "position", "role", condition("pm"))
    told: list[str] = []
    values = look.values

    def counted(kind: str, name: str, field: str) -> tuple[Value, ...]:
        told.append(name)
        return values(kind, name, field)

    monkeypatch.setattr(look, "values", counted)
    assert list(asked.among(positions)) == ["a", "c"]
    assert sorted(told) == ["b", "c", "d"]
    assert [asked.holds(name) for name in positions] == [True, False, True, False]
    assert told[3:] == ["a", "b", "d"]

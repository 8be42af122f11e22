"""What few seats say: by field, and by seat in the order of the files."""

from __future__ import annotations

from datetime import date
from typing import Any

from orgmodel.model.lines import Line
from orgmodel.model.organization import Organization
from orgmodel.model.positions import Holder, Position
from orgmodel.model.roles import Pay
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rare_fields import RARE_FIELDS, rare_fields

DAY = date(2026, 11, 1)
SAID: dict[str, Any] = {
    "status": "vacant",
    "holders": (Holder(person="Ada Park"),),
    "dotted_to": (Line(to="chief"),),
    "pay": (Pay(amount=1),),
    "also_in": ("unit",),
    "skills": {"discovery": 1},
    "assistant": True,
    "level": 0,
    "deputy": "",
    "employment": "agent",
    "from_": DAY,
    "until": DAY,
}


def seat(**fields: Any) -> Position:
    made = Position(role="pm", holder="Li Wei")
    for field, value in fields.items():
        setattr(made, field, value)
    return made


def test_each_field_has_the_seats_that_say_something_in_it():
    positions = {"plain": seat(), "whole": seat(**SAID), **{field: seat(**{field: SAID[field]}) for field in SAID}}
    assert tuple(SAID) == RARE_FIELDS
    assert rare_fields(positions) == {field: {"whole": SAID[field], field: SAID[field]} for field in RARE_FIELDS}


def test_a_level_of_zero_and_an_empty_deputy_are_said_and_count_as_empty():
    context = RuleContext(Organization(positions={"a": seat(level=0, deputy=""), "b": seat(level=1), "c": seat()}), DAY)
    assert (context.rare_fields["level"], context.rare_fields["deputy"]) == ({"a": 0, "b": 1}, {"a": ""})
    assert (context.seats_with("level"), context.seats_with("deputy")) == (("b",), ())
    assert context.seats_with("role") == ("a", "b", "c")

"""A finding that is counted first and written when somebody reads it."""

from __future__ import annotations

import pytest

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot
from orgmodel.rules.rule import Found, later

SPOT = Spot("positions", "cpo")


def test_a_finding_is_written_when_a_field_of_it_is_read_and_only_once() -> None:
    written = []

    def write(name: str) -> Found:
        written.append(name)
        return Found(f"{name} is vacant", SPOT, ("position:cpo",), fix="Fill it.")

    found = later(write, "cpo")
    assert written == []
    assert (
        found.message,
        found.at,
        found.entities,
        found.related,
        found.fix,
        found.subject,
    ) == ("cpo is vacant", SPOT, ("position:cpo",), (), "Fill it.", "")
    assert written == ["cpo"]


def test_its_severity_is_known_before_it_is_written() -> None:
    def write() -> Found:
        raise AssertionError("nobody asked for words")

    assert later(write).severity is None
    assert later(write, severity=Severity.ERROR).severity is Severity.ERROR


def test_it_equals_what_is_written_at_once() -> None:
    found = later(Found, "it is vacant", SPOT)
    assert found.message == "it is vacant"
    assert repr(found).partition("(")[2] == repr(Found("it is vacant", SPOT)).partition("(")[2]


def test_it_has_no_fields_but_those_of_a_finding() -> None:
    with pytest.raises(AttributeError):
        _ = later(Found, "it is vacant", SPOT).colour  # type: ignore[attr-defined]

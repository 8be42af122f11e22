"""The fields that a requirement may ask for are written down."""

from pathlib import Path

import pytest

from orgmodel.analysis.fields import FIELDS, field_at

PAGE = Path(__file__).parents[3] / "docs" / "policy.md"


@pytest.mark.parametrize("kind", FIELDS)
def test_the_page_lists_exactly_the_fields_of_a_kind(kind: str) -> None:
    line = next(line for line in PAGE.read_text("utf-8").splitlines() if line.startswith(f"| `{kind}` |"))
    named = set(line.split("|")[2].split("`")[1::2])
    told = {name if field.read is not None else f"{name}.NAME" for name, field in FIELDS[kind].items()}
    told |= {f"{name}.ROLE" for name, field in FIELDS[kind].items() if field.read is not None and field.within}
    assert named - {"unit:x"} == told


def test_a_field_that_leads_nowhere_cannot_be_followed() -> None:
    assert field_at("position", "title.length") is None


def test_a_letter_is_followed_to_whatever_holds_it() -> None:
    assert field_at("activity", "owner.level") is not None
    assert field_at("activity", "owner.plane") is None

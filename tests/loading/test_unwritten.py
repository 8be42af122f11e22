"""A record made without its validator is the one that the validator makes."""

from __future__ import annotations

from typing import Any

import pytest

from orgmodel.model.include import Include
from orgmodel.model.organization import Organization
from orgmodel.model.policy import Bounds, Policy
from orgmodel.model.positions import Position
from orgmodel.model.values import unwritten


@pytest.mark.parametrize("record", [Policy, Bounds, Include, Position])
def test_a_record_that_says_nothing(record: Any) -> None:
    assert unwritten(record) == record()
    assert repr(unwritten(record)) == repr(record())


def test_what_is_given_is_kept() -> None:
    assert unwritten(Bounds, min=3, max=15) == Bounds(min=3, max=15)


def test_a_field_that_the_record_does_not_have_is_a_fault_of_the_program() -> None:
    with pytest.raises(AssertionError):
        unwritten(Bounds, most=3)


def test_two_organisations_share_no_mapping_of_their_policies() -> None:
    one, other = Organization().policy, Organization().policy
    assert one == other == Policy()
    assert one.holders is not other.holders

"""What few seats say: beyond who sits where, and under whom."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from orgmodel.model.positions import Position

RARE_FIELDS = (
    "status",
    "holders",
    "dotted_to",
    "pay",
    "also_in",
    "skills",
    "assistant",
    "level",
    "deputy",
    "employment",
    "from_",
    "until",
)


def rare_fields(seats: Mapping[str, Position]) -> dict[str, dict[str, Any]]:  # noqa: C901, PLR0912
    """For each of `RARE_FIELDS` what seats have in it, by seat, in the order of the files.

    Nothing stands there for a field that is missing, for an empty list, and for no. In a large table such fields
    are few: one look at every seat spares many rules their own.
    """
    found: dict[str, dict[str, Any]] = {field: {} for field in RARE_FIELDS}
    (status, holders, dotted_to, pay, also_in, skills, assistant, level, deputy, employment, from_, until) = (
        found.values()
    )
    for name, seat in seats.items():
        if seat.status:
            status[name] = seat.status
        if seat.holders:
            holders[name] = seat.holders
        if seat.dotted_to:
            dotted_to[name] = seat.dotted_to
        if seat.pay:
            pay[name] = seat.pay
        if seat.also_in:
            also_in[name] = seat.also_in
        if seat.skills:
            skills[name] = seat.skills
        if seat.assistant:
            assistant[name] = seat.assistant
        if seat.level is not None:
            level[name] = seat.level
        if seat.deputy is not None:
            deputy[name] = seat.deputy
        if seat.employment:
            employment[name] = seat.employment
        if seat.from_:
            from_[name] = seat.from_
        if seat.until:
            until[name] = seat.until
    return found

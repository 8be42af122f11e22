"""Where the holders of a seat are written, also when several entries of one id were joined."""

from __future__ import annotations

from orgmodel.loading.job_shares import is_job_share
from orgmodel.model.organization import Organization, Spot
from orgmodel.model.positions import Position


def holder_spot(organization: Organization, seat: str, number: int = 0, field: str | None = None) -> Spot:
    """The place of a seat's holder by its number (of `field` of that holder); of the seat if none is written."""
    position = organization.positions[seat]
    if not position.holders:
        return Spot("positions", seat, (field or "holder",), key=position.holder is None)
    joined = _joined(organization, seat)
    own = len(position.holders) - sum(len(record.held_by()) for _, record in joined)
    if number < own:
        return _spot(seat, 0, number, field, is_listed=own > 1 or not joined)
    number -= own
    for occurrence, record in joined:
        held = len(record.held_by())
        if number < held:
            return _spot(seat, occurrence, number, field, is_listed=bool(record.holders))
        number -= held
    return Spot("positions", seat)


def _joined(organization: Organization, seat: str) -> list[tuple[int, Position]]:
    """The further entries of a seat that gave it their holders, with their numbers."""
    repeats = organization.repeats.get("positions", {}).get(seat, [])
    if not is_job_share(organization.positions[seat], repeats):
        return []
    living = ((occurrence, record) for occurrence, record in enumerate(repeats, 1) if record.status != "ended")
    return [(occurrence, record) for occurrence, record in living if record.held_by()]


def _spot(seat: str, occurrence: int, number: int, field: str | None, *, is_listed: bool) -> Spot:
    """A holder in one entry: in its list of holders, or its only one, whose share and dates are those of the entry."""
    if not is_listed:
        return Spot("positions", seat, (field or "holder",), occurrence=occurrence)
    path = ("holders", number) if field is None else ("holders", number, field)
    return Spot("positions", seat, path, occurrence=occurrence)

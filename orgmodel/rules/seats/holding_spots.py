"""Where the holders of a seat are written, also when several entries of one id were joined."""

from __future__ import annotations

from orgmodel.model.organization import Organization, Spot


def holder_spot(organization: Organization, seat: str, number: int = 0, field: str | None = None) -> Spot:
    """The place of a seat's holder by its number (of `field` of that holder); of the seat if none is written."""
    position = organization.positions[seat]
    if not position.holders:
        return Spot("positions", seat, (field or "holder",), key=position.holder is None)
    repeats = organization.repeats.get("positions", {}).get(seat, ())
    counts = [len(entry.held_by()) for entry in repeats]
    counts.insert(0, len(position.holders) - sum(counts))
    if counts[0] < 1 or not repeats:
        path = ("holders", number) if field is None else ("holders", number, field)
        return Spot("positions", seat, path)
    for occurrence, count in enumerate(counts):
        if number < count:
            return Spot("positions", seat, (field or "holder",), occurrence=occurrence)
        number -= count
    return Spot("positions", seat)

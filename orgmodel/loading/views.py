"""Models with something left out: ended posts, pay, people. Applied before any rule or renderer sees them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from orgmodel.loading.load import Loaded


def without_ended(loaded: Loaded, day: date) -> None:
    """Leave out ended posts, before any rule: lines to them then lead nowhere, and are reported as such."""
    positions = loaded.organization.positions
    repeats = loaded.organization.repeats.get("positions", {})
    loaded.places.hold("positions")
    for name in [name for name, seats in repeats.items() if any(seat.status_on(day) == "ended" for seat in seats)]:
        living = [number for number, seat in enumerate(repeats[name]) if seat.status_on(day) != "ended"]
        repeats[name] = [repeats[name][number] for number in living]
        loaded.places.keep_repeats("positions", name, living)
    for name in [name for name, seat in positions.items() if seat.status_on(day) == "ended"]:
        if repeats.get(name):
            positions[name] = repeats[name].pop(0)
            loaded.places.promote("positions", name, 0)
            loaded.places.keep_repeats("positions", name, range(1, len(repeats[name]) + 1))
        else:
            del positions[name]
    for name in [name for name, seats in repeats.items() if not seats]:
        del repeats[name]


def redacted(loaded: Loaded, what: Iterable[str]) -> None:
    """Take pay, people or both out of a loaded model: values, ids made of names, texts that hold names,
    faults that quote them, and the text of the files."""
    from orgmodel.loading.redaction import drop_pay, drop_people  # noqa: PLC0415

    what = frozenset(what)
    if not what:
        return
    loaded.sources.clear()
    if "pay" in what:
        drop_pay(loaded)
    if "people" in what:
        drop_people(loaded)

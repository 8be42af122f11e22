"""Small organisations for the tests of this folder, written as they would stand in a file."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from orgmodel.model.activities import Activity, Assignment, Letter
from orgmodel.model.organization import Organization
from orgmodel.model.positions import Person, Position
from orgmodel.model.roles import Role
from orgmodel.model.units import Unit

DAY = date(2026, 11, 1)

RACI = {
    "R": Letter(name="Responsible", traits=("doer",)),
    "A": Letter(name="Accountable", max=1, traits=("owner",)),
    "C": Letter(name="Consulted", traits=("advises",)),
    "I": Letter(name="Informed", traits=("informed",)),
}

RECORDS = {"roles": Role, "units": Unit, "positions": Position, "people": Person, "activities": Activity}


@cache
def _adapter(record: Any) -> TypeAdapter[Any]:
    return TypeAdapter(record)


def organisation(*, repeats: dict[str, list[Any]] | None = None, **sections: Any) -> Organization:
    """An organisation from the sections of a file; `repeats` are further entries of positions."""
    read: dict[str, Any] = {}
    for kind, record in RECORDS.items():
        adapter = _adapter(record)
        entries = sections.pop(kind, {})
        if isinstance(entries, str):
            entries = {name: {} for name in entries.split()}
        read[kind] = {name: adapter.validate_python(entry) for name, entry in entries.items()}
    claims = _adapter(list[Assignment]).validate_python(sections.pop("assignments", []))
    seats = _adapter(list[Position])
    rows = {name: seats.validate_python(entries) for name, entries in (repeats or {}).items()}
    return Organization(
        **read, assignments=claims, schemes={"raci": RACI}, repeats={"positions": rows} if rows else {}, **sections
    )


LADDER = {"cpo": {}, "director": {"reports_to": "cpo"}, "pm": {"reports_to": "director"}}

TEAMS = {
    "product": {"kind": "department", "head": "cpo"},
    "payments": {"kind": "team", "parent": "product", "head": "dir-payments"},
    "search": {"kind": "team", "parent": "product", "head": "dir-search"},
    "growth": {"kind": "team", "parent": "product", "head": "dir-growth"},
    "checkout": {"kind": "squad", "parent": "payments"},
    "fraud": {"kind": "squad", "parent": "payments"},
    "ranking": {"kind": "squad", "parent": "search"},
    "onboarding": {"kind": "squad", "parent": "growth"},
}
"""
product (cpo)
|- payments (dir-payments): pm-payments
|  |- checkout: pm-checkout-1, pm-checkout-2
|  `- fraud: no product manager of its own
|- search (dir-search): pm-search-1, pm-search-2
|  `- ranking: pm-ranking
`- growth (dir-growth): pm-growth
   `- onboarding: pm-onboarding
"""


def seat(role: str, unit: str | None = None, **more: Any) -> dict[str, Any]:
    """A seat as it would be written."""
    return {"role": role, "unit": unit, **more} if unit else {"role": role, **more}


def product(**sections: Any) -> Organization:
    """Three directors and eight product managers in nested teams."""
    positions = {
        "cpo": seat("cpo", "product", holder="Ada"),
        "dir-payments": seat("director", "payments", holder="Sam"),
        "dir-search": seat("director", "search", holder="Kim"),
        "dir-growth": seat("director", "growth", holder="Max"),
        "pm-payments": seat("pm", "payments", holder="P1"),
        "pm-checkout-1": seat("pm", "checkout", holder="P2"),
        "pm-checkout-2": seat("pm", "checkout", holder="P3"),
        "pm-search-1": seat("pm", "search", holder="P4"),
        "pm-search-2": seat("pm", "search", holder="P5"),
        "pm-ranking": seat("pm", "ranking", holder="P6"),
        "pm-growth": seat("pm", "growth", holder="P7"),
        "pm-onboarding": seat("pm", "onboarding", holder="P8"),
    }
    positions |= sections.pop("positions", {})
    roles = LADDER | sections.pop("roles", {})
    units = TEAMS | sections.pop("units", {})
    return organisation(roles=roles, units=units, positions=positions, **sections)

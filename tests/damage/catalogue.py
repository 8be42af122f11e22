"""All damages, and the rules for which there is none, with the reason."""

from __future__ import annotations

import damage_to_authority
import damage_to_columns
import damage_to_files
import damage_to_ladders
import damage_to_lines
import damage_to_names
import damage_to_policy
import damage_to_rows
import damage_to_seats
import damage_to_spans
from damaging import DAMAGES, Damage

MODULES = (
    damage_to_files,
    damage_to_names,
    damage_to_lines,
    damage_to_seats,
    damage_to_rows,
    damage_to_columns,
    damage_to_authority,
    damage_to_ladders,
    damage_to_spans,
    damage_to_policy,
)

WITHOUT_DAMAGE = {
    "name-in-several-rows": "speaks of seats from a table without ids of people; these seats are written",
    "doer-always-owner": "speaks of all rows together: in each of them owner and doer are the same",
    "no-activities": "speaks of a model of bare roles; beside positions it is silent",
}
"""Rules that no damage of this organisation can cause."""


def all_damages() -> tuple[Damage, ...]:
    """Every damage, in the order of the modules."""
    return tuple(DAMAGES)

"""What a matrix is asked to show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

By = Literal["role", "position", "person", "unit"]
"""What the columns are."""

VIEWS: tuple[By, ...] = ("role", "position", "person", "unit")


@dataclass(frozen=True, slots=True)
class MatrixRequest:
    """The view of a matrix, and the part of it that one reader wants.

    `units`, `roles` and `activities` hold ids, titles or aliases. Several of one kind are joined, those of
    different kinds narrow each other.
    """

    by: By = "role"
    units: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()

    @property
    def is_cut(self) -> bool:
        """Whether only a part is asked for."""
        return bool(self.units or self.roles or self.activities)

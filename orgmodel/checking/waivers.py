"""Findings accepted by the organisation itself, until a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from orgmodel.model.policy import Waiver
from orgmodel.rules.rule import Found, Rule


class Waivers:
    """The waivers in force on a day, by rule."""

    def __init__(self, waivers: Sequence[Waiver], day: date) -> None:
        self._exact: dict[str, set[str]] = {}
        self._beginnings: dict[str, tuple[str, ...]] = {}
        for waiver in waivers:
            if waiver.until is not None and waiver.until < day:
                continue
            if waiver.for_.endswith("*"):
                beginnings = self._beginnings.get(waiver.rule, ())
                self._beginnings[waiver.rule] = (*beginnings, waiver.for_[:-1])
            else:
                self._exact.setdefault(waiver.rule, set()).add(waiver.for_)

    def cover(self, rule: Rule, found: Found) -> bool:
        """Whether a finding is accepted: a waiver for its rule (by name or code) names one of its entities."""
        if not self._exact and not self._beginnings:
            return False
        return any(
            not self._exact.get(name, set()).isdisjoint(found.entities)
            or any(item.startswith(self._beginnings[name]) for item in found.entities if name in self._beginnings)
            for name in (rule.name, rule.code)
        )

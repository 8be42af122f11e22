"""Gaps that the organisation accepts: by a waiver, or because its policy ignores the rule."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import date

from orgmodel.model.organization import Organization
from orgmodel.rules.registry import by_name


class Accepted:
    """The waivers in force on a day, and the rules that are ignored."""

    def __init__(self, organization: Organization, day: date) -> None:
        self._waivers = [item for item in organization.waivers if item.until is None or item.until >= day]
        self._severity = organization.policy.severity

    def is_ignored(self, rule: str) -> bool:
        """Whether the policy asks not to be told."""
        return any(self._severity.get(name) == "ignore" for name in _names(rule))

    def reason(self, rule: str, entities: AbstractSet[str]) -> str | None:
        """Why a gap is accepted; None when it is not."""
        names = _names(rule)
        for waiver in self._waivers:
            if waiver.rule in names and _covers(waiver.for_, entities):
                return waiver.reason or "waived"
        return None


def _names(rule: str) -> tuple[str, ...]:
    """A rule by its name and its code."""
    entry = by_name().get(rule)
    return (entry.name, entry.code) if entry is not None else ()


def _covers(target: str, entities: AbstractSet[str]) -> bool:
    if target.endswith("*"):
        return any(name.startswith(target[:-1]) for name in entities)
    return target in entities

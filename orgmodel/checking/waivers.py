"""Findings accepted by the organisation itself, until a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from orgmodel.model.policy import Waiver
from orgmodel.rules.rule import Found, Rule


class Waivers:
    """The waivers in force on a day, by rule; those that end in `*` by the length of what stands before it."""

    def __init__(self, waivers: Sequence[Waiver], day: date) -> None:
        self._exact: dict[str, set[str]] = {}
        self._beginnings: dict[str, dict[int, set[str]]] = {}
        for waiver in waivers:
            if waiver.until is not None and waiver.until < day:
                continue
            if waiver.for_.endswith("*"):
                beginning = waiver.for_[:-1]
                self._beginnings.setdefault(waiver.rule, {}).setdefault(len(beginning), set()).add(beginning)
            else:
                self._exact.setdefault(waiver.rule, set()).add(waiver.for_)

    def cover(self, rule: Rule, found: Found) -> bool:
        """Whether a finding is accepted: waivers for its rule (by name or code) name what it is about.

        That is its first entity, or all of its entities of one kind. A finding about several rows of the
        matrix is accepted only for all of them: a waiver for one row must not hide the others. A row that
        exists once for each unit or seat is covered as a whole by `activity:x`, in one place by `activity:x@y`.
        """
        if not self._exact and not self._beginnings:
            return False
        names = [name for name in (rule.name, rule.code) if name in self._exact or name in self._beginnings]
        if not names or not found.entities:
            return False
        kinds: dict[str, list[str]] = {}
        for item in found.entities:
            kinds.setdefault(item.partition(":")[0], []).append(item)
        first = found.entities[0]
        if len(kinds.get("activity", ())) < 2 and self._covers(names, first):
            return True
        return any(all(self._covers(names, item) for item in items) for items in kinds.values())

    def _covers(self, names: Sequence[str], item: str) -> bool:
        return any(
            item in self._exact.get(name, ())
            or item.partition("@")[0] in self._exact.get(name, ())
            or any(item[:length] in beginnings for length, beginnings in self._beginnings.get(name, {}).items())
            for name in names
        )

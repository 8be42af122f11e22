"""Findings accepted by the organisation itself, until a day."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from orgmodel.model.policy import Waiver
from orgmodel.rules.registry import by_name
from orgmodel.rules.rule import Found, Rule


class Waivers:
    """The waivers in force on a day, by rule; those that end in `*` by the length of what stands before it."""

    def __init__(self, waivers: Sequence[Waiver], day: date) -> None:
        self._waivers = waivers
        self._exact: dict[str, dict[str, int]] = {}
        self._beginnings: dict[str, dict[int, dict[str, int]]] = {}
        self._in_force: list[int] = []
        self._used: set[int] = set()
        for number, waiver in enumerate(waivers):
            if waiver.until is not None and waiver.until < day:
                continue
            self._in_force.append(number)
            if waiver.for_.endswith("*"):
                beginning = waiver.for_[:-1]
                beginnings = self._beginnings.setdefault(waiver.rule, {}).setdefault(len(beginning), {})
                beginnings.setdefault(beginning, number)
            else:
                self._exact.setdefault(waiver.rule, {}).setdefault(waiver.for_, number)

    def speak_of(self, rule: Rule) -> bool:
        """Whether any waiver names the rule."""
        return any(name in self._exact or name in self._beginnings for name in (rule.name, rule.code))

    def cover(self, rule: Rule, found: Found) -> bool:
        """Whether a finding is accepted: waivers for its rule (by name or code) name what it is about.

        That is its first entity, or all of its entities of one kind. A finding about several rows of the
        matrix is accepted only for all of them: a waiver for one row must not hide the others. A row that
        exists once for each unit or seat is covered as a whole by `activity:x`, in one place by `activity:x@y`.
        """
        if not self._in_force:
            return False
        names = [name for name in (rule.name, rule.code) if name in self._exact or name in self._beginnings]
        if not names or not found.entities:
            return False
        kinds: dict[str, list[str]] = {}
        for item in found.entities:
            kinds.setdefault(item.partition(":")[0], []).append(item)
        groups = list(kinds.values())
        if len(kinds.get("activity", ())) < 2:
            groups.insert(0, [found.entities[0]])
        for group in groups:
            covering = [number for item in group for number in self._covering(names, item)[:1]]
            if len(covering) == len(group):
                self._used.update(number for item in group for number in self._covering(names, item))
                return True
        return False

    def _covering(self, names: Sequence[str], item: str) -> list[int]:
        return list(self._find(names, item))

    def _find(self, names: Sequence[str], item: str) -> Iterator[int]:
        for name in names:
            exact = self._exact.get(name, {})
            for target in dict.fromkeys((item, item.partition("@")[0])):
                if target in exact:
                    yield exact[target]
            for length, beginnings in self._beginnings.get(name, {}).items():
                if item[:length] in beginnings:
                    yield beginnings[item[:length]]

    def unused(self, ran: Collection[str]) -> tuple[int, ...]:
        """Those in force that covered nothing, of rules (by name) that ran; a second one for the same is unused."""
        known = by_name()
        return tuple(
            number
            for number in self._in_force
            if number not in self._used
            and (entry := known.get(self._waivers[number].rule)) is not None
            and entry.name in ran
        )

"""Models with something left out: ended posts, pay, people. Applied before any rule or renderer sees them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

from orgmodel.loading.load import Loaded
from orgmodel.model.organization import KINDS, Organization
from orgmodel.model.positions import Holder, Position

_PAY_WORDS = re.compile(r"pay|salary|salaries|wage|compensation|bonus|remuneration|income|stipend|cost", re.IGNORECASE)
_PERSON_WORDS = re.compile(
    r"name|mail|phone|mobile|birth|address|photo|image|picture|national|login|user|gender|marital|contact|twitter|linkedin",
    re.IGNORECASE,
)


def without_ended(loaded: Loaded, day: date) -> None:
    """Leave out ended posts, before any rule: lines to them then lead nowhere, and are reported as such."""
    organization = loaded.organization
    loaded.places.hold("positions")
    repeats = organization.repeats.get("positions", {})
    for name in [name for name, seat in organization.positions.items() if seat.status_on(day) == "ended"]:
        living = [seat for seat in repeats.get(name, []) if seat.status_on(day) != "ended"]
        if living:
            organization.positions[name] = living[0]
            repeats[name] = living[1:]
        else:
            del organization.positions[name]
            repeats.pop(name, None)
    for name in [name for name, seats in repeats.items() if not seats]:
        del repeats[name]


def redacted(loaded: Loaded, what: Iterable[str]) -> None:
    """Take pay, people or both out of a loaded model: values, ids made of names, texts that hold names,
    faults that quote them, and the text of the files."""
    what = frozenset(what)
    if not what:
        return
    loaded.sources.clear()
    if "pay" in what:
        _drop_pay(loaded)
    if "people" in what:
        _drop_people(loaded)


def _drop_pay(loaded: Loaded) -> None:
    organization = loaded.organization
    for kind in ("roles", "positions"):
        section = organization.section(kind)
        for name, entry in list(section.items()):
            if entry.pay or any(_PAY_WORDS.search(key) for key in entry.fields):
                kept = {key: value for key, value in entry.fields.items() if not _PAY_WORDS.search(key)}
                section[name] = replace(entry, pay=(), fields=kept)
    for kind in ("people", "units", "activities"):
        section = organization.section(kind)
        for name, entry in list(section.items()):
            if any(_PAY_WORDS.search(key) for key in entry.fields):
                kept = {key: value for key, value in entry.fields.items() if not _PAY_WORDS.search(key)}
                section[name] = replace(entry, fields=kept)
    loaded.faults[:] = [
        replace(fault, message=_quoteless(fault.message)) if "pay" in fault.message else fault
        for fault in loaded.faults
    ]


def _quoteless(message: str) -> str:
    return re.sub(r', found ".*"$', ", found something else", message)


def _drop_people(loaded: Loaded) -> None:
    organization = loaded.organization
    pseudonyms = _Pseudonyms(organization)
    for kind in KINDS:
        loaded.places.hold(kind)
    for kind in ("people", "positions"):
        section = organization.section(kind)
        for name, entry in list(section.items()):
            kept = {key: value for key, value in entry.fields.items() if not _PERSON_WORDS.search(key)}
            section[name] = replace(entry, fields=kept, photo=None)
    organization.row_people = frozenset(pseudonyms.text(name) for name in organization.row_people)
    for kind in KINDS:
        _rename(loaded, kind, pseudonyms.text)
    organization.assignments = [pseudonyms.record(item) for item in organization.assignments]
    organization.waivers = [
        replace(pseudonyms.record(waiver), reason="(redacted)" if waiver.reason else None, owner="(redacted)")
        for waiver in organization.waivers
    ]
    if organization.name is not None:
        organization.name = pseudonyms.text(organization.name)
    loaded.name = pseudonyms.text(loaded.name)
    loaded.faults[:] = [
        replace(
            fault,
            message=pseudonyms.text(_quoteless(fault.message)),
            entities=tuple(map(pseudonyms.text, fault.entities)),
            related=tuple(replace(item, note=pseudonyms.text(item.note)) for item in fault.related),
        )
        for fault in loaded.faults
    ]
    loaded.notes[:] = [pseudonyms.text(note) for note in loaded.notes]


def _rename(loaded: Loaded, kind: str, renamed: Callable[[str], str]) -> None:
    """Give entries new ids and texts, keeping their order and places."""
    organization = loaded.organization
    section = organization.section(kind)
    entries = list(section.items())
    section.clear()
    for name, entry in entries:
        fresh = _mapped(entry, renamed)
        new = renamed(name)
        if new != name:
            loaded.places.renamed[kind, new] = name
        section[new] = fresh
    repeats = organization.repeats.get(kind, {})
    for name in list(repeats):
        repeats[renamed(name)] = [_mapped(entry, renamed) for entry in repeats.pop(name)]


class _Pseudonyms:
    """Every person of a model as "Person 1", "Person 2", … in the order of the file."""

    def __init__(self, organization: Organization) -> None:
        secrets: dict[str, str] = {}

        def keep(texts: Iterable[str | None], number: int) -> None:
            for text in texts:
                if text is not None and len(text.strip()) > 1:
                    secrets.setdefault(text, f"Person {number}")

        number = 0
        for name, person in organization.people.items():
            number += 1
            keep([name, person.name, person.email, *person.aliases], number)
        seats: list[Position] = list(organization.positions.values())
        seats += [seat for rows in organization.repeats.get("positions", {}).values() for seat in rows]
        for seat in seats:
            for holder in seat.held_by():
                if holder.person is not None and holder.person not in secrets:
                    number += 1
                    keep([holder.person, seat.fields.get("email")], number)
        self._secrets = secrets
        longest_first = sorted(secrets, key=lambda text: (-len(text), text))
        alternatives = "|".join(map(re.escape, longest_first))
        self._pattern = re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)") if secrets else None

    def text(self, text: str) -> str:
        """The text with every person's name, id and address replaced."""
        whole = self._secrets.get(text)
        if whole is not None:
            return whole
        if self._pattern is None:
            return text
        return self._pattern.sub(lambda match: self._secrets[match[0]], text)

    def record(self, record: Any) -> Any:
        """A record with all its texts replaced."""
        return _mapped(record, self.text)


def _mapped(value: Any, renamed: Callable[[str], str]) -> Any:
    """A copy of a value in which every text has gone through `renamed`."""
    if isinstance(value, str):
        return renamed(value)
    if isinstance(value, tuple):
        return tuple(_mapped(item, renamed) for item in value)
    if isinstance(value, dict):
        return {renamed(key): _mapped(item, renamed) for key, item in value.items()}
    if isinstance(value, Holder) or is_dataclass(value):
        changed = {}
        for field in fields(value):  # type: ignore[arg-type]
            before = getattr(value, field.name)
            after = _mapped(before, renamed)
            if after is not before and after != before:
                changed[field.name] = after
        return replace(value, **changed) if changed else value
    return value

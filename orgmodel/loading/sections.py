"""The sections of a YAML or JSON file into the assembly."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from orgmodel.findings import Related
from orgmodel.loading.assembly import Assembly, subject_of
from orgmodel.loading.entries import read_entry, read_section
from orgmodel.loading.places import SectionOrigin
from orgmodel.loading.problems import Problem, Way, shown
from orgmodel.loading.unknown_keys import IsBare, key_before_bracket, unknown_key
from orgmodel.loading.wrong_values import day_message
from orgmodel.model.include import Include
from orgmodel.model.organization import KINDS, SINGULAR
from orgmodel.model.policy import Policy
from orgmodel.reading.document import Document
from orgmodel.reading.names import printable

TOP_KEYS = (
    "orgmodel",
    "name",
    "as_of",
    "scheme",
    "description",
    "include",
    "roles",
    "units",
    "positions",
    "people",
    "activities",
    "assignments",
    "schemes",
    "policy",
    "waivers",
)
FORMAT = "1"
_POLICY_KEYS = ("orgmodel", "name", "as_of", "scheme", "description", "schemes", "policy", "waivers")
_LONGEST_ID = 100
_ENOUGH_KEYS = 3
_ORDINARY = r"[\w.+/@#&()-]"
_ORDINARY_ID = re.compile(rf"{_ORDINARY}{{1,{_LONGEST_ID}}}\Z")
_ORDINARY_SIGNS = re.compile(rf"{_ORDINARY}*\Z")


class SectionReader:
    """Reads one document's sections into an assembly."""

    def __init__(self, assembly: Assembly, document: Document) -> None:
        self.assembly = assembly
        self.document = document
        self.data: dict[str, Any] = document.data

    def read_policy(self) -> None:
        """Add policy, waivers and schemes only: what a file beside the model may bring."""
        self._read_heads(("scheme",))
        self._read_schemes()
        self._read_policy()
        self._read_listed("waivers")
        others = [key for key, value in self.data.items() if value and key not in _POLICY_KEYS]
        if others:
            listed = ", ".join(f'"{printable(key)}"' for key in others)
            name = self.document.source.path
            self.assembly.notes.append(f"{name}: only policy, waivers and schemes are taken, not {listed}")

    def read(self) -> None:
        """Add every section; faults are kept where something is wrong."""
        if len(self.data) >= _ENOUGH_KEYS and not self.data.keys() & set(TOP_KEYS):
            self._refuse_all_keys()
            return
        for key in self.data:
            if key not in TOP_KEYS:
                found = unknown_key(self.data, (key,), TOP_KEYS, self.document.is_bare_key)
                place = self.document.place((key,), key=True)
                self.assembly.fault("unknown-key", found.message or f"unknown key {shown(key)}", place, fix=found.fix)
        self._read_heads(("name", "as_of", "scheme"))
        self._read_schemes()
        self._read_policy()
        for kind in KINDS:
            self._read_kind(kind)
        self._read_listed("assignments")
        self._read_listed("waivers")

    def _refuse_all_keys(self) -> None:
        """A file of another tool is one fault, not one for each of its keys."""
        keys = list(self.data)
        named = ", ".join(shown(key) for key in keys[:3]) + (f" and {len(keys) - 3:,} more" if len(keys) > 3 else "")
        self.assembly.fault(
            "unknown-key",
            f"this file is no model: none of its keys is known ({named})",
            self.document.place((keys[0],), key=True),
            fix="Name a file with keys such as `roles`, `positions` and `activities`; `orgmodel init` writes one.",
        )

    def includes(self) -> list[tuple[Include, SectionOrigin, int]]:
        """The includes of the document, with where each stands."""
        raw = self.data.get("include")
        listed = [] if raw is None else raw if isinstance(raw, list) else [raw]
        base = ("include",) if isinstance(raw, list) else ()
        origin = SectionOrigin(self.document, base)
        found = []
        for index, item in enumerate(listed):
            entry: int | str = index if isinstance(raw, list) else "include"
            if isinstance(item, str):
                library = item.removeprefix("library:") if item.startswith("library:") else None
                found.append((Include(file=item) if library is None else Include(library=library), origin, entry))
                continue
            if not isinstance(item, dict):
                message = f'"include": wanted a file or keys and values, found {shown(item)}'
                self.assembly.fault("wrong-value", message, origin.place(entry, (), key=False))
                continue
            record, problems = read_entry("include", item, self._bare(*base, entry))
            for problem in problems:
                self.assembly.report(problem, origin, entry, "")
            if problems and (record is None or record.file is None):
                continue
            if record is not None and record.file is None and record.library is None:
                self.assembly.report(Problem("missing-field", '"file" is missing', ()), origin, entry, "")
            elif record is not None:
                found.append((record, origin, entry))
        return found  # type: ignore[return-value]

    def _read_heads(self, keys: tuple[str, ...]) -> None:
        """Name, day and default scheme: the file that includes others speaks for the whole."""
        organization, single = self.assembly.organization, self.assembly.places.single
        if "orgmodel" in self.data and self.data["orgmodel"] != FORMAT:
            message = f"format {shown(self.data['orgmodel'])} is not supported; this program reads format 1"
            self.assembly.fault("unsupported-version", message, self.document.place(("orgmodel",)))
        for key in ("name", "scheme"):
            value = self.data.get(key)
            if isinstance(value, str):
                if key in keys and (key, key) not in single:
                    setattr(organization, key, value.casefold() if key == "scheme" else value)
                    single[key, key] = (SectionOrigin(self.document, ()), key)
            elif value is not None:
                self._wrong(key, "wanted text", "write one text")
        if self.data.get("as_of") is not None:
            from datetime import date  # noqa: PLC0415

            value = self.data["as_of"]
            try:
                if not (isinstance(value, str) and len(value) == len("2026-11-01")):
                    raise ValueError(value)
                day = date.fromisoformat(value)
                if "as_of" in keys and organization.as_of is None:
                    organization.as_of = day
                    single["as_of", "as_of"] = (SectionOrigin(self.document, ()), "as_of")
            except ValueError:
                message, fix = day_message('"as_of"', value)
                self.assembly.fault("wrong-value", message, self.document.place(("as_of",)), fix=fix)

    def _wrong(self, key: str, wanted: str, fix: str) -> None:
        message = f'"{key}": {wanted}, found {shown(self.data[key])}'
        self.assembly.fault("wrong-value", message, self.document.place((key,)), fix=fix)

    def _bare(self, *base: int | str) -> IsBare:
        return lambda way: self.document.is_bare_key((*base, *way))

    def _map(self, key: str) -> dict[str, Any]:
        value = self.data.get(key)
        if value is None:
            return {}
        if not isinstance(value, dict):
            fix = f"write each id on a line of its own under `{key}:`, as in `id: {{title: …}}`"
            self._wrong(key, "wanted keys and values (an id, then what belongs to it)", fix)
            return {}
        return value

    def _read_kind(self, kind: str) -> None:
        section = self._map(kind)
        if not section:
            return
        origin = SectionOrigin(self.document, (kind,))
        records = read_section(kind, section)
        if records is not None and (_are_ordinary(records) or not any(map(_wrong_id, records))):
            self.assembly.add_section(kind, records, origin)
        else:
            self._read_one_by_one(kind, section, origin)

    def _read_one_by_one(self, kind: str, section: dict[str, Any], origin: SectionOrigin) -> None:
        """Keep what is right in each entry, and report what is wrong."""
        add = self.assembly.add
        for name, raw in section.items():
            record, problems = read_entry(kind, raw, self._bare(kind, name))
            wrong_id = _wrong_id(name)
            bracket = key_before_bracket(name) if isinstance(raw, str) else None
            if bracket is not None:
                fix = f"write `{bracket[0]}: {bracket[2]}`"
                problems = [Problem("wrong-value", f"{SINGULAR[kind]} id {shown(name)}: {bracket[1]}", (), fix=fix)]
            elif wrong_id is not None:
                problems.append(Problem("wrong-value", f"{SINGULAR[kind]} id {wrong_id[0]}", (), fix=wrong_id[1]))
            wrong_id = wrong_id or bracket
            for problem in problems:
                subject = "" if problem.way == () and wrong_id else subject_of(kind, name)
                self.assembly.report(problem, origin, name, subject)
            if record is not None:
                add(kind, name, record, origin, name)

    def _read_listed(self, kind: str) -> None:
        value = self.data.get(kind)
        if value is None:
            return
        listed = [value] if isinstance(value, dict) else value
        if not isinstance(listed, list):
            self._wrong(kind, "wanted a list", "begin each entry with '- '")
            return
        base = (kind,) if isinstance(value, list) else ()
        origin = SectionOrigin(self.document, base)
        records: list[Any] = []
        entries: list[int | str] = []
        for index, raw in enumerate(listed):
            entry: int | str = index if isinstance(value, list) else kind
            record, problems = read_entry(kind, raw if raw is not None else {}, self._bare(*base, entry))
            for problem in problems:
                self.assembly.report(problem, origin, entry, "")
            if record is not None:
                records.append(record)
                entries.append(entry)
        self.assembly.add_listed(kind, records, origin, entries)

    def _read_schemes(self) -> None:
        origin = SectionOrigin(self.document, ("schemes",))
        for name, raw in self._map("schemes").items():
            record, problems = read_entry("schemes", raw, self._bare("schemes", name))
            for problem in problems:
                self.assembly.report(problem, origin, name, f"scheme:{name}")
            if record is not None:
                self._keep_scheme(name, record, origin)

    def _keep_scheme(self, name: str, record: Any, origin: SectionOrigin) -> None:
        folded = name.casefold()
        given = self.assembly.places.single.get(("schemes", folded))
        if given is not None:
            message = f'scheme "{printable(name)}" is given twice; names of schemes are equal in any case'
            first = Related(given[0].place(given[1], (), key=True), "first given here; this one counts")
            place = origin.place(name, (), key=True)
            self.assembly.fault("duplicate-id", message, place, related=(first,), entities=(f"scheme:{name}",))
            return
        self.assembly.organization.schemes[folded] = record
        self.assembly.places.single["schemes", folded] = (origin, name)

    def _read_policy(self) -> None:
        if self.data.get("policy") is None:
            return
        origin = SectionOrigin(self.document, ())
        record, problems = read_entry("policy", self.data["policy"], self._bare("policy"))
        for problem in problems:
            self.assembly.report(problem, origin, "policy", "")
        if record is None:
            return
        raw, numbers = _whole_items(self.data["policy"], [problem.way for problem in problems])
        if problems:
            record, _ = read_entry("policy", raw)
        self._keep_policy(record, raw, origin, numbers)

    def _keep_policy(
        self, record: Policy, raw: dict[str, Any], origin: SectionOrigin, numbers: dict[str, list[int]]
    ) -> None:
        """The policies of several files together: lists and severities add up, of two limits the first counts."""
        organization, places = self.assembly.organization, self.assembly.places
        places.single.setdefault(("policy", ""), (origin, "policy"))
        for key, value in raw.items():
            told: Any = getattr(record, key, None)
            known: Any = getattr(organization.policy, key, None)
            if isinstance(told, dict) and isinstance(known, dict):
                for name in told:
                    places.single.setdefault(("policy", f"{key}.{name}"), (origin, "policy"))
                told = {**told, **known}
            elif isinstance(told, tuple) and isinstance(known, tuple):
                for number, item in enumerate(numbers.get(key, range(len(told)))):
                    places.policy_items[key, len(known) + number] = (origin, item)
                told = known + told
            elif not hasattr(record, key) or ("policy", key) in places.single:
                continue
            changed: dict[str, Any] = {key: told}
            organization.policy = replace(organization.policy, **changed)
            places.single.setdefault(("policy", key), (origin, "policy"))
            self.assembly.policy_told.setdefault(key, value)


def _whole_items(raw: dict[str, Any], wrong: Sequence[Way]) -> tuple[dict[str, Any], dict[str, list[int]]]:
    """A policy whose lists of limits and requirements have only items in which nothing is wrong, and their numbers.

    A requirement of which a part is left out would speak of more, or ask for less, than was meant.
    """
    refused = {way[:2] for way in wrong if way and way[0] in _LISTS}
    whole = dict(raw)
    numbers: dict[str, list[int]] = {}
    for key in {str(way[0]) for way in refused}:
        if isinstance(raw[key], list):
            numbers[key] = [number for number in range(len(raw[key])) if (key, number) not in refused]
            whole[key] = [raw[key][number] for number in numbers[key]]
        else:
            del whole[key]
    return whole, numbers


_LISTS = frozenset({"spans", "ratios", "conflicts", "require"})


def _are_ordinary(names: Collection[str]) -> bool:
    """Whether every id is made of the usual signs; one look at all of them together is soon done."""
    lengths = set(map(len, names))
    return min(lengths) > 0 and max(lengths) <= _LONGEST_ID and _ORDINARY_SIGNS.match("".join(names)) is not None


def _wrong_id(name: str) -> tuple[str, ...] | None:
    """What is wrong with an id, and the fix."""
    if _ORDINARY_ID.match(name):
        return None
    if not name:
        return '"" is empty', "give it an id"
    if len(name) > _LONGEST_ID:
        return f'"{printable(name)}" is longer than {_LONGEST_ID} characters', "shorten the id; `title` takes any text"
    if ":" in name:
        fix = "write another sign instead, or a blank after the colon if the id ends before it"
        return f'"{printable(name)}" holds a colon, which is kept for references like "role:pm"', fix
    if name != name.strip():
        return f'"{printable(name)}" begins or ends with a blank', f"write `{printable(name.strip())}`"
    if any(ord(character) < 32 or 127 <= ord(character) < 160 for character in name):
        return f'"{printable(name)}" holds a control character', "type the id again"
    return None

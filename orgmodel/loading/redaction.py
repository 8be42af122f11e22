"""Pay and people taken out of a model: values, ids made of names, texts that hold them, faults that quote them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import is_dataclass, replace
from typing import Any

from orgmodel.findings import Fault
from orgmodel.loading.load import Loaded
from orgmodel.loading.pseudonyms import Pseudonyms
from orgmodel.model.organization import KINDS, Organization
from orgmodel.model.policy import Policy
from orgmodel.model.requirement import Condition

_PAY_WORDS = re.compile(r"pay|salary|salaries|wage|compensation|bonus|remuneration|income|stipend|cost", re.IGNORECASE)
_PERSON_WORDS = re.compile(
    r"name|mail|phone|mobile|birth|address|photo|image|picture|national|login|user|gender|marital|contact|twitter|linkedin",
    re.IGNORECASE,
)
_PROSE = ("description", "purpose", "note", "reason", "unowned", "responsibilities", "title")
_FIGURE = re.compile(r"\d[\d.,'_ \u00a0\u202f]*\d|\d")
_HIDDEN = "(redacted)"
_QUOTED = re.compile(r'"[^"]*"')
_QUOTES_CONTENT = frozenset(["unreadable-file", "table-row-malformed", "duplicate-key", "hidden-character"])
_QUOTES_VALUE = re.compile(r'" without a value|: a blank is missing after|: a \':\' is missing between')
"""What messages about keys say that hold a value, too."""
_FIXES_QUOTE = _QUOTES_CONTENT | {"unknown-key", "wrong-value"}
_SHORTEST_FIGURE = 3

_FIXED_WORDS = frozenset(["plane", "status", "employment", "stat", "period"])
"""Fields that hold one of a few words, never a person."""
_FIXED_KINDS = frozenset(["activity", "decision", "deliverable", "permanent", "interim"])

Change = Callable[[str], str]


def _everywhere(organization: Organization, change: Callable[[Any], Any]) -> None:
    """Change every entry of every kind, repeats as well."""
    for kind in KINDS:
        section = organization.section(kind)
        for name, entry in list(section.items()):
            section[name] = change(entry)
        for entries in organization.repeats.get(kind, {}).values():
            entries[:] = [change(entry) for entry in entries]


def drop_pay(loaded: Loaded) -> None:
    """Take out pay, fields that are named after pay, and texts that repeat one of these figures."""
    organization = loaded.organization
    figures: set[str] = set()

    def note(entry: Any) -> Any:
        for pay in getattr(entry, "pay", ()):
            figures.update(_digits(f"{value:.2f}") for value in (pay.min, pay.max, pay.amount) if value is not None)
            figures.update(_digits(str(value)) for value in (pay.min, pay.max, pay.amount) if value is not None)
        for key, value in entry.fields.items():
            if _PAY_WORDS.search(key):
                figures.update(map(_digits, _FIGURE.findall(value)))
        return entry

    def hide(text: str) -> str:
        return _FIGURE.sub(lambda match: _HIDDEN if _digits(match[0]) in figures else match[0], text)

    def drop(entry: Any) -> Any:
        changed: dict[str, Any] = {}
        if getattr(entry, "pay", ()):
            changed["pay"] = ()
        kept = {key: value for key, value in entry.fields.items() if not _PAY_WORDS.search(key)}
        if len(kept) != len(entry.fields):
            changed["fields"] = kept
        return _changed(entry, {**_prose(entry, hide), **changed})

    _everywhere(organization, note)
    figures = {figure for figure in figures if len(figure) >= _SHORTEST_FIGURE}
    _everywhere(organization, drop)
    organization.assignments = [_changed(claim, _prose(claim, hide)) for claim in organization.assignments]
    organization.waivers = [_changed(waiver, _prose(waiver, hide)) for waiver in organization.waivers]
    organization.policy = _policy(organization.policy, hide)
    loaded.faults[:] = [_fault(fault, hide, about_pay=_is_about_pay(fault)) for fault in loaded.faults]
    loaded.notes[:] = map(hide, loaded.notes)


def _is_about_pay(fault: Fault) -> bool:
    return "pay" in fault.message or fault.lost == "pay"


def _digits(text: str) -> str:
    """A figure without the signs that group its digits, and without cents of zero."""
    return re.sub(r"\D", "", re.sub(r"[.,]0{1,2}$", "", text.strip()))


def _prose(record: Any, change: Change) -> dict[str, Any]:
    """The fields of a record that are free text, changed."""
    found: dict[str, Any] = {}
    for name in _PROSE:
        before = getattr(record, name, None)
        after = _mapped(before, change) if before else before
        if after != before:
            found[name] = after
    return found


def _changed(record: Any, values: dict[str, Any]) -> Any:
    """A copy of a record with other values, which need no check: they were texts and still are."""
    if not values:
        return record
    copied = object.__new__(type(record))
    for name in record.__dataclass_fields__:
        object.__setattr__(copied, name, values[name] if name in values else getattr(record, name))
    return copied


def _fault(fault: Fault, change: Change, *, about_pay: bool = False) -> Fault:
    """A fault without what it quotes from a file that holds what is to be hidden."""
    message = fault.message
    if about_pay:
        fault = _unquoted(fault)
        message = fault.message
    return replace(
        fault,
        message=change(message),
        entities=tuple(map(change, fault.entities)),
        related=tuple(replace(item, note=change(item.note)) for item in fault.related),
        fix=change(fault.fix),
    )


def drop_people(loaded: Loaded) -> None:
    """Give every person a number, and take out what else tells who they are."""
    organization = loaded.organization
    pseudonyms = Pseudonyms(organization)
    for kind in KINDS:
        loaded.places.hold(kind)

    def drop(entry: Any) -> Any:
        kept = {key: value for key, value in entry.fields.items() if not _PERSON_WORDS.search(key)}
        changed: dict[str, Any] = {"fields": kept} if len(kept) != len(entry.fields) else {}
        if getattr(entry, "photo", None) is not None:
            changed["photo"] = None
        return _changed(entry, changed)

    _everywhere(organization, drop)
    organization.row_people = frozenset(pseudonyms.text(name) for name in organization.row_people)
    for kind in KINDS:
        _rename(loaded, kind, pseudonyms.text)
    organization.assignments = [_mapped(claim, pseudonyms.text) for claim in organization.assignments]
    organization.waivers = [
        replace(
            _mapped(waiver, pseudonyms.text),
            reason=_HIDDEN if waiver.reason else None,
            owner=_HIDDEN if waiver.owner else None,
        )
        for waiver in organization.waivers
    ]
    organization.policy = _policy(organization.policy, pseudonyms.text)
    organization.made_roles = frozenset(map(pseudonyms.text, organization.made_roles))
    organization.made_units = frozenset(map(pseudonyms.text, organization.made_units))
    organization.grouped = frozenset(map(pseudonyms.text, organization.grouped))
    organization.silent = frozenset(map(pseudonyms.text, organization.silent))
    organization.unread_rows = _mapped(organization.unread_rows, pseudonyms.text)
    if organization.name is not None:
        organization.name = pseudonyms.text(organization.name)
    loaded.name = pseudonyms.text(loaded.name)
    loaded.faults[:] = [_fault(_unquoted(fault), pseudonyms.text) for fault in loaded.faults]
    loaded.notes[:] = [pseudonyms.text(note) for note in loaded.notes]


def _policy(policy: Policy, change: Change) -> Policy:
    """The policy with all changed that it names, compares with and gives as a reason, and none of its own words."""
    named = {name: _mapped(getattr(policy, name), change) for name in ("conflicts", "holders", "ratios", "spans")}
    require = tuple(
        _changed(
            asked,
            {
                "name": _mapped(asked.name, change),
                "reason": _mapped(asked.reason, change),
                **{part: _conditions(getattr(asked, part), change) for part in ("where", "must", "must_not")},
            },
        )
        for asked in policy.require
    )
    changed: Policy = _changed(policy, {**named, "require": require})
    return changed


def _conditions(conditions: dict[str, Condition], change: Change) -> dict[str, Condition]:
    return {field: _mapped(condition, change) for field, condition in conditions.items()}


def _unquoted(fault: Fault) -> Fault:
    """What a fault quotes of a value that was never read may be a name, and nobody knows it for one."""
    message = re.sub(r', found ".*"$', ", found something else", fault.message, flags=re.DOTALL)
    if fault.rule in _QUOTES_CONTENT or _QUOTES_VALUE.search(message):
        message = _QUOTED.sub('"…"', message)
    return replace(fault, message=message, fix="" if fault.rule in _FIXES_QUOTE else fault.fix)


def _rename(loaded: Loaded, kind: str, renamed: Change) -> None:
    """Give entries new ids and texts, keeping their order and places."""
    organization = loaded.organization
    section = organization.section(kind)
    entries = list(section.items())
    section.clear()
    repeats = organization.repeats.get(kind, {})
    repeated, fresh_repeats = dict(repeats), {}
    for name, entry in entries:
        new = renamed(name)
        while new in section:
            new += "′"
        if new != name:
            loaded.places.renamed[kind, new] = name
        section[new] = _mapped(entry, renamed)
        if name in repeated:
            fresh_repeats[new] = [_mapped(further, renamed) for further in repeated[name]]
    repeats.clear()
    repeats.update(fresh_repeats)


def _mapped(value: Any, renamed: Change) -> Any:
    """A copy of a value in which every text has gone through `renamed`."""
    if isinstance(value, str):
        return renamed(value)
    if isinstance(value, tuple):
        return tuple(_mapped(item, renamed) for item in value)
    if isinstance(value, dict):
        return {renamed(key): _mapped(item, renamed) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        changed = {}
        for name in value.__dataclass_fields__:
            before = getattr(value, name)
            if not before or name in _FIXED_WORDS or (name == "kind" and before in _FIXED_KINDS):
                continue
            if name == "assign":
                after: Any = {letter: _mapped(who, renamed) for letter, who in before.items()}
            else:
                after = _mapped(before, renamed)
            if after != before:
                changed[name] = after
        return _changed(value, changed)
    return value

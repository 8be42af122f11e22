"""Raw entries to records: each kind's validator, and what to keep when part of an entry is wrong."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial
from typing import Any

from pydantic import TypeAdapter, ValidationError

from orgmodel.loading.by_field import read_by_field
from orgmodel.loading.problems import Problem, Way, no_key_is_bare, problems_of, without, written_way
from orgmodel.loading.unknown_keys import IsBare

_MODULES = {
    "roles": ("orgmodel.model.roles", "Role"),
    "units": ("orgmodel.model.units", "Unit"),
    "positions": ("orgmodel.model.positions", "Position"),
    "people": ("orgmodel.model.positions", "Person"),
    "activities": ("orgmodel.model.activities", "Activity"),
    "assignments": ("orgmodel.model.activities", "Assignment"),
    "schemes": ("orgmodel.model.activities", "Scheme"),
    "policy": ("orgmodel.model.policy", "Policy"),
    "waivers": ("orgmodel.model.policy", "Waiver"),
    "include": ("orgmodel.model.include", "Include"),
}

_INNER = {
    "reports_to": ("orgmodel.model.lines", "Line"),
    "dotted_to": ("orgmodel.model.lines", "Line"),
    "assign": ("orgmodel.model.lines", "Assignee"),
    "holders": ("orgmodel.model.positions", "Holder"),
    "interactions": ("orgmodel.model.units", "Interaction"),
    "pay": ("orgmodel.model.roles", "Pay"),
    "experience": ("orgmodel.model.roles", "Experience"),
    "words": ("orgmodel.model.include", "Words"),
}
"""Records within entries, by the key that holds them."""

_OF_POLICY = {
    "span": ("orgmodel.model.policy", "Bounds"),
    "layers": ("orgmodel.model.policy", "Ceiling"),
    "dotted": ("orgmodel.model.policy", "Ceiling"),
    "row": ("orgmodel.model.policy", "RowLimits"),
    "column": ("orgmodel.model.policy", "ColumnLimits"),
    "pay": ("orgmodel.model.policy", "PayLimits"),
    "spans": ("orgmodel.model.policy", "SpanLimit"),
    "unit_size": ("orgmodel.model.policy", "Bounds"),
    "managers": ("orgmodel.model.policy", "ShareBounds"),
    "ratios": ("orgmodel.model.policy", "Ratio"),
    "conflicts": ("orgmodel.model.policy", "Conflict"),
    "require": ("orgmodel.model.requirement", "Requirement"),
}
_CONDITION = ("orgmodel.model.requirement", "Condition")

_TRIES = 50
_FEW = 200
"""So many entries are read before the validators of single fields are built."""


@cache
def validator(kind: str) -> Any:
    """The function that turns one raw entry of `kind` into its record, or raises ValidationError."""
    return _built(_record_type(kind))


@cache
def _section_validator(kind: str) -> Any:
    return _built(dict[str, _record_type(kind)])  # type: ignore[misc]


def _record_type(kind: str) -> Any:
    from importlib import import_module  # noqa: PLC0415 - only the kinds in use are built

    module, name = _MODULES[kind]
    return getattr(import_module(module), name)


def _built(wanted: Any) -> Any:
    adapter: TypeAdapter[Any] = TypeAdapter(wanted)
    adapter.rebuild()
    return adapter.validator.validate_python


@cache
def _keys_of(module: str, name: str) -> tuple[str, ...]:
    from importlib import import_module  # noqa: PLC0415

    fields = getattr(getattr(import_module(module), name), "__pydantic_fields__", {})
    return tuple(field.alias or key for key, field in fields.items())


def known_keys(kind: str, way: Way = ()) -> tuple[str, ...]:
    """The keys that an entry of `kind`, or the record at a way within it, may have, as they are written."""
    names = [step for step in way if isinstance(step, str)]
    if not names:
        return _keys_of(*_MODULES[kind])
    if kind == "policy":
        inner = _CONDITION if names[0] == "require" and len(names) > 2 else _OF_POLICY.get(names[0])
    else:
        inner = _INNER.get(names[0])
    return _keys_of(*inner) if inner is not None else ()


def read_section(kind: str, raw: dict[str, Any]) -> dict[str, Any] | None:
    """The records of a section by id, all in one go; None where an entry has to be looked at by itself.

    Most sections are right, and calling the validator once for each entry takes as long as validating it.
    """
    if len(raw) > _FEW:
        return read_by_field(_record_type(kind), raw)
    try:
        records: dict[str, Any] = _section_validator(kind)(raw)
    except ValidationError:
        return None
    return records


def read_entry(kind: str, raw: Any, is_bare: IsBare = no_key_is_bare) -> tuple[Any, list[Problem]]:
    """The record of a raw entry and its problems; the record lacks what is wrong (None: nothing left).

    An empty entry is one without keys. Whatever is refused is reported, and the rest is kept, so that
    one wrong value does not hide other faults. `is_bare` tells whether a key within stands without a colon.
    """
    validate = validator(kind)
    current: Any = {} if raw is None else raw
    if not isinstance(current, dict):
        found = "a list" if isinstance(current, list) else "text"
        return None, [Problem("wrong-value", f"wanted keys and values, found {found}", ())]
    problems: list[Problem] = []
    taken_out: list[Way] = []
    for _ in range(_TRIES):
        try:
            return validate(current), problems
        except ValidationError as error:
            errors = error.errors(include_url=False)
            fresh = list(problems_of(errors, partial(known_keys, kind), current, is_bare))
        written = [replace(problem, way=written_way(current, problem.way)) for problem in fresh]
        problems += [problem for problem in written if not problem.is_consequence and not _follows(problem, taken_out)]
        taken_out += [problem.way for problem in written]
        if any(problem.rule == "missing-field" and not problem.way for problem in fresh):
            return None, problems
        pruned = without(current, [problem.way for problem in fresh])
        if pruned == current:
            break
        current = pruned
    return None, problems


def _follows(problem: Problem, taken_out: list[Way]) -> bool:
    """Whether a record within an entry is incomplete only because something wrong was taken out of it."""
    way = problem.way
    return bool(way) and any(len(other) > len(way) and other[: len(way)] == way for other in taken_out)

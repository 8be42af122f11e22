"""Turns what pydantic refuses into faults: rule, message, and the way to the value in the raw data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from orgmodel.loading.nearest import Nearest
from orgmodel.loading.remnants import Step, Way, without, written_way
from orgmodel.loading.unknown_keys import IsBare, unknown_key
from orgmodel.loading.wrong_values import shown, wrong_value
from orgmodel.reading.names import printable

__all__ = [
    "Problem",
    "Step",
    "Way",
    "closest",
    "no_key_is_bare",
    "problems_of",
    "shown",
    "suggestion",
    "without",
    "written_way",
]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a raw entry. `way` leads to it; `key` points at the key, not the value.

    A consequence of another problem of the entry is not reported. `lost` is the field that is not read.
    """

    rule: str
    message: str
    way: Way
    key: bool = False
    fix: str = ""
    is_consequence: bool = False
    lost: str = ""


def suggestion(word: str, known: Iterable[str]) -> str:
    """`; did you mean "x"?` for the nearest known word, else nothing."""
    near = closest(word, known)
    return f'; did you mean "{printable(near)}"?' if near is not None else ""


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word nearest to `word`, if one is near enough to be meant."""
    return Nearest(known).find(word)


def no_key_is_bare(_way: Way) -> bool:
    """Where the text of a file is not at hand, every key is taken to have its colon."""
    return False


def problems_of(
    errors: Iterable[Any],
    known_keys: Callable[[Way], Iterable[str]],
    raw: Any = None,
    is_bare: IsBare = no_key_is_bare,
) -> Iterator[Problem]:
    """The problems that pydantic's errors about `raw` mean, in their order.

    `known_keys` tells which keys the record at a way may have. Fields missing from one record are one
    problem; a field that is only misspelt is not missing as well.
    """
    missing: dict[Way, list[str]] = {}
    misspelt: set[Way] = set()
    for error in errors:
        way = tuple(step for step in error["loc"] if step != "[key]")
        kind = error["type"]
        if kind in {"unexpected_keyword_argument", "extra_forbidden"}:
            found = unknown_key(_at(raw, way[:-1]) or {}, way, known_keys(way[:-1]), partial(_is_bare, is_bare, raw))
            misspelt.add((*way[:-1], found.meant))
            lost = found.meant if len(way) == 1 else str(way[0])
            yield Problem("unknown-key", found.message, way, True, found.fix, not found.message, lost)
        elif kind in {"missing", "missing_argument", "missing_keyword_only_argument"}:
            missing.setdefault(way[:-1], []).append(str(way[-1]))
        else:
            message, fix = wrong_value(error, way, raw)
            yield Problem("wrong-value", message, way, fix=fix, lost=str(way[0]) if way else "")
    for way, names in missing.items():
        lacking = [name for name in names if (*way, name) not in misspelt]
        yield Problem("missing-field", _lacking(lacking or names), way, is_consequence=not lacking)


def _is_bare(is_bare: IsBare, raw: Any, way: Way) -> bool:
    return is_bare(written_way(raw, way))


def _lacking(names: list[str]) -> str:
    quoted_names = [f'"{printable(name)}"' for name in names]
    listed = " and ".join(filter(None, (", ".join(quoted_names[:-1]), quoted_names[-1])))
    return f"{listed} {'is' if len(names) == 1 else 'are'} missing"


def _at(raw: Any, way: Way) -> Any:
    """What a way leads to in raw data; a record that stands where a list may is its own first item."""
    for step in way:
        if isinstance(raw, list) and isinstance(step, int) and step < len(raw):
            raw = raw[step]
        elif isinstance(raw, dict) and isinstance(step, str):
            raw = raw.get(step)
    return raw

"""Turns what pydantic refuses into faults: rule, message, and the way to the value in the raw data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from orgmodel.loading.nearest import Nearest
from orgmodel.reading.names import printable

Step = str | int
Way = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a raw entry. `way` leads to it; `key` points at the key, not the value.

    A consequence of another problem of the entry is not reported.
    """

    rule: str
    message: str
    way: Way
    key: bool = False
    fix: str = ""
    is_consequence: bool = False


_WANTED = {
    "int_parsing": "wanted a whole number",
    "int_type": "wanted a whole number",
    "int_from_float": "wanted a whole number",
    "int_parsing_size": "wanted a whole number of a usual size",
    "float_parsing": "wanted a number",
    "float_type": "wanted a number",
    "finite_number": "wanted a finite number",
    "string_type": "wanted text",
    "tuple_type": "wanted a list",
    "list_type": "wanted a list",
    "dict_type": "wanted keys and values",
    "mapping_type": "wanted keys and values",
    "dataclass_type": "wanted keys and values",
    "dataclass_exact_type": "wanted keys and values",
}


def suggestion(word: str, known: Iterable[str]) -> str:
    """`; did you mean "x"?` for the nearest known word, else nothing."""
    near = closest(word, known)
    return f'; did you mean "{printable(near)}"?' if near is not None else ""


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word nearest to `word`, if one is near enough to be meant."""
    return Nearest(known).find(word)


def shown(value: Any) -> str:
    """What was found, for a message: the text itself quoted, else the kind of thing."""
    if isinstance(value, str):
        return f'"{printable(value)}"'
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "keys and values"
    if isinstance(value, list | tuple):
        return "a list"
    return f'"{printable(str(value))}"'


def problems_of(errors: Iterable[Any], known_keys: Callable[[Way], Iterable[str]]) -> Iterator[Problem]:
    """The problems that pydantic's errors mean, in their order.

    `known_keys` tells which keys the record at a way may have. Fields missing from one record are one
    problem; a field that is only misspelt is not missing as well.
    """
    missing: dict[Way, list[str]] = {}
    misspelt: set[Way] = set()
    for error in errors:
        way = tuple(step for step in error["loc"] if step != "[key]")
        kind = error["type"]
        if kind in {"unexpected_keyword_argument", "extra_forbidden"}:
            key = str(way[-1])
            near = closest(key, known_keys(way[:-1]))
            hint = f'; did you mean "{printable(near)}"?' if near is not None else ""
            misspelt.add((*way[:-1], near or ""))
            yield Problem("unknown-key", f'unknown key "{printable(key)}"{hint}', way, key=True)
        elif kind in {"missing", "missing_argument", "missing_keyword_only_argument"}:
            missing.setdefault(way[:-1], []).append(str(way[-1]))
        else:
            yield Problem("wrong-value", _wrong(error, way), way)
    for way, names in missing.items():
        lacking = [name for name in names if (*way, name) not in misspelt]
        yield Problem("missing-field", _lacking(lacking or names), way, is_consequence=not lacking)


def _lacking(names: list[str]) -> str:
    quoted_names = [f'"{printable(name)}"' for name in names]
    listed = " and ".join(filter(None, (", ".join(quoted_names[:-1]), quoted_names[-1])))
    return f"{listed} {'is' if len(names) == 1 else 'are'} missing"


def _wrong(error: Any, way: Way) -> str:
    kind = error["type"]
    context = error.get("ctx") or {}
    if kind == "literal_error":
        wanted = "wanted " + str(context.get("expected", "one of the known words")).replace("'", '"')
    elif kind in {"greater_than_equal", "greater_than"}:
        wanted = f"wanted at least {context.get('ge', context.get('gt'))}"
    elif kind in {"less_than_equal", "less_than"}:
        wanted = f"wanted at most {context.get('le', context.get('lt'))}"
    elif kind == "string_too_long":
        wanted = f"wanted at most {context.get('max_length')} characters"
    elif kind == "string_too_short":
        wanted = f"wanted at least {context.get('min_length')} character"
    else:
        wanted = _WANTED.get(kind, str(error["msg"])[:1].lower() + str(error["msg"])[1:])
    name = ".".join(str(step) for step in way) or "value"
    return f'"{printable(name)}": {wanted}, found {shown(error["input"])}'


def without(raw: Any, ways: Iterable[Way]) -> Any:
    """A copy of `raw` without the deepest parts that the ways reach (used to keep what is right)."""
    deeper: dict[Step, list[Way]] = {}
    for way in ways:
        if not way:
            return None
        deeper.setdefault(way[0], []).append(way[1:])
    if isinstance(raw, dict):
        return {key: item for key, value in raw.items() if (item := _kept(value, deeper.get(key))) is not _GONE}
    if isinstance(raw, list):
        kept = (_kept(value, deeper.get(index)) for index, value in enumerate(raw))
        return [item for item in kept if item is not _GONE]
    return raw


_GONE = object()


def _kept(raw: Any, ways: list[Way] | None) -> Any:
    """What is left of a value when the ways within it are gone; of one that a way ends at or in, nothing."""
    if ways is None:
        return raw
    return without(raw, ways) if all(way and _reaches(raw, way[0]) for way in ways) else _GONE


def _reaches(raw: Any, step: Step) -> bool:
    if isinstance(raw, dict):
        return step in raw
    return isinstance(raw, list) and isinstance(step, int) and step < len(raw)

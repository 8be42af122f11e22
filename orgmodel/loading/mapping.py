"""Which column of a table means what: as told, by a preset, or by its usual heading."""

from __future__ import annotations

import re
from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from orgmodel.library.shipped import presets, usual_headings
from orgmodel.loading.cells import is_date_form
from orgmodel.loading.problems import Problem, closest, suggestion
from orgmodel.model.include import Include, Words
from orgmodel.reading.headings import fold_heading
from orgmodel.reading.names import printable

_FIELDS = {
    "positions": (
        "id holder person email title role unit also_in reports_to manager_name manager_email path dotted_to "
        "deputy fte seats from until status employment assistant level grade first_name last_name"
    ),
    "people": "id name first_name last_name email employment aliases",
    "units": "id title kind parent head heads from until",
    "roles": "id title aliases reports_to dotted_to promotes_to counts_as level grade track family purpose external",
    "assignments": "activity role letter source note from until",
    "matrix": "activity role roles activities group kind plane scheme",
}
_TOLD_ONLY = {"roles", "activities"}
"""The columns across a matrix: without a mapping these are all that are left."""

_FREE_OF: dict[str, tuple[str, ...]] = {
    "positions": ("fields.", "skills."),
    "people": ("fields.", "skills."),
    "units": ("fields.",),
    "roles": ("fields.", "skills.", "codes."),
    "assignments": (),
    "matrix": (),
}
"""Columns named after the organisation's own keys, as in `fields.site`."""


@dataclass(slots=True)
class Mapping:
    """A table's columns: field to the numbers of its columns (from 0), and how cells are to be read."""

    kind: str
    columns: dict[str, list[int]] = field(default_factory=dict)
    words: Words = field(default_factory=Words)
    within: bool = False
    groups: bool = False
    by: str | None = None
    match: tuple[str, ...] = ()
    dates: str | None = None
    scheme: str | None = None
    source: str | None = None
    recognised: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def first(self, name: str) -> int | None:
        """The (first) column of a field, or None."""
        columns = self.columns.get(name)
        return columns[0] if columns else None


DEFAULT_WORDS = Words(vacant=("Vacant", "Vacancy"))
"""Without a preset only these texts in a holder cell are taken for a vacancy."""


def map_columns(
    headings: Sequence[str], include: Include, rows: Sequence[Sequence[str]], *, fill: bool = False
) -> Mapping:
    """The mapping of a table: what the include says, then its preset, then the usual headings.

    An include that names columns is exact: no other column is read. With `fill` (the command line) the
    columns that are not named are recognised by their headings all the same.
    """
    told = include
    variant: dict[str, Any] = {}
    problems: list[Problem] = []
    if include.preset is not None:
        variant, problem = _variant(include.preset, headings)
        problems += problem
    if told.dates is not None and not is_date_form(told.dates):
        message = f'"{printable(told.dates)}" is no form of dates; write it like %d/%m/%Y'
        problems.append(Problem("wrong-value", message, ("dates",)))
        told = replace(told, dates=None)
    kind = told.as_ or variant.get("as") or recognise_kind(headings, rows)
    mapping = Mapping(
        kind,
        words=_words(told.words, Words(**_tuples(variant["words"])) if "words" in variant else DEFAULT_WORDS),
        within=bool(variant.get("within")),
        groups=bool(variant.get("groups")),
        by=told.by,
        match=told.match,
        dates=told.dates,
        scheme=told.scheme,
        source=told.source,
        problems=problems,
    )
    if variant:
        _take_preset(mapping, headings, variant, told.columns)
    if told.columns:
        _take_told(mapping, headings, told)
        _join_names(mapping)
    if not variant and (fill or not told.columns):
        _take_usual(mapping, headings, rows)
    return mapping


def _words(told: Words | None, usual: Words) -> Words:
    """Words that an include tells are added to the usual ones."""
    if told is None:
        return usual
    return Words(**{name: (*getattr(usual, name), *getattr(told, name)) for name in Words.__slots__})


def _tuples(words: dict[str, list[str]]) -> dict[str, Any]:
    return {name: tuple(texts) for name, texts in words.items()}


def _variant(name: str, headings: Sequence[str]) -> tuple[dict[str, Any], list[Problem]]:
    known = presets()
    if name not in known:
        message = f'unknown preset "{printable(name)}"{suggestion(name, known)}'
        return {}, [Problem("wrong-value", message, ("preset",))]
    for variant in known[name].values():
        if variant["marker"] in headings:
            return dict(variant), []
    wanted = ", ".join(f'"{variant["marker"]}"' for variant in known[name].values())
    message = f'the table has no column of the preset "{name}"; wanted one of {wanted}'
    return {}, [Problem("table-column-missing", message, ("preset",))]


def _take_told(mapping: Mapping, headings: Sequence[str], include: Include) -> None:
    at = {heading: index for index, heading in reversed(list(enumerate(headings)))}
    folded = {fold_heading(heading): index for index, heading in reversed(list(enumerate(headings)))}
    allowed = _FIELDS[mapping.kind].split()
    for name, wanted in include.columns.items():
        if name not in allowed and not name.startswith(_FREE_OF[mapping.kind]):
            message = f'unknown field "{printable(name)}" for a table of {mapping.kind}{suggestion(name, allowed)}'
            mapping.problems.append(Problem("unknown-key", message, ("columns", name), key=True))
            continue
        found = []
        for heading in wanted:
            index = at.get(heading, folded.get(fold_heading(heading)))
            if index is None:
                near = closest(heading, headings)
                hint = f'; did you mean "{printable(near)}"?' if near else ""
                message = f'the table has no column "{printable(heading)}"{hint}'
                mapping.problems.append(Problem("table-column-missing", message, ("columns", name)))
            else:
                found.append(index)
        if found:
            mapping.columns[name] = found


def _take_preset(
    mapping: Mapping, headings: Sequence[str], variant: dict[str, Any], told: AnyMapping[str, object]
) -> None:
    at = {heading: index for index, heading in reversed(list(enumerate(headings)))}
    for name, wanted in variant["columns"].items():
        found = [at[heading] for heading in wanted if heading in at]
        if found:
            mapping.columns[name] = found[:1]
        elif name in {"id", "reports_to", "holder"} and name not in told:
            message = f'the table has no column "{wanted[0]}", which the preset needs'
            mapping.problems.append(Problem("table-column-missing", message, ("preset",)))


def _take_usual(mapping: Mapping, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    folded: dict[str, int] = {}
    for number, heading in enumerate(headings):
        folded.setdefault(fold_heading(heading), number)
    taken = {number for columns in mapping.columns.values() for number in columns}
    for name, usual in _usual(mapping.kind).items():
        if mapping.kind == "matrix" and (name in _TOLD_ONLY or (name == "role" and "activity" in mapping.columns)):
            continue
        index = next((folded[text] for text in usual if text in folded and folded[text] not in taken), None)
        if index is None or name in mapping.columns or not _fits(mapping, name, index, rows):
            continue
        mapping.columns[name] = [index]
        taken.add(index)
    for number, heading in enumerate(headings):
        if heading.startswith(_FREE_OF[mapping.kind]) and not heading.endswith("."):
            mapping.columns.setdefault(heading, [number])
    _join_names(mapping)
    _say(mapping, headings)


def _usual(kind: str) -> dict[str, list[str]]:
    """Field to its headings, best first; the name of the field itself is always one of them."""
    usual = usual_headings(kind)
    fields = {name: [fold_heading(name)] for name in _FIELDS[kind].split()}
    known = {name: usual.get(name, []) for name in dict.fromkeys((*usual, *fields))}
    return {
        name: listed if set(fields.get(name, ())) <= set(listed) else [*fields[name], *listed]
        for name, listed in known.items()
    }


_DATES = {"from", "until"}
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_WORDS_OF = {
    "employment": {"employee", "contractor", "agent"},
    "status": {"filled", "vacant", "planned", "ended"},
    "assistant": {"true", "false"},
}


def _fits(mapping: Mapping, name: str, index: int, rows: Sequence[Sequence[str]]) -> bool:
    """Whether a column found by its heading alone holds what the field wants; else it is left unread."""
    if name in _DATES:
        return mapping.dates is not None or all(_ISO.match(row[index].strip()) for row in rows if row[index].strip())
    if name in _WORDS_OF:
        return all(row[index].strip() in _WORDS_OF[name] for row in rows if row[index].strip())
    if name in {"level", "seats"}:
        return all(row[index].strip().isdecimal() for row in rows if row[index].strip())
    return True


def _join_names(mapping: Mapping) -> None:
    """First and last name in two columns are one name."""
    first, last = mapping.columns.pop("first_name", None), mapping.columns.pop("last_name", None)
    whole = "name" if mapping.kind == "people" else "holder"
    if last is None:
        if first is not None and whole not in mapping.columns:
            mapping.columns[whole] = first
        return
    held = mapping.columns.get(whole)
    if held is not None and (first is not None or len(held) > 1):
        return
    start = first or held or []
    mapping.columns[whole] = [*start, *last]


def _say(mapping: Mapping, headings: Sequence[str]) -> None:
    if all(fold_heading(headings[columns[0]]) == fold_heading(name) for name, columns in mapping.columns.items()):
        mapping.unread = _unread(mapping, headings)
        return
    for name, columns in mapping.columns.items():
        names = " + ".join(f'"{printable(headings[index])}"' for index in columns)
        mapping.recognised.append(f"{name} from {names}")
    mapping.unread = _unread(mapping, headings)


def _unread(mapping: Mapping, headings: Sequence[str]) -> list[str]:
    """Headings whose columns nothing is taken from; in a matrix all columns to the right are roles."""
    used = {index for columns in mapping.columns.values() for index in columns}
    left = len(headings) if mapping.kind != "matrix" else min(mapping.columns.get("activity", [0]))
    return [heading for index, heading in enumerate(headings[:left]) if index not in used and heading]


def recognise_kind(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """What a table holds, by its headings: claims, a matrix, else positions."""
    folded = [fold_heading(heading) for heading in headings]
    known = {kind: usual_headings(kind) for kind in ("positions", "assignments", "matrix")}
    has = {name: any(text in folded for text in texts) for name, texts in known["assignments"].items()}
    if has["activity"] and has["role"] and has["letter"]:
        return "assignments"
    lines = {text for name in ("reports_to", "manager_name", "manager_email") for text in known["positions"][name]}
    if not lines.intersection(folded) and _looks_like_matrix(folded, rows, known):
        return "matrix"
    return "positions"


_NOTE = re.compile(r"[(\[{][^()\[\]{}]*[)\]}]")
_LETTERS = re.compile(r"[^\w]*(?:(?:[A-Za-z]{1,2}|[A-Z]{3,4}|[A-Za-z]+ed|[A-Za-z]+ble)(?:[\s,/+;&*_`]+|\Z))*[^\w]*\Z")
_WEAK = frozenset(["name", "item", "items", "step", "function"])
"""Headings of activities that tables of seats have as well."""
_LETTERED = {"responsible", "accountable"}
"""Headings of a matrix with a column of names for each letter."""


def _looks_like_matrix(
    folded: Sequence[str], rows: Sequence[Sequence[str]], known: AnyMapping[str, AnyMapping[str, Sequence[str]]]
) -> bool:
    """A heading of activities among the first three, and letters in most of the cells beside what describes them."""
    named = {text for text in folded[:3] if text in known["matrix"]["activity"]}
    if len(folded) < 2 or not named:
        return False
    if named <= _WEAK and any(text in known["positions"]["id"] for text in folded):
        return False
    if set(folded) >= _LETTERED:
        return True
    describing = named.union(known["matrix"]["group"], _FIELDS["matrix"].split())
    across = [index for index, text in enumerate(folded) if index and text not in describing]
    filled = [cell for row in rows[:200] for index in across if (cell := row[index].strip())]
    letters = sum(bool(_LETTERS.match(_NOTE.sub(" ", cell[:200]).strip())) for cell in filled)
    return letters > len(filled) / 2


def with_columns(include: Include, columns: dict[str, tuple[str, ...]]) -> Include:
    """The include with columns told elsewhere (on the command line) added to its own."""
    return replace(include, columns={**include.columns, **columns}) if columns else include

"""From a path to an Organization: everything that one run of a command reads."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from orgmodel.errors import UsageError
from orgmodel.findings import Fault, Related, Severity
from orgmodel.library.shipped import builtin_schemes, scheme_aliases
from orgmodel.loading.assembly import Assembly
from orgmodel.loading.files import (
    MOST_INCLUDES,
    TABLE_SUFFIXES,
    Input,
    Refused,
    find_included,
    find_input,
    read_input,
    unreadable_kind,
)
from orgmodel.loading.job_shares import join_job_shares
from orgmodel.loading.letter_slips import leave_out_slips
from orgmodel.loading.places import Places, SectionOrigin
from orgmodel.loading.problems import shown
from orgmodel.loading.repeated_letters import with_letter_fixes
from orgmodel.loading.sections import TOP_KEYS, SectionReader
from orgmodel.model.activities import Letter
from orgmodel.model.include import Include
from orgmodel.model.organization import KINDS, Organization
from orgmodel.model.values import unwritten
from orgmodel.reading.document import Document
from orgmodel.reading.names import printable
from orgmodel.reading.record_table import table_from_records
from orgmodel.reading.table import Table
from orgmodel.source import Place, Source

if TYPE_CHECKING:
    from orgmodel.loading.libraries import Libraries
    from orgmodel.loading.mapping import Mapping


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """What the command line adds to a file: a table's mapping, a file with policy, and a profile below it."""

    table: Include = field(default_factory=lambda: unwritten(Include))
    policy: str | None = None
    profile: str | None = None
    stdin_filename: str | None = None


@dataclass(slots=True)
class Loaded:
    """A model, where everything in it stands, what was wrong in the files, and what to tell the user.

    `sources` holds the text of every file read, by its shown path. `rows` counts the records of tables.
    """

    organization: Organization
    places: Places
    faults: list[Fault]
    notes: list[str]
    sources: dict[str, Source]
    name: str
    rows: int = 0
    folder: Path = Path()
    """Where the model stands: its photos are files below."""


@dataclass(slots=True)
class _Run:
    options: LoadOptions
    root: Path
    assembly: Assembly
    documents: list[SectionReader] = field(default_factory=list)
    tables: list[tuple[Table, Mapping]] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    seen: set[tuple[Path, str]] = field(default_factory=set)
    sections: set[str] = field(default_factory=set)
    libraries: Libraries | None = None


def load(path: str, options: LoadOptions | None = None) -> Loaded:
    """Read the model at `path` (a file, a table, a folder, or `-`).

    Raises UsageError when there is nothing to read; everything wrong inside files becomes a fault.
    """
    found = find_input(path, options.stdin_filename if options else None)
    paused = gc.isenabled()
    gc.disable()
    try:
        return _load(found, options or LoadOptions())
    finally:
        if paused:
            gc.enable()


def _load(found: Input, options: LoadOptions) -> Loaded:
    organization = Organization()
    organization.schemes = _Schemes()
    assembly = Assembly(organization, Places(organization, Place(found.shown)))
    run = _Run(options, found.folder, assembly)
    if found.path is not None:
        run.seen.add((found.path.resolve(), ""))
    _read_file(run, found, options.table, ())
    if options.policy is not None:
        _read_policy_file(run, find_input(options.policy))
    for reader in run.documents:
        reader.read()
    _apply_profile(run)
    _read_tables(run)
    if run.libraries is not None:
        run.libraries.finish()
    join_job_shares(organization, assembly.places)
    leave_out_slips(assembly)
    organization.made_roles = frozenset(assembly.made_roles)
    organization.made_units = frozenset(assembly.made_units)
    organization.grouped = frozenset(assembly.grouped)
    organization.row_people = assembly.row_people
    name = Path(found.shown)
    shown_name = name.parent.resolve().name if name.stem == "org" else name.stem
    rows = sum(len(table.rows) for table, _ in run.tables)
    return Loaded(
        organization,
        assembly.places,
        assembly.faults,
        assembly.notes,
        run.sources,
        organization.name or shown_name,
        rows,
        found.folder,
    )


class _Schemes(dict[str, dict[str, Letter]]):
    """Schemes by name; a built-in one is made when it is first asked for."""

    def get(self, key: str, default: dict[str, Letter] | None = None) -> dict[str, Letter]:  # type: ignore[override]
        name = key.casefold()
        if name not in self:
            name = scheme_aliases().get(name, name)
        if name not in self:
            raw = builtin_schemes().get(name)
            if raw is None:
                return default if default is not None else {}
            self[name] = {code: Letter(**{**letter, "traits": tuple(letter["traits"])}) for code, letter in raw.items()}
        return self[name]


def _read_file(run: _Run, found: Input, include: Include, trail: tuple[Path, ...]) -> None:
    """Read one file; documents and tables are kept for later, so that all roles are known to all tables."""
    fault = unreadable_kind(found)
    if fault is not None:
        run.assembly.faults.append(fault)
        return
    is_table = found.suffix in TABLE_SUFFIXES
    source = read_input(found, table=is_table)
    if isinstance(source, Fault):
        run.assembly.faults.append(source)
        return
    run.sources[source.path] = source
    if is_table:
        from orgmodel.reading.table_reader import read_table  # noqa: PLC0415

        table = read_table(source, delimiter=include.delimiter)
        _keep_table(run, table, include, main=not trail)
        return
    document = _read_document(source, found.suffix)
    run.assembly.faults.extend(with_letter_fixes(document))
    if document.data is None:
        return
    if found.suffix == ".json" and not (isinstance(document.data, dict) and document.data.keys() & set(TOP_KEYS)):
        table_in_json = table_from_records(document)
        if table_in_json is not None:
            _keep_table(run, table_in_json, include, main=not trail)
            return
    if not isinstance(document.data, dict):
        message = f'wanted keys such as "roles" and "activities", found {shown(document.data)}'
        run.assembly.fault("wrong-value", message, document.place(()))
        return
    reader = SectionReader(run.assembly, document)
    run.sections.update(key for key, value in document.data.items() if value)
    run.documents.append(reader)
    here = found.path.resolve() if found.path is not None else None
    _follow(run, reader, found, (*trail, here) if here is not None else (*trail, found.folder))


def _read_policy_file(run: _Run, found: Input) -> None:
    """Policy, waivers and schemes of a file beside the model; what it says comes before the model's own."""
    if found.suffix in TABLE_SUFFIXES or unreadable_kind(found) is not None:
        raise UsageError(f'--policy wants a YAML or JSON file, not "{printable(found.shown)}"')
    source = read_input(found, table=False)
    if isinstance(source, Fault):
        run.assembly.faults.append(source)
        return
    run.sources[source.path] = source
    document = _read_document(source, found.suffix)
    run.assembly.faults.extend(document.faults)
    if isinstance(document.data, dict):
        SectionReader(run.assembly, document).read_policy()
    elif document.data is not None:
        message = f'wanted keys such as "policy" and "waivers", found {shown(document.data)}'
        run.assembly.fault("wrong-value", message, document.place(()))


def _apply_profile(run: _Run) -> None:
    """Put a profile below what the files say; the one of the command line comes before that of a file."""
    organization = run.assembly.organization
    name = run.options.profile or organization.policy.profile
    if name is not None:
        from orgmodel.loading.profiles import with_profile  # noqa: PLC0415

        organization.policy = with_profile(organization.policy, run.assembly.policy_told, name)


def _read_document(source: Source, suffix: str) -> Document:
    if suffix == ".json":
        from orgmodel.reading.json_reader import read_json  # noqa: PLC0415

        return read_json(source)
    from orgmodel.reading.yaml_reader import read_yaml  # noqa: PLC0415

    return read_yaml(source)


def _follow(run: _Run, reader: SectionReader, found: Input, trail: tuple[Path, ...]) -> None:
    named: set[tuple[str, str]] = set()
    for include, origin, entry in reader.includes():
        place = origin.place(entry, ("library",) if include.library is not None else ("file",), key=False)
        if include.library is not None:
            _borrow(run, include, place, (origin, entry))
            continue
        result = find_included(include.file or "", found.folder, run.root)
        if isinstance(result, Refused):
            run.assembly.fault(result.rule, result.message, place)
            continue
        if any(character in (include.file or "") for character in "*?["):
            result = [file for file in result if file.path is None or file.path.resolve() not in trail]
        elif (known := (result[0].shown, _reading_of(result[0], include))) in named:
            run.assembly.fault("include-without-effect", f'"{printable(include.file or "")}" is included again', place)
        else:
            named.add(known)
        for file in result:
            _follow_one(run, file, include, place, trail, (origin, entry))


def _follow_one(
    run: _Run,
    file: Input,
    include: Include,
    place: Place,
    trail: tuple[Path, ...],
    spot: tuple[SectionOrigin, int],
) -> None:
    assert file.path is not None
    real = file.path.resolve()
    if real in trail:
        names = " → ".join(f'"{step.name}"' for step in (*trail[trail.index(real) :], real))
        run.assembly.fault("include-loop", f"includes lead back to where they began: {names}", place)
        return
    known = (real, _reading_of(file, include))
    if known in run.seen:
        return
    run.seen.add(known)
    if len(run.seen) > MOST_INCLUDES:
        if len(run.seen) == MOST_INCLUDES + 1:
            run.assembly.fault("limit-exceeded", f"more than {MOST_INCLUDES:,} files are included", place)
        return
    before = len(run.tables)
    faults, documents = len(run.assembly.faults), len(run.documents)
    try:
        _read_file(run, file, include, trail)
    except UsageError as error:
        run.assembly.fault("unreadable-file", f"include {error}", place)
    says = len(run.tables) > before or any(_says_something(reader.data) for reader in run.documents[documents:])
    if not says and len(run.assembly.faults) == faults:
        message = f'the included file "{printable(file.shown)}" defines nothing'
        run.assembly.fault("include-without-effect", message, place)
    for table, mapping in run.tables[before:]:
        _report_mapping(run, table, mapping, spot[0].place, spot[1])


def _says_something(data: dict[str, Any]) -> bool:
    return any(value for key, value in data.items() if key not in {"orgmodel", "name", "description"})


def _reading_of(file: Input, include: Include) -> str:
    """What tells two readings of one file apart: a table may be read as seats and again as people."""
    return repr(replace(include, file=None)) if file.suffix in TABLE_SUFFIXES else ""


def _borrow(run: _Run, include: Include, place: Place, spot: tuple[SectionOrigin, int]) -> None:
    """Keep what an include takes of a library; its entries join the model when those of the files are known."""
    from orgmodel.library.models import PREFIX, library_names  # noqa: PLC0415
    from orgmodel.loading.libraries import Borrowed, Libraries, no_such_library, wrong_takes  # noqa: PLC0415

    name = include.library or ""
    if name not in library_names():
        run.assembly.fault("include-not-found", no_such_library(name), place)
        return
    if run.libraries is None:
        run.libraries = Libraries(run.assembly)
    library = _load(find_input(PREFIX + name), LoadOptions()).organization
    wrong = list(wrong_takes(include.take, library))
    for problem in wrong:
        run.assembly.report(problem, spot[0], spot[1], "")
    refused = {problem.way[1] for problem in wrong}
    take = tuple(wish for number, wish in enumerate(include.take) if number not in refused)
    borrowed = Borrowed(name, library, take, place, include.scheme)
    if any(each.name == name and each.take == take for each in run.libraries.borrowed):
        run.assembly.fault("include-without-effect", f'"{PREFIX}{name}" is included again', place)
        return
    run.libraries.borrowed.append(borrowed)


def _keep_table(run: _Run, table: Table, include: Include, *, main: bool) -> None:
    from orgmodel.loading.mapping import map_columns  # noqa: PLC0415

    run.assembly.faults.extend(table.faults)
    if not table.headings:
        return
    if not table.rows:
        run.assembly.fault("empty-model", "the table has headings and no records", table.heading_place(0))
    told = include
    if not main and run.options.table.match and not include.match:
        told = replace(include, match=run.options.table.match)
    mapping = map_columns(table.headings, told, table.rows, fill=main)
    if main:
        _refuse_misspelt(mapping)
    name = Path(table.source.path).name
    if not mapping.columns and not mapping.problems:
        message = "no heading of this table is known; say which column holds what"
        run.assembly.fault(
            "table-column-missing",
            message,
            table.heading_place(0),
            fix="Use `columns` in the include, or `--columns id='Employee ID',reports_to='Manager ID'`.",
        )
        return
    run.tables.append((table, mapping))
    if not include.columns:
        if mapping.recognised:
            run.assembly.notes.append(f"{name}: read as {mapping.kind}: {'; '.join(mapping.recognised)}")
        if mapping.unread:
            listed = ", ".join(f'"{printable(heading, 40)}"' for heading in mapping.unread)
            run.assembly.notes.append(f"{name}: not read: {listed}")
    if main:
        for problem in mapping.problems:
            run.assembly.fault(problem.rule, problem.message, table.heading_place(0))
        if mapping.kind == "positions" and not _LINES.intersection(mapping.columns) and len(table.rows) >= _ENOUGH_ROWS:
            run.assembly.faults.append(_no_manager(table))


_LINES = frozenset(["reports_to", "manager_name", "manager_email", "path"])
_ENOUGH_ROWS = 5


def _no_manager(table: Table) -> Fault:
    """A list of seats without lines is lawful, and nearly always a heading that was not recognised."""
    return Fault(
        "table-column-missing",
        f"no column was taken for the manager, so each of the {len(table.rows):,} positions stands alone",
        table.heading_place(0),
        fix="Name it, and others that were not recognised: `--columns id='…',reports_to='…',holder='…',title='…'`; "
        "or `path='…'` where the table has the place in the tree.",
        severity=Severity.WARNING,
    )


def _refuse_misspelt(mapping: Mapping) -> None:
    """A preset or field that the command line names and nobody knows. Raises UsageError."""
    for problem in mapping.problems:
        if problem.rule in {"wrong-value", "unknown-key"}:
            raise UsageError(problem.message)


def _report_mapping(
    run: _Run, table: Table, mapping: Mapping, place_of: Callable[..., Place], entry: str | int
) -> None:
    for problem in mapping.problems:
        place = place_of(entry, problem.way, key=problem.key)
        heads = Related(table.heading_place(0), "the headings of this table")
        run.assembly.fault(problem.rule, problem.message, place, related=(heads,))


_READING_ORDER = ("roles", "units", "people", "positions", "activities", "assignments", "matrix")


def _read_tables(run: _Run) -> None:
    """Read tables in the order in which they need one another; entries of libraries come below each kind."""
    if not run.tables and run.libraries is None:
        return
    for kind in _READING_ORDER:
        if run.tables:
            _read_tables_of(run, kind)
        if run.libraries is not None and kind in KINDS:
            run.libraries.lend(kind, [reader.data for reader in run.documents])


def _read_tables_of(run: _Run, kind: str) -> None:
    from orgmodel.loading.letter_parties import is_alone  # noqa: PLC0415
    from orgmodel.loading.letter_tables import read_assignments  # noqa: PLC0415
    from orgmodel.loading.matrix_tables import read_matrix  # noqa: PLC0415

    seats = []
    alone = is_alone(sorted(run.sections)) and not any(mapping.kind == "roles" for _, mapping in run.tables)
    for table, mapping in run.tables:
        if mapping.kind != kind:
            continue
        if kind == "positions":
            from orgmodel.loading.seat_tables import SeatTable  # noqa: PLC0415

            reader = SeatTable(run.assembly, table, mapping)
            seats.append((reader, reader.read()))
        elif kind == "assignments":
            read_assignments(run.assembly, table, mapping, alone=alone)
        elif kind == "matrix":
            read_matrix(run.assembly, table, mapping, alone=alone)
        else:
            from orgmodel.loading.entry_tables import read_entry_table  # noqa: PLC0415

            read_entry_table(run.assembly, table, mapping)
    if seats:
        from orgmodel.loading.seat_tables import link_managers  # noqa: PLC0415

        for reader, ids in seats:
            link_managers(reader, ids)


def is_empty(organization: Organization) -> bool:
    """Whether the files define nothing at all."""
    return not any(organization.section(kind) for kind in KINDS) and not organization.assignments

"""Finding and reading files: the main file of a path, and includes kept below its folder."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePosixPath

from orgmodel.errors import UsageError
from orgmodel.findings import Fault
from orgmodel.loading.problems import closest
from orgmodel.reading.limits import LIMITS
from orgmodel.reading.names import printable
from orgmodel.reading.text import source_from_bytes
from orgmodel.source import Place, Source

MAIN_NAMES = ("org.yaml", "org.yml", "org.json")
YAML_SUFFIXES = frozenset({".yaml", ".yml"})
TABLE_SUFFIXES = frozenset({".csv", ".tsv", ".tab", ".txt", ".psv"})
UNREADABLE_SUFFIXES = frozenset({".xlsx", ".xls", ".xlsm", ".ods", ".numbers"})
PAGE_SUFFIXES = frozenset({".md", ".markdown", ".html", ".htm", ".docx", ".pptx", ".pdf"})
MOST_INCLUDES = 1_000
_LIBRARY = "library:"


@dataclass(frozen=True, slots=True)
class Input:
    """The file a command was pointed at: `shown` is its path for people, `folder` the root of its includes."""

    shown: str
    folder: Path
    path: Path | None
    data: bytes | None = None

    @property
    def suffix(self) -> str:
        """The lower-case suffix, which says how to read it."""
        return PurePosixPath(self.shown).suffix.lower()


def shown_path(path: Path) -> str:
    """A path for output: relative to the working directory where possible, with `/`."""
    try:
        relative = os.path.relpath(path)
    except ValueError:
        return path.as_posix()
    return Path(relative).as_posix()


def find_input(path: str, stdin_filename: str | None = None) -> Input:
    """The input that a PATH argument means. Raises UsageError when there is none."""
    if path.startswith(_LIBRARY):
        return _library_input(path)
    if path == "-":
        name = stdin_filename or "org.yaml"
        folder = Path(name).parent if stdin_filename else Path()
        if sys.stdin is None:
            raise UsageError("standard input is closed; name a file instead of -")
        return Input(shown_path(Path(name)), folder, None, sys.stdin.buffer.read(LIMITS.characters + 1))
    given = Path(path)
    try:
        if given.is_dir():
            main = next((given / name for name in MAIN_NAMES if (given / name).is_file()), None)
            if main is None:
                raise UsageError(
                    f'no org.yaml in the folder "{printable(path)}"; name a file, or start one with `orgmodel init`'
                )
            given = main
        if not (given.is_file() or given.is_fifo()):
            raise UsageError(f'there is no file or folder "{printable(path)}"')
    except (OSError, ValueError) as error:
        raise UsageError(f'"{printable(path)}" cannot be read: {_reason(error)}') from None
    return Input(shown_path(given), given.parent, given)


def _library_input(path: str) -> Input:
    from orgmodel.library.models import library_bytes  # noqa: PLC0415
    from orgmodel.loading.libraries import no_such_library  # noqa: PLC0415

    name = path.removeprefix(_LIBRARY)
    try:
        return Input(path, Path(), None, library_bytes(name))
    except KeyError:
        raise UsageError(no_such_library(name)) from None


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return printable(str(error))


def read_input(found: Input, *, table: bool) -> Source | Fault:
    """The text of an input. Raises UsageError when the file cannot be opened."""
    data = found.data
    if data is None:
        assert found.path is not None
        try:
            with found.path.open("rb") as stream:
                data = stream.read(LIMITS.characters + 1)
        except OSError as error:
            raise UsageError(f'"{printable(found.shown)}" cannot be read: {_reason(error)}') from None
    return source_from_bytes(found.shown, data, table=table)


@dataclass(frozen=True, slots=True)
class Refused:
    """Why an include is not followed: the rule and the message."""

    rule: str
    message: str


def find_included(pattern: str, folder: Path, root: Path) -> list[Input] | Refused:
    """The files that an include means: below `folder` (that of the including file) and below `root`."""
    refused = _outside(pattern)
    if refused is not None:
        return refused
    is_glob = any(character in pattern for character in "*?[")
    try:
        if is_glob:
            paths = sorted(path for path in folder.glob(pattern) if path.is_file())
        else:
            paths = [folder / pattern] if (folder / pattern).is_file() else []
    except (OSError, ValueError, NotImplementedError) as error:
        return Refused("include-not-found", f'include "{printable(pattern)}" cannot be read: {_reason(error)}')
    if not paths:
        if is_glob:
            return Refused("include-not-found", f'include "{printable(pattern)}" finds no file below this folder')
        near = _near(pattern, folder, root)
        return Refused("include-not-found", f'include "{printable(pattern)}" is no file below this folder{near}')
    real_root = root.resolve()
    for path in paths:
        if not path.resolve().is_relative_to(real_root):
            return Refused(
                "include-leaves-folder",
                f'include "{printable(pattern)}" leads out of the folder through a link',
            )
    return [Input(shown_path(path), path.parent, path) for path in paths[: MOST_INCLUDES + 1]]


def _near(pattern: str, folder: Path, root: Path) -> str:
    """The name of a file beside the one that is missing, if it may be meant."""
    beside = (folder / pattern).parent
    try:
        if not beside.resolve().is_relative_to(root.resolve()):
            return ""
        names = [path.name for path in islice(beside.iterdir(), MOST_INCLUDES) if path.is_file()]
    except (OSError, ValueError):
        return ""
    written = PurePosixPath(pattern)
    near = closest(written.name, sorted(names))
    return "" if near is None else f'; did you mean "{printable(str(written.with_name(near)))}"?'


def _outside(pattern: str) -> Refused | None:
    where = f'include "{printable(pattern)}"'
    if "://" in pattern:
        return Refused("include-leaves-folder", f"{where} is an address; only files below this folder are read")
    pure = PurePosixPath(pattern.replace("\\", "/"))
    if pure.is_absolute() or ":" in pattern[:2]:
        return Refused("include-leaves-folder", f"{where} is an absolute path; only files below this folder are read")
    if ".." in pure.parts:
        return Refused("include-leaves-folder", f'{where} leaves the folder with ".."')
    if "\0" in pattern or not pattern.strip():
        return Refused("include-not-found", f"{where} is no file name")
    return None


def unreadable_kind(found: Input) -> Fault | None:
    """The fault of a file whose suffix says that it cannot be read at all."""
    if found.suffix in UNREADABLE_SUFFIXES:
        return Fault(
            "unreadable-file",
            f'"{printable(PurePosixPath(found.shown).name)}" is a workbook, not text: save the sheet as CSV UTF-8',
            Place(found.shown),
            fix="In the spreadsheet program choose Save As, then CSV UTF-8, and name that file instead.",
        )
    if found.suffix in PAGE_SUFFIXES:
        return Fault(
            "unreadable-file",
            f'"{printable(PurePosixPath(found.shown).name)}" is a page, not a model',
            Place(found.shown),
            fix="Cut its table out into a file that ends in .csv, and name that file instead.",
        )
    return None

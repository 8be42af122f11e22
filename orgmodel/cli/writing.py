"""Where results go: standard output, or files whose suffix says the format."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from orgmodel.errors import UsageError
from orgmodel.reading.names import printable


@dataclass(frozen=True, slots=True)
class Target:
    """One output: a format, and a file (None for standard output)."""

    format: str
    file: str | None = None


def parse_outputs(
    outputs: tuple[str, ...], format_name: str | None, formats: Mapping[str, Any], *, default: str
) -> list[Target]:
    """What is to be written: `FILE` by its suffix or --format, `FORMAT=FILE` as told, else standard output.

    A --format beside outputs that all name theirs goes to standard output.

    `formats` maps names to things with `suffixes`. Raises UsageError for unknown formats and suffixes.
    """
    if format_name is not None and format_name not in formats:
        raise UsageError(f'unknown format "{format_name}"; known: {", ".join(formats)}')
    if not outputs:
        return [Target(format_name or default)]
    if format_name is not None and all(output.partition("=")[0] in formats for output in outputs):
        targets = [Target(format_name), *(_target(output, None, formats) for output in outputs)]
    else:
        targets = [_target(output, format_name, formats) for output in outputs]
    refuse_repeated([target.file for target in targets if target.file is not None])
    return targets


def refuse_repeated(files: Iterable[str]) -> None:
    """Refuse to write one file twice, by which the first would be lost. Raises UsageError."""
    known: set[Path] = set()
    for file in files:
        path = Path(file)
        if path in known:
            raise UsageError(f'"{file}" would be written twice; name another file')
        known.add(path)


def _target(output: str, format_name: str | None, formats: Mapping[str, Any]) -> Target:
    name, equals, file = output.partition("=")
    if equals and name in formats and file:
        return Target(name, None if file == "-" else file)
    if equals and name in formats:
        raise UsageError(f'no file is named behind "{name}="')
    if equals and name.isidentifier():
        raise UsageError(f'unknown format "{name}"; known: {", ".join(formats)}')
    if output == "-":
        return Target(format_name or next(iter(formats)))
    if format_name is not None:
        return Target(format_name, output)
    fitting = [
        (len(suffix), known)
        for known, entry in formats.items()
        for suffix in entry.suffixes
        if output.lower().endswith(suffix)
    ]
    if fitting:
        return Target(max(fitting)[1], output)
    suffixes = ", ".join(suffix for entry in formats.values() for suffix in entry.suffixes)
    raise UsageError(f'the suffix of "{output}" says no format; known: {suffixes} (or use --format)')


def _write_to_standard_output(content: str | bytes, data: bytes) -> None:
    stream = sys.stdout
    if stream is None:
        raise UsageError("standard output is closed; write to a file with -o")
    try:
        if isinstance(content, str) and not hasattr(stream, "buffer"):
            stream.write(content)
            return
        stream.flush()
        stream.buffer.write(data)
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        discard_standard_output()
        reason = (error.strerror or "unknown reason").lower()
        raise UsageError(f"standard output cannot be written: {reason}") from None


def discard_standard_output() -> None:
    """Send what is still to be written to nowhere, so that the end of the process does not fail on it."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write_output(target: Target, content: str | bytes, sources: Iterable[str] = ()) -> None:
    """Write a result. Raises UsageError when the file cannot be written, or is one of the model's own `sources`."""
    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    if target.file is None:
        _write_to_standard_output(content, data)
        return
    refuse_read([target.file], sources)
    path = Path(target.file)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except (OSError, ValueError) as error:
        raise _not_written(target.file, error) from None


def refuse_read(files: Iterable[str], sources: Iterable[str]) -> None:
    """Refuse to write over a file that was read, under whatever name. Raises UsageError."""
    read = [source for source in sources if source]
    for file in files:
        if any(_is_same(file, source) for source in read):
            raise UsageError(f'"{file}" is a file of the model itself; write to another one')


def refuse_no_folder(folder: str) -> None:
    """Refuse a folder to write into that is a file, or that no file system takes. Raises UsageError."""
    target = Path(folder)
    try:
        is_file = target.exists() and not target.is_dir()
    except (OSError, ValueError) as error:
        raise _not_written(folder, error) from None
    if is_file:
        raise UsageError(f'"{folder}" is a file; -o wants a folder')


def _not_written(file: str, error: Exception) -> UsageError:
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return UsageError(f'"{printable(file)}" cannot be written: {(reason or "unknown reason").lower()}')


def _is_same(file: str, source: str) -> bool:
    """Whether both names lead to one file, through links of any kind."""
    try:
        return Path(file).samefile(source)
    except (OSError, ValueError):
        return False

"""Photos and logos: small files below the folder of the model, and nothing else."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from orgmodel.reading.names import printable

LARGEST = 200 * 1024
"""Bytes of one file."""


def read_image(name: str, folder: Path, what: str = "photo") -> bytes | str:
    """What is in a file below a folder, or in one line why it is not read."""
    where = f'{what} "{printable(name, 100)}"'
    refused = _refused(name)
    if refused:
        return f"{where} {refused}"
    try:
        path = folder / PurePosixPath(name.replace("\\", "/"))
        if not path.is_file():
            return f"{where} is no file below the folder of the model"
        if not path.resolve().is_relative_to(folder.resolve()):
            return f"{where} leads out of the folder through a link"
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except (OSError, ValueError):
        return f"{where} cannot be read"
    return data if len(data) <= LARGEST else f"{where} is larger than {LARGEST // 1024} KB"


def _refused(name: str) -> str:
    if "://" in name or name.startswith(("//", "data:", "\\\\")):
        return "is an address; only files below the folder of the model are read"
    pure = PurePosixPath(name.replace("\\", "/"))
    if pure.is_absolute() or ":" in name[:2]:
        return "is an absolute path; only files below the folder of the model are read"
    if ".." in pure.parts:
        return 'leaves the folder with ".."'
    return "is no file name" if "\0" in name or not name.strip() else ""

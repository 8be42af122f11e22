"""The models shipped with the package: `library:NAME` names one of them, as a PATH or in an include."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

PREFIX = "library:"
"""What stands before the name of a library."""

_FOLDER = files("orgmodel.library") / "models"


@cache
def library_names() -> tuple[str, ...]:
    """The names of all libraries, sorted."""
    return tuple(sorted(item.name.removesuffix(".yaml") for item in _FOLDER.iterdir() if item.name.endswith(".yaml")))


def library_bytes(name: str) -> bytes:
    """The YAML file of a library, encoded. Raises KeyError for a name that is not in `library_names`."""
    if name not in library_names():
        raise KeyError(name)
    return (_FOLDER / f"{name}.yaml").read_bytes()

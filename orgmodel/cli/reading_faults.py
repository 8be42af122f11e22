"""What commands other than `check` say of faults in the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgmodel.cli.terminal import say
from orgmodel.errors import ModelNotLoadedError

if TYPE_CHECKING:
    from orgmodel.loading.load import Loaded


def refuse_unreadable(loaded: Loaded) -> None:
    """Stop where files could not be read and nothing is left to show. Raises ModelNotLoadedError."""
    from orgmodel.loading.load import is_empty  # noqa: PLC0415

    faults = [fault for fault in loaded.faults if fault.rule != "empty-model"]
    if faults and is_empty(loaded.organization):
        first = faults[0]
        raise ModelNotLoadedError(f"{first.place}: {first.message}")


def say_faults(loaded: Loaded) -> None:
    """Say on standard error how much was wrong in the files, so that nobody trusts a picture blindly."""
    if loaded.faults:
        count = len(loaded.faults)
        say(f"{count} fault{'s' if count > 1 else ''} in the files; `orgmodel check` lists them")

"""One text model of an organisation, checked like code and drawn like a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from orgmodel.public import Organization

__version__ = "0.1.0"
__all__ = ["Organization", "__version__"]


def __getattr__(name: str) -> object:
    # Imported when asked for: the command line starts without it.
    if name == "Organization":
        from orgmodel.public import Organization  # noqa: PLC0415

        return Organization
    raise AttributeError(name)

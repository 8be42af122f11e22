"""What ends the reading of a file at once: the first thing that makes the rest unreadable, and files too long."""

from __future__ import annotations

from orgmodel.findings import Fault
from orgmodel.reading.limits import Limits
from orgmodel.source import Source


class Stop(Exception):  # noqa: N818 - it ends the reading, it is no error of ours
    """Nothing after this fault can be read."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def fault_of_length(source: Source, limits: Limits) -> Fault | None:
    """The fault of a text with more characters than a file may have."""
    if len(source.text) <= limits.characters:
        return None
    return Fault("limit-exceeded", f"the file has more than {limits.characters:,} characters", source.place(0))

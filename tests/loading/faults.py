"""Faults as tests read them."""

from __future__ import annotations

from orgmodel.findings import Fault
from orgmodel.loading.load import Loaded


def told(fault: Fault) -> tuple[str, str, str]:
    """A fault as rule, place and message."""
    return fault.rule, str(fault.place), fault.message


def all_told(loaded: Loaded) -> list[tuple[str, str, str]]:
    """Every fault of a model as rule, place and message."""
    return [told(fault) for fault in loaded.faults]

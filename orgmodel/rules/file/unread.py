"""Files of a model that were not read: what seems to be missing may stand there."""

from __future__ import annotations

from orgmodel.findings import Fault
from orgmodel.rules.context import RuleContext

_UNREAD = ("unreadable-file", "include-not-found", "include-leaves-folder")


def first_unread(context: RuleContext, *more: str) -> Fault | None:
    """The first fault because of which a file, or a table by one of the further rules, was not read."""
    return next((fault for name in (*_UNREAD, *more) for fault in context.faults.get(name, ())), None)

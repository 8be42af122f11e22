"""A finding: one fault found, where it is, whom it concerns, and what to do."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from orgmodel.source import Place


class Severity(StrEnum):
    """How bad: `error` contradicts itself, `warning` wants a look this week, `info` is style."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return _RANK[self]


_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to a finding, with a note on what is there."""

    place: Place
    note: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong met while reading or loading, before there is a model to check.

    `rule` names the rule under which it is reported; `entities` are written `kind:id`. `lost` is the
    field that could not be read, or that a misspelt key was meant to be. `severity` replaces that of the
    rule where a case is milder.
    """

    rule: str
    message: str
    place: Place
    related: tuple[Related, ...] = ()
    entities: tuple[str, ...] = ()
    fix: str = ""
    lost: str = ""
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault found. `fingerprint` holds no line numbers and stays when text moves."""

    code: str
    rule: str
    severity: Severity
    message: str
    place: Place
    related: tuple[Related, ...] = ()
    entities: tuple[str, ...] = ()
    fix: str = ""
    fingerprint: str = ""

    def sort_key(self) -> tuple[object, ...]:
        """Fixed order: file, line, column, code, message."""
        mark = self.place.mark
        return (self.place.path, mark.line, mark.column, self.code, self.message)


def fingerprint(code: str, path: str, subject: str, ordinal: int = 0) -> str:
    """A stable name of a finding: code, file and subject, with an ordinal for duplicates."""
    text = "\0".join((code, path, subject, str(ordinal)))
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]

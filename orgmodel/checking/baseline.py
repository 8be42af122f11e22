"""Findings that stood when an organisation took up the tool: known, so that only new ones fail.

An entry names a finding by model, rule and fingerprint. Nothing in it changes when text moves, and nothing
depends on how a run cut its findings; what a run did not look at stays as it was.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from orgmodel.errors import ModelNotLoadedError, UsageError
from orgmodel.findings import Fault, Finding
from orgmodel.reading.names import printable

VERSION = 1
"""Raised when older programs would read the file wrongly."""

NOT_READ = frozenset(
    [
        "unreadable-file",
        "include-not-found",
        "include-leaves-folder",
        "include-loop",
        "limit-exceeded",
        "unsupported-version",
    ]
)
"""Faults after which part of a model is missing: they are never known, and what else is gone nobody can say."""

_KEY = "orgmodel_baseline"
_LONGEST_FILE = 100_000_000
_LONGEST_MESSAGE = 300


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One known finding. The message is for people who read the file; nothing else looks at it."""

    model: str
    rule: str
    fingerprint: str
    message: str = ""


class Baseline:
    """All known findings, of one or more models."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        unique = {(entry.model, entry.rule, entry.fingerprint): entry for entry in sorted(entries)}
        self.entries = tuple(unique.values())
        self._of_model: dict[str, dict[str, set[str]]] = {}
        for entry in self.entries:
            self._of_model.setdefault(entry.model, {}).setdefault(entry.rule, set()).add(entry.fingerprint)

    def of(self, model: str, rule: str) -> Collection[str]:
        """The fingerprints that are known of a rule in a model."""
        if rule in NOT_READ:
            return frozenset()
        return self._of_model.get(model, {}).get(rule, frozenset())

    @property
    def models(self) -> tuple[str, ...]:
        """The models of which something is known."""
        return tuple(self._of_model)

    def renewed(self, found: Iterable[tuple[str, Sequence[Finding]]], rules: Mapping[str, Collection[str]]) -> Baseline:
        """The findings of models, each looked at with its rules, and what was known of all other models and rules."""
        models = dict(found)
        kept = [entry for entry in self.entries if entry.rule not in rules.get(entry.model, ())]
        new = [
            Entry(model, finding.rule, finding.fingerprint, printable(finding.message, _LONGEST_MESSAGE))
            for model, findings in models.items()
            for finding in findings
        ]
        return Baseline([*kept, *new])

    def text(self) -> str:
        """The file: an entry on each line, so that a difference shows what was added and what is gone."""
        rows = ",\n".join(
            "    "
            + json.dumps(
                {"model": item.model, "rule": item.rule, "fingerprint": item.fingerprint, "message": item.message},
                ensure_ascii=not (item.model + item.rule + item.message).isprintable(),
            )
            for item in self.entries
        )
        findings = f"[\n{rows}\n  ]" if rows else "[]"
        return f'{{\n  "{_KEY}": {VERSION},\n  "findings": {findings}\n}}\n'


def parse_baseline(data: bytes, name: str) -> Baseline:
    """Read a baseline. Raises UsageError, with one line, for anything else."""
    foreign = UsageError(f"{printable(name, 200)} is not a baseline; `orgmodel check --write-baseline` writes one")
    if len(data) > _LONGEST_FILE:
        raise foreign
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise foreign from None
    if not isinstance(content, dict) or _KEY not in content:
        raise foreign
    version = content[_KEY]
    if isinstance(version, int) and not isinstance(version, bool) and version > VERSION:
        raise UsageError(f"{printable(name, 200)} is a baseline of version {version}; this program knows {VERSION}")
    rows = content.get("findings")
    if version != VERSION or isinstance(version, bool) or not isinstance(rows, list):
        raise foreign
    return Baseline(_entry(row, number, name) for number, row in enumerate(rows, 1))


def refuse_half_read(model: str, faults: Iterable[Fault]) -> None:
    """Stop where part of a model could not be read. Raises ModelNotLoadedError."""
    for fault in faults:
        if fault.rule in NOT_READ:
            raise ModelNotLoadedError(
                f"no baseline is written while part of {printable(model, 200)} cannot be read: "
                f"{fault.place}: {printable(fault.message, _LONGEST_MESSAGE)}"
            )


def _entry(row: Any, number: int, name: str) -> Entry:
    fields = ("model", "rule", "fingerprint")
    if not isinstance(row, dict) or not all(isinstance(row.get(field), str) and row[field] for field in fields):
        raise UsageError(f"{printable(name, 200)}: finding {number} lacks its model, rule or fingerprint")
    message = row.get("message", "")
    return Entry(row["model"], row["rule"], row["fingerprint"], message if isinstance(message, str) else "")

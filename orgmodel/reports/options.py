"""What a run asked of its report."""

from __future__ import annotations

from dataclasses import dataclass

from orgmodel.findings import Severity

SHOWN_PER_RULE = 20
"""So many findings of one rule the full text shows unless all are asked for."""


@dataclass(frozen=True, slots=True)
class TextOptions:
    """How text for people looks. Formats for machines leave it aside.

    `width` is in columns of a terminal; `per_rule` None shows every finding. `min_severity` is what the
    findings were cut at, so that text can say what it does not show.
    """

    color: bool = False
    width: int = 100
    per_rule: int | None = SHOWN_PER_RULE
    min_severity: Severity = Severity.WARNING

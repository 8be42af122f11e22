"""What `chart` and `matrix` have in common: findings that are marked on what is drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from orgmodel.errors import UsageError

if TYPE_CHECKING:
    from orgmodel.cli.model_options import ModelOptions, OpenedModel
    from orgmodel.findings import Finding

F = TypeVar("F", bound=Callable[..., Any])


def finding_options(told: str) -> Callable[[F], F]:
    """Add `--findings`, which does what is told, and `--min-severity`."""

    def add(command: F) -> F:
        severity = click.option(
            "--min-severity",
            type=click.Choice(["error", "warning", "info"]),
            help="With --findings: those at or above this severity.  [default: warning]",
        )
        return click.option("--findings", is_flag=True, help=told)(severity(command))

    return add


def refuse_idle_severity(severity: str | None, is_asked: bool, asked_by: str = "--findings") -> None:
    """Refuse a severity where no findings are asked for. Raises UsageError."""
    if severity is not None and not is_asked:
        raise UsageError(f"--min-severity goes with {asked_by}")


def found_by_check(opened: OpenedModel, reading: ModelOptions, severity: str | None) -> tuple[Finding, ...]:
    """What `check` finds in a model, warnings and worse unless another severity is named."""
    from orgmodel.checking.check import CheckOptions, check  # noqa: PLC0415
    from orgmodel.findings import Severity  # noqa: PLC0415

    options = CheckOptions(min_severity=Severity(severity or "warning"), redacted=bool(reading.redact))
    return check(opened.loaded, opened.day, options).findings

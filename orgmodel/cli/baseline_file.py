"""The baseline of `check` as a file: which one is meant, reading it, writing it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from orgmodel.cli.terminal import say
from orgmodel.cli.writing import Target, write_output
from orgmodel.errors import UsageError

if TYPE_CHECKING:
    from orgmodel.checking.baseline import Baseline
    from orgmodel.checking.check import CheckOptions
    from orgmodel.cli.model_options import OpenedModel

USUAL_NAME = "orgmodel-baseline.json"


@dataclass(frozen=True, slots=True)
class BaselineFile:
    """What is known before the run, and where the baseline is to be written, if it is."""

    known: Baseline
    target: str | None = None


def read_baseline(told: str | None, written: str | None, redact: str | None) -> BaselineFile:
    """The baseline of `--baseline` and `--write-baseline` (empty for the usual file).

    Nothing but a baseline is ever overwritten. Raises UsageError for what cannot be read or is none.
    """
    from orgmodel.checking.baseline import Baseline  # noqa: PLC0415

    if written is None:
        return BaselineFile(_parsed(told) if told is not None else Baseline())
    if redact:
        raise UsageError("--write-baseline needs the whole model; leave out --redact")
    target = written or told or USUAL_NAME
    there = _parsed(target, "; FILE of --write-baseline follows it: put PATH first") if _exists(target) else Baseline()
    if told is not None and target != told:
        return BaselineFile(_parsed(told), target)
    return BaselineFile(there, target)


def write_baseline(file: BaselineFile, models: Sequence[OpenedModel], options: CheckOptions) -> Baseline:
    """Write everything that these models and rules find, whatever is shown of it; the rest stays as it was.

    Raises ModelNotLoadedError where part of a model cannot be read.
    """
    from orgmodel.checking.baseline import Baseline, refuse_half_read  # noqa: PLC0415
    from orgmodel.checking.check import check, judged_rules  # noqa: PLC0415
    from orgmodel.findings import Severity  # noqa: PLC0415

    for opened in models:
        refuse_half_read(opened.loaded.places.main.path, opened.loaded.faults)
    everything = replace(options, min_severity=Severity.INFO, keep=None, baseline=Baseline())
    reports = [check(opened.loaded, opened.day, everything) for opened in models]
    rules = {opened.loaded.places.main.path: judged_rules(opened.loaded, options) for opened in models}
    renewed = file.known.renewed([(report.path, report.findings) for report in reports], rules)
    assert file.target is not None
    write_output(Target("json", file.target), renewed.text())
    before, after = _keys(file.known), _keys(renewed)
    say(
        f"{file.target}: {len(after):,} known finding{'' if len(after) == 1 else 's'} written, "
        f"{len(after - before):,} of them new; {len(before - after):,} gone"
    )
    return renewed


def say_foreign(file: str | None, known: Baseline, models: Sequence[OpenedModel]) -> None:
    """Say so where a baseline knows nothing of any model: it was mostly written in another folder."""
    here = [opened.loaded.places.main.path for opened in models]
    if file is None or not known.entries or set(known.models) & set(here):
        return
    say(
        f"{file}: none of its {len(known.entries):,} known findings is about {', '.join(here[:3])}; it was written for "
        f"{', '.join(known.models[:3])}: run in the folder where it was written"
    )


def _keys(baseline: Baseline) -> set[tuple[str, str, str]]:
    return {(entry.model, entry.rule, entry.fingerprint) for entry in baseline.entries}


def _exists(file: str) -> bool:
    try:
        return Path(file).exists()
    except (OSError, ValueError):
        return False


def _parsed(file: str, hint: str = "") -> Baseline:
    from orgmodel.checking.baseline import parse_baseline  # noqa: PLC0415

    try:
        data = Path(file).read_bytes()
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "no such name").lower()
        raise UsageError(f'"{file}" cannot be read: {reason}{hint}') from None
    try:
        return parse_baseline(data, file)
    except UsageError as error:
        raise UsageError(f"{error}{hint}") from None

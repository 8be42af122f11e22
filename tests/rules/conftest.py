"""What tests of rules share: a model written as text, and what the check finds in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from orgmodel.checking.check import CheckOptions, check
from orgmodel.findings import Finding, Severity
from orgmodel.loading.load import load

Check = Callable[..., list[Finding]]


@pytest.fixture
def findings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    """Write a model (an `org.yaml`, or file names to texts, the first one the model) and check it.

    `silent` are entries as if of a library and not named by anybody.
    """

    def run(
        text: str | dict[str, str], rule: str | None = None, day: str = "2026-11-01", silent: Iterable[str] = ()
    ) -> list[Finding]:
        files = {"org.yaml": text} if isinstance(text, str) else text
        for name, content in files.items():
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        options = CheckOptions(select=(rule,) if rule else (), min_severity=Severity.INFO)
        loaded = load(next(iter(files)))
        loaded.organization.silent = frozenset(silent)
        report = check(loaded, date.fromisoformat(day), options)
        return list(report.findings)

    return run

"""What tests of whole charts share: a model written as text, and the chart that is built of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from orgmodel.charts.build import BuiltChart, build_chart
from orgmodel.charts.request import ChartRequest
from orgmodel.loading.load import load

Build = Callable[..., BuiltChart]


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
    """Write a model (an `org.yaml`, or file names to texts, the first one the model) and build its chart."""
    monkeypatch.chdir(tmp_path)

    def run(text: str | dict[str, str], *, day: str = "2026-11-01", **request: Any) -> BuiltChart:
        files = {"org.yaml": text} if isinstance(text, str) else text
        for name, content in files.items():
            (tmp_path / name).write_text(content, encoding="utf-8")
        loaded = load(next(iter(files)))
        return build_chart(loaded.organization, date.fromisoformat(day), loaded.name, ChartRequest(**request))

    return run

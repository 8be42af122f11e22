"""What tests of answers share: a model written as text, loaded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from orgmodel.loading.load import load
from orgmodel.model.organization import Organization

Model = Callable[[str], Organization]


@pytest.fixture
def model(tmp_path: Path) -> Model:
    """Write a model and load it."""

    def run(text: str) -> Organization:
        file = tmp_path / "org.yaml"
        file.write_text(f"orgmodel: 1\n{text}", encoding="utf-8")
        return load(str(file)).organization

    return run

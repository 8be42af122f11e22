"""Real organisation files, with what is known of them from independent computation (`truth.json`)."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

DATA = Path(os.environ.get("ORGMODEL_DATA") or Path(__file__).parents[3] / "shared" / "data")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    missing = pytest.mark.skip(reason=f"no real files: {DATA.name} is missing (set ORGMODEL_DATA to their folder)")
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.real)
            if not (DATA / "truth.json").is_file():
                item.add_marker(missing)


@pytest.fixture(scope="session")
def truth() -> dict[str, Any]:
    files: dict[str, Any] = json.loads((DATA / "truth.json").read_text("utf-8"))["files"]
    return files


@pytest.fixture
def data(monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder with the real files, which is the working directory meanwhile."""
    monkeypatch.chdir(DATA)
    return DATA

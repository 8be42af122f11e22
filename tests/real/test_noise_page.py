"""The page about findings on known models is what is measured on the real files."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "noise.py"


@pytest.fixture
def noise() -> ModuleType:
    """The script that writes the page."""
    spec = importlib.util.spec_from_file_location("noise", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["noise"] = module
    spec.loader.exec_module(module)
    return module


def test_findings_of_the_real_files_are_those_of_the_page(noise: ModuleType, data: Path) -> None:
    judgements = json.loads(noise.JUDGEMENTS.read_text("utf-8"))
    assert noise.block(noise.real_files(data), judgements) == noise.PAGE.read_text("utf-8").split(noise.REAL_FROM)[1]


def test_every_real_file_has_a_row_on_the_page(data: Path) -> None:
    text = Path(__file__).parents[2].joinpath("docs", "noise.md").read_text("utf-8")
    folders = ("uk", "hr", "raci", "ladders", "governance/acme")
    names = [f"{folder}/{path.name}" for folder in folders for path in (data / folder).iterdir()]
    assert [name for name in names if f"| {name}" not in text] == []

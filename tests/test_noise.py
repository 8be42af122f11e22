"""The page that says how many findings known models have is what is measured; every finding of note is judged."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from orgmodel.library.models import library_names

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "noise.md"


@pytest.fixture
def noise() -> ModuleType:
    """The script that writes the page."""
    spec = importlib.util.spec_from_file_location("noise", ROOT / "scripts" / "noise.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["noise"] = module
    spec.loader.exec_module(module)
    return module


def test_findings_of_examples_and_templates_are_those_of_the_page(noise: ModuleType) -> None:
    judgements = json.loads(noise.JUDGEMENTS.read_text("utf-8"))
    assert noise.examples_part(judgements) in PAGE.read_text("utf-8")


def test_a_finding_without_a_judgement_is_refused(noise: ModuleType) -> None:
    with pytest.raises(SystemExit, match=r"findings without a judgement: .'warning owner-vacant'"):
        noise.block(noise.examples()[:1], {})


def test_a_judgement_without_a_finding_is_refused(noise: ModuleType) -> None:
    judged = {"orgmodel/library/templates/minimal": {"error no-owner": "Nobody."}}
    models = [model for model in noise.examples() if model.name in judged]
    with pytest.raises(SystemExit, match=r"judgements without a finding: .'error no-owner'"):
        noise.block(models, judged)


def test_templates_have_no_finding_at_warning_and_above() -> None:
    lines = [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| orgmodel/library/templates/")]
    assert [line.split("|")[5:7] for line in lines] == [[" 0 ", " 0 "]] * 3


def test_libraries_have_no_finding_at_all() -> None:
    lines = [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| library:")]
    assert [line.split("|")[5:8] for line in lines] == [[" 0 ", " 0 ", " 0 "]] * len(library_names())

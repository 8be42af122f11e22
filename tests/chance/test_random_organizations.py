"""Whatever an organisation says of itself: findings or an answer, always the same ones, and never a fault of our own.

The ordinary run is the same every time; `pytest -m slow` goes through ten times as many organisations.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml
from random_organization import DAY, PREFIXES, random_organization

from orgmodel.analysis.who_ask import ask
from orgmodel.analysis.who_records import ActivityAnswer, PartyAnswer
from orgmodel.checking.check import CheckOptions, check
from orgmodel.checking.report import Report
from orgmodel.cli.program import run
from orgmodel.findings import Severity
from orgmodel.loading.load import Loaded, load
from orgmodel.model.organization import PLURAL
from orgmodel.reports.formats import FORMATS
from orgmodel.reports.options import TextOptions
from orgmodel.source import Place

ROOT = Path(__file__).parent.parent.parent
JUDGED, ASKED, COMMANDED, REPEATED = range(150), range(30), range(500, 509), range(2)
MANY = range(1_000, 4_000)
EVERYTHING = CheckOptions(min_severity=Severity.INFO, keep=None)
IN_FULL = TextOptions(min_severity=Severity.INFO, per_rule=None)

COMMANDS = (
    "check MODEL --format json --min-severity info --all",
    "check MODEL --redact pay,people --without ended",
    "stats MODEL --format json --planned",
    "who MODEL --format json",
    "who MODEL a",
    "who MODEL person:ada --leaves",
    "who MODEL plan --unit a --format json",
    "matrix MODEL --by role --format svg --findings",
    "matrix MODEL --by person --format md",
    "matrix MODEL --by unit --format html --min-severity info --findings",
    "chart MODEL --format svg --frames --findings --planned",
    "chart MODEL --of roles --format mmd",
    "chart MODEL --of units --format html",
    "chart MODEL --of ladder --fit a4",
    "chart MODEL --of spans",
    "chart MODEL --of network",
    "chart MODEL --pages depth:1 -o pages.pdf",
    "compare MODEL a b --format json",
    "path MODEL a b --format svg",
    "build MODEL -o site",
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of a fixed name; a fault of our own shows its traceback."""
    place = tmp_path / "house"
    place.mkdir()
    monkeypatch.chdir(place)
    monkeypatch.setenv("ORGMODEL_TRACEBACK", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    return place


def written(seed: int) -> str:
    """Write an organisation as JSON, or as YAML in brackets or in lines; every fourth one has a second file."""
    organization = random_organization(seed)
    if seed % 4 == 0:
        more = random_organization(f"{seed} more")
        Path("more.yaml").write_text(_in_lines({**more, "include": []}), encoding="utf-8")
        organization["include"] = [*organization.get("include", []), "more.yaml"]
    name = "org.json" if seed % 3 == 0 else "org.yaml"
    text = _in_lines(organization) if seed % 3 == 2 else json.dumps(organization, ensure_ascii=False)
    Path(name).write_text(text, encoding="utf-8")
    return name


def _in_lines(organization: dict[str, Any]) -> str:
    return str(yaml.safe_dump(organization, allow_unicode=True, sort_keys=False))


def judged(loaded: Loaded) -> Report:
    return check(loaded, loaded.organization.as_of or date.fromisoformat(DAY), EVERYTHING)


def is_in_a_file(place: Place, loaded: Loaded) -> bool:
    source = loaded.sources.get(place.path)
    if source is None:
        return False
    lines = source.text.split("\n")
    line, column = place.mark.line, place.mark.column
    return 1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1


def assert_sound(seed: int) -> None:
    loaded = load(written(seed))
    report = judged(loaded)
    for finding in report.findings:
        assert "" not in {finding.message, finding.fix, finding.fingerprint}, finding
        assert is_in_a_file(finding.place, loaded), finding
        assert all(is_in_a_file(related.place, loaded) for related in finding.related), finding
    told = Counter((finding.code, finding.place, finding.message) for finding in report.findings)
    assert [finding for finding, times in told.items() if times > 1] == []
    texts = {form.name: form.load()([report], IN_FULL) for form in FORMATS}
    for name in ("json", "sarif", "gitlab"):
        json.loads(texts[name], parse_constant=pytest.fail)
    ET.fromstring(texts["junit"])
    again = judged(load(written(seed)))
    assert FORMATS[0].load()([again], IN_FULL) == texts[FORMATS[0].name]


@pytest.mark.parametrize("seed", JUDGED)
def test_findings_are_in_the_files_told_once_and_written_in_every_format(seed: int) -> None:
    assert_sound(seed)


# Answers -----------------------------------------------------------------------------------------------


def assert_answers_agree(seed: int) -> None:
    """Whoever has a part in a row hears of it when asked for, and nobody else does."""
    organization = load(written(seed)).organization
    day = organization.as_of or date.fromisoformat(DAY)
    parts: dict[str, set[tuple[str, ...]]] = {f"position:{seat}": set() for seat in organization.positions}
    for activity in organization.activities:
        answer = ask(organization, day, f"activity:{activity}")
        assert isinstance(answer, ActivityAnswer)
        for part in (part for place in answer.places for part in place.parts if answer.in_force):
            letter = (activity, part.letter, part.party.exactly)
            named = [*part.people, *(seat.position for seat in part.seats if part.party.kind != "person")]
            for party in named:
                parts.setdefault(party.exactly, set()).add(letter)
    for name, letters in parts.items():
        found = ask(organization, day, name)
        assert isinstance(found, PartyAnswer), name
        assert {(task.activity.id, task.letter, task.via.exactly) for task in found.tasks} == letters, name


@pytest.mark.parametrize("seed", ASKED)
def test_answers_about_rows_agree_with_those_about_seats_and_people(seed: int) -> None:
    assert_answers_agree(seed)


# Commands ----------------------------------------------------------------------------------------------


@contextlib.contextmanager
def streams() -> Iterator[tuple[io.StringIO, io.StringIO]]:
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as err:
        yield out, err


def assert_ends_well(command: str) -> None:
    with streams() as (out, err):
        code = run(command.split())
    assert code in {0, 1, 2}, command
    assert "Traceback" not in err.getvalue()
    assert out.getvalue() or err.getvalue() or " -o " in command, command
    if code == 0 and "--format json" in command:
        json.loads(out.getvalue(), parse_constant=pytest.fail)
    if code == 0 and out.getvalue().startswith("<svg"):
        ET.fromstring(out.getvalue())


def assert_commands_end_well(seed: int) -> None:
    model = f"{written(seed)} --as-of {DAY}"
    for command in COMMANDS:
        assert_ends_well(command.replace("MODEL", model))
    organization = random_organization(seed)
    for kind in PREFIXES:
        for name in organization.get(PLURAL[kind]) or ():
            assert_ends_well(f"who {model} {kind}:{name} --format json")


@pytest.mark.parametrize("seed", COMMANDED)
def test_every_command_ends_well(seed: int) -> None:
    assert_commands_end_well(seed)


@pytest.mark.parametrize("seed", REPEATED)
def test_the_order_of_sets_is_seen_nowhere(seed: int) -> None:
    model = written(seed)
    commands = [command.replace("MODEL", f"{model} --as-of {DAY}").split() for command in COMMANDS]
    commands = [command for command in commands if command[0] in {"check", "stats", "who", "matrix"}]
    program = f"from orgmodel.cli.program import run\nfor command in {commands!r}: run(command)"
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": order},
            capture_output=True,
            check=True,
        ).stdout
        for order in ("1", "2")
    }
    assert len(outputs) == 1


# Many more ---------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_many_organisations_are_judged_soundly() -> None:
    for seed in MANY:
        assert_sound(seed)


@pytest.mark.slow
def test_answers_agree_in_many_organisations() -> None:
    for seed in MANY[:500]:
        assert_answers_agree(seed)


@pytest.mark.slow
def test_every_command_ends_well_for_many_organisations() -> None:
    for seed in MANY[:150]:
        assert_commands_end_well(seed)

"""All that rules say of their bad examples, and of models in which much is wrong, as a person has read it.

Messages and notes are read by people; entities, places and fingerprints by other tools: a fingerprint that
changes brings back every finding that a baseline holds. With ORGMODEL_WRITE_EXPECTED=1 the files are written
anew: read the difference before keeping it.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from orgmodel.findings import Finding
from orgmodel.reading.names import printable
from orgmodel.rules.registry import ENTRIES, Entry

SAID = Path(__file__).parent / "said"
ROOMS = sorted({entry.module.partition(".")[0] for entry in ENTRIES})


MODELS = sorted(path.stem for path in SAID.glob("*.yaml"))


def told(finding: Finding, usual_fix: str, code: str = "") -> list[str]:
    word = f"{code} {finding.severity}".strip()
    return [
        f"{finding.place}: {word}: {finding.message}",
        *(f"    {related.place}: {related.note}" for related in finding.related),
        f"    about {', '.join(map(printable, finding.entities)) or 'nothing'}; {finding.fingerprint}",
        *([f"    fix: {finding.fix}"] if finding.fix != usual_fix else []),
    ]


def said_by(entry: Entry, findings: Callable[..., list[Finding]]) -> list[str]:
    rule = entry.load()
    example = {"org.yaml": rule.bad} if isinstance(rule.bad, str) else dict(rule.bad)
    lines = [line for finding in findings(example, rule.name) for line in told(finding, rule.fix)]
    return [f"## {entry.code} {entry.name}", *lines, ""]


def compare(name: str, lines: list[str]) -> None:
    path, text = SAID / name, "\n".join(lines)
    if os.environ.get("ORGMODEL_WRITE_EXPECTED"):
        path.write_bytes(text.encode())
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("room", ROOMS)
def test_what_is_said_of_bad_examples_is_what_a_person_read(room: str, findings: Callable[..., list[Finding]]) -> None:
    entries = [entry for entry in ENTRIES if entry.module.startswith(f"{room}.")]
    compare(f"{room}.txt", [line for entry in entries for line in said_by(entry, findings)])


@pytest.mark.parametrize("room", MODELS)
def test_what_is_said_where_much_is_wrong_is_what_a_person_read(
    room: str, findings: Callable[..., list[Finding]]
) -> None:
    entries = [entry for entry in ENTRIES if entry.module.startswith(f"{room}.")]
    lines = []
    for model in (SAID / f"{room}.yaml").read_text(encoding="utf-8").split("---\n"):
        lines += ["", f"# {model.splitlines()[1]}", ""]
        found = findings(model, entries[0].code[:-2])
        for entry in entries:
            fix = entry.load().fix
            own = [finding for finding in found if finding.code == entry.code]
            lines += [line for finding in own for line in told(finding, fix, entry.code)]
    compare(f"{room}-many.txt", lines)

"""The generated pages are what the commands, rules and records say now."""

import subprocess
import sys
from pathlib import Path

from orgmodel.rules.registry import ENTRIES

ROOT = Path(__file__).parent.parent


def test_generated_pages_are_up_to_date() -> None:
    checked = subprocess.run(
        [sys.executable, "scripts/generate_docs.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (checked.stdout, checked.returncode) == ("", 0), checked.stderr


def test_the_changelog_names_every_rule_and_no_other() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    named = {tuple(line.removeprefix("- ").split()) for line in text.splitlines() if line.startswith("- ORG")}
    assert named == {(entry.code, f"`{entry.name}`") for entry in ENTRIES}

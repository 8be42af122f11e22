"""The generated pages are what the commands, rules and records say now."""

import re
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
    named = [line.removeprefix("- ") for line in text.splitlines() if line.startswith("- ORG")]
    assert named == [f"{entry.code} `{entry.name}`" for entry in ENTRIES]


def test_the_list_of_rules_leads_to_every_page_and_no_other() -> None:
    listed = re.findall(r"\]\(rules/([a-z-]+)\.md\)", (ROOT / "docs" / "rules.md").read_text("utf-8"))
    assert listed == [entry.name for entry in ENTRIES]
    assert sorted(listed) == sorted(path.stem for path in (ROOT / "docs" / "rules").glob("*.md"))

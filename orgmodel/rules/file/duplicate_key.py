"""ORG002: a key that stands twice in one mapping."""

from __future__ import annotations

from orgmodel.findings import Severity
from orgmodel.rules.rule import FileRule


class DuplicateKey(FileRule):
    """Met while reading; the message says what, the place where."""

    code = "ORG002"
    name = "duplicate-key"
    severity = Severity.ERROR
    title = "A key stands twice"
    why = "Most programs silently keep one of the two; half of what was written is lost without a word."
    bad = """\
orgmodel: 1
roles:
  pm: {title: Product Manager}
  pm: {title: Project Manager}  # [ORG002]
"""
    good = """\
orgmodel: 1
roles:
  pm: {title: Product Manager}
  project-manager: {title: Project Manager}
"""
    fix = "Keep one of the two, or give the other its own key."

"""ORG003: a key that the format does not have."""

from __future__ import annotations

from orgmodel.findings import Severity
from orgmodel.rules.rule import FileRule


class UnknownKey(FileRule):
    """Met while reading; the message says what, the place where."""

    code = "ORG003"
    name = "unknown-key"
    severity = Severity.ERROR
    title = "A key is not known"
    why = "A misspelt key is a sentence nobody reads: what it says has no effect, and nobody is told."
    bad = """\
orgmodel: 1
roles:
  pm:
    titel: Product Manager  # [ORG003]
"""
    good = """\
orgmodel: 1
roles:
  pm:
    title: Product Manager
"""
    fix = "Correct the key; keys of your own belong under `fields`."

"""ORG001: a file that cannot be read as text, YAML or a table."""

from __future__ import annotations

from orgmodel.findings import Severity
from orgmodel.rules.rule import FileRule


class UnreadableFile(FileRule):
    """Met while reading; the message says what, the place where."""

    code = "ORG001"
    name = "unreadable-file"
    severity = Severity.ERROR
    title = "A file cannot be read"
    why = "Nothing in the file counts until it can be read, so every other answer about the organisation is missing."
    bad = """\
orgmodel: 1
roles:
  pm: title: Product Manager  # [ORG001]
"""
    good = """\
orgmodel: 1
roles:
  pm: {title: Product Manager}
"""
    fix = "Repair the file where it stops making sense, or save it as UTF-8 text."

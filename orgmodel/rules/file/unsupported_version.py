"""ORG013: a format that this program does not know."""

from __future__ import annotations

from orgmodel.findings import Severity
from orgmodel.rules.rule import FileRule


class UnsupportedVersion(FileRule):
    """Met while reading; the message says what, the place where."""

    code = "ORG013"
    name = "unsupported-version"
    severity = Severity.ERROR
    title = "The format is not known"
    why = "A newer format may give old words a new meaning, so what is read here may not be what is meant."
    bad = """\
orgmodel: 2  # [ORG013]
roles:
  pm: {title: Product Manager}
"""
    good = """\
orgmodel: 1
roles:
  pm: {title: Product Manager}
"""
    fix = "Write `orgmodel: 1`, or use a program that knows the format."

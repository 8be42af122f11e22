"""ORG004: a value that its key cannot take."""

from __future__ import annotations

from orgmodel.findings import Severity
from orgmodel.rules.rule import FileRule


class WrongValue(FileRule):
    """Met while reading; the message says what, the place where."""

    code = "ORG004"
    name = "wrong-value"
    severity = Severity.ERROR
    title = "A value does not fit its key"
    why = "The value is left out, so every answer that rests on it is wrong or missing."
    bad = """\
orgmodel: 1
positions:
  pm:
    title: Product Manager
    from: 1.1.2027  # [ORG004]
"""
    good = """\
orgmodel: 1
positions:
  pm:
    title: Product Manager
    from: 2026-01-01
"""
    fix = "Write the value in the form that the message asks for."

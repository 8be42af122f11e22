"""ORG005: an entry without a field that it needs."""

from __future__ import annotations

from orgmodel.findings import Severity
from orgmodel.rules.rule import FileRule


class MissingField(FileRule):
    """Met while reading; the message says what, the place where."""

    code = "ORG005"
    name = "missing-field"
    severity = Severity.ERROR
    title = "A field is missing"
    why = "Without it the entry says nothing that can be used, and it is left out."
    bad = """\
orgmodel: 1
roles:
  pm: {title: Product Manager}
activities:
  release: {assign: {A: pm, R: pm}}
assignments:
  - {activity: release, letter: I}  # [ORG005]
"""
    good = """\
orgmodel: 1
roles:
  pm: {title: Product Manager}
  dev: {title: Developer}
activities:
  release: {assign: {A: pm, R: pm}}
assignments:
  - {activity: release, role: dev, letter: I}
"""
    fix = "Add the field."

"""ORG007: an include that leads out of the model's folder."""

from __future__ import annotations

from orgmodel.findings import Severity
from orgmodel.rules.rule import FileRule


class IncludeLeavesFolder(FileRule):
    """Met while reading; the message says what, the place where."""

    code = "ORG007"
    name = "include-leaves-folder"
    severity = Severity.ERROR
    title = "An include leads out of the folder"
    why = "A model may come from a stranger; it must not reach for files that are none of its business."
    bad = """\
orgmodel: 1
include: ["../salaries.csv"]  # [ORG007]
roles:
  pm: {title: Product Manager}
"""
    good = """\
orgmodel: 1
roles:
  pm: {title: Product Manager}
"""
    fix = "Move the file below the folder of the model and include it from there."

"""ORG011: a table without a column that its include names."""

from __future__ import annotations

from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.rules.rule import Example, FileRule


class TableColumnMissing(FileRule):
    """Met while reading; the message says what, the place where."""

    code = "ORG011"
    name = "table-column-missing"
    severity = Severity.ERROR
    title = "A table lacks a column"
    why = "An export with a renamed column loses a whole kind of fact at once: every manager, or every name."
    bad: ClassVar[Example] = {
        "org.yaml": """\
orgmodel: 1
include:
  file: staff.csv
  as: positions
  columns:
    id: ID
    holder: Full Name  # [ORG011]
""",
        "staff.csv": """\
ID,Name
cpo,Ada Park
""",
    }
    good: ClassVar[Example] = {
        "org.yaml": """\
orgmodel: 1
include:
  file: staff.csv
  as: positions
  columns:
    id: ID
    holder: Name
""",
        "staff.csv": """\
ID,Name
cpo,Ada Park
""",
    }
    fix = "Name the column as the table does."

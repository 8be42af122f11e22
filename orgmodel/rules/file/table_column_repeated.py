"""ORG015: a heading that stands twice."""

from __future__ import annotations

from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.rules.rule import Example, FileRule


class TableColumnRepeated(FileRule):
    """Met while reading; the message says what, the place where."""

    code = "ORG015"
    name = "table-column-repeated"
    severity = Severity.WARNING
    title = "A table has one heading twice"
    why = "Only the first of the two columns counts; what stands in the other is not read."
    bad: ClassVar[Example] = {
        "org.yaml": """\
orgmodel: 1
include: staff.csv
""",
        "staff.csv": """\
id,holder,holder,grade # [ORG015]
cpo,Ada Park,Lou Park,7
""",
    }
    good: ClassVar[Example] = {
        "org.yaml": """\
orgmodel: 1
include: staff.csv
""",
        "staff.csv": """\
id,holder,email,grade
cpo,Ada Park,ada@northwind.example,7
""",
    }
    fix = "Give one of the two columns another heading."

"""ORG015: a heading that stands twice."""

from __future__ import annotations

from orgmodel.findings import Severity
from orgmodel.rules.rule import FileRule


class TableColumnRepeated(FileRule):
    """Met while reading; the message says what, the place where."""

    code = "ORG015"
    name = "table-column-repeated"
    severity = Severity.WARNING
    title = "A table has one heading twice"
    why = "Only the first of the two columns counts; what stands in the other is not read."
    bad = {
        "org.yaml": """\
orgmodel: 1
include: staff.csv
""",
        "staff.csv": """\
id,holder,holder # [ORG015]
cpo,Ada Park,Lou Park
""",
    }
    good = {
        "org.yaml": """\
orgmodel: 1
include: staff.csv
""",
        "staff.csv": """\
id,holder,deputy
cpo,Ada Park,cpo
""",
    }
    fix = "Give one of the two columns another heading."

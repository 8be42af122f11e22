"""ORG012: a record of a table that does not fit its headings."""

from __future__ import annotations

from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.rules.rule import Example, FileRule


class TableRowMalformed(FileRule):
    """Met while reading; the message says what, the place where."""

    code = "ORG012"
    name = "table-row-malformed"
    severity = Severity.ERROR
    title = "A record does not fit its table"
    why = "One comma too many moves every cell after it: the manager becomes the grade, and the grade the name."
    bad: ClassVar[Example] = {
        "org.yaml": """\
orgmodel: 1
include: staff.csv
""",
        "staff.csv": """\
id,holder,reports_to
cpo,Ada Park,
pm,Li Wei,cpo,London # [ORG012]
""",
    }
    good: ClassVar[Example] = {
        "org.yaml": """\
orgmodel: 1
include: staff.csv
""",
        "staff.csv": """\
id,holder,reports_to
cpo,Ada Park,
pm,Li Wei,cpo
""",
    }
    fix = "Put cells that hold the delimiter or a quote in double quotes."

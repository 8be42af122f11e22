"""ORG008: includes that lead back to where they began."""

from __future__ import annotations

from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.rules.rule import Example, FileRule


class IncludeLoop(FileRule):
    """Met while reading; the message says what, the place where."""

    code = "ORG008"
    name = "include-loop"
    severity = Severity.ERROR
    title = "Includes form a loop"
    why = "Each file waits for the other, and nobody can say which one comes first."
    bad: ClassVar[Example] = {
        "org.yaml": """\
orgmodel: 1
include: [roles.yaml]
""",
        "roles.yaml": """\
orgmodel: 1
include: [org.yaml]  # [ORG008]
roles:
  pm: {title: Product Manager}
""",
    }
    good: ClassVar[Example] = {
        "org.yaml": """\
orgmodel: 1
include: [roles.yaml]
""",
        "roles.yaml": """\
orgmodel: 1
roles:
  pm: {title: Product Manager}
""",
    }
    fix = "Let one file include the others, and those none."

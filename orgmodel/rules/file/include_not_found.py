"""ORG006: an include that is no file."""

from __future__ import annotations

from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.rules.rule import Example, FileRule


class IncludeNotFound(FileRule):
    """Met while reading; the message says what, the place where."""

    code = "ORG006"
    name = "include-not-found"
    severity = Severity.ERROR
    title = "An included file is not there"
    why = "A part of the organisation is missing, and whoever refers to it seems to refer to nothing."
    bad: ClassVar[Example] = """\
orgmodel: 1
include: [roles.yml]  # [ORG006]
"""
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
    fix = "Correct the name; it is looked up from the folder of the file that includes it."

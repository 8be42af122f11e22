"""ORG112: an include that adds nothing."""

from __future__ import annotations

from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.rules.rule import Example, FileRule


class IncludeWithoutEffect(FileRule):
    """One finding for each include: of a file that says nothing, or of a file that stands in the list twice."""

    code = "ORG112"
    name = "include-without-effect"
    severity = Severity.INFO
    title = "An include adds nothing"
    why = (
        "Somebody expects something from that file. When it is empty, its contents were lost or never written; "
        "when it stands twice, another file was probably meant."
    )
    bad: ClassVar[Example] = {
        "org.yaml": """\
orgmodel: 1
include: [seats.yaml]  # [ORG112]
roles: {pm: {title: Product Manager}}
""",
        "seats.yaml": """\
orgmodel: 1
positions:
""",
    }
    good: ClassVar[Example] = {
        "org.yaml": """\
orgmodel: 1
include: [seats.yaml]
roles: {pm: {title: Product Manager}}
""",
        "seats.yaml": """\
orgmodel: 1
positions:
  pm-1: {role: pm}
""",
    }
    fix = "Write what belongs into the file, or take it out of `include`."

"""ORG102: a reference leads to something that does not exist."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from orgmodel.findings import Severity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.file.unread import first_unread
from orgmodel.rules.identity.dangling import found, what, who_refers
from orgmodel.rules.identity.meant import Hints
from orgmodel.rules.identity.whole_column import found_column, whole_column
from orgmodel.rules.rule import Found, Rule, found_of


class UnknownReference(Rule):
    """One finding for each thing that is missing, however many refer to it; one for a column that is all lost."""

    code = "ORG102"
    name = "unknown-reference"
    severity = Severity.ERROR
    title = "A reference leads to nothing"
    why = (
        "Whoever refers to something that does not exist hangs in the air: "
        "a person without a manager, a task for a role that nobody has."
    )
    bad = """\
orgmodel: 1
roles:
  pm: {title: Product Manager}
  dev: {title: Developer}
activities:
  release:
    assign: {A: pm, R: devv}  # [ORG102]
"""
    good = """\
orgmodel: 1
roles:
  pm: {title: Product Manager}
  dev: {title: Developer}
activities:
  release:
    assign: {A: pm, R: dev}
"""
    fix = "Correct the id, or define what it names."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Find every target that does not exist under any spelling."""
        yield from map(found_of, context.faults.get(self.name, ()))
        hints = Hints(context.organization)
        unread = first_unread(context)
        column = whole_column(context, lambda missing: not (missing.by_case or missing.by_zeros))
        if column:
            fix = "Add the file in which they stand, or say with `columns` which column holds the ids."
            yield found_column(column, "do not exist", fix)
        for missing in context.references.missing:
            if missing.by_case or missing.by_zeros or (missing.kind, missing.name) in column:
                continue
            message = f"{what(missing)} does not exist; {who_refers(missing)}"
            if all(use.field == "waivers.for" for use in missing.uses):
                fix = "Remove the waiver, or name what it is for as `position:id`, `role:id` or `activity:id`."
                words = hints.hint(missing).words
                yield replace(found(missing, message + words), severity=Severity.WARNING, fix=fix)
            elif all(use.field.startswith("policy.") for use in missing.uses):
                hint = hints.hint(missing)
                yield replace(found(missing, message + hint.words), severity=Severity.WARNING, fix=hint.fix)
            elif unread is not None:
                cause = ((unread.place, "this was not read"),)
                yield found(missing, f"{message}; it may stand in a file that was not read", cause)
            else:
                hint = hints.hint(missing)
                yield replace(found(missing, message + hint.words), fix=hint.fix)

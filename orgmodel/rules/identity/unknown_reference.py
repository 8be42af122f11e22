"""ORG102: a reference leads to something that does not exist."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from orgmodel.findings import Severity
from orgmodel.graph.references import Missing
from orgmodel.library.shipped import builtin_schemes, scheme_aliases
from orgmodel.loading.nearest import Nearest
from orgmodel.model.organization import KINDS, SINGULAR, Organization
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.identity.dangling import found, what, who_refers
from orgmodel.rules.rule import Found, Rule, found_of

_MOST_HINTS = 1_000
_UNREAD = ("unreadable-file", "include-not-found", "include-leaves-folder")


class UnknownReference(Rule):
    """One finding for each thing that is missing, however many refer to it."""

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
        hints = _Hints(context.organization)
        unread = next((fault for name in _UNREAD for fault in context.faults.get(name, ())), None)
        for missing in context.references.missing:
            if missing.by_case or missing.by_zeros:
                continue
            message = f"{what(missing)} does not exist; {who_refers(missing)}"
            if all(use.field == "waivers.for" for use in missing.uses):
                fix = "Remove the waiver, or name what it is for as `position:id`, `role:id` or `activity:id`."
                yield replace(found(missing, message + hints.hint(missing)), severity=Severity.WARNING, fix=fix)
            elif unread is not None:
                cause = ((unread.place, "this was not read"),)
                yield found(missing, f"{message}; it may stand in a file that was not read", cause)
            else:
                yield found(missing, message + hints.hint(missing))


class _Hints:
    """What may have been meant, for as many missing things as are ever shown."""

    def __init__(self, organization: Organization) -> None:
        self.organization = organization
        self._nearest: dict[str, Nearest] = {}
        self._given = 0

    def hint(self, missing: Missing) -> str:
        """`; did you mean "pm"?`, or what else the name stands for; nothing where that is anybody's guess."""
        self._given += 1
        if self._given > _MOST_HINTS:
            return ""
        if missing.called:
            name, word = missing.called[0]
            whose = f"whose {word} this is"
            return f"; did you mean {SINGULAR[missing.kind]} {quoted(name)}, {whose}?"
        others = [kind for kind in KINDS if kind != missing.kind and missing.name in self.organization.section(kind)]
        if others:
            wanted = (
                f", not a {SINGULAR[missing.kind]}" if missing.kind in SINGULAR else ", and its kind is not written"
            )
            return f"; {quoted(missing.name)} is a {SINGULAR[others[0]]}{wanted}"
        near = self._of(missing.kind).find(missing.name)
        return f"; did you mean {quoted(near)}?" if near is not None else ""

    def _of(self, kind: str) -> Nearest:
        if kind not in self._nearest:
            schemes = (*self.organization.schemes, *builtin_schemes(), *scheme_aliases())
            known = schemes if kind == "schemes" else self.organization.section(kind) if kind else ()
            self._nearest[kind] = Nearest(known)
        return self._nearest[kind]

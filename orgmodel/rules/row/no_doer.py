"""A row that nobody does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.gaps import claimed_places, gap, said
from orgmodel.rules.row.phrases import entities
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, named


class NoDoer(Rule):
    """Letters are given, but none to somebody who does the work."""

    code: ClassVar[str] = "ORG403"
    name: ClassVar[str] = "no-doer"
    severity: ClassVar[Severity] = Severity.WARNING
    title: ClassVar[str] = "Nobody does it"
    why: ClassVar[str] = (
        "Somebody answers, others are asked and told, and the work is left lying. An owner who also does the work "
        "holds both letters. Where sources merely claim letters it is info if the scheme asks for no doer, or if none "
        "of them names an owner either, which `no-owner` tells."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {title: Product Manager}, dev: {title: Developer}}
activities:
  release:  # [ORG403]
    title: Release an increment
    assign: {A: pm, C: dev}
"""
    good: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {title: Product Manager}, dev: {title: Developer}}
activities:
  release:
    title: Release an increment
    assign: {A: pm, R: dev}
"""
    fix: ClassVar[str] = "Give the letter for doing it to a role; to the owner as well, if the owner does it."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Silent where the scheme has no such letter, and where nobody is assigned: other rules say that."""
        organization = context.organization
        for row in context.rows:
            if row.doers or row.is_left_open or not row.row.cells or not row.codes("doer"):
                continue
            shown = named(organization, "activities", row.name)
            if row.is_claimed:
                message = f"no source says who does {shown}: {said(organization, row)}"
                is_told = bool(row.codes("owner")) and not row.owners
                severity = Severity.WARNING if row.demands("doer") and not is_told else Severity.INFO
                yield Found(message, row.spot, entities(row), claimed_places(row)[:MOST_RELATED], severity=severity)
            else:
                found = gap(context, row, "doer")
                yield Found(f"nobody does {shown}: {found.reason}", found.at, entities(row), found.related)

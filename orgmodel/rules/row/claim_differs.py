"""A claim that says something else than the decision, or than a denial."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.graph.letters import Cell
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.judged import JudgedRow, parties
from orgmodel.rules.row.phrases import entities, holder_of, letter, letters, other_places, sources
from orgmodel.rules.rule import Found, Rule, later
from orgmodel.rules.wording import named


class ClaimDiffers(Rule):
    """One finding for each letter that sources claim or deny against what stands.

    Whoever has no part in a whole has none in its parts (`part_of`), so that a denial is held against these too.
    """

    code: ClassVar[str] = "ORG404"
    name: ClassVar[str] = "claim-differs"
    severity: ClassVar[Severity] = Severity.INFO
    title: ClassVar[str] = "A source says something else"
    why: ClassVar[str] = (
        "The decision stands, but somebody wrote or says otherwise. Whoever reads that source will act on it."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
roles: {director: {title: Director}, pm: {title: Product Manager}}
activities:
  vision: {title: Set the product vision, assign: {A: director, R: pm}}
assignments:
  - {activity: vision, role: pm, letter: A, source: career guide}  # [ORG404]
"""
    good: ClassVar[str] = """\
orgmodel: 1
roles: {director: {title: Director}, pm: {title: Product Manager}}
activities:
  vision: {title: Set the product vision, assign: {A: director, R: pm}}
assignments:
  - {activity: vision, role: pm, letter: R, source: career guide}
"""
    fix: ClassVar[str] = (
        "Change the decision, or tell the authors of the source; a claim settled for good may be deleted."
    )

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Claims beside a decision, then denials against whatever is judged, here and in the parts of the row."""
        parts = _parts_of_denied(context)
        for row in context.rows:
            if not row.row.claims and not row.row.denials:
                continue
            decided = parties(row.row.cells)
            for claim in row.row.claims:
                held = decided.get((claim.kind, claim.name), [])
                if claim.letter in row.letters and all(cell.letter != claim.letter for cell in held):
                    yield later(self._claimed, context, row, claim, held)
            for (kind, name), denials in parties(row.row.denials).items():
                if (kind, name) in decided:
                    yield self._denied(context, row, row, denials, decided[kind, name])
                for part in parts.get(row.name, ()):
                    in_part = parties(part.row.cells).get((kind, name))
                    if in_part:
                        yield self._denied(context, row, part, denials, in_part)

    def _claimed(self, context: RuleContext, row: JudgedRow, claim: Cell, held: list[Cell]) -> Found:
        organization = context.organization
        who = holder_of(organization, claim)
        what = letters(row, [cell.letter for cell in held]) if held else "no letter"
        gives = "gives" if len(claim.sources) == 1 else "give"
        message = (
            f"{sources(claim)} {gives} {letter(row.letters, claim.letter)} of "
            f"{named(organization, 'activities', row.name)} to {who}; decided is {what}"
        )
        related = other_places(held, "what is decided")
        return self._at(row, claim, message, related)

    def _denied(
        self, context: RuleContext, row: JudgedRow, part: JudgedRow, denials: list[Cell], held: list[Cell]
    ) -> Found:
        """A denial in a row against letters in a part of it, which may be the row itself."""
        organization = context.organization
        who = holder_of(organization, denials[0])
        what = letters(part, [cell.letter for cell in held])
        if part is not row:
            what += f" in its part {named(organization, 'activities', part.name)}"
        against = f"decided is {what}" if part.row.is_decided else f"{what} by {sources(held[0])}"
        message = (
            f"{sources(denials[0])} says that {who} has no part in "
            f"{named(organization, 'activities', row.name)}; {against}"
        )
        related = other_places(held, "what it contradicts") + other_places(denials[1:], "says so too")
        fix = (
            ""
            if part.row.is_decided
            else "Decide with `assign` in the activity, and tell the authors of the other source."
        )
        found = self._at(row, denials[0], message, related, fix)
        if part is row:
            return found
        concerned = (row.entity, part.entity, *found.entities[1:])
        return replace(found, entities=concerned, subject=f"{found.subject} {part.entity}")

    def _at(self, row: JudgedRow, cell: Cell, message: str, related: tuple, fix: str = "") -> Found:  # type: ignore[type-arg]
        subject = f"{row.entity} {cell.who} {quoted(cell.letter)}"
        return Found(message, cell.spot, entities(row, [cell]), related, fix=fix, subject=subject)


def _parts_of_denied(context: RuleContext) -> dict[str, list[JudgedRow]]:
    """Rows in which somebody is denied a part, to the rows that belong to them, over any number of steps."""
    denied = {row.name for row in context.rows if row.row.denials}
    found: dict[str, list[JudgedRow]] = {}
    if not denied:
        return found
    rows = {row.name: row for row in context.rows}
    for row in rows.values():
        passed = {row.name}
        whole = _whole(row)
        while whole in rows and whole not in passed:
            passed.add(whole)
            if whole in denied:
                found.setdefault(whole, []).append(row)
            whole = _whole(rows[whole])
    return found


def _whole(row: JudgedRow) -> str:
    return (row.activity.part_of or "").removeprefix("activity:")

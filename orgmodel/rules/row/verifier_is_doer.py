"""Somebody who is to check work and does it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.graph.letters import Cell
from orgmodel.model.activities import Letter
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.judged import JudgedRow, Party, parties
from orgmodel.rules.row.phrases import entity_of, letter, other_places, party, rows_named
from orgmodel.rules.row.schemes import rows_of_schemes
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED


class VerifierIsDoer(Rule):
    """One finding for each party, however many rows it concerns."""

    code: ClassVar[str] = "ORG428"
    name: ClassVar[str] = "verifier-is-doer"
    severity: ClassVar[Severity] = Severity.WARNING
    title: ClassVar[str] = "Who does it also checks it"
    why: ClassVar[str] = (
        "Nobody sees the own mistakes well. A check by whoever did the work looks like a second pair of eyes in the "
        "matrix, and is none. An owner who approves what others did is lawful."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
scheme: raci-vs
roles: {pm: {}, dev: {}, qa: {}}
activities:
  release: {title: Release an increment, assign: {A: pm, R: dev, V: dev, I: qa}}  # [ORG428]
"""
    good: ClassVar[str] = """\
orgmodel: 1
scheme: raci-vs
roles: {pm: {}, dev: {}, qa: {}}
activities:
  release: {title: Release an increment, assign: {A: pm, R: dev, V: qa}}
"""
    fix: ClassVar[str] = "Give the letter for checking to somebody else, or drop it and say that nobody checks."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Letters on paper only. A letter that owns and does in one, as in MOCHA, is an owner's letter here."""
        found: dict[Party, list[tuple[JudgedRow, Cell, Cell]]] = {}
        for row in rows_of_schemes(context, _have_checks):
            for who, cells in parties(row.row.cells).items():
                pair = _both(row, cells) if len(cells) > 1 else None
                if pair is not None:
                    found.setdefault(who, []).append((row, *pair))
        for (kind, name), uses in found.items():
            yield _found(context, kind, name, uses)


def _have_checks(letters: dict[str, Letter]) -> bool:
    return any("verifies" in letter.traits for letter in letters.values())


def _both(row: JudgedRow, cells: list[Cell]) -> tuple[Cell, Cell] | None:
    """A letter for checking, and one for doing that stands against it."""
    for check in cells:
        if "verifies" not in row.letters[check.letter].traits:
            continue
        for does in cells:
            traits = row.letters[does.letter].traits
            is_other = does.letter != check.letter and "doer" in traits and "owner" not in traits
            if is_other and (not check.is_claim or not set(check.sources).isdisjoint(does.sources)):
                return check, does
    return None


def _found(context: RuleContext, kind: str, name: str, uses: list[tuple[JudgedRow, Cell, Cell]]) -> Found:
    row, check, does = uses[0]
    rows = [row for row, _check, _does in uses]
    both = f"{letter(row.letters, does.letter)} and {letter(row.letters, check.letter)}"
    message = (
        f"{party(context.organization, kind, name)} does {rows_named(context.organization, rows)} and is to check "
        f"its own work: {both}"
    )
    further = other_places([does, *(other for _row, other, _does in uses[1:])], "the same party again")
    who = entity_of(check)
    ordered = (rows[0].entity, who) if len(rows) == 1 else (who, *(row.entity for row in rows))
    return Found(message, check.spot, ordered, further[:MOST_RELATED], subject=who)

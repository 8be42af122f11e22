"""A letter that the scheme of its row does not have."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.graph.letters import Cell
from orgmodel.loading.problems import closest
from orgmodel.model.activities import Letter
from orgmodel.reading.names import printable, quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.judged import JudgedRow
from orgmodel.rules.row.phrases import entities, holders, rows_named
from orgmodel.rules.row.phrases import letter as shown_letter
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, listed

_SHORT = 2


class UnknownLetter(Rule):
    """One finding for each unknown letter of a scheme, however many rows use it."""

    code: ClassVar[str] = "ORG410"
    name: ClassVar[str] = "unknown-letter"
    severity: ClassVar[Severity] = Severity.ERROR
    title: ClassVar[str] = "A letter is not in the scheme"
    why: ClassVar[str] = (
        "A letter without a meaning says nothing: whoever holds it may answer, may only be told, or neither."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {}, dev: {}}
activities:
  release:
    title: Release an increment
    assign:
      A: pm
      R: dev
      X: dev  # [ORG410]
"""
    good: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {}, dev: {}}
activities:
  release:
    title: Release an increment
    assign:
      A: pm
      R: dev
"""
    fix: ClassVar[str] = (
        "Use a letter of the scheme, name another scheme with `scheme:`, or add the letter to a scheme of your own."
    )

    def check(self, context: RuleContext) -> Iterator[Found]:
        """A scheme that does not exist is another rule's finding."""
        found: dict[tuple[str, str], list[tuple[JudgedRow, Cell]]] = {}
        for row in context.rows:
            for cell in row.row.unknown:
                scheme = context.organization.scheme_of(row.activity)
                found.setdefault((scheme, cell.letter), []).append((row, cell))
        for (scheme, written), uses in found.items():
            yield self._found(context, scheme, written, uses)

    def _found(self, context: RuleContext, scheme: str, written: str, uses: list[tuple[JudgedRow, Cell]]) -> Found:
        organization = context.organization
        row, cell = uses[0]
        rows = list({row.name: row for row, _cell in uses}.values())
        who = holders(organization, [cell for _row, cell in uses], 3)
        known = listed([shown_letter(row.letters, code) for code in row.letters], 12)
        where = f"{rows_named(organization, rows)}, for {who},"
        meant = _meant(written, row.letters)
        message = (
            f"letter {quoted(written)}{_code_points(written)} of {where} is not in scheme "
            f"{quoted(scheme)}, which has {known}"
        )
        if meant is not None:
            message += f"; did you mean {shown_letter(row.letters, meant)}?"
        spots = [spot for _row, cell in uses for spot in cell.spots]
        return Found(
            message,
            cell.spot,
            tuple(dict.fromkeys(name for row, cell in uses for name in entities(row, [cell]))),
            tuple((spot, f"{quoted(written)} again") for spot in spots[1 : MOST_RELATED + 1]),
            fix="" if meant is None else f"Write `{printable(meant)}`.",
            subject=f"{scheme} {written}",
        )


def _meant(written: str, letters: dict[str, Letter]) -> str | None:
    """A letter with a name like this one; single letters resemble everything."""
    if len(written) <= _SHORT:
        return None
    names = {letter.name: code for code, letter in letters.items() if letter.name}
    codes = names | {code: code for code in letters if len(code) > _SHORT}
    near = closest(written, codes)
    return codes[near] if near is not None else None


def _code_points(written: str) -> str:
    """What a letter is that only looks like one of the alphabet."""
    if written.isascii() or len(written) > _SHORT:
        return ""
    names = (f"U+{ord(char):04X} {unicodedata.name(char, '').lower()}".strip() for char in written)
    return f" ({', '.join(names)})"

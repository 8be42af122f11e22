"""A letter that fewer have than its scheme asks for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.model.activities import Letter
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.gaps import gap_of_letters
from orgmodel.rules.row.judged import JudgedRow
from orgmodel.rules.row.phrases import entities, holders, letter, rows_named
from orgmodel.rules.row.schemes import rows_of_schemes
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED


class LetterBelowMinimum(Rule):
    """One finding for each row and letter; one for all rows, if no row of the scheme uses the letter."""

    code: ClassVar[str] = "ORG422"
    name: ClassVar[str] = "letter-below-minimum"
    severity: ClassVar[Severity] = Severity.WARNING
    title: ClassVar[str] = "A letter that the scheme asks for is missing"
    why: ClassVar[str] = (
        "A scheme asks for a letter because work stops without it: a decision that nobody is to perform stays on "
        "paper. That nobody owns a row (`no-owner`) or does it at all (`no-doer`) is told by those rules."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
scheme: rapid
roles: {chief: {}, pm: {}, ops: {}}
activities:
  pricing: {title: Choose the price model, assign: {D: chief, R: pm, I: ops}}  # [ORG422]
"""
    good: ClassVar[str] = """\
orgmodel: 1
scheme: rapid
roles: {chief: {}, pm: {}, ops: {}}
activities:
  pricing: {title: Choose the price model, assign: {D: chief, R: pm, P: ops}}
"""
    fix: ClassVar[str] = "Give the letter to a role, or choose a scheme for this row that does not ask for it."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Silent where nobody is assigned, and where the row says why nobody owns it."""
        scheme_of = context.organization.scheme_of
        lacking: dict[tuple[str, str], list[JudgedRow]] = {}
        for row in rows_of_schemes(context, _may_lack):
            for code in _lacking(row):
                lacking.setdefault((scheme_of(row.activity), code), []).append(row)
        rows_with_letters = context.rows if lacking else ()
        used = {(scheme_of(row.activity), cell.letter) for row in rows_with_letters for cell in row.row.cells}
        for (scheme, code), rows in lacking.items():
            if len(rows) > 1 and (scheme, code) not in used:
                yield _never_used(context, scheme, code, rows)
                continue
            for row in rows:
                yield _found(context, scheme, code, row)


def _may_lack(letters: dict[str, Letter]) -> bool:
    """Whether a row may have an owner and a doer, and too few with some letter all the same."""
    sole = {_sole(letters, "owner"), _sole(letters, "doer")}
    return any(letter.min and (letter.min > 1 or code not in sole) for code, letter in letters.items())


def _sole(letters: dict[str, Letter], trait: str) -> str | None:
    codes = [code for code, letter in letters.items() if trait in letter.traits]
    return codes[0] if len(codes) == 1 else None


def _lacking(row: JudgedRow) -> Iterator[str]:
    if row.is_left_open or not row.row.cells:
        return
    held = [cell.letter for cell in row.row.cells]
    for code, entry in row.letters.items():
        if not entry.min or held.count(code) >= entry.min:
            continue
        if ("owner" not in entry.traits or row.owners) and ("doer" not in entry.traits or row.doers):
            yield code


def _found(context: RuleContext, scheme: str, code: str, row: JudgedRow) -> Found:
    shown, wanted = rows_named(context.organization, [row]), letter(row.letters, code)
    least = row.letters[code].min
    held = [cell for cell in row.row.cells if cell.letter == code]
    subject = f"{row.entity} {code}"
    if held:
        who = holders(context.organization, held)
        message = f"{shown} has {len(held)} with {wanted}, scheme {quoted(scheme)} asks for {least}: {who}"
        return Found(message, held[0].spot, entities(row, held), subject=subject)
    found = gap_of_letters(context, row, [code])
    detail = f": {found.reason}" if found.at != row.spot or found.related else ""
    asks = f"scheme {quoted(scheme)} asks for {'it' if least == 1 else f'{least}'}"
    if row.is_claimed:
        message = f"no source gives {wanted} of {shown} to anybody, and {asks}{detail}"
    else:
        message = f"nobody has {wanted} in {shown}, and {asks}{detail}"
    return Found(message, found.at, entities(row), found.related, subject=subject)


def _never_used(context: RuleContext, scheme: str, code: str, rows: list[JudgedRow]) -> Found:
    wanted = letter(rows[0].letters, code)
    message = (
        f"nobody has {wanted} in any of {rows_named(context.organization, rows)}, and scheme {quoted(scheme)} "
        f"asks for it: the letter is never used"
    )
    others = tuple((row.spot, "nor here") for row in rows[1 : MOST_RELATED + 1])
    return Found(message, rows[0].spot, tuple(row.entity for row in rows), others, subject=f"{scheme} {code}")

"""A part whose owner is out of reach of whoever owns the whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.judged import JudgedRow, Party
from orgmodel.rules.row.phrases import entity_of, holder_of
from orgmodel.rules.row.standing import Standing
from orgmodel.rules.rule import Found, Rule, later
from orgmodel.rules.wording import MOST_RELATED, listed, named

_MOST_PARTS = 3


class PartOwnerDiffers(Rule):
    """One finding for each whole: its owner has no letter in the part, and the part's owner does not stand below."""

    code: ClassVar[str] = "ORG424"
    name: ClassVar[str] = "part-owner-differs"
    severity: ClassVar[Severity] = Severity.INFO
    title: ClassVar[str] = "Whoever owns the whole has no hold on a part"
    why: ClassVar[str] = (
        "Who answers for the whole answers for its parts. A part may be given away, to somebody below or with a letter "
        "kept in it; without either its owner may fail the whole, and nobody hears of it in time."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {title: Product Manager}, marketer: {title: Product Marketer}}
activities:
  launch: {title: Launch the product, assign: {A: pm, R: marketer}}
  campaign:
    part_of: launch  # [ORG424]
    assign: {A: marketer, R: marketer}
"""
    good: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {title: Product Manager}, marketer: {title: Product Marketer}}
activities:
  launch: {title: Launch the product, assign: {A: pm, R: marketer}}
  campaign:
    part_of: launch
    assign: {A: marketer, R: marketer, C: pm}
"""
    fix: ClassVar[str] = "Give the owner of the whole a letter in the part, or make one of them own both."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Rows with one owner on paper each; rows that sources merely claim decide nothing."""
        written = [(row, row.activity.part_of) for row in context.rows if row.activity.part_of is not None]
        rows = {row.name: row for row in context.rows if row.owners} if written else {}
        standing = Standing(context)
        parts: dict[str, list[JudgedRow]] = {}
        for row, part_of in written:
            whole = rows.get(part_of.removeprefix("activity:"))
            if whole is not None and whole is not row and _is_loose(standing, row, whole):
                parts.setdefault(whole.name, []).append(row)
        for name, loose in parts.items():
            yield later(_found, context, standing, rows[name], loose)


def _sole_owner(row: JudgedRow) -> Party | None:
    return row.owning[0] if len(row.owning) == 1 and not row.is_claimed else None


def _is_loose(standing: Standing, part: JudgedRow, whole: JudgedRow) -> bool:
    owner, above = _sole_owner(part), _sole_owner(whole)
    if owner is None or above is None or owner == above:
        return False
    if above in [(cell.kind, cell.name) for cell in part.row.cells]:
        return False
    return standing.is_below(owner, above) is not True


def _found(context: RuleContext, standing: Standing, whole: JudgedRow, parts: list[JudgedRow]) -> Found:
    organization = context.organization
    above = whole.owners[0]
    owners = [part.owners[0] for part in parts]
    shown = [
        f"{quoted(part.name)} (owned by {holder_of(organization, owner)})"
        for part, owner in zip(parts, owners, strict=True)
    ]
    in_parts = "its part" if len(parts) == 1 else f"{len(parts):,} parts of it:"
    message = (
        f"{holder_of(organization, above)} owns {named(organization, 'activities', whole.name)} and has no letter in "
        f"{in_parts} {listed(shown, _MOST_PARTS)}"
    )
    if all(standing.is_below((owner.kind, owner.name), (above.kind, above.name)) is False for owner in owners):
        message += f", who {'does' if len(parts) == 1 else 'do'} not report up to it"
    concerned = (*(part.entity for part in parts), whole.entity, *map(entity_of, (above, *owners)))
    return Found(
        message,
        _spot(parts[0]),
        tuple(dict.fromkeys(concerned)),
        tuple((_spot(part), "a part of it too") for part in parts[1 : MOST_RELATED + 1]),
        subject=whole.entity,
    )


def _spot(part: JudgedRow) -> Spot:
    return Spot("activities", part.name, ("part_of",))

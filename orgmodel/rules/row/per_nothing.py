"""A row that is to exist once for each of something of which there is nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from orgmodel.findings import Severity
from orgmodel.loading.problems import suggestion
from orgmodel.model.organization import Spot
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.absent_seats import kept_apart
from orgmodel.rules.row.judged import JudgedRow
from orgmodel.rules.row.phrases import rows_named
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, listed, named

_ROLE = "role:"


class PerNothing(Rule):
    """One finding for each `per`, however many rows name it."""

    code: ClassVar[str] = "ORG417"
    name: ClassVar[str] = "per-nothing"
    severity: ClassVar[Severity] = Severity.WARNING
    title: ClassVar[str] = "A row is per nothing"
    why: ClassVar[str] = (
        "The row was meant to exist in many places and exists in none, so nobody answers for it anywhere."
    )
    bad: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {title: Product Manager}}
units: {payments: {kind: team}, fraud: {kind: team}}
activities:
  backlog:
    title: Rank the backlog
    per: taem  # [ORG417]
    assign: {A: pm, R: pm}
"""
    good: ClassVar[str] = """\
orgmodel: 1
roles: {pm: {title: Product Manager}}
units: {payments: {kind: team}, fraud: {kind: team}}
activities:
  backlog:
    title: Rank the backlog
    per: team
    assign: {A: pm, R: pm}
"""
    fix: ClassVar[str] = "Name a kind that units have, or `role:` with a role that has seats."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Silent about kinds while there are no units, and about seats while there are none."""
        rows: dict[str, list[JudgedRow]] = {}
        for row in context.rows:
            if row.activity.per is not None:
                rows.setdefault(row.activity.per, []).append(row)
        for per, written in rows.items():
            named_by, message = written, _units(context, per)
            if per.startswith(_ROLE):
                role = per.removeprefix(_ROLE)
                named_by = [row for row in written if _has_no_seat(context, row, role)]
                message = _no_seats(context, role) if named_by else None
            if message is None:
                continue
            is_are = "is" if len(named_by) == 1 else "are"
            yield Found(
                f"{rows_named(context.organization, named_by)} {is_are} per {quoted(per)}, but {message}",
                _spot(named_by[0]),
                tuple(row.entity for row in named_by),
                tuple((_spot(row), "here too") for row in named_by[1 : MOST_RELATED + 1]),
                fix=_better(context, per),
                subject=per,
            )


def _spot(row: JudgedRow) -> Spot:
    return Spot("activities", row.name, ("per",))


def _has_no_seat(context: RuleContext, row: JudgedRow, role: str) -> bool:
    """Whether a role has no seat in a row; a role that does not exist is another rule's finding."""
    organization = context.organization
    if not organization.positions or role not in organization.roles:
        return False
    return not context.resolver.meant_in(row.name).of_role(role)


def _no_seats(context: RuleContext, role: str) -> str:
    return f"{named(context.organization, 'roles', role)} has no seat in force{kept_apart(context, role)}"


def _units(context: RuleContext, per: str) -> str | None:
    units = context.organization.units
    if not units:
        return None
    if any(unit.kind == per and unit.in_force(context.day) for unit in units.values()):
        return None
    kinds = list(dict.fromkeys(unit.kind for unit in units.values() if unit.kind is not None))
    if per in kinds:
        return f"no unit of that kind is in force on {context.day.isoformat()}"
    known = f"kinds are {listed([quoted(kind) for kind in kinds], 8)}" if kinds else "no unit has a kind"
    return f"no unit has that kind{suggestion(per, kinds) or f'; {known}'}"


def _better(context: RuleContext, per: str) -> str:
    organization = context.organization
    if per in organization.roles:
        return f"Write `per: role:{per}`: the row then exists for every seat of that role."
    if per in organization.units and organization.units[per].kind is not None:
        return f'Name the kind of the unit "{per}", not its id; a row for one unit alone needs no `per`.'
    return ""

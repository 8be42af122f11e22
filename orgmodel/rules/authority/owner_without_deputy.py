"""ORG612: an owner for whom nobody stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, KeysView

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.reading.names import quoted
from orgmodel.rules.authority.matters import Hit, Matter
from orgmodel.rules.authority.parts import Bond
from orgmodel.rules.authority.phrases import party_named
from orgmodel.rules.authority.standing import Standing
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.judged import Party
from orgmodel.rules.row.phrases import rows_named
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, counted, described, listed


class OwnerWithoutDeputy(Rule):
    """One finding for each role with the seats of it that own rows and name no deputy, or for a seat without a role."""

    code = "ORG612"
    name = "owner-without-deputy"
    severity = Severity.INFO
    title = "Nobody stands in for an owner"
    why = (
        "Owners fall ill and go on leave. Where others have a deputy and this one has none, decisions wait, or "
        "somebody takes them without the right to."
    )
    bad = """\
orgmodel: 1
roles: {cpo: {title: Chief Product Officer}, director: {title: Director}}
positions:
  cpo-1: {role: cpo, holder: Ada Park, deputy: director-1}
  director-1: {role: director, reports_to: cpo-1, holder: Sam Ortiz}  # [ORG612]
activities:
  roadmap: {title: Keep the roadmap, assign: {A: director, R: director}}
"""
    good = """\
orgmodel: 1
roles: {cpo: {title: Chief Product Officer}, director: {title: Director}}
positions:
  cpo-1: {role: cpo, holder: Ada Park, deputy: director-1}
  director-1: {role: director, reports_to: cpo-1, holder: Sam Ortiz, deputy: cpo-1}
activities:
  roadmap: {title: Keep the roadmap, assign: {A: director, R: director}}
"""
    fix = "Name a `deputy` for the position: another position, role or person."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Silent while no position names a deputy; seats that are vacant or shared are passed over."""
        if not context.rare_fields["deputy"]:
            return
        found: dict[Party, Matter] = {}
        seats: dict[Party, dict[str, None]] = {}
        known: dict[Standing, dict[Party, list[str]]] = {}
        named = context.rare_fields["deputy"].keys()
        for bond in context.bonds.all:
            if _have_deputies(context, bond, named):
                continue
            for part in bond.owners:
                alone = known.get(part.line)
                if alone is None:
                    alone = known[part.line] = _alone(context, part.seats)
                    for cause, names in alone.items():
                        if cause not in found:
                            found[cause], seats[cause] = Matter(part.party), {}
                        seats[cause].update(dict.fromkeys(names))
                for cause in alone:
                    found[cause].add(Hit(bond, part, ()))
        for cause, matter in found.items():
            yield _found(context, matter, cause, list(seats[cause]))


def _have_deputies(context: RuleContext, bond: Bond, named: KeysView[str]) -> bool:
    """Whether all owners are single seats that name a deputy."""
    ids = context.bonds.ground.ids
    return bond.owning.is_few and named >= {ids[member] for member in bond.owning}


def _alone(context: RuleContext, seats: Iterable[str]) -> dict[Party, list[str]]:
    """Those of the seats that one person holds and that name no deputy, by role."""
    positions = context.organization.positions
    found: dict[Party, list[str]] = {}
    for name in seats:
        seat = positions[name]
        if seat.deputy is None and seat.seats == 1 and _is_held_by_one(context, name):
            cause = ("position", name) if seat.role is None else ("role", seat.role)
            found.setdefault(cause, []).append(name)
    return found


def _is_held_by_one(context: RuleContext, seat: str) -> bool:
    if seat in context.resolver.sole:
        return True
    state = context.resolver.holders.state(seat)
    return not state.is_vacant and len(state.holdings) < 2


def _found(context: RuleContext, matter: Matter, cause: Party, seats: list[str]) -> Found:
    organization = context.organization
    rows = rows_named(organization, matter.stake().rows)
    if len(seats) == 1:
        message = f"{described(organization, 'positions', seats[0])} owns {rows} and names no deputy"
    else:
        names = listed([quoted(seat) for seat in seats])
        message = (
            f"{counted(len(seats), 'position')} of {party_named(context, cause)} own {rows} and name no deputy: {names}"
        )
    related = [(Spot("positions", seat), "no deputy either") for seat in seats[1 : MOST_RELATED + 1]]
    owned = (matter.letter(), "owned")
    entities = tuple(dict.fromkeys((*(entity("positions", seat) for seat in seats), *matter.stake().entities())))
    return Found(message, Spot("positions", seats[0]), entities, (*related, owned), subject=":".join(cause))

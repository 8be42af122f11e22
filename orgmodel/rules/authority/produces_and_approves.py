"""ORG610: one person who does the work and passes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from orgmodel.findings import Severity
from orgmodel.model.organization import entity
from orgmodel.reading.names import quoted
from orgmodel.rules.authority.matters import Hit, Matter
from orgmodel.rules.authority.parts import Bond, Part, cell_spot
from orgmodel.rules.authority.phrases import cut, it_or_them, party_named, person_named, rows_told
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule

_MOST_ENTITIES = 500
_VERBS = {"verifies": ("checks", "check"), "vetoes": ("can veto", "can veto"), "owner": ("answers for", "answer for")}


@dataclass(slots=True)
class _Case(Matter):
    """The people who do the work as one party and pass it as another; none where a model names no people."""

    trait: str = ""
    is_sole: bool = True
    people: dict[str, None] = field(default_factory=dict)
    last: tuple[str, ...] = ()


class ProducesAndApproves(Rule):
    """One finding for each pair of letters. Who owns and does a row never counts, unless it says `separate`.

    Info where others could check what somebody did, as peers do for each other.
    """

    code = "ORG610"
    name = "produces-and-approves"
    severity = Severity.WARNING
    title = "One person does the work and passes it"
    why = (
        "A check is worth something because somebody else makes it. When both letters lead to one person, be it from "
        "two positions, the second pair of eyes is missing though the matrix shows it."
    )
    bad = """\
orgmodel: 1
scheme: raciq
roles: {po: {}, dev: {}, qa: {}}
positions:
  po-1: {role: po, holder: Ada Park}
  dev-1: {role: dev, reports_to: po-1, holder: Li Wei}
  qa-1: {role: qa, reports_to: po-1, holder: Li Wei}
activities:
  release: {title: Release an increment, assign: {A: po, R: dev, Q: qa}}  # [ORG610]
"""
    good = """\
orgmodel: 1
scheme: raciq
roles: {po: {}, dev: {}, qa: {}}
positions:
  po-1: {role: po, holder: Ada Park}
  dev-1: {role: dev, reports_to: po-1, holder: Li Wei}
  qa-1: {role: qa, reports_to: po-1, holder: Ana Reis}
activities:
  release: {title: Release an increment, assign: {A: po, R: dev, Q: qa}}
"""
    fix = "Give the check to somebody else, or one of the two positions to another person."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """By person after resolution; in a model without seats by role."""
        found: dict[tuple[object, ...], _Case] = {}
        for bond in context.bonds.all:
            for trait, doer, other, people, is_sole in _same_hands(context, bond):
                key = (doer.party, other.party, trait, is_sole)
                case = found.setdefault(key, _Case(doer.party, {other.party: None}, trait=trait, is_sole=is_sole))
                rows = [row for row in bond.rows if row.activity.separate] if trait == "owner" else bond.rows
                case.add(Hit(replace(bond, rows=rows), doer, (other,)))
                if people is not case.last:
                    case.people.update(dict.fromkeys(people))
                    case.last = people
        for case in found.values():
            yield _found(context, case)


def _same_hands(context: RuleContext, bond: Bond) -> Iterator[tuple[str, Part, Part, tuple[str, ...], bool]]:
    """What is done beside the work, as whom each, by which people, and whether nobody else could pass it."""
    asks = True in [row.activity.separate for row in bond.rows]
    if not asks and bond.shape.traits.isdisjoint(("verifies", "vetoes")):
        return
    for doer in bond.doers:
        for other in bond.parts:
            trait = _trait(other, asks=asks)
            if trait is None or (trait == "verifies" and _is_told_on_paper(doer, other)):
                continue
            if doer.party == other.party and trait == "verifies" and "owner" not in doer.traits:
                continue  # the letters say so themselves: a finding about the row
            if context.bonds.ground.kind == "roles":
                if doer.party == other.party:
                    yield trait, doer, other, (), trait == "owner" or not _has_other_parties(bond, trait, doer)
            elif people := context.bonds.common(doer, other):
                yield trait, doer, other, people, trait == "owner" or not _has_other_eyes(bond, trait, people)


def _is_told_on_paper(doer: Part, other: Part) -> bool:
    """Whether one party has both letters in the matrix already, which `verifier-is-doer` tells."""
    return doer.party == other.party and "owner" not in doer.traits


def _trait(part: Part, *, asks: bool) -> str | None:
    if asks and "owner" in part.traits:
        return "owner"
    if "doer" in part.traits:
        return None
    return next((trait for trait in ("verifies", "vetoes") if trait in part.traits), None)


def _has_other_parties(bond: Bond, trait: str, doer: Part) -> bool:
    """Whether somebody else on paper has a letter of that kind."""
    return any(part.party != doer.party for part in _passing(bond, trait))


def _passing(bond: Bond, trait: str) -> list[Part]:
    return [part for part in bond.parts if trait in part.traits and "doer" not in part.traits]


def _has_other_eyes(bond: Bond, trait: str, people: tuple[str, ...]) -> bool:
    """Whether for each of these somebody else has a letter of that kind, known by name or not."""
    passing = _passing(bond, trait)
    if any(part.is_unit or part.resolved.is_external or part.resolved.undisclosed for part in passing):
        return True
    others = frozenset().union(*(part.people for part in passing))
    return all(len(others - {person}) > 0 for person in people)


def _found(context: RuleContext, case: _Case) -> Found:
    doer, other = (party_named(context, party) for party in (case.first, *case.others))
    is_one = len(case.people) < 2
    verb = _VERBS[case.trait][not is_one]
    seats = _seats(context, case)
    if case.people:
        who = cut(case.people, lambda person: person_named(context, person))
        where = f": position{'s' if len(seats) > 1 else ''} {cut(seats, quoted)}"
        as_doer, as_other = (f" as {doer}", f" as {other}") if doer != other else ("", "")
    else:
        who, where, as_doer, as_other = doer, "", "", ""
    does = "does" if is_one else "do"
    message = f"{who} {does} {rows_told(context, case)}{as_doer} and {verb} {it_or_them(case)}{as_other}{where}"
    if case.trait == "owner":
        message += f"; {'the row asks' if len(case.stake().rows) == 1 else 'they ask'} for separate hands"
    else:
        message += "; nobody else does" if case.is_sole else "; others could"
    involved = [entity("people", person.partition("\0")[0]) for person in islice(case.people, _MOST_ENTITIES)]
    involved += [entity("positions", seat) for seat in islice(seats, _MOST_ENTITIES)]
    return Found(
        message,
        cell_spot(case.row, case.hit.others[0]),
        case.entities(context.bonds.ground, involved),
        ((case.letter(), "does the work"), *case.letters("", "the same")[1:]),
        severity=None if case.is_sole else Severity.INFO,
        subject=f"{case.subject()} {case.trait}",
    )


def _seats(context: RuleContext, case: _Case) -> dict[str, None]:
    """The positions from which these people do the one and the other."""
    parts = {id(part.resolved): part for hit in case.hits for part in (hit.first, *hit.others)}
    held = (holding for part in parts.values() for holding in context.resolver.holdings(part.resolved))
    return dict.fromkeys(holding.seat for holding in held if holding.person in case.people)

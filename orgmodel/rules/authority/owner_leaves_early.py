"""ORG607: an owner whose end comes before that of the work."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import entity
from orgmodel.reading.names import quoted
from orgmodel.rules.authority.endings import Ending, Endings, is_followed
from orgmodel.rules.authority.phrases import person_named
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.answers import Answer, Stake
from orgmodel.rules.row.judged import JudgedRow
from orgmodel.rules.row.stake_phrases import letter_spot, stake_entities, stake_party, stake_places, stake_rows
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import named


class OwnerLeavesEarly(Rule):
    """One finding for each thing that ends: a holder's time, a position, or a letter of one row.

    A warning where the work has an end of its own; info where it goes on without one, and where the seat
    has a deputy.
    """

    code = "ORG607"
    name = "owner-leaves-early"
    severity = Severity.WARNING
    title = "The owner leaves before the work is done"
    why = (
        "The day is known on which nobody answers any more, and nobody is named to follow: work handed over late is "
        "mostly not handed over at all."
    )
    bad = """\
orgmodel: 1
roles: {pm: {title: Product Manager}}
positions:
  pm-1: {role: pm, holders: {person: Li Wei, until: 2027-03-31}}
activities:
  migration: {title: Move the data, until: 2027-06-30, assign: {A: pm, R: pm}}  # [ORG607]
"""
    good = """\
orgmodel: 1
roles: {pm: {title: Product Manager}}
positions:
  pm-1: {role: pm, holders: [{person: Li Wei, until: 2027-03-31}, {person: Ana Reis, from: 2027-04-01}]}
activities:
  migration: {title: Move the data, until: 2027-06-30, assign: {A: pm, R: pm}}
"""
    fix = "Name who follows: another holder, or another owner of the row with `from`; or correct the day."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Silent about rows that are only claimed, and about owners who are not there today."""
        found: dict[Hashable, tuple[Ending, Stake]] = {}
        for row, answer, ending in _endings(context):
            cause = row.name if ending.what == "letter" else ending.seat
            owner = row.owning[0]
            key = (owner, ending.what, cause, ending.day, row.activity.until is not None)
            stake = found.setdefault(key, (ending, Stake(*owner, answer.resolved)))[1]
            stake.held.append((row, answer.places))
        for ending, stake in found.values():
            yield _found(context, ending, stake)


def _endings(context: RuleContext) -> Iterator[tuple[JudgedRow, Answer, Ending]]:
    endings = Endings(context)
    for row in context.answers.rows:
        if len(row.owning) != 1 or row.is_claimed:
            continue
        party = row.owning[0]
        own = endings.of_letter(row) if endings.letters_end else None
        if own is None and not endings.may_end(party):
            continue
        for answer in context.answers.of(row, party, "owner"):
            ending = endings.of(answer.resolved)
            if own is not None and (ending is None or own.day <= ending.day):
                ending = own
            if ending is not None and _is_early(row, ending):
                yield row, answer, ending


def _is_early(row: JudgedRow, ending: Ending) -> bool:
    until = row.activity.until
    if until is not None and until <= ending.day:
        return False
    return not is_followed(row, ending.day)


def _found(context: RuleContext, ending: Ending, stake: Stake) -> Found:
    untils = {row.activity.until for row in stake.rows}
    until = next(iter(untils)) if len(untils) == 1 else None
    is_open = untils == {None}
    goes = "goes" if len(stake.rows) == 1 else "go"
    on = f"{goes} on {'without an end' if is_open else f'until {until.isoformat()}' if until else 'longer'}"
    shown = stake_rows(context, stake)
    if ending.what == "letter":
        message = f"{stake_party(context, stake)} owns {shown} until {ending.day.isoformat()}, and it {on}"
    else:
        message = f"{_end(context, ending)}, and {shown}, owned by {stake_party(context, stake)}, {on}"
    deputy = _deputy(context, ending, stake)
    cause = ending.seat or stake.rows[0].name
    related = ((ending.spot, "the last day"), *stake_places(stake, "owner"))
    return Found(
        f"{message}, with {f'nobody but the deputy {quoted(deputy)}' if deputy else 'nobody named'} to follow",
        letter_spot(stake, stake.rows[0], "owner"),
        tuple(dict.fromkeys((*stake_entities(stake), *([entity("positions", ending.seat)] if ending.seat else ())))),
        related,
        severity=Severity.INFO if is_open or deputy else None,
        subject=f"{stake.kind}:{stake.name} {ending.what} {cause}{' on' if is_open else ''}",
    )


def _deputy(context: RuleContext, ending: Ending, stake: Stake) -> str:
    """Who stands in for the seat once its holder has left: somebody else."""
    if ending.what != "holder" or stake.kind == "person":
        return ""
    stand_in = context.resolver.holders.stand_in(ending.seat)
    return stand_in.deputy if stand_in is not None and set(stand_in.people) - {ending.person} else ""


def _end(context: RuleContext, ending: Ending) -> str:
    seat = named(context.organization, "positions", ending.seat)
    if ending.what == "position":
        return f"position {seat} ends on {ending.day.isoformat()}"
    if not ending.person:
        return f"the holder of {quoted(ending.seat)} leaves on {ending.day.isoformat()}"
    return f"{person_named(context, ending.person)} holds {quoted(ending.seat)} until {ending.day.isoformat()}"

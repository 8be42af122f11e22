"""From a question to its answer: what the name means, and who knows about it."""

from __future__ import annotations

from datetime import date

from orgmodel.analysis.who import RowAnswers
from orgmodel.analysis.who_cast import Cast
from orgmodel.analysis.who_leaves import LeaveAnswers
from orgmodel.analysis.who_names import Hit, NameReader, exact_forms
from orgmodel.analysis.who_party import PartyAnswers
from orgmodel.analysis.who_records import Answer, Choices, Thing
from orgmodel.errors import UsageError
from orgmodel.graph.resolution import Resolver
from orgmodel.model.organization import Organization
from orgmodel.reading.names import printable

_LEAVING = ("person", "position")
_MOST_FORMS = 5


def ask(
    organization: Organization, day: date, name: str | None = None, *, unit: str | None = None, leaves: bool = False
) -> Answer:
    """The answer about a name; without one, who answers for what. Raises UsageError for what nobody is called."""
    cast = Cast(organization, Resolver(organization, day))
    names = NameReader(cast)
    only_for = _unit(names, unit) if unit is not None else None
    if name is None:
        if leaves:
            raise UsageError("--leaves wants the name of a person or a seat")
        return RowAnswers(cast).overview(only_for)
    if leaves and only_for is not None:
        raise UsageError("--leaves and --unit do not go together: a person leaves everywhere at once")
    kinds = _LEAVING if leaves else ("activity",) if only_for is not None else ()
    hits = names.hits(name, kinds)
    if not hits:
        raise UsageError(_unknown(names, name, kinds))
    if len(hits) > 1:
        return Choices(name, tuple(exact_forms(hits)))
    return _leaves(cast, hits[0]) if leaves else _answer(cast, hits[0], only_for)


def _unit(names: NameReader, asked: str) -> str:
    hits = names.hits(asked, ("unit",))
    if not hits:
        raise UsageError(f'there is no unit "{printable(asked)}"{_near(names.near(asked, ("unit",)))}')
    if len(hits) > 1:
        raise UsageError(f'"{printable(asked)}" may be several units: {_listed([hit.thing for hit in hits])}')
    return hits[0].thing.id


def _unknown(names: NameReader, asked: str, kinds: tuple[str, ...]) -> str:
    others = names.hits(asked) if kinds else []
    if others:
        found = others[0].thing
        wants = "--leaves wants a person or a seat" if kinds == _LEAVING else "--unit wants an activity"
        seats: list[Thing] = []
        if found.kind == "role" and kinds == _LEAVING:
            seats = [names.cast.position(seat) for seat in names.cast.resolver.seating.of_role(found.id)]
        more = f"; its seats: {_listed(seats)}" if seats else ""
        return f'{wants}, and "{printable(asked)}" is {_a(found.kind)}{more}'
    return f'nothing is called "{printable(asked)}"{_near(names.near(asked, kinds))}'


def _a(kind: str) -> str:
    return f"an {kind}" if kind == "activity" else f"a {kind}"


def _near(things: list[Thing]) -> str:
    if not things:
        return ""
    told = (
        printable(thing.exactly) + (f' "{printable(thing.title)}"' if thing.title != thing.id else "")
        for thing in things
    )
    return f"; did you mean {' or '.join(told)}?"


def _listed(things: list[Thing]) -> str:
    told = ", ".join(printable(thing.exactly) for thing in things[:_MOST_FORMS])
    more = len(things) - _MOST_FORMS
    return f"{told} and {more:,} more" if more > 0 else told


def _answer(cast: Cast, hit: Hit, only_for: str | None) -> Answer:
    if hit.thing.kind == "activity":
        return RowAnswers(cast).activity(hit.key, only_for or hit.place)
    parties = PartyAnswers(cast)
    if hit.thing.kind == "person":
        return parties.person(hit.key)
    if hit.thing.kind == "position":
        return parties.position(hit.key)
    return parties.unit(hit.key) if hit.thing.kind == "unit" else parties.role(hit.key)


def _leaves(cast: Cast, hit: Hit) -> Answer:
    leaving = LeaveAnswers(cast)
    return leaving.person(hit.key) if hit.thing.kind == "person" else leaving.position(hit.key)

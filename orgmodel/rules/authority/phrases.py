"""How findings about authority name parties, rows, and the ways along the lines."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import islice
from typing import TypeVar

from orgmodel.reading.names import quoted
from orgmodel.rules.authority.ground import Ground, Pair
from orgmodel.rules.authority.matters import Matter
from orgmodel.rules.context import RuleContext
from orgmodel.rules.lines.reporting import line_spot
from orgmodel.rules.row.judged import Party
from orgmodel.rules.row.phrases import party
from orgmodel.rules.row.stake_phrases import stake_rows
from orgmodel.rules.rule import Where
from orgmodel.rules.wording import listed, named

_Name = TypeVar("_Name")

_MOST_NAMED = 3
_MOST_STEPS = 7
_MOST_LINES = 5


def party_named(context: RuleContext, who: Party) -> str:
    """A party by id and title."""
    return party(context.organization, *who)


def cut(names: Collection[_Name], shown: Callable[[_Name], str]) -> str:
    """The first of many names, as shown, and how many more there are."""
    texts = [shown(name) for name in islice(names, _MOST_NAMED)]
    more = len(names) - len(texts)
    return f"{', '.join(texts)} and {more:,} more" if more else listed(texts)


def parties_named(context: RuleContext, parties: Collection[Party]) -> str:
    """Several parties by id and title."""
    return cut(parties, lambda who: party_named(context, who))


def units_named(context: RuleContext, units: Sequence[str]) -> str:
    """Units by id and title, with the word before them."""
    names = listed([named(context.organization, "units", name) for name in units], _MOST_NAMED)
    return f"unit{'s' if len(units) > 1 else ''} {names}"


def person_named(context: RuleContext, key: str) -> str:
    """The person of a key by id and name."""
    return named(context.organization, "people", key.partition("\0")[0])


def rows_told(context: RuleContext, matter: Matter) -> str:
    """The rows of a matter in their places, and who claims them."""
    shown = stake_rows(context, matter.stake())
    sources = matter.sources
    return f"{shown} as claimed by {listed([quoted(source, 60) for source in sources], 3)}" if sources else shown


def it_or_them(matter: Matter) -> str:
    """What to call the rows of a matter once they are named."""
    return "it" if len(matter.stake().rows) == 1 else "them"


def member_named(ground: Ground, member: int) -> str:
    """A seat (or, without seats, a role) by id and title."""
    return named(ground.context.organization, ground.kind, ground.ids[member])


def way_up(ground: Ground, lower: int, upper: int) -> str:
    """The line from one seat up to another one: `"pm-1" → "lead" → "cpo"`."""
    depth, above = ground.hierarchy.depth, ground.hierarchy.cut_parent
    steps = depth[lower] - depth[upper] + 1
    is_long = steps > _MOST_STEPS
    shown = [lower]
    while len(shown) < (_MOST_STEPS - 2 if is_long else steps):
        shown.append(above[shown[-1]])
    texts = [quoted(ground.ids[node]) for node in shown]
    if is_long:
        texts += [f"({steps - len(shown) - 1:,} more)", quoted(ground.ids[upper])]
    return " → ".join(texts)


def ways_up(ground: Ground, pairs: Collection[Pair]) -> str:
    """The way of the first pair, and how many more there are."""
    return way_up(ground, *next(iter(pairs))) + more_such(len(pairs) - 1)


def more_such(number: int) -> str:
    """`, and 3 more such pairs`."""
    return f", and {number:,} more such pair{'s' if number > 1 else ''}" if number else ""


def meeting(ground: Ground, doer: int, owner: int) -> str:
    """The line above a doer up to where the owner's line joins it."""
    at = ground.hierarchy.lowest_common_manager((doer, owner))
    shown = quoted(ground.ids[owner])
    if at is None:
        return f"{way_up(ground, doer, ground.hierarchy.head_of(doer))}, which the line from {shown} never meets"
    return f"{way_up(ground, doer, at)}, where the line from {shown} meets it"


def lines_of(ground: Ground, lower: int, upper: int) -> tuple[tuple[Where, str], ...]:
    """Where the lines from one seat up to another one are written."""
    organization = ground.context.organization
    found: list[tuple[Where, str]] = []
    node = lower
    while node != upper and len(found) < _MOST_LINES:
        above = ground.hierarchy.cut_parent[node]
        if above < 0:
            break
        spot = line_spot(organization, ground.kind, ground.ids[node], ground.ids[above])
        found.append((spot, f"{quoted(ground.ids[node])} reports to {quoted(ground.ids[above])}"))
        node = above
    return tuple(found)

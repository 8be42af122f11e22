"""Rows that refer to each other in a ring."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from orgmodel.graph.loops import named_rings
from orgmodel.model.organization import Spot, entity
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found
from orgmodel.rules.wording import MOST_RELATED, counted, named, ring_path

Steps = Mapping[tuple[str, str], Spot]
"""From one row to another, and where that is written."""

_ACTIVITY = "activity:"


@dataclass(frozen=True, slots=True)
class RingWords:
    """How a kind of reference is told: of one row to itself, of several, and of one step."""

    itself: str
    several: str
    step: str


def steps_of(context: RuleContext, field: str) -> Steps:
    """The references of a field among rows in force."""
    written = zip(context.rows, map(attrgetter(f"activity.{field}"), context.rows), strict=True)
    named = [(row.name, value) for row, value in written if value is not None and value != ()]
    rows = {row.name for row in context.rows} if named else set()
    found: dict[tuple[str, str], Spot] = {}
    for name, value in named:
        is_single = not isinstance(value, tuple)
        for i, target in enumerate((value,) if is_single else value):
            to = target.removeprefix(_ACTIVITY)
            if to in rows:
                spot = Spot("activities", name, (field,) if is_single else (field, i))
                found.setdefault((name, to), spot)
    return found


def rings(context: RuleContext, steps: Steps, words: RingWords) -> Iterator[Found]:
    """A finding for each row that refers to itself, and for each ring of several."""
    for (name, to), spot in steps.items():
        if name == to:
            shown = named(context.organization, "activities", name)
            yield Found(f"{shown} {words.itself}", spot, (entity("activities", name),))
    for ring, members in named_rings(steps):
        way = list(pairwise((*ring, ring[0])))
        yield Found(
            f"{counted(len(ring), 'row')} {words.several}: {ring_path(ring)}",
            steps[way[0]],
            tuple(entity("activities", name) for name in members),
            tuple((steps[step], f"{quoted(step[0])} {words.step} {quoted(step[1])}") for step in way[1:MOST_RELATED]),
        )

"""ORG219: dotted and solid lines that lead in a ring together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from orgmodel.findings import Severity
from orgmodel.graph.loops import Edge, find_mutual_sets, lines_up, shortest_ring, steps_that_lead_on
from orgmodel.model.organization import Spot
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.lines.dotted import DottedLines
from orgmodel.rules.lines.reporting import Reporting, line_spot, reporting
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, counted, listed, named, ring_path

_LONGEST_WAY = 10


class LoopWithDottedLines(Rule):
    """One finding for each seat with dotted lines to seats below it; one for each ring over several branches.

    Rings of solid lines alone and of dotted lines alone have rules of their own.
    """

    code = "ORG219"
    name = "loop-with-dotted-lines"
    severity = Severity.INFO
    title = "Dotted and solid lines lead in a ring"
    why = (
        "A dotted line says who else gives direction. In a ring somebody is directed by those whom they direct. For "
        "a project that may be meant; more often the dotted line was written at the wrong end."
    )
    bad = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief, dotted_to: analyst}  # [ORG219]
  analyst: {reports_to: lead, holder: Li Wei}
"""
    good = """\
orgmodel: 1
positions:
  chief: {holder: Ada Park}
  lead: {reports_to: chief}
  analyst: {reports_to: lead, dotted_to: chief, holder: Li Wei}
"""
    fix = "Remove the dotted line that leads downward, or write it at the other seat if it was meant the other way."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Over the solid lines that count; a solid loop is cut, and a dotted line to the own seat is none."""
        found = reporting(context)
        for lines in context.dotted_lines:
            if lines.kind == found.kind:
                rings = _Rings(context, found, lines, _without_own_rings(lines.steps))
                yield from rings.downward()
                yield from rings.across()


def _without_own_rings(dotted: dict[Edge, int]) -> dict[Edge, int]:
    """The dotted lines that are on no ring of dotted lines alone."""
    up: dict[int, list[int]] = {}
    for lower, upper in steps_that_lead_on(dotted):
        up.setdefault(lower, []).append(upper)
    sets = find_mutual_sets({lower: [upper for upper in targets if upper in up] for lower, targets in up.items()})
    if not sets:
        return dotted
    group = {member: number for number, members in enumerate(sets) for member in members}
    return {
        (lower, upper): line
        for (lower, upper), line in dotted.items()
        if lower not in group or group[lower] != group.get(upper)
    }


@dataclass(frozen=True, slots=True)
class _Rings:
    """`dotted` says of the dotted lines from one member to another which of `lines` they are."""

    context: RuleContext
    found: Reporting
    lines: DottedLines
    dotted: dict[Edge, int]

    def _spot(self, step: Edge) -> Spot:
        return self.lines.spot(self.dotted[step])

    def downward(self) -> Iterator[Found]:
        """Each member with dotted lines to some of those below it."""
        below: dict[int, list[int]] = {}
        for lower, upper in self.found.hierarchy.leading_down(self.dotted):
            below.setdefault(lower, []).append(upper)
        ids = self.found.ids
        for member, targets in below.items():
            first = targets[0]
            who = named(self.context.organization, self.found.kind, ids[member])
            names = listed([quoted(ids[target]) for target in targets])
            several = f"{counted(len(targets), self.found.word)} below it: {names}"
            message = f"{who} has a dotted line to {names}, which is {self._how_far_below(member, first)}"
            if len(targets) > 1:
                message = f"{who} has dotted lines to {several}"
            spots = [self._spot((member, target)) for target in targets]
            solid = line_spot(self.context.organization, self.found.kind, ids[first])
            yield Found(
                message,
                spots[0],
                self.found.entities([member, *targets]),
                ((solid, f"the solid line of {quoted(ids[first])}"), *((s, "and here") for s in spots[1:MOST_RELATED])),
                subject=ids[member],
            )

    def _how_far_below(self, upper: int, lower: int) -> str:
        """The way round, or, where it is long, how many lines lie between."""
        hierarchy, ids = self.found.hierarchy, self.found.ids
        steps = hierarchy.depth[lower] - hierarchy.depth[upper]
        if steps > _LONGEST_WAY:
            return f"{steps:,} lines below it"
        way = [lower]
        while len(way) < steps:
            way.append(hierarchy.cut_parent[way[-1]])
        return f"below it: {ring_path([ids[upper], *(ids[i] for i in way)])}"

    def across(self) -> Iterator[Found]:
        """Rings through several branches, once the lines to those below are told."""
        hierarchy, ids = self.found.hierarchy, self.found.ids
        downward = set(hierarchy.leading_down(self.dotted))
        lines = [line for line in self.dotted if line not in downward]
        up = lines_up(hierarchy.cut_parent, self._coming_back(lines), ())
        for members in find_mutual_sets(up):
            ring = shortest_ring(up, members)
            steps = list(pairwise((*ring, ring[0])))
            start = next(number for number, step in enumerate(steps) if step in self.dotted)
            steps = [*steps[start:], *steps[:start]]
            yield Found(
                f"dotted and solid lines of {counted(len(ring), self.found.word)} lead in a ring: "
                f"{ring_path([ids[lower] for lower, _ in steps])}",
                self._spot(steps[0]),
                self.found.entities(list(dict.fromkeys((*(lower for lower, _ in steps), *members)))),
                tuple(self._step(*step) for step in steps[1 : MOST_RELATED + 1]),
                subject=" ".join(sorted(ids[member] for member in members)),
            )

    def _coming_back(self, lines: list[Edge]) -> list[Edge]:
        """Those from a member at or below which another one ends: no other ring comes back to where it starts.

        Again, as long as a fourth goes.
        """
        rank, subtree = self.found.hierarchy.rank, self.found.hierarchy.subtree
        targets = {upper for _, upper in lines}
        lines = [(lower, upper) for lower, upper in lines if subtree[lower] > 1 or lower in targets]
        while True:
            ends = sorted({rank[upper] for _, upper in lines})
            back = [
                (lower, upper)
                for lower, upper in lines
                if bisect_left(ends, rank[lower]) < bisect_left(ends, rank[lower] + subtree[lower])
            ]
            if 4 * len(back) >= 3 * len(lines):
                return back
            lines = back

    def _step(self, lower: int, upper: int) -> tuple[Spot, str]:
        ids = self.found.ids
        note = f"{quoted(ids[lower])} to {quoted(ids[upper])}"
        if (lower, upper) in self.dotted:
            return self._spot((lower, upper)), f"{note}, dotted"
        return line_spot(self.context.organization, self.found.kind, ids[lower]), f"{note}, solid"

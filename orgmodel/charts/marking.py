"""Findings on a chart: which cards and lines each one concerns."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from orgmodel.charts.chart import Card, Chart, MarkedFinding
from orgmodel.charts.request import ChartOf
from orgmodel.charts.wording import counted
from orgmodel.drawing.finding_list import GRADES, elsewhere_note
from orgmodel.findings import Finding
from orgmodel.model.organization import Organization

FEW = 12
"""A finding on a role, a unit or an activity marks the seats behind it where they are no more than these."""

_OF_LINES = ("ORG2", "ORG6", "ORG7", "ORG8")
"""Beginnings of codes of findings that may be about the line between two that they name."""

_OF_GROUPS = frozenset({"unreachable-from-top"})
"""Rules that name whole groups: what is wrong is not the line between two of them."""


def marked(chart: Chart, organization: Organization, day: date, of: ChartOf, findings: Iterable[Finding]) -> Chart:
    """The chart with what each finding concerns on it, worst first; findings on nothing shown become a note."""
    whereabouts = _Whereabouts(chart, organization, day, of)
    found: list[MarkedFinding] = []
    elsewhere = 0
    for finding in sorted(findings, key=lambda finding: finding.severity.rank):
        cards = whereabouts.cards(finding.entities)
        if not cards:
            elsewhere += 1
            continue
        about_lines = finding.code.startswith(_OF_LINES) and finding.rule not in _OF_GROUPS
        lines, dotted = whereabouts.lines(finding.entities) if about_lines else ((), ())
        grade = GRADES[finding.severity]
        named = (finding.code, finding.rule, finding.message)
        found.append(MarkedFinding(len(found) + 1, grade, *named, tuple(cards), lines, dotted))
    notes = (*chart.notes, elsewhere_note(elsewhere, "on this chart")) if elsewhere else chart.notes
    return replace(chart, findings=tuple(found), notes=notes)


def with_counts(chart: Chart) -> Chart:
    """The chart with the number of findings among the badges of each card."""
    counts = Counter(card for finding in chart.findings for card in finding.cards)
    cards = (
        replace(card, badges=(*card.badges, counted(counts[place], "finding"))) if counts[place] else card
        for place, card in enumerate(chart.cards)
    )
    return replace(chart, cards=tuple(cards))


class _Whereabouts:
    """From the entities of a finding to places on the chart."""

    def __init__(self, chart: Chart, organization: Organization, day: date, of: ChartOf) -> None:
        self.chart = chart
        self.organization = organization
        self.of = of
        self.kind = of.removesuffix("s")
        self.places = {card.id: place for place, card in enumerate(chart.cards) if card.kind != "stub"}
        self.people: dict[str, list[int]] = defaultdict(list)
        self.roles: dict[str, list[int]] = defaultdict(list)
        if of == "positions":
            self._index(chart.cards, day)
        self.between: dict[tuple[int, int], list[int]] = defaultdict(list)
        for number, line in enumerate(chart.dotted):
            self.between[line.source, line.target].append(number)

    def _index(self, cards: Sequence[Card], day: date) -> None:
        for name, place in self.places.items():
            position = self.organization.positions[name]
            if position.role is not None:
                self.roles[position.role].append(place)
            for holder in position.holders_on(day):
                if holder.person is not None:
                    self.people[holder.person].append(place)

    def cards(self, entities: Sequence[str]) -> list[int]:
        """The cards named; on a chart of seats else those of the people, the roles or the heads of the units."""
        own = self._own(entities)
        if own or self.of != "positions":
            return own
        named = [name.partition(":")[::2] for name in entities]
        people = [place for kind, name in named if kind == "person" for place in self.people.get(name, ())]
        if people:
            return sorted(set(people))
        roles = [place for kind, name in named if kind == "role" for place in self.roles.get(name, ())]
        heads = [place for kind, name in named if kind == "unit" for place in self._heads(name)]
        seats = sorted({*roles, *heads})
        return seats if len(seats) <= FEW else []

    def _own(self, entities: Sequence[str]) -> list[int]:
        found = (self._place(name) for name in entities)
        return sorted({place for place in found if place is not None})

    def _place(self, entity: str) -> int | None:
        kind, _, name = entity.partition(":")
        return self.places.get(name) if kind == self.kind else None

    def _heads(self, unit: str) -> Iterable[int]:
        entry = self.organization.units.get(unit)
        return (self.places[name] for name in entry.headed_by() if name in self.places) if entry is not None else ()

    def lines(self, entities: Sequence[str]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Lines both ends of which are concerned: those to the manager, by card, and dotted ones."""
        ends = set(self._own(entities))
        lines = tuple(place for place in sorted(ends) if self.chart.cards[place].parent in ends)
        dotted = sorted(number for pair, numbers in self.between.items() if ends.issuperset(pair) for number in numbers)
        return lines, tuple(dotted)

"""What only a picture that can be asked has room for: duties of each card, and further values to colour by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from orgmodel.analysis.duties import DUTY_WORDS, TRAITS, Duty, duties_by_role, duties_by_seat
from orgmodel.charts.card_fields import PREFIX, field_names
from orgmodel.charts.chart import Card, CardDuty, Chart, Facet
from orgmodel.charts.coloring import KEYS, Coloring, coloring_of
from orgmodel.charts.request import ChartOf
from orgmodel.graph.resolution import Instance, Resolver
from orgmodel.model.organization import Organization, entity

_MOST_FIELDS = 12
_MOST_PLACES = 3


def detailed(chart: Chart, organization: Organization, day: date, of: ChartOf) -> Chart:
    """The chart with all that a reader can ask of it."""
    shown = [card.id for card in chart.cards if card.kind != "stub"]
    colorings = list(_colorings(organization, day, of, shown, chart.color_by))
    duties = _duties(organization, day, of)
    sayings = _Sayings(organization)

    def asked(card: Card) -> Card:
        if card.kind == "stub":
            return card
        return replace(
            card,
            values=tuple([coloring.color(card.id) for coloring in colorings]),
            duties=sayings.of(duties.get(card.id, ())),
        )

    facets = tuple(Facet(coloring.heading, coloring.names) for coloring in colorings)
    return replace(chart, cards=tuple([asked(card) for card in chart.cards]), facets=facets)


def _colorings(
    organization: Organization, day: date, of: ChartOf, shown: Sequence[str], present: str
) -> Iterator[Coloring]:
    """A colouring for every key and field that has values, except the one the chart has anyway."""
    own = [f"{PREFIX}{name}" for name in list(field_names(organization, of))[:_MOST_FIELDS]]
    for key in (*KEYS[of], *own):
        coloring = coloring_of(organization, day, of, key, shown)
        if coloring.names and coloring.heading != present:
            yield coloring


def _duties(organization: Organization, day: date, of: ChartOf) -> Mapping[str, Sequence[Duty]]:
    rows = [name for name in organization.activities if entity("activities", name) not in organization.silent]
    if not rows or of == "units":
        return {}
    by_id = duties_by_seat if of == "positions" else duties_by_role
    return by_id(organization, Resolver(organization, day), rows)


class _Sayings:
    """Duties in words; seats with the same duties share one value, since there may be many of both."""

    def __init__(self, organization: Organization) -> None:
        self.organization = organization
        self._rows: dict[tuple[str, str, tuple[Instance, ...]], tuple[int, CardDuty]] = {}
        self._lists: dict[tuple[tuple[int, CardDuty], ...], tuple[CardDuty, ...]] = {}

    def of(self, duties: Sequence[Duty]) -> tuple[CardDuty, ...]:
        """The weightiest duties first, those of one meaning in the order of the rows."""
        rows = tuple([self._row(duty) for duty in duties])
        found = self._lists.get(rows)
        if found is None:
            found = self._lists[rows] = tuple([said for _, said in sorted(rows, key=lambda row: row[0])])
        return found

    def _row(self, duty: Duty) -> tuple[int, CardDuty]:
        key = (duty.activity, duty.letter, duty.places)
        found = self._rows.get(key)
        if found is None:
            weight = TRAITS.index(duty.trait) if duty.trait else len(TRAITS)
            title = self.organization.title("activities", duty.activity) + self._places(duty.places)
            found = self._rows[key] = weight, CardDuty(DUTY_WORDS.get(duty.trait) or duty.name, duty.letter, title)
        return found

    def _places(self, places: Sequence[Instance]) -> str:
        """Where a row that exists several times means this card."""
        placed = [place for place in places if place.place is not None]
        if len(placed) > _MOST_PLACES:
            return f", in {sum(place.weight for place in placed):,} places"
        titles = [self.organization.title("units", place.unit) for place in placed if place.unit is not None]
        return f" for {', '.join(dict.fromkeys(titles))}" if titles else ""

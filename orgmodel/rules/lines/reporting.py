"""What reports to what in a model: its positions, or, where it has none, its roles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from orgmodel.graph.hierarchy import Hierarchy
from orgmodel.model.organization import SINGULAR, Organization, Spot, entity
from orgmodel.rules.context import RuleContext


@dataclass(frozen=True, slots=True)
class Reporting:
    """The hierarchy that a model speaks of, with the ids behind its numbers and the way back.

    `unresolved` has the manager's name, as written, where it does not exist.
    """

    kind: str
    ids: Sequence[str]
    index: Mapping[str, int]
    hierarchy: Hierarchy
    unresolved: Mapping[int, str] = field(default_factory=dict)

    @property
    def word(self) -> str:
        """What one member is called: `position` or `role`."""
        return SINGULAR[self.kind]

    def entities(self, members: Sequence[int]) -> tuple[str, ...]:
        """The members as entities."""
        return tuple(entity(self.kind, self.ids[member]) for member in members)


def reporting(context: RuleContext) -> Reporting:
    """Positions by their lines on the day, else roles by their usual lines."""
    if context.organization.positions:
        lines = context.lines
        return Reporting("positions", lines.ids, lines.index, lines.hierarchy, lines.unresolved)
    roles = context.role_lines
    return Reporting("roles", roles.ids, roles.index, roles.hierarchy, roles.unresolved)


def entries_of(organization: Organization, kind: str, name: str) -> Iterator[tuple[int, Any]]:
    """Every entry of an id with its occurrence: the one that counts, then its repeats."""
    yield 0, organization.section(kind)[name]
    yield from enumerate(organization.repeats.get(kind, {}).get(name, ()), start=1)


def line_spot(organization: Organization, kind: str, name: str, to: str | None = None) -> Spot:
    """Where an entry writes its line (to `to`, if given); where no line is written, the entry itself."""
    for occurrence, entry in entries_of(organization, kind, name):
        for number, line in enumerate(entry.reports_to or ()):
            if to is None or line.to == to:
                return Spot(kind, name, ("reports_to", number), occurrence=occurrence)
    is_top_on_purpose = organization.section(kind)[name].reports_to is not None
    return Spot(kind, name, ("reports_to",), key=not is_top_on_purpose)

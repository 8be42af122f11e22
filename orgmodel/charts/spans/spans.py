"""What a picture of spans and layers shows, without saying where."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LayerBar:
    """The seats of one layer: of managers and of others, those that are vacant apart from both."""

    number: int
    managers: int
    others: int
    vacant: int

    @property
    def seats(self) -> int:
        """All seats of the layer."""
        return self.managers + self.others + self.vacant


@dataclass(frozen=True, slots=True)
class SpanColumn:
    """Managers with so many reports, from one number to another: within their limits, and outside of them."""

    lower: int
    upper: int
    within: int
    outside: int

    @property
    def managers(self) -> int:
        """All of them."""
        return self.within + self.outside


@dataclass(frozen=True, slots=True)
class Manager:
    """A manager who stands out: the number of reports, and what the policy says of it, if anything."""

    title: str
    holder: str
    reports: int
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Spans:
    """Layers from the top, columns from the narrowest span, and the usual limits of the policy."""

    name: str
    subtitle: str
    layers: tuple[LayerBar, ...]
    columns: tuple[SpanColumn, ...] = ()
    least: int | None = None
    most: int | None = None
    most_layers: int | None = None
    widest: tuple[Manager, ...] = ()
    narrowest: tuple[Manager, ...] = ()
    notes: tuple[str, ...] = ()

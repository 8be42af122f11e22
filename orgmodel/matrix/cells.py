"""The letters of a row in the columns of a view."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from orgmodel.analysis.ownership import Ownership, OwnerState, hands_on
from orgmodel.graph.letters import Cell, Row
from orgmodel.graph.resolution import Instance, Resolver
from orgmodel.matrix.columns import ColumnReader, Key
from orgmodel.matrix.gaps import beyond, unknown_letters
from orgmodel.matrix.matrix import Mark, Trouble
from orgmodel.matrix.names import Names, several
from orgmodel.model.activities import Letter

Marks = dict[Key, dict[str, "Standing"]]
"""By column and letter, what is known of it."""


@dataclass(slots=True)
class Standing:
    """One letter in one column, over the instances of a row."""

    instances: dict[Instance, bool] = field(default_factory=dict)
    trouble: Trouble = ""
    sources: dict[str, None] = field(default_factory=dict)

    @property
    def vacant(self) -> list[Instance]:
        """The instances in which nobody sits in any of its seats."""
        return [instance for instance, is_vacant in self.instances.items() if is_vacant]


class CellReader:
    """Finds what stands in the cells of a row. Seats are called vacant only where the model has holders."""

    def __init__(self, resolver: Resolver, columns: ColumnReader, names: Names, *, has_holders: bool) -> None:
        self.resolver = resolver
        self.columns = columns
        self.names = names
        self.has_holders = has_holders

    def standings(
        self, row: Row, letters: dict[str, Letter], instances: Iterable[Instance], owned: Sequence[Ownership]
    ) -> Marks:
        """The letters of a row by column."""
        found: Marks = {}
        doubled = _doubled(owned)
        too_many = frozenset(beyond(row, letters))
        unknown = frozenset(cell.letter for cell in unknown_letters(row))
        cells = list(dict.fromkeys((*row.cells, *unknown_letters(row))))
        for instance in instances:
            owners = doubled.get(instance, frozenset()) | doubled.get(None, frozenset())
            for cell in cells:
                is_overlap = cell.letter in too_many or (cell.kind, cell.name, cell.letter) in owners
                trouble: Trouble = "unknown" if cell.letter in unknown else "overlap" if is_overlap else ""
                self._add(found, instance, cell, trouble)
        return found

    def _add(self, found: Marks, instance: Instance, cell: Cell, trouble: Trouble) -> None:
        resolved = self.resolver.resolve_cell(instance, cell)
        for key, is_vacant in self.columns.keys(cell, resolved):
            standing = found.setdefault(key, {}).setdefault(cell.letter, Standing())
            standing.instances[instance] = self.has_holders and is_vacant and standing.instances.get(instance, True)
            standing.trouble = standing.trouble or trouble
            standing.sources |= dict.fromkeys(cell.sources)

    def marks(self, standings: dict[str, Standing], letters: dict[str, Letter]) -> tuple[Mark, ...]:
        """The letters of one cell, in the order of the scheme; the owner's letter first."""
        order = {code: i for i, code in enumerate(letters)}
        codes = sorted(standings, key=lambda code: (not _is_owner(letters, code), order.get(code, len(order)), code))
        return tuple(self._mark(code, standings[code], letters) for code in codes)

    def _mark(self, code: str, standing: Standing, letters: dict[str, Letter]) -> Mark:
        return Mark(
            code,
            name=(letters[code].name or "") if code in letters else "",
            trouble=standing.trouble,
            is_vacant=bool(standing.vacant),
            is_owner=_is_owner(letters, code),
            sources=tuple(standing.sources),
            note=self._vacancy(standing),
        )

    def _vacancy(self, standing: Standing) -> str:
        """Where the seat is vacant, if that is so in some places only."""
        vacant = standing.vacant
        if not vacant or len(standing.instances) < 2:
            return ""
        return f"vacant in {len(vacant):,} of {len(standing.instances):,}: {several(map(self.names.place, vacant))}"


def _doubled(owned: Sequence[Ownership]) -> dict[Instance | None, frozenset[tuple[str, str, str]]]:
    """Owner letters that are too many: under None in every instance, else in one where seats make them many."""
    found: dict[Instance | None, frozenset[tuple[str, str, str]]] = {}
    for ownership in owned:
        if ownership.state is not OwnerState.DOUBLE:
            continue
        hands = [hands_on(ownership.instance, party) for party in ownership.resolved] or [2] * len(ownership.owners)
        found[None if ownership.on_paper else ownership.instance] = frozenset(
            (cell.kind, cell.name, cell.letter)
            for cell, count in zip(ownership.owners, hands, strict=True)
            if count > 1
        )
    return found


def _is_owner(letters: dict[str, Letter], code: str) -> bool:
    return code in letters and "owner" in letters[code].traits

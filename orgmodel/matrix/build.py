"""Makes the matrix: which rows and columns, in which order, what stands in the cells, what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from orgmodel.analysis.ownership import Ownership, OwnershipReader
from orgmodel.errors import UsageError
from orgmodel.graph.resolution import Instance, Resolver
from orgmodel.library.shipped import builtin_schemes
from orgmodel.matrix.accepted import Accepted
from orgmodel.matrix.cells import CellReader, Marks
from orgmodel.matrix.claims import row_notes
from orgmodel.matrix.columns import ColumnReader, Key
from orgmodel.matrix.gaps import GapReader
from orgmodel.matrix.matrix import Block, Gap, Group, LegendLetter, Matrix, Row
from orgmodel.matrix.names import Names
from orgmodel.matrix.request import By, MatrixRequest
from orgmodel.matrix.selection import Selection
from orgmodel.model.activities import Activity
from orgmodel.model.organization import Organization, entity

_EVERYTHING = MatrixRequest()
_NEEDS: dict[By, str] = {"position": "positions", "person": "positions", "unit": "units"}


def build_matrix(
    organization: Organization,
    day: date,
    name: str,
    request: MatrixRequest = _EVERYTHING,
    resolver: Resolver | None = None,
) -> Matrix:
    """The matrix that a request asks for, of the rows in force on the day.

    `resolver` may be one that others share. Raises UsageError when the request names what does not exist, or
    asks for columns of a kind that the model does not have.
    """
    needed = _NEEDS.get(request.by)
    if needed is not None and not organization.section(needed):
        raise UsageError(f"--by {request.by} needs {needed}, and this model has none; try --by role")
    return _Builder(organization, request, resolver or Resolver(organization, day)).matrix(name)


@dataclass(slots=True)
class _Draft:
    """A row whose columns are not numbered yet."""

    activity: str
    entry: Activity
    instances: list[Instance]
    standings: Marks
    gaps: tuple[Gap, ...]


class _Builder:
    def __init__(self, organization: Organization, request: MatrixRequest, resolver: Resolver) -> None:
        self.organization = organization
        self.request = request
        self.resolver = resolver
        self.names = Names(organization, resolver)
        self.selection = Selection(organization, resolver, request)
        self.ownership = OwnershipReader(organization, resolver)
        self.columns = ColumnReader(organization, resolver, self.names, self.selection, request.by)
        self.cells = CellReader(resolver, self.columns, self.names, has_holders=self.ownership.has_holders)
        self.gaps = GapReader(organization, self.names, self.ownership, Accepted(organization, resolver.day))

    def matrix(self, name: str) -> Matrix:
        drafts = list(self._drafts())
        keys = self.columns.in_order({key for draft in drafts for key in draft.standings})
        places = {key: i for i, key in enumerate(keys)}
        return Matrix(
            name,
            self.request.by,
            columns=tuple(map(self.columns.column, keys)),
            blocks=tuple(self._blocks(drafts, places)),
            cut=self.selection.words(),
        )

    def _drafts(self) -> Iterator[_Draft]:
        for activity, instances in self.selection.rows(self.ownership):
            owned = self.ownership.of_activity(activity)
            if self.request.by == "role":
                yield self._draft(activity, instances, owned)
                continue
            by_place = {ownership.instance: ownership for ownership in owned}
            for instance in instances:
                there = by_place.get(instance)
                on_paper = [ownership for ownership in owned if ownership.on_paper]
                yield self._draft(activity, [instance], [there] if there is not None else on_paper)

    def _draft(self, activity: str, instances: list[Instance], owned: Sequence[Ownership]) -> _Draft:
        entry = self.organization.activities[activity]
        row = self.resolver.row(activity)
        wanted = set(instances)
        there = [ownership for ownership in owned if ownership.on_paper or ownership.instance in wanted]
        standings = self.cells.standings(row, self.organization.letters_of(entry), instances, there)
        return _Draft(activity, entry, instances, standings, self.gaps.gaps(row, instances, there))

    def _blocks(self, drafts: Iterable[_Draft], places: dict[Key, int]) -> Iterator[Block]:
        schemes: dict[str, dict[str, list[_Draft]]] = {}
        for draft in drafts:
            groups = schemes.setdefault(self.organization.scheme_of(draft.entry), {})
            groups.setdefault(draft.entry.group or "", []).append(draft)
        for scheme, groups in schemes.items():
            letters = self.organization.schemes.get(scheme, {})
            yield Block(
                scheme,
                tuple(LegendLetter(code, letter.name or code, letter.note or "") for code, letter in letters.items()),
                tuple(
                    Group(title, tuple(self._row(draft, places) for draft in group)) for title, group in groups.items()
                ),
                title=scheme.upper() if scheme in builtin_schemes() else scheme,
            )

    def _row(self, draft: _Draft, places: dict[Key, int]) -> Row:
        entry = draft.entry
        letters = self.organization.letters_of(entry)
        marks = {places[key]: self.cells.marks(found, letters) for key, found in draft.standings.items()}
        is_whole = self.request.by == "role"
        return Row(
            draft.activity,
            self.organization.title("activities", draft.activity),
            kind=entry.kind,
            plane=entry.plane or "",
            per=entry.per or "",
            count=self._count(draft) if is_whole else None,
            place=self.names.place(draft.instances[0]) if len(draft.instances) == 1 else "",
            cells=dict(sorted(marks.items())),
            gaps=draft.gaps,
            notes=row_notes(self.resolver.row(draft.activity), self.names),
            entity=draft.instances[0].entity if len(draft.instances) == 1 else entity("activities", draft.activity),
        )

    def _count(self, draft: _Draft) -> int | None:
        """How often a row exists; None for one that exists once for everybody, or in one place."""
        if len(draft.instances) == 1 and draft.instances[0].weight == 1:
            return None
        return sum(instance.weight for instance in draft.instances)

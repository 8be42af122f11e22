"""The roles and activities that tables of letters mean, made where such tables are the whole model."""

from __future__ import annotations

from collections.abc import Sequence

from orgmodel.findings import Related
from orgmodel.loading.assembly import Assembly, subject_of
from orgmodel.loading.entries import read_entry
from orgmodel.loading.lookups import activity_names, role_names
from orgmodel.loading.places import TableOrigin
from orgmodel.model.activities import Activity
from orgmodel.model.roles import Role
from orgmodel.reading.names import quoted
from orgmodel.reading.table import Table
from orgmodel.source import Place

_MOST_TOLD = 20


class Parties:
    """Finds the role that a cell or heading means; makes it where the table is the whole model."""

    def __init__(self, assembly: Assembly, table: Table, alone: bool) -> None:
        self.assembly = assembly
        self.table = table
        self.alone = alone
        self.known = role_names(assembly.organization)

    def find(self, name: str, column: int, row: int) -> str:
        """The id of the role; the name as it stands when there is no such role. Row -1 is the headings."""
        if ":" in name:
            return name
        found = self.known.get(name)
        if found is None and self.alone:
            origin = TableOrigin(self.table, {"title": column}, column)
            self.assembly.add("roles", name, Role(title=name), origin, row)
            self.assembly.made_roles.add(name)
            self.known[name] = found = name
        return found if found is not None else name


class Activities:
    """Finds the activity that a cell or heading means; makes it where the table is the whole model."""

    def __init__(self, assembly: Assembly, alone: bool, scheme: str | None) -> None:
        self.assembly = assembly
        self.alone = alone
        self.scheme = scheme
        self.known = activity_names(assembly.organization)
        self.groups: dict[str, str | None] = {}
        self.rows: dict[str, list[int]] = {}
        self.origin: TableOrigin | None = None

    def find(self, name: str, origin: TableOrigin, row: int, own: dict[str, str] | None = None) -> str:
        """The id of the activity; the name as it stands when there is no such activity.

        Under another group of the same table, the same title is another activity.
        """
        group = (own or {}).get("group")
        found = self.known.get(name)
        if found in self.groups and group not in {None, self.groups[found]}:
            title, name = name, f"{name} ({group})"
            found = self.known.get(name)
        else:
            title = name
        if found is not None or not self.alone:
            return found if found is not None else name
        raw = {"title": title, **({"scheme": self.scheme} if self.scheme else {}), **(own or {})}
        record, problems = read_entry("activities", raw)
        for problem in problems:
            self.assembly.report(problem, origin, row, subject_of("activities", name))
        self.assembly.add("activities", name, record or Activity(title=title), origin, row)
        self.known[name] = name
        self.groups[name] = group
        return name

    def is_further(self, name: str, origin: TableOrigin, row: int) -> bool:
        """Note that a row of a matrix is about this activity; whether another row was before."""
        rows = self.rows.setdefault(name, [])
        rows.append(row)
        self.origin = origin
        return len(rows) > 1

    def tell_repeats(self) -> None:
        """One fault for each activity that has several rows in one matrix."""
        for name, (first, *further) in self.rows.items():
            if not further:
                continue
            related = [Related(self._place(first), "its first row")]
            related += [Related(self._place(row), "another row") for row in further[1:_MOST_TOLD]]
            self.assembly.fault(
                "duplicate-id",
                f"activity {quoted(name)} has {len(further) + 1:,} rows in this matrix, read as one",
                self._place(further[0]),
                related=tuple(related),
                entities=(subject_of("activities", name),),
                fix="Join the rows into one, or give them titles that tell them apart.",
            )

    def _place(self, row: int) -> Place:
        assert self.origin is not None
        return self.origin.place(row, (), key=False)


def is_alone(sections: Sequence[str]) -> bool:
    """Whether tables of letters may make their roles and activities: nothing else defines any."""
    return "roles" not in sections and "activities" not in sections

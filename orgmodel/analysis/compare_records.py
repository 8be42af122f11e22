"""What `compare` answers: plain records, whose fields are those of the JSON as well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from orgmodel.analysis.role_records import CountedRows, Marks, PayLine, Profile, Row, YearsLine
from orgmodel.analysis.who_records import Thing

Relation = Literal["in conflict", "shared", "handed over", "only"]
"""How a row lies between roles.

`only`: one of them has a letter. `in conflict`: more of them own it than its scheme allows, or a source denies the
part that another one claims. `shared`: the weightiest letters of all that have one mean the same. `handed over`:
they mean different things, as where one answers and the other does.
"""


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A row with the letters of each role (none where it has no part), in the order in which they were asked for.

    `deniers` are the sources that say a role has no part, by role in the same order.
    """

    row: Row
    marks: tuple[Marks, ...]
    relation: Relation
    deniers: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class ComparedSkill:
    """A skill with the level that each role asks for."""

    skill: str
    levels: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Overlap:
    """How far two sets coincide.

    `jaccard` is both / (both + only_first + only_second); `coefficient` is both / the smaller set, which is 1 where
    one contains the other. None where a set is empty.
    """

    first: Thing
    second: Thing
    both: int
    only_first: int
    only_second: int
    jaccard: float | None
    coefficient: float | None


@dataclass(frozen=True, slots=True)
class Planes:
    """On how many rows a role has a letter, by plane; `strategic_share` is strategic / rows with a plane.
    `owned` are those it answers for."""

    role: Thing
    rows: int
    owned: int
    strategic: int
    tactical: int
    operational: int
    unsaid: int
    strategic_share: float | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Roles side by side. `counted` says on how many rows which of them has letters as another role."""

    profiles: tuple[Profile, ...]
    rows: tuple[ComparedRow, ...]
    skills: tuple[ComparedSkill, ...]
    experience: YearsLine
    pay: tuple[PayLine, ...]
    planes: tuple[Planes, ...]
    row_overlaps: tuple[Overlap, ...]
    skill_overlaps: tuple[Overlap, ...]
    counted: tuple[CountedRows, ...] = ()

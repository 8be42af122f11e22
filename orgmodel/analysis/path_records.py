"""What `path` answers: plain records, whose fields are those of the JSON as well."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from orgmodel.analysis.role_records import CountedRows, Marks, PayLine, Profile, Row, YearsLine
from orgmodel.analysis.who_records import Thing

Measure = Literal["rows owned", "direct reports", "seats below", "roles below", "field"]
"""What a scope is measured in.

`rows owned`: rows that the role answers for. `direct reports` and `seats below`: seats in force that report to a
seat of the role, and all seats under it, vacant ones included. `roles below`: roles that report to the role, in a
model without seats. `field`: a number among the role's own `fields`, such as products or budget.
"""

Standing = Literal["role", "person", "file"]
"""Whose skills the way begins with: what the first role asks for, a person of the model, a file."""


@dataclass(frozen=True, slots=True)
class MovedRow:
    """A row whose letters differ between two roles; one of them may have none."""

    row: Row
    before: Marks
    after: Marks


@dataclass(frozen=True, slots=True)
class SkillStep:
    """A skill from one level to another; None is not asked for, or not there."""

    skill: str
    before: int | None
    after: int | None

    @property
    def gap(self) -> int:
        """How many levels are to be grown: max(0, after - before), where nothing counts 0."""
        return max(0, (self.after or 0) - (self.before or 0))


@dataclass(frozen=True, slots=True)
class Extent:
    """The least, the greatest and the mean of a measure over the seats of a role; a single figure thrice."""

    low: float
    high: float
    mean: float


@dataclass(frozen=True, slots=True)
class ScopeLine:
    """One measure of scope before and after. `name` is the key of a field; `factor` is after / before of the means,
    None where one is missing or the first is not above zero."""

    measure: Measure
    name: str
    before: Extent | None
    after: Extent | None
    factor: float | None


@dataclass(frozen=True, slots=True)
class Step:
    """What changes from one role to another.

    `kept` counts the rows on which both have the same letters; `counted` says on how many rows which of the two has
    letters as another role. `eased` are skills asked for at a lower level or no
    longer. `skill_gap` is the sum of the levels to grow: new skills and deeper ones.
    """

    lower: Thing
    upper: Thing
    levels: tuple[int | None, int | None]
    tracks: tuple[str | None, str | None]
    gained: tuple[MovedRow, ...]
    given_up: tuple[MovedRow, ...]
    changed: tuple[MovedRow, ...]
    kept: int
    new_skills: tuple[SkillStep, ...]
    deeper_skills: tuple[SkillStep, ...]
    eased_skills: tuple[SkillStep, ...]
    skill_gap: int
    experience: YearsLine
    pay: tuple[PayLine, ...]
    certifications: tuple[str, ...]
    scope: tuple[ScopeLine, ...]
    counted: tuple[CountedRows, ...] = ()


@dataclass(frozen=True, slots=True)
class Exits:
    """Where there is no way: what the first role leads on to, what leads to the last one, all that can be reached,
    and whether the way is open in the other direction."""

    onward: tuple[Thing, ...]
    into: tuple[Thing, ...]
    reachable: tuple[Thing, ...]
    is_open_backward: bool


@dataclass(frozen=True, slots=True)
class Person:
    """Whose skills are held against the rungs. `name` is empty for a role or an unnamed file; `unused` are skills
    that no rung asks for."""

    standing: Standing
    name: str
    skills: dict[str, int] = field(default_factory=dict)
    unused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Readiness:
    """How many of the skills of a rung are there at the level it asks for.

    `ratio` is met / required, None where the rung names no skill; `gap` is the sum of the missing levels.
    """

    rung: Thing
    met: int
    required: int
    ratio: float | None
    gap: int


@dataclass(frozen=True, slots=True)
class Stage:
    """What to grow before a rung, beyond all that earlier rungs asked for: the greatest gap first."""

    rung: Thing
    skills: tuple[SkillStep, ...]
    certifications: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Climb:
    """The way between two roles.

    `way` has all rungs with both ends, and is empty where no promotions lead there; then `exits` says what there
    is, and `whole` still holds both ends against each other. `others` are further ways, shortest first; `has_more`
    says that these are not all. `whole` is the step from end to end, None where there is one step only.
    """

    start: Profile
    goal: Profile
    way: tuple[Thing, ...]
    others: tuple[tuple[Thing, ...], ...]
    has_more: bool
    exits: Exits | None
    steps: tuple[Step, ...]
    whole: Step | None
    person: Person
    readiness: tuple[Readiness, ...]
    plan: tuple[Stage, ...]

"""ORG101: one id is given to two entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Any, ClassVar

from orgmodel.findings import Severity
from orgmodel.loading.job_shares import is_job_share
from orgmodel.model.organization import SINGULAR, Organization, Spot, entity
from orgmodel.model.positions import Position
from orgmodel.reading.names import quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Example, Found, Rule, found_of
from orgmodel.rules.wording import MOST_RELATED, described, listed


class DuplicateId(Rule):
    """One finding for each id, with all its entries; seats that people share are only a warning."""

    code = "ORG101"
    name = "duplicate-id"
    severity = Severity.ERROR
    title = "One id is given to two entries"
    why = (
        "An id that means two things sends every line and letter that names it to the wrong place: "
        "a manager who sits in two seats closes loops that nobody can explain."
    )
    bad: ClassVar[Example] = {
        "org.yaml": """\
orgmodel: 1
include: more.yaml
roles:
  pm: {title: Product Manager}
""",
        "more.yaml": """\
orgmodel: 1
roles:
  pm: {title: Project Manager}  # [ORG101]
""",
    }
    good: ClassVar[Example] = {
        "org.yaml": """\
orgmodel: 1
include: more.yaml
roles:
  pm: {title: Product Manager}
""",
        "more.yaml": """\
orgmodel: 1
roles:
  project-manager: {title: Project Manager}
""",
    }
    fix = "Give each entry its own id, or delete the one that is too many."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Find every id with more than one entry."""
        yield from map(found_of, context.faults.get(self.name, ()))
        organization = context.organization
        for kind, repeats in organization.repeats.items():
            for name, others in repeats.items():
                entries = [organization.section(kind)[name], *others]
                if kind == "positions" and is_job_share(entries[0], others):
                    yield _found(kind, name, _shared(organization, name, entries), len(entries), is_shared=True)
                else:
                    yield _found(kind, name, _differing(kind, name, entries), len(entries))


def _found(kind: str, name: str, message: str, count: int, *, is_shared: bool = False) -> Found:
    further = [(Spot(kind, name, occurrence=i), "given again here") for i in range(2, min(count, MOST_RELATED))]
    return Found(
        message,
        Spot(kind, name, occurrence=1),
        (entity(kind, name),),
        ((Spot(kind, name), "first given here; this one counts"), *further),
        fix="Keep the rows if people share this post; else give each row its own id." if is_shared else "",
        severity=Severity.WARNING if is_shared else None,
    )


def _shared(organization: Organization, name: str, entries: Sequence[Position]) -> str:
    seat = entries[0]
    people = f", shared by {len(seat.holders)} people" if len(seat.holders) > 1 else ""
    whole = f", {seat.fte:g} full-time equivalents in all" if people and seat.fte is not None else ""
    rows = f"stands in {len(entries)} rows that agree in line and unit"
    return f"{described(organization, 'positions', name)} {rows}: read as one post{people}{whole}"


def _differing(kind: str, name: str, entries: Sequence[Any]) -> str:
    beginning = f"{SINGULAR[kind]} {quoted(name)} is given {len(entries)} times"
    if kind == "positions":
        managers = list(dict.fromkeys(_manager(entry) for entry in entries))
        if len(managers) > 1:
            return f"{beginning}, with {len(managers)} different managers: {listed(managers)}"
    words = [
        field.name.strip("_").replace("_", " ")
        for field in fields(entries[0])
        if any(getattr(entry, field.name) != getattr(entries[0], field.name) for entry in entries)
    ]
    return f"{beginning}, differing in {listed(words)}" if words else f"{beginning}, each time the same"


def _manager(entry: Position) -> str:
    return " and ".join(quoted(line.to) for line in entry.reports_to or ()) or "none"

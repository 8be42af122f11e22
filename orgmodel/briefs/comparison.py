"""Roles side by side as a brief."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from orgmodel.analysis.compare_records import ComparedRow, Comparison, Overlap, Planes, Relation
from orgmodel.analysis.role_records import Profile
from orgmodel.analysis.who_records import Thing
from orgmodel.briefs.brief import NOTHING, Block, Brief, Cell, Part, Section, Tone, lines, section, table
from orgmodel.briefs.words import (
    RoleNames,
    amount_of,
    as_others,
    by_work,
    joined,
    kind_of_work,
    legend,
    letters_of,
    pay_kind,
    pay_verdict,
    percent,
    skill_level,
    years_of,
    years_verdict,
)
from orgmodel.reading.counts import counted

_RELATIONS: tuple[tuple[Relation, str, Tone], ...] = (
    ("in conflict", "In conflict: too many answer, or a source denies the part", "bad"),
    ("shared", "Shared: the same part in it", ""),
    ("handed over", "Handed over: different parts in it", ""),
)
_MOST_NAMED = 12


def comparison_brief(model: str, answer: Comparison) -> Brief:
    """The page that sets roles side by side."""
    return _Writer(model, answer).brief()


class _Writer:
    def __init__(self, model: str, answer: Comparison) -> None:
        self.model = model
        self.answer = answer
        self.profiles = answer.profiles
        self.name = RoleNames(profile.role for profile in answer.profiles)
        self.titles = tuple(self.name(profile.role) for profile in answer.profiles)
        self.duties = [row for row in answer.rows if row.row.kind != "deliverable"]
        self.deliverables = [row for row in answer.rows if row.row.kind == "deliverable"]

    def brief(self) -> Brief:
        sections: list[Section] = [
            *section("In short", lines(*self._short())),
            *section("The roles", self._facts()),
            *section("Activities and decisions", self._rows(self.duties)),
            *section("Deliverables", self._rows(self.deliverables)),
            *section("Skills, from 1 to 7", self._skills()),
            *section("Experience and pay", self._figures()),
            *section("Measures", self._measures()),
        ]
        letters = legend((row.row, row.marks) for row in self.answer.rows)
        return Brief(joined(self.titles), self.model, tuple(sections), tuple(letters))

    # -- in short

    def _short(self) -> Iterator[str]:
        for profile in self.profiles:
            for role in profile.above:
                if role in (other.role for other in self.profiles):
                    above = "itself" if role == profile.role else self.name(role)
                    yield f"{self.name(profile.role)} reports to {above}."
        rows = self.answer.rows
        both = {relation: [row for row in rows if row.relation == relation] for relation, _, _ in _RELATIONS}
        together = sum(map(len, both.values()))
        if together:
            parts = joined(f"{len(some):,} {relation}" for relation, some in both.items() if some)
            yield f"{self._together()} part in {counted(together, 'row')}: {parts}."
        elif rows:
            yield "They have no row in common."
        else:
            yield "None of them has a letter on any row."
        for i, title in enumerate(self.titles):
            alone = sum(row.relation == "only" and bool(row.marks[i]) for row in rows)
            owned = self.answer.planes[i].owned
            if self.answer.planes[i].rows:
                own = f"and has a part in {alone:,} that the {self._rest()}"
                yield f"{title} answers for {counted(owned, 'row')}, {own}."
        yield from as_others(self.name, self.answer.counted)
        conflicts = both["in conflict"]
        if conflicts:
            yield f"To settle: {_some(row.row.activity.title for row in conflicts)}."

    def _together(self) -> str:
        return "Both have a" if len(self.profiles) == 2 else "Two or more have a"

    def _rest(self) -> str:
        return "other has not" if len(self.profiles) == 2 else "others have not"

    # -- facts

    def _facts(self) -> tuple[Block, ...]:
        facts: tuple[tuple[str, Callable[[Profile], Iterable[str]]], ...] = (
            ("Also called", lambda one: one.aliases),
            ("Purpose", lambda one: _given(one.purpose)),
            ("Reports to", lambda one: map(self._other, one.above)),
            ("Reports to it", lambda one: _few(map(self._other, one.below))),
            ("Level", lambda one: _given(one.level)),
            ("Grade", lambda one: _given(one.grade)),
            ("Track", lambda one: _given(one.track)),
            ("Family", lambda one: _given(one.family)),
            ("Works with", lambda one: _few(map(self._other, one.works_with))),
            ("Next step", lambda one: _few(map(self._other, one.promotes_to))),
            ("Counts as", lambda one: map(self._other, one.counts_as)),
            ("Seats", lambda one: _given(one.seats)),
            ("Outside", lambda one: ("outside the organisation",) if one.external else ()),
            ("Certifications", lambda one: one.certifications),
            ("Also in words", lambda one: one.responsibilities),
            *((key, lambda one, key=key: _given(one.fields.get(key))) for key in self._keys()),
        )
        rows = []
        for label, values in facts:
            told = [tuple(values(profile)) for profile in self.profiles]
            if any(told):
                cells = (Cell(items) if items else Cell((NOTHING,), "quiet") for items in told)
                rows.append((Cell((label,), "quiet"), *cells))
        return table(("", *self.titles), Part("", tuple(rows)))

    def _keys(self) -> Iterable[str]:
        return dict.fromkeys(key for profile in self.profiles for key in profile.fields)

    def _other(self, role: Thing) -> str:
        return self.name(role)

    # -- rows

    def _rows(self, rows: list[ComparedRow]) -> tuple[Block, ...]:
        scheme = len({row.row.scheme for row in rows}) > 1
        parts = [self._part(heading, tone, rows, relation, scheme) for relation, heading, tone in _RELATIONS]
        for i, title in enumerate(self.titles):
            own = [row for row in rows if row.marks[i]]
            parts.append(self._part(f"Only {title}", "", own, "only", scheme))
        heads = ("", "Plane and group", *self.titles)
        return table(heads, *parts, is_list=True)

    def _part(self, heading: str, tone: Tone, rows: list[ComparedRow], relation: Relation, scheme: bool) -> Part:
        found = sorted((row for row in rows if row.relation == relation), key=lambda row: by_work(row.row))
        return Part(f"{heading} ({len(found):,})", tuple(_row(row, scheme) for row in found), tone)

    # -- skills, years, pay

    def _skills(self) -> tuple[Block, ...]:
        rows = tuple(
            (Cell((skill.skill.replace("_", " "),)), *map(skill_level, skill.levels)) for skill in self.answer.skills
        )
        return table(("", *self.titles), Part("", rows))

    def _figures(self) -> tuple[Block, ...]:
        rows = []
        if any(self.answer.experience.years):
            years = (Cell((years_of(one),)) for one in self.answer.experience.years)
            rows.append((Cell(("Experience",)), *years, Cell((years_verdict(self.answer.experience),), "quiet")))
        for line in self.answer.pay:
            amounts = (Cell((amount_of(amount, line.kind),)) for amount in line.amounts)
            rows.append((Cell((f"Pay: {pay_kind(line.kind)}",)), *amounts, Cell((pay_verdict(line),), "quiet")))
        return table(("", *self.titles, "Compared"), Part("", tuple(rows)))

    # -- measures

    def _measures(self) -> tuple[Block, ...]:
        rows = [row for one in self.answer.row_overlaps for row in self._overlap(one, "Rows")]
        rows += [row for one in self.answer.skill_overlaps for row in self._overlap(one, "Skills")]
        rows += [self._strategic(one) for one in self.answer.planes if one.strategic_share is not None]
        return table(("", "Formula", "Value"), Part("", tuple(rows)))

    def _overlap(self, one: Overlap, what: str) -> Iterator[tuple[Cell, ...]]:
        if one.jaccard is None or one.coefficient is None:
            return
        which = what if len(self.profiles) == 2 else f"{what} of {self.name(one.first)} and {self.name(one.second)}"
        union = one.both + one.only_first + one.only_second
        smaller = one.both + min(one.only_first, one.only_second)
        yield _measure(f"{which}: overlap (Jaccard)", f"both / either = {one.both:,} / {union:,}", one.jaccard)
        yield _measure(
            f"{which}: overlap coefficient", f"both / the smaller = {one.both:,} / {smaller:,}", one.coefficient
        )

    def _strategic(self, one: Planes) -> tuple[Cell, ...]:
        said = one.strategic + one.tactical + one.operational
        formula = f"strategic rows / rows with a plane = {one.strategic:,} / {said:,}"
        return _measure(f"{self.name(one.role)}: strategic share", formula, one.strategic_share or 0.0)


def _row(compared: ComparedRow, scheme: bool) -> tuple[Cell, ...]:
    cells = [letters_of(marks) for marks in compared.marks]
    for i, sources in enumerate(compared.deniers):
        if sources and compared.marks[i]:
            cells[i] = Cell((*cells[i].items, f"denied by {joined(sources)}"), "bad")
        elif sources:
            cells[i] = Cell((f"no part, says {joined(sources)}",), "quiet")
    work = kind_of_work(compared.row, scheme=scheme, kind=compared.row.kind != "deliverable")
    return Cell((compared.row.activity.title,)), work, *cells


def _measure(what: str, formula: str, value: float) -> tuple[Cell, ...]:
    return Cell((what,)), Cell((formula,), "quiet"), Cell((percent(value),))


def _given(value: object) -> tuple[str, ...]:
    return () if value is None or value == "" else (str(value),)


def _few(names: Iterable[str]) -> tuple[str, ...]:
    found = tuple(names)
    return found if len(found) <= _MOST_NAMED else (*found[:_MOST_NAMED], f"and {len(found) - _MOST_NAMED:,} more")


def _some(titles: Iterable[str]) -> str:
    return joined(_few(titles))

"""What rules look at: the organisation, the day, and passes over it that several rules share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from itertools import chain, compress
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from orgmodel.findings import Fault
from orgmodel.graph.lines import VACANT, Lines, read_lines
from orgmodel.graph.role_lines import RoleLines
from orgmodel.graph.units import UnitTree
from orgmodel.model.activities import Letter
from orgmodel.model.lines import Assignee
from orgmodel.model.organization import Organization
from orgmodel.model.policy import Policy, without_reversed
from orgmodel.rules.kinds import kinds_of
from orgmodel.rules.rare_fields import rare_fields

if TYPE_CHECKING:
    from orgmodel.analysis.attributes import Attributes
    from orgmodel.graph.references import References
    from orgmodel.graph.resolution import Resolver
    from orgmodel.rules.authority.bonds import Bonds
    from orgmodel.rules.column.columns import Columns
    from orgmodel.rules.column.loads import Loads
    from orgmodel.rules.ladder.payroll import Payroll
    from orgmodel.rules.ladder.rungs import Ladder
    from orgmodel.rules.line_ends import LineEnds
    from orgmodel.rules.lines.dotted import DottedLines
    from orgmodel.rules.lines.levels import Levels
    from orgmodel.rules.misspelt import Misspelt
    from orgmodel.rules.policy.demands import Demand
    from orgmodel.rules.row.answers import Answers
    from orgmodel.rules.row.doubts import Doubts
    from orgmodel.rules.row.judged import JudgedRow
    from orgmodel.rules.seats.deputies import Deputy
    from orgmodel.rules.seats.shared_people import SharedPerson
    from orgmodel.rules.spans.direct_reports import DirectReports
    from orgmodel.rules.spans.unit_sizes import UnitSize


class RuleContext:
    """The organisation on a day. Everything costly is made once, at the first rule that asks.

    `texts` are those of all files that the organisation was read from; none where they are not at hand.
    `unused_waivers` are the numbers of those that cover nothing; they are known when all other rules have run.
    """

    def __init__(
        self, organization: Organization, day: date, faults: Iterable[Fault] = (), texts: Sequence[str] = ()
    ) -> None:
        self.organization = organization
        self.day = day
        self.texts = texts
        self.faults: dict[str, list[Fault]] = {}
        for fault in faults:
            self.faults.setdefault(fault.rule, []).append(fault)
        self.unused_waivers: tuple[int, ...] = ()
        self._seats_with: dict[str, tuple[str, ...]] = {}
        self._of_seats: dict[str, list[Any]] = {}
        self._of_lines: dict[str, list[Any]] = {}
        self._ends: dict[str, LineEnds[Any]] = {}

    @cached_property
    def policy(self) -> Policy:
        """Thresholds of this organisation; limits that nothing can keep to are a fault of their own, and left out."""
        return without_reversed(self.organization.policy)

    @cached_property
    def rare_fields(self) -> dict[str, dict[str, Any]]:
        """What few seats say, by field and seat. See `rare_fields` of the module of that name."""
        return rare_fields(self.organization.positions)

    def seats_with(self, field: str) -> Sequence[str]:
        """The seats in which a field is neither missing nor empty."""
        if field not in self._seats_with:
            rare = self.rare_fields.get(field)
            if rare is None:
                found = compress(self.organization.positions, self.of_seats(field))
            else:
                found = compress(rare, rare.values())
            self._seats_with[field] = tuple(found)
        return self._seats_with[field]

    def of_seats(self, field: str) -> list[Any]:
        """What all seats have in a field, in the order of the files: one look at it spares many a look at each seat."""
        if field not in self._of_seats:
            self._of_seats[field] = list(map(attrgetter(field), self.organization.positions.values()))
        return self._of_seats[field]

    def of_lines(self, field: str) -> list[Any]:
        """Like `of_seats`, of those seats that `lines` has."""
        if not self.lines.left_out:
            return self.of_seats(field)
        if field not in self._of_lines:
            seats = map(self.organization.positions.__getitem__, self.lines.ids)
            self._of_lines[field] = list(map(attrgetter(field), seats))
        return self._of_lines[field]

    def ends(self, field: str) -> LineEnds[Any]:
        """What both ends of every line have in a field."""
        from orgmodel.rules.line_ends import LineEnds  # noqa: PLC0415

        if field not in self._ends:
            self._ends[field] = LineEnds(self.of_lines(field), self.lines.parent)
        return self._ends[field]

    @cached_property
    def assignees(self) -> list[Assignee]:
        """Whoever has a letter as the rows are written, of all rows one after the other."""
        rows = map(attrgetter("assign"), self.organization.activities.values())
        return list(chain.from_iterable(chain.from_iterable(map(dict.values, rows))))

    @cached_property
    def repeated_holders(self) -> frozenset[str]:
        """Whoever is named as holder more than once, on whatever day."""
        from orgmodel.rules.seats.shared_people import named_more_than_once  # noqa: PLC0415

        return named_more_than_once(self)

    @cached_property
    def shared_people(self) -> tuple[SharedPerson, ...]:
        """People who sit in more than one seat."""
        from orgmodel.rules.seats.shared_people import people_with_several_seats  # noqa: PLC0415

        return tuple(people_with_several_seats(self))

    @cached_property
    def deputies(self) -> tuple[Deputy, ...]:
        """Who stands in for the seats in force."""
        from orgmodel.rules.seats.deputies import deputies  # noqa: PLC0415

        return tuple(deputies(self))

    @cached_property
    def lines(self) -> Lines:
        """The line of every seat on the day, and the hierarchy they make."""
        return read_lines(self.organization, self.day)

    @cached_property
    def vacant_seats(self) -> dict[str, int]:
        """The seats in force in which nobody sits on the day, each with its place in `lines`, in that order."""
        ids, statuses = self.lines.ids, self.lines.statuses
        if VACANT not in statuses:
            return {}
        return {ids[i]: i for i, status in enumerate(statuses) if status == VACANT}

    @cached_property
    def role_lines(self) -> RoleLines:
        """The usual lines between roles on the day, for models without positions."""
        return RoleLines(self.organization, self.day)

    @cached_property
    def units(self) -> UnitTree:
        """The tree of units."""
        return UnitTree(self.organization)

    @cached_property
    def resolver(self) -> Resolver:
        """Who, really, holds each letter."""
        from orgmodel.graph.resolution import Resolver  # noqa: PLC0415

        return Resolver(self.organization, self.day, self.lines)

    @cached_property
    def rows(self) -> tuple[JudgedRow, ...]:
        """The rows of the matrix that rules judge, in the order of the files."""
        from orgmodel.rules.row.judged import judged_rows  # noqa: PLC0415

        return judged_rows(self.organization, self.resolver, self.day)

    @cached_property
    def schemes(self) -> dict[str | None, dict[str, Letter]]:
        """The letters of the schemes that rows use, by the name that these write."""
        return {row.activity.scheme: row.letters for row in self.rows}

    @cached_property
    def answers(self) -> Answers:
        """What each assignee means in each place where rows exist."""
        from orgmodel.rules.row.answers import Answers  # noqa: PLC0415

        return Answers(self.resolver, self.rows)

    @cached_property
    def doubts(self) -> Doubts:
        """The answers about which rules on the seats of owners and doers may have something to say."""
        from orgmodel.rules.row.doubts import Doubts  # noqa: PLC0415

        return Doubts(self.answers)

    @cached_property
    def bonds(self) -> Bonds:
        """Who owns, does and else takes part in each row, on the reporting lines."""
        from orgmodel.rules.authority.bonds import Bonds  # noqa: PLC0415

        return Bonds(self)

    @cached_property
    def columns(self) -> Columns:
        """What each role has to do with the rows that are decided."""
        from orgmodel.rules.column.columns import Columns  # noqa: PLC0415

        return Columns(self.resolver, self.rows, self.policy.column)

    @cached_property
    def loads(self) -> Loads:
        """The rows, wherever they exist, that rest on each seat."""
        from orgmodel.rules.column.loads import Loads  # noqa: PLC0415

        return Loads(self.answers, self.columns.rows, self.shared_people)

    @cached_property
    def references(self) -> References:
        """Who refers to what, and what of that does not exist."""
        from orgmodel.graph.references import References  # noqa: PLC0415

        return References(self.lines, self.of_seats, self.rare_fields, self.assignees)

    @cached_property
    def misspelt(self) -> Misspelt:
        """The slips in the roles and units of seats, and what they were meant to be."""
        from orgmodel.rules.misspelt import Misspelt  # noqa: PLC0415

        return Misspelt(self.organization, self.references, self.faults)

    @cached_property
    def demands(self) -> tuple[tuple[int, Demand], ...]:
        """The requirements of the policy that can be judged, with their number there."""
        from orgmodel.rules.policy.demands import demands  # noqa: PLC0415

        return tuple(demands(self))

    @cached_property
    def attributes(self) -> Attributes:
        """What each entry is on the day, field by field."""
        from orgmodel.analysis.attributes import Attributes  # noqa: PLC0415

        return Attributes(self.organization, self.lines, self.resolver.holders)

    @cached_property
    def ladder(self) -> Ladder:
        """The promotions between roles."""
        from orgmodel.rules.ladder.rungs import Ladder  # noqa: PLC0415

        return Ladder(self.organization)

    @cached_property
    def dotted_lines(self) -> tuple[DottedLines, ...]:
        """The dotted lines in force: those of positions, and those of roles."""
        from orgmodel.rules.lines.dotted import DottedLines  # noqa: PLC0415

        return DottedLines(self, "positions"), DottedLines(self, "roles")

    @cached_property
    def levels(self) -> Levels:
        """How high each seat stands, or each role in a model without seats."""
        from orgmodel.rules.lines.levels import Levels  # noqa: PLC0415

        return Levels(self)

    @cached_property
    def payroll(self) -> Payroll:
        """What roles and seats say about pay."""
        from orgmodel.rules.ladder.payroll import Payroll  # noqa: PLC0415

        return Payroll(self)

    @cached_property
    def direct_reports(self) -> DirectReports:
        """How many seats report to each seat, and the limits for that."""
        from orgmodel.rules.spans.direct_reports import DirectReports  # noqa: PLC0415

        return DirectReports(self)

    @cached_property
    def unit_sizes(self) -> tuple[UnitSize, ...]:
        """How many seats each unit has of its own."""
        from orgmodel.rules.spans.unit_sizes import unit_sizes  # noqa: PLC0415

        return tuple(unit_sizes(self))

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Kinds of things that the model has anywhere; rules about other kinds stay silent. See `kinds_of`."""
        return kinds_of(self.organization, self.rare_fields)

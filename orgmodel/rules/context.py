"""What rules look at: the organisation, the day, and passes over it that several rules share."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from orgmodel.findings import Fault
from orgmodel.graph.lines import Lines, read_lines
from orgmodel.graph.units import UnitTree
from orgmodel.model.organization import Organization
from orgmodel.model.policy import Policy

if TYPE_CHECKING:
    from orgmodel.graph.resolution import Resolver


class RuleContext:
    """The organisation on a day. Everything costly is made once, at the first rule that asks."""

    def __init__(self, organization: Organization, day: date, faults: Iterable[Fault] = ()) -> None:
        self.organization = organization
        self.day = day
        self.faults: dict[str, list[Fault]] = {}
        for fault in faults:
            self.faults.setdefault(fault.rule, []).append(fault)

    @property
    def policy(self) -> Policy:
        """Thresholds of this organisation."""
        return self.organization.policy

    @cached_property
    def lines(self) -> Lines:
        """The line of every seat on the day, and the hierarchy they make."""
        return read_lines(self.organization, self.day)

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
    def kinds(self) -> frozenset[str]:
        """Kinds of things that the model has anywhere; rules about other kinds stay silent.

        Sections by their name; besides these `holders` (a seat says who sits in it, or that nobody does).
        """
        organization = self.organization
        present = {
            kind
            for kind in ("roles", "units", "positions", "people", "activities", "assignments", "waivers")
            if getattr(organization, kind)
        }
        if any(
            seat.holder is not None or seat.holders or seat.status is not None
            for seat in organization.positions.values()
        ):
            present.add("holders")
        if organization.policy.severity or organization.waivers:
            present.add("policy")
        return frozenset(present)

"""Who states what is paid: each role, and each seat that has pay of its own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from orgmodel.analysis.pay import Figure, Kind, figures
from orgmodel.rules.context import RuleContext
from orgmodel.rules.line_ends import LineEnds


@dataclass(slots=True, eq=False)
class Payer:
    """A role or a seat with the figures that it states, by kind. Each is equal to itself alone."""

    section: str
    name: str
    figures: dict[Kind, Figure]


class Payroll:
    """The figures of all who state pay, each read once."""

    def __init__(self, context: RuleContext) -> None:
        self._context = context

    @cached_property
    def roles(self) -> dict[str, Payer]:
        """The roles with pay."""
        roles = self._context.organization.roles
        return {name: Payer("roles", name, figures(role.pay)) for name, role in roles.items() if role.pay}

    @cached_property
    def seats(self) -> dict[str, Payer]:
        """The seats with pay of their own."""
        positions, names = self._context.organization.positions, self._context.seats_with("pay")
        return {name: Payer("positions", name, figures(positions[name].pay)) for name in names}

    @cached_property
    def ends(self) -> LineEnds[Payer]:
        """What states the pay at both ends of each line: the seat itself, else its role."""
        lines = self._context.lines
        payers = list(map(self.roles.get, self._context.of_lines("role")))
        for name, payer in self.seats.items():
            if name in lines.index:
                payers[lines.index[name]] = payer
        return LineEnds(payers, lines.parent)

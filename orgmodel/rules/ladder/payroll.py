"""Who states what is paid: each role, and each seat that has pay of its own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from orgmodel.analysis.pay import Figure, Kind, figures
from orgmodel.model.roles import Pay
from orgmodel.rules.context import RuleContext
from orgmodel.rules.line_ends import LineEnds

_said = attrgetter("stat", "min", "max", "amount", "currency", "period", "year", "source")


@dataclass(slots=True, eq=False)
class Tariff:
    """The figures, by kind, of all who state the same. Each is equal to itself alone."""

    figures: dict[Kind, Figure]


@dataclass(slots=True, eq=False)
class Payer:
    """A role or a seat with the figures that it states. Each is equal to itself alone."""

    section: str
    name: str
    tariff: Tariff


class Payroll:
    """The figures of all who state pay, each read once."""

    def __init__(self, context: RuleContext) -> None:
        self._context = context
        self._tariffs: dict[object, Tariff] = {}

    @cached_property
    def roles(self) -> dict[str, Payer]:
        """The roles with pay."""
        roles = self._context.organization.roles
        return {name: Payer("roles", name, self._tariff(role.pay)) for name, role in roles.items() if role.pay}

    @cached_property
    def seats(self) -> dict[str, Payer]:
        """The seats with pay of their own."""
        stated = self._context.rare_fields["pay"]
        return {name: Payer("positions", name, self._tariff(pays)) for name, pays in stated.items()}

    def _tariff(self, pays: tuple[Pay, ...]) -> Tariff:
        said = tuple(map(_said, pays))
        tariff = self._tariffs.get(said)
        if tariff is None:
            tariff = self._tariffs[said] = Tariff(figures(pays))
        return tariff

    @cached_property
    def ends(self) -> LineEnds[Tariff]:
        """What is paid at both ends of each line: to the seat itself, else to its role."""
        index = self._context.lines.index
        of_roles = {name: payer.tariff for name, payer in self.roles.items()}
        tariffs = list(map(of_roles.get, self._context.of_lines("role")))
        for name, payer in self.seats.items():
            if name in index:
                tariffs[index[name]] = payer.tariff
        return LineEnds(tariffs, self._context.lines.parent)

    def payer(self, i: int) -> Payer | None:
        """Who states what is paid at a place of the lines: the seat itself, else its role."""
        return self.seats.get(self._context.lines.ids[i]) or self.roles.get(self._context.of_lines("role")[i])

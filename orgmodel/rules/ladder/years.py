"""Years of experience that can be compared between the rungs of a ladder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from orgmodel.analysis.years import begins_anew, folded_basis, is_reversed
from orgmodel.model.organization import Spot
from orgmodel.model.roles import Experience
from orgmodel.reading.names import printable
from orgmodel.rules.context import RuleContext
from orgmodel.rules.ladder.rungs import Step


@dataclass(frozen=True, slots=True)
class YearsOfStep:
    """What both roles of a promotion ask for, counted from the same beginning."""

    step: Step
    lower: Experience
    upper: Experience
    basis: str

    @property
    def related(self) -> tuple[tuple[Spot, str], ...]:
        """Where the lower role says its years, and where the promotion is written."""
        return (
            (Spot("roles", self.step.lower, ("experience",)), "the years of the lower rung"),
            (self.step.spot, "the promotion"),
        )


def years_of_steps(context: RuleContext) -> Iterator[YearsOfStep]:
    """Steps whose years have one basis and are not at fault themselves.

    Years in the previous role begin anew on each rung, and are left out.
    """
    roles = context.organization.roles
    for step in context.ladder.steps:
        lower, upper = roles[step.lower].experience, roles[step.upper].experience
        if lower is None or upper is None or is_reversed(lower) or is_reversed(upper):
            continue
        basis = folded_basis(lower.basis)
        if basis == folded_basis(upper.basis) and not begins_anew(basis):
            shown = f" ({printable(upper.basis, 40)})" if upper.basis else ""
            yield YearsOfStep(step, lower, upper, shown)

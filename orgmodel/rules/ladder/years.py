"""Years of experience that can be compared between the rungs of a ladder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from orgmodel.model.organization import Spot
from orgmodel.model.roles import Experience
from orgmodel.reading.names import printable
from orgmodel.rules.context import RuleContext
from orgmodel.rules.ladder.rungs import Step

_RELATIVE = re.compile(r"\bprevious\b|\bin (?:this |the |current )?(?:role|rung|level)\b|\bas \w")
_BETWEEN_WORDS = re.compile(r"[\W_]+")


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
        if lower is None or upper is None or _is_reversed(lower) or _is_reversed(upper):
            continue
        basis = _folded(lower.basis)
        if basis == _folded(upper.basis) and not _RELATIVE.search(basis):
            shown = f" ({printable(upper.basis, 40)})" if upper.basis else ""
            yield YearsOfStep(step, lower, upper, shown)


def _is_reversed(years: Experience) -> bool:
    return years.min is not None and years.max is not None and years.max < years.min


def _folded(basis: str | None) -> str:
    return _BETWEEN_WORDS.sub(" ", (basis or "").casefold()).strip()


def years_named(years: Experience) -> str:
    """`3 to 5 years`, `7 years or more`."""
    if years.min is not None and years.max is not None and years.min != years.max:
        return f"{years.min:g} to {years.max:g} years"
    least = years.min if years.min is not None else years.max
    number = f"{least:g} {'year' if least == 1 else 'years'}"
    return number if years.min == years.max else f"{number} or {'more' if years.min is not None else 'less'}"

"""What of the pay of the steps of a ladder can be compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgmodel.analysis.pay import Kind, Pair, figures, pairs
from orgmodel.model.organization import Spot
from orgmodel.reading.names import printable
from orgmodel.rules.ladder.rungs import Ladder, Step
from orgmodel.rules.wording import listed


def paid_steps(ladder: Ladder) -> Iterator[tuple[Step, list[Pair]]]:
    """The steps between roles that both state pay, with what of it can be compared."""
    known = {name: figures(role.pay) for name, role in ladder.roles.items() if role.pay}
    for step in ladder.steps:
        lower, upper = known.get(step.lower), known.get(step.upper)
        if lower and upper:
            yield step, pairs(lower, upper)


def related_pay(step: Step, found: Iterable[Pair]) -> tuple[tuple[Spot, str], ...]:
    """Where the figures of the lower role stand, and where the step is written."""
    spots = [(Spot("roles", step.lower, ("pay", pair.lower.number)), "pay of the lower rung") for pair in found]
    return (*spots, (step.spot, "the promotion"))


def kinds_named(kinds: Iterable[Kind]) -> str:
    """The kinds of figures of a role: `median and p90 USD a year (survey.csv)`, each source once."""
    stats: dict[str, list[str]] = {}
    for kind in kinds:
        stats.setdefault(f"{kind.unit}{_behind(kind)}", []).append(kind.stat)
    return ", ".join(f"{listed(named)} {rest}" for rest, named in stats.items())


def _behind(kind: Kind) -> str:
    known = [printable(kind.source or "", 60), str(kind.year) if kind.year is not None else ""]
    text = ", ".join(filter(None, known))
    return f" ({text})" if text else ""

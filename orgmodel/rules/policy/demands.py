"""Requirements of the policy held against the entries of an organisation, and how they read in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from orgmodel.analysis.attributes import Attributes, Value
from orgmodel.analysis.fields import field_at
from orgmodel.model.requirement import Condition, Requirement
from orgmodel.reading.names import printable, quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.wording import listed

_MOST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Failure:
    """What one entry does not fulfil: the fields concerned, and a sentence about each."""

    name: str
    fields: tuple[str, ...]
    said: tuple[str, ...]


class Demand:
    """One requirement, without conditions on fields that do not exist: those are told apart."""

    def __init__(self, requirement: Requirement, attributes: Attributes) -> None:
        self.requirement = requirement
        self.kind = requirement.every
        self._look = attributes
        self._where = self._known(requirement.where)
        self._must = self._known(requirement.must)
        self._must_not = self._known(requirement.must_not)

    def _known(self, conditions: Mapping[str, Condition]) -> dict[str, Condition]:
        return {field: asked for field, asked in conditions.items() if field_at(self.kind, field) is not None}

    @property
    def is_judged(self) -> bool:
        """Whether `where` can be read as it was meant; with a field that is unknown it cannot."""
        return len(self._where) == len(self.requirement.where)

    def matched(self) -> Iterator[str]:
        """The entries that it speaks of."""
        for name in self._look.entries(self.kind):
            if all(holds(asked, self._values(name, field)) for field, asked in self._where.items()):
                yield name

    def failures(self) -> Iterator[Failure]:
        """The entries that do not fulfil it."""
        for name in self.matched():
            failed = dict(self._failed(name))
            if failed:
                yield Failure(name, tuple(failed), tuple(failed.values()))

    def _failed(self, name: str) -> Iterator[tuple[str, str]]:
        for field, asked in self._must.items():
            values = self._values(name, field)
            if not holds(asked, values):
                yield field, f"{quoted(field)} is {_missed(values, asked)}"
        for field, asked in self._must_not.items():
            values = self._values(name, field)
            if holds(asked, values):
                yield field, f"{quoted(field)} is {_found(values)}, and must not be {wanted(asked)}"

    def _values(self, name: str, field: str) -> tuple[Value, ...]:
        return self._look.values(self.kind, name, field)


def demands(context: RuleContext) -> Iterator[tuple[int, Demand]]:
    """The requirements that can be judged, by their number in the policy."""
    attributes = context.attributes
    for number, requirement in enumerate(context.policy.require):
        demand = Demand(requirement, attributes)
        if demand.is_judged:
            yield number, demand


def holds(asked: Condition, values: tuple[Value, ...]) -> bool:
    """Whether the values of a field are as asked."""
    if asked.wants_value is not None and asked.wants_value != bool(values):
        return False
    texts = {_text(value) for value in values}
    if asked.equals is not None and not _has(values, texts, asked.equals):
        return False
    if asked.in_ is not None and not any(_has(values, texts, one) for one in asked.in_):
        return False
    if asked.min is None and asked.max is None:
        return True
    return bool(values) and all(_keeps(value, asked) for value in values)


def _has(values: tuple[Value, ...], texts: set[str], told: str) -> bool:
    if told in texts:
        return True
    numbers = [value for value in values if isinstance(value, float | int) and not isinstance(value, bool)]
    number = _number(told) if numbers else None
    return number is not None and number in numbers


def _keeps(value: Value, asked: Condition) -> bool:
    if isinstance(value, bool):
        return False
    if isinstance(value, str):
        number = _number(value)
        if number is None:
            return False
        value = number
    if any(
        limit is not None and isinstance(limit, date) != isinstance(value, date) for limit in (asked.min, asked.max)
    ):
        return False
    least, measured, most = _measure(asked.min), _measure(value), _measure(asked.max)
    return measured is not None and (least is None or least <= measured) and (most is None or measured <= most)


def _measure(value: float | date | None) -> float | None:
    return value.toordinal() if isinstance(value, date) else value


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _text(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str) else f"{value:g}"


def _found(values: tuple[Value, ...]) -> str:
    if not values:
        return "not set"
    return listed([_said(value) for value in values], _MOST_WORDS)


def _missed(values: tuple[Value, ...], asked: Condition) -> str:
    if values:
        return f"{_found(values)}, not {wanted(asked)}"
    return "not set" if wanted(asked) == "set" else f"not set, and should be {wanted(asked)}"


def _said(value: Value) -> str:
    if isinstance(value, str):
        return quoted(value.partition("\0")[0])
    return _text(value)


def wanted(asked: Condition) -> str:
    """What is asked, in words: `"director"`, `set`, `3 to 9`, `"a" or "b"`."""
    parts = []
    if asked.wants_value is not None:
        parts.append("set" if asked.wants_value else "empty")
    if asked.equals is not None:
        parts.append(quoted(asked.equals))
    if asked.in_ is not None:
        shown = [quoted(one) for one in asked.in_[:_MOST_WORDS]]
        more = len(asked.in_) - len(shown)
        parts.append(" or ".join([*shown, f"one of {more:,} more"] if more else shown) or "anything")
    if asked.min is not None and asked.max is not None:
        parts.append(f"{_text(asked.min)} to {_text(asked.max)}")
    elif asked.min is not None:
        parts.append(f"{_text(asked.min)} or {'later' if isinstance(asked.min, date) else 'more'}")
    elif asked.max is not None:
        parts.append(f"{_text(asked.max)} or {'earlier' if isinstance(asked.max, date) else 'less'}")
    return " and ".join(parts)


def called(requirement: Requirement) -> str:
    """A requirement in words: its name, else of whom it is asked."""
    if requirement.name:
        return f"the requirement {quoted(requirement.name)}"
    where = [f"{quoted(field)} is {wanted(asked)}" for field, asked in requirement.where.items()]
    which = f" where {listed(where, _MOST_WORDS)}" if where else ""
    return f"the requirement for every {requirement.every}{which}"


def because(requirement: Requirement) -> str:
    """`: so that ...`, or nothing."""
    return f" ({printable(requirement.reason, 150)})" if requirement.reason else ""

"""Requirements of the policy held against the entries of an organisation, and how they read in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import compress
from operator import attrgetter
from typing import Any

from orgmodel.analysis.attributes import Attributes, Value
from orgmodel.analysis.fields import field_at
from orgmodel.model.organization import PLURAL
from orgmodel.model.requirement import Condition, Requirement
from orgmodel.reading.names import printable, quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.policy.unclear import can_be_kept, unclear
from orgmodel.rules.wording import listed

_MOST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Failure:
    """What one entry does not fulfil: the fields concerned."""

    name: str
    fields: tuple[str, ...]
    is_unset: bool
    """Whether nothing is wrong but that these fields have no value."""


class Asked:
    """One condition of a requirement, asked of one field; of equal values it is asked once."""

    def __init__(self, look: Attributes, kind: str, field: str, condition: Condition) -> None:
        self.field = field
        self.condition = condition
        self._look = look
        self._kind = kind
        told = field_at(kind, field)
        self._counts = told is not None and told.counts
        self._attribute = told.attribute if told is not None and "." not in field else ""
        self._entries = look.org.section(PLURAL[kind])
        self._known: dict[Any, bool] = {}

    def holds(self, name: str) -> bool:
        """Whether the field of an entry is as asked."""
        if not self._attribute:
            return self._find(name)
        value = getattr(self._entries.get(name), self._attribute, None)
        if value not in self._known:
            self._known[value] = self._find(name)
        return self._known[value]

    def among(self, names: Iterable[str]) -> Iterator[str]:
        """Those entries whose field is as asked. Of many entries a common field is read at once."""
        if not self._attribute or self._kind == "person":  # people need no entry
            return filter(self.holds, names)
        listed = list(names)
        values = list(map(attrgetter(self._attribute), map(self._entries.__getitem__, listed)))
        told = {value: self._find(name) for value, name in dict(zip(values, listed, strict=True)).items()}
        return compress(listed, map(told.__getitem__, values))

    def _find(self, name: str) -> bool:
        return holds(self.condition, self._look.values(self._kind, name, self.field), counts=self._counts)


class Demand:
    """One requirement, held against the entries that it speaks of."""

    def __init__(self, requirement: Requirement, attributes: Attributes) -> None:
        self.requirement = requirement
        self.kind = requirement.every
        self._look = attributes
        self._where = self._asked(requirement.where)
        self._must = self._asked(requirement.must)
        self._must_not = self._asked(requirement.must_not)

    def _asked(self, conditions: Mapping[str, Condition]) -> dict[str, Asked]:
        return {field: Asked(self._look, self.kind, field, condition) for field, condition in conditions.items()}

    @cached_property
    def matched(self) -> tuple[str, ...]:
        """The entries that it speaks of."""
        found = iter(self._look.entries(self.kind))
        for asked in self._where.values():
            found = asked.among(found)
        return tuple(found)

    def failures(self) -> Iterator[Failure]:
        """The entries that do not fulfil it."""
        for name in self.matched:
            failed = tuple(dict.fromkeys(self._failed(name)))
            if failed:
                yield Failure(name, failed, is_unset=not any(self._values(name, field) for field in failed))

    def _failed(self, name: str) -> list[str]:
        missed = [field for field, asked in self._must.items() if not asked.holds(name)]
        return missed + [field for field, asked in self._must_not.items() if asked.holds(name)]

    def said(self, failure: Failure) -> list[str]:
        """A sentence about each field of a failure."""
        return [f"{quoted(field)} is {self._said(failure.name, field)}" for field in failure.fields]

    def _said(self, name: str, field: str) -> str:
        values = self._values(name, field)
        refused = self._must_not.get(field)
        if refused is not None and refused.holds(name):
            return f"{_found(values)}, and must not be {wanted(refused.condition)}"
        return self._missed(field, values, self.requirement.must[field])

    def _missed(self, field: str, values: tuple[Value, ...], asked: Condition) -> str:
        if self._counts(field) and (asked.min is not None or asked.max is not None):
            shown = f" ({_found(values)})" if values else ""
            return f"{len(values):,}{shown}, not {wanted(asked)}"
        return _missed(values, asked)

    def _counts(self, field: str) -> bool:
        told = field_at(self.kind, field)
        return told is not None and told.counts

    def _values(self, name: str, field: str) -> tuple[Value, ...]:
        return self._look.values(self.kind, name, field)

    def unmet(self) -> Iterator[tuple[str, str, set[str]]]:
        """Field, value and all values that there are, where `where` asks for a value that no entry has."""
        for field, asked in self.requirement.where.items():
            told = field_at(self.kind, field)
            if told is None or told.leads_to is not None:
                continue
            names = dict.fromkeys(asked.in_ or ()) | ({asked.equals: None} if asked.equals is not None else {})
            known = {_text(value) for name in self._look.entries(self.kind) for value in self._values(name, field)}
            yield from ((field, name, known) for name in names if name not in known)


def demands(context: RuleContext) -> Iterator[tuple[int, Demand]]:
    """The requirements that can be judged as they were meant, with their number in the policy."""
    for number, requirement in enumerate(context.policy.require):
        if can_be_kept(requirement) and not any(unclear(context.organization, requirement)):
            yield number, Demand(requirement, context.attributes)


def holds(asked: Condition, values: tuple[Value, ...], *, counts: bool = False) -> bool:
    """Whether the values of a field are as asked; `counts` holds limits against how many there are."""
    if asked.wants_value is not None and asked.wants_value != bool(values):
        return False
    texts = {_text(value) for value in values} if asked.equals is not None or asked.in_ is not None else set()
    if asked.equals is not None and not _has(values, texts, asked.equals):
        return False
    if asked.in_ is not None and not any(_has(values, texts, one) for one in asked.in_):
        return False
    if asked.min is None and asked.max is None:
        return True
    if counts:
        return _keeps(len(values), asked)
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

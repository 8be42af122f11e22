"""What a rule is: a fault with a name, why it matters, examples, and a check that finds it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias, TypeVarTuple, Unpack

from orgmodel.findings import Fault, Severity
from orgmodel.source import Place

if TYPE_CHECKING:
    from orgmodel.model.organization import Spot
    from orgmodel.rules.context import RuleContext

Where: TypeAlias = "Spot | Place"
"""A spot of the model, or a place in a file that is known already."""
Example = str | Mapping[str, str]
"""The text of an `org.yaml`, or file names to texts; the first file is the model."""
_Given = TypeVarTuple("_Given")


@dataclass(slots=True)
class Found:
    """What a rule found. Spots become places in files only when a finding is kept.

    `subject` goes into the fingerprint: what the finding is about, without line numbers; the entities
    by default. `fix` and `severity` replace those of the rule where a case differs.
    """

    message: str
    at: Where
    entities: tuple[str, ...] = ()
    related: tuple[tuple[Where, str], ...] = ()
    fix: str = ""
    severity: Severity | None = None
    subject: str = ""


class _Unwritten(Found):
    """A finding whose words are written when somebody reads them: a field that is not there yet asks for them all."""

    __slots__ = ("_given", "_write")

    def __init__(self, write: Callable[..., Found], given: tuple[Any, ...], severity: Severity | None) -> None:
        self._write = write
        self._given = given
        self.severity = severity

    def __getattr__(self, name: str) -> Any:
        if name not in Found.__slots__:
            raise AttributeError(name)
        found = self._write(*self._given)
        for field in Found.__slots__:
            setattr(self, field, getattr(found, field))
        return getattr(self, name)


def later(write: Callable[[Unpack[_Given]], Found], *given: *_Given, severity: Severity | None = None) -> Found:
    """What a rule finds often and a run shows seldom: counted now, written by `write(...)` when it is read.

    `severity` must be that which `write` gives. What `write` looks at must not change before the rule goes on.
    """
    return _Unwritten(write, given, severity)


class Rule(ABC):
    """One kind of fault. A rule yields what it found; it never prints, changes or raises on user data.

    `bad` is an example with the fault: each line that a finding points at ends with a comment with the
    code in brackets, as in `[ORG201]`. `good` is the smallest change that is right.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity]
    title: ClassVar[str]
    why: ClassVar[str]
    bad: ClassVar[Example]
    good: ClassVar[Example]
    fix: ClassVar[str]

    @abstractmethod
    def check(self, context: RuleContext) -> Iterator[Found]:
        """Find every fault of this kind."""


class FileRule(Rule):
    """A fault met while reading; the reading rooms have found it, the rule gives it name and severity."""

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Pass on the faults of this name."""
        for fault in context.faults.get(self.name, ()):
            yield found_of(fault)


def found_of(fault: Fault) -> Found:
    """A fault met while reading, as a rule reports it."""
    return Found(
        fault.message,
        fault.place,
        fault.entities,
        tuple((related.place, related.note) for related in fault.related),
        fix=_sentence(fault.fix),
        severity=fault.severity,
        subject=" ".join(fault.entities) or fault.message,
    )


def _sentence(text: str) -> str:
    """A fix reads as a sentence, however the reading room wrote it down."""
    return text if not text or text.endswith(".") else f"{text[:1].upper()}{text[1:]}."

"""A long section read field by field: the roles of all seats, then all their titles, and so on.

Most fields are left out of most entries, and what is written is mostly plain text. One look at a whole
field costs far less than one look at each entry.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Container, Iterable
from functools import cache, cached_property
from itertools import repeat, starmap
from operator import itemgetter
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from orgmodel.model.positions import NO_FIELDS, Position, plain_position
from orgmodel.model.values import RECORD, Plain

_TEXTS = frozenset({str, type(None)})
_AT_ONCE = 1_000
"""So many entries and their records lie in the memory that is near to the processor."""


def read_by_field(record: type, raw: dict[str, Any]) -> dict[str, Any] | None:
    """The records of raw entries by id, as the validator of `record` makes them; None if anything is wrong.

    Every field of the record may be left out, and none depends on another.
    """
    entries = list(raw.values())
    records: list[Any] = []
    for start in range(0, len(entries), _AT_ONCE):
        part = _records(record, entries[start : start + _AT_ONCE])
        if part is None:
            return None
        records += part
    return dict(zip(raw, records, strict=True))


def _records(record: type, entries: list[Any]) -> list[Any] | None:
    fields = _fields_of(record)
    if set(map(type, entries)) != {dict}:
        return None
    forms = _forms(entries)
    written = set().union(*forms)
    if not written <= fields.keys():
        return None
    everywhere = written.intersection(*forms)
    records = _empty(record, len(entries), everywhere)
    try:
        for key in everywhere:
            fields[key].fill(records, entries)
        for key in written - everywhere:
            numbers = [number for form, numbers in forms.items() if key in form for number in numbers]
            fields[key].fill([records[number] for number in numbers], [entries[number] for number in numbers])
    except ValidationError:
        return None
    return records


def _forms(entries: list[dict[str, Any]]) -> dict[tuple[str, ...], list[int]]:
    """The combinations of keys that occur, each with the numbers of its entries; there are few."""
    forms: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, form in enumerate(map(tuple, entries)):
        forms[form].append(number)
    return forms


def _empty(record: type, count: int, written: Container[str]) -> list[Any]:
    """Records in which nothing is written yet; what is `written` in each of them may be missing."""
    if record is Position:
        return [plain_position(None, None, None, None, None, None, None, None, NO_FIELDS) for _ in range(count)]
    records: list[Any] = list(map(object.__new__, repeat(record, count)))
    for key, field in _fields_of(record).items():
        if key not in written:
            field.empty(records)
    return records


class _Field:
    """One field of a record, by the key under which it is written."""

    def __init__(self, record: type, name: str, info: FieldInfo) -> None:
        self.key = info.alias or name
        self.info = info
        # Records are frozen; the slot itself is not.
        self._set: Callable[[Any, Any], None] = getattr(record, name).__set__

    def empty(self, records: list[Any]) -> None:
        """Give the field of every record what it has where nothing is written."""
        factory: Any = self.info.default_factory
        values = repeat(self.info.default) if factory is None else starmap(factory, repeat((), len(records)))
        self._put(records, values)

    def fill(self, records: list[Any], entries: list[dict[str, Any]]) -> None:
        """Give the field of every record what its entry says. Raises ValidationError if a value is refused."""
        self._put(records, self._read(list(map(itemgetter(self.key), entries))))

    def _put(self, records: list[Any], values: Iterable[Any]) -> None:
        deque(map(self._set, records, values), maxlen=0)

    def _read(self, values: list[Any]) -> list[Any]:
        """The values as the record holds them; equal texts are looked at once, unless each makes a mapping."""
        kinds = set(map(type, values))
        if self._plain is not None and kinds == {self._plain.kind}:
            read = list(map(self._plain.read, values))
            if None not in read:
                return read
        if self._is_text and kinds <= _TEXTS:
            return values
        if self.info.default_factory is not None or not kinds <= _TEXTS:
            return self._validate(values)
        distinct = list(dict.fromkeys(values))
        known = dict(zip(distinct, self._validate(distinct), strict=True))
        return list(map(known.__getitem__, values))

    @cached_property
    def _plain(self) -> Plain | None:
        return next((told for told in self.info.metadata if isinstance(told, Plain)), None)

    @cached_property
    def _is_text(self) -> bool:
        return bool(self.info.rebuild_annotation() == str | None)

    @cached_property
    def _validate(self) -> Callable[[list[Any]], list[Any]]:
        wanted: Any = list[self.info.rebuild_annotation()]  # type: ignore[misc]
        adapter: TypeAdapter[list[Any]] = TypeAdapter(wanted, config=RECORD)
        adapter.rebuild()
        return adapter.validator.validate_python


@cache
def _fields_of(record: Any) -> dict[str, _Field]:
    fields = [_Field(record, name, info) for name, info in record.__pydantic_fields__.items()]
    return {field.key: field for field in fields}

"""A long section read field by field: the roles of all seats, then all their titles, and so on.

Most fields are left out of most entries, and what is written is mostly plain text. One look at a whole
field costs far less than one look at each entry.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from functools import cache, cached_property
from itertools import repeat, starmap
from operator import itemgetter
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from orgmodel.model.values import RECORD

_PLAIN = frozenset({str, type(None)})
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
    written = set().union(*entries)
    if not written <= fields.keys():
        return None
    records: list[Any] = list(map(object.__new__, repeat(record, len(entries))))
    try:
        for key, field in fields.items():
            field.fill(records, entries, is_written=key in written)
    except ValidationError:
        return None
    return records


class _Field:
    """One field of a record, by the key under which it is written."""

    def __init__(self, record: type, name: str, info: FieldInfo) -> None:
        self.key = info.alias or name
        self.info = info
        # Records are frozen; the slot itself is not.
        self._set: Callable[[Any, Any], None] = getattr(record, name).__set__

    def fill(self, records: list[Any], entries: list[dict[str, Any]], *, is_written: bool) -> None:
        """Give the field of every record its value. Raises ValidationError if one is refused."""
        if not is_written:
            self._put(records, self._defaults(len(records)))
            return
        try:
            values = list(map(itemgetter(self.key), entries))
        except KeyError:
            self._put(records, self._defaults(len(records)))
            holding = [number for number, entry in enumerate(entries) if self.key in entry]
            records = [records[number] for number in holding]
            values = [entries[number][self.key] for number in holding]
        self._put(records, self._read(values))

    def _put(self, records: list[Any], values: Iterable[Any]) -> None:
        deque(map(self._set, records, values), maxlen=0)

    def _defaults(self, count: int) -> Iterable[Any]:
        factory: Any = self.info.default_factory
        return repeat(self.info.default) if factory is None else starmap(factory, repeat((), count))

    def _read(self, values: list[Any]) -> list[Any]:
        """The values as the record holds them; equal texts are looked at once, unless each makes a mapping."""
        if self._is_text or self.info.default_factory is not None or not _PLAIN.issuperset(map(type, values)):
            return self._validate(values)
        distinct = list(dict.fromkeys(values))
        known = dict(zip(distinct, self._validate(distinct), strict=True))
        return list(map(known.__getitem__, values))

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

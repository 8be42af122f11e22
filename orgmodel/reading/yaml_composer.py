"""All of YAML to data and slots, straight from the events of libyaml, and every fault a text can have."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from orgmodel.findings import Fault, Related
from orgmodel.reading.document import Document
from orgmodel.reading.limits import LIMITS, Limits
from orgmodel.reading.names import printable, quoted
from orgmodel.reading.plain_yaml import MANY_WORDS, NULLS
from orgmodel.reading.repeated_keys import Repeat, repeated_key_faults
from orgmodel.reading.slots import ELSEWHERE, MAPPING, SEQUENCE, Slots
from orgmodel.reading.stop import Stop
from orgmodel.source import Source, match_end

_RULE = "unreadable-file"
_CORE = "tag:yaml.org,2002:"
_SCALAR_TAGS = frozenset(_CORE + name for name in ("str", "int", "float", "bool", "null"))
_NOT_BLANK = re.compile(r"[^\s,]*")

# What a container is waiting for: a key, a list item, or the value of a key that is not kept.
_KEY = object()
_ITEM = object()
_REFUSED = object()


def compose(source: Source, limits: Limits = LIMITS) -> Document:
    """The data of a YAML file. All that is wrong with it becomes faults; nothing is raised."""
    composer = _Composer(source, limits)
    data = composer.compose()
    slots = Slots(composer.numbers)
    faults = composer.all_faults(slots)
    if any(fault.rule != "duplicate-key" for fault in faults):
        return Document(source, None, faults)
    return Document(source, data, faults, slots)


class _SlowParser(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):
    """The same events, twenty times slower, where libyaml is missing."""

    def __init__(self, text: str) -> None:
        yaml.reader.Reader.__init__(self, text)
        yaml.scanner.Scanner.__init__(self)
        yaml.parser.Parser.__init__(self)


def _events(text: str) -> Iterator[Any]:
    slow = not yaml.__with_libyaml__
    parser: Any = _SlowParser(text) if slow else yaml.cyaml.CParser(text)  # type: ignore[attr-defined]
    return iter(parser.get_event, None)


class _Composer:
    """Builds the data and the slots of one file from its events."""

    def __init__(self, source: Source, limits: Limits) -> None:
        self.source = source
        self.limits = limits
        self.numbers: array[int] = array("I")
        self.faults: list[Fault] = []
        self.repeats: list[Repeat] = []
        self.refusing: list[dict[Any, Any]] = []
        self.anchors: dict[str, tuple[int, Any, int] | None] = {}
        self.repeated_nodes = 0
        self.first_document: int | None = None

    def compose(self) -> Any:
        """The data of the first document; what cannot be read is noted in `faults`."""
        roots: list[Any] = []
        try:
            self._fill(roots, islice(_events(self.source.text), 2 * self.limits.nodes))
        except Stop as stop:
            self.faults.append(stop.fault)
        except (yaml.YAMLError, UnicodeEncodeError) as error:
            from orgmodel.reading.yaml_errors import error_fault  # noqa: PLC0415 - only what is wrong needs it

            self.faults.append(error_fault(self.source, error))
        for mapping in self.refusing:
            mapping.pop(_REFUSED, None)
        return roots[0] if roots else None

    def all_faults(self, slots: Slots) -> list[Fault]:
        """The faults met, in the order of the text."""
        found = self.faults + repeated_key_faults(self.source, slots, self.repeats)
        return sorted(found, key=lambda fault: (fault.place.mark.line, fault.place.mark.column))

    def _fill(self, roots: list[Any], events: Iterable[Any]) -> None:  # noqa: C901, PLR0912, PLR0915
        """The one loop over all events; written flat because each call per event would cost a tenth."""
        numbers = self.numbers
        note = numbers.append
        words: dict[str, str | None] = dict.fromkeys(NULLS)
        share = words.setdefault
        stack: list[tuple[Any, Any, int, str | None]] = []
        container: Any = roots
        key: Any = _ITEM
        start = 0
        anchor: str | None = None
        try:
            for event in events:
                kind = type(event)
                if kind is ScalarEvent:
                    text = event.value
                    implicit = event.implicit
                    if implicit[0]:
                        value = share(text, text)
                    elif implicit[1]:
                        value = share(text, text)
                        if value is None:
                            value = text
                    else:
                        value = self._tagged(event)
                    if event.anchor is not None:
                        self.anchors[event.anchor] = (len(numbers), value, 1)
                    note(event.start_mark.index)
                    if key is _KEY:
                        key = text if value is None else value
                        if key in container or key == "<<":
                            key = self._strange_key(key, event, container, start)
                    elif key is _ITEM:
                        container.append(value)
                    else:
                        container[key] = value
                        key = _KEY
                elif kind is MappingStartEvent or kind is SequenceStartEvent:
                    is_mapping = kind is MappingStartEvent
                    if len(stack) >= self.limits.depth or len(numbers) > 2 * self.limits.nodes:
                        raise self._too_much(event, len(stack))
                    if event.tag is not None:
                        self._check_collection_tag(event, is_mapping)
                    inner: Any = {} if is_mapping else []
                    if key is _ITEM:
                        container.append(inner)
                        stack.append((container, _ITEM, start, anchor))
                    elif key is _KEY:
                        raise self._collection_key(event, is_mapping)
                    else:
                        container[key] = inner
                        stack.append((container, _KEY, start, anchor))
                    anchor = event.anchor
                    if anchor is not None:
                        self.anchors[anchor] = None
                    start = len(numbers)
                    note(event.start_mark.index | (MAPPING if is_mapping else SEQUENCE))
                    note(self.repeated_nodes)
                    container = inner
                    key = _KEY if is_mapping else _ITEM
                    if len(words) > MANY_WORDS:
                        share = words.get
                elif kind is MappingEndEvent or kind is SequenceEndEvent:
                    if anchor is not None:
                        size = len(numbers) - start + self.repeated_nodes - numbers[start + 1]
                        self.anchors[anchor] = (start, container, size)
                    numbers[start + 1] = len(numbers)
                    container, key, start, anchor = stack.pop()
                elif kind is AliasEvent:
                    target, value = self._alias(event)
                    if key is _KEY:
                        note(event.start_mark.index)
                        key = self._alias_key(value, event, container, start)
                        continue
                    note(event.start_mark.index | ELSEWHERE)
                    note(target)
                    if key is _ITEM:
                        container.append(value)
                    else:
                        container[key] = value
                        key = _KEY
                elif kind is DocumentStartEvent:
                    self._start_document(event)
                elif kind is StreamEndEvent:
                    return
            raise self._too_much(None, 0)
        except Exception:
            self._close([*(level[2] for level in stack[1:]), start] if stack else [])
            raise

    def _close(self, starts: list[int]) -> None:
        """Ends the containers that a fault left open, so that what was read can still be walked."""
        for slot in starts:
            self.numbers[slot + 1] = len(self.numbers)
        self.numbers.extend((0, 0))

    def _start_document(self, event: Any) -> None:
        if self.first_document is None:
            self.first_document = event.start_mark.index
            return
        first = Related(self.source.place(self.first_document), "the first document")
        message = "a second document begins here; one file holds one document"
        fix = "move each document to its own file, or remove the line `---`"
        place = self.source.place(event.start_mark.index, event.start_mark.index + 3)
        raise Stop(Fault(_RULE, message, place, (first,), fix=fix))

    def _tagged(self, event: Any) -> str | None:
        """A scalar with a tag: core tags are allowed and change nothing, null apart."""
        text: str = event.value
        if event.tag == "!" or event.tag == _CORE + "str":
            return text
        if event.tag not in _SCALAR_TAGS:
            self._refuse_tag(event)
        if event.tag == _CORE + "null" and text not in NULLS:
            self._refuse(event, f"the value {quoted(text)} is tagged as null", "remove the tag")
        return None if text in NULLS and not event.style else text

    def _check_collection_tag(self, event: Any, is_mapping: bool) -> None:
        if event.tag not in {"!", _CORE + ("map" if is_mapping else "seq")}:
            self._refuse_tag(event)

    def _refuse_tag(self, event: Any) -> None:
        tag = event.tag.replace(_CORE, "!!")
        message = f"the tag {quoted(tag)} is not supported here: a file holds plain data only"
        self._refuse(event, message, "remove the tag, or put the value in quotes if the '!' belongs to it")

    def _refuse(self, event: Any, message: str, fix: str) -> None:
        start = event.start_mark.index
        end = match_end(_NOT_BLANK, self.source.text, start)
        self.faults.append(Fault(_RULE, message, self.source.place(start, end), fix=fix))

    def _strange_key(self, key: str, event: Any, container: dict[Any, Any], start: int) -> Any:
        """A key that is a merge key or stands in its mapping already."""
        if key == "<<" and event.implicit[0]:
            message = "merge keys ('<<') are not supported: they are not part of YAML 1.2"
            self._refuse(event, message, "write the merged entries out")
            return key
        return self._repeated(key, container, start) if key in container else key

    def _repeated(self, key: str, container: dict[Any, Any], start: int) -> Any:
        self.numbers[-1] |= ELSEWHERE
        self.repeats.append((start, container, len(self.numbers) - 1, key))
        self.refusing.append(container)
        return _REFUSED

    def _collection_key(self, event: Any, is_mapping: bool) -> Stop:
        what = "a mapping" if is_mapping else "a list"
        fix = "put the text in quotes, if braces such as {{ name }} belong to it"
        place = self.source.place(event.start_mark.index)
        return Stop(Fault(_RULE, f"{what} stands where a key is expected; keys are text", place, fix=fix))

    def _alias(self, event: Any) -> tuple[int, Any]:
        """The slot and the value an alias stands for."""
        name, start = event.anchor, event.start_mark.index
        place = self.source.place(start, start + len(name) + 1)
        if name not in self.anchors:
            message = f"the alias {quoted('*' + name)} has no anchor before it"
            fix = f"write &{printable(name)} before the value it stands for, or quote the text"
            raise Stop(Fault(_RULE, message, place, fix=fix))
        anchored = self.anchors[name]
        if anchored is None:
            message = f"the alias {quoted('*' + name)} stands within the value it repeats"
            raise Stop(Fault(_RULE, message, place, fix="write the value out"))
        target, value, size = anchored
        self.repeated_nodes += size
        if self.repeated_nodes > self.limits.alias_nodes:
            message = f"aliases repeat more than {self.limits.alias_nodes:,} values"
            raise Stop(Fault("limit-exceeded", message, place, fix="write the values out once"))
        return target, value

    def _alias_key(self, value: Any, event: Any, container: dict[Any, Any], start: int) -> Any:
        if not isinstance(value, str):
            place = self.source.place(event.start_mark.index, event.start_mark.index + len(event.anchor) + 1)
            raise Stop(Fault(_RULE, "the alias stands for no text, so it is no key", place))
        return self._repeated(value, container, start) if value in container else value

    def _too_much(self, event: Any, depth: int) -> Stop:
        offset = len(self.source.text) if event is None else event.start_mark.index
        message = f"more than {self.limits.nodes:,} values in one file"
        if depth >= self.limits.depth:
            message = f"values are nested more than {self.limits.depth} levels deep"
        return Stop(Fault("limit-exceeded", message, self.source.place(offset)))

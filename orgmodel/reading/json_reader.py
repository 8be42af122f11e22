"""JSON to plain data with marks, by the same rules as YAML: numbers and booleans stay their text."""

from __future__ import annotations

import re
from array import array
from typing import Any, NoReturn

from orgmodel.findings import Fault, Related
from orgmodel.reading.document import Document
from orgmodel.reading.limits import LIMITS, Limits
from orgmodel.reading.names import quoted
from orgmodel.reading.repeated_keys import Repeat, repeated_key_faults
from orgmodel.reading.slots import ELSEWHERE, MAPPING, SEQUENCE, Slots
from orgmodel.reading.stop import Stop, fault_of_length
from orgmodel.source import Source, match_end

_RULE = "unreadable-file"
_TOKEN = re.compile(
    r"""[ \t\n\r]*(?:
    (?P<sign>[{}\[\],:])
  | "(?P<text>[^"\\\x00-\x1f]*)"
  | (?P<word>-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?(?![\w.+-])|(?:true|false|null)(?!\w))
  | (?P<escaped>"[^"\\\x00-\x1f]*(?:\\["\\/bfnrtu][^"\\\x00-\x1f]*)*")
  | (?P<end>\Z)
  | (?P<strange>.)
    )""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_SHORT = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_OPEN_TEXT = re.compile(r'"(?:[^"\\\x00-\x1f]|\\["\\/bfnrtu])*')
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_WORDLIKE = re.compile(r"[\w.+-]+")

# What may come next.
_VALUE, _VALUE_OR_END, _KEY, _KEY_OR_END, _COLON, _COMMA, _NOTHING = range(7)
_EXPECTED = {
    _VALUE: "a value",
    _VALUE_OR_END: "a value or ']'",
    _KEY: "a key in double quotes",
    _KEY_OR_END: "a key in double quotes or '}'",
    _COLON: "':' after the key",
}
_FIXES = {
    "'": "JSON texts stand in double quotes",
    "/": "JSON has no comments: remove it, or use YAML",
    "#": "JSON has no comments: remove it, or use YAML",
}


def read_json(source: Source, limits: Limits = LIMITS) -> Document:
    """The data of a JSON file. All that is wrong with it becomes faults; nothing is raised."""
    too_long = fault_of_length(source, limits)
    if too_long is not None:
        return Document(source, None, [too_long])
    scanner = _Scanner(source, limits)
    faults: list[Fault] = []
    try:
        scanner.scan()
    except Stop as stop:
        scanner.close()
        faults.append(stop.fault)
    slots = Slots(scanner.numbers)
    repeated = repeated_key_faults(source, slots, scanner.repeats)
    if faults:
        return Document(source, None, repeated + faults)
    return Document(source, scanner.roots[0], repeated, slots)


class _Scanner:
    """Goes through the tokens once; nesting is a list of its own, so depth costs no stack."""

    def __init__(self, source: Source, limits: Limits) -> None:
        self.source = source
        self.limits = limits
        self.numbers: array[int] = array("I")
        self.repeats: list[Repeat] = []
        self.roots: list[Any] = []
        self.container: Any = self.roots
        self.key: str | None = None
        self.start = -1
        self.opened: list[tuple[Any, str | None, int]] = []
        self.words: dict[str, str] = {}

    def scan(self) -> None:
        """Fills `roots`; raises Stop at the first thing that is not JSON."""
        state = _VALUE
        for match in _TOKEN.finditer(self.source.text):
            kind = match.lastgroup
            offset = match.start(match.lastindex or 0)
            if kind == "sign":
                state = self._sign(match[match.lastindex or 0], offset, state)
            elif kind == "text":
                state = self._text(match["text"], offset - 1, state)
            elif kind == "escaped":
                state = self._text(self._unescaped(match["escaped"], offset), offset, state)
            elif kind == "word" and state in {_VALUE, _VALUE_OR_END}:
                word = match["word"]
                state = self._add(None if word == "null" else self.words.setdefault(word, word), offset)
            elif kind == "end" and state == _NOTHING:
                return
            else:
                self._unexpected(state, offset)
            if len(self.numbers) > 2 * self.limits.nodes:
                self._limit(f"more than {self.limits.nodes:,} values in one file", offset)

    def close(self) -> None:
        """Ends the containers a fault left open, so that what was read can still be walked."""
        for slot in (*(level[2] for level in self.opened[1:]), self.start):
            if slot >= 0:
                self.numbers[slot + 1] = len(self.numbers)
        self.numbers.extend((0, 0))

    def _sign(self, sign: str, offset: int, state: int) -> int:
        if sign in "{[" and state in {_VALUE, _VALUE_OR_END}:
            return self._open(sign, offset)
        if sign == ":" and state == _COLON:
            return _VALUE
        if state == _COMMA and sign == ",":
            return _KEY if isinstance(self.container, dict) else _VALUE
        in_mapping = isinstance(self.container, dict)
        closes = (_COMMA, _KEY_OR_END) if in_mapping else (_COMMA, _VALUE_OR_END)
        if sign == ("}" if in_mapping else "]") and state in closes:
            return self._shut()
        return self._unexpected(state, offset)

    def _open(self, sign: str, offset: int) -> int:
        if len(self.opened) >= self.limits.depth:
            self._limit(f"values are nested more than {self.limits.depth} levels deep", offset)
        inner: Any = {} if sign == "{" else []
        self._put(inner)
        self.opened.append((self.container, self.key, self.start))
        self.container, self.key, self.start = inner, None, len(self.numbers)
        self.numbers.append(offset | (MAPPING if sign == "{" else SEQUENCE))
        self.numbers.append(0)
        return _KEY_OR_END if sign == "{" else _VALUE_OR_END

    def _shut(self) -> int:
        self.numbers[self.start + 1] = len(self.numbers)
        self.container, self.key, self.start = self.opened.pop()
        return _COMMA if self.opened else _NOTHING

    def _text(self, text: str, offset: int, state: int) -> int:
        if len(self.words) < 100_000:
            text = self.words.setdefault(text, text)
        if state in {_VALUE, _VALUE_OR_END}:
            return self._add(text, offset)
        if state not in {_KEY, _KEY_OR_END}:
            self._unexpected(state, offset)
        self.numbers.append(offset)
        self.key = text
        if text in self.container:
            self.numbers[-1] |= ELSEWHERE
            self.repeats.append((self.start, self.container, len(self.numbers) - 1, text))
            self.key = None
        return _COLON

    def _add(self, value: str | None, offset: int) -> int:
        self._put(value)
        self.numbers.append(offset)
        return _COMMA if self.opened else _NOTHING

    def _put(self, value: Any) -> None:
        if isinstance(self.container, list):
            self.container.append(value)
        elif self.key is not None:
            self.container[self.key] = value

    def _unescaped(self, quoted: str, offset: int) -> str:
        def character(match: re.Match[str]) -> str:
            if match[1]:
                return chr(int(match[1], 16))
            if match[2] == "u":
                self._stop("an escape with too few digits", offset + match.start() + 1, offset + match.end() + 1)
            return _SHORT.get(match[2], match[2])

        text = _ESCAPE.sub(character, quoted[1:-1])
        if _LONE_SURROGATE.search(text):
            text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
            if "\ufffd" in text and "\ufffd" not in quoted and "\\ufffd" not in quoted.lower():
                self._stop("an escape that is half a character", offset, offset + len(quoted))
        return text

    def _unexpected(self, state: int, offset: int) -> NoReturn:
        text = self.source.text
        if offset >= len(text):
            self._stop(f"the file ends where {self._expected(state)} is expected", offset, offset)
        char = text[offset]
        if char == '"' and state not in {_COMMA, _COLON, _NOTHING}:
            self._broken_text(offset)
        word = _WORDLIKE.match(text, offset)
        found = word.group() if word else char
        if found in {"NaN", "Infinity", "-Infinity"}:
            self._stop(f"{found} is no JSON value", offset, offset + len(found), "write null or a number")
        if state == _NOTHING:
            self._stop(f"{quoted(found)} follows, but the value before is complete", offset, offset + len(found))
        message = f"{quoted(found)} stands where {self._expected(state)} is expected"
        self._stop(message, offset, offset + len(found), self._fix(found, offset, state))

    def _fix(self, found: str, offset: int, state: int) -> str:
        if found in "]}" and self.source.text[max(offset - 80, 0) : offset].rstrip().endswith(","):
            return "remove the comma before it"
        wants_text = state in {_VALUE, _VALUE_OR_END, _KEY, _KEY_OR_END}
        if wants_text and _WORDLIKE.fullmatch(found):
            return "put texts and keys in double quotes"
        return _FIXES.get(found, "")

    def _expected(self, state: int) -> str:
        if state == _COMMA:
            return "',' or '}'" if isinstance(self.container, dict) else "',' or ']'"
        return _EXPECTED[state]

    def _broken_text(self, offset: int) -> NoReturn:
        end = match_end(_OPEN_TEXT, self.source.text, offset)
        char = self.source.text[end : end + 1]
        if char == "\\":
            self._stop("an unknown escape in a text", end, end + 2, "write \\\\ for a backslash")
        if char in {"", "\n", "\r"}:
            self._stop("a quote is never closed on its line", offset, end, "close the quote")
        self._stop(f"the character {quoted(char)} is not allowed in a text", end, end + 1, "write it as an escape")

    def _limit(self, message: str, offset: int) -> NoReturn:
        raise Stop(Fault("limit-exceeded", message, self.source.place(offset)))

    def _stop(self, message: str, start: int, end: int, fix: str = "") -> NoReturn:
        related: tuple[Related, ...] = ()
        if self.start >= 0:
            what = "mapping" if isinstance(self.container, dict) else "list"
            opened = self.source.place(Slots(self.numbers).offset(self.start))
            related = (Related(opened, f"the {what} opens here"),)
        raise Stop(Fault(_RULE, message, self.source.place(start, end), related, fix=fix))

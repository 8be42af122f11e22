"""A value that its field cannot take: where it stands, in words, what was wanted, and how to write it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from orgmodel.loading.days import day_fix, no_such_day
from orgmodel.loading.nearest import Nearest
from orgmodel.loading.remnants import written_number
from orgmodel.reading.names import printable

Way = tuple[str | int, ...]

_WANTED = {
    "int_parsing": "wanted a whole number",
    "int_type": "wanted a whole number",
    "int_from_float": "wanted a whole number",
    "int_parsing_size": "wanted a whole number of a usual size",
    "float_parsing": "wanted a number",
    "float_type": "wanted a number",
    "finite_number": "wanted a finite number",
    "string_type": "wanted text",
    "tuple_type": "wanted a list",
    "list_type": "wanted a list",
    "dict_type": "wanted keys and values",
    "mapping_type": "wanted keys and values",
    "dataclass_type": "wanted keys and values",
    "dataclass_exact_type": "wanted keys and values",
}
_ITEMS = {
    "holders": "holder",
    "reports_to": "line",
    "dotted_to": "dotted line",
    "pay": "pay figure",
    "interactions": "interaction",
    "aliases": "alias",
}
"""What an item of a list is called; of other lists simply an item."""

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_WORD = re.compile(r"'([^']*)'")
_PERCENT = re.compile(r"(\d+(?:[.,]\d+)?) ?%\Z")
_DECIMAL_COMMA = re.compile(r"-?\d+,\d+\Z")
_GROUPED = re.compile(r"\d{1,3}(?:[ ,.'\u00a0\u202f]\d{3})+\Z")
_YES = frozenset({"yes", "y", "on", "1", "x", "true"})
_NO = frozenset({"no", "n", "off", "0", "false"})


def shown(value: Any) -> str:
    """What was found, for a message: the text itself quoted, else the kind of thing."""
    if isinstance(value, str):
        return f'"{printable(value)}"'
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "keys and values"
    if isinstance(value, list | tuple):
        return "a list" if value else "an empty list"
    return f'"{printable(str(value))}"'


def wrong_value(error: Any, way: Way, raw: Any) -> tuple[str, str]:
    """The message about a value that was refused, and the fix."""
    value = error["input"]
    if error["type"] == "nothing_asked":
        return f"{name_of(way, raw)} {error['msg']}", "add `must:` or `must_not:` with what is required"
    message = f"{name_of(way, raw)}: {_wanted(error)}, found {shown(value)}"
    expected = _expected(error)
    near = Nearest(expected).find(value) if isinstance(value, str) else None
    if near is not None:
        return message, f"write `{near}`"
    return message, _fix(error, expected)


def day_message(name: str, value: Any) -> tuple[str, str]:
    """The message about a value of a field that wants a day, and the fix."""
    wanted = no_such_day(value) or "wanted a date written YYYY-MM-DD"
    return f"{name}: {wanted}, found {shown(value)}", day_fix(value)


def name_of(way: Way, raw: Any) -> str:
    """Where a value stands, in words: `"until" of the second holder`, `"span.min"`."""
    holder = ""
    names: list[str] = []
    for step in way:
        before, raw = raw, _step(raw, step)
        if isinstance(step, str):
            names.append(step)
        elif isinstance(before, list):
            holder = f"the {_ordinal(written_number(before, step))} {_item(names)}{' of ' + holder if holder else ''}"
            names = []
    own = f'"{printable(".".join(names))}"' if names else ""
    return " of ".join(filter(None, (own, holder))) or '"value"'


def _step(raw: Any, step: str | int) -> Any:
    if isinstance(raw, dict):
        return raw.get(step)
    if isinstance(raw, list) and isinstance(step, int) and step < len(raw):
        return raw[step]
    return raw if isinstance(step, int) else None


def _item(names: list[str]) -> str:
    name = ".".join(names)
    return _ITEMS.get(name) or (f'item of "{printable(name)}"' if name else "item")


def _ordinal(index: int) -> str:
    if index < len(_ORDINALS):
        return _ORDINALS[index]
    number = index + 1
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number:,}{ending}"


def _expected(error: Any) -> list[str]:
    """The words that a field may have."""
    if error["type"] != "literal_error":
        return []
    return _WORD.findall(str((error.get("ctx") or {}).get("expected", "")))


def _wanted(error: Any) -> str:
    kind, context = error["type"], error.get("ctx") or {}
    if kind == "literal_error":
        return "wanted " + str(context.get("expected", "one of the known words")).replace("'", '"')
    if kind in {"greater_than_equal", "greater_than"}:
        return f"wanted at least {_least(context)}"
    if kind in {"less_than_equal", "less_than"}:
        return f"wanted at most {_most(context)}"
    if kind == "string_too_long":
        return f"wanted at most {context.get('max_length')} characters"
    if kind == "string_too_short":
        return f"wanted at least {context.get('min_length')} character"
    impossible = no_such_day(error["input"]) if kind == "day" else None
    return impossible or _WANTED.get(kind) or str(error["msg"])[:1].lower() + str(error["msg"])[1:]


def _fix(error: Any, expected: list[str]) -> str:
    kind, value, context = error["type"], error["input"], error.get("ctx") or {}
    if expected:
        return f"write one of {', '.join(f'`{word}`' for word in expected)}"
    if kind in {"greater_than_equal", "greater_than"}:
        return f"write {_least(context)} or more"
    if kind in {"less_than_equal", "less_than"}:
        return f"write {_most(context)} or less"
    if kind == "string_too_long":
        return f"shorten it to {context.get('max_length')} characters"
    if kind == "string_too_short":
        return "write a text, or remove it"
    fix = _FIXES.get(kind)
    return fix(value) if fix is not None else ""


def _least(context: dict[str, Any]) -> str:
    return f"{context.get('ge', context.get('gt')):.16g}"


def _most(context: dict[str, Any]) -> str:
    return f"{context.get('le', context.get('lt')):.16g}"


def _whole_fix(value: Any) -> str:
    if isinstance(value, str) and _GROUPED.match(value):
        return f"write `{re.sub('[^0-9]', '', value)}`"
    return "write a whole number in digits, as in `3`"


def _number_fix(value: Any) -> str:
    text = value if isinstance(value, str) else ""
    percent = _PERCENT.match(text)
    if percent:
        return f"write `{float(percent.group(1).replace(',', '.')) / 100:.6g}`"
    if _DECIMAL_COMMA.match(text):
        return f"write the decimal point: `{text.replace(',', '.')}`"
    return "write a number in digits with a point, as in `0.5`"


def _flag_fix(value: Any) -> str:
    word = value.casefold() if isinstance(value, str) else ""
    if word in _YES:
        return "write `true`"
    return "write `false`" if word in _NO else "write `true` or `false`"


def _text_fix(value: Any) -> str:
    if isinstance(value, list | tuple):
        return "write one text instead of the list"
    if isinstance(value, dict):
        return "write one text; put it in quotes if it holds ': ' or '{'"
    return "write a text, or remove the key"


def _list_fix(_value: Any) -> str:
    return "write a list, as in `[a, b]`"


def _mapping_fix(_value: Any) -> str:
    return "write keys and values, as in `{key: value}`"


_FIXES: dict[str, Callable[[Any], str]] = {
    "day": day_fix,
    "flag": _flag_fix,
    "string_type": _text_fix,
    "some_role": lambda _value: "name a role, or delete the entry",
    "several_roles": lambda _value: "name the other role as well, as in `[buyer, approver]`, or delete the entry",
    **dict.fromkeys(("int_parsing", "int_type", "int_from_float", "int_parsing_size"), _whole_fix),
    **dict.fromkeys(("float_parsing", "float_type", "finite_number"), _number_fix),
    **dict.fromkeys(("tuple_type", "list_type"), _list_fix),
    **dict.fromkeys(("dict_type", "mapping_type", "dataclass_type", "dataclass_exact_type"), _mapping_fix),
}

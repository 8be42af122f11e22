"""One text read the plain way and by libyaml, for tests."""

from typing import Any

from orgmodel.reading.limits import LIMITS, Limits
from orgmodel.reading.plain_yaml import read_plain
from orgmodel.reading.yaml_composer import compose
from orgmodel.source import Source


def is_plain(text: str, limits: Limits = LIMITS) -> bool:
    """Whether the plain way answers. Then its answer is held against that of libyaml."""
    plain = read_plain(text, limits)
    if plain is None:
        return False
    data, numbers = plain
    document = compose(Source("org.yaml", text), limits)
    assert document.faults == []
    assert told(data) == told(document.data)
    assert numbers.typecode == document.slots.numbers.typecode == "I"
    assert numbers == document.slots.numbers
    return True


def told(data: Any) -> str:
    """Data with its types and the order of its keys."""
    return repr(data)

"""YAML to plain data with marks.

Plain values stay text, so `NO`, `0123` and `1e3` survive; only null forms and empty values become
None. What YAML can do beyond data (tags, merge keys, several documents) is refused, not guessed.
"""

from __future__ import annotations

import gc

from orgmodel.reading.document import Document
from orgmodel.reading.limits import LIMITS, Limits
from orgmodel.reading.plain_yaml import read_plain
from orgmodel.reading.slots import Slots
from orgmodel.reading.stop import fault_of_length
from orgmodel.source import Source


def read_yaml(source: Source, limits: Limits = LIMITS) -> Document:
    """The data of a YAML file. All that is wrong with it becomes faults; nothing is raised."""
    too_long = fault_of_length(source, limits)
    if too_long is not None:
        return Document(source, None, [too_long])
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _read(source, limits)
    finally:
        if collecting:
            gc.enable()


def _read(source: Source, limits: Limits) -> Document:
    plain = read_plain(source.text, limits)
    if plain is not None:
        data, numbers = plain
        return Document(source, data, slots=Slots(numbers))
    from orgmodel.reading.yaml_composer import compose  # noqa: PLC0415 - most files do without libyaml

    return compose(source, limits)

"""How the time of each family of rules grows with the organisation."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from math import log
from pathlib import Path

from benchmarks.whole import write_whole
from orgmodel.loading.load import load
from orgmodel.rules.context import RuleContext
from orgmodel.rules.registry import ENTRIES, FAMILIES

STEPS = (1, 2, 4, 8)
SEATS_PER_ACTIVITY = 5
SLACK = 1.5
"""Noise, and memory: a plain pass over seats costs up to 1.4 times as much a seat once they leave the cache."""
SHORT = 0.03
"""Seconds below which a time says nothing about growth."""
DAY = date(2026, 11, 1)

Times = dict[str, float]


def growth(folder: Path, smallest: int) -> Iterator[str]:
    """A table of seconds per family at n, 2n, 4n and 8n seats, then each rule that grows faster than n log n."""
    sizes = [smallest * step for step in STEPS]
    columns = [_least(_run(folder, size) for _ in range(3)) for size in sizes]
    allowed = sizes[-1] * log(sizes[-1]) / (sizes[0] * log(sizes[0]))
    heads = " | ".join(f"{size:,} seats" for size in sizes)
    yield f"| family | {heads} | times, each doubling | 8n / n | n log n |"
    yield "|---|" + "---|" * (len(sizes) + 3)
    for family, codes in _families(columns[-1]).items():
        yield _line(family, [sum(column[code] for code in codes) for column in columns], allowed)
    names = {entry.code: entry.name for entry in ENTRIES}
    steep = [code for code in names if code in columns[-1] and _is_steep([column[code] for column in columns], allowed)]
    listed = ", ".join(f"{names[code]} ({columns[-1][code] / columns[0][code]:.1f}x)" for code in steep)
    yield f"\nRules that grow faster than n log n ({allowed:.1f}x) by more than the slack: {listed or 'none'}."


def _line(family: str, seconds: list[float], allowed: float) -> str:
    doublings = ", ".join(f"{more / less:.1f}" for less, more in pairwise(seconds))
    shown = " | ".join(f"{second:.3f} s" for second in seconds)
    verdict = "MORE" if _is_steep(seconds, allowed) else "yes"
    return f"| {family} | {shown} | {doublings} | {seconds[-1] / seconds[0]:.1f} | {verdict} |"


def _is_steep(seconds: list[float], allowed: float) -> bool:
    return seconds[-1] > SHORT and seconds[-1] / seconds[0] > allowed * SLACK


def _families(column: Mapping[str, float]) -> dict[str, list[str]]:
    codes = [code for code in column if code.startswith("ORG")]
    found = {"reading": ["reading"]}
    for digit, family in FAMILIES.items():
        found[family] = [code for code in codes if code.removeprefix("ORG").startswith(digit)]
    return {family: members for family, members in found.items() if members}


def _least(runs: Iterator[Times]) -> Times:
    first, *others = runs
    return {name: min(seconds, *(other[name] for other in others)) for name, seconds in first.items()}


def _run(folder: Path, seats: int) -> Times:
    """Seconds of reading and of each rule; what rules share is counted where it is first asked for."""
    path = folder / f"whole{seats}.yaml"
    if not path.exists():
        write_whole(path, seats, seats // SEATS_PER_ACTIVITY)
    gc.collect()
    gc.disable()
    try:
        begin = time.process_time()
        loaded = load(str(path))
        times = {"reading": time.process_time() - begin}
        context = RuleContext(loaded.organization, DAY, loaded.faults)
        for entry in ENTRIES:
            if context.kinds.issuperset(entry.needs):
                rule = entry.load()
                begin = time.process_time()
                for _found in rule.check(context):
                    pass
                times[entry.code] = time.process_time() - begin
        return times
    finally:
        gc.enable()

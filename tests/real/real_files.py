"""How tests read a real file: with a mapping, on a fixed day, as figures."""

from __future__ import annotations

from datetime import date
from typing import Any

from orgmodel.analysis.figures import Figures, figures_of
from orgmodel.loading.load import Loaded, LoadOptions, load
from orgmodel.loading.views import without_ended
from orgmodel.model.include import Include

DAY = date(2026, 11, 1)


def read(path: str, *, ended: bool = True, **mapping: Any) -> Loaded:
    loaded = load(path, LoadOptions(table=Include(**mapping)))
    if not ended:
        without_ended(loaded, DAY)
    return loaded


def figures(loaded: Loaded) -> Figures:
    return figures_of(loaded.organization, DAY)

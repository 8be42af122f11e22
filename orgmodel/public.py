"""The Python interface: load a model, look at it, check it, and take its graph."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from orgmodel.checking.check import CheckOptions, check
from orgmodel.findings import Finding, Severity
from orgmodel.graph.network import as_networkx
from orgmodel.loading.load import Loaded, LoadOptions, load
from orgmodel.model.organization import Organization as Entries

if TYPE_CHECKING:
    import networkx

    NetworkxGraph = networkx.MultiDiGraph[str]


class Organization:
    """A loaded model on a day. `entries` has its roles, units, positions, people and activities by id."""

    def __init__(self, loaded: Loaded, day: date) -> None:
        self._loaded = loaded
        self.day = day

    @classmethod
    def load(cls, path: str | Path, *, as_of: date | None = None, options: LoadOptions | None = None) -> Organization:
        """Read a model. The day is `as_of`, else that of the file; one of the two has to be given.

        Raises UsageError when there is nothing at `path`, ValueError when no day is known. Whatever is
        wrong inside the files is found by `findings`.
        """
        loaded = load(str(path), options)
        day = as_of or loaded.organization.as_of
        if day is None:
            raise ValueError("the file fixes no day: give as_of")
        return cls(loaded, day)

    @property
    def name(self) -> str:
        """What the organisation is called."""
        return self._loaded.name

    @property
    def entries(self) -> Entries:
        """Everything the files say, as records."""
        return self._loaded.organization

    def findings(self, *, min_severity: Severity = Severity.WARNING) -> tuple[Finding, ...]:
        """Every finding at or above a severity, in fixed order."""
        return check(self._loaded, self.day, CheckOptions(min_severity=min_severity, keep=None)).findings

    def graph(self) -> NetworkxGraph:
        """The organisation as a networkx graph with typed nodes and edges; see `graph.network`."""
        return as_networkx(self.entries, self.day)

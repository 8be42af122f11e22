"""How much one file may ask of the reader before it is refused."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one file. `alias_nodes` counts what aliases repeat, `nodes` everything."""

    depth: int = 64
    nodes: int = 20_000_000
    alias_nodes: int = 1_000_000
    characters: int = 512_000_000


LIMITS = Limits()

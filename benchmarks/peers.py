"""Layout engines that install from a package index, on the same organisations with the same boxes.

`make peers` brings them into `.peers` and the environment; those that are missing are left out and named. Each gets
boxes and gaps of one size and the plain tree. None is asked for more than it does by itself: none fits a page.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from benchmarks.made_up import managers
from benchmarks.measuring import Cost, cost_of_command, python

WIDTH, HEIGHT, GAP, LAYER_GAP = 176, 66, 20, 48
"""A card with two lines of title, the room between neighbours and between layers, in pixels."""
NODE_FOLDER = Path(".peers")
MOST = {"elk mrtree": 1_000, "dagre": 1_000, "dot": 1_000, "igraph": 1_000}
"""Larger organisations take these engines minutes, or do not end."""
SCRIPT = Path(__file__).with_name("peers.mjs")

OURS = f"""
import json, sys
from orgmodel.charts.layout import Measures, arrange
parents = json.load(open(sys.argv[1]))
placed = arrange(parents, Measures({WIDTH}, {HEIGHT}), 16 / 9)
json.dump([placed.width, placed.height], open(sys.argv[2], "w"))
"""
IGRAPH = f"""
import json, sys, igraph
parents = json.load(open(sys.argv[1]))
tree = igraph.Graph(len(parents), [(up, box) for box, up in enumerate(parents) if up >= 0])
at = tree.layout_reingold_tilford(root=[box for box, up in enumerate(parents) if up < 0])
across, down = [x for x, _ in at], [y for _, y in at]
wide = (max(across) - min(across)) * {WIDTH + GAP} + {WIDTH}
json.dump([wide, (max(down) - min(down)) * {HEIGHT + LAYER_GAP} + {HEIGHT}], open(sys.argv[2], "w"))
"""
DOT = f"""
import json, re, subprocess, sys
parents = json.load(open(sys.argv[1]))
lines = [f"{{up}} -> {{box}};" for box, up in enumerate(parents) if up >= 0]
head = "nodesep={GAP / 72}; ranksep={LAYER_GAP / 72}; node [shape=box fixedsize=true label=\\"\\" "
size = "width={WIDTH / 72} height={HEIGHT / 72}];"
text = "digraph {{" + head + size + "".join(lines) + "}}"
plain = subprocess.run(["dot", "-Tplain"], input=text, capture_output=True, text=True, check=True).stdout
wide, high = (72 * float(word) for word in plain.split(None, 4)[2:4])
json.dump([wide, high], open(sys.argv[2], "w"))
"""


@dataclass(frozen=True)
class Drawn:
    """What an engine made of an organisation: the size of the whole in pixels, and what that took."""

    engine: str
    width: float
    height: float
    cost: Cost

    def text(self, size: int) -> str:
        area = self.width * self.height / (size * WIDTH * HEIGHT)
        whole = f"{self.width:,.0f} x {self.height:,.0f} ({self.width / self.height:.1f}:1)"
        cards = f"{self.width / WIDTH:.0f}"
        return f"| {size:,} | {self.engine} | {whole} | {cards} | {area:.1f} | {self.cost.cpu:.2f} s |"


def peers(folder: Path, sizes: tuple[int, ...]) -> Iterator[str]:
    """A table: each engine at each size."""
    engines, missing = _engines()
    yield "| positions | engine | whole drawing | width in cards | area over the cards' own | cpu with start-up |"
    yield "|---|---|---|---|---|---|"
    for size in sizes:
        source, result = folder / f"parents{size}.json", folder / "drawn.json"
        source.write_text(json.dumps(managers(size, 1)), encoding="utf-8")
        for engine, command in engines.items():
            if size <= MOST.get(engine, size):
                cost = cost_of_command([*command, str(source), str(result)])
                yield Drawn(engine, *json.loads(result.read_text("utf-8")), cost).text(size)
    if missing:
        yield f"\nNot there, and left out: {', '.join(missing)}."


def _engines() -> tuple[dict[str, list[str]], list[str]]:
    found, missing = {"orgmodel --fit 16:9": python("-c", OURS)}, []
    if shutil.which("dot"):
        found["dot"] = python("-c", DOT)
    else:
        missing.append("dot")
    if find_spec("igraph"):
        found["igraph"] = python("-c", IGRAPH)
    else:
        missing.append("igraph")
    node = shutil.which("node")
    for name, package in (("d3.tree", "d3-hierarchy"), ("d3-flextree", "d3-flextree"), ("dagre", "dagre"),
                          ("elk mrtree", "elkjs")):  # fmt: skip
        if node and (NODE_FOLDER / "node_modules" / package).is_dir():
            found[name] = [node, str(_script()), name]
        else:
            missing.append(name)
    return found, missing


def _script() -> Path:
    """The script beside the packages: that is where node looks for them."""
    copy = NODE_FOLDER.resolve() / SCRIPT.name
    copy.write_text(SCRIPT.read_text("utf-8"), encoding="utf-8")
    return copy

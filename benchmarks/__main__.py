"""`python -m benchmarks [--quick]`: prints a table of work, cost, floor, ratio and goal."""

from __future__ import annotations

import argparse
import re
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.browser_page import CHROMIUM, page_times
from benchmarks.growth import growth
from benchmarks.hires import moved_shares
from benchmarks.made_up import SMALL, write_csv, write_yaml
from benchmarks.measuring import Cost, cost_of, orgmodel, own_peak
from benchmarks.ordinary import write_ordinary
from benchmarks.peers import peers
from benchmarks.roles import role_questions
from benchmarks.whole import write_whole

DRAIN = (
    "import sys, yaml\np = yaml.cyaml.CParser(open(sys.argv[1], encoding='utf-8').read())\nwhile p.get_event(): pass"
)
EVENTS = "libyaml's events"
ROWS = "import sys, csv\nfor row in csv.reader(open(sys.argv[1], encoding='utf-8', newline='')): pass"


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    work: str
    cost: Cost
    floor: str
    ratio: str
    goal: str
    held: bool

    def text(self) -> str:
        verdict = "yes" if self.held else "NO"
        cost = f"{self.cost.cpu:.2f} s, {self.cost.peak:.0f} MiB"
        return f"| {self.work} | {cost} | {self.floor} | {self.ratio} | {self.goal} | {verdict} |"


def times(
    work: str, cost: Cost, floor_name: str, floor: Cost, most: float, goal: str, memory: float | None = None
) -> Row:
    ratio = cost.cpu / floor.cpu
    held = ratio <= most and (memory is None or cost.peak <= memory)
    return Row(work, cost, f"{floor_name} {floor.cpu:.2f} s", f"{ratio:.2f}x", goal, held)


def start_up(folder: Path) -> Iterator[Row]:
    floor = cost_of(["-c", "pass"], best_of=7)
    small = folder / "small.yaml"
    small.write_text(SMALL, encoding="utf-8")
    for arguments, most in ((("--help",), 0.15), (("--version",), 0.15), (("explain", "ORG401"), 0.15)):
        yield _beyond(f"`{' '.join(arguments)}`", orgmodel(*arguments, best_of=7), floor, most)
    yield _beyond("`check` of a 40-line file", orgmodel("check", small, best_of=7), floor, 0.45)


def _beyond(work: str, cost: Cost, floor: Cost, most: float) -> Row:
    more = cost.cpu - floor.cpu
    return Row(
        work,
        cost,
        f"`python -c pass` {floor.cpu:.3f} s",
        f"+{more * 1000:.0f} ms",
        f"<= +{most * 1000:.0f} ms",
        more <= most,
    )


def yaml_check(folder: Path, size: int) -> Iterator[Row]:
    path = folder / "seats.yaml"
    write_yaml(path, size)
    floor = cost_of(["-c", DRAIN, str(path)], best_of=3)
    cost = orgmodel("check", path, best_of=3)
    yield times(f"`check` of {size:,} positions in YAML", cost, EVENTS, floor, 2.0, "<= 2x, then 1.5x")


def all_rules(folder: Path, seats: int) -> Iterator[Row]:
    """Seats and a matrix: plain ones, then two models with something of every kind, one in order and one in none."""
    rows = seats // 5
    for name, write in (
        ("a matrix", write_yaml),
        ("work for every rule, nearly all in order", write_ordinary),
        ("every kind of entry, nearly all of it wrong", write_whole),
    ):
        path = folder / "matrix.yaml"
        write(path, seats, rows)
        floor = cost_of(["-c", DRAIN, str(path)], best_of=2)
        work = f"`check` of {seats:,} positions and {rows:,} activities in YAML, {name}"
        yield times(work, orgmodel("check", path, best_of=2), EVENTS, floor, 3.0, "<= 3x")


def csv_check(folder: Path, size: int) -> Iterator[Row]:
    path = folder / "rows.csv"
    write_csv(path, size)
    floor = cost_of(["-c", ROWS, str(path)], best_of=2)
    yield times(
        f"`check` of {size:,} rows of CSV", orgmodel("check", path), "csv.reader", floor, 15, "<= 15x, < 2 GiB", 2048
    )


CHARTS = ((100, 0.6, None), (1_000, 0.9, None), (10_000, 2.5, None), (100_000, 15.0, 700))


def charts(folder: Path, most: int) -> Iterator[Row]:
    for size, seconds, memory in CHARTS:
        if size > most:
            continue
        source, drawn = folder / f"chart{size}.csv", folder / f"chart{size}.svg"
        write_csv(source, size)
        cost = orgmodel("chart", source, "--fit", "16:9", "-o", drawn, best_of=3 if size < 100_000 else 1)
        text = drawn.read_text("utf-8")
        width, height = map(float, re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', text).groups())  # type: ignore[union-attr]
        shape = f"{width:.0f} x {height:.0f} ({width / height:.2f}:1), {len(text.encode()) / size:.0f} bytes a position"
        goal = f"{seconds} s" + (f", {memory} MiB" if memory else "") + ", <= 700 bytes"
        held = cost.cpu <= seconds and (memory is None or cost.peak <= memory) and len(text.encode()) / size <= 700
        yield Row(
            f"`chart --fit 16:9` of {size:,}, from CSV",
            cost,
            shape,
            f"{cost.cpu / seconds:.2f} of the goal",
            goal,
            held,
        )


HIRES = ((150, 0.1), (1_000, 0.05))


def hires(seeds: int = 4) -> Iterator[Row]:
    """How much of a drawing one hire changes: boxes outside the manager's branch, seen from their own manager."""
    for size, most in HIRES:
        before = time.process_time()
        shares = [share for seed in range(seeds) for share in moved_shares(size, seed, 12)]
        cost = Cost(time.process_time() - before, own_peak())
        still = sum(share < 0.01 for share in shares) / len(shares)
        mean = sum(shares) / len(shares)
        found = f"mean {mean:.1%}, none or hardly any in {still:.0%} of {len(shares)} hires"
        work, goal = f"one hire among {size:,}: boxes moved", f"<= {most:.0%}"
        yield Row(work, cost, found, f"{mean / most:.2f} of the goal", goal, mean <= most)


PICTURES = (("pdf", 500, 5.0), ("pptx", 500, 10.0))


def pictures(folder: Path) -> Iterator[Row]:
    for kind, size, seconds in PICTURES:
        source, drawn = folder / f"picture{size}.csv", folder / f"picture.{kind}"
        write_csv(source, size)
        cost = orgmodel("chart", source, "--fit", "16:9", "-o", drawn, best_of=3)
        yield Row(
            f"`chart -o org.{kind}` of {size:,}, from CSV",
            cost,
            f"{drawn.stat().st_size / 1024:.0f} KiB",
            f"{cost.cpu / seconds:.2f} of the goal",
            f"{seconds:.0f} s",
            cost.cpu <= seconds,
        )


def html(folder: Path, size: int) -> Iterator[Row]:
    """The page of a chart: written here, then opened in Chromium where there is one."""
    if CHROMIUM is None:
        return
    source, drawn = folder / "page.csv", folder / "page.html"
    write_csv(source, size)
    cost = orgmodel("chart", source, "-o", drawn, best_of=3)
    page = min((page_times(drawn) for _ in range(3)), key=lambda page: page.ready)
    yield Row(
        f"`chart -o org.html` of {size:,}, from CSV",
        cost,
        f"ready in {page.ready / 1000:.2f} s, searched in {page.found:.0f} ms",
        f"{page.ready / 2000:.2f} of the goal",
        "ready in 2 s, searched in 100 ms",
        page.ready <= 2000 and page.found <= 100,
    )


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks")
    parser.add_argument("--quick", action="store_true", help="a tenth of each size")
    parser.add_argument("--only-peers", action="store_true", help="other layout engines alone")
    arguments = parser.parse_args()
    quick = arguments.quick
    sizes: tuple[int, int, int] = (10_000, 100_000, 10_000) if quick else (100_000, 1_000_000, 100_000)
    if arguments.only_peers:
        with tempfile.TemporaryDirectory() as name:
            for line in peers(Path(name), (100, 1_000, 10_000)):
                print(line, flush=True)
        return
    print("| work | cost (cpu, peak) | floor | ratio | goal | held |\n|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        parts: tuple[Callable[[], Iterator[Row]], ...] = (
            lambda: start_up(folder),
            lambda: yaml_check(folder, sizes[0]),
            lambda: all_rules(folder, sizes[0]),
            lambda: csv_check(folder, sizes[1]),
            lambda: charts(folder, sizes[2]),
            hires,
            lambda: pictures(folder),
            lambda: html(folder, 5_000),
            lambda: (
                times(work, cost, "loading", floor, 1.5, "<= 1.5x") for work, cost, floor in role_questions(folder)
            ),
        )
        for part in parts:
            for row in part():
                print(row.text(), flush=True)
        print()
        for line in peers(folder, (100, 1_000, 10_000)[: 2 if quick else 3]):
            print(line, flush=True)
        print()
        for line in growth(folder, 1_000 if quick else 5_000):
            print(line, flush=True)


main()

"""Runs mutmut in the current folder with tests that stay collected, instead of starting pytest for each mutant.

Mutmut starts pytest anew for each mutant, which takes far longer than most tests of a rule. Here a tester is a fork
of a process that has collected all tests and run each once. It is given one mutant after another, and runs those tests
that reach it until one fails: first those that killed another mutant of the same function, then those that have killed
most in least time. A tester that a mutant keeps too long is stopped, and another one takes its place. What is
mutated, which tests reach a mutant and what becomes of the answer is mutmut's own work.
"""

from __future__ import annotations

import gc
import os
import resource
import select
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import _lru_cache_wrapper
from pathlib import Path
from zlib import crc32

import mutmut.__main__ as mutmut
import pytest
from _pytest.config import _prepareconfig
from _pytest.runner import runtestprotocol
from mutmut.configuration import config
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.runners.harness import PytestRunner
from mutmut.state import state
from mutmut.utils.file_utils import change_cwd
from mutmut.workers.isolation import ForkRunner, MutantResult, recv_message, send_message

_LONGEST = 1.5
"""Seconds that a test may take; a longer one would be most of the time of every mutant that lives."""
_SLACK = 10
"""The clock may run so much longer than a mutant's share of the processor: others use the machine too."""

_MEMORY = Path("/dev/shm")  # noqa: S108 - folders of its own are made in it
"""Files of tests are small and many, and a disk is slow."""

_collected: dict[str, pytest.Item] = {}
_tried: Counter[str] = Counter()
_killed: Counter[str] = Counter()
_caches: list[_lru_cache_wrapper[object]] = []


@dataclass(slots=True)
class Tester:
    """A process that tests mutants, and what it is at."""

    pid: int
    orders: int
    answers: int
    mutant: str = ""
    since: float = 0.0
    until: float = 0.0


class StandingRunner(ForkRunner):
    """Gives mutants to testers that stand ready."""

    def __init__(self, most: int) -> None:
        super().__init__(most, PytestRunner())
        self._idle: list[Tester] = []
        self._busy: list[Tester] = []

    def startup(self) -> None:
        """Collect the tests, and run each once: what it imports is then there for every mutant."""
        set_mutant_under_test("")
        with change_cwd("mutants"):
            _collected.update(collect())
            failing, slow = first_run()
        if failing:
            raise SystemExit(f"fails without any mutant: {', '.join(failing)}")
        for name in slow:
            print(f"left out, for it takes more than {_LONGEST:g} s: {name}")
            del _collected[name]
        _caches.extend(answers_kept())
        super().startup()
        # Little is left to collect, and nothing that matters before a tester ends.
        gc.set_threshold(200_000)

    def run_clean_tests(self, tests: Iterable[str]) -> int:
        """Nothing: `startup` sees whether a test fails without a mutant."""
        return 0

    def submit(self, mutant_name: str, tests: list[str], cpu_time_limit: int, estimated_time: float) -> None:
        """Give a mutant to a tester, and the processor time that it may take."""
        tester = self._idle.pop() if self._idle else hire()
        tester.mutant, tester.since = mutant_name, time.monotonic()
        tester.until = tester.since + _SLACK * cpu_time_limit
        send_message(tester.orders, (mutant_name, sorted(tests), cpu_time_limit))
        self._busy.append(tester)

    def has_capacity(self) -> bool:
        """Whether a tester is free, or may be started."""
        return len(self._busy) < self.max_workers

    def pending_count(self) -> int:
        """Mutants without a result."""
        return len(self._busy)

    def wait_for_result(self, timeout: float | None = None) -> MutantResult:
        """The result of the first tester that answers, ends, or has had its time."""
        left = min(tester.until for tester in self._busy) - time.monotonic()
        ready = select.select([tester.answers for tester in self._busy], [], [], max(0, left))[0]
        late = min(self._busy, key=lambda tester: tester.until)
        tester = next((one for one in self._busy if one.answers in ready), late)
        self._busy.remove(tester)
        return MutantResult(tester.mutant, self._answer(tester, stop=not ready), time.monotonic() - tester.since)

    def _answer(self, tester: Tester, *, stop: bool) -> int:
        if stop:
            os.kill(tester.pid, signal.SIGKILL)
        try:
            code = int(recv_message(tester.answers))
        except EOFError:
            return dismiss(tester)
        self._idle.append(tester)
        return code

    def stop_all_workers(self) -> None:
        """End the testers that are at work."""
        for tester in self._busy:
            os.kill(tester.pid, signal.SIGKILL)

    def shutdown(self) -> None:
        """End all testers."""
        for tester in (*self._busy, *self._idle):
            dismiss(tester)
        self._busy, self._idle = [], []
        super().shutdown()


def hire() -> Tester:
    """Start a tester."""
    (order, orders), (answers, answer) = os.pipe(), os.pipe()
    pid = os.fork()
    if pid:
        os.close(order)
        os.close(answer)
        return Tester(pid, orders, answers)
    os.close(orders)
    os.close(answers)
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 - no path of a file
        sys.stdout = sys.stderr = nowhere
        serve(order, answer)
    os._exit(0)


def dismiss(tester: Tester) -> int:
    """How a tester ended; one that stands ready is ended."""
    with suppress(ProcessLookupError):
        os.kill(tester.pid, signal.SIGKILL)
    os.close(tester.orders)
    os.close(tester.answers)
    return os.waitstatus_to_exitcode(os.waitpid(tester.pid, 0)[1])


def serve(order: int, answer: int) -> None:
    """Test mutants until no more come."""
    while True:
        try:
            mutant, tests, limit = recv_message(order)
        except EOFError:
            return
        # Past this limit the system ends the process.
        spent = int(time.process_time())
        resource.setrlimit(resource.RLIMIT_CPU, (spent + limit, resource.RLIM_INFINITY))
        for cache in _caches:
            cache.cache_clear()
        set_mutant_under_test(mutant)
        with change_cwd("mutants"):
            code = int(is_killed(mutant, tests))
        set_mutant_under_test("")
        send_message(answer, code)


def collect() -> dict[str, pytest.Item]:
    """The tests by their names."""
    arguments = ["-s", "-q", *config().pytest_add_cli_args, *config().pytest_add_cli_args_test_selection]
    settings = _prepareconfig(["--rootdir=.", *arguments])
    settings._do_configure()
    session = pytest.Session.from_config(settings)
    settings.hook.pytest_sessionstart(session=session)
    settings.hook.pytest_collection(session=session)
    return {item.nodeid: item for item in session.items}


def first_run() -> tuple[list[str], list[str]]:
    """Tests that would be taken for killers of every mutant that they reach, and those that take too long."""
    own = Path(tempfile.mkdtemp(prefix="mutant-"))
    failing, slow = [], []
    for name, item in _collected.items():
        before = time.process_time()
        if fails(item, own):
            failing.append(name)
        # What a first run imports is no fault of the test.
        if time.process_time() - before > _LONGEST:
            before = time.process_time()
            fails(item, own)
            slow += [name] if time.process_time() - before > _LONGEST else []
    shutil.rmtree(own, ignore_errors=True)
    return failing, slow


def answers_kept() -> list[_lru_cache_wrapper[object]]:
    """The caches of functions that may hold what was worked out by code without a mutant, or by another mutant."""
    caches = [thing for thing in gc.get_objects() if isinstance(thing, _lru_cache_wrapper)]
    return [cache for cache in caches if cache.__module__.startswith(("orgmodel.rules.", "orgmodel.graph."))]


def is_killed(mutant: str, tests: Iterable[str]) -> bool:
    """Whether a test fails."""
    own = Path(tempfile.mkdtemp(prefix="mutant-", dir=_MEMORY if _MEMORY.is_dir() else None))
    function, rule = mutant.partition("__mutmut_")[0], mutant.split(".")[-2].replace("_", "-")
    killers = Path("killers", function)
    known = killers.read_text("utf-8").splitlines() if killers.exists() else []
    likely = sorted(tests, key=lambda test: (test not in known, -promise(test, rule)))
    killer = next((test for test in likely if test in _collected and kills(test, own)), None)
    if killer is not None and killer not in known:
        killers.parent.mkdir(exist_ok=True)
        killers.write_text("\n".join([killer, *known]), "utf-8")
    shutil.rmtree(own, ignore_errors=True)
    return killer is not None


def promise(test: str, rule: str) -> float:
    """How many mutants a test may kill in a second, by what it has done so far and by its name."""
    likely = 1.0 if rule in test.replace("_", "-") else 0.1
    return (_killed[test] + likely) / (_tried[test] + 1) / (state().duration_by_test[test] + 0.005)


def kills(test: str, folder: Path) -> bool:
    """Whether a test fails, which is kept in mind."""
    _tried[test] += 1
    found = fails(_collected[test], folder)
    _killed[test] += found
    return found


def fails(item: pytest.Item, folder: Path) -> bool:
    """Whether a test fails, in its setup or in itself."""
    item.config._tmp_path_factory._basetemp = folder  # type: ignore[attr-defined]
    return any(report.failed for report in runtestprotocol(item, log=False, nextitem=None))


def unexplained(*_: object, **_style: object) -> str:
    """That a test failed is enough. To show where takes ten times as long as the test."""
    return "failed"


if __name__ == "__main__":
    pytest.Function.repr_failure = pytest.Function._repr_failure_py = unexplained  # type: ignore[assignment]
    # In no order of theirs, and the same each time: what a stopped run has found is true of the rest as well.
    mutmut.estimated_worst_case_time = lambda mutant: crc32(mutant.encode())
    mutmut.get_mutant_runner = StandingRunner  # type: ignore[attr-defined, assignment]
    mutmut.cli()

"""Runs mutmut in the current folder, collecting the tests once instead of once for each mutant.

Mutmut starts pytest anew for each mutant, which takes ten times as long as most tests of a rule. Here every
mutant is a fork of a process that has collected all tests, and runs those that reach it until one fails: first
those that killed another mutant of the same function, then those named like the rule, then the quickest. What
is mutated, which tests reach a mutant and what became of it is mutmut's own work.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

import mutmut.__main__ as mutmut
import pytest
from _pytest.config import _prepareconfig
from _pytest.runner import runtestprotocol
from mutmut.configuration import config
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.runners.harness import PytestRunner
from mutmut.utils.file_utils import change_cwd
from mutmut.workers.isolation import ForkRunner, run_in_fork_with_result

_collected: dict[str, pytest.Item] = {}
_start, _run_tests = ForkRunner.startup, PytestRunner.run_tests


def startup(self: ForkRunner) -> None:
    """Collect the tests before the first fork."""
    with change_cwd("mutants"):
        arguments = ["-s", "-q", *config().pytest_add_cli_args, *config().pytest_add_cli_args_test_selection]
        settings = _prepareconfig(["--rootdir=.", *arguments])
        settings._do_configure()
        session = pytest.Session.from_config(settings)
        settings.hook.pytest_sessionstart(session=session)
        settings.hook.pytest_collection(session=session)
    _collected.update({item.nodeid: item for item in session.items})
    if failing := run_in_fork_with_result(failing_without_mutant):
        raise SystemExit(f"fails without any mutant: {', '.join(failing)}")
    _start(self)


def failing_without_mutant() -> list[str]:
    """Tests that would be taken for killers of every mutant that they reach."""
    set_mutant_under_test("")
    own = Path(tempfile.mkdtemp(prefix="mutant-"))
    with change_cwd("mutants"):
        failing = [name for name, item in _collected.items() if fails(item, own)]
    shutil.rmtree(own, ignore_errors=True)
    return failing


def run_tests(self: PytestRunner, *, mutant_name: str | None, tests: Iterable[str]) -> int:
    """1 if a test fails, as pytest would end, else 0."""
    if mutant_name is None or not _collected:
        return _run_tests(self, mutant_name=mutant_name, tests=tests)
    own = Path(tempfile.mkdtemp(prefix="mutant-"))
    function, rule = mutant_name.partition("__mutmut_")[0], mutant_name.split(".")[-2].replace("_", "-")
    try:
        with change_cwd("mutants"):
            killers = Path("killers", function)
            known = killers.read_text("utf-8").splitlines() if killers.exists() else []
            likely = sorted(tests, key=lambda test: (test not in known, rule not in test.replace("_", "-")))
            killer = next((test for test in likely if fails(_collected[test], own)), None)
            if killer is not None and killer not in known:
                killers.parent.mkdir(exist_ok=True)
                killers.write_text("\n".join([killer, *known]), "utf-8")
            return int(killer is not None)
    finally:
        shutil.rmtree(own, ignore_errors=True)


def fails(item: pytest.Item, folder: Path) -> bool:
    """Whether a test fails, in its setup or in itself."""
    item.config._tmp_path_factory._basetemp = folder  # type: ignore[attr-defined]
    return any(report.failed for report in runtestprotocol(item, log=False, nextitem=None))


if __name__ == "__main__":
    ForkRunner.startup = startup  # type: ignore[method-assign]
    PytestRunner.run_tests = run_tests  # type: ignore[method-assign]
    mutmut.cli()

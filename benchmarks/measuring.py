"""Runs commands and tells what they took."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cost:
    """Processor seconds (user and system) and the peak of resident memory in MiB."""

    cpu: float
    peak: float


def cost_of(arguments: list[str], *, best_of: int = 1) -> Cost:
    """The least cost of running Python with these arguments, in a process of its own."""
    return min((cost_of_command(python(*arguments)) for _ in range(best_of)), key=lambda cost: cost.cpu)


def python(*arguments: str) -> list[str]:
    """The command that runs Python with these arguments."""
    return [sys.executable, *arguments]


def orgmodel(*arguments: str | Path, best_of: int = 1) -> Cost:
    """The cost of an orgmodel command, start-up included."""
    return cost_of(["-m", "orgmodel", *map(str, arguments)], best_of=best_of)


def cost_of_command(command: list[str]) -> Cost:
    """The cost of a command that ends with 0 or 1, and of the programs it waits for."""
    # Installed programs have their bytecode; without it every start would compile every module anew.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment["ORGMODEL_TRACEBACK"] = "1"
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        raise RuntimeError(f"{command} ended with {process.returncode}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def own_peak() -> float:
    """The peak of this process in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

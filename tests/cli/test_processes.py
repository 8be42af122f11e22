"""Commands as processes: what they import, that their bytes do not hang on hash seeds, closed streams."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("pydantic", "yaml", "networkx", "graphviz", "jinja2")
EXAMPLE = Path(__file__).parents[2] / "examples" / "product-organisation"


def start(
    *arguments: str, seed: str = "0", cwd: Path | None = None, **streams: object
) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-m", "orgmodel", *arguments]
    given: dict[str, object] = {"capture_output": True, **streams}
    return subprocess.run(command, env=environment, cwd=cwd, check=False, **given)  # type: ignore[call-overload,no-any-return]


@pytest.mark.parametrize(
    "arguments", [("--help",), ("--version",), ("explain", "ORG401"), ("check", "--help")], ids=" ".join
)
def test_help_and_explain_import_nothing_heavy(arguments: tuple[str, ...]) -> None:
    code = (
        "import sys; from orgmodel.cli.program import run; code = run(sys.argv[1:]);"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "[]\n")


def test_checking_a_small_file_imports_no_graph_package_no_pages_and_no_yaml() -> None:
    code = (
        "import sys; from orgmodel.cli.program import run; run(['check', '-', '--fail-on', 'never']);"
        "print([name for name in ('networkx', 'graphviz', 'jinja2', 'yaml') if name in sys.modules], file=sys.stderr)"
    )
    text = "orgmodel: 1\nas_of: 2026-11-01\nroles: {pm: {}}\nactivities: {a: {assign: {A: pm, R: pm}}}\n"
    done = subprocess.run([sys.executable, "-c", code], input=text, capture_output=True, text=True, check=False)
    assert done.stderr == "[]\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", ".", "--min-severity", "info", "--all", "--fail-on", "never"),
        ("check", ".", "--format", "sarif", "--fail-on", "never"),
        ("stats", ".", "--format", "json"),
        ("chart", "."),
        ("matrix", ".", "--format", "html"),
    ],
    ids=lambda arguments: " ".join(arguments[:1] + arguments[2:4]),
)
def test_the_same_bytes_come_out_under_three_hash_seeds(arguments: tuple[str, ...]) -> None:
    outputs = {start(*arguments, seed=seed, cwd=EXAMPLE).stdout for seed in ("0", "1", "4711")}
    assert len(outputs) == 1
    assert outputs != {b""}


def test_a_pipe_that_is_closed_early_ends_in_silence() -> None:
    reader = subprocess.Popen(["head", "-c", "1"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    assert reader.stdin is not None
    done = start("chart", ".", cwd=EXAMPLE, capture_output=False, stdout=reader.stdin, stderr=subprocess.PIPE)
    reader.stdin.close()
    reader.wait()
    assert (done.returncode, b"Traceback" in done.stderr, b"BrokenPipe" in done.stderr) == (0, False, False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_one_line_and_2() -> None:
    with Path("/dev/full").open("wb") as full:
        done = start("stats", ".", cwd=EXAMPLE, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert (
        done.stderr.decode().splitlines()[-1] == "orgmodel: standard output cannot be written: no space left on device"
    )


@pytest.mark.skipif(os.name == "nt", reason="closes streams by a shell")
@pytest.mark.parametrize(
    ("closed", "says"), [("<&-", "standard input is closed"), (">&-", "standard output is closed")]
)
def test_a_closed_stream_is_one_line_and_2(closed: str, says: str) -> None:
    path = "-" if closed == "<&-" else str(EXAMPLE)
    done = subprocess.run(
        ["sh", "-c", f'"$0" -m orgmodel stats "$1" {closed}', sys.executable, path],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, says in done.stderr) == (2, True)

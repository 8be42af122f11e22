"""Mutation testing of one family of rules, or of the graph: `python scripts/mutants.py lines`.

Works in `.mutants/FAMILY`, a copy of the package and of the tests that concern the family, and picks up
where the last run ended: only functions that changed, and mutants that were never decided, are run again.
Survivors come with their diff in `.mutants/FAMILY/survivors.txt`. See docs/mutation.md.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
WORK = ROOT / ".mutants"
RUNNER = Path(__file__).with_name("mutmut_run.py")
READ_BY_TESTS = ("docs", "examples")
CATALOGUE = "tests/rules/test_catalogue.py"
ALL_RULES = 'parametrize("entry", ENTRIES,'
OWN_RULES = 'parametrize("entry", [entry for entry in ENTRIES if entry.module.startswith("{}.")],'
# What a mutant does not need and what would cost most of its time.
PLUGINS_LEFT_OUT = ("syrupy", "hypothesispytest", "terminalreporter", "unraisableexception", "threadexception")


@dataclass(frozen=True, slots=True)
class Family:
    """What is mutated, the tests that should notice, and which of them by pytest's `-k`."""

    code: tuple[str, ...]
    tests: tuple[str, ...]
    keyword: str
    spared: tuple[str, ...] = ()


def _rules(name: str) -> Family:
    # Of the catalogue's tests only those of one rule: the others read the source, which mutants change.
    tests = (f"tests/rules/{name}", CATALOGUE, "tests/rules/test_said.py")
    own = f"(not test_catalogue or ORG) and (not test_said or {name}){''.join(map(' and not {}'.format, SAID_BETTER))}"
    return Family((f"orgmodel/rules/{name}/*", *FURTHER.get(name, ())), tests, own)


# What is said of the bad examples stands word for word in the files of `test_said.py`.
SAID_BETTER = ("in_form", "are_complete", "exactly_its_marks", "are_small_and", "has_its_words")
FOLDERS = ("file", "identity", "lines", "seats", "row", "column", "authority", "ladder", "spans", "policy")
REFERENCES = "orgmodel/graph/references.py"
FURTHER = {"identity": (REFERENCES,)}
"""Code elsewhere that the tests of a family are about."""
# Tests that start a process of their own see no mutant; large and many cases would take a day.
SMALL = "not hash_seeds and not fifty_thousand and not brute_force"
SHARED = tuple(f"orgmodel/rules/{path.name}" for path in sorted((ROOT / "orgmodel" / "rules").glob("*.py")))
USERS_OF_SHARED = (
    "tests/rules/test_said.py",
    "tests/rules/file",
    "tests/rules/identity",
    "tests/rules/lines",
    "tests/rules/policy",
    "tests/rules/row/test_row_after_a_slip.py",
    "tests/rules/row/test_row_near_duplicates.py",
    "tests/rules/test_rare_fields.py",
    "tests/rules/test_line_ends.py",
    "tests/rules/spans",
    "tests/checking",
)
FAMILIES = {
    "graph": Family(("orgmodel/graph/*",), ("tests/graph",), SMALL, (REFERENCES,)),
    "shared": Family(SHARED, USERS_OF_SHARED, SMALL),
} | {name: _rules(name) for name in FOLDERS}

KILLED = {1, 3}
TIMED_OUT = {36, 24, -24, 152, 255, -9}
SURVIVED = {0}
NO_TESTS = {5, 33}


def main(arguments: list[str]) -> int:
    """Run one family."""
    if len(arguments) != 1 or arguments[0] not in FAMILIES:
        print(f"usage: python scripts/mutants.py FAMILY, where a family is one of {', '.join(FAMILIES)}")
        return 2
    return run(arguments[0])


def run(name: str) -> int:
    """Mutate one family, test every mutant, and write down which lived."""
    folder = WORK / name
    prepare(folder, FAMILIES[name])
    forget_survivors(folder)
    # The copy is what is tested, whatever else is installed; under CI hypothesis takes the same examples for
    # every mutant, and does not complain of a slow start.
    environment = os.environ | {"PYTHONPATH": str(folder / "mutants"), "PYTHONHASHSEED": "0", "CI": "1"}
    command = [sys.executable, str(RUNNER), "run", "--max-children", os.environ.get("MUTANTS_AT_ONCE", "1")]
    code = subprocess.run(command, cwd=folder, env=environment, check=False).returncode  # noqa: S603 - no shell, own words
    if code == 0:
        summarise(name, folder)
    return code


def prepare(folder: Path, family: Family) -> None:
    """Bring the copy up to date; files that did not change keep their time, so that results stand."""
    # Python takes note at its start of folders to import from that do not exist.
    (folder / "mutants").mkdir(parents=True, exist_ok=True)
    for part in ("orgmodel", "tests/graph", "tests/rules", "tests/checking", *READ_BY_TESTS):
        sync(ROOT / part, folder / part)
    if CATALOGUE in family.tests:
        catalogue = (ROOT / CATALOGUE).read_text("utf-8")
        assert ALL_RULES in catalogue, "the tests of the catalogue go through the rules in another way now"
        (folder / CATALOGUE).write_text(catalogue.replace(ALL_RULES, OWN_RULES.format(folder.name)), "utf-8")
    shutil.copy(ROOT / "README.md", folder)
    own = {
        "source_paths": ["orgmodel"],
        "only_mutate": family.code,
        "do_not_mutate": family.spared,
        "also_copy": READ_BY_TESTS,
        "pytest_add_cli_args_test_selection": [*family.tests, "-k", family.keyword],
        "pytest_add_cli_args": [f"-pno:{plugin}" for plugin in PLUGINS_LEFT_OUT],
        "timeout_multiplier": 1.5,
        "timeout_constant": 1.5,
    }
    table = "\n".join(f"{key} = {json.dumps(value)}" for key, value in own.items())
    (folder / "pyproject.toml").write_text(f"{(ROOT / 'pyproject.toml').read_text('utf-8')}\n[tool.mutmut]\n{table}\n")


def forget_survivors(folder: Path) -> None:
    """Mutants that lived are tested again: a test may have come since, or reach further than before.

    With `MUTANTS_GO_ON=1` they stand as well, so that a run that was stopped ends sooner.
    """
    (folder / "mutants" / "mutmut-stats.json").unlink(missing_ok=True)
    for file in (folder / "mutants").rglob("*.meta"):
        data = json.loads(file.read_text("utf-8"))
        codes: dict[str, int | None] = data["exit_code_by_key"]
        kept = {"killed", "survived"} if "MUTANTS_GO_ON" in os.environ else {"killed"}
        data["exit_code_by_key"] = {key: code if verdict(code) in kept else None for key, code in codes.items()}
        file.write_text(json.dumps(data), "utf-8")


def sync(source: Path, target: Path) -> None:
    """Copy what is new or changed, and take away what is gone."""
    wanted = {path.relative_to(source) for path in source.rglob("*") if path.is_file() and path.suffix != ".pyc"}
    for path in wanted:
        new, old = source / path, target / path
        if not old.exists() or old.read_bytes() != new.read_bytes():
            old.parent.mkdir(parents=True, exist_ok=True)
            old.write_bytes(new.read_bytes())
    for path in [path for path in target.rglob("*") if path.is_file() and path.suffix != ".pyc"]:
        if path.relative_to(target) not in wanted:
            path.unlink()


def summarise(name: str, folder: Path) -> None:
    """Print a line for each module and one for all; write down the survivors, each with its change."""
    total: Counter[str] = Counter()
    survivors = []
    for file in sorted((folder / "mutants").rglob("*.meta")):
        codes: dict[str, int | None] = json.loads(file.read_text("utf-8"))["exit_code_by_key"]
        if not codes:
            continue
        counts = Counter(verdict(code) for code in codes.values())
        total += counts
        module = file.relative_to(folder / "mutants").with_suffix("")
        survivors += [(key, module) for key, code in codes.items() if verdict(code) != "killed"]
        print(f"{figures(counts)}  {module}")
    print(f"{figures(total)}  {name}, of {total.total()} mutants")
    listed = folder / "survivors.txt"
    with chdir(folder):
        from mutmut.mutation.diff_apply import get_diff_for_mutant  # noqa: PLC0415 - reads its settings at import

        listed.write_text("".join(f"{key}\n{changed(get_diff_for_mutant(key, path=path))}" for key, path in survivors))
    print(f"survivors: {listed.relative_to(ROOT)}")


def changed(diff: str) -> str:
    """The lines of a difference that differ."""
    lines = [line for line in diff.splitlines() if line[:1] in {"+", "-"} and line[:3] not in {"+++", "---"}]
    return "".join(f"    {line[0]} {line[1:].strip()}\n" for line in lines)


def verdict(code: int | None) -> str:
    """What became of a mutant. One that never ends was noticed."""
    if code in KILLED or code in TIMED_OUT:
        return "killed"
    if code in SURVIVED:
        return "survived"
    return "no tests" if code in NO_TESTS else "other"


def figures(counts: Counter[str]) -> str:
    """Share killed, and how many of each kind."""
    share = 100 * counts["killed"] / counts.total()
    rest = ", ".join(f"{counts[kind]} {kind}" for kind in ("survived", "no tests", "other") if counts[kind])
    return f"{share:6.1f} %  {counts['killed']:4} killed" + (f", {rest}" if rest else "")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

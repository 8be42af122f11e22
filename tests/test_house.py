"""The house: imports go down only, and what must stay apart stays apart."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "orgmodel"

ROOMS = (
    ("public", "__main__"),
    ("cli",),
    ("site",),
    ("charts",),
    ("briefs",),
    ("matrix",),
    ("drawing",),
    ("reports",),
    ("checking",),
    ("rules",),
    ("analysis",),
    ("graph",),
    ("loading",),
    ("reading",),
    ("model",),
    ("library",),
    ("findings",),
    ("source",),
    ("errors",),
)
FLOOR = {room: floor for floor, rooms in enumerate(ROOMS) for room in rooms}
MODULES = sorted(PACKAGE.rglob("*.py"))
MODULE_NAME = re.compile(r"\Aorgmodel(?:\.\w+)+(?=\.?\Z)")


def room_of(module: Path) -> str:
    relative = module.relative_to(PACKAGE)
    return relative.parts[0].removesuffix(".py")


@cache
def tree_of(module: Path) -> ast.Module:
    return ast.parse(module.read_text("utf-8"))


@cache
def imports_of(module: Path) -> frozenset[str]:
    """What a module imports, whether by a statement or by a name in a text, as registries do."""
    names: set[str] = set()
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = ".".join(("orgmodel", *module.relative_to(PACKAGE).parts[: -node.level])) if node.level else ""
            origin = ".".join(filter(None, (start, node.module)))
            names.add(origin)
            names.update(f"{origin}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            names.update(MODULE_NAME.findall(node.value))
    return frozenset(names)


def own_rooms(module: Path) -> set[str]:
    return {name.split(".")[1] for name in imports_of(module) if name.startswith("orgmodel.")} & FLOOR.keys()


def test_every_module_stands_in_a_known_room() -> None:
    strangers = {room_of(module) for module in MODULES} - FLOOR.keys() - {"__init__"}
    assert strangers == set()


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.relative_to(PACKAGE).as_posix())
def test_imports_go_down_only(module: Path) -> None:
    if module == PACKAGE / "__init__.py":
        return
    here = room_of(module)
    upward = {room for room in own_rooms(module) if room != here and FLOOR[room] <= FLOOR[here]}
    assert upward == set()


@pytest.mark.parametrize(
    ("package", "rooms"),
    [
        ("click", {"cli"}),
        ("pydantic", {"loading", "model"}),
        ("yaml", {"reading"}),
        ("networkx", {"graph", "public"}),
        ("graphviz", {"charts"}),
        ("jinja2", {"site", "briefs", "matrix"}),
    ],
)
def test_a_package_is_known_in_its_room_only(package: str, rooms: set[str]) -> None:
    users = {room_of(module) for module in MODULES if package in {name.split(".")[0] for name in imports_of(module)}}
    assert users <= rooms


@pytest.mark.parametrize(
    ("package", "files"),
    [
        ("reportlab", {"drawing/pdf.py"}),
        ("resvg_py", {"drawing/png.py"}),
        ("pptx", {"drawing/pptx.py"}),
        ("xlsxwriter", {"matrix/xlsx.py"}),
        ("PIL", set()),
        ("lxml", set()),
    ],
)
def test_a_package_of_an_extra_is_known_in_its_file_only(package: str, files: set[str]) -> None:
    users = {
        module.relative_to(PACKAGE).as_posix()
        for module in MODULES
        if package in {name.split(".")[0] for name in imports_of(module)}
    }
    assert users == {file for file in files if (PACKAGE / file).exists()}


@pytest.mark.parametrize("package", ["reportlab", "resvg_py", "pptx"])
def test_a_package_of_an_extra_is_imported_where_it_is_used(package: str) -> None:
    for module in MODULES:
        for node in tree_of(module).body:
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert package not in {name.split(".")[0] for name in names}, module


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.relative_to(PACKAGE).as_posix())
def test_what_is_private_stays_in_its_module(module: Path) -> None:
    own = {name for name in imports_of(module) if name.startswith("orgmodel.")}
    assert {name for name in own if re.fullmatch(r"_[a-zA-Z]\w*", name.rpartition(".")[2])} == set()


RENDERERS = (
    *(PACKAGE / "reports" / f"{name}.py" for name in ("concise", "full", "github", "json_object", "sarif")),
    *(
        PACKAGE / "charts" / f"{name}.py"
        for name in ("dot", "html", "html_data", "mermaid", "pdf", "picture", "png", "pptx", "svg", "svg_page", "ways")
    ),
    *(PACKAGE / "drawing" / f"{name}.py" for name in ("pdf", "png", "svg")),
    *(PACKAGE / "briefs" / f"{name}.py" for name in ("html", "markdown", "svg", "text")),
    *(PACKAGE / "matrix" / f"{name}.py" for name in ("csv", "html", "markdown", "pdf", "svg", "text", "xlsx")),
    *(PACKAGE / "matrix" / "picture").glob("*.py"),
    *(PACKAGE / "charts" / kind / "picture.py" for kind in ("ladder", "network", "spans")),
)


@pytest.mark.parametrize("module", RENDERERS, ids=lambda module: module.relative_to(PACKAGE).as_posix())
def test_renderers_know_no_organisation(module: Path) -> None:
    assert own_rooms(module) & {"analysis", "graph", "loading", "model"} == set()


def test_rules_do_not_import_each_other() -> None:
    from orgmodel.rules.registry import ENTRIES

    rules = {f"orgmodel.rules.{entry.module}" for entry in ENTRIES}
    for entry in ENTRIES:
        module = PACKAGE / "rules" / Path(*entry.module.split(".")).with_suffix(".py")
        assert imports_of(module) & rules == set(), entry.name


def test_the_layout_knows_no_organisation() -> None:
    for module in (PACKAGE / "charts" / "layout").glob("*.py"):
        assert own_rooms(module) <= {"charts", "errors"}, module.name
        assert all(name.startswith("orgmodel.charts.layout") for name in imports_of(module) if "orgmodel" in name)


def test_no_module_is_longer_than_500_lines() -> None:
    long = [module.name for module in MODULES if len(module.read_text("utf-8").splitlines()) > 500]
    assert long == []


def test_no_module_is_a_catch_all() -> None:
    names = {part for module in MODULES for part in module.relative_to(PACKAGE).with_suffix("").parts}
    assert names & {"utils", "helpers", "common", "manager", "misc"} == set()

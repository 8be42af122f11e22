"""Whatever a file holds: findings or one clear line, never a traceback and never our own fault.

The bounded runs are the same ones every time; `pytest -m slow` throws ten times as much.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orgmodel.cli.program import run

ROOT = Path(__file__).parent.parent
COMMANDS: tuple[tuple[str, ...], ...] = (("check", "--min-severity", "info"), ("chart",), ("matrix",), ("stats",))
EXAMPLES = {
    "org.yaml": [
        file.read_text("utf-8")
        for folder in (ROOT / "orgmodel" / "library" / "templates", ROOT / "examples")
        for file in sorted(folder.rglob("*.yaml"))
        if file.stat().st_size < 8_000
    ],
    "org.csv": [
        file.read_text("utf-8") for file in sorted((ROOT / "examples").rglob("*.csv")) if file.stat().st_size < 8_000
    ]
    + [
        "Activity,PM,Dev\nVision,A/R,C (asked)\nBuild,,A\n",
        "Employee ID;Manager ID;Name;FTE;Start Date\n1;;Ada;0,5;2026-01-01\n2;1;Vacant;1;\n2;1;Bo;1;\n3;9;Cy;;\n",
        "name,email,manager email\nAda,a@x.org,\nBo,b@x.org,a@x.org\n",
    ],
    "org.json": [
        '{"orgmodel": 1, "roles": {"pm": {"title": "PM", "level": 3}}, "positions": {"p": {"role": "pm", "fte": 0.5}}}',
        '{"roles": {"pm": {}}, "activities": {"a": {"assign": {"A": ["pm"]}}}, "people": {"e": {"name": "Ada"}}}',
        '{"positions": {"p": {"reports_to": null, "holders": [{"person": "Ada", "from": "2026-01-01"}]}}}',
        '[{"id": 1, "name": "Ada", "reportsTo": null}, {"id": 2, "name": "Bo", "reportsTo": 1}]',
    ],
}


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of our own shows its traceback, and nobody watches."""
    monkeypatch.setenv("ORGMODEL_TRACEBACK", "1")
    monkeypatch.setenv("NO_COLOR", "1")


@contextlib.contextmanager
def streams(stdin: bytes) -> Iterator[tuple[io.TextIOWrapper, io.TextIOWrapper]]:
    saved = sys.stdin, sys.stdout, sys.stderr
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="strict") for _ in range(2))
    sys.stdin, sys.stdout, sys.stderr = io.TextIOWrapper(io.BytesIO(stdin)), out, err
    try:
        yield out, err
    finally:
        sys.stdin, sys.stdout, sys.stderr = saved


def orgmodel(name: str, content: bytes, *arguments: str) -> tuple[int, bytes, bytes]:
    with streams(content) as (out, err):
        command = [arguments[0], "-", "--stdin-filename", name, "--as-of", "2026-11-01", *arguments[1:]]
        code = run(command)
        out.flush()
        err.flush()
        return code, out.buffer.getvalue(), err.buffer.getvalue()  # type: ignore[attr-defined]


def survives(name: str, content: bytes, commands: tuple[tuple[str, ...], ...] = COMMANDS) -> None:
    for arguments in commands:
        code, out, err = orgmodel(name, content, *arguments)
        assert code in {0, 1, 2}, (arguments, code)
        assert b"Traceback" not in err
        assert out or err, arguments


# Mutations -----------------------------------------------------------------------------------------

SPLICES = (
    "\0",
    "\ufeff",
    "\u202e",
    "\u2028",
    "\x85",
    "\r",
    "\t",
    "\\",
    '"',
    "'",
    "`",
    "{",
    "}",
    "[",
    "]",
    ":",
    "- ",
    ", ",
    "#",
    "&a ",
    "*a",
    "!!int ",
    "<<: ",
    "? ",
    "|\n",
    ">\n",
    "%",
    "@",
    "---\n",
    "...\n",
    "~",
    "null",
    "NO",
    "1e999",
    "-1",
    "9" * 30,
    "0x1F",
    "nan",
    "2026-02-30",
    "9999-12-31",
    "0001-01-01",
    "role:",
    "position:",
    "unit:",
    "person:",
    "activity:",
    "a@b",
    "*",
    "holder",
    "reports_to",
    "include",
    "../x",
    "library:x",
    "assign",
    "per",
    "role:pm",
    "scheme",
    "none",
    "Vacant",
    "=1+1",
    "<script>",
    "]]>",
    "💡",
    "ﷺ",
    "é",
    "seats: 10000000",
    "seats",
    "ended",
    "until: 0001-01-01",
    "from: 9999-12-31",
    "tops: 0",
    "level: -1000000",
    "fte: -3",
)


@st.composite
def mutated(draw: Callable[..., Any], name: str) -> bytes:
    """An example with a few things done to it: spliced, cut, lines doubled or swapped, words swapped, bytes flipped."""
    text: str = draw(st.sampled_from(EXAMPLES[name]))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(0, len(text) - 1)))
        match draw(st.integers(0, 6)):
            case 0:
                text = text[:at] + draw(st.sampled_from(SPLICES)) + text[at:]
            case 1:
                text = text[:at] + text[at + draw(st.integers(1, 40)) :]
            case 2:
                lines = text.splitlines(keepends=True) or [""]
                number = at % len(lines)
                text = "".join([*lines[: number + 1], lines[number], *lines[number + 1 :]])
            case 3:
                text = text[:at]
            case 4:
                words = text.split(" ")
                first, second = at % len(words), draw(st.integers(0, len(words) - 1))
                words[first], words[second] = words[second], words[first]
                text = " ".join(words)
            case 5:
                text = text[:at] + draw(st.characters()) + text[at + 1 :]
            case _:
                lines = text.splitlines(keepends=True) or [""]
                number, other = at % len(lines), draw(st.integers(0, len(lines) - 1))
                lines[number], lines[other] = lines[other], lines[number]
                text = "".join(lines)
    data = bytearray(text.encode("utf-8", "surrogatepass"))
    for _ in range(draw(st.sampled_from([0, 0, 0, 1, 2]))):
        if data:
            data[draw(st.integers(0, len(data) - 1))] ^= 1 << draw(st.integers(0, 7))
    return bytes(data)


# Random data shaped like a model --------------------------------------------------------------------

NAMES = st.sampled_from(
    ["a", "b", "pm", "cpo", "x:y", "", " ", "A", "none", "0", "é", "role:pm", "position:a", "unit:b", "*", "\n"]
)
SCALARS = st.one_of(
    NAMES, st.none(), st.booleans(), st.integers(-5, 5), st.floats(), st.text(max_size=5), st.just("2026-01-01")
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3), max_leaves=6
)


def _keys() -> dict[str, list[str]]:
    from orgmodel.loading.entries import known_keys
    from orgmodel.model.organization import KINDS

    kinds = (*KINDS, "assignments", "waivers", "policy", "include")
    return {kind: [*known_keys(kind), "to", "who", "min", "max", "person", "holder_"] for kind in kinds}


def _entry(kind: str) -> st.SearchStrategy[Any]:
    return st.dictionaries(st.sampled_from(_keys()[kind]), VALUES, max_size=4) | VALUES


@st.composite
def models(draw: Callable[..., Any]) -> dict[str, Any]:
    """Keys of the format with values that fit rarely."""
    model: dict[str, Any] = {"orgmodel": draw(st.sampled_from([1, 1, 1, 2, None]))}
    for kind in ("roles", "units", "positions", "people", "activities", "schemes"):
        if draw(st.booleans()):
            entry = _entry(kind) if kind != "schemes" else st.dictionaries(NAMES, VALUES, max_size=3)
            model[kind] = draw(st.dictionaries(NAMES, entry, max_size=4) | VALUES)
    for kind in ("assignments", "waivers", "include"):
        if draw(st.integers(0, 2)) == 0:
            model[kind] = draw(st.lists(_entry(kind), max_size=3) | VALUES)
    if draw(st.integers(0, 2)) == 0:
        model["policy"] = draw(_entry("policy"))
    for key in ("name", "as_of", "scheme"):
        if draw(st.integers(0, 4)) == 0:
            model[key] = draw(VALUES)
    return model


CELLS = st.sampled_from(
    [
        "",
        "1",
        "2",
        "007",
        "7",
        "A",
        "R",
        "A/R",
        "Ada",
        "Vacant",
        "XX",
        "N/D",
        "x",
        "0,5",
        "-1",
        "2026-01-01",
        '"',
        '""',
        "a\nb",
        "=1",
        "\t",
    ]
) | st.text(max_size=4)
HEADINGS = st.sampled_from(
    [
        "id",
        "name",
        "manager",
        "Manager ID",
        "Employee ID",
        "title",
        "unit",
        "fte",
        "email",
        "manager email",
        "path",
        "from",
        "until",
        "status",
        "seats",
        "level",
        "dotted to",
        "also_in",
        "assistant",
        "activity",
        "role",
        "letter",
        "Activity",
        "PM",
        "person",
        "first name",
        "last name",
        "fields.x",
        "skills.y",
        "",
        "deputy",
        "employment",
        "group",
        "kind",
        "source",
    ]
)


@st.composite
def tables(draw: Callable[..., Any]) -> bytes:
    """Usual headings over cells that fit rarely, with rows of any length."""
    sign = draw(st.sampled_from([",", ";", "\t", "|"]))
    head = draw(st.lists(HEADINGS, min_size=1, max_size=6))
    rows = draw(st.lists(st.lists(CELLS, max_size=7), max_size=6))
    quote = draw(st.booleans())
    written = [[f'"{cell.replace(chr(34), chr(34) * 2)}"' if quote else cell for cell in row] for row in [head, *rows]]
    return "\n".join(sign.join(row) for row in written).encode("utf-8", "surrogatepass")


def property_test(examples: int) -> Callable[[Any], Any]:
    return settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
    )


NAMES_OF_FILES = tuple(EXAMPLES)


@pytest.mark.parametrize("name", NAMES_OF_FILES)
@property_test(20)
@given(data=st.data())
def test_a_mutated_example_is_survived(name: str, data: st.DataObject) -> None:
    survives(name, data.draw(mutated(name)))


@property_test(30)
@given(models())
def test_a_random_model_is_survived(model: dict[str, Any]) -> None:
    survives("org.json", json.dumps(model, allow_nan=True).encode())


@property_test(50)
@given(tables())
def test_a_random_table_is_survived(content: bytes) -> None:
    survives("org.csv", content)


@property_test(30)
@given(st.binary(max_size=200), st.sampled_from(NAMES_OF_FILES))
def test_random_bytes_are_survived(content: bytes, name: str) -> None:
    survives(name, content, COMMANDS[:2])


@property_test(30)
@given(models())
def test_a_random_model_is_survived_redacted_and_without_ended_posts(model: dict[str, Any]) -> None:
    options = ("--redact", "people,pay", "--without", "ended")
    survives("org.json", json.dumps(model, allow_nan=True).encode(), tuple((*one, *options) for one in COMMANDS))


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES_OF_FILES)
@property_test(1_000)
@given(data=st.data())
def test_many_mutated_examples_are_survived(name: str, data: st.DataObject) -> None:
    survives(name, data.draw(mutated(name)))


@pytest.mark.slow
@property_test(3_000)
@given(models())
def test_many_random_models_are_survived(model: dict[str, Any]) -> None:
    survives("org.json", json.dumps(model, allow_nan=True).encode())


@pytest.mark.slow
@property_test(2_000)
@given(tables())
def test_many_random_tables_are_survived(content: bytes) -> None:
    survives("org.csv", content)


# Hostile names through every command and format ------------------------------------------------------

HOSTILE = {
    "markup": "<script>alert(1)</script>",
    "quotes": "\"'`&quot;&#39;",
    "cdata": "]]><!--<![CDATA[ -->",
    "bidi": "\u202eevil\u2066\u200fnames",
    "lines": "two\nlines\r\nand\u2028three",
    "formula": '=HYPERLINK("http://example.com","x")',
    "at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "escape": "\x1b[31mred\x1b]0;title\x07",
    "table": "| a | b |\n|---|---|",
    "braces": "{{7*7}} {% raw %} ${x} %s %(a)s",
    "dot": 'x"]; digraph { a -> b } //',
    "workflow": "::error file=a,line=1::owned%0A",
    "url": "javascript:alert(1)//http://example.com",
    "zero": "a\u0000b",
    "invisible": "\u200b\u00ad\ufeff",
    "combining": "Z" + "\u0301" * 50,
    "wide": "漢字" * 40,
    "emoji": "👩\u200d👩\u200d👧\u200d👦🏳️\u200d🌈",
    "long": "x" * 10_000,
    "long words": "word " * 2_000,
    "rtl": "שלום عليكم",
    "empty": " ",
}
FORMATS: dict[str, tuple[str, ...]] = {
    "check": ("full", "concise", "json", "github", "sarif"),
    "chart": (),
    "matrix": (),
    "stats": ("text", "json"),
}


MAGIC = {"png": b"\x89PNG\r\n\x1a\n", "pdf": b"%PDF-1.", "pptx": b"PK\x03\x04", "xlsx": b"PK\x03\x04"}


def _formats(command: str) -> tuple[str, ...]:
    if command == "chart":
        from orgmodel.charts import formats as charts

        return tuple(charts.FORMATS)
    if command == "matrix":
        from orgmodel.matrix import formats as matrices

        return tuple(matrices.FORMATS)
    return FORMATS[command]


def hostile_model(name: str) -> bytes:
    """A model in which one hostile text stands everywhere that texts may stand."""
    model = {
        "orgmodel": 1,
        "name": name,
        "roles": {
            name: {"title": name, "aliases": [name], "reports_to": name, "skills": {name: 3}},
            "pm": {"title": name},
        },
        "units": {name: {"title": name, "kind": name, "head": name, "parent": name}},
        "people": {name: {"name": name, "email": name}},
        "positions": {
            "top": {"role": name, "unit": name, "holder": name, "reports_to": None, "fields": {name: name}},
            name: {"role": "pm", "title": name, "unit": name, "reports_to": "top", "deputy": name, "holder": name},
        },
        "activities": {
            name: {"title": name, "group": name, "assign": {"A": name, "R": [name, "pm"], name: name}, "per": name},
            "b": {"title": name, "unowned": name, "assign": {"C": {"who": name, "note": name}}},
        },
        "assignments": [{"activity": name, "role": name, "letter": name, "source": name, "note": name}],
        "schemes": {name: {"A": {"name": name}}},
        "policy": {"severity": {name: "error"}},
        "waivers": [{"rule": name, "for": name, "reason": name, "owner": name}],
        "include": [name],
        name: name,
    }
    return json.dumps(model).encode()


def hostile_table(name: str) -> bytes:
    cell = '"' + name.replace('"', '""').replace("\0", "") + '"'
    rows = [
        f"id,name,manager,title,unit,{cell}",
        f"1,{cell},,{cell},{cell},{cell}",
        f"{cell},{cell},1,{cell},{cell},{cell}",
    ]
    return "\n".join([*rows, f"3,{cell},{cell},{cell},{cell},{cell}"]).encode()


def assert_sound(kind: str, out: bytes, name: str) -> None:
    if kind in MAGIC:
        assert out.startswith(MAGIC[kind])
        return
    text = out.decode("utf-8")
    if kind == "svg":
        ET.fromstring(text)
        assert "<script" not in text
    elif kind in {"json", "sarif"}:
        json.loads(text)
    elif kind == "html":
        assert "<script>alert" not in text
    else:
        assert "\x1b" not in text
        assert "\u202e" not in text


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("file", ["org.json", "org.csv"])
@pytest.mark.parametrize("command", FORMATS)
def test_a_hostile_name_harms_no_format(command: str, file: str, name: str) -> None:
    content = hostile_model(name) if file == "org.json" else hostile_table(name)
    for kind in _formats(command):
        code, out, err = orgmodel(file, content, command, "--format", kind)
        assert (code in {0, 1}, b"Traceback" in err, b"\x1b" in err) == (True, False, False), (kind, err)
        assert_sound(kind, out, name)


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_name_harms_no_page(name: str, tmp_path: Path) -> None:
    code, _, err = orgmodel("org.json", hostile_model(name), "build", "-o", str(tmp_path / "site"))
    assert (code in {0, 1}, b"Traceback" in err) == (True, False), err
    for page in (tmp_path / "site").rglob("*.html"):
        assert "<script>alert" not in page.read_text("utf-8"), page.name


@pytest.mark.parametrize(
    "text",
    [
        '{"a": "\\ud800"}',
        '{"\\udfff": 1}',
        '{"name": "\\u0000"}',
        '{"orgmodel": 1, "roles": {"a\\u0000b": {"title": "\\u0000"}}}',
    ],
)
def test_half_characters_and_nul_escapes_in_json_are_survived(text: str) -> None:
    survives("org.json", text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "a: &a [*a]\n",
        "a: &a {b: *a}\n",
        "&a a: *a\n",
        "x: &x [" + ",".join("[]" for _ in range(50)) + "]\n" + "".join(f"y{i}: [*x, *x]\n" for i in range(50)),
        "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9) if i else 'x'}]\n" for i in range(12)),
        "[" * 5_000,
        "{" * 5_000,
        "- " * 5_000,
        "a: " * 500,
        "? " * 500,
        '"' + "\\" * 999,
        "a: |\n" + " " * 10_000,
        "roles:\n" + "".join(f"{' ' * depth}a:\n" for depth in range(1, 300)),
        "!!python/object/apply:os.system ['true']\n",
        "orgmodel: 1\nroles: {a: {reports_to: b}, b: {reports_to: a}}\nunits: {u: {parent: v}, v: {parent: u}}\n",
        "positions: {a: {reports_to: a, dotted_to: a, seats: 0, unit: u}}\nunits: {u: {parent: u, head: a}}\n",
        "activities: {a: {part_of: a, depends_on: [a], per: role:x, assign: {A: unit:u}}}\nunits: {u: {parent: u}}\n",
    ],
    ids=lambda text: text[:20].encode("ascii", "replace").decode().strip().replace("\n", " "),
)
def test_a_text_made_to_harm_is_survived(text: str) -> None:
    survives("org.yaml", text.encode())


@pytest.mark.parametrize(
    "text", ["[" * 5_000, '{"a":' * 5_000, '"' * 5_001, "[" + "1," * 20_000, "-" * 9_999, "\ufeff" * 3]
)
def test_json_made_to_harm_is_survived(text: str) -> None:
    survives("org.json", text.encode())


@pytest.mark.parametrize(
    "text",
    [
        '"' * 9_999,
        "," * 9_999,
        "id\n" + '"' * 999,
        "a,b\n" + ",".join("x" * 5 for _ in range(3_000)),
        'id,name\n1,"' + "x" * 200_000 + '"\n',
        "sep=\nid,name\n1,2\n",
        "\n\n\n",
        "\r\r\r",
        ";,|\t\n;,|\t\n",
        ",".join(["id"] * 500) + "\n" + ",".join(["1"] * 500),
    ],
    ids=lambda text: repr(text[:12]),
)
def test_a_table_made_to_harm_is_survived(text: str) -> None:
    survives("org.csv", text.encode())


def test_an_environment_without_columns_is_survived(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "COLUMNS", "0")
    survives("org.yaml", EXAMPLES["org.yaml"][0].encode())

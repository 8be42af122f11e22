"""One organisation in which every name is written to do harm, through every format of every picture."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from orgmodel.cli.program import run

NAMES = (
    """it's "quoted" & <b>bold</b>""",
    "</title></text></svg><script>alert(1)</script>",
    "]]><svg onload=alert(1)>",
    "\u202egnp.exe\u2066 line\nbreak\ttab",
    "=cmd|' /C calc'!A0",
    "[x](javascript:alert(1)) | `c` **b**",
    '\\"] -> n0 [label="evil"] subgraph {',
    "%% end\nclick c0 callback",
    "\x1b[31mred\x1b[0m {{7*7}} {% raw %}",
    "x" * 3_000,
    "a" + "\u0301" * 1_000,
    "   ",
)
CHARTS = {
    (): ("svg", "html", "png", "pdf", "pptx", "dot", "mmd"),
    ("--of", "units"): ("svg", "html", "png", "pdf", "pptx", "dot", "mmd"),
    ("--findings", "--min-severity", "info"): ("svg", "html", "png", "pdf", "pptx"),
    ("--of", "ladder"): ("svg", "png", "pdf"),
    ("--of", "spans"): ("svg", "png", "pdf"),
    ("--of", "network", "--unit", "u"): ("svg", "png", "pdf", "dot"),
}
MATRICES = ("svg", "pdf", "xlsx", "html", "md", "csv", "text")
EXTRAS = {"png": "resvg_py", "pdf": "reportlab", "pptx": "pptx", "xlsx": "xlsxwriter"}
BEGINNINGS = {"png": b"\x89PNG", "pdf": b"%PDF-", "pptx": b"PK", "xlsx": b"PK"}
COMMANDS = [("chart", *words, "--format", name) for words, names in CHARTS.items() for name in names]
COMMANDS += [("matrix", *more, "--format", name) for name in MATRICES for more in ((), ("--findings",))]


def model(name: str) -> str:
    """An organisation that bears one name wherever there is one."""
    roles = {key: {"title": name, "level": level, "track": name, "grade": name} for level, key in enumerate("abc", 1)}
    roles["a"]["promotes_to"] = ["b"]
    return json.dumps(
        {
            "orgmodel": 1,
            "name": name,
            "as_of": "2026-11-01",
            "roles": roles,
            "units": {"u": {"title": name, "kind": name, "head": "p"}},
            "positions": {
                "p": {"role": "a", "unit": "u", "reports_to": None, "holder": name},
                "q": {"role": "b", "unit": "u", "reports_to": "p", "fields": {"site": name}},
                "r": {"role": "c", "reports_to": "p", "holder": f"{name} 2", "dotted_to": [{"to": "q", "note": name}]},
            },
            "activities": {
                "x": {"title": name, "group": name, "assign": {"A": ["a", "b"], "R": "b", "C": "c"}},
                "y": {"title": name, "assign": {"R": "a", "I": {"who": "b", "note": name}}},
            },
        }
    )


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_hostile_name_goes_through(
    words: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    form = words[-1]
    pytest.importorskip(EXTRAS.get(form, "json"))
    for name in NAMES:
        (tmp_path / "org.yaml").write_text(model(name), "utf-8")
        out = tmp_path / "out"
        code = run([words[0], str(tmp_path), *words[1:], "-o", str(out)])
        told = capsys.readouterr().err
        assert code == 0, (name, told)
        assert "Traceback" not in told
        data = out.read_bytes()
        assert data.startswith(BEGINNINGS.get(form, b"")), name
        if form == "svg":
            tags = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(data).iter()}
            assert not tags & {"script", "b", "foreignObject"}, name
            assert not any(key.startswith("on") for e in ElementTree.fromstring(data).iter() for key in e.attrib), name
        elif form in {"html", "md"}:
            assert not any(harm in data for harm in (b"<script>alert", b"<svg onload")), name
        elif form in {"pptx", "xlsx"}:
            with zipfile.ZipFile(io.BytesIO(data)) as packed:
                for part in packed.namelist():
                    if part.endswith((".xml", ".rels")):
                        ElementTree.fromstring(packed.read(part))
        elif form == "text":
            assert b"\x1b" not in data, name

"""The data shipped with the package."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest
from pydantic import TypeAdapter

import orgmodel
from orgmodel.checking.check import CheckOptions, check
from orgmodel.findings import Severity
from orgmodel.library.models import library_names
from orgmodel.library.shipped import builtin_schemes, presets, scheme_aliases, usual_headings
from orgmodel.library.templates import TEMPLATES, template_files
from orgmodel.loading.load import LoadOptions, load
from orgmodel.model.activities import Letter
from orgmodel.model.include import Include
from orgmodel.model.positions import Position
from orgmodel.model.roles import Role
from orgmodel.model.units import Unit

ROOT = Path(orgmodel.__file__).parent

RACI = {
    "R": ("Responsible", 1, None, {"doer"}),
    "A": ("Accountable", 1, 1, {"owner"}),
    "C": ("Consulted", 0, None, {"advises"}),
    "I": ("Informed", 0, None, {"informed"}),
}
SUPPORT = ("Support", 0, None, set())
SCHEMES = {
    "raci": RACI,
    "rasci": RACI | {"S": SUPPORT},
    "rasi": {code: RACI[code] for code in "RAI"} | {"S": SUPPORT},
    "raciq": RACI | {"Q": ("Quality review", 0, None, {"verifies"})},
    "raci-vs": RACI | {"V": ("Verifier", 0, None, {"verifies"}), "S": ("Signatory", 0, 1, {"verifies"})},
    "cairo": RACI | {"O": ("Out of the loop", 0, None, set())},
    "daci": {
        "D": ("Driver", 1, 1, {"doer"}),
        "A": ("Approver", 1, 1, {"owner"}),
        "C": ("Contributor", 0, None, {"advises"}),
        "I": ("Informed", 0, None, {"informed"}),
    },
    "rapid": {
        "R": ("Recommend", 1, 1, {"doer"}),
        "A": ("Agree", 0, None, {"vetoes"}),
        "P": ("Perform", 1, None, {"doer"}),
        "I": ("Input", 0, None, {"advises"}),
        "D": ("Decide", 1, 1, {"owner"}),
    },
    "pacsi": {
        "P": ("Perform", 1, None, {"doer"}),
        "A": ("Accountable", 1, 1, {"owner"}),
        "C": ("Control", 0, None, {"vetoes"}),
        "S": ("Suggest", 0, None, {"advises"}),
        "I": ("Informed", 0, None, {"informed"}),
    },
    "mocha": {
        "M": ("Manager", 0, 1, set()),
        "O": ("Owner", 1, 1, {"owner", "doer"}),
        "C": ("Consulted", 0, None, {"advises"}),
        "H": ("Helper", 0, None, set()),
        "A": ("Approver", 0, 1, {"vetoes"}),
    },
    "dri": {"DRI": ("Directly responsible individual", 1, 1, {"owner"})},
    "dci": {
        "D": ("Decision maker", 1, 1, {"owner"}),
        "C": ("Consult", 0, None, {"advises"}),
        "I": ("Inform", 0, None, {"informed"}),
    },
}
"""Letter to name, least, most and meaning, as the sources of each scheme give them."""


def letters(scheme: str) -> dict[str, Letter]:
    return TypeAdapter(dict[str, Letter]).validate_python(builtin_schemes()[scheme])


def test_these_schemes_are_built_in():
    assert set(builtin_schemes()) == set(SCHEMES)


@pytest.mark.parametrize("scheme", list(SCHEMES))
def test_a_scheme_has_the_letters_of_its_sources(scheme):
    found = letters(scheme)
    said = {code: (letter.name, letter.min, letter.max, set(letter.traits)) for code, letter in found.items()}
    assert said == {
        code: (name, least or 0, most, traits) for code, (name, least, most, traits) in SCHEMES[scheme].items()
    }


@pytest.mark.parametrize("scheme", list(SCHEMES))
def test_a_scheme_has_one_owner_letter_and_says_what_every_letter_means(scheme):
    found = letters(scheme)
    assert len([code for code, letter in found.items() if "owner" in letter.traits]) == 1
    assert all(builtin_schemes()[scheme][code].get("note") for code in found)


def test_only_out_of_the_loop_excludes_other_letters():
    excluding = {
        (scheme, code): set(letter.excludes)
        for scheme in SCHEMES
        for code, letter in letters(scheme).items()
        if letter.excludes
    }
    assert excluding == {("cairo", "O"): set("RACI")}


@pytest.mark.parametrize(("alias", "scheme"), [("arci", "raci"), ("rasic", "rasci"), ("racio", "cairo")])
def test_an_alias_reads_like_its_scheme(alias, scheme, tmp_path):
    assert scheme_aliases()[alias] == scheme
    file = tmp_path / "org.yaml"
    file.write_text(
        f"orgmodel: 1\nscheme: {alias.upper()}\nroles: {{a: {{}}}}\nactivities: {{x: {{assign: {{A: a, R: a}}}}}}\n"
    )
    loaded = load(str(file))
    assert loaded.faults == []
    assert set(loaded.organization.letters_of(loaded.organization.activities["x"])) == set(SCHEMES[scheme])


def test_every_alias_leads_to_a_scheme():
    assert set(scheme_aliases().values()) <= set(SCHEMES)
    assert not set(scheme_aliases()) & set(SCHEMES)


# -- headings and presets

RECORDS = {"positions": Position, "units": Unit, "roles": Role}


def test_every_kind_of_table_has_usual_headings():
    kinds = json.loads((files("orgmodel.library") / "headings.json").read_text("utf-8"))
    assert all(usual_headings(kind) for kind in kinds)
    assert {"positions", "people", "units"} <= set(kinds)


@pytest.mark.parametrize("kind", ["positions", "people"])
def test_a_heading_means_one_thing_only(kind):
    found: dict[str, str] = {}
    for field, headings in usual_headings(kind).items():
        for heading in headings if field != "person" else ():  # a person's id may also be what tells the rows
            assert found.setdefault(heading, field) == field, heading


@pytest.mark.parametrize("kind", ["positions", "people"])
def test_headings_are_written_folded(kind):
    for headings in usual_headings(kind).values():
        assert all(
            heading == " ".join(heading.lower().split()) and heading.replace(" ", "").isalnum() for heading in headings
        )


@pytest.mark.parametrize(
    ("name", "variant"), [(name, variant) for name, found in presets().items() for variant in found]
)
def test_a_preset_reads_a_table_of_its_headings(name, variant, tmp_path):
    mapping = presets()[name][variant]
    headings = [found[0] for found in mapping["columns"].values()]
    assert mapping["marker"] in headings
    file = tmp_path / "table.csv"
    file.write_text(",".join(headings) + "\n" + ",".join("1" for _ in headings) + "\n")
    loaded = load(str(file), LoadOptions(table=Include(preset=name)))
    assert (len(loaded.organization.positions), [fault.rule for fault in loaded.faults]) == (1, [])


# -- templates


@pytest.mark.parametrize("name", list(TEMPLATES))
def test_a_template_passes_every_rule(name, tmp_path):
    for file, text in template_files(name).items():
        (tmp_path / file).write_text(text, encoding="utf-8")
    loaded = load(str(tmp_path))
    report = check(loaded, loaded.organization.as_of or date(2026, 11, 1), CheckOptions(min_severity=Severity.WARNING))
    assert [str(finding.message) for finding in report.findings] == []


@pytest.mark.parametrize("name", list(TEMPLATES))
def test_a_template_explains_itself_and_fixes_the_day_if_it_has_seats(name):
    text = template_files(name)["org.yaml"]
    assert ("\nas_of: " in text) == ("\npositions:" in text)
    assert text.count("#") >= 3


def test_every_folder_of_templates_and_every_small_library_is_offered():
    folders = {path.name for path in (ROOT / "library" / "templates").iterdir() if path.is_dir()}
    large = {"product-management", "product-management-rasci"}
    assert folders | (set(library_names()) - large) == set(TEMPLATES)


# -- the wheel


@pytest.mark.slow
def test_the_wheel_contains_every_file_of_the_package(tmp_path):
    pytest.importorskip("hatchling", reason="the build backend is not installed here")
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "-q", "-w", str(tmp_path)]
    subprocess.run([*command, str(ROOT.parent)], check=True, capture_output=True, timeout=120)
    (wheel,) = tmp_path.glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        path.relative_to(ROOT.parent).as_posix()
        for path in ROOT.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert sorted(wanted - packed) == []

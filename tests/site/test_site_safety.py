"""Names written to do harm, people who are not to be named, and equal bytes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from site_samples import EXAMPLES, example, folder_of, loaded_text, pages, parsed

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style></title><svg onload=alert(1)>",
    "]]><!-- {{7*7}} {% raw %} ${x}",
    '=HYPERLINK("http://x")',
    "javascript:alert(1)",
    "\u202egnp.exe\u2066 \ufdd0 \U0001fffe",
    "x" * 3_000,
    "&amp;lt; &#0; 'quoted'",
)


def model(name: str) -> str:
    """An organisation in which everything is called so; ids too, where ids may be."""
    key = "".join(character for character in name if character.isprintable() and character != ":")[:100].strip()
    return yaml.safe_dump(
        {
            "orgmodel": 1,
            "name": name,
            "roles": {key: {"title": name, "purpose": name, "skills": {name: 3}, "aliases": [name + "!"], "level": 1}},
            "units": {key: {"title": name, "kind": name, "head": key}},
            "positions": {
                key: {"role": key, "title": name, "unit": key, "holder": name, "deputy": key},
                "other": {"role": key, "title": name, "unit": key, "reports_to": key},
            },
            "activities": {
                key: {"title": name, "group": name, "assign": {"A": key, "R": key}},
                "row": {"title": name, "assign": {"R": key}},
                "free": {"title": name, "unowned": name},
            },
        },
        allow_unicode=True,
        sort_keys=False,
    )


def shape(page: str) -> tuple[set[str], set[str]]:
    tree = parsed(page)
    elements = {str(element.tag) for element in tree.iter()}
    return elements, {key for element in tree.iter() for key in element.attrib}


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_adds_no_element_and_no_attribute(tmp_path, name):
    plain = pages(folder_of(loaded_text(tmp_path, model("Ada"))))
    hostile = pages(folder_of(loaded_text(tmp_path, model(name))))
    assert hostile.keys() == plain.keys()
    for file, text in hostile.items():
        elements, attributes = shape(text)
        more, further = shape(plain[file])
        assert elements <= more | {"{http://www.w3.org/1999/xhtml}code"}, file
        assert attributes <= further, file


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_makes_no_link_of_its_own(tmp_path, name):
    files = folder_of(loaded_text(tmp_path, model(name)))
    for text in pages(files).values():
        links = [element.get("href") for element in parsed(text).iter() if element.get("href")]
        assert all(link == "data:," or link[0] == "#" or link.partition("#")[0] in files for link in links)


def people_of(folder: str) -> set[str]:
    names = {
        holder.get("person") or ""
        for seat in yaml.safe_load((EXAMPLES / folder / "seats.yaml").read_text("utf-8"))["positions"].values()
        for holder in [{"person": seat.get("holder")}, *seat.get("holders", [])]
    }
    people = yaml.safe_load((EXAMPLES / folder / "seats.yaml").read_text("utf-8"))["people"]
    names |= set(people) | {person["name"] for person in people.values()}
    return {name for name in names if name}


def test_redacted_people_are_in_no_file():
    names = people_of("product-organisation")
    assert len(names) > 30
    for file, text in folder_of(example("product-organisation"), redact=("people",)).items():
        assert [name for name in sorted(names) if name in text] == [], file


def test_redacted_people_of_a_table_are_in_no_file():
    rows = (EXAMPLES / "staff-export" / "staff.csv").read_text("utf-8").splitlines()
    surnames = {"Pellworth", "Nkemelu", "Drummond", "Sileikis", "Vandermeer"}
    assert all(any(name in row for row in rows) for name in surnames)
    for file, text in folder_of(example("staff-export/staff.csv"), redact=("people",)).items():
        assert [name for name in sorted(surnames) if name in text] == [], file


def test_redacted_pay_is_in_no_file():
    plain = folder_of(example("product-organisation"))
    assert "174,000" in plain["roles.html"]
    for file, text in folder_of(example("product-organisation"), redact=("pay",)).items():
        assert not any(amount in text for amount in ("174,000", "174000", "146,000", "82,000")), file


@pytest.mark.parametrize("name", ["product-organisation", "what-the-guides-say"])
def test_the_same_bytes_in_every_run(tmp_path, name):
    made = []
    for seed in ("0", "1", "77"):
        out = tmp_path / seed
        command = [sys.executable, "-m", "orgmodel", "build", str(EXAMPLES / name), "-o", str(out)]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True)
        made.append({path.name: path.read_bytes() for path in Path(out).iterdir()})
    assert made[0] == made[1] == made[2]

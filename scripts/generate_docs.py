"""Writes the generated pages of docs/: rules, command line, schema, pictures of libraries; and made blocks of others.

A made block stands between `<!-- made: NAME -->` and `<!-- end -->`. NAME is a block of `guides.py`, or a command, of
which the output stands there; of Markdown only the sections that are named after a bar (`| In short; The roles`).

`python scripts/generate_docs.py --check` writes nothing and fails when a page is out of date.
"""

from __future__ import annotations

import re
import shlex
import sys
import tempfile
from contextlib import chdir
from pathlib import Path

import click
import guides
from click.testing import CliRunner

from orgmodel.cli.program import COMMANDS, program, run
from orgmodel.library.shipped import profiles
from orgmodel.model.schema import SCHEMA_ID, json_schema
from orgmodel.reports.catalogue import render_list, render_page, thresholds
from orgmodel.rules.registry import ENTRIES
from orgmodel.rules.texts import read_texts

DOCS = Path(__file__).parent.parent / "docs"
LIBRARY_PICTURES = {
    "product-management": ("chart", "--of", "ladder"),
    "product-trio": ("matrix",),
    "squads": ("chart", "--frames"),
    "team-topologies": ("chart", "--of", "units", "--color-by", "kind", "--show", "interactions"),
    "accountability-chart": ("chart",),
    "startup": ("chart",),
}
"""Library to the command that draws its picture on the page about libraries."""
LADDER_PICTURES = ("what-the-guides-say", "resolved")
"""Examples whose ladder is drawn on the page about the guides."""
MADE = re.compile(r"(<!-- made: (.+?) -->\n).*?(<!-- end -->)", re.DOTALL)


def pages() -> dict[Path, str]:
    """Every generated page and its text."""
    made = {
        DOCS / "rules.md": render_list("markdown"),
        DOCS / "cli.md": command_line(),
        DOCS / "profiles.md": profile_pages(),
        DOCS / SCHEMA_ID: json_schema(),
    }
    made |= {
        DOCS / "pictures" / f"{name}.svg": picture(f"library:{name}", *words)
        for name, words in LIBRARY_PICTURES.items()
    }
    made |= {
        DOCS / "pictures" / f"{name}.svg": picture(f"examples/{name}", "chart", "--of", "ladder")
        for name in LADDER_PICTURES
    }
    for entry in ENTRIES:
        made[DOCS / "rules" / f"{entry.name}.md"] = render_page(read_texts(entry), markdown=True)
    for page in (*DOCS.glob("*.md"), *DOCS.glob("answers/*.md"), *DOCS.parent.glob("examples/*/README.md")):
        text = page.read_text("utf-8")
        if MADE.search(text):
            made[page] = MADE.sub(lambda found: f"{found[1]}\n{block(found[2])}\n\n{found[3]}", text)
    return made


def block(name: str) -> str:
    """A made block by its name; a command's output as it is in Markdown, else fenced."""
    if not name.startswith("orgmodel "):
        return guides.made(name)
    command, _, wanted = name.partition(" | ")
    with chdir(DOCS.parent):
        ended = CliRunner().invoke(program, shlex.split(command)[1:])
    text = ended.stdout.strip()
    if not text:
        raise SystemExit(f"no output: {command}: {ended.stderr}")
    if "--format md" not in command:
        return _block(text)
    return "\n\n".join(_section(text, title) for title in wanted.split("; ")) if wanted else text


def _section(text: str, title: str) -> str:
    """What stands below a heading of the second level."""
    parts = {part.partition("\n")[0]: part.partition("\n")[2].strip() for part in text.split("\n## ")[1:]}
    if title not in parts:
        raise SystemExit(f"no section {title!r} among {list(parts)}")
    return parts[title]


def command_line() -> str:
    """The reference of the command line, from the commands themselves."""
    parts = ["# Command line", "", _block(_help(program, "orgmodel"))]
    for name in COMMANDS:
        command = program.get_command(click.Context(program), name)
        assert command is not None
        parts += ["", f"## orgmodel {name}", "", _block(_help(command, f"orgmodel {name}"))]
    return "\n".join(parts) + "\n"


def profile_pages() -> str:
    """The profiles, from the data that is shipped: thresholds, and rules whose severity they change."""
    parts = ["# Profiles", "", "Named sets of thresholds and severities; see [policy](policy.md).", ""]
    for name, told in profiles().items():
        severities = told["severity"]
        parts += [f"## {name}", "", told["about"], "", "| threshold | value |", "|---|---|"]
        parts += ["| `" + line.replace(": ", "` | `", 1) + "` |" for line in thresholds(told["policy"])]
        parts += ["", "| severity | rules |", "|---|---|"]
        for severity in ("error", "warning", "info", "ignore"):
            named = [f"[{rule}](rules/{rule}.md)" for rule, word in severities.items() if word == severity]
            parts += [f"| {severity} | {', '.join(named)} |"] if named else []
        parts.append("")
    return "\n".join(parts)


def picture(model: str, command: str, *options: str) -> str:
    """The picture of a model, as a command draws it."""
    with tempfile.TemporaryDirectory() as folder, chdir(DOCS.parent):
        file = Path(folder) / "picture.svg"
        if run([command, model, *options, "-o", str(file)]):
            raise SystemExit(f"{model} was not drawn")
        return file.read_text("utf-8")


def _help(command: click.Command, path: str) -> str:
    context = click.Context(command, info_name=path, max_content_width=100, terminal_width=100)
    return command.get_help(context).strip()


def _block(text: str) -> str:
    return f"```text\n{text}\n```"


def main() -> int:
    """Write the pages, or check them; returns the exit code."""
    check = "--check" in sys.argv[1:]
    made = pages()
    stale = [path for path, text in made.items() if not path.exists() or path.read_text("utf-8") != text]
    left_over = [path for path in (DOCS / "rules").glob("*.md") if path not in made]
    for path in stale + left_over:
        print(path.relative_to(DOCS.parent).as_posix())
    if check:
        return int(bool(stale or left_over))
    for path in left_over:
        path.unlink()
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made[path], encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

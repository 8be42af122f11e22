"""Any text near plain YAML: the plain way gives what libyaml gives, or leaves the text to it."""

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_plain_yaml import FILES
from two_ways import is_plain

from orgmodel.reading.limits import LIMITS, Limits

LETTERS = "abkxyz019éñ名👩_./()+=$^;"
WORD = st.text(LETTERS, min_size=1, max_size=4).filter(lambda word: word[0] != ".")
WORDS = st.lists(WORD, min_size=1, max_size=3).map(" ".join) | st.sampled_from(
    ["pm", "senior-pm", "position:p1", "2026-11-01", "-5", "null", "~", "NO", "0123", "a - b", "it's", 'an "x"']
)
KEYS = WORD | st.sampled_from(["title", "role", "reports_to", "a b", "null", "2024", "'q k'", '"k"', "''"])
TAILS = st.sampled_from(["", "", "", "", " ", "   ", " # c", "  # a: b, [c"])
NOISE = st.sampled_from(["", "", "", "", "\n", "  \n", "# c\n", "      # a: b\n", "\n\n"])
Block = Callable[[int], str]


def quoted(word: str) -> st.SearchStrategy[str]:
    return st.sampled_from([word, word, f"'{word.replace(chr(39), '')}'", f'"{word.replace(chr(34), "")}"'])


SCALARS = WORDS.flatmap(quoted)
COMMAS = st.sampled_from([", ", ", ", ",", " , ", ",\n            "])
FLOWS = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.tuples(st.lists(inner, max_size=3), COMMAS).map(lambda drawn: f"[{drawn[1].join(drawn[0])}]"),
        st.tuples(st.lists(st.tuples(KEYS, inner | st.just("")), max_size=3), COMMAS).map(
            lambda drawn: "{" + drawn[1].join(f"{key}: {value}" for key, value in drawn[0]) + "}"
        ),
    ),
    max_leaves=8,
)


@st.composite
def blocks(draw: st.DrawFn, indent: int = 0, depth: int = 3) -> str:
    """Lines of a mapping or a list, each at the same indentation."""
    is_list = draw(st.integers(0, 3)) == 0
    lead = " " * indent
    lines = []
    used: set[str] = set()
    for _ in range(draw(st.integers(1, 5))):
        lines.append(draw(NOISE))
        key = draw(KEYS)
        if not is_list and key.strip("'\"") in used:
            continue
        used.add(key.strip("'\""))
        start = f"{lead}-" if is_list else f"{lead}{key}:"
        lines.append(start + draw(after(indent, depth, is_list=is_list)))
    return "".join(lines)


@st.composite
def after(draw: st.DrawFn, indent: int, depth: int, *, is_list: bool) -> str:
    """What follows a dash or a colon, to the end of its last line."""
    kind = draw(st.integers(0, 9))
    tail = draw(TAILS) + "\n"
    if kind == 0:
        return tail
    if kind >= 6 and depth > 0:
        deeper = indent + draw(st.sampled_from([1, 2, 2, 2, 4]))
        if is_list and draw(st.booleans()):
            inner = draw(blocks(indent=indent + 2, depth=depth - 1)).lstrip("\n ")
            return " " + inner if not inner.startswith("#") else tail
        if not is_list and draw(st.booleans()):
            return tail + "".join(
                f"{' ' * indent}-{draw(after(indent, depth - 1, is_list=True))}" for _ in range(draw(st.integers(1, 3)))
            )
        return tail + draw(blocks(indent=deeper, depth=depth - 1))
    blanks = draw(st.sampled_from([" ", " ", " ", "   "]))
    value = draw(SCALARS) if kind < 4 else draw(FLOWS)
    if kind == 5:
        return f"{tail}{' ' * (indent + 2)}{value}\n"
    return f"{blanks}{value}{tail}"


SCRAPS = [
    *(" ", "  ", "\n", "\n  ", ":", ": ", ":\n", "-", "- ", "\n- ", "#", " #", ",", ", ", "[", "]", "{", "}", "'", '"'),
    *("?", "? ", "!", "&a ", "*a", "|\n", ">\n", "%", "@", "`", "~", "<<: ", "...", "\n...\n", "---", "\n---\n", "\t"),
    *(
        "\\",
        "\r\n",
        "\r",
        "\x85",
        "\u2028",
        "\ufeff",
        "\x07",
        "\ud800",
        "\xa0",
        "a",
        "k: ",
        "null",
        "''",
        "{a}",
        "[a: b]",
    ),
    *("{a: }", "[a, ]", '"a":b', "a: b\n", "  c: d\n", "- e\n", "# f\n", "x" * 1030),
]
EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 3), st.sampled_from(SCRAPS)), max_size=4)


def edited(text: str, edits: list[tuple[float, int, str]]) -> str:
    for where, gone, scrap in edits:
        at = int(where * len(text))
        text = text[:at] + scrap * (gone != 1) + text[at + gone :]
    return text


@settings(max_examples=200, deadline=None)
@given(blocks())
def test_any_structured_text_is_read_as_by_libyaml(text: str) -> None:
    is_plain(text)


@settings(max_examples=300, deadline=None)
@given(blocks(), EDITS, st.booleans(), st.sampled_from([LIMITS, LIMITS, LIMITS, Limits(depth=3), Limits(nodes=12)]))
def test_any_text_near_it_is_read_as_by_libyaml_or_left_to_it(
    text: str, edits: list[tuple[float, int, str]], ends: bool, limits: Limits
) -> None:
    text = edited(text, edits)
    is_plain(text if ends else text.rstrip("\n"), limits)


def damaged_files(seed: int, many: int) -> int:
    """Reads so many damaged stretches of the files of this repository; how many were plain all the same."""
    chance = random.Random(seed)
    stretches = [text.splitlines() for text in FILES.values()]
    plain = 0
    for _ in range(many):
        lines = chance.choice(stretches)
        start = chance.randrange(len(lines))
        stretch = lines[start : start + chance.choice((1, 3, 8, 20))]
        margin = min((len(line) - len(line.lstrip()) for line in stretch if line.strip()), default=0)
        stretch = [line[margin:] for line in stretch]
        for _ in range(chance.choice((0, 1, 1, 2))):
            damage_line(chance, stretch)
        edits = [
            (chance.random(), chance.randrange(4), chance.choice(SCRAPS)) for _ in range(chance.choice((0, 0, 1, 2)))
        ]
        plain += is_plain(edited("\n".join(stretch), edits))
    return plain


def damage_line(chance: random.Random, stretch: list[str]) -> None:
    """Moves, drops, doubles or extends one line."""
    if not stretch:
        return
    at = chance.randrange(len(stretch))
    line = stretch[at]
    others = [[], [" " + line], ["  " + line], [line.removeprefix("  ")], [line.removeprefix(" ")], [line, line]]
    others += [
        ["- " + line.lstrip()],
        [line + " "],
        [line + " # c"],
        [line + ":"],
        [line, ""],
        [line, "  - a"],
        [line, "- b"],
    ]
    stretch[at : at + 1] = chance.choice(others)


def test_damaged_files_are_read_as_by_libyaml_or_left_to_it() -> None:
    assert damaged_files(1, 2_000) > 400


@pytest.mark.slow
def test_very_many_damaged_files_are_read_as_by_libyaml_or_left_to_it() -> None:
    assert damaged_files(2, 200_000) > 40_000

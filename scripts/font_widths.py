"""Write the advance widths that ``orgmodel.drawing.text`` measures with.

Usage: python scripts/font_widths.py REGULAR.ttf BOLD.ttf > orgmodel/library/fonts/dejavu-sans.txt

One block per face: a line ``face NAME UNITS-PER-EM DEFAULT``, then runs ``START WIDTH WIDTH ...`` of
consecutive code points (hexadecimal start, a repeated width written once with ``*COUNT``). Accents and
invisible characters have no width, whatever the font says.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator
from itertools import groupby

from fontTools.ttLib import TTFont

# Every character of the fonts: what can be drawn is measured.
RANGES = ((0x20, 0x7F), (0xA0, 0x20000))


def runs(path: str) -> Iterator[str]:
    """Lines of one face."""
    font = TTFont(path)
    names, metrics = font.getBestCmap(), font["hmtx"]
    widths = {
        code: 0 if unicodedata.category(chr(code)) in {"Mn", "Me", "Cf"} else metrics[names[code]][0]
        for low, high in RANGES
        for code in range(low, high)
        if code in names
    }
    yield f"{font['head'].unitsPerEm} {metrics['.notdef'][0]}"
    for _, group in groupby(enumerate(sorted(widths)), key=lambda pair: pair[1] - pair[0]):
        codes = [code for _, code in group]
        cells = []
        for width, same in groupby(widths[code] for code in codes):
            count = len(list(same))
            cells.append(str(width) if count == 1 else f"{width}*{count}")
        yield f"{codes[0]:x} {' '.join(cells)}"


def main(regular: str, bold: str) -> None:
    """Print both faces."""
    print("# Advance widths of DejaVu Sans 2.37, made by scripts/font_widths.py; see README.md for the licence.")
    for face, path in (("regular", regular), ("bold", bold)):
        head, *rest = runs(path)
        print(f"face {face} {head}")
        print("\n".join(rest))


if __name__ == "__main__":
    main(*sys.argv[1:])

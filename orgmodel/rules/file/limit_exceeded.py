"""ORG009: a file that asks for more than any organisation needs."""

from __future__ import annotations

from orgmodel.findings import Severity
from orgmodel.rules.rule import FileRule


class LimitExceeded(FileRule):
    """Met while reading; the message says what, the place where."""

    code = "ORG009"
    name = "limit-exceeded"
    severity = Severity.ERROR
    title = "A file is larger or deeper than any organisation needs"
    why = (
        "A few lines can unfold into millions of values and stop the "
        "machine that checks them; reading ends before that."
    )
    bad = """\
orgmodel: 1
a: &a [x, x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]  # [ORG009]
"""
    good = """\
orgmodel: 1
roles:
  pm: {title: Product Manager}
"""
    fix = "Split the file, or write repeated values out once."

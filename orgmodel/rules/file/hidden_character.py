"""ORG010: a name holds a character that nobody sees, or a letter that poses as another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from operator import attrgetter
from typing import Any

from orgmodel.findings import Severity
from orgmodel.model.organization import KINDS, SINGULAR, Organization, Spot, entity
from orgmodel.reading.names import hidden_characters, quoted
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule

_UNSEEN = re.compile(
    # Controls, blanks other than the usual one, formatting marks and fillers.
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\xa0\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160"
    "\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3164\ud800-\udfff\ufeff\uffa0\ufff9-\ufffb"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001-\U000e007f]"
)
_CONTROLS_AND_ESCAPES = [sign for sign in map(chr, range(128)) if sign == "\\" or _UNSEEN.match(sign)]
_LATIN = re.compile("[A-Za-z\xc0-\u024f]")
_GREEK_OR_CYRILLIC = re.compile("[\u0370-\u052f]")
_FIELDS = {
    "roles": ("title",),
    "units": ("title",),
    "positions": ("title", "holder"),
    "people": ("name",),
    "activities": ("title", "group"),
}
_LISTED = {"positions": "holders", "roles": "aliases", "people": "aliases"}
_NAME = Spot("name", "name", (0,))
"""The name of the model; a step into it leads from its key to its value."""

_MOST_SHOWN = 3


class HiddenCharacter(Rule):
    """Ordinary names in any script are fine; what a script or an emoji needs is, too."""

    code = "ORG010"
    name = "hidden-character"
    severity = Severity.WARNING
    title = "A name holds a character that nobody can see or tell apart"
    why = (
        "Two names that look alike and are not equal are two things to every program: "
        "the line to one of them leads nowhere, and nobody can see why."
    )
    bad = """\
orgmodel: 1
roles:
  pm:
    title: Product\u00a0Manager  # [ORG010]
"""
    good = """\
orgmodel: 1
roles:
  pm:
    title: Product Manager
"""
    fix = "Type the name again, with ordinary blanks and letters."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Find ids, names, titles and aliases with such characters."""
        if context.texts and all(map(_holds_nothing_unseen, context.texts)):
            return
        organization = context.organization
        if organization.name is not None and _is_suspect(organization.name):
            yield from _found("the name of the model", organization.name, _NAME, "")
        for kind in KINDS:
            if not _is_plain(context, kind):
                yield from _in_section(organization, kind)


def _holds_nothing_unseen(text: str) -> bool:
    """Whether a whole file is plain: all of it ASCII, with no control character, and no way to write one."""
    return text.isascii() and not any(map(text.__contains__, _CONTROLS_AND_ESCAPES))


def _is_suspect(text: str) -> bool:
    """A quick look that clears nearly every name."""
    if text.isascii() and text.isprintable():
        return False
    if _UNSEEN.search(text) is not None:
        return True
    return _GREEK_OR_CYRILLIC.search(text) is not None and _LATIN.search(text) is not None


def _in_section(organization: Organization, kind: str) -> Iterator[Found]:
    keys = _FIELDS[kind]
    made = {"roles": organization.made_roles, "units": organization.made_units}.get(kind, frozenset())
    is_listed = _LISTED.get(kind)
    for name, entry in organization.section(kind).items():
        if _is_suspect(name):
            whose = f"{'' if name in made else 'the id of '}{SINGULAR[kind]} {quoted(name)}"
            yield from _found(whose, name, Spot(kind, name, key=True), entity(kind, name))
        for key in keys:
            text = getattr(entry, key)
            if text is not None and text != name and _is_suspect(text):
                yield from _text_found(kind, name, key, text, (key,))
        if is_listed and getattr(entry, is_listed):
            for word, text, way in _listed(entry):
                if _is_suspect(text):
                    yield from _text_found(kind, name, word, text, way)


def _is_plain(context: RuleContext, kind: str) -> bool:
    """Whether all texts of a section are printable ASCII, told without a look at each entry."""
    section = context.organization.section(kind)
    if kind == "positions":
        holders = (section[name].holders for name in context.seats_with("holders"))
        listed: Iterable[Any] = (held.person for several in holders for held in several)
        columns: list[Iterable[Any]] = [context.of_seats(key) for key in _FIELDS[kind]]
    else:
        listed = chain.from_iterable(map(attrgetter(_LISTED[kind]), section.values())) if kind in _LISTED else ()
        columns = [map(attrgetter(key), section.values()) for key in _FIELDS[kind]]
    texts = map("".join, (section, *(filter(None, column) for column in (*columns, listed))))
    return not any(map(_is_suspect, texts))


def _listed(entry: Any) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
    for i, alias in enumerate(getattr(entry, "aliases", ())):
        yield "alias", alias, ("aliases", i)
    for i, holder in enumerate(getattr(entry, "holders", ())):
        if holder.person is not None:
            yield "holder", holder.person, ("holders", i, "person")


def _text_found(kind: str, name: str, word: str, text: str, way: tuple[str | int, ...]) -> Iterator[Found]:
    whose = f"the {word} {quoted(text)} of {SINGULAR[kind]} {quoted(name)}"
    return _found(whose, text, Spot(kind, name, way), entity(kind, name))


def _found(whose: str, text: str, spot: Spot, concerned: str) -> Iterator[Found]:
    hidden = hidden_characters(text)
    if not hidden:
        return
    shown = [f"U+{code:04X} ({name}) at character {index + 1}" for index, code, name in hidden[:_MOST_SHOWN]]
    more = f" and {len(hidden) - _MOST_SHOWN} more" if len(hidden) > _MOST_SHOWN else ""
    entities = (concerned,) if concerned else ()
    yield Found(f"{whose} holds {', '.join(shown)}{more}", spot, entities, subject=f"{concerned} {text}")

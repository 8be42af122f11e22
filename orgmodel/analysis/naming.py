"""What a name on the command line means: an id, else a title, a name, an alias or an e-mail address, in any case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar
from unicodedata import combining, normalize

from orgmodel.errors import UsageError
from orgmodel.loading.nearest import Nearest
from orgmodel.model.organization import SINGULAR, Organization, entity
from orgmodel.reading.names import printable, quoted

_MOST_OFFERED = 3
_MOST_LISTED = 5
_SHORTEST_PART = 2

Key = TypeVar("Key")


def the_one(organization: Organization, section: str, asked: str) -> str:
    """The id that a name means in a section (`roles`, `units` ...). Raises UsageError for nothing, or several things.

    `role:pm` says that an id is meant, as elsewhere.
    """
    found = the_one_if_any(organization, section, asked)
    if found is not None:
        return found
    near = _offered(known_names(organization, section), _bare(section, asked))
    offered = f"; did you mean {' or '.join(map(quoted, near))}?" if near else ""
    raise UsageError(f'there is no {SINGULAR[section]} "{printable(asked)}"{offered}')


def the_one_if_any(organization: Organization, section: str, asked: str) -> str | None:
    """Like `the_one`, but None where nothing has the name."""
    found = ids_called(organization, section, asked) or ids_called(organization, section, _bare(section, asked))
    if len(found) > 1:
        ids = ", ".join(quoted(name) for name in found[:_MOST_LISTED])
        more = f" and {len(found) - _MOST_LISTED:,} more" if len(found) > _MOST_LISTED else ""
        raise UsageError(f'"{printable(asked)}" may be several {section}: {ids}{more}; write the id of one')
    return found[0] if found else None


def ids_called(organization: Organization, section: str, asked: str) -> list[str]:
    """The ids that a name means, in the order of the file.

    An exact id means itself alone. What comes from a library and is named by nothing in the model counts only
    where nothing else has the name.
    """
    entries = organization.section(section)
    if asked in entries:
        return [asked]
    folded = asked.strip().casefold()
    called = (name for name, word in known_names(organization, section) if word.strip().casefold() == folded)
    found = list(dict.fromkeys(called))
    used = [name for name in found if entity(section, name) not in organization.silent]
    return used or found


def known_names(organization: Organization, section: str) -> Iterator[tuple[str, str]]:
    """Every id of a section with all that it is called, itself first."""
    for name, entry in organization.section(section).items():
        yield name, name
        for word in words_of(entry):
            yield name, word


def words_of(entry: Any) -> Iterator[str]:
    """What an entry is called beside its id."""
    for field in ("title", "name", "email"):
        word = getattr(entry, field, None)
        if word:
            yield word
    yield from getattr(entry, "aliases", ())


def holding(known: Iterable[tuple[Key, str]], asked: str) -> list[Key]:
    """What has a name of which the words asked for are a part."""
    plain = _plain(asked.strip())
    if len(plain) < _SHORTEST_PART:
        return []
    return list(dict.fromkeys(key for key, word in known if plain in _plain(word)))


def _plain(text: str) -> str:
    """In one case and without accents: who looks for zoe may mean Zoë."""
    if text.isascii():
        return text.casefold()
    return "".join(character for character in normalize("NFD", text.casefold()) if not combining(character))


def nearest(known: Mapping[str, Key], asked: str) -> str | None:
    """The name nearest in spelling, if one is near enough to be meant."""
    return Nearest(known).find(asked.strip())


def _offered(known: Iterable[tuple[str, str]], asked: str) -> list[str]:
    """The nearest name; without one, the few ids with a name that holds what was asked for."""
    named = list(known)
    words = dict.fromkeys(word for _name, word in named)
    near = nearest(words, asked)
    if near is not None:
        return [near]
    parts = holding(named, asked)
    return parts if len(parts) <= _MOST_OFFERED else []


def _bare(section: str, asked: str) -> str:
    word, colon, name = asked.strip().partition(":")
    return name.strip() if colon and word.strip().casefold() == SINGULAR[section] else asked

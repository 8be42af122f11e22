"""Letters of a row that are written the wrong way: roles before letters, several letters in one key.

What is meant is plain, but nothing is repaired in silence: the row is reported once, and its letters
are left out, so that no rule judges what nobody meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from orgmodel.loading.assembly import Assembly, subject_of
from orgmodel.loading.lookups import role_names
from orgmodel.model.activities import Activity, Letter
from orgmodel.model.letter_codes import letter_code
from orgmodel.model.organization import PLURAL, Organization, Spot
from orgmodel.reading.names import printable, quoted

_BETWEEN = re.compile(r"\s*[,/+;&|]\s*|\s+")
_ORDINARY = re.compile(r"[\w.@/()+-][\w.@/()+ -]*\Z")
_REFERENCE = re.compile(r"[a-z]+:[^\s,\[\]{}]+\Z")
_MOST_SHOWN = 12


def leave_out_slips(assembly: Assembly) -> None:
    """Report every row whose letters are written the wrong way, and leave these letters out."""
    organization = assembly.organization
    roles = _Roles(organization)
    for name, activity in organization.activities.items():
        written = activity.assign
        letters = organization.letters_of(activity) if written else {}
        if not letters or (written.keys() <= letters.keys() and all(written.values())):
            continue
        slip = _Row(activity, letters, roles).slip()
        if slip is None:
            continue
        place = assembly.places.place(Spot("activities", name, ("assign", *slip.way), key=True))
        subject = subject_of("activities", name)
        message = f"activity {quoted(name)}: {slip.message}"
        assembly.fault("wrong-value", message, place, entities=(subject,), fix=slip.fix, lost="assign")
        organization.activities[name] = replace(activity, assign={})
        organization.unread_rows[name] = slip.parties


@dataclass(frozen=True, slots=True)
class _Slip:
    """What is wrong, what to write, the way to it within `assign`, and all parties that the row names."""

    message: str
    fix: str
    way: tuple[str, ...]
    parties: tuple[str, ...]


class _Roles:
    """Finds the party that a word means."""

    def __init__(self, organization: Organization) -> None:
        self.organization = organization

    @cached_property
    def _names(self) -> dict[str, str]:
        names: dict[str, str] = {}
        for written, name in role_names(self.organization).items():
            names.setdefault(written.casefold(), name)
        return names

    def find(self, written: str) -> str | None:
        """The id of a role by its id, alias or title, in any case; what names another kind stays as it is."""
        text = written.strip()
        kind, colon, name = text.partition(":")
        if colon and kind in PLURAL:
            return name if kind == "role" and name in self.organization.roles else text
        return text if text in self.organization.roles else self._names.get(text.casefold())


class _Row:
    """One row, letter by letter, with what each letter was meant to hold."""

    def __init__(self, activity: Activity, letters: dict[str, Letter], roles: _Roles) -> None:
        self.letters = letters
        self.roles = roles
        self.pairs = {key: [assignee.who for assignee in held] for key, held in activity.assign.items()}
        self.meant: dict[str, list[str]] = {}

    def slip(self) -> _Slip | None:
        """The first slip of the row; None if its letters are written as they should be."""
        turned = {key for key, held in self.pairs.items() if self._is_turned(key, held)}
        if not any(map(self.roles.find, turned)):
            turned = set()
        slips: list[tuple[str, tuple[str, ...]]] = []
        for key, held in self.pairs.items():
            if key in turned:
                slips.append((_turned(key, held), ()))
                for code in self._codes_of(held):
                    self._give(code, [self.roles.find(key) or key])
            else:
                slips += self._other_slip(key, held)
        if not slips:
            return None
        message, way = slips[0]
        parties = tuple(dict.fromkeys(who for held in self.meant.values() for who in held))
        return _Slip(message, f"write `{self._as_meant()}`", way, parties)

    def _other_slip(self, key: str, held: list[str]) -> list[tuple[str, tuple[str, ...]]]:
        """A key of several letters, or a role that stands alone behind a comma; nothing for a right letter."""
        codes = self._codes(key)
        role = None if codes or any(held) else self.roles.find(key)
        if role is not None and self.meant:
            self._give(next(reversed(self.meant)), [role])
            return [(f"{quoted(key)} stands where a letter is expected, and nobody has it", (key,))]
        for code in codes or [key]:
            self._give(code, held)
        if len(codes) < 2 or self.roles.find(key) is not None:
            return []
        return [(f"{quoted(key)} stands for {len(codes)} letters, and each letter is a key of its own", (key,))]

    def _is_turned(self, key: str, held: list[str]) -> bool:
        """Whether a key that is no letter holds letters, and nothing but letters."""
        if letter_code(self.letters, key) is not None or not held:
            return False
        return all(self._codes(who) and self.roles.find(who) is None for who in held)

    def _codes_of(self, held: list[str]) -> list[str]:
        return [code for who in held for code in self._codes(who)]

    def _codes(self, written: str) -> list[str]:
        """The letters that a text consists of: one, several with signs between, or capitals side by side."""
        one = letter_code(self.letters, written)
        if one is not None:
            return [one]
        parts = [part for part in _BETWEEN.split(written) if part]
        if len(parts) == 1 and written.isupper():
            parts = list(written)
        codes = [letter_code(self.letters, part) for part in parts]
        return list(dict.fromkeys(code for code in codes if code is not None)) if None not in codes else []

    def _give(self, code: str, held: list[str]) -> None:
        known = self.meant.setdefault(code, [])
        known += [who for who in held if who and who not in known]

    def _as_meant(self) -> str:
        shown = [f"{printable(code)}: {_listed(held)}" for code, held in self.meant.items()]
        return ", ".join(shown[:_MOST_SHOWN])


def _turned(key: str, held: list[str]) -> str:
    shown = quoted(f"{key}: {held[0]}")
    return f"letters and roles are turned round, as in {shown}"


def _listed(held: list[str]) -> str:
    names = [_written(who) for who in held[:_MOST_SHOWN]]
    return names[0] if len(names) == 1 else f"[{', '.join(names)}]"


def _written(who: str) -> str:
    return printable(who) if _ORDINARY.match(who) or _REFERENCE.match(who) else quoted(who)

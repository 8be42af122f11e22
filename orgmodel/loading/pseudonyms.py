"""People of a model as "Person 1", "Person 2", …, in every text that names them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from orgmodel.model.organization import Organization
from orgmodel.model.positions import Position

_WORD = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(r"[^\s<>()\[\]\"',;:]+@[^\s<>()\[\]\"',;:]+\.\w+")
_LONGEST_GAP = 3
_HIDDEN = "(redacted)"


class Pseudonyms:
    """Every person of a model by number, in the order of the file.

    A name of several words is found in any case and with any signs between its words (`ada-park`); a
    single word only as written. Whatever looks like an e-mail address is taken out, known or not.
    """

    def __init__(self, organization: Organization) -> None:
        self._whole: dict[str, str] = {}
        self._words: dict[tuple[str, ...], str] = {}
        self._longest = 0
        self._count = 0
        for name, person in organization.people.items():
            self._keep([name, person.name, person.email, *person.aliases])
        seats: list[tuple[str, Position]] = list(organization.positions.items())
        for name, repeated in organization.repeats.get("positions", {}).items():
            seats += [(name, seat) for seat in repeated]
        for name, seat in seats:
            held = [holder.person for holder in seat.held_by()]
            self._keep([*held[:1], seat.fields.get("email")])
            for further in held[1:]:
                self._keep([further])
            self._keep_named(organization, name, seat)
        for unit in organization.units.values():
            for head in unit.headed_by():
                if head not in organization.positions and _is_like_a_name(head):
                    self._keep([head])
        for activity in organization.activities.values():
            for holders in activity.assign.values():
                self._keep_persons(assignee.who for assignee in holders)
        self._keep_persons(claim.role for claim in organization.assignments)
        self._keep_persons(waiver.for_.removesuffix("*") for waiver in organization.waivers)

    def _keep_named(self, organization: Organization, name: str, seat: Position) -> None:
        """Managers and deputies who are named, but hold no seat that the model knows."""
        in_table = name in organization.row_people
        for line in (*(seat.reports_to or ()), *seat.dotted_to):
            if line.to in organization.positions or line.to.isdecimal():
                continue
            if in_table or _is_like_a_name(line.to):
                self._keep([line.to])
        deputy = seat.deputy
        if deputy is not None and deputy not in organization.positions and deputy not in organization.roles:
            self._keep([deputy.removeprefix("person:")])

    def _keep_persons(self, named: Iterable[str]) -> None:
        for who in named:
            if who.startswith("person:"):
                self._keep([who.removeprefix("person:")])

    def _keep(self, texts: Iterable[str | None]) -> None:
        """One person, by all texts that stand for them."""
        given = [text for text in texts if text]
        if not given:
            return
        known = next((self._whole[text] for text in given if text in self._whole), None)
        if known is None:
            self._count += 1
            known = f"Person {self._count}"
        for text in given:
            self._whole.setdefault(text, known)
            words = tuple(word.casefold() for word in _WORD.findall(text))
            if len(words) > 1:
                self._words.setdefault(words, known)
                self._words.setdefault((*words[1:], words[0]), known)
                self._longest = max(self._longest, len(words))
            elif words and len(text) > 1 and not text.isdecimal():
                self._words.setdefault((text,), known)
                self._longest = max(self._longest, 1)

    def text(self, text: str) -> str:
        """The text with every person's name, id and address replaced."""
        whole = self._whole.get(text)
        if whole is not None:
            return whole
        if "@" in text:
            text = _ADDRESS.sub(lambda match: self._whole.get(match[0], _HIDDEN), text)
        if not self._longest:
            return text
        words = list(_WORD.finditer(text))
        parts: list[str] = []
        done = at = 0
        while at < len(words):
            found = self._name_at(text, words, at)
            if found is None:
                at += 1
                continue
            length, known = found
            parts += [text[done : words[at].start()], known]
            done = words[at + length - 1].end()
            at += length
        return "".join([*parts, text[done:]]) if parts else text

    def _name_at(self, text: str, words: list[re.Match[str]], at: int) -> tuple[int, str] | None:
        """The longest name that begins with a word: how many words it has, and who it is."""
        longest = 1
        while (
            longest < self._longest
            and at + longest < len(words)
            and words[at + longest].start() - words[at + longest - 1].end() <= _LONGEST_GAP
        ):
            longest += 1
        folded = tuple(word.group().casefold() for word in words[at : at + longest])
        for length in range(longest, 1, -1):
            known = self._words.get(folded[:length])
            if known is not None:
                return length, known
        known = self._words.get((words[at].group(),))
        return (1, known) if known is not None else None


def _is_like_a_name(text: str) -> bool:
    return " " in text.strip() or "@" in text

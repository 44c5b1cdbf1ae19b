"""Names that the vocabulary lacks, found by the words around them and by their own shape.

Pure. Every finder takes the index of a word and answers with the words of the name that begins there.
"""

from __future__ import annotations

from dataclasses import dataclass

from digest.model import EntityKind
from digest.names.lexicon import Hit
from digest.names.tokens import Tokens
from digest.names.words import (
    ALSO,
    BODY,
    COMMON,
    DEFINITE,
    FIRM,
    FOREIGN,
    FUNCTION,
    GIVEN,
    KUNYA,
    LANDFORM,
    LINK,
    NISBA,
    ORDINARY,
    OTHER,
    PLACE,
    SAYING,
    TITLE,
    flags,
    given_skip,
)

_LONGEST_PERSON = 6
_LONGEST_BODY = 9


@dataclass(frozen=True, slots=True)
class Candidate:
    """An unknown name: words [first, last), `skip` attached letters in front, and the rule that found it."""

    first: int
    last: int
    skip: int
    kind: EntityKind
    rule: str


class Finder:
    """Finds unknown names in one text."""

    def __init__(self, tokens: Tokens, hits: dict[int, Hit], nationalities: frozenset[str]) -> None:
        self.tokens = tokens
        self.hits = hits
        self.nationalities = nationalities
        self.flags = tuple(map(flags, tokens.words))
        self.titled = self._titled()

    def person(self, at: int) -> Candidate | None:
        """Find a person whose name begins at a word."""
        rule = self._person_rule(at)
        if rule is None:
            return None
        last = self._person_end(at)
        skip = given_skip(self.tokens.words[at]) or 0
        return Candidate(at, last, skip, EntityKind.PERSON, rule)

    def place(self, at: int) -> Candidate | None:
        """Find a place: after its head word, or a word no Arabic root makes after a preposition of place."""
        mine = self.flags[at]
        if mine & LANDFORM and self._is_name(at + 1):
            return Candidate(at, self._run_end(at + 1), 0, EntityKind.PLACE, "head-word")
        before = self.flags[at - 1] if self.tokens.joined(at) else 0
        if before & PLACE and self._is_name(at) and not mine & NISBA:
            return Candidate(at, self._run_end(at), 0, EntityKind.PLACE, "head-word")
        if mine & FOREIGN and self.tokens.joined(at) and self.tokens.words[at - 1] in _TOWARDS:
            return Candidate(at, self._run_end(at), 0, EntityKind.PLACE, "preposition")
        return None

    def body(self, at: int) -> Candidate | None:
        """Find an organisation that begins with its head word."""
        mine = self.flags[at]
        if mine & FIRM and at + 1 < len(self.flags):
            after = self.flags[at + 1]
            if after & FOREIGN or (after & OTHER and self.tokens.words[at + 1].isalpha()):
                return Candidate(at + 1, self._run_end(at + 1), 0, EntityKind.ORGANISATION, "head-word")
        if not mine & BODY:
            return None
        last = self._body_end(at)
        return None if last is None else Candidate(at, last, 0, EntityKind.ORGANISATION, "head-word")

    def _person_rule(self, at: int) -> str | None:
        mine, after = self.flags[at], self._after(at)
        if at in self.hits or mine & OTHER:
            return None
        if mine & GIVEN and given_skip(self.tokens.words[at]) is not None:
            if not mine & ALSO:
                return "given-name"
            if after & (GIVEN | LINK) and not after & FUNCTION or self._surname_like(at + 1):
                return "given-name"
            return "title" if at in self.titled or self._said(at) else None
        if mine & KUNYA and not after & (ORDINARY | PLACE | BODY) and after:
            return "given-name"
        if mine & (ORDINARY | DEFINITE | PLACE | BODY | FIRM | LANDFORM | LINK):
            return None
        if at in self.titled:
            return "title"
        if mine & FOREIGN and self._said(at):
            return "saying"
        return "shape" if mine & FOREIGN and after & FOREIGN else None

    def _said(self, at: int) -> bool:
        before = self.tokens.joined(at) and self.flags[at - 1] & SAYING
        return bool(before or self._after(at) & SAYING)

    def _after(self, at: int) -> int:
        """Return the flags of the next word of the same run of text, 0 at its end."""
        return self.flags[at + 1] if self.tokens.joined(at + 1) else 0

    def _surname_like(self, at: int) -> bool:
        if not self.tokens.joined(at) or at in self.hits:
            return False
        mine = self.flags[at]
        return not mine & (ORDINARY | PLACE | BODY | LANDFORM) and self._bare(at) not in self.nationalities

    def _person_end(self, at: int) -> int:
        last = at + 1
        if self.flags[at] & KUNYA and not self.flags[at] & GIVEN:
            last = at + 2
        while last - at < _LONGEST_PERSON and self.tokens.joined(last):
            mine = self.flags[last]
            if mine & LINK and not mine & TITLE and self._after(last) and not self._after(last) & (FUNCTION | SAYING | OTHER):
                last += 2
            elif mine & GIVEN and given_skip(self.tokens.words[last]) == 0 or self._surname_like(last):
                last += 1
            else:
                break
        return min(last, len(self.flags))

    def _run_end(self, at: int) -> int:
        """Return the end of a run of foreign words, hits and links that begins at a word."""
        if at in self.hits:
            return self.hits[at].last
        last = at + 1
        while self.tokens.joined(last) and self.flags[last] & FOREIGN and last not in self.hits:
            last += 1
        return last

    def _is_name(self, at: int) -> bool:
        """Whether a word next to a head word names it."""
        if not self.tokens.joined(at):
            return False
        mine = self.flags[at]
        return at in self.hits or not mine & (ORDINARY | PLACE | BODY | LANDFORM | LINK)

    def _body_end(self, at: int) -> int | None:
        """Return the end of the construct and its adjectives after an organisation's head word."""
        last, named = at + 1, False
        definite = bool(self.flags[at] & DEFINITE)
        while last - at < _LONGEST_BODY and self.tokens.joined(last):
            hit, mine, word = self.hits.get(last), self.flags[last], self.tokens.words[last]
            if hit and not hit.skip:
                last, named = hit.last, True
                if not self.tokens.joined(last) or not self._adjective(last):
                    break
                continue
            if self._adjective(last):
                named = named or self._bare(last) in self.nationalities or word in _ADJECTIVES
            elif definite or mine & (FUNCTION | SAYING | TITLE | OTHER) or word[0] in "وف":
                break
            elif mine & DEFINITE:
                named = True
            else:
                break
            last += 1
        return last if named else None

    def _adjective(self, at: int) -> bool:
        mine, word = self.flags[at], self.tokens.words[at]
        return bool(mine & DEFINITE and (mine & NISBA or word in _ADJECTIVES))

    def _bare(self, at: int) -> str:
        word = self.tokens.words[at]
        word = word.removeprefix("و").removeprefix("ال") if not word.startswith("ال") else word[2:]
        return word.removesuffix("ه").removesuffix("ات").removesuffix("ون").removesuffix("ين")

    def _titled(self) -> frozenset[int]:
        """The words that the phrase of a title leads to: `الرئيس الأميركي X`, `وزير خارجية مصر X`."""
        found: set[int] = set()
        for at, mine in enumerate(self.flags):
            if mine & TITLE:
                found.update(self._title_leads_to(at))
        return frozenset(found)

    def _title_leads_to(self, at: int) -> list[int]:
        last = at + 1
        while last - at <= 7 and last < len(self.flags):
            if not self.tokens.joined(last):
                return []
            if last in self.hits:
                last = self.hits[last].last
                continue
            mine = self.flags[last]
            if mine & (FUNCTION | SAYING | OTHER):
                return []
            if not mine & (COMMON | DEFINITE | TITLE | BODY) and self._bare(last) not in self.nationalities:
                return [last]
            last += 1
        return []


_TOWARDS = frozenset("في الي قرب شمال جنوب شرق غرب نحو مدينه".split())
_ADJECTIVES = frozenset("الاعلي العام العليا الوطني المركزي الدائم الدوليه المتحده الوطنيه العامه المركزيه".split())

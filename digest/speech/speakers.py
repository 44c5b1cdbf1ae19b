"""Who says it: the subject of a verb of saying, found in the words about the verb.

Pure. Where two could be meant, nobody is given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.model import EntityKind
from digest.names.wordlists import bare, title_words, titles
from digest.names.words import DEFINITE, NISBA, TITLE, flags
from digest.speech.cast import Cast, Named, Speaker
from digest.speech.cues import Agreement, Cue, gap, words
from digest.speech.fronted import Front, clause_end, fronted, in_text, phrase_before
from digest.speech.naming import Phrases
from digest.speech.phrases import (
    breaks,
    ends_phrase,
    says,
)

_ITS = ("ه", "ها", "هم")
"""What a noun ends with that is somebody's, and so leads to no other name."""
_PLACE = 9
"""Words of the place behind a speaker, and one more, at most."""
_ASIDE = 7
"""Words between two commas behind a speaker, and one more, at most."""
UNKNOWN = ""
"""Stands for the id of somebody whom a title alone names."""
_COMMA = re.compile(r"\s*[،,]\s*\Z")


def _begins(cue: Cue, front: Front | None) -> int:
    """Where a verb begins, with the particles before it: `سبق أن أعلن`."""
    return front.first - 1 if front and front.sure and front.first == front.last else cue.word


@dataclass(frozen=True, slots=True)
class Paragraph(Phrases):
    """A paragraph with its words, its names and the people of its article."""

    cast: Cast

    def subject(self, cue: Cue) -> Speaker | None:
        """The speaker that the words about a verb of saying name; None where they name nobody."""
        front = None if cue.verb.named_after else fronted(self.tokens, cue)
        if front and front.sure and front.first < front.last:
            return self._fronted(front, cue)
        first, last = self.phrase_named_after(cue) if cue.verb.named_after else self.phrase(cue.word + 1)
        begins = _begins(cue, front)
        if self._goes_back(cue, begins):
            return self._antecedent(begins, cue)
        if first < last and not cue.verb.participle:
            return self._speaker(first, last, cue)
        if not cue.skip and not words("in_it").isdisjoint(self.tokens.words[cue.word + 1 : cue.word + 2]):
            return self._fronted(in_text(self.tokens, cue.word), cue)
        return self._subject_before(cue, front)

    def _goes_back(self, cue: Cue, begins: int) -> bool:
        """Whether a verb is of whom a relative clause is about: `الوزير الذي قال إن`, `الذي وصف القرار`."""
        if not begins or self.tokens.words[begins - 1] not in words("relatives"):
            return False
        first, last = self.phrase(cue.word + 1)
        of_object = cue.verb.transitive and not cue.verb.of_it and first not in self.named
        return first == last or (of_object and self._person(first, last) is None)

    def _subject_before(self, cue: Cue, front: Front | None) -> Speaker | None:
        """The speaker named before a verb that names none behind it."""
        first, last = phrase_before(self.tokens, clause_end(self.tokens, cue.word))
        first += first < last and self._is_joined_verb(first)
        if first == last and front and front.first < front.last:
            return self._fronted(front, cue)
        before = self._speaker(first, last, cue) if first < last else None
        if before is None or before.id:
            return before
        return None if cue.verb.participle else Speaker(None, None, cue.verb.agreement)

    def _is_joined_verb(self, at: int) -> bool:
        """Whether a sentence begins with a verb there: `وتفقد رئيس الوزراء الموقع وقال`."""
        word = self.tokens.words[at]
        return word[0] == "و" and at not in self.named and not flags(word) & (TITLE | DEFINITE)

    def is_of_name_behind(self, cue: Cue) -> bool:
        """Whether the name behind a transitive verb can only be its subject's: its object is told, too."""
        first, last = self.phrase(cue.word + 1)
        if first == last or last >= len(self.tokens.words):
            return False
        told = not cue.verb.tells and self._tells_at(last)
        return cue.verb.of_it or self._has_object(cue, first, last) or told

    def may_be_told(self, cue: Cue) -> bool:
        """Whether the person named behind a verb may be whom something is told: `أبلغ الرئيس وزير …`."""
        first, last = self.phrase(cue.word + 1)
        person = self._person(first, last) if cue.verb.tells and not cue.verb.of_it else None
        return person is not None and not self.is_of_one(first, person.first)

    def _has_object(self, cue: Cue, first: int, last: int) -> bool:
        """Whether another noun follows the name: `اتهم كريم الوادي الجماعة بأنها`."""
        person = self._person(first, last)
        if person is None or not first < person.last < last or not self.tokens.words[last].startswith("ب"):
            return False
        after = self.tokens.words[person.last]
        another = after.endswith("ه") and cue.verb.agreement is Agreement.MASCULINE
        return after.startswith("ال") and (another or not flags(after) & (TITLE | NISBA))

    def _tells_at(self, last: int) -> bool:
        """Whether أن follows a phrase, right behind it or behind one more: `اعتبر المدرب، في بيان، أن`."""
        if _COMMA.match(gap(self.tokens, last)):
            for at in range(last + 1, min(last + _ASIDE, len(self.tokens.words))):
                between = gap(self.tokens, at)
                if ends_phrase(between):
                    return bool(_COMMA.match(between)) and self._brings_in(at)
            return False
        return not ends_phrase(gap(self.tokens, last)) and self._brings_in(last)

    def _brings_in(self, at: int) -> bool:
        """Whether أن stands at a word, not بأن."""
        return self.tokens.words[at] in words("that") and self.tokens.words[at][0] != "ب"

    def opener(self, first: int, verb: int) -> str | None:
        """The person whom a sentence begins with, before `verb` and others; `UNKNOWN` for a title."""
        word = self.tokens.words[first]
        if first >= verb or breaks(word) or says(word):
            return None
        begins, last = self.phrase(first + 1)
        person = self._person(first, min(last, verb))
        if person is None and begins < min(last, verb) and flags(self.tokens.words[begins]) & TITLE:
            return self._resolve(begins, min(last, verb)) or UNKNOWN
        return person.entity if person and not person.led else None

    def has_subject_before(self, cue: Cue) -> bool:
        """Whether the subject of a verb can only stand before it: `كان الناتو قد حذر`."""
        front = fronted(self.tokens, cue)
        before = front is not None and front.sure and front.first < front.last
        return before or self._goes_back(cue, _begins(cue, front))

    def _fronted(self, front: Front, cue: Cue) -> Speaker:
        """Whom the words before a verb name as its subject, or nobody for certain."""
        first, last = self.phrase(front.first, led=front.led)
        last = min(last, front.last)
        if first >= last or not front.tells:
            return Speaker(None, None, cue.verb.agreement)
        if not front.led:
            found = self._speaker(first, last, cue)
            return found if found.id or not cue.verb.of_verb else found._replace(text=None)
        return self._led_to(first, last)._replace(agreement=cue.verb.agreement)

    def _antecedent(self, begins: int, cue: Cue) -> Speaker:
        """Whom a relative clause is about: the person named right before it, or nobody for certain."""
        last = begins - 1
        for named in self.names_before(last):
            if named.last == last and named.kind is EntityKind.PERSON:
                return Speaker(named.entity, self.text_of(named.first, last), cue.verb.agreement)
        return Speaker(None, None, cue.verb.agreement)

    def _speaker(self, first: int, last: int, cue: Cue) -> Speaker:
        person = self._person(first, last)
        if person:
            return Speaker(person.entity, self.text_of(first, person.last), cue.verb.agreement)
        last = self._before_object(first, last)
        found = (
            self._resolve(first, last)
            or self._apposition(last)
            or self._beyond_place(last)
            or self._by_last_name(first, last)
        )
        return Speaker(found, self.text_of(first, last), cue.verb.agreement)

    def _before_object(self, first: int, last: int) -> int:
        """Where a phrase ends as a body's name, before what it told: `أعلنت منظمة الصحة العالمية تقريرها`."""
        body = self.named.get(first)
        if body is None or body.kind is not EntityKind.ORGANISATION or body.last >= last:
            return last
        return last if self.tokens.words[body.last].startswith("ال") else body.last

    def _by_last_name(self, first: int, last: int) -> str | None:
        """The one person of the article whose name ends as a phrase does: `بن فرحان`, `العلي`."""
        return self.cast.last_named(self.tokens.words[first:last])

    def source(self, first: int, *, apart: bool = False) -> Speaker | None:
        """The speaker that the words from `first` on name: `بحسب الصحيفة`, `وفقا للصحيفة`."""
        first, last = self.phrase(first, led=True, apart=apart)
        return self._led_to(first, last) if first < last else None

    def _led_to(self, first: int, last: int) -> Speaker:
        """Whom a phrase names behind a preposition, which its text leaves out."""
        person = self._person(first, last, led=True)
        found = person.entity if person else self._resolve(first, last, led=True)
        text = self.text_of(first, person.last if person else last)
        if text.startswith("لل") or self.is_led(first):
            text = f"ال{text[2:]}" if text.startswith("لل") else text[1:]
        return Speaker(found, text)

    def _person(self, first: int, last: int, *, led: bool = False) -> Named | None:
        """The person whom a phrase names, unless somebody else is meant by that name."""
        for index in range(first, last):
            named = self.named.get(index)
            if named and named.kind is EntityKind.PERSON:
                if named.led and not (led and index == first):
                    return None
                if not self._governed(first, index):
                    return named
                if not flags(self.tokens.words[index - 1]) & TITLE:
                    return None  # behind `محامية الوادي` she may be named
        return None

    def _resolve(self, first: int, last: int, *, led: bool = False) -> str | None:
        """The body or the holder of an office that a phrase without a person's name stands for."""
        if any(
            index in self.named and self.named[index].kind is EntityKind.PERSON
            for index in range(first, last)
        ):
            return None
        for index in (first, first + 1):
            body = self.named.get(index)
            if body is None or (body.led and not led):
                continue
            if body.last >= last and (index == first or self.is_head(first)):
                return body.entity
        return self._holder(first, last)

    def _holder(self, first: int, last: int) -> str | None:
        """The holder of the office that a phrase is, or begins with before words of another kind."""
        if not any(
            self.tokens.words[at][:2] in ("ال", "لل") or at in self.named for at in range(first, last)
        ):
            return None  # `عضو`, `وزير سابق`: somebody of many
        found = self.cast.office_holder(self.text_of(first, last))
        while found is None and last - first > 2:
            last -= 1
            word = self.tokens.words[last]
            if word.startswith("ال") or flags(word) & NISBA:
                return None
            found = self.cast.office_holder(self.text_of(first, last))
        return found

    def _apposition(self, end: int) -> str | None:
        """The person that `المتحدث باسم السفارة في موسكو، دميتري بيسكوف،` names after it."""
        if end >= len(self.tokens.words):
            return None
        place = self.named.get(end + 1)
        in_place = self.tokens.words[end] in words("inside") and end + 1 < len(self.tokens.words)
        if in_place and place is None and self.tokens.words[end + 1].startswith("ال"):
            place = Named(end + 1, end + 2, "", EntityKind.PLACE)  # `في الولاية`
        in_place = (
            in_place and place is not None and place.kind in (EntityKind.PLACE, EntityKind.ORGANISATION)
        )
        comma = place.last if place and in_place else end
        if comma >= len(self.tokens.words):
            return None
        between = gap(self.tokens, comma)
        if not _COMMA.match(between) and not (in_place and between == " "):
            return None
        named = self.named.get(comma)
        return named.entity if named and named.kind is EntityKind.PERSON else None

    def _beyond_place(self, end: int) -> str | None:
        """The person whom a phrase names behind where they are: `الطبيبة في المستشفى العام ماري أكول:`."""
        tokens = self.tokens
        if end >= len(tokens.words) or tokens.words[end] not in words("inside"):
            return None
        for at in range(end + 2, min(end + _PLACE, len(tokens.words))):
            if ends_phrase(gap(tokens, at)) or breaks(tokens.words[at]) or says(tokens.words[at]):
                return None
            person = self.named.get(at)
            if person and person.kind is EntityKind.PERSON:
                titled = flags(tokens.words[at - 1]) & TITLE and at - 1 > end + 1
                whole = tokens.words[at - 1 - bool(titled)].startswith("ال")
                free = whole and not person.led
                return person.entity if free and self._ends_at(person.last) else None
        return None

    def _ends_at(self, at: int) -> bool:
        """Whether a phrase ends before a word: by a mark, or what is told."""
        if at >= len(self.tokens.words) or ends_phrase(gap(self.tokens, at)):
            return True
        return breaks(self.tokens.words[at])

    def _governed(self, first: int, index: int) -> bool:
        """Whether the word before a name makes it somebody else's: `محامي ترامب`."""
        if index == first:
            return False
        before = self.tokens.words[index - 1]
        inside_name = any(index <= named.last for named in self.names_before(index))
        led = before.startswith("لل") and bare(before, titles()) is None
        definite = before.startswith(("ال", "وال")) or led
        # `الرئيس المنتهية ولايته`, `رئيسته`
        his_own = self.tokens.written(index - 1).endswith(_ITS)
        polite = before in titles("honorific") or before in title_words("styles")
        return not (inside_name or definite or his_own or polite)

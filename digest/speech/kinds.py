"""Tells a quotation from a name, a title or a term that only stands in marks.

Pure; judged by length, by what brings the marks in and by what they hold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from digest.names.tokens import stems
from digest.names.words import COMMON, FOREIGN, FUNCTION, GIVEN, NISBA, flags
from digest.speech.cues import Cue, words
from digest.speech.marks import Quoted
from digest.speech.speakers import Paragraph

_SURE = 8
"""So many words in marks are a quotation even where nothing brings them in."""
_LONG = 5
"""More words than this are no name."""
_SHORT = 3
_OF_VERBS = frozenset("يت")
"""What verbs of the present begin with."""
_NOUN_OF_VERB = re.compile("ت..ي.(?:ه|ات)?")
"""The noun of what somebody does: `تفعيل`."""

_NEAR = 12
"""Characters around the marks that tell how they stand."""
_MARKS = " \u00a0\"“”«»„'‘’‹›"

Kind = Literal["quotation", "fragment"]


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch in marks where it stands."""

    paragraph: Paragraph
    quoted: Quoted
    cue: Cue | None
    """The verb of saying before it in its sentence."""
    first: int
    """Index of its first word."""
    last: int
    """Index after its last word."""

    @classmethod
    def of(cls, paragraph: Paragraph, quoted: Quoted, cue: Cue | None) -> Place:
        """The place of a stretch in marks."""
        at = paragraph.script.word_at
        return cls(paragraph, quoted, cue, at(quoted.start), at(quoted.end))

    @property
    def content(self) -> tuple[str, ...]:
        """Its words, folded."""
        return self.paragraph.tokens.words[self.first : self.last]

    @property
    def before(self) -> str:
        """The character before its opening mark, spaces aside."""
        text = self.paragraph.tokens.folded.text[max(0, self.quoted.start - _NEAR) : self.quoted.start]
        return text.rstrip(_MARKS)[-1:]

    @property
    def is_definite(self) -> bool:
        """Whether its first word has the article: `الحاق` is no `إلحاق`."""
        tokens = self.paragraph.tokens
        return tokens.words[self.first].startswith("ال") and "إ" not in tokens.written(self.first)

    def word_before(self, back: int = 1) -> str:
        """A word before it, the nearest by default; empty at the paragraph's start."""
        index = self.first - back
        return self.paragraph.tokens.words[index] if index >= 0 else ""

    @property
    def after_name(self) -> bool:
        """Whether a name ends right before it: `بوتين: "…"`."""
        return self.paragraph.ends_name(self.first)

    @property
    def ends_clause(self) -> bool:
        """Whether nothing of its clause follows its closing mark, or another clause: `"…" وأن "…"`."""
        rest = self.paragraph.tokens.folded.text[self.quoted.end : self.quoted.end + _NEAR].lstrip(_MARKS)
        return not rest or not rest[0].isalnum() or self._joins_clause()

    def _joins_clause(self) -> bool:
        """Whether the word after it brings in more that is said."""
        following = self.paragraph.tokens.words[self.last : self.last + 1]
        return not _and_that().isdisjoint(following)


@cache
def _and_that() -> frozenset[str]:
    """`وأن`: it goes on with what is said."""
    return frozenset(f"و{word}" for word in words("that"))


def judge(place: Place, *, supported: bool, sure: bool = False) -> Kind | None:
    """Say what a stretch in marks is, None for a name, a title or a term.

    `supported` says that somebody is known to speak, `sure` that the words can only be said.
    """
    length = len(place.content)
    brought_in = _brought_in(place)
    if length == 0 or (not brought_in and _is_named(place) and not _is_all_that_is_told(place)):
        return None
    if sure and length > 1:
        return "quotation"
    if not place.quoted.opened:
        return "quotation" if length > _SHORT else None
    if length > _LONG:
        return "quotation" if supported or length >= _SURE else None
    if length > 1 and _is_said(place, brought_in):
        return "quotation"
    return "fragment" if supported and _is_fragment(place, brought_in) else None


def is_first_person(content: Sequence[str]) -> bool:
    """Whether somebody speaks of himself or for his own: at least two such words."""
    endings = tuple(words("first_person_endings"))
    told = words("first_person")
    return sum(word in told or (len(word) > 5 and word.endswith(endings)) for word in content) >= 2


def _brought_in(place: Place) -> bool:
    """Whether the words right before the marks bring in words said."""
    lead = place.word_before()
    if place.cue is None:
        return lead in _and_that() or (place.before == ":" and place.after_name)
    if place.before in ":،,":
        return True
    return lead in words("that") or lead in _and_that() or place.cue.word == place.first - 1


def _is_named(place: Place) -> bool:
    """Whether a head word before the marks (`شركة`, `قناة`) says that a name stands in them."""
    return any(
        _names(place.word_before(back))
        for back in (1, 2)
        if back == 1 or place.word_before(1).startswith("ال") or place.word_before(1)[-1:] in "يه"
    )


def _names(word: str) -> bool:
    """Whether a word leads to a name or a title, attached particles and the article aside."""
    naming = words("naming")
    return word in naming or any(stem in naming for _, stem in stems(word.removeprefix("ال") or "-"))


def _is_fragment(place: Place, brought_in: bool) -> bool:
    """Whether a few words in marks are somebody's own: said, and no name."""
    content = place.content
    if any(not word.isalpha() or word.isascii() for word in content) or _is_entity(place):
        return False
    if brought_in:
        if place.before == ":" or place.ends_clause:
            return True
        # Behind أن without a pronoun stands what the clause is about, a term: `إن "صفقة القرن" جاهزة`.
        term = place.word_before().endswith("ان") and not _opens_clause(content[0])
        return not term and not content[0].startswith("ال")
    mine = flags(content[0])
    ordinary = bool(mine & COMMON or (mine & NISBA and not mine & FOREIGN))
    if len(content) > _SHORT:
        return not place.is_definite and _is_part(place, ordinary)
    if (ordinary or _is_felt(place)) and not any(word.startswith("ال") for word in content):
        return True
    return len(content) > 1 and place.ends_clause and _is_told(place) and _is_predicate(content)


def _is_part(place: Place, ordinary: bool) -> bool:
    """Whether four words or more are part of what is told: its end, or what a preposition leads to."""
    first = place.content[0]
    if _is_object(place):
        return not flags(first) & (FOREIGN | GIVEN)
    if not (place.ends_clause and _is_told(place)):
        return False
    return ordinary or _is_present(first) or place.word_before().startswith("ال")


def _opens_clause(word: str) -> bool:
    """Whether a clause may begin with a word, a verb of the present or a particle: `أنه "لن يقبل" به`."""
    return _is_present(word) or bool(flags(word) & FUNCTION)


def _is_present(word: str) -> bool:
    """Whether a word may be a verb of the present or the future: `يدعم`, `سيدعم`."""
    future = word[0] == "س" and word[1:2] in ("ي", "ت", "ن") and len(word) > 3
    return future or (word[0] in _OF_VERBS and _NOUN_OF_VERB.fullmatch(word) is None)


def _is_predicate(content: Sequence[str]) -> bool:
    """Whether a few words say something of what stands before them: `السوق "متوازنة وتتسم بالهدوء"`."""
    joined = any(word[0] == "و" and word[1:2] in _OF_VERBS for word in content[1:])
    return not content[0].startswith("ال") and (joined or _is_present(content[0]))


def _is_said(place: Place, brought_in: bool) -> bool:
    """Whether a few words, but not one, can only be said where they stand."""
    if brought_in and place.before == ":":
        return True
    return place.ends_clause and len(place.content) > _SHORT and (brought_in or _is_outright(place))


def _is_outright(place: Place) -> bool:
    """Whether it stands right behind who says it, without أن: `قال مسؤول كبير "…"`."""
    if place.cue is None or not place.cue.verb.outright or flags(place.content[0]) & (FOREIGN | GIVEN):
        return False
    between = place.paragraph.tokens.words[place.cue.word + 1 : place.first]
    return words("that").isdisjoint(between)


def _is_told(place: Place) -> bool:
    """Whether it ends what a verb of saying tells: `قال إن القرار "…"`."""
    first = place.cue.word + 1 if place.cue else place.first
    return not words("that").isdisjoint(place.paragraph.tokens.words[first : place.first])


def _is_all_that_is_told(place: Place) -> bool:
    """Whether it alone tells something of the noun before it: `قال إن الاتفاق "قريب جدا"`."""
    told = place.word_before(2) in words("that") | _and_that()
    return told and place.ends_clause and place.word_before().startswith("ال")


def _is_object(place: Place) -> bool:
    """Whether a preposition leads from the verb and its subject to it: `دعا الأمين العام إلى "وقف فوري"`."""
    if place.cue is None or place.word_before() not in words("objects"):
        return False
    between = place.paragraph.tokens.words[place.cue.word + 1 : place.first - 1]
    return words("that").isdisjoint(between) and (words("breaks") - words("inside")).isdisjoint(between)


def _is_felt(place: Place) -> bool:
    """Whether it is what a verb of feeling and its preposition lead to: `أعرب الوزير عن "خيبة أمله"`."""
    return place.cue is not None and place.cue.verb.feeling and place.word_before() == "عن"


def _is_entity(place: Place) -> bool:
    """Whether it is a name: a known one, or a few words with one among them."""
    named = place.paragraph.named
    few = len(place.content) <= _SHORT
    return place.first in named or (few and any(at in named for at in range(place.first, place.last)))

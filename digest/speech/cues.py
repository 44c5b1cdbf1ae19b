"""Verbs of saying: where they stand in a paragraph and who their forms agree with.

Pure; the verbs are `rules/cues.yml`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from itertools import compress
from typing import Any, NamedTuple

from digest.model import Span
from digest.names.tokens import Tokens
from digest.names.words import DEFINITE, FUNCTION, TITLE, flags
from digest.rules import default_rules
from digest.sentences import past_marks
from digest.text import fold

_NEAR = 10
"""Words after a verb among which the word that it needs must stand."""


_REACH = 14
"""Words between a verb and the words it brings in, at most."""


class Agreement(StrEnum):
    """Gender or number of a verb's form."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    PLURAL = "plural"


_PARTICIPLES = {Agreement.MASCULINE: "ا", Agreement.FEMININE: "ة", Agreement.PLURAL: "ين"}
"""What the participle of each agreement ends with, …"""
_PARTICIPLE = 5
"""… and letters that it has at least: دعا is none."""
_OBJECTS = ("ه", "ها", "هم", "ني", "نا")
"""What a verb ends with that has its object attached."""
_STOPS, _COMMAS = ".!?؟…\n؛;:", "،,"
_SHORTEST = 3
"""Letters of a verb behind و, with that, are more than this."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a verb of saying."""

    id: str
    agreement: Agreement
    continues: bool
    needs: frozenset[str]
    """Words of which one must stand near, unless a colon or a mark follows at once; empty for any."""
    transitive: bool
    """Whether the name after it may be another's than the speaker's."""
    feeling: bool
    """Whether behind `عن` it tells what somebody feels, in whatever few words: `أعرب عن "خيبة أمله"`."""
    belongs: bool
    """Whether with ل after it, it may say whose something is: `مبنى تابع للجيش`."""
    named_after: frozenset[str]
    """For a noun of saying: the words before it after which the speaker stands."""
    of_verb: bool
    """Whether it goes with the verb of its clause, which may be none of saying: `اكتفى الوزير بالقول`."""
    tells: bool
    """Whether it has an object whom something is told: `أبلغ الوزير` alone may be of who was told."""
    outright: bool
    """Whether what it has behind its subject can only be words: `قال الوزير "…"`."""
    quotes: bool
    """Whether it says what another than the sentence's speaker says: `ما قاله الوزير`, `عن الوزير قوله`."""
    participle: bool = False
    """Whether the form goes with the subject of another verb: `مضيفا`."""
    of_it: bool = False
    """Whether the form has its object attached, so that its subject follows: `اعتبره الوزير`."""


class Cue(NamedTuple):
    """A verb of saying in a text."""

    word: int
    """Index of its word."""
    skip: int
    """Letters attached in front of it: the conjunction."""
    verb: Verb


@dataclass(frozen=True, slots=True)
class Script:
    """A paragraph's words with its verbs of saying, for lookup by place; all places are folded offsets."""

    tokens: Tokens
    cues: tuple[Cue, ...]
    _words: tuple[int, ...] = field(repr=False)
    """Index of each verb's word."""

    @classmethod
    def of(cls, tokens: Tokens) -> Script:
        """The script of a paragraph."""
        cues = find_cues(tokens)
        return cls(tokens, cues, tuple([cue.word for cue in cues]))

    def without(self, inside: Container[int]) -> Script:
        """The script without the verbs at some words: `سال` of a name is no verb."""
        cues = tuple([cue for cue in self.cues if cue.word not in inside])
        return (
            self
            if len(cues) == len(self.cues)
            else replace(self, cues=cues, _words=tuple([cue.word for cue in cues]))
        )

    def place(self, cue: Cue) -> int:
        """Where a verb begins."""
        return self.tokens.starts[cue.word]

    def written(self, cue: Cue) -> str:
        """A verb as it stands, without an attached conjunction."""
        span = self.tokens.span(cue.word, cue.word + 1, cue.skip)
        return self.tokens.text[span.start : past_marks(self.tokens.text, span.end)]

    def word_at(self, place: int) -> int:
        """Index of the first word that begins at a place or after it."""
        return bisect_left(self.tokens.starts, place)

    def last_cue(self, first: int, last: int) -> Cue | None:
        """The last verb among the words [first, last)."""
        at = bisect_left(self._words, last) - 1
        return self.cues[at] if at >= 0 and self._words[at] >= first else None

    def first_cue(self, first: int, last: int) -> Cue | None:
        """The first verb among the words [first, last)."""
        at = bisect_left(self._words, first)
        return self.cues[at] if at < len(self.cues) and self._words[at] < last else None

    def folded(self, original: int) -> int:
        """The folded offset of an offset in the paragraph."""
        return self.tokens.folded.place(original)

    def span_of(self, start: int, end: int) -> Span:
        """The span in the paragraph of folded [start, end)."""
        return self.tokens.folded.original(start, end)

    def introduces(self, place: int) -> bool:
        """Whether the words before a place bring in a quotation."""
        last = bisect_right(self.tokens.starts, place - 1) - 1
        if last < 0:
            return False
        colon = ":" in self.tokens.folded.text[self.tokens.ends[last] : place][:4]
        if colon or self.tokens.words[last] in words("that"):
            return self.last_cue(last - _REACH, last + 1) is not None
        return self.last_cue(last, last + 1) is not None


def find_cues(tokens: Tokens) -> tuple[Cue, ...]:
    """Find the verbs of saying of a paragraph, in order."""
    forms, sayings = verb_forms(), saying_words()
    cues = []
    for index in compress(range(len(tokens.words)), map(sayings.__contains__, tokens.words)):
        word = tokens.words[index]
        skip = int(word not in forms)
        verb = forms[word[skip:]]
        if _counts(tokens, index, verb):
            cues.append(Cue(index, skip, verb))
    return tuple(cues)


def _counts(tokens: Tokens, index: int, verb: Verb) -> bool:
    if verb.named_after and tokens.words[index].startswith("ال"):
        return not verb.named_after.isdisjoint(tokens.words[clause_of(tokens, index).first : index])
    if verb.of_verb:
        ruling = clause_of(tokens, index)
        return ruling.verb is None or ruling.doubtful
    if verb.belongs and tokens.words[index] in verb_forms() and _tells_whose(tokens, index):
        return False
    if not verb.needs or _has_near(tokens, index, verb.needs):
        return True
    return tokens.folded.text[tokens.ends[index] : tokens.ends[index] + 3].lstrip("،, ")[:1] in tuple(':"“«')


def _has_near(tokens: Tokens, index: int, needed: frozenset[str]) -> bool:
    """Whether one of these words stands near behind a word, with no stop or colon between."""
    near = range(index + 1, min(index + _NEAR, len(tokens.words)))
    at = next((at for at in near if tokens.words[at] in needed), None)
    return at is not None and not any(
        mark in gap(tokens, one) for one in near if one <= at for mark in _STOPS
    )


def _tells_whose(tokens: Tokens, index: int) -> bool:
    """Whether a word goes on to what it belongs to: `مبنى تابع للجيش`, but not `تابع للصحفيين`."""
    opens = index == 0 or any(mark in gap(tokens, index) for mark in ".!?؟…\n")
    after = tokens.words[index + 1 : index + 2]
    return not opens and any(word[0] == "ل" and not addressed(word) for word in after)


def addressed(word: str) -> bool:
    """Whether a word names those spoken to: `للصحفيين`."""
    known = words("audience")
    return word[0] == "ل" and any(form in known for form in (word[1:], "ا" + word[1:], "ال" + word[2:]))


class Clause(NamedTuple):
    """What stands before a word up to a mark."""

    first: int
    """Its first word."""
    verb: int | None
    """The last verb of saying in it."""
    doubtful: bool
    """Whether another clause may begin behind that verb: `أعلن الوزير القرار واكتفى السفير بالقول`."""


def clause_of(tokens: Tokens, index: int) -> Clause:
    """The clause that a word stands in, up to the word."""
    doubtful, at, marks = False, index, _STOPS + _COMMAS
    while at > 0:
        marks = _STOPS if _goes_with_clause(tokens, at, index) else marks
        if any(mark in gap(tokens, at) for mark in marks):
            break
        at -= 1
        word = tokens.words[at]
        if word in saying_words() and not verb_forms()[word if word in verb_forms() else word[1:]].of_verb:
            return Clause(at, at, doubtful)
        joins = word[0] == "و" and len(word) > _SHORTEST and at + 1 < index
        doubtful = doubtful or (joins and not flags(word) & (TITLE | DEFINITE | FUNCTION))
    return Clause(at, None, doubtful)


def _goes_with_clause(tokens: Tokens, at: int, index: int) -> bool:
    """Whether what stands behind a comma goes on with the clauses before it: `رفض السؤال، مكتفيا بالقول`."""
    word = tokens.words[at]
    participle = len(word) >= _PARTICIPLE and word[0] == "م" and word[-1] == "ا"
    return (participle or at == index) and gap(tokens, at).strip() in tuple(_COMMAS)


def gap(tokens: Tokens, index: int) -> str:
    """What stands between a word and the one before it, folded."""
    start = tokens.ends[index - 1] if index else 0
    return tokens.folded.text[start : tokens.starts[index]]


@cache
def verb_forms() -> dict[str, Verb]:
    """Every form of every verb of saying, folded."""
    forms: dict[str, Verb] = {}
    for rule in table()["verbs"]:
        for agreement in Agreement:
            verb = Verb(
                id=rule["id"],
                agreement=agreement,
                continues=rule.get("continues", False),
                needs=frozenset(map(fold, rule.get("needs", ()))),
                transitive=rule.get("transitive", False),
                feeling=rule.get("feeling", False),
                belongs=rule.get("belongs", False),
                named_after=frozenset(map(fold, rule.get("named_after", ()))),
                of_verb=rule.get("of_verb", False),
                tells=rule.get("tells", False),
                outright=rule.get("outright", False),
                quotes=rule.get("quotes", "named_after" in rule),
            )
            written = rule.get(agreement.value, ())
            for form in written:
                forms.setdefault(fold(form), _of_form(verb, form, written))
    return forms


def _of_form(verb: Verb, form: str, forms: Sequence[str]) -> Verb:
    """The verb with what one of its forms, as they are written, tells of it."""
    if any(form.endswith(ending) and form.removesuffix(ending) in forms for ending in _OBJECTS):
        return replace(verb, of_it=True)
    return replace(verb, participle=len(form) >= _PARTICIPLE and form.endswith(_PARTICIPLES[verb.agreement]))


@cache
def saying_words() -> frozenset[str]:
    """Every form of every verb of saying, alone and after a conjunction."""
    return frozenset(lead + form for form in verb_forms() for lead in ("", "و", "ف"))


@cache
def words(key: str) -> frozenset[str]:
    """One of the word lists of `cues.yml`, folded."""
    return frozenset(map(fold, table()[key]))


def table() -> Any:
    """The rules of `cues.yml`."""
    return default_rules().table("cues")

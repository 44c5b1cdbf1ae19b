"""Who says it: the subject of a verb of saying, a name or an office that the article gives to one person.

Pure. Where two could be meant, nobody is given.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from digest.model import Document, Entity, EntityKind, Span
from digest.names.roles import Roles, find_roles, resolve_speaker
from digest.names.tokens import Tokens, tokenise
from digest.names.wordlists import titles
from digest.speech.cues import Agreement, Cue, table, verb_forms, words
from digest.text import fold, single_spaced

_LONGEST = 14
"""Words that a phrase naming a speaker has at most."""
_ENDS_PHRASE = re.compile(r"[:.!?؟…؛;،,()\[\]\"“”«»„‹›]|\s[-–—]|[-–—]\s|\n")
_COMMA = re.compile(r"\s*[،,]\s*\Z")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks."""

    id: str | None
    """Entity id, where it is certain."""
    text: str | None
    """As the text names them."""
    agreement: Agreement | None = None
    """How the verb agrees with them."""


@dataclass(frozen=True, slots=True)
class Named:
    """A mention by the words of its paragraph that it covers: [first, last)."""

    first: int
    last: int
    entity: str
    kind: EntityKind


class Cast:
    """The persons and bodies of an article, and which office each holds in it."""

    def __init__(self, document: Document, entities: Iterable[Entity]) -> None:
        self._entities = tuple(entities)
        self._roles: Roles = find_roles(document, self._entities)
        self._mentions = sorted(
            (mention.span, entity.id, entity.kind)
            for entity in self._entities
            for mention in entity.mentions
            if entity.kind is not EntityKind.TOPIC
        )
        self._starts = [span.start for span, _, _ in self._mentions]

    def named_in(self, span: Span, tokens: Tokens) -> dict[int, Named]:
        """The mentions inside a paragraph at `span` by the word each begins with."""
        named: dict[int, Named] = {}
        if not tokens.words:
            return named
        begins = [tokens.span(index, index + 1).start for index in range(len(tokens.words))]
        at = bisect_right(self._starts, span.start - 1)
        for mention, entity, kind in self._mentions[at:]:
            if mention.start >= span.end:
                break
            first = bisect_right(begins, mention.start - span.start) - 1
            last = bisect_right(begins, mention.end - span.start - 1)
            named.setdefault(first, Named(first, last, entity, kind))
        return named

    def office_holder(self, text: str) -> str | None:
        """The one who holds an office in this article."""
        holder = self._roles.holder(text)
        if holder is None:
            first, _, rest = fold(text).partition(" ")
            other = _same_office().get(first)
            holder = self._roles.holder(f"{other} {rest}".strip()) if other else None
        return holder

    def resolve(self, text: str) -> str | None:
        """The one whom a text outside the sentences names, a caption's or an attribution's."""
        return resolve_speaker(text, self._entities, self._roles)


def _same_office() -> dict[str, str]:
    return {fold(one): other for one, other in table()["same_office"].items()}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its words, its names and the people of its article."""

    tokens: Tokens
    named: dict[int, Named]
    cast: Cast

    def text_of(self, first: int, last: int) -> str:
        """The words [first, last) as they stand, without an attached particle."""
        span = self.tokens.span(first, last)
        return single_spaced(self.tokens.text[span.start : span.end])

    def subject(self, cue: Cue) -> Speaker | None:
        """The speaker that the words about a verb of saying name; None where they name nobody."""
        first, last = self._phrase(cue.word + 1)
        if first == last:
            first, last = self._phrase_before(cue.word)
        if first == last:
            return None
        found = self._resolve(first, last) or self._apposition(last)
        return Speaker(found, self.text_of(first, last), cue.verb.agreement)

    def introduces(self, last: int) -> bool:
        """Whether what stands after word `last` brings in words said: أن, a colon or a mark."""
        tokens = self.tokens
        after = tokens.folded.text[tokens.ends[last] : tokens.ends[last] + 4].lstrip("،, ")
        if after[:1] in ':"“«':
            return True
        return last + 1 < len(tokens.words) and tokens.words[last + 1] in words("that")

    def phrase_end(self, cue: Cue) -> int:
        """Index of the last word of the phrase after a verb, the verb itself where there is none."""
        return self._phrase(cue.word + 1)[1] - 1

    def _phrase(self, first: int) -> tuple[int, int]:
        """The words [first, last) after a verb that can name who speaks."""
        tokens = self.tokens
        for index in range(first, min(first + _LONGEST, len(tokens.words))):
            if _ENDS_PHRASE.search(tokens.gap(index)) or _breaks(tokens.words[index]):
                return first, index
        return first, min(first + _LONGEST, len(tokens.words))

    def _phrase_before(self, verb: int) -> tuple[int, int]:
        """The words [first, last) before a verb that name its subject: `وكان الرئيس الروسي أكد`."""
        tokens, openers = self.tokens, words("subject_openers")
        first = verb
        while first > 0 and verb - first < _LONGEST:
            gap = tokens.gap(first)
            if _ENDS_PHRASE.search(gap) and not (first == verb and _COMMA.match(gap)):
                return (first, verb) if _sentence_break(gap) else (verb, verb)
            word = tokens.words[first - 1]
            if word in openers or _says(word):
                return first, verb
            if _breaks(word):
                return verb, verb
            first -= 1
        return (first, verb) if first == 0 else (verb, verb)

    def _resolve(self, first: int, last: int) -> str | None:
        for index in range(first, last):
            named = self.named.get(index)
            if named is None:
                continue
            if named.kind is EntityKind.PERSON:
                return None if self._governed(first, index) else named.entity
            if index == first and named.last >= last:
                return named.entity
        return self.cast.office_holder(self.text_of(first, last))

    def _apposition(self, comma: int) -> str | None:
        """The person that `المتحدث باسم الرئاسة، دميتري بيسكوف،` names after the comma."""
        if comma >= len(self.tokens.words) or not _COMMA.match(self.tokens.gap(comma)):
            return None
        named = self.named.get(comma)
        return named.entity if named and named.kind is EntityKind.PERSON else None

    def _governed(self, first: int, index: int) -> bool:
        """Whether the word before a name makes it somebody else's: `محامي ترامب`."""
        if index == first:
            return False
        before = self.tokens.words[index - 1]
        inside_name = any(named.first < index <= named.last for named in self.named.values())
        return not (inside_name or before.startswith("ال") or before in titles("honorific"))


def attribution(line: str, cast: Cast) -> Speaker | None:
    """The person whom a line names and does nothing else: it stands under somebody's words."""
    text = line.strip(" -–—•*|")
    tokens = tokenise(text)
    if not 1 <= len(tokens.words) <= 8 or _ENDS_PHRASE.search(text.replace("،", "")):
        return None
    if any(_says(word) or _breaks(word) for word in tokens.words):
        return None
    found = cast.resolve(text)
    return Speaker(found, single_spaced(text)) if found else None


def _says(word: str) -> bool:
    return word in verb_forms() or (word[0] in "وف" and word[1:] in verb_forms())


def _breaks(word: str) -> bool:
    if word in words("breaks") or word in words("that") or (word[1:] in words("that") and word[0] in "وف"):
        return True
    if word[0] != "ل":
        return False
    return (
        word[1:] in words("audience")
        or "ا" + word[1:] in words("audience")
        or "ال" + word[2:] in words("audience")
    )


def _sentence_break(gap: str) -> bool:
    return any(mark in gap for mark in ".!?؟…\n")

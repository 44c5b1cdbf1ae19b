"""The persons and bodies of an article: which office each holds in it, where each is named.

Pure. An office leads to a person only where the article itself gives it to exactly one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from digest.model import Document, Entity, EntityKind, Span
from digest.names import Roles, Tokens, find_roles, resolve_speaker
from digest.names.wordlists import titles
from digest.speech.cues import Agreement, Script, table, words
from digest.text import fold

_PREPOSITIONS = frozenset("بلك")


class Speaker(NamedTuple):
    """Somebody who speaks."""

    id: str | None
    """Entity id, where it is certain."""
    text: str | None
    """As the text names them."""
    agreement: Agreement | None = None
    """How the verb agrees with them."""


NOBODY = Speaker(None, None)


class Named(NamedTuple):
    """A mention by the words of its paragraph that it covers: [first, last)."""

    first: int
    last: int
    entity: str
    kind: EntityKind
    led: bool = False
    """Whether a preposition is attached: `لبوتين`."""


class Cast:
    """The persons and bodies of an article, and which office each holds in it."""

    def __init__(self, document: Document, words: Tokens, entities: Iterable[Entity]) -> None:
        self._document = document
        self._words = words
        self._entities = tuple(entities)
        self._mentions = sorted(
            (mention.span.start, mention.span.end, entity.id, entity.kind)
            for entity in self._entities
            for mention in entity.mentions
            if entity.kind is not EntityKind.TOPIC
        )
        self._starts = [start for start, *_ in self._mentions]

    @cached_property
    def _roles(self) -> Roles:
        return find_roles(self._document, self._words, self._entities)

    @cached_property
    def _persons(self) -> frozenset[str]:
        return frozenset(entity.id for entity in self._entities if entity.kind is EntityKind.PERSON)

    def is_person(self, speaker: Speaker) -> bool:
        """Whether a speaker is certain and a person, not a body or an outlet."""
        return speaker.id in self._persons

    def named_in(self, span: Span, script: Script) -> dict[int, Named]:
        """The mentions inside a paragraph at `span` by the word each begins with."""
        named: dict[int, Named] = {}
        place, starts = script.tokens.folded.place, script.tokens.starts
        at, end = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        for begin, last, entity, kind in self._mentions[at:end]:
            at_letter = place(begin - span.start)
            first = max(0, bisect_right(starts, at_letter) - 1)
            if first not in named:
                led = not _PREPOSITIONS.isdisjoint(script.tokens.folded.text[starts[first] : at_letter])
                end_word = script.word_at(place(last - span.start))
                named[first] = Named(first, end_word, entity, kind, led)
        return named

    @cached_property
    def _last_names(self) -> dict[tuple[str, ...], str | None]:
        """What persons' names end with, to the one whose does; None for several."""
        found: dict[tuple[str, ...], str | None] = {}
        for entity in self._entities:
            if entity.kind is EntityKind.PERSON:
                for tail in _tails(entity):
                    if found.setdefault(tail, entity.id) != entity.id:
                        found[tail] = None
        return found

    def last_named(self, words: tuple[str, ...]) -> str | None:
        """The one person whose name ends with these words, folded, and is longer."""
        return self._last_names.get(("بن", *words[1:]) if words[:1] == ("ابن",) else words)

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


def inside_persons(named: dict[int, Named]) -> set[int]:
    """The words of persons' names but the first ones: `سال` in `ماكي سال` is no verb."""
    persons = (one for one in named.values() if one.kind is EntityKind.PERSON)
    return {at for one in persons for at in range(one.first + 1, one.last)}


def _tails(entity: Entity) -> Iterator[tuple[str, ...]]:
    """What a person may be called by: the last word with its article, none of an office, `بن X`, `آل X`."""
    for form in (entity.ar, *entity.variants):
        name = tuple(fold(form).split())
        if len(name) > 1 and name[-1].startswith("ال") and name[-1] not in titles():
            yield name[-1:]
        if len(name) > 2 and name[-2] in words("before_family"):
            yield name[-2:]


def _same_office() -> dict[str, str]:
    return {fold(one): other for one, other in table()["same_office"].items()}

"""Who holds which office, only as the article itself says it: `الرئيس الروسي فلاديمير بوتين`.

Pure. What a speaker is called (`الرئيس الروسي`) leads from here to a name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import compress, takewhile

from digest.model import Document, Entity, EntityKind, Span
from digest.names.lexicon import name_words
from digest.names.tokens import Tokens, attached, stems
from digest.names.wordlists import bare, title_words, titles, with_article
from digest.names.words import NISBA, flags

_BEFORE = 90
"""Characters before a name in which its office is looked for."""
_AFTER = 70
_SENTENCE_END = re.compile(r"[.!?؟\n]")
_BREAK = re.compile(r"[.!?؟؛;:\n«»“”\"()،,]")
_APPOSITION = re.compile(r"\s*[،,]([^،,.\n]+)[،,]")
_NEAR = 10
"""Words before a name among which its office's title stands."""


@dataclass(frozen=True, slots=True)
class Roles:
    """The offices of an article."""

    holders: dict[str, str | None]
    """Office (folded, without attached particles) to the id of its holder; None where two hold it."""
    doubted: frozenset[str] = frozenset()
    """Holders beside whom somebody of another country is named without an office: theirs alone may be his."""

    def holder(self, office: str) -> str | None:
        """Return the id of the one who holds an office, where the article names exactly one."""
        key = _office(name_words(office))
        if key is None:
            return None
        if " " in key:
            return self.holders.get(key)
        held = {holder for other, holder in self.holders.items() if other.split(" ")[0] == key}
        found = next(iter(held)) if len(held) == 1 else None
        return None if found in self.doubted and key in with_article(title_words("of_states")) else found


def find_roles(document: Document, words: Tokens, entities: Iterable[Entity]) -> Roles:
    """Find the offices that the article gives to the persons among `entities`.

    `words` are the article's (`read_words`).
    """
    entities = tuple(entities)
    ends = sorted(mention.span.end for entity in entities for mention in entity.mentions)
    titled = list(compress(range(len(words.words)), map(_leading().__contains__, words.words)))
    holders: dict[str, str | None] = {}
    for entity in entities:
        if entity.kind is not EntityKind.PERSON:
            continue
        for mention in entity.mentions:
            floor = _floor(ends, mention.span.start)
            led = _is_led(words, titled, mention.span)
            for office in _offices_beside(document.text, mention.span, floor, led=led):
                if holders.setdefault(office, entity.id) != entity.id:
                    holders[office] = None
    return Roles(holders, _doubted(entities, frozenset(filter(None, holders.values()))))


def _doubted(entities: Iterable[Entity], held: frozenset[str]) -> frozenset[str]:
    persons = [entity for entity in entities if entity.kind is EntityKind.PERSON]
    others = {entity.country for entity in persons if entity.country and entity.id not in held}
    return frozenset(entity.id for entity in persons if entity.id in held and others - {entity.country})


@cache
def _leading() -> frozenset[str]:
    """Every word that begins an office or speaks of one who holds the same, attached particles and all."""
    return frozenset[str]().union(*map(attached, titles("office") | title_words("counterparts")))


def _is_led(words: Tokens, titled: list[int], span: Span) -> bool:
    """Whether one of the words `titled` stands close before a name."""
    first, _ = words.words_in(span)
    at = bisect_right(titled, first) - 1
    return at >= 0 and first - titled[at] <= _NEAR


def resolve_speaker(text: str, entities: Iterable[Entity], roles: Roles) -> str | None:
    """Return the id of the entity that `text` (`الرئيس الروسي`, `بوتين`) speaks of, None where unsure.

    A name inside the text wins over an office; two names are nobody for certain.
    """
    words = name_words(text)
    named = [entity.id for entity in entities if _names(words, entity)]
    if named:
        return named[0] if len(set(named)) == 1 else None
    return roles.holder(text)


def _floor(ends: list[int], start: int) -> int:
    index = bisect_right(ends, start)
    return ends[index - 1] if index else 0


def _names(words: tuple[str, ...], entity: Entity) -> bool:
    if entity.kind in (EntityKind.TOPIC, EntityKind.EVENT, EntityKind.PLACE):
        return False
    forms = {name_words(form) for form in (entity.ar, *entity.variants)}
    if entity.kind is EntityKind.PERSON:
        forms |= {form[-1:] for form in forms if len(form[-1]) > 2}
    return any(_contains(words, form) for form in sorted(forms))


def _contains(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    if not name:
        return False
    for at in range(len(words) - len(name) + 1):
        first = any(stem == name[0] for _, stem in stems(words[at]))
        if first and words[at + 1 : at + len(name)] == name[1:]:
            return True
    return False


def _offices_beside(text: str, span: Span, floor: int, *, led: bool) -> Iterator[str]:
    """Yield the offices beside a name; `floor` is where the name before it ends, `led`: a title is near."""
    if led:
        offices, counterpart = _offices_before(text, span, floor)
        yield from offices
        if counterpart:
            return
    after = _APPOSITION.match(text, span.end, span.end + _AFTER)
    if after and (office := _office(name_words(after[1]))) is not None:
        yield office


def _offices_before(text: str, span: Span, floor: int) -> tuple[list[str], bool]:
    """Return the offices before a name, and whether it is named as somebody's counterpart there."""
    before = text[max(0, span.start - _BEFORE) : span.start].rstrip().removesuffix("،").removesuffix(",")
    sentence = name_words(_SENTENCE_END.split(before)[-1])
    if (counterpart := _counterpart(sentence)) is not None:
        return counterpart, True
    own = name_words(_BREAK.split(before[max(0, floor - span.start) :] if floor else before)[-1])
    office = _office(_from_first_title(own))
    return ([] if office is None else [office]), False


def _counterpart(clause: tuple[str, ...]) -> list[str] | None:
    """Return the offices that `الرئيس الروسي … نظيره الصيني` gives to the one named after it."""
    for index in range(len(clause) - 2, max(-1, len(clause) - 5), -1):
        if bare(clause[index], title_words("counterparts")) is None:
            continue
        whose = " ".join(clause[index + 1 :])
        office = _without_nationality(clause[:index])
        return [f"نظيره {whose}", *([f"{office} {whose}"] if office else [])]
    return None


def _without_nationality(clause: tuple[str, ...]) -> str | None:
    """Return the first office of a clause without whose it is: `رئيس الوزراء` of `رئيس الوزراء العراقي`."""
    for index, word in enumerate(clause):
        head = bare(word, titles("office"))
        if head is None:
            continue
        rest = list(takewhile(lambda other: other.startswith("ال"), clause[index + 1 :]))
        if rest and flags(rest[-1]) & NISBA:
            rest.pop()
        return " ".join((head, *rest))
    return None


def _from_first_title(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words from the first title of the unbroken office phrase that ends them."""
    for index in range(max(0, len(words) - 8), len(words)):
        if bare(words[index], titles("office")) and title_words("ends_office").isdisjoint(words[index + 1 :]):
            return words[index:]
    return ()


def _office(words: tuple[str, ...]) -> str | None:
    """Return an office's key, None where the words do not begin with a title of office."""
    if not words or (head := bare(words[0], titles("office"))) is None:
        return None
    return " ".join((head, *(word for word in words[1:] if word not in title_words("silent"))))

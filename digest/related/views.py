"""What an article is compared by, and how alike two are. Pure."""

from __future__ import annotations

import math
import re
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from sys import intern

from digest.edtf import bounds
from digest.model import Article, Entity, EntityKind, LineKind
from digest.summary import content_terms, likeness
from digest.text import fold

_SHINGLE = 4
_SAMPLE = 4
"""One in so many shingles is kept."""
_INDEXED = 16
"""Shingles of an article through which copies of it are found: those with the lowest hashes."""
_RAREST = 12
"""Tags of an article through which others are found."""
_SHARED_SHINGLES, _CONTAINED = 4, 0.5
_ALIKE_TAGS, _ALIKE_WORDS, _ALIKE_DAYS = 0.6, 0.6, 2
_SAME_NAMES = 0.34
"""The part of their names, outlets left out, that two articles of one story share at least."""
_RETOLD, _RETOLD_PART, _SMALL = 2, 0.3, 3
"""Particulars that two reports of an event share at least, what part of the fewer; figures that are none."""
_MANY_NAMES, _MOST_NAMES = 4, 0.75
"""So many names, and such a part of them shared, that one particular is enough."""
_RETOLD_TAGS, _RETOLD_WORDS, _RETOLD_DAYS = 0.45, 0.45, 1
"""How alike such reports are at least in tags and words, and within how many days they stand."""
_LEAD = 6
"""Sentences that tell what the story is."""
_RARE = 6
"""Doublings from a tag up to the whole digest from which on it is rare: more add nothing to its weight."""
_UNIT = 4096
"""Weights are whole numbers of this part, so that sums are the same in any order."""
_WORD = re.compile(r"[^\W_]+")

Place = tuple[float, str]
"""Where an article stands in time: its day (0 where none is known), then its id."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """What an article is compared by, whatever else is in the digest."""

    id: str
    tags: tuple[str, ...]
    """Ids of its names and topics."""
    times: tuple[float, ...]
    """How much the article speaks of each."""
    day: float | None
    """Its day as an ordinal, the middle of what is known."""
    shingles: bytes
    """Four bytes each, the lowest first: a set of them takes twenty times as much."""
    lead: bytes
    """The headline and the first sentences, compressed: few are compared by them."""
    names: bytes = b""
    """Four bytes for each known name but those of outlets."""
    particulars: bytes = b""
    """Four bytes for each figure and each unknown name: what two reports of one event have in common."""

    @property
    def place(self) -> Place:
        """Where it stands in time."""
        return self.day or 0.0, self.id

    @property
    def marks(self) -> list[int]:
        """The shingles through which copies of it are found."""
        return _numbers(self.shingles[: 4 * _INDEXED]).tolist()


class View:
    """A sketch with its tags weighed by their rarity in the digest; it never changes."""

    def __init__(self, sketch: Sketch, rarity: dict[str, float]) -> None:
        self.sketch = sketch
        self.place = sketch.place
        weighed = zip(sketch.tags, sketch.times, strict=True)
        self.tags = {tag: round(_UNIT * times * rarity[tag]) for tag, times in weighed}
        self.norm = math.sqrt(sum(weight * weight for weight in self.tags.values()))

    @cached_property
    def rarest(self) -> list[str]:
        """The tags through which others are found."""
        return sorted(self.tags, key=lambda tag: (-self.tags[tag], tag))[:_RAREST]


def sketch(article: Article) -> Sketch:
    """Read an article for comparison."""
    tags = _tags(article)
    body = [item.text for item in article.findings.sentences if item.kind is LineKind.BODY]
    return Sketch(
        id=article.id,
        tags=tuple(map(intern, tags)),
        times=tuple(tags.values()),
        day=_day(article.findings.publication.edtf),
        shingles=array("I", sorted(_shingles(body))).tobytes(),
        lead=_packed(" ".join((article.extract.headline.text, *body[:_LEAD]))),
        names=_hashed(entity.id for entity in _named(article) if entity.kind is not EntityKind.OUTLET),
        particulars=_hashed(_particulars(article)),
    )


def rarity(articles: int, holders: int) -> float:
    """Weight of a tag that so many articles have: the logarithm of its rarity, in doublings.

    So a weight stays the same while articles come and go, until one of the two numbers passes a power of two.
    """
    doublings = min(_RARE, articles.bit_length() - holders.bit_length())
    return math.log(1 + 2.0**doublings)


def score(one: View, other: View) -> float:
    """How close two articles are, 0 to 1; the same both ways."""
    return round(_alike(one, other) * (0.7 + 0.3 * _closeness(one.sketch.day, other.sketch.day)), 4)


def shared_tags(one: View, other: View) -> tuple[str, ...]:
    """Ids of the tags that both have, the weightiest first."""
    both = one.tags.keys() & other.tags.keys()
    return tuple(sorted(both, key=lambda tag: (-one.tags[tag] * other.tags[tag], tag)))


def same_news(one: View, other: View) -> bool:
    """Whether two articles of the same days tell the same news in other words."""
    first, second = one.sketch.day, other.sketch.day
    if first is None or second is None or abs(first - second) > _ALIKE_DAYS:
        return False
    alike, names = _alike(one, other), _overlap(one.sketch.names, other.sketch.names)
    if alike < _RETOLD_TAGS or names < _SAME_NAMES:
        return False
    retold = abs(first - second) <= _RETOLD_DAYS and _is_retold(one, other, names)
    if alike < _ALIKE_TAGS and not retold:
        return False
    words = likeness(_terms(one.sketch.lead), _terms(other.sketch.lead))
    return words >= (_RETOLD_WORDS if retold else _ALIKE_WORDS)


def _is_retold(one: View, other: View, names: float) -> bool:
    """Whether two articles share particulars of an event; one is enough where all else is shared, too."""
    mine, its = one.sketch.particulars, other.sketch.particulars
    shared = len(frozenset(_numbers(mine)) & frozenset(_numbers(its)))
    if shared >= _RETOLD and _overlap(mine, its) >= _RETOLD_PART:
        return True
    few = min(len(one.sketch.names), len(other.sketch.names)) // 4
    return shared > 0 and names >= _MOST_NAMES and few >= _MANY_NAMES


def _overlap(one: bytes, other: bytes) -> float:
    """The part of the fewer of two articles' marks that both have; 1 where one has none."""
    first, second = frozenset(_numbers(one)), frozenset(_numbers(other))
    fewer = min(len(first), len(second))
    return len(first & second) / fewer if fewer else 1.0


def same_wording(one: View, other: View) -> bool:
    """Whether one of two articles holds a good part of the other's wording."""
    first, second = (frozenset(_numbers(view.sketch.shingles)) for view in (one, other))
    return len(first & second) >= max(_SHARED_SHINGLES, _CONTAINED * min(len(first), len(second)))


def _named(article: Article) -> Iterable[Entity]:
    return (entity for entity in article.findings.entities if entity.known)


def _particulars(article: Article) -> Iterable[str]:
    """Yield the figures that are no small counts, and the names that the vocabulary lacks."""
    for figure in article.findings.figures:
        if figure.value is not None and figure.value > _SMALL:
            yield f"{figure.value:g}"
    yield from (entity.id for entity in article.findings.entities if not entity.known)


def _hashed(texts: Iterable[str]) -> bytes:
    """Four bytes for each of some texts, the lowest first."""
    return array("I", sorted({zlib.crc32(text.encode()) for text in texts})).tobytes()


def _numbers(packed: bytes) -> array[int]:
    return array("I", packed)


def _tags(article: Article) -> dict[str, float]:
    """The names and topics that stand for an article, unknown names left out."""
    tags = {entity.id: _spoken_of(len(entity.mentions)) for entity in _named(article)}
    tags.update((topic.id, 1.5) for topic in article.findings.topics)
    return tags


@lru_cache
def _spoken_of(mentions: int) -> float:
    return 1 + math.log(max(1, mentions))


def _day(edtf: str | None) -> float | None:
    first, last = bounds(edtf) if edtf else (None, None)
    days = [day.toordinal() for day in (first, last) if day]
    return sum(days) / len(days) if days else None


def _shingles(body: Iterable[str]) -> frozenset[int]:
    words = [word.encode() for text in body for word in _WORD.findall(fold(text))]
    hashes = (zlib.crc32(b" ".join(words[at : at + _SHINGLE])) for at in range(len(words) - _SHINGLE + 1))
    return frozenset(value for value in hashes if value % _SAMPLE == 0)


@lru_cache(maxsize=1024)
def _terms(lead: bytes) -> Counter[str]:
    return content_terms(zlib.decompress(lead).decode("utf-8", "surrogatepass"))


def _packed(text: str) -> bytes:
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 1)


def _alike(one: View, other: View) -> float:
    if not one.norm or not other.norm:
        return 0.0
    mine, others = one.tags, other.tags
    product = sum([mine[tag] * others[tag] for tag in mine.keys() & others.keys()])
    return product / (one.norm * other.norm)


def _closeness(one: float | None, other: float | None) -> float:
    """1 for the same day, a half after a month, 0 where a day is not known."""
    if one is None or other is None:
        return 0.0
    return 1 / (1 + abs(one - other) / 30)

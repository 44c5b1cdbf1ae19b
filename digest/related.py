"""Relates articles: by shared names, topics and time, and by shared wording for the same story.

Pure and deterministic; the cost grows with the number of articles, not with its square: an article is only
compared with those near it in time among the holders of its rarest tags, and with those whose shingles it
shares (Broder 1997: w-shingling, with hashes sampled by modulus).
"""

from __future__ import annotations

import math
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from digest.edtf import bounds
from digest.model import Article, LineKind, Related
from digest.summary import content_terms, likeness
from digest.text import fold

MOST = 6
"""Related articles of another story that an article has at most."""
_SHINGLE = 4
_SAMPLE = 4
"""One in so many shingles is kept."""
_NEIGHBOURS = 8
"""Holders of one shingle, or of one tag on either side, that an article is compared with."""
_RAREST = 12
"""Tags of an article through which others are found."""
_SHARED_SHINGLES, _CONTAINED = 4, 0.5
_ALIKE_TAGS, _ALIKE_WORDS, _ALIKE_DAYS = 0.6, 0.6, 2
_LEAD = 6
"""Sentences that tell what the story is."""
_LEAST = 0.1
_WORD = re.compile(r"[^\W_]+")

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _View:
    """What an article is compared by."""

    id: str
    tags: dict[str, float]
    """Id of each name and topic to its weight."""
    norm: float
    day: float | None
    """Its day as an ordinal, the middle of what is known."""
    shingles: frozenset[int]
    lead: Counter[str]


def relate(articles: Iterable[Article]) -> dict[str, tuple[Related, ...]]:
    """Relate every article to others, closest first, with the tags they share.

    The same story told elsewhere stands first (`same_story`); others are at most `MOST`.
    """
    views = _views(sorted(articles, key=lambda article: article.id))
    near = _near_in_tags(views)
    stories = _stories(views, near)
    partners: dict[int, set[int]] = defaultdict(set)
    for one, other in (*near, *(pair for group in stories for pair in _pairs(group))):
        partners[one].add(other)
        partners[other].add(one)
    story = {member: number for number, group in enumerate(stories) for member in group}
    return {
        view.id: _closest(number, sorted(partners[number]), views, story) for number, view in enumerate(views)
    }


def _views(articles: Sequence[Article]) -> list[_View]:
    tags = [_tags(article) for article in articles]
    holders = Counter(tag for found in tags for tag in found)
    weight = {tag: math.log(1 + len(articles) / count) for tag, count in holders.items()}
    views = []
    for article, found in zip(articles, tags, strict=True):
        weighted = {tag: value * weight[tag] for tag, value in found.items()}
        norm = math.sqrt(sum(value * value for value in weighted.values()))
        body = [item.text for item in article.findings.sentences if item.kind is LineKind.BODY]
        lead = content_terms(" ".join((article.extract.headline.text, *body[:_LEAD])))
        day = _day(article.findings.publication.edtf)
        views.append(_View(article.id, weighted, norm, day, _shingles(body), lead))
    return views


def _tags(article: Article) -> dict[str, float]:
    """The names and topics that stand for an article, unknown names left out."""
    tags = {
        entity.id: 1 + math.log(max(1, len(entity.mentions)))
        for entity in article.findings.entities
        if entity.known
    }
    tags.update((topic.id, 1.5) for topic in article.findings.topics)
    return tags


def _day(edtf: str | None) -> float | None:
    first, last = bounds(edtf) if edtf else (None, None)
    days = [day.toordinal() for day in (first, last) if day]
    return sum(days) / len(days) if days else None


def _shingles(body: Iterable[str]) -> frozenset[int]:
    words = [word.encode() for text in body for word in _WORD.findall(fold(text))]
    hashes = (zlib.crc32(b" ".join(words[at : at + _SHINGLE])) for at in range(len(words) - _SHINGLE + 1))
    return frozenset(value for value in hashes if value % _SAMPLE == 0)


def _near_in_tags(views: Sequence[_View]) -> list[Pair]:
    """Pairs of articles that share one of their rarest tags and are neighbours in time among its holders."""
    order = sorted(range(len(views)), key=lambda number: (views[number].day or 0.0, views[number].id))
    holders: dict[str, list[int]] = defaultdict(list)
    for number in order:
        for tag in _rarest(views[number]):
            holders[tag].append(number)
    pairs = {pair for held in holders.values() for pair in _neighbours(held)}
    return sorted(pairs)


def _rarest(view: _View) -> list[str]:
    return sorted(view.tags, key=lambda tag: (-view.tags[tag], tag))[:_RAREST]


def _neighbours(held: Sequence[int]) -> Iterator[Pair]:
    for at, one in enumerate(held):
        for other in held[at + 1 : at + 1 + _NEIGHBOURS]:
            yield min(one, other), max(one, other)


def _stories(views: Sequence[_View], near: Iterable[Pair]) -> list[list[int]]:
    """Groups of two or more articles that tell the same story, by number."""
    leader = list(range(len(views)))

    def find(number: int) -> int:
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    same = {pair for pair in near if _same_news(views[pair[0]], views[pair[1]])}
    for one, other in sorted(same | set(_near_duplicates(views))):
        first, second = sorted((find(one), find(other)))
        leader[second] = first
    groups: dict[int, list[int]] = defaultdict(list)
    for number in range(len(views)):
        groups[find(number)].append(number)
    return [group for group in groups.values() if len(group) > 1]


def _near_duplicates(views: Sequence[_View]) -> Iterator[Pair]:
    """Pairs of articles of which one holds a good part of the other's wording."""
    holders: dict[int, list[int]] = defaultdict(list)
    for number, view in enumerate(views):
        for shingle in view.shingles:
            holders[shingle].append(number)
    shared = Counter(pair for held in holders.values() if len(held) > 1 for pair in _neighbours(held))
    for (one, other), count in shared.items():
        least = min(len(views[one].shingles), len(views[other].shingles))
        if count >= _SHARED_SHINGLES and count >= _CONTAINED * least:
            yield one, other


def _same_news(one: _View, other: _View) -> bool:
    """Whether two articles of the same days tell the same news in other words."""
    if one.day is None or other.day is None or abs(one.day - other.day) > _ALIKE_DAYS:
        return False
    return _alike(one, other) >= _ALIKE_TAGS and likeness(one.lead, other.lead) >= _ALIKE_WORDS


def _pairs(group: Sequence[int]) -> Iterator[Pair]:
    return _neighbours(group)


def _closest(
    number: int, partners: Sequence[int], views: Sequence[_View], story: dict[int, int]
) -> tuple[Related, ...]:
    mine = views[number]
    same, others = [], []
    for partner in partners:
        other = views[partner]
        score = _alike(mine, other) * (0.7 + 0.3 * _closeness(mine, other))
        together = number in story and story.get(partner) == story[number]
        related = Related(other.id, round(score, 4), _shared(mine, other), together)
        if together:
            same.append(related)
        elif score >= _LEAST:
            others.append(related)
    return (*sorted(same, key=_rank), *sorted(others, key=_rank)[:MOST])


def _rank(related: Related) -> tuple[float, str]:
    return -related.score, related.article


def _shared(one: _View, other: _View) -> tuple[str, ...]:
    """Ids of the tags that both have, the weightiest first."""
    both = [tag for tag in one.tags if tag in other.tags]
    return tuple(sorted(both, key=lambda tag: (-one.tags[tag] * other.tags[tag], tag)))


def _alike(one: _View, other: _View) -> float:
    if not one.norm or not other.norm:
        return 0.0
    product = sum(weight * other.tags[tag] for tag, weight in one.tags.items() if tag in other.tags)
    return product / (one.norm * other.norm)


def _closeness(one: _View, other: _View) -> float:
    """1 for the same day, a half after a month, 0 where a day is not known."""
    if one.day is None or other.day is None:
        return 0.0
    return 1 / (1 + abs(one.day - other.day) / 30)

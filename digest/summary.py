"""Chooses the sentences of a summary; never writes new text.

A linear score of general features (position, likeness to the whole and to the headline, fullness), taken
greedily with a penalty for repeating: after Carbonell & Goldstein 1998 (MMR), Radev et al. 2004 (centroid).
Weights and word lists are in `rules/summary.yml`. May use the layers below it for words, rules and dates.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from digest.clean.fields.datelines import is_of_dates, read_stamp
from digest.model import LineKind, Sentence
from digest.names.tokens import Tokens
from digest.rules import default_rules
from digest.text import Memo, fold

_WORD = re.compile(r"[^\W_]+")
_FIRST = re.compile(r"[\w\u064b-\u0652]+")
_QUESTION = re.compile(r"[؟?]\W*\Z")
_STOPPED = re.compile(r"[.!?؟…]\W*\Z")
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]+")
_OPENING, _CLOSING = "«“", "»”"

Terms = Mapping[str, int]


class _Features(NamedTuple):
    sentence: Sentence
    words: int
    terms: Terms
    norm: float


def choose_summary(
    sentences: Sequence[Sentence],
    *,
    headline: str | None = None,
    count: int = 3,
    words: Tokens | None = None,
    points: Container[int] = (),
    never: Container[int] = (),
) -> tuple[int, ...]:
    """Choose up to `count` sentences; their `index` values, in text order.

    Only body sentences are chosen, never a bare question, an introduction to something left out, a
    caption-like stub, a dateline or a repetition; a text with fewer such sentences gets a shorter summary.
    `words` are the document's (`digest.names.read_words`), where they are read already; `points` the
    paragraphs that are items of lists, which are chosen only where there is too little else, and `never`
    those that are not: of block quotations, as another says them, and rows of tables.
    """
    features = [_features(sentence, words) for sentence in sentences if sentence.kind is LineKind.BODY]
    inside = _inside_quotation(sentences)
    usable = [item for item in features if _usable(item) and item.sentence.paragraph not in never]
    told = [item for item in usable if item.sentence.paragraph not in points]
    usable = told if len(told) >= count else usable
    scores = _scores(usable, features, headline, inside)
    return tuple(sorted(item.sentence.index for item in _greedy(usable, scores, count)))


def content_terms(text: str) -> Counter[str]:
    """Count the content words of a text by their stem: folded, function words left out."""
    return Counter(_counted(_WORD.findall(fold(text))))


def _counted(words: Sequence[str]) -> Terms:
    terms = list(filter(None, map(_TERMS.__getitem__, words)))
    counts = dict.fromkeys(terms, 1)
    if len(counts) < len(terms):
        counts = dict.fromkeys(terms, 0)
        for term in terms:
            counts[term] += 1
    return counts


def likeness(one: Terms, other: Terms) -> float:
    """Cosine of two texts' terms, 0 to 1."""
    return _cosine(one, _norm(one), other, _norm(other))


def _features(sentence: Sentence, words: Tokens | None) -> _Features:
    if words is None:
        terms = _counted(_WORD.findall(fold(sentence.text)))
    else:
        first, last = words.words_in(sentence.span)
        terms = _counted(words.words[first:last])
    return _Features(sentence, len(sentence.text.split()), terms, _norm(terms))


def _usable(item: _Features) -> bool:
    """Whether a sentence can stand in a summary at all."""
    text = item.sentence.text
    if not item.terms or _QUESTION.search(text) or text.rstrip().endswith(":"):
        return False
    if item.words > _table()["stub_words"]:
        return True
    return bool(_STOPPED.search(text)) and not _is_dateline(text)


def _is_dateline(text: str) -> bool:
    """Whether a short sentence only says where and when: `موسكو، 8 نوفمبر.`."""
    day = _DIGIT.search(text)
    if day is None or len(text[: day.start()].split()) > _table()["dateline_words"]:
        return False
    rest = text[day.start() :].rstrip(" .")
    words = _LETTERS.findall(rest)
    return read_stamp(rest) is not None or (bool(words) and is_of_dates(" ".join(words)))


def _scores(
    usable: list[_Features], features: list[_Features], headline: str | None, inside: frozenset[int]
) -> list[float]:
    weights = _table()["weights"]
    centre = _centre(features)
    centre_norm = _norm(centre)
    title = content_terms(headline or "")
    title_norm = _norm(title)
    first = features[0].sentence.index if features else 0
    place = {item.sentence.index: number for number, item in enumerate(features)}
    last = max(1, len(features) - 1)
    full = _table()["full"]
    scores = []
    for item in usable:
        index = item.sentence.index
        score = weights["first"] * (index == first) + weights["position"] * place[index] / last
        score += weights["centrality"] * _centrality(item, centre) / centre_norm
        score += weights["headline"] * _cosine(title, title_norm, item.terms, item.norm)
        score += weights["fullness"] * min(1.0, item.words / full)
        score += weights["leaning"] * _leans(item.sentence.text)
        score += weights["inside_quotation"] * (index in inside)
        scores.append(score)
    return scores


def _greedy(usable: list[_Features], scores: list[float], count: int) -> list[_Features]:
    """The best `count`, each paying for its likeness to those before; the earlier wins a tie."""
    weight, repeat = _table()["weights"]["redundancy"], _table()["repeat"]
    chosen: list[_Features] = []
    likest = [0.0] * len(usable)
    left = list(range(len(usable)))
    while left and len(chosen) < count:
        best = max(left, key=lambda number: (scores[number] + weight * likest[number], -number))
        item = usable[best]
        chosen.append(item)
        if len(chosen) == count:
            break
        for number in left:
            other = usable[number]
            alike = _cosine(item.terms, item.norm, other.terms, other.norm)
            likest[number] = max(likest[number], alike)
        left = [number for number in left if number != best and likest[number] < repeat]
    return chosen


def _centre(features: list[_Features]) -> dict[str, float]:
    """Sum of the sentences' unit vectors."""
    centre: dict[str, float] = {}
    for item in features:
        for term, times in item.terms.items():
            centre[term] = centre.get(term, 0.0) + times / item.norm
    return centre


def _centrality(item: _Features, centre: dict[str, float]) -> float:
    return sum([times * centre[term] for term, times in item.terms.items()]) / item.norm


def _inside_quotation(sentences: Sequence[Sentence]) -> frozenset[int]:
    """Indexes of the sentences that begin inside a quotation opened earlier in their paragraph."""
    inside: set[int] = set()
    paragraph, depth, straight = -1, 0, False
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            paragraph, depth, straight = sentence.paragraph, 0, False
        if depth > 0 or straight:
            inside.add(sentence.index)
        text = sentence.text
        depth += sum(map(text.count, _OPENING)) - sum(map(text.count, _CLOSING))
        straight ^= text.count('"') % 2 == 1
    return frozenset(inside)


def _leans(text: str) -> bool:
    word = _FIRST.search(text)
    return word is not None and fold(word[0]) in _lists().leaning


def _norm(terms: Mapping[str, float]) -> float:
    return math.hypot(*terms.values())


def _cosine(one: Terms, one_norm: float, other: Terms, other_norm: float) -> float:
    if not one_norm or not other_norm:
        return 0.0
    shared = sum([times * other[term] for term, times in one.items() if term in other])
    return shared / (one_norm * other_norm)


@dataclass(frozen=True, slots=True)
class _Lists:
    function: frozenset[str]
    leaning: frozenset[str]
    prefixes: tuple[str, ...]
    particles: str
    suffixes: tuple[str, ...]


def _term(word: str) -> str:
    """A light stem of a folded word: no article, no particle, no common ending; empty for a function word."""
    lists = _lists()
    if word in lists.function:
        return ""
    prefix = next(
        (item for item in lists.prefixes if word.startswith(item) and len(word) - len(item) > 2), ""
    )
    if not prefix and word[0] in lists.particles and len(word) > 4:
        prefix = word[0]
    word = word[len(prefix) :]
    suffix = next((item for item in lists.suffixes if word.endswith(item) and len(word) - len(item) > 2), "")
    return word[: len(word) - len(suffix)]


_TERMS = Memo(_term)
"""The stem of each folded word."""


def _table() -> Any:
    return default_rules().table("summary")


@cache
def _lists() -> _Lists:
    table = _table()
    return _Lists(
        function=frozenset(map(fold, table["function_words"])),
        leaning=frozenset(map(fold, table["leaning"])),
        prefixes=tuple(table["prefixes"]),
        particles=table["particles"],
        suffixes=tuple(map(fold, table["suffixes"])),
    )

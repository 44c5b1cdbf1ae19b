"""Persons who only bear a known one's name, as their trade says: `الطبيب X`, `X، وهو مزارع`.

Pure; the trades are data, `rules/trades.yml`. What the known one is, his description in the vocabulary says.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from digest.model import EntityKind
from digest.names.context import Candidate, Context
from digest.names.lexicon import Hit, name_words
from digest.names.tokens import attached, stems
from digest.names.wordlists import with_article, words_of
from digest.names.words import DEFINITE, TITLE
from digest.rules import default_rules
from digest.text import KEPT_WORDS
from digest.vocabulary import Vocabulary

Item = Hit | Candidate
_TITLES = 3
"""Titles and adjectives that may stand between a trade and a name."""
_NEAR = _TITLES + 1
"""Words on either side of a name among which a trade stands."""
RULE = "namesake"
"""What finds such a person."""


def tell_namesakes(found: list[Item], context: Context, vocabulary: Vocabulary) -> list[Item]:
    """Make unknown persons of the known ones whom the text gives a trade that is not theirs.

    Whom the text brings in so is the other one everywhere but behind the known one's title.
    """
    persons = context.persons
    full = [at for at, item in enumerate(found) if item.last - item.first > 1 and item.id in persons]
    words, trades = context.words, _forms()
    told: set[int] = set()
    for at in full:
        item = found[at]
        beside = words[max(0, item.first - _NEAR) : item.first] + words[item.last : item.last + _NEAR]
        if not trades.isdisjoint(beside) and _is_other(item, context, vocabulary):
            told.add(at)
    if not told:
        return found
    first: dict[str, int] = {}
    for at in full:
        first.setdefault(found[at].id, at)
    others = {found[at].id for at in told if first[found[at].id] == at}
    told.update(
        at for at in full if found[at].id in others and not _is_titled(found[at], context, vocabulary)
    )
    return [_unknown(item, context) if at in told else item for at, item in enumerate(found)]


def _unknown(item: Item, context: Context) -> Candidate:
    return context.candidate(item.first, item.last, EntityKind.PERSON, RULE, (item.skip, item.stem))


def _is_titled(item: Item, context: Context, vocabulary: Vocabulary) -> bool:
    """Whether a known person's own title stands right before the name."""
    before = item.first - 1
    titled = context.joined[item.first] and context.flags[before] & TITLE
    return bool(titled) and _plain(context.words[before]) in _described(item.id, vocabulary)


def _is_other(item: Item, context: Context, vocabulary: Vocabulary) -> bool:
    told = (*_before(item.first, context), *_after(item.last, context))
    return any(_described(item.id, vocabulary).isdisjoint(fitting) for fitting in told)


def _before(first: int, context: Context) -> Iterator[frozenset[str]]:
    """Yield what fits the trade before a name: `الطبيب السوري X`, `مدير المدرسة السيد X`."""
    words, joined, flags, at = context.words, context.joined, context.flags, first - 1
    for _ in range(_TITLES):
        if at < 0 or not joined[at + 1]:
            return
        if flags[at] & DEFINITE and words[at] not in _words("address"):
            trade = _trades().get(_plain(words[at]))
            if trade is None and joined[at] and not flags[at] & TITLE:
                trade = _of(at - 1, context)
        else:
            trade = None
        if trade := trade or (_kept_at(at - 1, context) if joined[at] else None):
            yield trade
            return
        if not flags[at] & TITLE and not context.nationality(at):
            return
        at -= 1


def _after(last: int, context: Context) -> Iterator[frozenset[str]]:
    """Yield what fits the trade behind a name: `X، وهو مزارع`, `X مدير المصنع`, `X أستاذ القانون`."""
    words, at = context.words, last
    aside = not context.joined[at]
    if at >= len(words) or (aside and context.tokens.before(at).strip() not in ("،", ",")):
        return
    told = words[at] in _words("who")
    at += told
    if at >= len(words) or (told and not context.joined[at]):
        return
    trade = _kept_at(at, context)
    if trade is None and (told or aside or (context.joined[at + 1] and context.flags[at + 1] & DEFINITE)):
        trade = _of(at, context, told=told)
    if trade:
        yield trade


def _of(at: int, context: Context, *, told: bool = False) -> frozenset[str] | None:
    """Return what fits the trade at a word without the article."""
    word = context.words[at]
    if context.flags[at] & DEFINITE or (not told and word in _words("unsure")):
        return None
    return _trades().get(_plain(word))


def _kept_at(at: int, context: Context) -> frozenset[str] | None:
    """Return what fits the keeper of a place who is named at a word: `مدير مدرسة`, `إمام المسجد`."""
    if at < 0 or at + 1 >= len(context.words) or not context.joined[at + 1]:
        return None
    if _plain(context.words[at + 1]) not in _kept():
        return None
    return _keepers().get(_plain(context.words[at]))


@lru_cache(maxsize=KEPT_WORDS)
def _plain(word: str) -> str:
    """Return a word without particles, article and feminine ending, where that is a trade or its place."""
    known = _trades().keys() | _keepers().keys() | _kept()
    for _, stem in stems(word):
        bare = stem.removeprefix("ال")
        for form in (bare, bare.removesuffix("ه")):
            if form in known:
                return form
    return word.removeprefix("ال").removesuffix("ه")


@lru_cache(maxsize=1024)
def _described(owner: str, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the words that say who a person is, as trades are listed."""
    return frozenset(map(_plain, name_words(vocabulary.entries[owner].ar_description or "")))


@cache
def _forms() -> frozenset[str]:
    """Return every word that says a trade, with the article, particles and endings that it may have."""
    bare = [form for trade in (*_trades(), *_keepers()) for form in (trade, trade + "ه")]
    return frozenset[str]().union(*map(attached, with_article(bare)))


@cache
def _trades() -> dict[str, frozenset[str]]:
    """Each trade to the words of a description that fit it."""
    return {word: fitting for group in _table()["groups"] for word, fitting in _fitting(group)}


@cache
def _keepers() -> dict[str, frozenset[str]]:
    return dict(_fitting(_table()["keepers"]))


def _fitting(group: dict[str, str]) -> Iterator[tuple[str, frozenset[str]]]:
    trades = words_of(group["words"])
    fitting = frozenset([*trades, *words_of(group["also"])])
    yield from ((trade, fitting) for trade in trades)


@cache
def _kept() -> frozenset[str]:
    return frozenset(word.removesuffix("ه") for word in words_of(_table()["kept"])) | _words("kept")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(words_of(_table()[key]))


def _table() -> dict[str, Any]:
    table: dict[str, Any] = default_rules().table("trades")
    return table

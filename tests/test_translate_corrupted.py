"""What the checks say of the five articles' pairs, which are good, and of the same pairs, broken."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from digest.rules import default_rules
from digest.translate import Level
from digest.translate.context import Context, article_contexts
from digest.vocabulary import Vocabulary, load_vocabulary
from tests.own import own_digest

ROOT = Path(__file__).parent.parent


class Pair(NamedTuple):
    ar: str
    en: str
    context: Context

    def caught(self, en: str) -> bool:
        return any(item.level is not Level.INFO for item in self.context.check(self.ar, en))


@cache
def vocabulary() -> Vocabulary:
    return load_vocabulary(ROOT / "content" / "vocabulary")


@cache
def good_pairs() -> tuple[Pair, ...]:
    pairs = []
    for article in own_digest().articles:
        contexts = article_contexts(article, own_digest().vocabulary)
        for item in article.translations:
            assert item.en
            pairs.append(Pair(item.segment.ar, item.en, contexts.get(item.segment.id, Context())))
    return tuple(pairs)


def test_good_pairs_pass() -> None:
    findings = [item for ar, en, context in good_pairs() for item in context.check(ar, en)]
    assert [item for item in findings if item.level is Level.ERROR] == []
    warned = [item for item in findings if item.level is Level.WARNING]
    assert len(warned) <= 0.04 * len(good_pairs()), warned


def change_number(pair: Pair, chance: random.Random) -> str | None:
    numbers = list(re.finditer(r"\d+", pair.en))
    if not numbers:
        return None
    match = chance.choice(numbers)
    other = str(int(match[0]) + chance.choice([1, 2, 7, 10, 100]))
    return pair.en[: match.start()] + other + pair.en[match.end() :]


def cut(pair: Pair, chance: random.Random) -> str | None:
    """Three to five words of ten are gone, from the beginning, the middle or the end."""
    words = pair.en.split()
    gone = round(len(words) * chance.uniform(0.3, 0.5))
    start = chance.randrange(len(words) - gone + 1)
    return " ".join([*words[:start], *words[start + gone :]]) if len(words) >= 12 else None


def swap_name(pair: Pair, chance: random.Random) -> str | None:
    """One of the names most like it stands for a name: of its kind, with its first letter, as long."""
    there = [name for name in pair.context.names if name.en and name.en in pair.en]
    if not there:
        return None
    old = chance.choice(there)
    own = old.en or ""
    others = {item.en for item in vocabulary().entries.values() if item.kind is old.kind and item.en}
    new = sorted(
        others - {name for name in others if name in pair.en},
        key=lambda name: (name.split()[-1][0] != own.split()[-1][0], abs(len(name) - len(own)), name),
    )
    return pair.en.replace(own, chance.choice(new[:8]))


def change_date(pair: Pair, chance: random.Random) -> str | None:
    """Another month or another day of the week."""
    if not pair.context.dates:
        return None
    table = default_rules().table("translation")
    for words in (table["months"]["gregorian"], table["weekdays"]):
        names = [forms[0].capitalize() for forms in words.values()]
        there = [name for name in names if re.search(rf"\b{name}\b", pair.en)]
        if there:
            old = chance.choice(there)
            return re.sub(rf"\b{old}\b", chance.choice([name for name in names if name != old]), pair.en)
    return None


def leave_arabic(pair: Pair, chance: random.Random) -> str | None:
    words = pair.en.split()
    left = [word for word in pair.ar.split() if len(word) > 2]
    words[chance.randrange(len(words))] = chance.choice(left)
    return " ".join(words)


def repeat_word(pair: Pair, chance: random.Random) -> str | None:
    words = pair.en.split()
    place = chance.randrange(len(words))
    word = words[place].strip("“”.,:;")
    return " ".join([*words[:place], *[word] * chance.choice([1, 2, 3]), *words[place:]])


def unescape(pair: Pair, chance: random.Random) -> str | None:
    entity = chance.choice(["&#39;", "&quot;", "&amp;", "&#x27;"])
    return re.sub("[’“”]", entity, pair.en)


CORRUPTIONS: dict[Callable[[Pair, random.Random], str | None], float] = {
    change_number: 0.95,
    cut: 0.85,
    swap_name: 0.9,
    change_date: 0.95,
    leave_arabic: 0.97,
    repeat_word: 0.95,
    unescape: 1.0,
}
"""The ways to break a pair, each with the share of broken ones that is caught at least."""


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_of_two_hundred_broken_pairs_nearly_all_are_caught(seed: int) -> None:
    chance = random.Random(seed)
    missed: list[tuple[str, str]] = []
    counts: Counter[str] = Counter()
    corruptions = list(CORRUPTIONS)
    while counts.total() < 200:
        corrupt = corruptions[counts.total() % len(corruptions)]
        pair = chance.choice(good_pairs())
        broken = corrupt(pair, chance)
        if broken is None or broken == pair.en:
            continue
        counts[corrupt.__name__] += 1
        if not pair.caught(broken):
            missed.append((corrupt.__name__, broken))
    assert min(counts.values()) >= 28
    assert len(missed) <= 0.05 * 200, missed


@pytest.mark.parametrize("corrupt", CORRUPTIONS, ids=lambda corrupt: corrupt.__name__)
def test_of_each_kind_of_fault_enough_are_caught(corrupt: Callable[..., str | None]) -> None:
    chance = random.Random(7)
    broken = [(pair, corrupt(pair, chance)) for pair in good_pairs() for _ in range(4)]
    tried = [(pair, en) for pair, en in broken if en is not None and en != pair.en]
    caught = sum(pair.caught(en) for pair, en in tried)
    assert len(tried) >= 60
    assert caught >= CORRUPTIONS[corrupt] * len(tried), (caught, len(tried))

"""What the checks say of the five articles' pairs, which are good, and of the same pairs, broken."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import pytest

from digest.model import VocabularyEntry
from digest.names import find_mentions
from digest.translate import Level, check_pair, read_memory
from digest.vocabulary import Vocabulary, load_vocabulary

ROOT = Path(__file__).parent.parent


@cache
def vocabulary() -> Vocabulary:
    return load_vocabulary(ROOT / "content" / "vocabulary")


@cache
def good_pairs() -> tuple[tuple[str, str, tuple[VocabularyEntry, ...]], ...]:
    known = vocabulary()
    pairs = []
    for path in sorted((ROOT / "content" / "translations" / "en").glob("*.yml")):
        for item in read_memory(path).segments:
            ids = dict.fromkeys(mention.entity for mention in find_mentions(item.ar, known))
            names = tuple(known.entries[name] for name in ids if name in known.entries)
            pairs.append((item.ar, item.en, names))
    return tuple(pairs)


def is_caught(ar: str, en: str, names: Iterable[VocabularyEntry]) -> bool:
    return any(item.level is not Level.INFO for item in check_pair(ar, en, names=names))


def test_good_pairs_pass() -> None:
    findings = [item for ar, en, names in good_pairs() for item in check_pair(ar, en, names=names)]
    assert [item for item in findings if item.level is Level.ERROR] == []
    warned = [item for item in findings if item.level is Level.WARNING]
    assert len(warned) <= 0.04 * len(good_pairs()), warned


def change_number(en: str, chance: random.Random, _: str, __: Iterable[VocabularyEntry]) -> str | None:
    numbers = list(re.finditer(r"\d+", en))
    if not numbers:
        return None
    match = chance.choice(numbers)
    other = str(int(match[0]) + chance.choice([1, 2, 7, 10, 100]))
    return en[: match.start()] + other + en[match.end() :]


def cut(en: str, chance: random.Random, _: str, __: Iterable[VocabularyEntry]) -> str | None:
    words = en.split()
    kept = round(len(words) * chance.uniform(0.3, 0.7))
    return " ".join(words[:kept]) if len(words) >= 12 else None


def swap_name(en: str, chance: random.Random, _: str, names: Iterable[VocabularyEntry]) -> str | None:
    there = [name for name in names if name.en and name.en in en]
    if not there:
        return None
    old = chance.choice(there)
    others = [item.en for item in vocabulary().entries.values() if item.kind is old.kind and item.en]
    new = chance.choice([name for name in others if name not in en])
    return en.replace(old.en or "", new)


def leave_arabic(en: str, chance: random.Random, ar: str, _: Iterable[VocabularyEntry]) -> str | None:
    words = en.split()
    words[chance.randrange(len(words))] = chance.choice([word for word in ar.split() if len(word) > 2])
    return " ".join(words)


def repeat_word(en: str, chance: random.Random, _: str, __: Iterable[VocabularyEntry]) -> str | None:
    words = en.split()
    place = chance.randrange(len(words))
    word = words[place].strip("“”.,:;")
    return " ".join([*words[:place], *[word] * chance.choice([1, 2, 3]), *words[place:]])


def unescape(en: str, chance: random.Random, _: str, __: Iterable[VocabularyEntry]) -> str | None:
    entity = chance.choice(["&#39;", "&quot;", "&amp;", "&#x27;"])
    marked = re.sub("[’“”]", entity, en)
    return marked if marked != en else None


CORRUPTIONS: tuple[Callable[..., str | None], ...] = (
    change_number,
    cut,
    swap_name,
    leave_arabic,
    repeat_word,
    unescape,
)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_of_two_hundred_broken_pairs_nearly_all_are_caught(seed: int) -> None:
    chance = random.Random(seed)
    missed: list[tuple[str, str]] = []
    counts: Counter[str] = Counter()
    while counts.total() < 200:
        corrupt = CORRUPTIONS[counts.total() % len(CORRUPTIONS)]
        ar, en, names = chance.choice(good_pairs())
        broken = corrupt(en, chance, ar, names)
        if broken is None or broken == en:
            continue
        counts[corrupt.__name__] += 1
        if not is_caught(ar, broken, names):
            missed.append((corrupt.__name__, broken))
    assert min(counts.values()) >= 30
    assert len(missed) <= 0.05 * 200, missed

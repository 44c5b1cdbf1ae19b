"""Measures names and topics against the size of the vocabulary: `python -m tests.bench.lookup [N] [RUNS]`.

The same N (200) articles are read with 2,000 entries and with 100,000. All but those 2,000 are made: nothing
in a text is their name, much in it begins one. CPU, medians of RUNS (5), the two in turn; compiling is
not counted.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from digest.clean import clean_seed
from digest.extract import extract_fields
from digest.model import Entity, EntityKind, Extract, Sentence, TopicScore, VocabularyEntry
from digest.names import Tokens, find_names, read_words
from digest.seeds import seed_from_bytes
from digest.sentences import split_document
from digest.topics import choose_topics
from digest.vocabulary import Vocabulary, load_vocabulary
from tests.bench.archive import ROOT, archive

FEW, MANY = 2_000, 100_000
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_KINDS = (*[EntityKind.PERSON] * 6, *[EntityKind.ORGANISATION] * 2, EntityKind.PLACE, EntityKind.TOPIC)

Found = tuple[tuple[Entity, ...], tuple[TopicScore, ...]]


class Page(NamedTuple):
    """An article as names and topics read it."""

    words: Tokens
    extract: Extract
    sentences: tuple[Sentence, ...]

    def read(self, vocabulary: Vocabulary) -> Found:
        """Find its names and choose its topics."""
        entities = find_names(self.words, vocabulary)
        return entities, choose_topics(self.words, self.extract, self.sentences, entities, vocabulary)


def vocabularies() -> tuple[Vocabulary, Vocabulary]:
    """The small vocabulary and the large one that has all of it; the same in every run."""
    real = sorted(load_vocabulary(ROOT / "content" / "vocabulary").entries.values(), key=lambda one: one.id)
    topics = [entry for entry in real if entry.kind is EntityKind.TOPIC]
    others = [entry for entry in real if entry.kind is not EntityKind.TOPIC]
    few = {one.id: one for one in (*topics, *random.Random(9).sample(others, FEW - len(topics)))}
    begins = [name.split()[0] for entry in real for name in (entry.ar, *entry.terms)]
    made = {entry.id: entry for entry in islice(_made(begins), MANY - FEW)}
    return Vocabulary(few), Vocabulary({**few, **made})


def _made(begins: list[str]) -> Iterator[VocabularyEntry]:
    """Entries whose names begin as real ones do and go on with words that no text has."""
    dice, number = random.Random(9), 0
    while True:
        number += 1
        rest = " ".join("ظ" + "".join(dice.choices(_LETTERS, k=5)) for _ in range(dice.randint(1, 2)))
        first = dice.choice(begins) if number % 2 else "ظ" + "".join(dice.choices(_LETTERS, k=5))
        yield VocabularyEntry(f"made-{number}", dice.choice(_KINDS), f"{first} {rest}", f"Made {number}")


def pages(count: int) -> list[Page]:
    """The articles."""
    found = []
    for name, text in archive(count):
        document = clean_seed(seed_from_bytes(text.encode(), name))
        extract = extract_fields(document)
        fields = [item.span for item in (extract.headline, extract.deck) if item and item.span]
        found.append(Page(read_words(document, fields), extract, split_document(document)))
    return found


def main(count: int = 200, runs: int = 5) -> None:
    """Measure and print the medians."""
    articles = pages(count)
    both = vocabularies()
    spent: tuple[list[float], list[float]] = ([], [])
    found: list[list[Found]] = [[page.read(vocabulary) for page in articles] for vocabulary in both]
    assert [names for names, _ in found[0]] == [names for names, _ in found[1]]
    for _ in range(runs):
        for vocabulary, seconds in zip(both, spent, strict=True):
            start = time.process_time()
            for page in articles:
                page.read(vocabulary)
            seconds.append(time.process_time() - start)
    print("| names and topics | CPU ms an article |\n|---|---|")
    for vocabulary, seconds in zip(both, spent, strict=True):
        print(f"| {len(vocabulary.entries):,} entries | {statistics.median(seconds) / count * 1000:.2f} |")
    ratio = statistics.median(more / less for less, more in zip(*spent, strict=True))
    print(f"| ratio, median of {runs} pairs | {ratio:.2f} |")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

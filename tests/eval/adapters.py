"""The package behind the plain signatures that the scorers in `../shared/eval` call; public API only."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from digest.model import LineKind, Sentence
from digest.names import find_mentions
from digest.sentences import split_sentences
from digest.summary import choose_summary
from digest.vocabulary import Vocabulary, load_vocabulary


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [text[span.start : span.end] for span in split_sentences(text)]


def summary(text: str, n_sentences: int) -> list[str]:
    """The sentences of a summary of `n_sentences`, in reading order."""
    found = [
        Sentence(index, text.count("\n", 0, span.start), LineKind.BODY, span, text[span.start : span.end])
        for index, span in enumerate(split_sentences(text))
    ]
    return [found[index].text for index in choose_summary(found, count=n_sentences)]


def entities(text: str) -> list[tuple[int, int, str]]:
    """The names of a text: start, end and PER, LOC or ORG."""
    types = {"person": "PER", "place": "LOC", "organisation": "ORG", "outlet": "ORG"}
    return [
        (mention.span.start, mention.span.end, types[mention.kind.value])
        for mention in find_mentions(text, _vocabulary())
        if mention.kind.value in types
    ]


def names(arabic: str, type: str) -> str | None:  # noqa: A002 - the scorer's name for it
    """The English of an Arabic name."""
    entry = _vocabulary().find(arabic)
    return entry.en if entry else None


@cache
def _vocabulary() -> Vocabulary:
    return load_vocabulary(Path(__file__).parents[2] / "content" / "vocabulary")

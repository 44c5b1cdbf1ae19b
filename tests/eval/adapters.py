"""The package behind the plain signatures that the scorers in `../shared/eval` call; public API only."""

from __future__ import annotations

from digest.model import LineKind, Sentence
from digest.sentences import split_sentences
from digest.summary import choose_summary


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

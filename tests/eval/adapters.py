"""The package behind the plain signatures that the scorers in `../shared/eval` call; public API only."""

from __future__ import annotations

from digest.sentences import split_sentences


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [text[span.start : span.end] for span in split_sentences(text)]

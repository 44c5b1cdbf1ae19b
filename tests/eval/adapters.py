"""The package behind the plain signatures that the scorers in `../shared/eval` call; public API only."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from digest.clean import clean_seed
from digest.dates import find_dates
from digest.errors import SeedError
from digest.extract import extract_fields
from digest.model import LineKind, Sentence
from digest.names import find_mentions
from digest.seeds import seed_from_bytes
from digest.sentences import split_sentences
from digest.summary import choose_summary
from digest.text import single_spaced
from digest.vocabulary import Vocabulary, load_vocabulary


def extraction(raw: str | bytes, filename: str) -> dict[str, Any]:
    """The article of a page: its fields and the paragraphs of its body; empty where there is none."""
    data = raw.encode("utf-8") if isinstance(raw, str) else raw
    try:
        document = clean_seed(seed_from_bytes(data, filename))
    except SeedError:
        return {}
    fields = extract_fields(document)
    result: dict[str, Any] = {
        "headline": None if fields.headline.derived else fields.headline.text,
        "published": fields.stated_date.text if fields.stated_date else None,
        "body": [
            single_spaced(document.text[part.span.start : part.span.end])
            for part in document.paragraphs
            if part.kind is not LineKind.CAPTION
        ],
        "embedded": list(document.embedded),
    }
    for name in ("deck", "byline", "source"):
        field = getattr(fields, name)
        result[name] = field.text if field else None
    return result


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [text[span.start : span.end] for span in split_sentences(text)]


def temporal(text: str, reference_date: str) -> list[tuple[int, int, str]]:
    """The dates of a text: start, end and EDTF value."""
    found = find_dates(text, reference_date)
    return [(one.start, one.end, one.edtf) for one in found if one.edtf]


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


def names(arabic: str, type: str) -> str | None:  # noqa: A002, ARG001 - the scorer's name; every kind is one
    """The English of an Arabic name."""
    entry = _vocabulary().find(arabic)
    return entry.en if entry else None


@cache
def _vocabulary() -> Vocabulary:
    return load_vocabulary(Path(__file__).parents[2] / "content" / "vocabulary")

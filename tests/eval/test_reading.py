"""Reading over all texts of the evaluation: cleaning twice changes nothing, no word of a page is lost."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from digest.clean import clean_seed
from digest.errors import SeedError
from digest.extract import extract_fields
from digest.model import Document, LineKind
from digest.seeds import seed_from_bytes
from digest.text import single_spaced
from tests.leftout import told_again, unaccounted

KEPT = (
    LineKind.HEADLINE,
    LineKind.DECK,
    LineKind.BYLINE,
    LineKind.SUBHEAD,
    LineKind.BODY,
    LineKind.CAPTION,
)


def documents(folder: Path, *names: str) -> Iterator[tuple[str, Document]]:
    """Every text of these folders, and every raw one, in which there is an article, read."""
    with gzip.open(folder / "raw_articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [(f"{item['id']}.txt", item["text"].encode()) for item in map(json.loads, lines)]
    for name in names:
        texts += [(path.name, path.read_bytes()) for path in sorted((folder / name).iterdir())]
    for name, data in texts:
        try:
            yield name, clean_seed(seed_from_bytes(data, name))
        except SeedError:
            continue


def _told(document: Document) -> list[str]:
    """The text of an article: each line with its kind, a block's paragraphs as one."""
    return [
        f"{line.kind}: {single_spaced(document.text[line.span.start : line.span.end])}"
        for line in document.lines
        if line.kind in KEPT
    ]


def test_cleaning_twice_changes_nothing(shared_eval: Path) -> None:
    changed, count = [], 0
    # Not HTML, whose markup says what the text of its article does not.
    for name, document in documents(shared_eval, "articles"):
        count += 1
        text = "\n\n".join(told.partition(": ")[2] for told in _told(document))
        again = clean_seed(seed_from_bytes(text.encode(), "a.txt"))
        if _told(again) != _told(document):
            changed.append(name)
    assert count > 400
    assert changed == []


def _paragraphs(document: Document) -> list[str]:
    """What a reader sees of the text, a paragraph each."""
    shown = (part for part in document.paragraphs if part.kind in (LineKind.BODY, LineKind.SUBHEAD))
    return [single_spaced(document.text[part.span.start : part.span.end]) for part in shown]


def test_paragraphs_saved_as_they_are_shown_stay_as_they_are(shared_eval: Path) -> None:
    changed, count = [], 0
    for name, document in documents(shared_eval, "articles"):
        count += 1
        head = [told.partition(": ")[2] for told in _told(document) if told.startswith(_OF_HEAD)]
        text = "\n\n".join((*head, *_paragraphs(document)))
        again = clean_seed(seed_from_bytes(text.encode(), "a.txt"))
        if _paragraphs(again) != _paragraphs(document):
            changed.append(name)
    assert count > 400
    assert changed == []


_OF_HEAD = tuple(f"{kind}: " for kind in (LineKind.HEADLINE, LineKind.DECK, LineKind.BYLINE))


def test_lines_saved_with_the_blanks_of_what_was_cut_lose_nothing(shared_eval: Path) -> None:
    changed, count = [], 0
    for name, document in documents(shared_eval, "articles"):
        count += 1
        kept = (line.span for line in document.lines if line.kind in KEPT)
        text = "\n\n".join(document.text[span.start : span.end].strip() for span in kept)
        again = clean_seed(seed_from_bytes(text.encode(), "a.txt"))
        if " ".join(_paragraphs(again)) != " ".join(_paragraphs(document)):
            changed.append(name)
    assert count > 400
    assert changed == []


def test_every_word_is_in_the_article_or_left_out_once(shared_eval: Path) -> None:
    lost, twice = dict[str, str](), dict[str, list[str]]()
    for name, document in documents(shared_eval, "articles", "html"):
        extract = extract_fields(document)
        if words := unaccounted(document, extract):
            lost[name] = words
        if again := told_again(document, extract):
            twice[name] = again
    assert lost == {}
    assert twice == {}

"""Takes what a site says of itself or of the writer below the text off the body's end. Pure.

`… صحيفة مستقلة تأسست عام 2004`; `عن الكاتب` and a life. What an outlet's name is made of, the verbs, and the
words for a writer are in `rules/fields.yml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from digest.clean.fields.everyday import is_everyday, is_verb
from digest.clean.fields.outlets import founding, publishing, rights_names
from digest.clean.prose import addresses, announces, goes_on, stems
from digest.clean.rows import Row, make_row, words_of
from digest.model import BODY, KEPT_KINDS, SUBHEAD, LineKind
from digest.rules import default_rules
from digest.text import fold

_ABOUT = "position.about-outlet"
_LONGEST_NAME, _REACH = 5, 3
"""Words of a name; those behind it in which the word stands that says what bears it."""


def drop_about(units: Sequence[Row], first: int, last: int, site: str | None) -> int:
    """Mark what the outlet says of itself in the body's last row; returns the row with which it then ends.

    `site` is the name that the markup states. An article whose headline has the name is about the outlet.
    """
    above = next((row for row in reversed(range(first, last)) if units[row].kind is LineKind.BODY), None)
    if above is None or not _describes(units[last].words):
        return last
    row, titles = units[last], [row.core for row in units if row.kind is LineKind.HEADLINE]
    for name in _names(units, site):
        told = any(name in title for title in titles)
        behind = row.words[len(name.split()) :][:_REACH]
        if row.core.startswith(f"{name} ") and not (told or publishing().isdisjoint(behind)):
            row.mark(LineKind.FURNITURE, _ABOUT)
            return above
    return last


def drop_writer(units: Sequence[Row], first: int, last: int) -> int:
    """Mark the writer's life below a heading for it at the body's end; returns the row with which that ends.

    An article that speaks of a writer itself may close with that one's life: a review of a book.
    """
    for index in range(last, max(first, last - _LIFE) - 1, -1):
        row, told = units[index], units[first:index]
        if not (_heads_life(row) if index < last else _opens_life(row)):
            continue
        above = [place for place in range(first, index) if units[place].kind is LineKind.BODY]
        if len(above) <= last - index or any(not _writing().isdisjoint(stems(other)) for other in told):
            return last
        for other in units[index : last + 1]:
            if other.kind in KEPT_KINDS:
                other.mark(LineKind.FURNITURE, "position.about-writer")
        return above[-1]
    return last


_LIFE, _WORDS_OF_HEAD, _LONGEST_HEAD = 3, 4, 40
"""Rows of a writer's life; words and characters of its heading."""


def _heads_life(row: Row) -> bool:
    """Whether a line above others says that a writer's life follows: `عن الكاتب`, `المؤلف في سطور:`."""
    alone = row.kind is SUBHEAD or (row.kind is BODY and announces(row))
    return alone and not row.ends and _is_of_life(row.words)


def _opens_life(row: Row) -> bool:
    """Whether a paragraph opens with such words and a colon."""
    head, colon, _ = row.text.partition(":") if row.kind is BODY else ("", "", "")
    return bool(colon) and len(head) <= _LONGEST_HEAD and _is_of_life(words_of(head))


def _is_of_life(words: Sequence[str]) -> bool:
    rest = [word for word in words if word not in _writers()]
    return len(words) <= _WORDS_OF_HEAD and len(rest) == len(words) - 1 and _of_life().issuperset(rest)


@cache
def _writers() -> frozenset[str]:
    return frozenset(map(fold, default_rules().table("fields")["writers"]))


@cache
def _writing() -> frozenset[str]:
    return stems(make_row(" ".join(_writers())))


@cache
def _of_life() -> frozenset[str]:
    return frozenset(map(fold, default_rules().table("fields")["life_words"]))


def drop_pleas(units: Sequence[Row], first: int, last: int, site: str | None) -> None:
    """Mark what the outlet asks of its readers inside the text, and what heads that.

    Its name heads a paragraph to them, or stands in one below a line that asks to follow or to subscribe.
    """
    heads = [index for index in range(first + 1, last) if _may_head_plea(*units[index : index + 2])]
    names = [name for name in sure_names(units, site) if name] if heads else []
    for index in heads:
        head, text = units[index : index + 2]
        named = text if head.kind in _ASKING else head
        if _has_name(named, names) and _is_to_readers(text):
            head.mark(LineKind.FURNITURE, _ABOUT)
            text.mark(LineKind.FURNITURE, _ABOUT)


def _may_head_plea(head: Row, text: Row) -> bool:
    """Whether a few words, or a line that asks, stand right above a short paragraph."""
    plain = text.kind is BODY and text.size <= _LONGEST_PLEA and not (text.own or goes_on(text))
    few = head.kind in (SUBHEAD, BODY) and not head.ends and len(head.words) <= _OF_PLEA
    return plain and (few or head.kind in _ASKING)


_ASKING = frozenset({LineKind.SHARE, LineKind.FORM})
_LONGEST_PLEA, _OF_PLEA = 200, 6
"""Characters of what an outlet asks, and words of its heading."""
_PARTICLES = ("", "ل", "ب", "مع ", "في ", "و")


def _has_name(row: Row, names: Sequence[str]) -> bool:
    """Whether one of the names stands in a row, a particle before it perhaps."""
    return any(f" {particle}{name} " in f" {row.core} " for name in names for particle in _PARTICLES)


def _is_to_readers(row: Row) -> bool:
    """Whether a sentence speaks to many, or of "us" again and again, and quotes nobody: `إليكم`, `معنا`."""
    if any(mark in row.text for mark in _MARKS):
        return False
    plain = [
        word for word in row.words if len(word) >= _SHORTEST and not (is_everyday(word) or is_verb(word))
    ]
    ours = sum(word.endswith("نا") for word in plain)
    return addresses(row) or ours >= _OURS or any(word.endswith("كم") for word in plain)


_MARKS, _SHORTEST, _OURS = '"«“', 4, 2
"""Signs of a quotation; letters of a word with "your" or "our" at its end; how many speak of "us"."""


def _describes(words: Sequence[str]) -> bool:
    return not (founding().isdisjoint(words) or publishing().isdisjoint(words[: _LONGEST_NAME + _REACH]))


def _names(units: Sequence[Row], site: str | None) -> Iterator[str]:
    """The outlet's names, as rows' cores: of its line at the top, its rights, its markup."""
    yield from sure_names(units, site)
    if units[0].kind is not LineKind.HEADLINE and len(units[0].words) <= _LONGEST_NAME:
        yield units[0].core


def sure_names(units: Sequence[Row], site: str | None) -> Iterator[str]:
    """Those of its rights, its markup, and of what is known to be its line at the top."""
    yield from rights_names(units)
    yield " ".join(words_of(site or ""))
    for row in units:
        if row.rule == "source.masthead" and len(row.words) <= _LONGEST_NAME:
            yield row.core

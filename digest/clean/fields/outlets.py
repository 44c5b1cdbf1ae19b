"""Tells an outlet that no list knows: by how such names are made, by who holds a page's rights. Pure.

Only for lines that stand where credits stand; what a name is made of is in `rules/fields.yml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import takewhile

from digest.clean.fields.datewords import date_words
from digest.clean.fields.fieldwords import (
    describes_outlet,
    field_words,
    is_agency,
    is_label,
    is_name,
    is_place,
)
from digest.clean.fields.parts import split, trim
from digest.clean.prose import is_function_word
from digest.clean.rows import Row, words_of
from digest.model import LineKind, Span
from digest.rules import default_rules
from digest.text import fold, without_vowels

_LONGEST = 5
"""Words of an outlet's name."""
_LONGEST_OPENED = 3
"""Words of one that begins as outlets' names do: `صدى الضفة`."""
_WORD = re.compile(r"[^\W_]+")
_PIECES = re.compile(r"(?<!\s)\s++[-–—|]\s++|(?<=[^\W\d_]{2})\.\s+")
"""What parts who holds a page's rights from what the line says besides."""
_NUMBERED = re.compile(r"[^\W\d_]{3,}(\d{1,3})")
"""A name with its number glued to it: `أكادير24`."""
_ACRONYM = re.compile("(?:[A-Z]{2,5} [\u0621-\u064a ]+|[\u0621-\u064a ]+ [A-Z]{2,5})")
"""Capitals and Arabic words: `CNN الاقتصادية`."""


def outlet_keys(names: Iterable[str]) -> frozenset[str]:
    """Names of outlets, as their lines are compared with them: what `clean_seed` is given."""
    return frozenset(" ".join(words_of(name)) for name in names)


def is_known(piece: str, outlets: frozenset[str]) -> bool:
    """Whether a piece is one of such names, and no place."""
    return " ".join(words_of(piece)) in outlets and not is_place(piece)


def is_outlet(piece: str) -> bool:
    """Whether a piece is an outlet, known or made like one: `صدى الضفة`, `طنجة 24`, `تونس الرقمية`."""
    if is_agency(piece):
        return True
    words = words_of(piece)
    if len(words) == 1 and (glued := _NUMBERED.fullmatch(words[0])):
        return glued[1] in _names().numbers
    if not 2 <= len(words) <= _LONGEST or len(split(piece, 0)) != 1 or any(map(is_function_word, words)):
        return False
    if is_label(piece) or describes_outlet(words) or " ".join(words) in field_words().not_outlets:
        return False
    first, last = words[0], words[-1]
    return (
        (first in _names().heads and not words[1].isdigit())
        or (len(words) <= _LONGEST_OPENED and first in _names().openers and not _is_other(piece, words))
        or (len(words) <= _LONGEST_OPENED and _ACRONYM.fullmatch(piece.strip()) is not None)
        or (last in _names().numbers and not any(word.isdigit() for word in words[:-1]))
        or (len(words) == 2 and is_place(first) and last.startswith("ال") and not is_place(piece))
    )


def names_kind(word: str) -> bool:
    """Whether a folded word says what kind of outlet a name behind it is: `صحيفة`."""
    return word in _names().heads


def without_kind(name: str) -> tuple[str, ...]:
    """The folded words of an outlet's name without those for what it is: `صحيفة الأمل`, `الأمل نيوز`."""
    words = words_of(name)
    while words and words[0] in _names().heads:
        words = words[1:]
    while len(words) > 1 and words[-1] in field_words().outlet_words:
        words = words[:-1]
    return words


def _is_other(piece: str, words: Sequence[str]) -> bool:
    """Whether it is a person's name, or a section on a country (`أخبار سوريا`)."""
    return is_name(piece) or is_place(" ".join(words[1:]))


def rights_holder(text: str) -> Span | None:
    """Who holds a page's rights by its last lines: `© 2022 أوراق الضفة. جميع الحقوق محفوظة`."""
    plain = without_vowels(text)
    held = _held_in_piece(plain.text) or _holder(plain.text)
    return held and plain.marked(held.start, held.end)


def _held_in_piece(text: str) -> Span | None:
    """The holder in the piece that says so, of several: `© 2024 الضفة - جريدة أسبوعية مستقلة`."""
    cuts = [match.span() for match in _PIECES.finditer(text)]
    bounds = zip([0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)], strict=True)
    for start, end in bounds if cuts else ():
        told = "©" in text[start:end] or any(
            fold(word).lower() in _names().nouns for word in _WORD.findall(text[start:end])
        )
        if told and (held := _holder(text[start:end])):
            return Span(start + held.start, start + held.end)
    return None


def _holder(text: str) -> Span | None:
    words = list(_WORD.finditer(text))
    changed = _of_change(text, words)
    held = [
        match.span()
        for place, match in enumerate(words)
        if place not in changed and not is_of_rights(match[0])
    ]
    if held and (sign := text.find("©", *_ends(held))) >= 0:
        # Behind the sign stands a link: `صدى الضفة 2024 © سياسة الخصوصية`.
        return _holder(text[:sign])
    if not 1 <= len(held) <= _LONGEST:
        return None
    start, end = _ends(held)
    between = {fold(word) for word in _WORD.findall(text[start:end])}
    if len(between) > _LONGEST or not between.isdisjoint(_names().rights):
        return None
    # `محفوظة لصحيفة …`: the particle is no letter of the name.
    if text[start] == "ل" and fold(text[:start].rstrip(" ©")).endswith("محفوظه"):
        start += 1
        if text[start] in "لـ":
            return None
    span = trim(text, start, end)
    made = fold(_WORD.findall(text[start:end])[0]).lower() in _names().makers
    return span if span.length > _SHORTEST and not made else None


def _of_change(text: str, words: Sequence[re.Match[str]]) -> frozenset[int]:
    """The places of words that say when a page was changed last: `آخر تحديث 12/11/2024`, `تحديث: …`."""
    known, folded = date_words(), [fold(word[0]).lower() for word in words]
    for place, word in enumerate(folded):
        if word not in known.updated:
            continue
        of_dates = [near in known.known or near.isdigit() for near in folded]
        first = place - sum(1 for _ in takewhile(bool, reversed(of_dates[:place])))
        labelled = any(not near.isdigit() for near in folded[first:place])
        if labelled or text[words[place].end() :].lstrip().startswith(":"):
            after = place + sum(1 for _ in takewhile(bool, of_dates[place:]))
            return frozenset(range(first, after))
    return frozenset()


def _ends(spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return spans[0][0], spans[-1][1]


_SHORTEST = 2
RIGHTS = ("policy.rights", "shape.rights")
"""The rules of lines that say whose a page is."""


def own_names(units: Sequence[Row], first: int, headline: int, outlets: frozenset[str]) -> frozenset[str]:
    """The cores of the names that the page's lines of rights give, or that stand alone above the body.

    Above the headline a name of one word may be a section's (`الخليج`), and one of sections' words is (`الشرق
    الأوسط`).
    """
    alone = (
        row.core
        for index, row in enumerate(units[:first])
        if (
            (row.kind is None and (index > headline or len(row.words) > 1))
            or (not index and heads_menu(units))
        )
        and is_known(row.text, outlets)
    )
    return frozenset((*rights_names(units), *alone))


def heads_menu(units: Sequence[Row]) -> bool:
    """Whether the page's first line is a section's name, or a paper's (`الرأي`), above lines of a menu."""
    menu = (row.kind is LineKind.NAVIGATION for row in units[:_FEWEST_OF_MENU])
    return all(menu) and units[0].rule == "navigation.sections"


_FEWEST_OF_MENU = 3


def rights_names(units: Sequence[Row]) -> Iterator[str]:
    """The cores of the names that the page's lines of rights give."""
    for row in units:
        if row.rule in RIGHTS and (span := rights_holder(row.text)):
            yield " ".join(words_of(row.text[span.start : span.end]))


def is_of_rights(word: str) -> bool:
    """Whether a word is of a line about a page's rights, or a number."""
    folded = fold(word).lower()
    return folded in _names().rights or folded.isdigit()


@cache
def publishing() -> frozenset[str]:
    """Folded words for what publishes, as outlets describe themselves: `صحيفة`, `مؤسسة`."""
    table = default_rules().table("fields")
    return frozenset(map(fold, (*table["outlet_heads"], *table["publishers"])))


@cache
def founding() -> frozenset[str]:
    """Folded verbs by which a site says what it is and does: `تأسست`, `تصدر`."""
    return frozenset(map(fold, default_rules().table("fields")["founding_words"]))


def rights_words() -> frozenset[str]:
    """Folded words of lines about a page's rights."""
    return _names().rights


class _Names:
    """What outlets' names are made of, folded."""

    def __init__(self) -> None:
        table = default_rules().table("fields")

        def group(key: str) -> frozenset[str]:
            return frozenset(fold(word).lower() for word in table[key])

        self.heads, self.openers = group("outlet_heads"), group("outlet_openers")
        self.numbers, self.makers = group("outlet_numbers"), group("site_makers")
        self.rights, self.nouns = group("rights_words"), group("rights_nouns")


@cache
def _names() -> _Names:
    return _Names()

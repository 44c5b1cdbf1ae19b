"""Tells the descriptions of pictures between a text's paragraphs from its subheads. Pure; a pass of its own.

A subhead names what the paragraphs below it tell. A description says what is to be seen, when and where: it
opens as descriptions do, ends with its day, or has people do something or stand before something.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from digest.clean.fields.datelines import read_stamp
from digest.clean.fields.everyday import is_everyday, is_verb
from digest.clean.fields.things import is_crowd
from digest.clean.prose import MEDIUM, grade, is_function_word, joint_stems, shared
from digest.clean.rows import Row, words_of
from digest.model import BODY, SUBHEAD, LineKind
from digest.rules import default_rules
from digest.text import fold

_GUESSED = frozenset({"subhead.before-paragraph", "related.stranger"})
"""Rules by which a line is a subhead, or a title, for want of anything better."""
_LONGEST, _FEWEST, _WORDS_OF_DATED = 160, 4, 4
"""Characters and words of a description; words before its day."""
_WITH_STOP = 120
"""Characters of one that ends with a stop."""
_NEAR, _OF_ANYONE = 20, 5
"""Rows in which other subheads stand; words of a description of anyone or anything."""
_BELOW = 3
"""Paragraphs whose words a subhead has."""
_NO_END = ("؟", "!", ":", "،")
_SIDE = re.compile(r"\((?:(?:من|إلى) ال|ال)?(?:يمين|يسار)\)")
"""Where somebody stands in a picture."""
_DOING = re.compile(r"ي\w{2,6}[^يه\W]")
"""What may be a verb of one who does something, where no list knows it."""


def mark_pictures(units: Sequence[Row], first: int, last: int) -> None:
    """Mark the lines of a body that describe pictures and were taken for subheads, titles or sentences."""
    for index in range(first + 1, last + 1):
        row = units[index]
        if row.written or row.own is SUBHEAD or row.bullet or row.size > _LONGEST or row.tabular:
            continue
        if row.point is None and _shows(units, index, last):
            row.mark(LineKind.CAPTION, "caption.inside")


def _shows(units: Sequence[Row], index: int, last: int) -> bool:
    row = units[index]
    if row.rule == "body.markup":
        return not row.ends and _is_sure(row)
    return (row.rule in _GUESSED and _is_description(units, index, last)) or _is_stopped(row)


def _is_stopped(row: Row) -> bool:
    """Whether a short sentence without a verb opens as descriptions do: `جانب من … أمس.`."""
    short = row.kind is BODY and row.rule == "body.prose" and row.stops and row.size <= _WITH_STOP
    return short and _opens(row) and not any(map(is_verb, takewhile(_is_plain, row.words)))


def _is_plain(word: str) -> bool:
    return word not in _WHICH


_WHICH = ("الذي", "التي", "الذين")
"""Words behind which a verb is of what is described."""


def _is_description(units: Sequence[Row], index: int, last: int) -> bool:
    row = units[index]
    if _is_sure(row):
        return True
    figured = any(word[0].isdigit() for word in row.words)
    if figured or len(row.words) < _FEWEST or row.text.rstrip().endswith(_NO_END):
        return False
    told = _says_when(row) or _says_who(row)
    return told and (_is_lone(units, index, last) or _is_untold(units, index, last))


def _is_sure(row: Row) -> bool:
    """Whether a row has what no subhead has: such an opening, where somebody stands, or a day at its end."""
    if len(row.words) < _FEWEST - 1 or row.text.rstrip().endswith(_NO_END):
        return False
    return _opens(row) or _SIDE.search(row.text) is not None or _ends_with_day(row.text)


def _opens(row: Row) -> bool:
    """Whether a row opens with words such as `جانب من`, `لقطة`."""
    words = row.words
    if not words or words[0] not in _openers():
        return False
    return any(words[: len(phrase)] == phrase for phrase in _openers()[words[0]] if len(phrase) < len(words))


def _ends_with_day(text: str) -> bool:
    """Whether a day ends a line, behind a comma and what was to be seen then."""
    told, comma, day = text.rpartition("،")
    stamp = read_stamp(day) if comma and len(told.split()) >= _WORDS_OF_DATED else None
    return stamp is not None and stamp.edtf is not None


def _says_when(row: Row) -> bool:
    """Whether a row says what goes on, and whose it is or where: `خلال توقيع الاتفاقية`."""
    if row.words[0] not in _phrases("picture_times") or row.words[1].startswith("ال"):
        return False
    return row.words[2].startswith("ال") or is_function_word(row.words[2])


def _says_who(row: Row) -> bool:
    """Whether somebody does something, or stands before something: `مزارع يتسلق نخلة`, `طابور أمام مخبز`."""
    first, second, inside = row.words[0], row.words[1], row.words[1:-1]
    if not is_function_word(first) and len(row.words) >= _OF_ANYONE and _has(inside, "picture_doing"):
        return True
    if not (first.removeprefix("ال") in _phrases("picture_people") or is_crowd(first)):
        return False
    return _has(inside, "picture_places") or _is_doing(second)


def _is_doing(word: str) -> bool:
    """Whether a word is a verb in the present of which nobody says it with it: known, or of such a shape."""
    shaped = _DOING.fullmatch(word) is not None and not is_everyday(word)
    return word[0] in "يت" and (shaped or is_verb(word)) and not _says(word)


def _says(word: str) -> bool:
    """Whether a verb in the present is one of saying: `يحذرون`."""
    return word.removesuffix("ون")[1:] in _phrases("saying")


def _has(words: Sequence[str], key: str) -> bool:
    return any(word in _phrases(key) for word in words)


def _is_lone(units: Sequence[Row], index: int, last: int) -> bool:
    """Whether a row is the one that is taken for a subhead, or a title, far and wide."""
    near = (*units[max(0, index - _NEAR) : index], *units[index + 1 : min(index + _NEAR, last) + 1])
    return not any(row.rule in _GUESSED for row in near)


def _is_untold(units: Sequence[Row], index: int, last: int) -> bool:
    """Whether the paragraphs below have no word of a row."""
    below = (row for row in units[index + 1 : last + 1] if grade(row) >= MEDIUM)
    told = [row for row, _ in zip(below, range(_BELOW), strict=False)]
    return shared(units[index], joint_stems(told)) == 0


@cache
def _openers() -> dict[str, list[tuple[str, ...]]]:
    """The phrases with which descriptions begin, by their first words."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in _phrases("picture_openers"):
        words = tuple(phrase.split(" "))
        found.setdefault(words[0], []).append(words)
    return found


@cache
def _phrases(key: str) -> tuple[str, ...]:
    table = default_rules().table("headlines" if key == "saying" else "fields")[key]
    return tuple(" ".join(words_of(fold(phrase))) for phrase in table)

"""Tells headlines with a dash between places and the like from credits: `قمة الرياض - باريس`. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.clean.fields.credits import read_credit
from digest.clean.fields.desks import is_desk
from digest.clean.fields.everyday import is_adjective, is_everyday
from digest.clean.fields.fieldwords import is_given, is_name, is_place, is_term
from digest.clean.fields.outlets import is_outlet
from digest.clean.fields.parts import Part
from digest.clean.fields.things import are_seen, are_things
from digest.clean.prose import stems
from digest.clean.rows import Row, make_row, words_of
from digest.model import LineKind

BESIDE = frozenset(
    {
        LineKind.STATED_DATE,
        LineKind.BYLINE,
        LineKind.DATELINE,
        LineKind.SOURCE,
        LineKind.SHARE,
        LineKind.CLOCK,
    }
)
"""What stands between a headline and its body and says nothing of another article."""
_LISTED = "byline.list"
_SIGNED = (_LISTED, "byline.placed", "dateline.list", "dateline.placed")
_DASH = re.compile(r"\s[-–—]\s")
_FEW, _MOST = 3, 12
"""Words of such a headline."""
_LONGEST_PLACE = 2


def dashed_title(units: Sequence[Row], first: int) -> int | None:
    """A headline with a dash that no vote speaks for, nothing but credits below it."""
    for index in range(first - 1, -1, -1):
        row = units[index]
        if row.rule == _LISTED and any(_tells_of(part, row) for part in read_credit(row.text)):
            return index
        if row.kind is None and _is_title(row):
            return index
        if row.kind not in BESIDE:
            return None
    return None


def _tells_of(part: Part, row: Row) -> bool:
    """Whether what is taken for a writer is no known one: it begins with an everyday word, or has a place."""
    name = row.text[part.span.start : part.span.end]
    words = words_of(name)
    if part.role != "byline" or is_name(name):
        return False
    return is_everyday(words[0]) or (len(words) >= _FEW and any(map(is_place, words[1:])))


def is_of_picture(row: Row, body: frozenset[str]) -> bool:
    """Whether what is taken for a writer or a city, an agency beside it, describes a picture.

    `بوابة المتحف - …`, `شاحنات مساعدات - …`; `body` are the text's content words.
    """
    parts = read_credit(row.text, placed=True) if row.rule in _SIGNED else ()
    roles = {part.role for part in parts}
    if roles not in _OF_PICTURE:
        return False
    told = [row.text[part.span.start : part.span.end] for part in parts if part.role in roles - {"source"}]
    return all(_is_of_things(name, body) if "byline" in roles else are_seen(name) for name in told)


_OF_PICTURE = ({"byline", "source"}, {"dateline", "source"})


def _is_of_things(name: str, body: frozenset[str]) -> bool:
    """Whether words for a writer's begin with a noun, or name a place with an article: `مترو القاهرة`.

    Or their shape is that of things, or all of them are the text's.
    """
    words = words_of(name)
    if is_name(name) or is_given(words[0]) or is_desk(name):
        return False
    noun = is_everyday(words[0]) and not is_adjective(words[0])
    placed = any(word.startswith("ال") and is_place(word) for word in words[1:])
    own = stems(make_row(name))
    return noun or placed or are_things(words) or (len(own) == len(words) and own <= body)


def drop_second(rows: Sequence[Row]) -> None:
    """Mark an unknown writer beside an agency as what a picture shows where a known name signs, too."""
    signed = [row for row in rows if row.kind is LineKind.BYLINE]
    for row in signed if len(signed) > 1 and any(map(_has_writer, signed)) else ():
        owned = any(part.role == "source" for part in read_credit(row.text, placed=True))
        if row.rule in _SIGNED and owned and not _has_writer(row):
            row.mark(LineKind.CAPTION, "caption.between")


def _has_writer(row: Row) -> bool:
    """Whether a row names somebody by a given name, or behind a word such as `كتب`."""
    parts = [part for part in read_credit(row.text, placed=True) if part.role == "byline"]
    names = (row.text[part.span.start : part.span.end] for part in parts)
    return is_name(row.text) or any(
        part.rule == "byline.cue" or is_name(name) or is_desk(name)
        for part, name in zip(parts, names, strict=True)
    )


def _is_title(row: Row) -> bool:
    """Whether a row is of two pieces, neither of which is a known name, nor the first one a place."""
    pieces = _DASH.split(row.text.strip())
    plain = not (row.latin or row.bullet or row.stops) and _FEW <= len(row.words) <= _MOST
    if not plain or len(pieces) != _PAIR or not all(map(words_of, pieces)) or is_place(pieces[0]):
        return False
    return not any(is_outlet(piece) or is_term(piece) or is_name(piece) for piece in pieces)


_PAIR = 2


def joins_places(title: str) -> bool:
    """Whether a dash stands between two known places, as in no site's name: `قمة الرياض - باريس`."""
    pieces = [words_of(piece) for piece in _DASH.split(title)]
    if len(pieces) != _PAIR or not all(pieces):
        return False
    lengths = range(1, _LONGEST_PLACE + 1)
    return any(is_place(" ".join(pieces[0][-count:])) for count in lengths) and any(
        is_place(" ".join(pieces[1][:count])) for count in lengths
    )

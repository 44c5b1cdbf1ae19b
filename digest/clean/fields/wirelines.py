"""Reads how agencies open and sign a story: place, day, agency (`القاهرة 9 أغسطس 2018 (شينخوا)`). Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.clean.fields.datelines import is_of_dates, read_stamp
from digest.clean.fields.fieldwords import is_agency, is_place
from digest.clean.fields.parts import Part, trim
from digest.model import Span

_LONGEST = 80
_DAY = re.compile(r"\d|(?<!\S)(?:يوم|الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت)(?!\S)")
_IN = re.compile(r"\s+في\s*$")
_DAY_AND_MONTH = re.compile(r"(?:3[01]|[12]\d|0?[1-9])\s*[-/]\s*(?:1[0-2]|0?[1-9])")
_SIGN_OF_DAY = re.compile(r"\d|يوم|الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت")
"""What any line that `_DAY` is found in holds."""
_SIGNED = re.compile(r"[^()\n]{0,40}\(\s*([^()\n]{2,60}?)\s*\)[\s.*]*$")
_BETWEEN = re.compile(r"\s*(?:[،,/|+&–—-]|(?<=\s)و(?=\S))\s*")
_BRACKETED_END = re.compile(r"\(\s*([^\W\da-zA-Z_][^\W\d_]*(?:\s[^\W\d_]+){0,3})\s*\)?[\s:–—-]*$")
_TIMED = re.compile(r"\d:\d\d$")
"""A time of day at an end."""
_EDGE = " \t\u00a0:،,/|–—-("

_BRACKETED = re.compile(
    r"([^.!?؟\n()]{0,60}?(?:\([^.()\n]{2,30}\)\s*)?)\(\s*([^()\n]{2,25}?)\s*\)\s*[-–—:]{1,3}"
)  # `أورلاندو (الولايات المتحدة) (أ ف ب) -`: the city's country has brackets of its own
_SLASHED = re.compile(r"([^.!?؟\n()/]{2,40}?)/\s*([^()/\n]{2,25}?)\s*/\s*[-–—:]{0,3}")


def read_opening(text: str, *, whole: bool = False) -> tuple[Part, ...]:
    """Place, day and agency that open a paragraph: `طهران، إيران (CNN)-- …`, `المنامة في 12 مايو / بنا / …`.

    `whole`: the text holds nothing else.
    """
    for pattern, sign in ((_BRACKETED, "("), (_SLASHED, "/")):
        if sign not in text:
            continue
        match = pattern.fullmatch(text) if whole else pattern.match(text)
        if match is None:
            continue
        if wire := read_wire_line(text[: match.end(2)]):
            return tuple(wire)
        known = is_agency(match[2]) or (not whole and match[2].isalnum() and _may_open(match))
        if known and (pattern is _BRACKETED or is_place(match[1])):
            return tuple(_opening_parts(text, match))
    return ()


def _may_open(match: re.Match[str]) -> bool:
    """Whether a name that no list knows is an agency's, as it stands behind a place at a text's opening."""
    return match[2].isascii() or is_place(match[1])


def _opening_parts(text: str, match: re.Match[str]) -> Iterator[Part]:
    if match[1].strip():
        end = text.index(")", match.start(2)) + 1 if ")" in match[0] else match.end(1)
        yield Part("dateline", trim(text, 0, end), "dateline.opening")
    if is_agency(match[2]) or not match[2].isascii():
        yield Part("source", trim(text, match.start(2), match.end(2)), "source.opening")


def read_wire_line(text: str) -> list[Part]:
    """Place, day and agency of a line that holds just these; empty for any other line."""
    if len(text) > _LONGEST or not _SIGN_OF_DAY.search(text):
        return []
    for match in _agencies(text):
        before = text[: match[0]].rstrip(_EDGE)
        day = _DAY.search(before)
        if day is None:
            continue
        place, stamp = _IN.sub("", before[: day.start()]).strip(_EDGE), before[day.start() :]
        if len(place.split()) > 4 or "." in place or not _is_day(stamp):
            continue
        if not place and _TIMED.search(stamp) and not is_agency(text[slice(*match)]):
            continue  # whose time it is: `13:00 (توقيت القدس)`
        start = text.index(place)
        return [
            *([Part("dateline", Span(start, start + len(place)), "dateline.wire")] if place else []),
            Part("date", Span(day.start(), len(before)), "date.wire"),
            Part("source", Span(*match), "source.wire"),
        ]
    return []


def _is_day(stamp: str) -> bool:
    """Whether it is a date, with its year or without."""
    return (
        read_stamp(stamp) is not None
        or read_stamp(f"{stamp} 2000") is not None
        or _DAY_AND_MONTH.fullmatch(stamp) is not None
    )


def read_signature(text: str) -> tuple[int, int] | None:
    """The agencies in brackets that sign a story, after its editors' initials (`ع.ح/م.س (د ب أ، رويترز)`)."""
    match = _SIGNED.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None:
        return None
    letters = [word for word in re.split(r"[\s./،,-]+", text[: match.start(1)].strip(" (")) if word]
    pieces = [piece for piece in _BETWEEN.split(match[1]) if piece]
    initials = all(len(word) <= 2 for word in letters)
    return match.span(1) if initials and pieces and all(map(is_agency, pieces)) else None


def names_editors(text: str) -> bool:
    """Whether a line is an agency and its editors, strokes right between them: `بنا/سامي منصور/نادر عيسى`."""
    agency, *names = text.strip().split("/") if len(text) <= _LONGEST and "/" in text else [text]
    glued = all(name == name.strip() and len(name.split()) >= _FEWEST for name in names)
    return bool(names) and glued and agency == agency.strip() and is_agency(agency)


_FEWEST = 2
"""Words of an editor's name."""


def _agencies(text: str) -> list[tuple[int, int]]:
    """The last one to three words, where they are an agency; the longest first."""
    bracketed = _BRACKETED_END.search(text)
    if bracketed and is_of_dates(bracketed[1]):
        # `(توقيت مكة)`
        return []
    if bracketed:
        # Behind a place and a day, what stands in brackets is the agency, known or not.
        return [bracketed.span(1)]
    stripped = text.rstrip(" \t\u00a0:–—-)/")
    words = [match.span() for match in re.finditer(r"[^\s()/|–—]+", stripped)][-4:]
    found = []
    for start, _ in words:
        # `بتوقيت الرياض`: a city's time, and no paper's name.
        timed = stripped[:start].rstrip().endswith("بتوقيت")
        # An agency with a label behind it (`رويترز - خاص`) is more than one piece.
        if start and not (timed or " - " in stripped[start:]) and is_agency(stripped[start:]):
            found.append((start, len(stripped)))
    return found

"""Reads how agencies open and sign a story: place, day, agency (`القاهرة 9 أغسطس 2018 (شينخوا)`). Pure."""

from __future__ import annotations

import re

from digest.clean.datelines import read_stamp
from digest.clean.fieldwords import is_agency

_LONGEST = 80
_DAY = re.compile(r"\d|(?<!\S)(?:يوم|الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت)(?!\S)")
_SIGN_OF_DAY = re.compile(r"\d|يوم|الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت")
"""What any line that `_DAY` is found in holds."""
_SIGNED = re.compile(r"[^()\n]{0,40}\(\s*([^()\n]{2,60}?)\s*\)[\s.*]*$")
_BETWEEN = re.compile(r"\s*(?:[،,/|+&–—-]|(?<=\s)و(?=\S))\s*")
_EDGE = " \t\u00a0:،,/|–—-("

Found = list[tuple[str, int, int]]
"""(role, start, end) in reading order."""


def read_wire_line(text: str) -> Found:
    """Place, day and agency of a line that holds just these; empty for any other line."""
    if len(text) > _LONGEST or not _SIGN_OF_DAY.search(text):
        return []
    for match in _agencies(text):
        before = text[: match[0]].rstrip(_EDGE)
        day = _DAY.search(before)
        if day is None:
            continue
        place, stamp = before[: day.start()].strip(_EDGE), before[day.start() :]
        if len(place.split()) > 4 or "." in place or read_stamp(stamp) is None:
            continue
        found = [("dateline", text.index(place), text.index(place) + len(place))] if place else []
        return [*found, ("date", day.start(), len(before)), ("source", *match)]
    return []


def read_signature(text: str) -> tuple[int, int] | None:
    """The agencies in brackets that sign a story, after its editors' initials (`ع.ح/م.س (د ب أ، رويترز)`)."""
    match = _SIGNED.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None:
        return None
    letters = [word for word in re.split(r"[\s./،,-]+", text[: match.start(1)].strip(" (")) if word]
    pieces = [piece for piece in _BETWEEN.split(match[1]) if piece]
    initials = all(len(word) <= 2 for word in letters)
    return match.span(1) if initials and pieces and all(map(is_agency, pieces)) else None


def _agencies(text: str) -> list[tuple[int, int]]:
    """The last one to three words, where they are an agency; the longest first."""
    stripped = text.rstrip(" \t\u00a0:–—-)")
    words = [match.span() for match in re.finditer(r"[^\s()/|–—]+", stripped)][-4:]
    found = []
    for start, _ in words:
        if start and is_agency(stripped[start:]):
            found.append((start, len(stripped)))
    return found

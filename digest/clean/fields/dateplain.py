"""Makes a date's line plain: marks that a template lost are back, what it says beside the date is gone. Pure.

Called by `datelines`, which reads what is left.
"""

from __future__ import annotations

import re

from digest.clean.fields.datewords import date_words
from digest.text import fold

_YEAR_FIRST = re.compile(r"\D{0,20}?((?:19|20)\d\d):?(\d\d):(\d\d)(?![\d:])")
"""`202301:28`: a template that lost a mark."""
_CLOCK_GLUED = re.compile(r"(?<=[\s/.-])((?:19|20)\d\d)(?=\d{1,2}:\d\d)")
_IN_SECTION = re.compile(r"(?<=\d)\s+in\s+[^\W\d_]+(?:\s[^\W\d_]+){0,2}\s*$")
"""`يونيو 18, 2024 in اقتصاد`."""
_VOLUME = re.compile(r"(?<=\bالسنه)\s+ال(?:(?=\s?\d)|[^\W\d_]++(?:\s+(?:وال[^\W\d_]++|عشره?(?![^\W\d_])))?)")
"""A volume's number behind its word: `السنة الثالثة والأربعون`, `السنة الـ 43`."""
_IN_PLACE = re.compile(r"\s*(?:تم\s+)?([^\W\d_]++)\s+(?:في|علي|عبر|لدي)\s+")
"""What says that a page was published, and where."""
_WORD = re.compile(r"([^\W\d_]++)(?:\s+|(?=:))")
_LONGEST, _LONGEST_BARE = 4, 2
"""Words of the site, paper or section that stands there, and where nothing but figures follows."""


def plain_date(text: str) -> str:
    """A line, folded and in lower case, as a date is looked for in it."""
    folded = _IN_SECTION.sub("", fold(text).lower()).replace("(", " ( ").replace(")", " ) ")
    if _YEAR_FIRST.match(folded):
        folded = _YEAR_FIRST.sub(r"\1-\2-\3 ", folded)
    else:
        folded = _CLOCK_GLUED.sub(r"\1 ", folded)
    return _without_place(_VOLUME.sub("", folded))


def _without_place(folded: str) -> str:
    """A line without the name behind `نشر في`, where words or figures of a date follow: `نشر في … يوم …`."""
    known = date_words()
    opening = _IN_PLACE.match(folded)
    if opening is None or opening[1] not in known.published_in:
        return folded
    end, words = opening.end(), 0
    while (word := _WORD.match(folded, end)) and word[1] not in known.known:
        end, words = word.end(), words + 1
    longest = _LONGEST if word or folded.startswith(":", end) else _LONGEST_BARE
    return f"{folded[: opening.end()]}{folded[end:]}" if words <= longest else folded

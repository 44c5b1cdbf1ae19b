"""Reads a place without an agency that opens an article (`القاهرة - افتتح …`, `(عدن) وصل …`). Pure."""

from __future__ import annotations

import re
from itertools import islice

from digest.clean.fields.everyday import is_verb
from digest.clean.fields.fieldwords import is_agency, is_place
from digest.clean.fields.parts import Part, trim
from digest.clean.rows import words_of
from digest.model import Span

_PLACE = re.compile(
    r"\s*(?P<open>\()?(?P<place>[^\W\d_]+(?:[ \u00a0][^\W\d_]+)?(?:[،,] ?[^\W\d_]+(?: [^\W\d_]+)?)?)"
    r"(?P<mark>\)\s*[-–—:]*|\s*[:/][-–—]*|\s+[-–—ـ]{1,2}|[-–—]{1,2}(?=\s)|[-–—](?=\S))\s*(?=\S)"
)
_COMMA = re.compile("[،,]")
_TOKEN = re.compile(r"\S+")
_LONGEST_AGENCY, _LONGEST_PLACE = 3, 2
_SHORTEST = 60
"""Characters of a paragraph: what is shorter is a line of a list, of results or of weather."""
_DASHES = "-–—ـ"
_QUOTED = ('"', "«", "“", "”")
_ASIDE = re.compile(r"\s[-–—]\s")
_REACH = 80
"""Characters in which the second dash of an aside stands."""
_WHICH = frozenset(("التي", "الذي", "الذين"))
"""Words that go on about a noun, so that no news has begun."""


def lone_place(text: str) -> tuple[Part, ...]:
    """The known place with a mark behind it that opens a paragraph; empty where a sentence is about it.

    Behind a colon, a stroke or a dash without blanks a verb, a figure or a quotation begins; behind any other
    dash anything but another place.
    """
    match = _PLACE.match(text) if len(text) >= _SHORTEST else None
    if match is None or not all(map(is_place, _COMMA.split(match["place"]))):
        return ()
    bracketed, mark = bool(match["open"]), match["mark"]
    if bracketed != mark.startswith(")"):
        return ()
    blank = mark[0].isspace() or text[match.end("mark")].isspace()
    dashed = bracketed or (blank and mark.strip()[0] in _DASHES)
    if not (_may_begin(text, match.end()) if dashed else begins_news(text, match.end())):
        return ()
    return (Part("dateline", Span(*match.span("place")), "dateline.opening"),)


def agency_behind(text: str, start: int) -> tuple[Part, ...]:
    """A known agency where news begin: `/ الأناضول افتتح`, `– «المنار» افتتح`, `- بنا. افتتح`."""
    words = list(islice(_TOKEN.finditer(text, start), _LONGEST_AGENCY + 1))
    for count in range(len(words) - 1, 0, -1):
        name = Span(words[0].start(), words[count - 1].end())
        if (
            _ends_name(text, name)
            and is_agency(text[name.start : name.end])
            and begins_news(text, words[count].start())
        ):
            return (Part("source", trim(text, name.start, name.end), "source.opening"),)
    return ()


def _ends_name(text: str, name: Span) -> bool:
    """Whether words are plain to their end, or end with the mark of a quotation they open with, or a stop."""
    first, last = text[name.start], text[name.end - 1]
    return last.isalnum() or (first, last) in _IN_MARKS or (last == "." and text[name.end - 2].isalnum())


_IN_MARKS = frozenset((("«", "»"), ('"', '"'), ("“", "”"), ("”", "“")))


def begins_news(text: str, start: int) -> bool:
    """Whether a verb, a figure or a quotation stands at an offset."""
    word = _TOKEN.match(text, start)
    if word is None:
        return False
    words = words_of(word[0])
    return word[0][0].isdigit() or word[0].startswith(_QUOTED) or bool(words and is_verb(words[0]))


def _may_begin(text: str, start: int) -> bool:
    """Whether what stands behind a dash is neither another place (a road, a match) nor said of the first."""
    tokens = [match[0] for match in islice(_TOKEN.finditer(text, start), _LONGEST_PLACE + 1)]
    paired = any(is_place(" ".join(tokens[:count])) for count in range(1, _LONGEST_PLACE + 1))
    aside = _ASIDE.search(text, start, start + _REACH)
    told = begins_news(text, start)
    return not paired and (told or not (aside or _WHICH.intersection(words_of(" ".join(tokens)))))

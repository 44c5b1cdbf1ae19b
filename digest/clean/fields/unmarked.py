"""Reads credits that open a paragraph without a mark behind them: a verb shows where they end. Pure.

`جدة - واس أعلنت …`, `بقلم: سامي منصور أعلنت …`; called by `openings`.
"""

from __future__ import annotations

import re
from itertools import islice

from digest.clean.fields.everyday import is_verb
from digest.clean.fields.fieldwords import field_words, is_place
from digest.clean.fields.lone import agency_behind
from digest.clean.fields.parts import Part
from digest.clean.prose import is_function_word
from digest.clean.rows import words_of
from digest.model import Span

_CUE = re.compile(r"([^\W\d_]+(?:\s[^\W\d_]+){0,2})\s?:\s?(?=\S)")
_PLACE = re.compile(r"([^\W\d_]+(?:\s[^\W\d_]+){0,2})\s?[-–—/]\s?(?=\S)")
_TOKEN = re.compile(r"\S+")
_FEWEST, _MOST = 2, 4
"""Words of a writer's name."""


def unmarked_credit(text: str) -> tuple[Part, ...]:
    """A writer behind a cue with a colon, or an agency behind a known place, right before a verb."""
    cue = _CUE.match(text)
    if cue and " ".join(words_of(cue[1])) in field_words().byline_verbs:
        name = _before_verb(text, cue.end())
        return (Part("byline", name, "byline.cue"),) if name and _may_be_name(text, name) else ()
    place = _PLACE.match(text)
    if place is None or not is_place(place[1]):
        return ()
    agency = agency_behind(text, place.end())
    return (Part("dateline", Span(*place.span(1)), "dateline.opening"), *agency) if agency else ()


def _before_verb(text: str, start: int) -> Span | None:
    """The words from an offset up to the first verb, if they may be a name."""
    tokens = list(islice(_TOKEN.finditer(text, start), _MOST + 1))
    for length in range(_FEWEST, len(tokens)):
        words = words_of(tokens[length][0])
        if len(words) == 1 and is_verb(words[0]):
            return Span(tokens[0].start(), tokens[length - 1].end())
    return None


def _may_be_name(text: str, span: Span) -> bool:
    """Whether some words are plain, and none of them ties a sentence together."""
    words = text[span.start : span.end].split()
    return all(map(str.isalpha, words)) and not any(map(is_function_word, words))

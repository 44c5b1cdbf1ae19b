"""Reads credits that open a paragraph without a mark behind them: a verb shows where they end. Pure.

`جدة - واس أعلنت …`, `بقلم: سامي منصور أعلنت …`, `جدة: سامي منصور أعلنت …`; called by `openings`.
"""

from __future__ import annotations

import re
from itertools import islice

from digest.clean.fields.everyday import is_of_past, is_verb
from digest.clean.fields.fieldwords import field_words, is_name, is_place
from digest.clean.fields.lone import agency_behind
from digest.clean.fields.parts import Part
from digest.clean.prose import is_function_word
from digest.clean.rows import words_of
from digest.model import Span

_CUE = re.compile(r"([^\W\d_]+(?:\s[^\W\d_]+){0,2})\s?[:–—-]\s?(?=\S)")
_PLACE = re.compile(r"([^\W\d_]+(?:\s[^\W\d_]+){0,2})\s?[:/–—-]\s?(?=\S)")
_TOKEN = re.compile(r"\S+")
_FEWEST, _MOST = 2, 4
"""Words of a writer's name."""


def unmarked_credit(text: str) -> tuple[Part, ...]:
    """A writer behind a cue, an agency or a known person behind a known place, right before a verb."""
    cue = _CUE.match(text)
    if cue and " ".join(words_of(cue[1])) in field_words().byline_verbs:
        name = _before_verb(text, cue.end())
        return (Part("byline", name, "byline.cue"),) if name and _may_be_name(text, name) else ()
    place = _PLACE.match(text)
    if place is None or not is_place(place[1]):
        return ()
    signed = agency_behind(text, place.end()) or _person_behind(text, place.end())
    return (Part("dateline", Span(*place.span(1)), "dateline.opening"), *signed) if signed else ()


def _person_behind(text: str, start: int) -> tuple[Part, ...]:
    """A known person before a verb of the past; whom the text names again is told of, and has not written it.

    Of whom a headline tells, it tells with one of the present.
    """
    name = _before_verb(text, start)
    if name is None or not is_name(text[name.start : name.end]):
        return ()
    verb, *told = words_of(text[name.end :])
    if not is_of_past(verb):
        return ()
    again = any(word in told for word in words_of(text[name.start : name.end]))
    return () if again else (Part("byline", name, "byline.opening"),)


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

"""Reads credits that open a paragraph without a mark behind them: a verb shows where they end. Pure.

`جدة - واس أعلنت …`, `بقلم: سامي منصور أعلنت …`, `جدة: سامي منصور أعلنت …`; called by `openings`.
"""

from __future__ import annotations

import re
from itertools import islice

from digest.clean.fields.everyday import is_everyday, is_of_past, is_verb
from digest.clean.fields.fieldwords import field_words, is_given, is_name, is_place
from digest.clean.fields.lone import agency_behind
from digest.clean.fields.parts import Part
from digest.clean.prose import is_function_word
from digest.clean.rows import words_of
from digest.model import Span

_CUE = re.compile(r"([^\W\d_]+(?:\s[^\W\d_]+){0,2})\s?[:–—-]\s?(?=\S)")
_PLACE = re.compile(r"([^\W\d_]+(?:\s[^\W\d_]+){0,2})\s?[:/–—-]\s?(?=\S)")
_SIGNED = re.compile(r"([^\W\d_]+(?:\s[^\W\d_]+){1,3})\s?[/–—-]\s?(?=\S)")
_TOKEN = re.compile(r"\S+")
_FEWEST, _MOST, _LONGEST_CUE = 2, 4, 2
"""Words of a writer's name; of a cue without a mark."""


def unmarked_credit(text: str) -> tuple[Part, ...]:
    """A writer behind a cue or beside a known place, or an agency behind one, right before a verb."""
    cue = _CUE.match(text)
    if cue and " ".join(words_of(cue[1])) in field_words().byline_verbs:
        name = _before_verb(text, cue.end()) or _whole_name(text, cue.end())
        return (Part("byline", name, "byline.cue"),) if name and _may_be_name(text, name) else ()
    if cue and " ".join(words_of(cue[1])) in field_words().bylines:
        return _person_behind(text, cue.end())
    place = _PLACE.match(text)
    if place is None or not is_place(place[1]):
        return _person_in_place(text) or _person_behind(text, _bare_cue(text))
    signed = agency_behind(text, place.end()) or _person_behind(text, place.end())
    return (Part("dateline", Span(*place.span(1)), "dateline.opening"), *signed) if signed else ()


def _bare_cue(text: str) -> int:
    """Where a writer's name may begin behind a cue without a mark: `بقلم سامي منصور`; 0 for none."""
    tokens = list(islice(_TOKEN.finditer(text), _LONGEST_CUE + 1))
    for length in range(min(_LONGEST_CUE, len(tokens) - 1), 0, -1):
        words = text[: tokens[length - 1].end()]
        if " ".join(words_of(words)) in field_words().byline_verbs:
            return tokens[length].start()
    return 0


def _person_in_place(text: str) -> tuple[Part, ...]:
    """A known person and place before a verb of the past: `سامي منصور - القاهرة أعلنت …`."""
    signed = _SIGNED.match(text)
    if signed is None or not is_name(signed[1]):
        return ()
    place = _before_verb(text, signed.end(), fewest=1)
    if place is None or not is_place(text[place.start : place.end]):
        return ()
    if not is_of_past(words_of(text[place.end :])[0]):
        return ()
    return (
        Part("byline", Span(*signed.span(1)), "byline.opening"),
        Part("dateline", place, "dateline.opening"),
    )


def _whole_name(text: str, start: int) -> Span | None:
    """A known given name and a family's with its article, a plain word behind them: a name with its end."""
    tokens = list(islice(_TOKEN.finditer(text, start), _FEWEST + 1))
    if len(tokens) <= _FEWEST:
        return None
    name, behind = Span(tokens[0].start(), tokens[1].end()), words_of(tokens[2][0])
    family = tokens[1][0].startswith("ال") and is_name(text[name.start : name.end])
    goes_on = not behind or tokens[2][0].startswith("ال") or is_given(behind[0]) or is_everyday(behind[0])
    return name if family and not goes_on and not is_function_word(behind[0]) else None


def _person_behind(text: str, start: int) -> tuple[Part, ...]:
    """A known person before a verb of the past; whom the text names again is told of, and has not written it.

    Of whom a headline tells, it tells with one of the present.
    """
    name = _before_verb(text, start) if start else None
    if name is None or not is_name(text[name.start : name.end]):
        return ()
    verb, *told = words_of(text[name.end :])
    if not is_of_past(verb):
        return ()
    again = any(word in told for word in words_of(text[name.start : name.end]))
    return () if again else (Part("byline", name, "byline.opening"),)


def _before_verb(text: str, start: int, *, fewest: int = _FEWEST) -> Span | None:
    """The words from an offset up to the first verb, if they may be a name."""
    tokens = list(islice(_TOKEN.finditer(text, start), _MOST + 1))
    for length in range(fewest, len(tokens)):
        words = words_of(tokens[length][0])
        if len(words) == 1 and is_verb(words[0]):
            return Span(tokens[0].start(), tokens[length - 1].end())
    return None


def _may_be_name(text: str, span: Span) -> bool:
    """Whether some words are plain, and none of them ties a sentence together."""
    words = text[span.start : span.end].split()
    return all(map(str.isalpha, words)) and not any(map(is_function_word, words))

"""Reads what words such as `كتب`, `المصدر`, `مراسل` announce: a writer, an outlet, a place beside them. Pure.

Called by `credits`, for lines that hold nothing but credits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.clean.fields.desks import is_desk
from digest.clean.fields.fieldwords import (
    field_words,
    is_agency,
    is_given,
    is_name,
    is_place,
    name_length,
)
from digest.clean.fields.outlets import is_outlet
from digest.clean.fields.parts import Part, after_words, is_marked, split, trim
from digest.clean.fields.roles import role_of
from digest.clean.fields.unlisted import is_like_name
from digest.clean.prose import is_function_word
from digest.clean.rows import make_row, words_of
from digest.model import Span

_LONGEST_NAME, _FEWEST_OF_NAME = 4, 2
_LONGEST_CUED = 5
"""Words of a writer's name, with titles."""
_LONGEST_POST = 8
"""Words of a name with its bearer's post."""
_LONGEST_OFFICE = 5
"""Words of a post without a name: `محرر الشؤون الثقافية`."""
_FEWEST_WITH_CUE = 3
"""Words of a name of two with what announces it."""
_CUE_BEHIND = re.compile(r"\s([^\W\d_]+)\s?:\s")
"""A further cue in the same line: `المصدر: … الكاتب: …`."""


def after_cue(text: str, words: Sequence[str]) -> tuple[Part, ...]:
    """`المصدر: …`, `كتبت …`, `بقلم: … - …`; `words` are the text's."""
    known = field_words()
    whole = " ".join(words) in known.bylines
    for length in () if whole else (3, 2, 1):
        cue = " ".join(words[:length])
        if len(words) <= length:
            continue
        if cue in known.sources and cue in known.agencies and _is_no_source(text, after_words(text, length)):
            return ()
        if cue in known.sources:
            return _source_after(text, after_words(text, length), bare=length > 1)
        if cue in known.bylines:
            rest = after_words(text, length)
            marked = is_marked(text, rest)
            unsure = cue not in known.byline_verbs or len(words) - length > _LONGEST_CUED
            if unsure and not marked and not is_name(text[rest:]):
                return _sent_from(text, rest)
            if cue in known.labels and not may_be_writer(text[rest:]):
                return ()
            return _byline_after(text, rest, len(words) - length)
    return ()


def _is_no_source(text: str, rest: int) -> bool:
    """Whether a place or a name stands behind agencies: `وكالات - بغداد`, `وكالات - لبيب القاسمي`."""
    name = trim(text, rest, len(text))
    behind = text[name.start : name.end]
    return is_place(behind) or (is_like_name(make_row(behind or "-")) and not is_agency(behind))


def after_byline_cue(text: str) -> int:
    """Where a stated author begins behind a cue that needs no mark: `كتب سامي منصور`; 0 without one."""
    words = words_of(text)
    for length in (3, 2, 1):
        if len(words) > length and " ".join(words[:length]) in field_words().byline_verbs:
            return trim(text, after_words(text, length), len(text)).start
    return 0


def _sent_from(text: str, rest: int) -> tuple[Part, ...]:
    """A name with the place before it: `مراسلنا من حضرموت: سامي منصور`."""
    match = _SENT.match(text, rest)
    name = trim(text, match.start(2), len(text)) if match else Span(0, 0)
    if match is None or not _FEWEST_OF_NAME <= name_length(text[name.start : name.end]) <= _LONGEST_NAME:
        return ()
    return (Part("byline", name, "byline.cue"), Part("dateline", Span(*match.span(1)), "dateline.part"))


_SENT = re.compile(r"\s+(?:من|في)\s+([^\W\d_]+(?:\s[^\W\d_]+)?)\s*[:/–—-]\s*([^\W\d_][^:/–—.-]*)$")


def _source_after(text: str, rest: int, *, bare: bool) -> tuple[Part, ...]:
    """`bare`: the cue needs no mark before an outlet, as `نقلا عن` does not and `عن` does."""
    value = trim(text, rest, len(text))
    behind = _CUE_BEHIND.search(text, value.start)
    if behind and " ".join(words_of(behind[1])) in field_words().bylines:
        value = trim(text, rest, behind.start())
    named = text[value.start : value.end]
    if signed := _placed_writer(text, value):
        return signed
    good = (is_marked(text, rest) or (bare and is_outlet(named))) and 0 < value.length <= 60
    return (Part("source", value, "source.cue"),) if good else ()


def _placed_writer(text: str, value: Span) -> tuple[Part, ...]:
    """A known place and a known name that a source's cue has behind it: `المصدر: بيروت - سامي منصور`."""
    spans = [span for span in split(text, value.start) if span.start < value.end]
    if [role_of(text, span) for span in spans] != ["dateline", "byline"]:
        return ()
    return (Part("dateline", spans[0], "dateline.part"), Part("byline", spans[1], "byline.cue"))


def _byline_after(text: str, rest: int, words: int) -> tuple[Part, ...]:
    """A name after a byline's cue, with a place or an agency after it perhaps."""
    if not 1 <= words <= 9:
        return ()
    marked = is_marked(text, rest)
    spans = split(text, rest)
    roles = [role_of(text, span) for span in spans]
    if roles[:2] == [None, "byline"] and _is_unlisted_place(text, spans[0]):
        roles[0] = "dateline"
    found = []
    for index, (span, role) in enumerate(zip(spans, roles, strict=True)):
        if index == 0 and role in (None, "byline") and _is_of_site(text[span.start : span.end]):
            found.append(Part("source", span, "source.part"))
        elif index == 0 and role in (None, "byline"):
            name = _name_in(text, span)
            size = len(words_of(text[name.start : name.end]))
            if size > 7 or (size < 2 and not marked):
                return ()
            found.append(Part("byline", name, "byline.cue"))
            found += _place_behind(text, name.end, span.end)
        elif role and role != "label":
            found.append(Part(role, span, f"{role}.part"))
    return tuple(found)


def _is_of_site(name: str) -> bool:
    """Whether a name is an outlet's: known, made like one, or of two words glued by capitals: `GoalPaper`."""
    return is_outlet(name) or _GLUED.fullmatch(name) is not None


_GLUED = re.compile(r"[A-Z][a-z]{2,}[A-Z][a-z]+")


def _is_unlisted_place(text: str, span: Span) -> bool:
    """Whether a piece before a known name is one word and no name: `كتب - الدقهلية - سامي منصور`."""
    piece = text[span.start : span.end]
    return len(words_of(piece)) == 1 and piece.isalpha() and not is_given(piece)


def _name_in(text: str, span: Span) -> Span:
    """A name without what it was written for (`سامية حسن للنشرة العربية`), when (`… 01:40 م`), or where."""
    behind = _BEHIND_NAME.search(text, span.start, span.end)
    if behind is None:
        sent = _FROM_PLACE.search(text, span.start, span.end)
        behind = sent if sent and is_place(sent[1]) else None
    return Span(span.start, behind.start()) if behind else span


def _place_behind(text: str, start: int, end: int) -> list[Part]:
    """The place that stands behind a writer's name: `سامية حسن من عدن`."""
    sent = _FROM_PLACE.match(text, start, end)
    return [Part("dateline", Span(*sent.span(1)), "dateline.part")] if sent and is_place(sent[1]) else []


_FROM_PLACE = re.compile(r"\s(?:من|في)\s(\S+(?:\s\S+)?)$")
_BEHIND_NAME = re.compile(r"\s(?:لل\w|(?:الساعة\s)?\d{1,2}[:.]\d\d(?![\d.]))")


def may_be_writer(text: str) -> bool:
    """Whether what a word such as `تقرير` announces may be its writer, and no title: a few plain words."""
    first = next(iter(split(text, 0)), Span(0, 0))
    words = words_of(text[first.start : first.end])
    if not words or role_of(text, first):
        return bool(words)
    sentence = is_place(words[0]) or any(map(is_function_word, words))
    return len(words) <= _LONGEST_CUED and not sentence and not text.rstrip().endswith(("…", ".."))


def with_post(text: str) -> tuple[Part, ...]:
    """A name with what its bearer does for a paper (`سامي منصور مراسل الصحيفة في تونس`), or that alone."""
    words = [match.span() for match in re.finditer(r"\S+", text)]
    if words_of(text)[:1] and words_of(text)[0] in field_words().posts and len(words) <= _LONGEST_OFFICE:
        return _of_post(text)
    for index in range(2, min(len(words), 5)):
        start, end = words[index]
        if " ".join(words_of(text[start:end])) in field_words().posts and len(words) <= _LONGEST_POST:
            name = Span(words[0][0], words[index - 1][1])
            plain = text[name.start : name.end].strip(" ،,-").replace(" ", "").isalpha()
            return (Part("byline", trim(text, name.start, name.end), "byline.post"),) if plain else ()
    return ()


def _of_post(text: str) -> tuple[Part, ...]:
    """A post, or the name behind it (`مراسل الشرق: سامي منصور`) with the outlet that is between them."""
    start = text.find(":") + 1
    name = trim(text, start, len(text))
    if not start or not _FEWEST_OF_NAME <= name_length(text[name.start : name.end]) <= _LONGEST_NAME:
        return (Part("byline", trim(text, 0, len(text)), "byline.post"),)
    outlet = trim(text, after_words(text, 1), start)
    of = (Part("source", outlet, "source.part"),) if is_outlet(text[outlet.start : outlet.end]) else ()
    return (Part("byline", name, "byline.post"), *of)


def after_post(text: str, span: Span, *, writer: bool) -> Span:
    """A name without `مراسلتنا` and the like before it; a writer's without `تحرير` and the like, too."""
    words = words_of(text[span.start : span.end])
    if is_desk(text[span.start : span.end]):
        return span
    first = words[0] if len(words) >= _FEWEST_WITH_CUE else ""
    cued = first in field_words().posts or (writer and first in field_words().bylines)
    return trim(text, span.start + after_words(text[span.start : span.end], 1), span.end) if cued else span


_FROM = re.compile(r"[«\"“(]?([^«»\"“”()]{2,30}?)[»\"”)]?\s+من\s+(\S+(?:\s\S+)?)\s*:?$")


def from_place(text: str) -> tuple[Part, ...]:
    """`«الاقتصادية» من الرياض`, `سامي منصور من عدن`."""
    match = _FROM.match(text) if "من" in text else None
    if match is None or not is_place(match[2]):
        return ()
    if is_agency(match[1]) or text[0] in '«"“(':
        role = "source"
    elif is_name(match[1]):
        role = "byline"
    else:
        return ()
    return (
        Part(role, Span(*match.span(1)), f"{role}.from-place"),
        Part("dateline", Span(*match.span(2)), "dateline.from-place"),
    )

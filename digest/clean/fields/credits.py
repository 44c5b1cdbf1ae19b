"""Reads the short lines around a headline: who wrote it, where, for whom, when. Pure.

A line is parted at its dashes, strokes, colons and brackets; each part is a place, an agency, a date, a name
or a label (`fieldwords`), and what no list knows is told by the parts beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from digest.clean.fields.cued import after_cue, after_post, from_place, may_be_writer, with_post
from digest.clean.fields.datelines import is_day_of_week, read_stamp
from digest.clean.fields.fieldwords import (
    field_words,
    is_agency,
    is_given,
    is_name,
    is_place,
    is_term,
    name_length,
)
from digest.clean.fields.metas import read_metas
from digest.clean.fields.parts import Part, is_marked, restored, shifted, split, trim
from digest.clean.fields.republished import read_published
from digest.clean.fields.roles import may_be_credits, role_of, settled
from digest.clean.fields.wirelines import read_opening, read_signature, read_wire_line
from digest.clean.phrases import phrases
from digest.clean.prose import is_function_word
from digest.clean.rows import Row, has_stop, make_row, words_of
from digest.model import LineKind, Span
from digest.text import Folded, without_vowels

_ACCOUNT = re.compile(r"\s+(?:@\w{2,30}|\w{2,30}@)\s*$")
_LONGEST = 90
_LONGEST_MARKED = 3 * _LONGEST
"""Characters of such a line with all its marks."""
_LONGEST_NAME = 4
_STROKE = re.compile(r"\s*\|\s*|\s+/\s+")
_BEFORE_DATE = re.compile(
    r"(?<=\S)\s+(?:(?:في|بتاريخ|يوم)\s+)?"
    r"(?=\d|الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|[^\W\d_]{3,9} \d\d?[،,]? \d{4})"
)
UNKNOWN = "byline.alone"
"""The rule of words in a writer's place that no list knows for a name."""


def read_credit(text: str, *, placed: bool = False) -> tuple[Part, ...]:
    """The parts of a line that holds nothing but credits; empty for any other line.

    `placed` says that the line stands where credits stand, so that names which no list knows will do.
    """
    plain = without_vowels(text) if len(text) <= _LONGEST_MARKED else Folded(text, ())
    return restored(_read(plain.text, placed), plain) if len(plain.text) <= _LONGEST else ()


@lru_cache(maxsize=4096)
def _read(text: str, placed: bool) -> tuple[Part, ...]:
    # A writer's account beside the name; what is left begins at the same offsets.
    text = without_account(text)
    words = words_of(text)
    if published := read_published(text, words):
        return published
    if not words or is_day_of_week(words) or (has_stop(text) and not text.rstrip().endswith(("ب.", "…"))):
        return ()
    if text.rstrip().endswith("،") or _opens_sentence(text):
        return ()
    if found := read_opening(text, whole=True) or read_wire_line(text):
        return tuple(found)
    if signed := read_signature(text):
        return (Part("source", Span(*signed), "source.signed"),)
    found = _stroked(text) or _dated(text, placed) or after_cue(text, words) or from_place(text)
    parts = _merged(text, found or (with_post(text) if placed else ()) or _parts(text, placed))
    whole = any(part.role == "date" for part in parts) or not (placed or parts)
    return parts if whole else (read_metas(text, read_credit) or parts)


def _opens_sentence(text: str) -> bool:
    """Whether some words of a sentence stand behind a place and an agency: a paragraph's first line."""
    opening = read_opening(text) if ")" in text or "/" in text else ()
    behind = text[max(part.span.end for part in opening) :].lstrip(" )-–—:/") if opening else ""
    if not behind or behind.partition(" ")[0] in field_words().bylines:
        return False
    return not (is_name(behind) or read_stamp(behind))


def _merged(text: str, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Sources that follow one another as one, and writers behind a comma.

    `رويترز، أ ف ب`, `وكالة الأنباء السعودية (واس)`; `سامي منصور، نادية عمر`.
    """
    merged: list[Part] = []
    for part in parts:
        last = merged[-1] if merged else None
        listed = last and text[last.span.end : part.span.start].strip() in tuple("،,")
        if last and last.role == part.role and (part.role == "source" or (part.role == "byline" and listed)):
            end = part.span.end
            end += text[last.span.end : end].count("(") and text[end : end + 1] == ")"
            merged[-1] = Part(part.role, Span(last.span.start, end), last.rule)
        else:
            merged.append(part)
    return tuple(merged)


def _stroked(text: str) -> tuple[Part, ...]:
    """Dates, credits and labels with strokes between them: `24-04-2024 18:22 | كتب: سامي منصور |`."""
    strokes = [match.span() for match in _STROKE.finditer(text)] if "|" in text or "/" in text else []
    starts, ends = [0, *(end for _, end in strokes)], [*(start for start, _ in strokes), len(text)]
    pieces = [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]
    if not strokes or len(pieces) < 2:
        return ()
    found: list[Part] = []
    stamp = _stamp_among(text, pieces)
    for start, end in pieces:
        parts = _stamped(text, start, end) or shifted(read_credit(text[start:end]), start)
        parts = parts or (shifted(_alone_before_date(text[start:end], stamp), start) if stamp else ())
        if not (parts or is_term(text[start:end]) or (stamp and _is_clock(text[start:end]))):
            return ()
        found += parts
    return tuple(found)


def _stamp_among(text: str, pieces: Sequence[tuple[int, int]]) -> str:
    """The date among two pieces, or with its clock among three; nothing where there is none."""
    dates = [text[start:end] for start, end in pieces if _stamped(text, start, end)]
    clocks = [text[start:end] for start, end in pieces if _is_clock(text[start:end])]
    return " ".join((*dates, *clocks)) if dates and len(pieces) - len(clocks) == _PAIR else ""


_PAIR = 2


def _is_clock(text: str) -> bool:
    """Whether a piece is a time of day alone."""
    stamp = read_stamp(text)
    return stamp is not None and stamp.clock and not (stamp.edtf or stamp.hijri)


def _dated(text: str, placed: bool) -> tuple[Part, ...]:
    """A credit with a date behind it: `بواسطة سامي منصور 20 أبريل، 2024`."""
    if not any(map(str.isdigit, text)):
        return ()
    for match in _BEFORE_DATE.finditer(text):
        stamp = _stamped(text, match.end(), len(text))
        if stamp:
            before = text[: match.start()].rstrip(" :-–—|،,")
            parts = read_credit(before, placed=placed) or _alone_before_date(before, text[match.end() :])
            return (*parts, *stamp) if parts and not any(part.role == "date" for part in parts) else ()
    return _behind_date(text)


def _behind_date(text: str) -> tuple[Part, ...]:
    """A date with a name or a credit behind it: `12 مايو 2024 سامي منصور`, `2024/5/12 رويترز - خاص`."""
    places = [match.end() for match in re.finditer(r"(?<![-–—|/:،])\s+(?![-–—|/])", text)]
    for place in _behind_figures(text, places):
        if (credit := read_credit(text[place:])) and (stamp := _stamped(text, 0, place)):
            return (*stamp, *shifted(credit, place))
    for place in places[-_LONGEST_NAME:]:
        if is_name(text[place:]) and (stamp := _stamped(text, 0, place)):
            return (*stamp, Part("byline", trim(text, place, len(text)), "byline.name"))
    return ()


def _behind_figures(text: str, places: Sequence[int]) -> Sequence[int]:
    """The first of some places behind all figures of a text, where the rest has a mark between its pieces."""
    place = next((place for place in places if not any(map(str.isdigit, text[place:]))), None)
    return () if place is None or not _MARK.search(text, place) else (place,)


_MARK = re.compile(r"\s[-–—/|]\s")


def _alone_before_date(text: str, behind: str = "") -> tuple[Part, ...]:
    """A name, a place or a section that is not enough by itself; `behind` is the date after it."""
    whole = trim(text, 0, len(text))
    if is_name(text):
        return (Part("byline", whole, "byline.name"),)
    if is_place(text):
        return (Part("dateline", whole, "dateline.part"),)
    return (Part("label", whole, "date.part"),) if _is_section(text, behind) else ()


def _is_section(text: str, behind: str) -> bool:
    """Whether some words before a date are a section's name: a known one, or any if a clock is there, too."""
    row = make_row(text)
    if not 1 <= len(row.words) <= _LONGEST_SECTION or row.latin or not text.replace(" ", "").isalpha():
        return False
    stamp, rule = read_stamp(behind), phrases().find(row)
    clocked = stamp is not None and stamp.clock and stamp.edtf is not None
    return clocked or (rule is not None and rule.kind is LineKind.NAVIGATION)


_LONGEST_SECTION = 3


def _stamped(text: str, start: int, end: int) -> tuple[Part, ...]:
    stamp = read_stamp(text[start:end])
    whole = stamp is not None and (stamp.edtf or stamp.hijri)
    return (Part("date", Span(start, end), "date.part"),) if whole else ()


def without_account(text: str) -> str:
    """A writer's line without the account in a network that ends it."""
    return _ACCOUNT.sub("", text) if "@" in text else text


def is_placed(rule: str) -> bool:
    """Whether a line's rule says that its place helped to read it."""
    return rule.endswith((".placed", ".post"))


def credit_kind(parts: Sequence[Part]) -> LineKind:
    """The kind of a line with such parts."""
    roles = {part.role for part in parts}
    if roles == {"label", "date"}:
        return LineKind.STATED_DATE
    if "byline" in roles:
        return LineKind.BYLINE
    return LineKind.SOURCE if "dateline" not in roles and "source" in roles else LineKind.DATELINE


def _parts(text: str, placed: bool) -> tuple[Part, ...]:
    """Pieces set apart by marks, each of them a place, agency, date, label or name."""
    spans = split(text, 0)
    if not 1 <= len(spans) <= 5:
        return ()
    if len(spans) == 1:
        return _alone(text, spans[0], placed)
    lengths = [name_length(text[span.start : span.end]) for span in spans]
    if max(lengths) > _LONGEST_NAME:
        return ()
    roles = [role_of(text, span) for span in spans]
    if (
        "picture" in roles
        or _are_phrases(text, spans, roles)
        or not may_be_credits(text, spans, roles, placed)
    ):
        return ()
    titled = roles[:2] == ["label", None] and is_marked(text, spans[0].end)
    found_roles = settled(text, spans, roles, lengths)
    if titled and not may_be_writer(text[spans[1].start :]):
        found_roles = [None]
    if found_roles.count("byline") > 2 or None in found_roles:
        return ()
    rule = "placed" if placed else "list"
    found = zip(found_roles, spans, strict=True)
    return tuple(
        Part(role, _named(text, span, role), f"{role}.{rule}")
        for role, span in found
        if role and role != "label"
    )


def _are_phrases(text: str, spans: Sequence[Span], roles: Sequence[str | None]) -> bool:
    """Whether a word inside a piece that no list knows ties others together, as in titles, not in names."""
    pieces = (text[span.start : span.end] for span, role in zip(spans, roles, strict=True) if role is None)
    inside = (word for piece in pieces for word in piece.split()[1:])
    # `علي` is a name, and folded like `على`.
    return any(is_function_word(word) and (word == "على" or not is_given(word)) for word in inside)


def _named(text: str, span: Span, role: str) -> Span:
    """A piece without the words before a name."""
    return after_post(text, span, writer=role == "byline") if role in ("byline", "source") else span


def _alone(text: str, span: Span, placed: bool) -> tuple[Part, ...]:
    """A line of one piece: an agency, or a place with a name after it."""
    piece = text[span.start : span.end]
    if words_of(piece)[:1] and words_of(piece)[0] in field_words().posts:
        return ()
    if is_agency(piece) or (text.strip()[0] in '«"' and name_length(piece) <= 3 and placed):
        return (Part("source", span, "source.alone"),)
    for match in re.finditer(r"\s+", piece) if placed else ():
        if is_place(piece[: match.start()]) and is_name(piece[match.end() :]):
            middle = span.start + match.start()
            name = Span(span.start + match.end(), span.end)
            return (
                Part("dateline", Span(span.start, middle), "dateline.placed"),
                Part("byline", name, "byline.placed"),
            )
    return ()


def drop_unknown(rows: Sequence[Row]) -> None:
    """Words that no list knows are nobody's name where a known one signs the article, too."""
    if any(row.kind is LineKind.BYLINE and row.rule != UNKNOWN for row in rows):
        for row in rows:
            if row.rule == UNKNOWN:
                row.mark(LineKind.FURNITURE, "position.below-headline")

"""Reads the short lines around a headline: who wrote it, where, for whom, when. Pure.

A line is parted at its dashes, strokes, colons and brackets; each part is a place, an agency, a date, a name
or a label (`clean/fieldwords.py`), and what no list knows is told by the parts beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from digest.clean.datelines import read_stamp
from digest.clean.fieldwords import field_words, is_agency, is_name, is_place, is_term, name_length
from digest.clean.parts import Part, after_words, is_marked, split, trim
from digest.clean.rows import Row, make_row, words_of
from digest.clean.wirelines import read_signature, read_wire_line
from digest.model import LineKind, Span

_OPENING = re.compile(r"([^.!?؟\n()]{0,60}?)\(\s*([^()\n]{2,25}?)\s*\)\s*[-–—:]{1,3}")
_PREFIX = re.compile(r":|\s[-–—]{1,2}\s|-{2}|(?<=\S)[-–—]\s|\)\s")
_ACCOUNT = re.compile(r"\s+(?:@\w{2,30}|\w{2,30}@)\s*$")
_LONGEST = 90
_LONGEST_NAME = 4

Roles = list[str | None]


@lru_cache(maxsize=4096)
def read_credit(text: str, *, placed: bool = False) -> tuple[Part, ...]:
    """The parts of a line that holds nothing but credits; empty for any other line.

    `placed` says that the line stands where credits stand, so that names which no list knows will do.
    """
    if len(text) > _LONGEST:
        return ()
    # A writer's account beside the name; what is left begins at the same offsets.
    text = without_account(text)
    row = make_row(text)
    if not row.words or (row.stops and not text.rstrip().endswith(("ب.", "…"))):
        return ()
    opening = _OPENING.fullmatch(text)
    if opening and is_agency(opening[2]):
        return tuple(_opening_parts(text, opening))
    if wire := read_wire_line(text):
        return tuple(Part(role, Span(start, end), f"{role}.wire") for role, start, end in wire)
    if signed := read_signature(text):
        return (Part("source", Span(*signed), "source.signed"),)
    return _merged(_after_cue(text, row) or _from_place(text) or _parts(text, placed))


def _merged(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Sources that follow one another as one: `رويترز، أ ف ب`."""
    merged: list[Part] = []
    for part in parts:
        last = merged[-1] if merged else None
        if last and last.role == part.role == "source":
            merged[-1] = Part("source", Span(last.span.start, part.span.end), last.rule)
        else:
            merged.append(part)
    return tuple(merged)


def without_account(text: str) -> str:
    """A writer's line without the account in a network that ends it."""
    return _ACCOUNT.sub("", text)


def credit_kind(parts: Sequence[Part]) -> LineKind:
    """The kind of a line with such parts."""
    roles = {part.role for part in parts}
    if "byline" in roles:
        return LineKind.BYLINE
    return LineKind.SOURCE if "dateline" not in roles and "source" in roles else LineKind.DATELINE


def opening_credit(text: str) -> tuple[Part, ...]:
    """Dateline, agency and writer that open a paragraph: `طهران، إيران (CNN)-- …`, `جدة - واس: …`."""
    match = _OPENING.match(text)
    if match and (is_agency(match[2]) or (match[2].isalpha() and match[2].isascii())):
        return tuple(_opening_parts(text, match))
    found: tuple[Part, ...] = ()
    for mark in _PREFIX.finditer(text, 0, _LONGEST):
        parts = read_credit(text[: mark.end()].rstrip(" :-–—"))
        roles = {part.role for part in parts}
        found = parts if len(roles) > 1 or "byline" in roles else found
    return found


def _opening_parts(text: str, match: re.Match[str]) -> list[Part]:
    parts = []
    if match[1].strip():
        end = text.index(")", match.start(2)) + 1
        parts.append(Part("dateline", trim(text, 0, end), "dateline.opening"))
    if is_agency(match[2]):
        parts.append(Part("source", trim(text, match.start(2), match.end(2)), "source.opening"))
    return parts


def _after_cue(text: str, row: Row) -> tuple[Part, ...]:
    """`المصدر: …`, `كتبت …`, `بقلم: … - …`."""
    words = field_words()
    for length in (3, 2, 1):
        cue = " ".join(row.words[:length])
        if len(row.words) <= length:
            continue
        if cue in words.sources:
            return _source_after(text, after_words(text, length))
        if cue in words.bylines:
            rest = after_words(text, length)
            if cue not in words.byline_verbs and not is_marked(text, rest):
                return ()
            return _byline_after(text, rest, len(row.words) - length)
    return ()


def _source_after(text: str, rest: int) -> tuple[Part, ...]:
    value = trim(text, rest, len(text))
    good = is_marked(text, rest) and 0 < value.length <= 60
    return (Part("source", value, "source.cue"),) if good else ()


def _byline_after(text: str, rest: int, words: int) -> tuple[Part, ...]:
    """A name after a byline's cue, with a place or an agency after it perhaps."""
    if not 1 <= words <= 9:
        return ()
    marked = is_marked(text, rest)
    spans = split(text, rest)
    roles = [_role(text, span) for span in spans]
    found = []
    for index, (span, role) in enumerate(zip(spans, roles, strict=True)):
        if index == 0 and role in (None, "byline"):
            size = len(words_of(text[span.start : span.end]))
            if size > 7 or (size < 2 and not marked):
                return ()
            found.append(Part("byline", span, "byline.cue"))
        elif role and role != "label":
            found.append(Part(role, span, f"{role}.part"))
    return tuple(found)


def _from_place(text: str) -> tuple[Part, ...]:
    """`«الاقتصادية» من الرياض`, `سامي منصور من عدن`."""
    match = re.match(r"[«\"“(]?([^«»\"“”()]{2,30}?)[»\"”)]?\s+من\s+(\S+(?:\s\S+)?)\s*:?$", text)
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
    roles = [_role(text, span) for span in spans]
    if not _may_be_credits(text, spans, roles, placed):
        return ()
    settled = _settled(text, spans, roles, lengths)
    if settled.count("byline") > 2 or None in settled:
        return ()
    rule = "placed" if placed else "list"
    found = zip(settled, spans, strict=True)
    return tuple(Part(role, span, f"{role}.{rule}") for role, span in found if role and role != "label")


def _may_be_credits(text: str, spans: Sequence[Span], roles: Roles, placed: bool) -> bool:
    """Whether enough of the pieces is known, and their marks are not those of a list or a sentence."""
    known = {role for role in roles if role not in (None, "label", "byline")}
    marks = {text[left.end : right.start].strip() for left, right in pairwise(spans)}
    if marks <= {",", "،"} and "dateline" not in known:
        return False
    speaks = ":" in text[spans[0].end : spans[-1].start] and roles[0] in (None, "byline")
    return placed or bool(known - {"date"} and not speaks)


def _alone(text: str, span: Span, placed: bool) -> tuple[Part, ...]:
    """A line of one piece: an agency, or a place with a name after it."""
    piece = text[span.start : span.end]
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


def _role(text: str, span: Span) -> str | None:
    """What a piece is by itself; None where no list knows it."""
    piece = text[span.start : span.end]
    quoted = text[max(span.start - 1, 0)] in '«"“'
    if read_stamp(piece):
        return "date"
    if is_place(piece) and not quoted:
        return "dateline"
    if is_agency(piece) or quoted:
        return "source"
    if is_term(piece):
        return "label"
    return "byline" if is_name(piece) else None


def _settled(text: str, spans: Sequence[Span], roles: Roles, lengths: Sequence[int]) -> Roles:
    """Roles of all pieces: an unknown one is what the others leave open."""
    settled = list(roles)
    for index, role in enumerate(roles):
        if (
            role is None
            and index
            and settled[index - 1] == "dateline"
            and "،" in text[spans[index - 1].end : spans[index].start]
        ):
            settled[index] = "dateline"
        elif role is None:
            settled[index] = _unknown(text[spans[index].start : spans[index].end], lengths[index], settled)
    if set(roles) == {None} and lengths[-1] >= 2:
        settled = ["dateline", *["byline"] * (len(roles) - 1)]
    elif set(roles) == {None}:
        settled = ["byline", *["dateline"] * (len(roles) - 1)]
    return settled


def _unknown(piece: str, length: int, beside: Roles) -> str | None:
    if any(map(str.isdigit, piece)):
        return None
    if "byline" in beside:
        return "source" if "dateline" in beside else "dateline"
    if length == 1:
        return "dateline" if "source" in beside and "dateline" not in beside else "source"
    if "dateline" in beside and piece.startswith("ال"):
        return "source"
    # Beside an agency alone: a family name has the article (`الروقي`), a foreign city's second word has not.
    city = set(beside) <= {None, "source", "date"} and " ال" not in piece and "source" in beside
    return "dateline" if city and length == 2 else "byline"

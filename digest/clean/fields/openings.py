"""Reads the credits that open a paragraph: dateline, agency and writer (`جدة - واس: …`). Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from digest.clean.fields.credits import read_credit
from digest.clean.fields.datelines import read_stamp
from digest.clean.fields.everyday import is_everyday
from digest.clean.fields.fieldwords import is_name, is_place, is_term
from digest.clean.fields.lone import agency_behind, begins_news, lone_place
from digest.clean.fields.outlets import is_outlet
from digest.clean.fields.parts import Part, restored, trim
from digest.clean.fields.unmarked import unmarked_credit
from digest.clean.fields.wirelines import read_opening
from digest.clean.rows import words_of
from digest.model import LineKind, Paragraph, Span
from digest.text import without_vowels

_PREFIX = re.compile(r":|\s[-–—ـ]{1,2}\s|-{2}|(?<=\S)[-–—]\s|\)\s|/\s")
_WRITER = re.compile(r"\s*(?:من|كتب|كتبت)\s+([^-–—:\n.،]{4,40}?)\s*[-–—:]")
_LONGEST = 90
_REACH = 250
"""Characters that hold any opening."""


def opening_credit(text: str) -> tuple[Part, ...]:
    """Dateline, agency and writer that open a paragraph: `طهران، إيران (CNN)-- …`, `جدة - واس: …`."""
    plain = without_vowels(text[:_REACH])
    return restored(_read(plain.text), plain)


def credits_end(text: str, parts: Iterable[Part]) -> int:
    """Where the text behind the credits that open it begins, past the mark that ends them."""
    end = max(part.span.end for part in parts)
    # A stop or a quotation's end right behind a name is the name's.
    end += text[end : end + 1] in ('"', "“", ".")
    while end < len(text) and text[end] in " :-–—ـ/)»”\u00a0":
        end += 1
    return end


def lead_credit(text: str, paragraphs: Iterable[Paragraph]) -> tuple[Part, ...]:
    """The credits that open the body; a place alone is none where the next paragraph has one of its own."""
    body = (paragraph.span for paragraph in paragraphs if paragraph.kind is LineKind.BODY)
    credits_ = (opening_credit(text[span.start : span.end]) for span in body)
    parts = next(credits_, ())
    return () if _is_lone(parts) and _is_lone(next(credits_, ())) else parts


def _is_lone(parts: tuple[Part, ...]) -> bool:
    """Whether credits are a place and nothing else, a label aside."""
    return bool(parts) and {part.role for part in parts} <= _PLACED


_PLACED = frozenset(("dateline", "label"))


def opening_of(text: str, paragraphs: Sequence[Paragraph]) -> Span | None:
    """Place and agency that open the body, with the mark behind them; None where they do not.

    An outlet or a place alone does too. A day between them stays in the text, as evidence for when it was
    written, unless it is of figures without a year, which say nothing of it.
    """
    body = next((paragraph.span for paragraph in paragraphs if paragraph.kind is LineKind.BODY), None)
    if body is None:
        return None
    lead, parts = text[body.start : body.end], lead_credit(text, paragraphs)
    days = [lead[part.span.start : part.span.end] for part in parts if part.role == "date"]
    whole = _is_lone(parts) or any(part.role == "source" for part in parts)
    if not whole or any(map(str.isalpha, "".join(days))) or any(map(read_stamp, days)):
        return None
    return Span(body.start, body.start + credits_end(lead, parts))


@lru_cache(maxsize=256)
def _read(text: str) -> tuple[Part, ...]:
    if opening := read_opening(text):
        end = max(part.span.end for part in opening)
        return (*opening, *_writer(text, end))
    found: tuple[Part, ...] = ()
    for mark in _PREFIX.finditer(text, 0, _LONGEST):
        parts = read_credit(text[: mark.end()].rstrip(" :-–—ـ/"))
        roles = {part.role for part in parts}
        # An outlet with a colon is as often quoted as credited, if its name is of one word.
        name = text[: mark.start()]
        if mark[0][0] == "/" and (signed := _signed(text, mark, parts)):
            return signed
        signs = mark[0] != ":" or (is_outlet(name) and len(name.split()) > 1)
        if any(_is_aside(text, part) for part in parts):
            if placed := _placed(text, mark, parts):
                return placed
            continue
        if mark[0].startswith(")") and not _is_placed(text, parts):
            # A name with another in brackets is more often who the sentence speaks of.
            continue
        if labelled := _labelled(text, mark, parts):
            parts, roles = labelled, {"dateline", "label"}
        lone = roles == {"source"} and signs and not found and not is_place(name)
        found = parts if len(roles) > 1 or "byline" in roles or lone else found
    return found or unmarked_credit(text) or lone_place(text)


def _labelled(text: str, mark: re.Match[str], parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """A known place with a label behind it: `القاهرة - خاص - …`."""
    if len(parts) != 1 or parts[0].role != "dateline":
        return ()
    place, label = parts[0].span, trim(text, parts[0].span.end, mark.start())
    known = is_place(text[place.start : place.end]) and is_term(text[label.start : label.end])
    return (parts[0], Part("label", label, parts[0].rule)) if known else ()


def _placed(text: str, mark: re.Match[str], parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Where an agency writes from by words that are no name: `الجبل الأخضر - بترا: افتتح …`."""
    start = len(text) - len(text[mark.end() :].lstrip())
    if [part.role for part in parts] != ["byline", "source"] or not begins_news(text, start):
        return ()
    return (Part("dateline", parts[0].span, "dateline.opening"), parts[1])


def _signed(text: str, stroke: re.Match[str], parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Place, writer perhaps, and the agency behind the last stroke, which has none behind it."""
    place = trim(text, 0, stroke.start())
    before = parts
    if not parts and is_place(text[place.start : place.end]):
        before = (Part("dateline", place, "dateline.opening"),)
    placed = any(part.role == "dateline" for part in before)
    behind = agency_behind(text, stroke.end()) if placed else ()
    return (*before, *behind) if behind else ()


def _is_aside(text: str, part: Part) -> bool:
    """Whether a writer by its place alone begins with an everyday word: `بيروت - مدينة الكتاب - …`."""
    name = text[part.span.start : part.span.end]
    return part.rule == "byline.list" and is_everyday(words_of(name)[0]) and not is_name(name)


def _is_placed(text: str, parts: Iterable[Part]) -> bool:
    """Whether one of the parts is a known place, or brackets open the text."""
    places = (text[part.span.start : part.span.end] for part in parts if part.role == "dateline")
    return text.lstrip().startswith("(") or any(map(is_place, places))


def _writer(text: str, start: int) -> tuple[Part, ...]:
    """`… (بترا)- من سامي منصور- …`: the writer behind the agency."""
    match = _WRITER.match(text, text.find(" ", start) if start < len(text) else start)
    if match is None or not is_name(match[1]):
        return ()
    return (Part("byline", Span(*match.span(1)), "byline.opening"),)

"""Reads the short lines around a headline: who wrote it, where, for whom, when (`rules/fields.yml`). Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from digest.clean.datelines import Stamp, read_stamp
from digest.clean.rows import make_row
from digest.model import Span
from digest.rules import default_rules
from digest.text import fold

_SEPARATOR = re.compile(r"\s*(?:[|•·–—:،,;]|\s-\s|-{2,}|(?<=\S)-\s|\s-(?=\S)|/)\s*")
_EDGE = " \t\u00a0•●▪·*«»\"“”'‘’()[]{}:،,.;|/–—-"
_QUOTED = re.compile(r"[«\"“(]\s*([^«»\"“”()]{2,30})\s*[»\"”)]\s*")
_OPENING = re.compile(r"([^.!?؟\n()]{0,60}?)\(\s*([^()\n]{2,25}?)\s*\)\s*[-–—:]{1,3}")
_LONGEST = 90


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a credit line: what it is, and where it stands in the line."""

    role: str
    """`byline`, `source`, `dateline` or `date`."""
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class _Names:
    bylines: frozenset[str]
    sources: frozenset[str]
    credits: frozenset[str]
    agencies: frozenset[str]
    places: frozenset[str]
    labels: frozenset[str]
    outlet_words: frozenset[str]
    given: frozenset[str]


def read_credit(text: str) -> tuple[Part, ...]:
    """The parts of a line that holds nothing but credits; empty for any other line."""
    if len(text) > _LONGEST:
        return ()
    return _after_cue(text) or _outlet_from_place(text) or _list_of_parts(text)


def read_unknown_credit(text: str) -> tuple[Part, ...]:
    """Two short names side by side, neither of them known: for a line that stands where credits stand.

    `رنية - سليمان السبيعي`, `ماجد النفيعي (الطائف)`: a given name tells the writer, the other is the place.
    """
    if len(text) > _LONGEST or any(map(str.isdigit, text)) or make_row(text).ends:
        return ()
    pieces = [_trim(text, begin, end) for begin, end in _split(text.replace("(", "-"), 0, len(text))]
    pieces = [span for span in pieces if span.length]
    words = [make_row(text[span.start : span.end]).words for span in pieces]
    if len(pieces) != 2 or not all(1 <= len(found) <= 4 for found in words):
        return ()
    known = [_likely_role(text[span.start : span.end]) for span in pieces]
    roles = _settled(known, [len(found) for found in words], text[pieces[1].start : pieces[1].end])
    return tuple(Part(role, span, f"{role}.placed") for role, span in zip(roles, pieces, strict=True))


def _likely_role(piece: str) -> str | None:
    words = make_row(piece).words
    if _agency(piece) or not names().outlet_words.isdisjoint(words):
        return "source"
    if _place(piece):
        return "dateline"
    return "byline" if len(words) > 1 and words[0] in names().given else None


def _settled(known: list[str | None], lengths: list[int], second: str) -> list[str]:
    """Roles of two names, of which none, one or both are known."""
    left, right = known
    if left and right:
        return [left, right]
    if left is None and right is None:
        return ["byline", "dateline"] if lengths[1] == 1 < lengths[0] else ["dateline", "byline"]
    other, length = (left, lengths[1]) if left else (right, lengths[0])
    if other == "byline":
        free = "dateline"
    elif other == "dateline":
        free = "byline" if length > 1 and not second.startswith("ال") else "source"
    else:
        free = "byline" if length > 1 else "source"
    return [left, free] if left else [free, right or free]


def is_label(text: str) -> bool:
    """Whether a line is a label such as `عاجل`."""
    return make_row(text).core in names().labels


def is_photo_credit(text: str) -> bool:
    """Whether a line is about a picture but no description of it: `تصوير: …`, `التعليق على الصورة،`."""
    row = make_row(text)
    if not row.words or row.size > 120:
        return False
    table = names()
    for length in (3, 2, 1):
        if " ".join(row.words[:length]) in table.credits:
            rest = len(row.words) - length
            mark = text[_after_words(text, length) :].strip()[:1]
            return rest == 0 or (rest <= 6 and mark in (":", "،", ",", "-", "–", "/", "|"))
    return False


def is_caption(text: str) -> bool:
    """Whether a line describes a picture by its own words: an agency or `أرشيف` in brackets at its end."""
    brackets = re.search(r"\(([^()]{2,30})\)\W*$", text[-40:])
    if brackets is None or len(text) > 250:
        return False
    return _agency(brackets[1]) or make_row(brackets[1]).core in names().credits


def is_name(text: str) -> bool:
    """Whether a line is a person's name and nothing else: two to four words, a given name first."""
    row = make_row(text)
    return (
        2 <= len(row.words) <= 4
        and not row.ends
        and text.strip(_EDGE) == text.strip()
        and row.words[0] in names().given
        and all(len(word) > 1 and not any(map(str.isdigit, word)) for word in row.words)
    )


def opening_credit(text: str) -> tuple[Part, ...]:
    """Dateline, agency and writer that open a paragraph: `طهران، إيران (CNN)-- …`, `جدة - واس: …`."""
    match = _OPENING.match(text)
    if match and (_agency(match[2]) or (match[2].isalpha() and match[2].isascii())):
        end = text.index(")", match.start(2)) + 1
        place = match[1].strip()
        parts = [Part("dateline", _trim(text, 0, end), "dateline.opening")] if place else []
        if _agency(match[2]):
            parts.append(Part("source", _trim(text, match.start(2), match.end(2)), "source.opening"))
        return tuple(parts)
    colon = re.match(r"[^:.!?؟\n]{4,70}?(?::|\s[-–—]{1,2}\s(?=\S{2,}\s\S+\s))", text)
    if colon is None:
        return ()
    parts_ = read_credit(text[: colon.end()].rstrip(" :-–—"))
    roles = {part.role for part in parts_}
    return parts_ if len(roles) > 1 or "byline" in roles else ()


def _after_cue(text: str) -> tuple[Part, ...]:
    """`المصدر: …`, `كتبت …`, `بقلم: … - …`."""
    row = make_row(text)
    for length in (3, 2, 1):
        cue = " ".join(row.words[:length])
        if len(row.words) < length:
            continue
        role = "source" if cue in names().sources else "byline" if cue in names().bylines else ""
        if not role:
            continue
        rest = _after_words(text, length)
        spaced = text[rest : rest + 3].strip()[:1] in (":", "/", "|", "-", "–", ",", "،")
        value = _trim(text, rest, len(text))
        if role == "source":
            good = spaced and 0 < value.length <= 60
            return (Part("source", value, "source.cue"),) if good else ()
        if row.ends or not 1 <= len(row.words) - length <= 8 or value.length == 0:
            return ()
        return _named(text, value, spaced)
    return ()


def _named(text: str, value: Span, spaced: bool) -> tuple[Part, ...]:
    """A name after a byline's cue, with a place or an agency after it perhaps."""
    parts = [_trim(text, begin, end) for begin, end in _split(text, value.start, value.end)]
    found = []
    for index, span in enumerate(parts):
        piece = text[span.start : span.end]
        role = _role(piece)
        if index == 0 and role in (None, "byline", "dateline"):
            words = len(make_row(piece).words)
            if words > 6 or (not spaced and words < 2):
                return ()
            found.append(Part("byline", span, "byline.cue"))
        elif role:
            found.append(Part(role, span, f"{role}.part"))
    return tuple(found)


def _outlet_from_place(text: str) -> tuple[Part, ...]:
    """`«الاقتصادية» من الرياض`."""
    match = re.match(r"[«\"“(]?([^«»\"“”()]{2,30}?)[»\"”)]?\s+من\s+(\S+(?:\s\S+)?)$", text)
    if match is None or not (_agency(match[1]) or text[0] in '«"“(') or not _place(match[2]):
        return ()
    return (
        Part("source", Span(*match.span(1)), "source.from-place"),
        Part("dateline", Span(*match.span(2)), "dateline.from-place"),
    )


def _list_of_parts(text: str) -> tuple[Part, ...]:
    """Pieces set apart by dashes, strokes or colons, each of them a place, agency, date or name."""
    spans = [_trim(text, begin, end) for begin, end in _split(text, 0, len(text))]
    spans = [span for span in spans if span.length]
    if make_row(text).ends:
        return ()
    pieces = [text[span.start : span.end] for span in spans]
    if any(len(make_row(piece).words) > 5 for piece in pieces):
        return ()
    quoted = [text[max(span.start - 1, 0)] in '«"“(' for span in spans]
    roles = [_role(piece, quoted=mark) for piece, mark in zip(pieces, quoted, strict=True)]
    if ":" in text and roles[0] not in ("dateline", "source", "date"):
        return ()
    if not 1 < len(pieces) <= 5:
        only = roles == ["source"] and text.strip(" .\u00a0()[]") == pieces[0]
        return (Part("source", spans[0], "source.alone"),) if only else ()
    known = [role for role in roles if role]
    if not known or set(known) == {"date"}:
        return ()
    for index, role in enumerate(roles):
        words = make_row(pieces[index]).words
        if role is None:
            if not 2 <= len(words) <= 4 or any(map(str.isdigit, "".join(words))):
                return ()
            roles[index] = "source" if not names().outlet_words.isdisjoint(words) else "byline"
    if roles.count("byline") > 1 or (known == ["byline"]):
        return ()
    return tuple(Part(role, span, f"{role}.list") for role, span in zip(roles, spans, strict=True) if role)


def _role(piece: str, *, quoted: bool = False) -> str | None:
    stamp: Stamp | None = read_stamp(piece)
    if stamp:
        return "date"
    if _place(piece) and not quoted:
        return "dateline"
    if _agency(piece) or quoted:
        return "source"
    return "byline" if is_name(piece) else None


def _agency(piece: str) -> bool:
    core = make_row(piece).core
    return core in names().agencies or core.replace(" ", "") in names().agencies


def _place(piece: str) -> bool:
    return make_row(piece).core in names().places


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces = []
    for match in _SEPARATOR.finditer(text, start, end):
        pieces.append((start, match.start()))
        start = match.end()
    return [*pieces, (start, end)]


def _trim(text: str, start: int, end: int) -> Span:
    """The span without marks and white space at its ends, a closing bracket of its own kept."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE and not (text[end - 1] == ")" and "(" in text[start:end]):
        end -= 1
    return Span(start, end)


def _after_words(text: str, count: int) -> int:
    """Offset in `text` after its first `count` words."""
    end = 0
    for match in re.finditer(r"[^\W_]+(?:[.'’@_-][^\W_]+)*[\u064b-\u0652\u0640]*", text):
        end = match.end()
        count -= 1
        if count == 0:
            break
    return end


@cache
def names() -> _Names:
    """The words of `rules/fields.yml`, folded."""
    table = default_rules().table("fields")

    def group(key: str) -> frozenset[str]:
        return frozenset(make_row(name).core for name in table[key])

    agencies = group("agencies")
    return _Names(
        bylines=group("byline_cues"),
        sources=group("source_cues"),
        credits=group("credit_cues"),
        agencies=agencies | {name.replace(" ", "") for name in agencies},
        places=group("places"),
        labels=group("labels"),
        outlet_words=group("outlet_words"),
        given=group("given_names") | _given_names(),
    )


def _given_names() -> frozenset[str]:
    lists = default_rules().table("givennames")["lists"]
    return frozenset(fold(name) for entry in lists for name in entry["words"].split())

"""What each piece of a credit line is, by the lists, and else by its neighbours. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from digest.clean.fields.datelines import is_weekday, read_stamp
from digest.clean.fields.desks import is_desk
from digest.clean.fields.everyday import is_verb
from digest.clean.fields.fieldwords import field_words, is_agency, is_given, is_name, is_place, is_term
from digest.clean.fields.outlets import is_outlet
from digest.clean.fields.unlisted import is_like_name
from digest.clean.rows import make_row, words_of
from digest.model import Span
from digest.rules import default_rules
from digest.text import fold

Roles = list[str | None]


def role_of(text: str, span: Span) -> str | None:
    """What a piece is by itself; None where no list knows it."""
    quoted = text[max(span.start - 1, 0)] in '«"“'
    return next((role for role, holds in _tests(text[span.start : span.end], quoted) if holds), None)


def _tests(piece: str, quoted: bool) -> Iterator[tuple[str, bool]]:
    """Whether a piece is of each role, one after the other as they are asked for."""
    core = " ".join(words_of(piece))
    yield "date", read_stamp(piece) is not None
    yield "picture", core in field_words().credits
    yield "dateline", is_place(piece) and not quoted
    yield "source", is_agency(piece) or quoted
    yield "byline", is_desk(piece)
    yield "label", is_term(piece) or _is_initials(piece) or is_weekday(piece)
    yield "byline", is_name(piece)


def _is_initials(piece: str) -> bool:
    """Whether a piece is an editor's or a typist's letters: `م ك`, `ع.ح`."""
    found = re.findall(r"[^\W\d_]+|\d{2,}", piece)
    return bool(found) and all(len(letters) <= 2 for letters in found)


def _of_outlet(text: str, span: Span, beside: Roles) -> bool:
    """Whether an unknown piece is an outlet: made like one, in brackets behind a place, beside a label."""
    bracketed = text[max(span.start - 1, 0)] == "(" and "dateline" in beside
    words = [words_of(text[: span.start])[-1:], words_of(text[span.end :])[:1]]
    piece = text[span.start : span.end]
    labelled = set(beside) <= {None, "label"} and any(word and word[0] in _own_work() for word in words)
    labelled = labelled and not is_like_name(make_row(piece))
    return bracketed or labelled or _signs_desk(text) or _speaks_of_us(piece) or is_outlet(piece)


def _speaks_of_us(piece: str) -> bool:
    """Whether two words are one that ends with "our" and one with the article: `بلادنا اليوم`."""
    first, *rest = words_of(piece) or ("",)
    paired = len(rest) == 1 and rest[0].startswith("ال")
    return paired and len(first) >= _SHORTEST_OURS and first.endswith("نا")


_SHORTEST_OURS = 6
"""Letters of such a word; shorter ones are places, too."""


def _signs_desk(text: str) -> bool:
    """Whether a line's last words are those who write in a paper without a name: `… - فريق التحرير`."""
    return " ".join(words_of(text)[-2:]) in field_words().desks


def is_of_agencies(text: str) -> bool:
    """Whether a credit names no agency: `وكالات`, `مع وكالات`."""
    return _own_work().issuperset(words_of(text.removeprefix("مع ")))


@cache
def _own_work() -> frozenset[str]:
    """Labels that an outlet puts beside its own name."""
    return frozenset(map(fold, default_rules().table("fields")["outlet_labels"]))


def settled(text: str, spans: Sequence[Span], roles: Roles, lengths: Sequence[int]) -> Roles:
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
        elif role is None and _is_paired(text, spans, roles, index) and lengths[index] >= _WORDS_OF_WRITER:
            settled[index] = "byline"
        elif role is None and _of_outlet(text, spans[index], roles):
            settled[index] = "source"
        elif role is None:
            settled[index] = _unknown(text[spans[index].start : spans[index].end], lengths[index], settled)
    return _strangers(text, spans, lengths) if set(roles) == {None} else settled


def _strangers(text: str, spans: Sequence[Span], lengths: Sequence[int]) -> Roles:
    """Roles of pieces of which no list knows any: place and name, or the other way round.

    None of them where it is a picture's description with its owner in brackets, where each is one word, or
    where the name has everyday words: teams, the ends of a road.
    """
    behind = lengths[-1] >= _WORDS_OF_WRITER
    name = spans[-1 if behind else 0]
    alone = not behind and lengths[0] < _WORDS_OF_WRITER
    if "(" in text or alone or not is_like_name(make_row(text[name.start : name.end])):
        return [None] * len(spans)
    if behind:
        return ["dateline", *["byline"] * (len(spans) - 1)]
    return ["byline", *["dateline"] * (len(spans) - 1)]


def _is_paired(text: str, spans: Sequence[Span], roles: Roles, index: int) -> bool:
    """Whether a piece follows one of several places with a colon: `صنعاء: … - عدن: …`."""
    return (
        index > 0
        and roles[index - 1] == "dateline"
        and roles.count("dateline") > 1
        and ":" in text[spans[index - 1].end : spans[index].start]
    )


_WORDS_OF_WRITER = 2
_WORDS_OF_NAME = 3
"""Words from which on a piece is a name, though the parts that are counted be one (`تسنيم عبد السيد`)."""


def _unknown(piece: str, length: int, beside: Roles) -> str | None:
    words = words_of(piece)
    if not words or any(map(str.isdigit, piece)) or _is_told(words):
        return None
    if "byline" in beside:
        return "source" if "dateline" in beside else "dateline"
    if _is_like_paper(words) or ("dateline" in beside and piece.startswith("ال")):
        return "source"
    if length == 1 and len(piece.split()) < _WORDS_OF_NAME:
        return "dateline" if "source" in beside and "dateline" not in beside else "source"
    # Beside an agency alone: a family name has the article (`الروقي`), a foreign city's second word has not.
    city = set(beside) <= {None, "source", "date"} and " ال" not in piece and "source" in beside
    city = city and not _ends_with_name(words)
    return "dateline" if city and length == 2 else "byline"


def _is_told(words: Sequence[str]) -> bool:
    """Whether some words begin with a verb, as a sentence does, and not as names do: `خلف الحربي`."""
    sentence = len(words) >= _WORDS_OF_NAME and words[1] not in field_words().binding
    return sentence and is_verb(words[0]) and not is_given(words[0])


def _is_like_paper(words: Sequence[str]) -> bool:
    """Whether a noun and an adjective, both with the article, are a paper's name: `المشعل المسائي`."""
    if len(words) != _PAIR or not all(word.startswith("ال") for word in words):
        return False
    return words[1].endswith("ي") and not (is_given(words[0]) or is_given(words[0].removeprefix("ال")))


_PAIR = 2


def _ends_with_name(words: Sequence[str]) -> bool:
    """Whether a given name ends two words, as a writer's whose first no list knows; a saint's is a city."""
    return is_given(words[-1]) and words[0] not in _particles()


@cache
def _particles() -> frozenset[str]:
    """Words that open family names and the names of cities: `سان`, `لوس`."""
    return frozenset(map(fold, default_rules().table("givennames")["particles"].split()))


def may_be_credits(text: str, spans: Sequence[Span], roles: Roles, placed: bool) -> bool:
    """Whether enough of the pieces is known, and their marks are not those of a list or a sentence."""
    if _TOLD.search(text):
        return False
    known = {role for role in roles if role not in (None, "label", "byline")}
    marks = {text[left.end : right.start].strip() for left, right in pairwise(spans)}
    if marks <= {",", "،"} and "dateline" not in known:
        return False
    speaks = ":" in text[spans[0].end : spans[-1].start] and roles[0] in (None, "byline")
    if speaks and len(words_of(text[spans[1].start :])) >= _WORDS_SAID:
        # `وزير الثقافة: …`: who says what, with a comma in it; in marks it is no outlet's name.
        quoted = text[spans[1].start - 1] in '«"“'
        return not quoted and bool(known - {"date"}) and placed
    return placed or bool(known - {"date"} and not speaks)


_TOLD = re.compile(r"(?:[»”]|\"[^\"]{1,60}\")\s+[^\W\d_]|[!؟]\s*$")
"""What titles have and credits have not: words behind a quotation's end, a mark of asking."""
_WORDS_SAID = 5
"""Words behind a speaker and a colon from which on they are what is said."""

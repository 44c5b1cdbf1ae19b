"""The grammar's top: single dates, ranges, lists, open ends, and what is temporal but no date.

`expression` reads the longest expression that begins at a token. Every reader looks ahead a bounded number of
tokens, so that the whole is linear in the text.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from digest.dates.context import looks_ahead
from digest.dates.lexicon import word_set
from digest.dates.offsets import offset_ahead, offset_by
from digest.dates.others import other
from digest.dates.periods import Read, bare_year, worded_year
from digest.dates.ranges import span, together
from digest.dates.single import POINTS, point
from digest.dates.tokens import Tokens
from digest.dates.when import Edge, Expression, Other, Range, When

Found = tuple[Expression, int] | None
_Reader = Callable[[Tokens, int], Found]
_SIDES = ("since", "until", "by", "before", "after")
_LONGEST_YEARS = 150
"""Two years joined by a dash are a range when they lie at most so far apart."""


def expression(t: Tokens, at: int) -> Found:
    """The temporal expression that begins at the token, and the token after it."""
    categories = t.categories(at)
    best: Found = None
    for reader in _readers(categories) if categories else ():
        found = reader(t, at)
        if found and (best is None or found[1] > best[1]):
            best = found
    return None if best and isinstance(best[0], Other) and _date_behind(t, at, best[1]) else best


@cache
def _readers(categories: frozenset[str]) -> tuple[_Reader, ...]:
    """The readers, in the order they are asked in, that can begin with one of the categories."""
    return tuple(reader for reader, first in _FIRST if not first.isdisjoint(categories))


def _date_behind(t: Tokens, at: int, end: int) -> bool:
    """Whether a date, not a duration, stands behind `خلال` or `لمدة`: `خلال عامي 2019 و2020`."""
    lasting = t.find(at, "within") or t.find(at, "for")
    dated = (together(t, lasting[1]) or point(t, lasting[1])) if lasting else None
    return dated is not None and dated[1] > end


def _within(t: Tokens, at: int) -> Found:
    """`خلال أسبوعين` in a sentence that looks ahead: from the day of speaking to then."""
    found = t.find(at, "within")
    ahead = offset_ahead(t, found[1]) if found else None
    if ahead is None or not looks_ahead(t, at, ahead[1]):
        return None
    return Range(When(day_shift=0), ahead[0]), ahead[1]


def _single(t: Tokens, at: int) -> Found:
    found = point(t, at) or (_plain_year(t, at) if t.is_digits(at) else None)
    for category, side in (("or_after", "since"), ("or_before", "by")):
        opened = t.find(found[1], category) if found else None
        if found and opened:
            return Edge(side, found[0]), opened[1]
    if found and not (t.is_digits(at) and found[1] == at + 1):
        return found
    return _after_day_part(t, at)


def _after_day_part(t: Tokens, at: int) -> Found:
    """`مساء الجمعة`, `فجر 17 مايو`: the part of the day changes nothing about the day."""
    part = t.find(at, "day_parts")
    inner = point(t, part[1]) if part and not part[0].clitic.endswith("ل") else None
    if inner is None:
        return None
    when = inner[0]
    return inner if when.day or when.weekday is not None or when.day_shift is not None else None


def _years(t: Tokens, at: int) -> Found:
    """Years that only their surroundings tell: `2014-2018`, `(1990)`, `2015 م`."""
    first = bare_year(t, at, low=1500, high=2150) if t.is_digits(at) else None
    if first is None or first[0].year is None:
        return None
    if t.words[first[1]] in ("-", "–", "/", "—") or t.find(first[1], "to"):
        last = bare_year(t, first[1] + 1, low=1500, high=2150)
        if last and last[0].year is not None:
            ascending = 0 < last[0].year - first[0].year <= _LONGEST_YEARS
            return (Range(first[0], last[0]), last[1]) if ascending else None
    enclosed = at > 0 and t.words[at - 1] == "(" and t.words[first[1]] == ")"
    return first if enclosed or first[1] > at + 1 else None


def _edge(t: Tokens, at: int) -> Found:
    """`منذ 2014`, `حتى نهاية مايو`, `بحلول عام 2022`, `قبل عام 2020`; a year after `في`."""
    if "deictic" in t.entries[at].phrases and t.find(at, "deictic"):
        return None
    for side in _SIDES:
        found = t.find(at, side)
        if found is None:
            continue
        inner = point(t, found[1]) or _plain_year(t, found[1])
        whole = point(t, at)
        counted = whole is not None and inner is not None and bool(whole[0].offsets) and whole[1] >= inner[1]
        if inner is None or inner[0].offsets or counted:
            continue
        measured = offset_by(t, inner, side)
        if measured:
            return measured
        if side in ("until", "after") and inner[0].day_shift == 0:
            return Other("duration"), inner[1]
        return Edge(side, inner[0]), inner[1]
    inside = t.find(at, "in")
    if inside is None and t.words[at] != "ب":
        return None
    return _one_or_two_years(t, inside[1] if inside else at + 1)


def _one_or_two_years(t: Tokens, at: int) -> Found:
    """`2019`, `2019 و2020`."""
    first = _plain_year(t, at)
    joined = first is not None and t.words[first[1]] == "و"
    second = _plain_year(t, first[1] + 1) if first and joined else None
    if first and second and (first[0].year or 0) < (second[0].year or 0):
        return Range(first[0], second[0], True), second[1]
    return first


def _plain_year(t: Tokens, at: int) -> Read:
    """Four digits, or a long number in words, that a preposition of time makes a year, unless they count."""
    found = bare_year(t, at, low=1800, high=2150) if t.is_digits(at) else None
    if found is None:
        worded = worded_year(t, at)
        return worded if worded and worded[1] > at + 2 and (worded[0].year or 0) % 100 else None
    after = t.words[found[1]]
    round_number = int(t.words[at]) % 100 == 0
    if after in word_set("counted") or (round_number and after.isalpha() and found[1] == at + 1):
        return None
    return found


_ENDS = POINTS | {"now"}
"""What an end of a range begins with."""
_FIRST: tuple[tuple[_Reader, frozenset[str]], ...] = (
    (span, _ENDS | {"between", "from", "since"}),
    (_edge, frozenset(("in", *_SIDES))),
    (together, _ENDS),
    (_single, POINTS | {"day_parts"}),
    (_years, frozenset(("digits",))),
    (_within, frozenset(("within",))),
    (other, frozenset(("frequencies", "every", "clock", "for", "within", "few", "digits", "number", "unit"))),
)
"""Each reader with the categories of the words that it can begin with."""

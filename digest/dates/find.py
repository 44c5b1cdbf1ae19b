"""Finds the date expressions of a text and places them. May use the rest of this package.

One scan over folded tokens; the grammar is asked only at words that can begin a date, and looks ahead a
bounded number of tokens, so that time is linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from digest import edtf
from digest.dates.context import is_after_something, looks_ahead, part_of_name, says_direction
from digest.dates.grammar import expression
from digest.dates.reference import place, reference_days
from digest.dates.tokens import Tokens, tokenize
from digest.dates.value import Value
from digest.dates.when import Edge, Expression, Other, Range, When
from digest.model import DateKind, Grain, TemporalExpression

Reading = tuple[int, int, Expression]
"""(first token, token after, what they say)."""


def find_dates(text: str, reference: str | date | None = None) -> list[TemporalExpression]:
    """Every temporal expression of `text`, in order, without overlaps; offsets are code points of `text`.

    `reference` is the day the text was written, as a date or as EDTF: a day, a set, an interval, a month, a
    year. What depends on it is placed as far as it allows and marked `relative`; without one it has no value.
    Nothing is ever counted from today. Raises ValueError for a `reference` that is not EDTF.
    """
    return _find(text, reference_days(reference), None)[0]


def find_article_dates(
    texts: Sequence[str], reference: str | date | None = None, *, most: int | None = None
) -> list[list[TemporalExpression]]:
    """The temporal expressions of an article's sentences, a list a sentence; offsets as in the sentence.

    Like `find_dates`, but what is counted from a date told before (`في اليوم التالي`) is counted from the
    last date of its own sentence or of the one before it, and has no value where neither tells one. Once
    more than `most` are found, the sentences that follow are not read. Raises ValueError for a `reference`
    that is not EDTF.
    """
    days = reference_days(reference)
    found: list[list[TemporalExpression]] = []
    anchor: str | None = UNTOLD
    count = 0
    for text in texts:
        dates, anchor = _find(text, days, anchor) if most is None or count <= most else ([], UNTOLD)
        count += len(dates)
        found.append(dates)
    return found


UNTOLD = ""
"""The anchor of a sentence of an article before which no date was told; outside an article it is None."""


def _find(text: str, days: Sequence[date], anchor: str | None) -> tuple[list[TemporalExpression], str | None]:
    """The expressions of one text, and the last date that it tells."""
    tokens, said_here = read(text)
    found: list[TemporalExpression] = []
    told = None if anchor is None else UNTOLD
    for first, after, said in said_here:
        try:
            one = _finding(text, tokens, (first, after, said), days, anchor)
        except (ValueError, OverflowError):
            # No calendar has it: a year of six digits, an end before its beginning.
            one = _unplaced(text, tokens, (first, after, said))
        if one.edtf and one.kind in (DateKind.DATE, DateKind.RANGE):
            anchor = told = one.edtf
        found.append(one)
    return found, told


def read(text: str) -> tuple[Tokens, tuple[Reading, ...]]:
    """The tokens of a text and what the grammar reads in them.

    What is no longer than a sentence is kept for a while: an article's date is sought in the same sentences.
    """
    return _read_sentence(text) if len(text) <= _SENTENCE else _read(text)


_SENTENCE = 1000


def _read(text: str) -> tuple[Tokens, tuple[Reading, ...]]:
    tokens = tokenize(text)
    return tokens, tuple(readings(tokens))


_read_sentence = lru_cache(maxsize=256)(_read)


def readings(tokens: Tokens) -> Iterator[Reading]:
    """What the grammar reads, in order and without overlaps."""
    entries, words = tokens.entries, tokens.words
    at, length = 0, len(words) - 2
    while at < length:
        entry = entries[at]
        # Most words are of no date; this says so at a glance.
        if not entry.alone and words[at + 1] not in entry.seconds:
            at += 1
            continue
        found = expression(tokens, at)
        if found is None:
            at += 1
            continue
        said, after = found
        if not part_of_name(tokens, at, said):
            yield at, after, said
        at = after


def _finding(
    text: str, tokens: Tokens, reading: Reading, days: Sequence[date], anchor: str | None
) -> TemporalExpression:
    first, after, said = reading
    span = tokens.span(first, after)
    shown = text[span.start : span.end]
    if isinstance(said, Other):
        return TemporalExpression(span.start, span.end, shown, DateKind(said.kind), None, None, said.kind)
    future = not says_direction(said) and looks_ahead(tokens, first, after)
    told = isinstance(said, When) and is_after_something(tokens, first, after, said)
    value = Value(None, relative=True) if told else _placed(said, days, anchor, future)
    marked = edtf.with_mark(value.edtf, value.mark) if value.edtf else None
    kind = DateKind.DATE if isinstance(said, When) else DateKind.RANGE
    return TemporalExpression(
        span.start,
        span.end,
        shown,
        kind,
        marked,
        _grain(said, marked),
        rule_of(said),
        relative=value.relative,
        outside=value.outside,
        warning=value.warning,
    )


def _unplaced(text: str, tokens: Tokens, reading: Reading) -> TemporalExpression:
    """An expression without a value."""
    first, after, said = reading
    span = tokens.span(first, after)
    kind = DateKind.DATE if isinstance(said, When) else DateKind.RANGE
    return TemporalExpression(
        span.start, span.end, text[span.start : span.end], kind, None, None, rule_of(said)
    )


def _placed(said: When | Range | Edge, days: Sequence[date], anchor: str | None, future: bool) -> Value:
    if anchor == UNTOLD and isinstance(said, When) and said.anaphoric:
        return Value(None, relative=True)
    if isinstance(said, When) and said.anaphoric and anchor is not None:
        start, end = edtf.bounds(anchor) if edtf.is_valid(anchor) else (None, None)
        if start is None or end is None or (end - start) > _widest(said):
            return Value(None, relative=True)
        return place(said, (start,), future=future)._replace(mark="")
    return place(said, days, future=future)


def _widest(said: When) -> timedelta:
    """How wide a date told before may be for this one to be counted from it."""
    if said.year_shift is not None or said.unit_shift is not None:
        return timedelta(366)
    return timedelta(31 if said.month_shift is not None or said.month is not None else 6)


def _grain(said: When | Range | Edge, value: str | None) -> Grain | None:
    if value is None:
        return None
    when = said.when if isinstance(said, Edge) else said
    if isinstance(when, When) and when.week and when.weekday is None:
        return Grain.WEEK
    return edtf.grain(value)


def rule_of(said: Expression) -> str:
    """Identifier of the kind of expression, e.g. `deictic`, `day-month`, `range`."""
    if isinstance(said, Range):
        return "pair" if said.pair else "range"
    if isinstance(said, Edge):
        return f"{said.side}.{rule_of(said.when)}"
    if isinstance(said, Other):
        return said.kind
    for name, present in (
        ("offset", said.offsets),
        ("stretch", said.stretch),
        ("deictic", said.day_shift is not None),
        ("week", said.week or said.weekend_shift is not None),
        ("feast", said.feast),
        ("part-of-year", said.part),
        ("decade", said.decade is not None),
        ("century", said.century is not None or said.unit_shift),
        ("day-month", said.day is not None and (said.month or said.month_shift is not None)),
        ("weekday", said.weekday is not None),
        ("month", said.month or said.month_shift is not None),
    ):
        if present:
            return name
    return "year"

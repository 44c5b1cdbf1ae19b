"""The figures of one line of folded text, as tokens: number, unit and rate.

Pure. What stands around a number decides whether it is a figure at all; the words are `rules/units.yml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import compress
from operator import not_

from digest.figures.bounds import bound_of
from digest.figures.measures import measured
from digest.figures.numbers import Number, number_at, number_starts
from digest.figures.plain import counted
from digest.figures.points import pointed
from digest.figures.ranges import Pair, kind_of, lower_value, upper_number
from digest.figures.row import Found, Row
from digest.figures.shares import share
from digest.figures.units import (
    Form,
    Unit,
    dual_starts,
    forms,
    fractions,
    rates,
    short_rates,
    table,
    units,
    vague_words,
    word_set,
)
from digest.names.tokens import Tokens

_CLITICS = frozenset(("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب"))
_PARTICLES = "وفبلك"
_RECKONED = frozenset(("length", "measure", "volume"))
"""Kinds of units that are other units with a stroke and more behind them."""
_DIGITS = re.compile("[0-9]+")


@cache
def starts() -> frozenset[str]:
    """Every word that a figure can begin with, folded, attached particles and all."""
    words = number_starts() | dual_starts() | word_set("few") | frozenset(vague_words())
    return words.union(letter + word for letter in _PARTICLES for word in words)


def promising(words: Tokens) -> list[int]:
    """The words, by index, that a figure can begin with or, where they have digits, inside."""
    places = range(len(words.words))
    found = set(compress(places, map(starts().__contains__, words.words)))
    # Most words are of letters alone, which is told at a glance.
    mixed = compress(places, map(not_, map(str.isalpha, words.words)))
    found.update(at for at in mixed if _DIGITS.search(words.words[at]))
    return sorted(found)


@dataclass(frozen=True, slots=True)
class Line(Row):
    """A folded line, read for its figures."""

    def figures(self) -> Iterator[Found]:
        """Yield the figures in order."""
        begins, after, earlier = starts(), 0, None
        for at, token in enumerate(self.tokens):
            if at < after or at in self.dated or not (token.kind == "number" or token.text in begins):
                continue
            found = self._at(at)
            if found is None:
                continue
            earlier = found._replace(measures=measured(self, found, earlier))
            after = found.end
            told = pointed(self, earlier)
            if told is not None:
                bound = bound_of(self, told) if told.value is not None else None
                yield told._replace(bound=bound) if bound else told

    def _at(self, at: int) -> Found | None:
        number = number_at(self.tokens, at)
        if number is None or number.fraction:
            part = self._united(number) if number and self._free(number) else None
            return part or (number and share(self, number)) or self._dual(at) or self._vague(at)
        if not self._free(number):
            return None
        return self._paired(number) or self._quantity(number) or self._vague(at) or counted(self, number)

    def _quantity(self, number: Number) -> Found | None:
        return self._signed(number) or self._united(number)

    def _paired(self, low: Number) -> Found | None:
        """A range (`10 إلى 15 مليار دولار`), or what something rose or fell to (`من 70 إلى 75 دولارا`)."""
        own = self._quantity(low)
        high = upper_number(self, low, own.end if own else low.end)
        if high is None or self._runs_on(high):
            return None
        value, kind = lower_value(low, high), kind_of(self, low, high)
        if kind is Pair.CHANGE:
            found = None if own else self._quantity(high)
            return found and found._replace(told_from=low.first)
        found = self._quantity(low._replace(value=high.value, end=high.end, scale=high.scale))
        if kind is None or value is None or found is None or (own and own.unit_id != found.unit_id):
            return None
        between = self.word(low.first - 1) in word_set("range_between")
        told_from = low.first - 1 if between else None
        return found._replace(value=own.value if own else value, high=found.value, told_from=told_from)

    def _runs_on(self, number: Number) -> bool:
        """Whether a number goes on with more digits behind a mark: a date, a score."""
        end = self.tokens[number.end - 1].end
        return self.text[end : end + 1] in tuple("/:_")

    def _united(self, number: Number) -> Found | None:
        end = number.end
        form = self._form(end) or (None if number.fraction else self._definite_form(end))
        if form is None or not form.suits(number.value):
            return None
        after = end + len(form.words) + (self.word(end) == "من")
        if self._stroke(after) and self._rate(after)[1] == after and form.unit.kind in _RECKONED:
            return None
        if number.value == 0 or self._is_time(form.unit, number.first, after):
            return None
        if form.unit.unless and not form.unit.unless.isdisjoint(token.text for token in self.tokens):
            return None
        more, after = self._and_a_part(after)
        if more and number.scaled:
            return None
        rate, last = self._rate(after)
        return Found(number.value + more, form.unit, rate, number.first, end, last, number.skip)

    def _and_a_part(self, at: int) -> tuple[float, int]:
        """The fraction that goes on with a figure, and the token after it: `ونصف`, `ونصف العام`."""
        word = self.word(at)
        part = fractions().get(word[1:], 0.0) if word.startswith("و") else 0.0
        if not part:
            return 0.0, at
        form = self._definite_form(at + 1)
        return part, at + 1 + (len(form.words) if form else 0)

    def _signed(self, number: Number) -> Found | None:
        """`25%`, `$10 مليارات`, `10$`."""
        signs = table()["signs"]
        for at, first, end in (
            (number.end, number.first, number.end + 1),
            (number.first - 1, number.first - 1, number.end),
        ):
            if 0 <= at < len(self.tokens) and self.tokens[at].text in signs and number.digits:
                low, high = sorted((at, number.end - 1 if at == number.end else number.first))
                if not self.text[self.tokens[low].end : self.tokens[high].start].strip():
                    rate, last = self._rate(end)
                    return Found(
                        number.value, units()[signs[self.tokens[at].text]], rate, first, number.end, last
                    )
        return None

    def _dual(self, at: int) -> Found | None:
        """`يومين`: two of a unit in one word."""
        form = self._form(at, clitic=True)
        if form is None or not form.dual or not form.unit.dual_alone or self._is_reckoned_by(at):
            return None
        end = at + len(form.words)
        if self._is_time(form.unit, at, end) or (end == at + 1 and self._is_name(at)):
            return None
        more, after = self._and_a_part(end)
        rate, last = self._rate(after)
        skip = int(self.word(at) not in forms() or form not in forms()[self.word(at)])
        return Found(2.0 + more, form.unit, rate, at, end, last, skip)

    def _vague(self, at: int) -> Found | None:
        """`بضع مئات من الكيلومترات`, `آلاف الأشخاص`."""
        first, few = at, self.word(at) in word_set("few")
        at += few
        if self.word(at) not in vague_words() or not self.spaced(at, first):
            return None
        form = self._definite_form(at + 1)
        if form is None:
            return None
        end = at + 1 + len(form.words) + (self.word(at + 1) == "من")
        if self._is_time(form.unit, first, end):
            return None
        rate, last = self._rate(end)
        return Found(None, form.unit, rate, first, end, last)

    def _form(self, at: int, *, clitic: bool = False) -> Form | None:
        """The unit whose words begin at a token."""
        word = self.word(at)
        starts = [word]
        if clitic and len(word) > 4 and word[0] in "وفبلك":
            starts.append(word[1:])
        if at > 0 and not clitic and not self.spaced(at, at - 1):
            return None
        for start in starts:
            for form in forms().get(start, ()):
                if self._matches(at, form.words[1:]):
                    return form
        return None

    def _definite_form(self, at: int) -> Form | None:
        """A unit with the article, after `من` or in the construct: `من الكيلومترات`."""
        at += self.word(at) == "من"
        word = self.word(at)
        if not word.startswith("ال") or not self.spaced(at, at - 1):
            return None
        for form in forms().get(word[2:], ()):
            if not form.singular and self._matches(at, tuple(f"ال{part}" for part in form.words[1:])):
                return form
        return None

    def _matches(self, at: int, rest: tuple[str, ...]) -> bool:
        return all(
            self.word(at + number) == word and self.spaced(at + number, at + number - 1)
            for number, word in enumerate(rest, start=1)
        )

    def _is_name(self, at: int) -> bool:
        """Whether a dual that is a name too stands far from any word of distance: `ميلان`."""
        if self.word(at) not in word_set("also_names"):
            return False
        before = [self.word(at - back).removeprefix("و") for back in (1, 2)]
        return word_set("distances").isdisjoint(before)

    def _stroke(self, at: int) -> bool:
        """Whether nothing but a stroke parts a word from the token before it: `كم/س`."""
        return bool(self.word(at)) and self.text[self.tokens[at - 1].end : self.tokens[at].start] == "/"

    def _rate(self, at: int) -> tuple[str, int]:
        """The rate at a token and the token after it; empty where there is none."""
        if self._stroke(at):
            short = short_rates().get(self.word(at), "")
            return short, at + bool(short)
        for length in (2, 1):
            rate = rates().get(tuple(self.word(at + number) for number in range(length)))
            if rate and self.spaced(at, at - 1) and not (length > 1 and self._is_qualified(at + length)):
                return rate, at + length
        return "", at

    def _is_qualified(self, at: int) -> bool:
        """Whether a word goes on with a period just named, so that it is one period: `في العام القادم`."""
        follows = at < len(self.tokens) and self.spaced(at, at - 1)
        return follows and (self.word(at).startswith("ال") or self.tokens[at].kind == "number")

    def _free(self, number: Number) -> bool:
        """Whether a number stands for itself: no label, no part of a name, a date or a score."""
        first = self.tokens[number.first]
        before = self.text[max(0, first.start - 1) : first.start]
        if before == "،" and self.text[first.start - 2 : first.start - 1].isdecimal():
            return False  # `15،20`: a decimal, or two
        if self.word(number.first - 1) in word_set("labels") or self._goes_on(number.first):
            return False
        if self._is_reckoned_by(number.first):
            return False
        if first.kind != "number":
            return True
        attached = number.first > 0 and self.tokens[number.first - 1].end == first.start
        if attached and self.tokens[number.first - 1].kind == "word":
            return self.word(number.first - 1) in _CLITICS
        return before not in tuple("-–/:.,#_") and not self._runs_on(number)

    def _is_reckoned_by(self, at: int) -> bool:
        """Whether the words before a number say that another is reckoned by it: `من كل 4 أطفال`."""
        before, words = self.word(at - 1), word_set("reckoned_by")
        return before in words or f"{self.word(at - 2)} {before}" in words

    def _goes_on(self, at: int) -> bool:
        """Whether another number stands before this one, alone or as the low end of a range."""
        before = at - 1
        if self.word(before) in word_set("ranges") or self.word(before) in ("و", "ر"):
            before -= 1
        if before < 0 or before in self.dated:
            return False
        between = self.text[self.tokens[before].end : self.tokens[at].start]
        return (
            len(between) <= 6
            and not set(between) & set(",،.؛;()")
            and (self.tokens[before].kind == "number" or number_at(self.tokens, before) is not None)
        )

    def _is_time(self, unit: Unit, first: int, end: int) -> bool:
        """Whether a duration is a point in time: `قبل يومين`, `24 ساعة الماضية`."""
        if unit.kind != "time":
            return False
        back = first - 1
        while self.word(back) in word_set("about"):
            back -= 1
        before = self.word(back)
        return (
            before in word_set("time_before")
            or before[1:] in word_set("time_before")
            or self.word(end) in word_set("time_after")
        )

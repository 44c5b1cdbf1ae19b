"""Finds the figures of an article's sentences, headline and deck.

Pure. A number counts only with a unit; the units are `rules/units.yml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from digest.figures.numbers import Number, Token, number_at, read_tokens
from digest.figures.units import DUAL_ALONE, Form, Unit, forms, rates, table, units, vague_words, word_set
from digest.model import DateKind, Document, Figure, LineKind, Sentence, Span, TemporalExpression
from digest.names.tokens import stems
from digest.sentences import past_marks
from digest.text import fold_with_offsets, single_spaced

_CLITICS = frozenset(("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب"))
_TIMES = frozenset((DateKind.DATE, DateKind.RANGE, DateKind.CLOCK))
_WHAT = 4
"""Words that what is measured has at most."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A figure by its tokens [first, end)."""

    value: float | None
    unit: Unit
    rate: str
    first: int
    number_end: int
    end: int
    measures: tuple[int, int] | None = None

    @property
    def unit_id(self) -> str:
        return f"{self.unit.id}/{self.rate}" if self.rate else self.unit.id


def find_figures(
    document: Document, sentences: Sequence[Sentence], dates: Sequence[TemporalExpression]
) -> tuple[Figure, ...]:
    """Find the figures of an article, in text order.

    Units are ISO 4217 codes, `%`, SI-like signs (`km`, `m3`), English nouns for what is counted (`person`),
    with `/year` and the like for a rate. `value` is None for a rough quantity (`مئات الكيلومترات`). A
    figure of headline or deck belongs to the first sentence that has it too, and is left out where none has.
    """
    taken = [date.span for date in dates if date.kind in _TIMES]
    told = [figure for item in sentences for figure in _figures(document, item.span, taken, item.index)]
    return tuple(sorted([*_above(document, taken, told), *told], key=lambda figure: figure.span))


def _above(document: Document, taken: list[Span], told: list[Figure]) -> Iterator[Figure]:
    """The figures of headline and deck, each with the sentence that tells it."""
    sentence_of = {(figure.value, figure.unit): figure.sentence for figure in reversed(told)}
    for line in document.lines:
        if line.kind in (LineKind.HEADLINE, LineKind.DECK):
            for figure in _figures(document, line.span, taken, 0):
                if (figure.value, figure.unit) in sentence_of:
                    yield replace(figure, sentence=sentence_of[figure.value, figure.unit])


def _figures(document: Document, place: Span, taken: list[Span], sentence: int) -> Iterator[Figure]:
    folded = fold_with_offsets(document.text[place.start : place.end])
    tokens = read_tokens(folded.text)
    line = _Line(folded.text, tokens)

    def span_of(first: int, end: int) -> Span:
        inner = folded.original(tokens[first].start, tokens[end - 1].end)
        return Span(place.start + inner.start, past_marks(document.text, place.start + inner.end))

    for found in line.figures():
        if any(span_of(found.first, found.number_end).overlaps(span) for span in taken):
            continue
        span = span_of(found.first, found.end)
        what = span_of(*found.measures) if found.measures else None
        yield Figure(
            span=span,
            text=single_spaced(document.text[span.start : span.end]),
            value=found.value,
            unit=found.unit_id,
            measures=single_spaced(document.text[what.start : what.end]) if what else None,
            sentence=sentence,
        )


@dataclass(frozen=True, slots=True)
class _Line:
    """A folded line with its tokens."""

    text: str
    tokens: list[Token]

    def figures(self) -> Iterator[_Found]:
        at = 0
        while at < len(self.tokens):
            found = self._at(at)
            if found is None:
                at += 1
                continue
            yield replace(found, measures=self._measures(found))
            at = found.end

    def _at(self, at: int) -> _Found | None:
        number = number_at(self.tokens, at)
        if number is None:
            return self._dual(at) or self._vague(at)
        if not self._free(number):
            return None
        return self._signed(number) or self._united(number) or self._vague(at)

    def _united(self, number: Number) -> _Found | None:
        end = number.end
        form = self._form(end) or self._definite_form(end)
        if form is None:
            return None
        after = end + len(form.words) + (self._word(end) == "من")
        if number.value == 0 or self._is_time(form.unit, number.first, after):
            return None
        rate, last = self._rate(after)
        return _Found(number.value, form.unit, rate, number.first, end, last)

    def _signed(self, number: Number) -> _Found | None:
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
                    return _Found(
                        number.value, units()[signs[self.tokens[at].text]], rate, first, number.end, last
                    )
        return None

    def _dual(self, at: int) -> _Found | None:
        """`يومين`: two of a unit in one word."""
        form = self._form(at, clitic=True)
        if form is None or not form.dual or form.unit.kind not in DUAL_ALONE:
            return None
        end = at + len(form.words)
        if self._is_time(form.unit, at, end):
            return None
        rate, last = self._rate(end)
        return _Found(2.0, form.unit, rate, at, end, last)

    def _vague(self, at: int) -> _Found | None:
        """`بضع مئات من الكيلومترات`, `آلاف الأشخاص`."""
        first, few = at, self._word(at) in word_set("few")
        at += few
        if self._word(at) not in vague_words() or not self._spaced(at, first):
            return None
        form = self._definite_form(at + 1)
        if form is None:
            return None
        end = at + 1 + len(form.words) + (self._word(at + 1) == "من")
        if self._is_time(form.unit, first, end):
            return None
        rate, last = self._rate(end)
        return _Found(None, form.unit, rate, first, end, last)

    def _form(self, at: int, *, clitic: bool = False) -> Form | None:
        """The unit whose words begin at a token."""
        word = self._word(at)
        starts = [word]
        if clitic and len(word) > 4 and word[0] in "وفبلك":
            starts.append(word[1:])
        if at > 0 and not clitic and not self._spaced(at, at - 1):
            return None
        for start in starts:
            for form in forms().get(start, ()):
                if self._matches(at, form.words[1:]):
                    return form
        return None

    def _definite_form(self, at: int) -> Form | None:
        """A unit with the article, after `من` or in the construct: `من الكيلومترات`."""
        at += self._word(at) == "من"
        word = self._word(at)
        if not word.startswith("ال") or not self._spaced(at, at - 1):
            return None
        for form in forms().get(word[2:], ()):
            if self._matches(at, tuple(f"ال{part}" for part in form.words[1:])):
                return form
        return None

    def _matches(self, at: int, rest: tuple[str, ...]) -> bool:
        return all(
            self._word(at + number) == word and self._spaced(at + number, at + number - 1)
            for number, word in enumerate(rest, start=1)
        )

    def _rate(self, at: int) -> tuple[str, int]:
        """The rate at a token and the token after it; empty where there is none."""
        for length in (2, 1):
            rate = rates().get(tuple(self._word(at + number) for number in range(length)))
            if rate and self._spaced(at, at - 1):
                return rate, at + length
        return "", at

    def _free(self, number: Number) -> bool:
        """Whether a number stands for itself: no label, no part of a name, a date or a score."""
        first, last = self.tokens[number.first], self.tokens[number.end - 1]
        before = self.text[max(0, first.start - 1) : first.start]
        if self._word(number.first - 1) in word_set("labels"):
            return False
        if first.kind != "number":
            return True
        attached = number.first > 0 and self.tokens[number.first - 1].end == first.start
        if attached and self.tokens[number.first - 1].kind == "word":
            return self._word(number.first - 1) in _CLITICS
        return before not in tuple("-–/:.,#_") and self.text[last.end : last.end + 1] not in tuple("/:_")

    def _is_time(self, unit: Unit, first: int, end: int) -> bool:
        """Whether a duration is a point in time: `قبل يومين`, `24 ساعة الماضية`."""
        if unit.kind != "time":
            return False
        before = self._word(first - 1)
        return (
            before in word_set("time_before")
            or before[1:] in word_set("time_before")
            or self._word(end) in word_set("time_after")
        )

    def _measures(self, found: _Found) -> tuple[int, int] | None:
        """The tokens of what is measured: `من الغاز` after a volume, `بطول` before a number."""
        if found.unit.kind == "volume" and self._word(found.end) == "من":
            end = found.end + 1
            while end < len(self.tokens) and end - found.end <= _WHAT and self._word(end).startswith("ال"):
                if not self._spaced(end, end - 1):
                    break
                end += 1
            return (found.end + 1, end) if end > found.end + 1 else None
        before = found.first - 1
        while before >= 0 and self._word(before) in word_set("about") and self._spaced(before + 1, before):
            before -= 1
        nouns = (stem for _, stem in stems(self._word(before) or "-"))
        return (before, before + 1) if any(noun in word_set("measured") for noun in nouns) else None

    def _word(self, at: int) -> str:
        return self.tokens[at].text if 0 <= at < len(self.tokens) and self.tokens[at].kind == "word" else ""

    def _spaced(self, at: int, before: int) -> bool:
        """Whether nothing but white space stands between two tokens."""
        if not 0 <= before < len(self.tokens) or not 0 <= at < len(self.tokens):
            return False
        return not self.text[self.tokens[before].end : self.tokens[at].start].strip()

"""How much a row reads like a paragraph of an article, and what it shares with others. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from functools import cache

from digest.clean.rows import Row
from digest.rules import default_rules
from digest.text import Memo, fold

STRONG, MEDIUM, WEAK, NONE = 3, 2, 1, 0

_GOING_ON = (
    *(
        "كما ",
        "من جهة ",
        "من جهته",
        "من جانب",
        "بدور",
        "في المقابل",
        "يذكر ",
        "يشار ",
        "تجدر ",
        "غير ان ",
        "الا ان ",
    ),
    *("لكن ", "فقد ", "فيما ", "في حين", "فهل ", "فما ", "فماذا ", "فلماذا ", "فكيف "),
)
_PREFIX = re.compile("[وف]?(?:[بك]?ال|لل)?")
_PREFIXED = frozenset("وفبكال")
"""Letters that a word with such particles begins with."""
_SHORTEST_CONTENT = 2
"""A word of so many letters is none of content."""
_LONG_QUESTION = 110
_ANNOUNCING = 60
"""Characters of a sentence that announces a list."""
_SENTENCE = 5
"""Words that a paragraph without a stop has at least."""
_FUNCTION_SHARE = 0.05


def grade(row: Row) -> int:
    """STRONG: surely a paragraph; MEDIUM: a short one; WEAK: long, but without a sentence's end; NONE."""
    if row.graded is None:
        row.graded = _grade(row)
    return row.graded


def _grade(row: Row) -> int:
    size = row.size
    if row.latin or row.tabular or (size >= 120 and not row.ends and _is_glued(row.text)):
        return NONE
    if size >= 60 and row.ends:
        # A question or an exclamation of a line's length is as often another article's title.
        return STRONG if row.stops or size >= _LONG_QUESTION else WEAK
    if size >= 160 and reads_like_a_sentence(row):
        return STRONG
    announcing = size >= _ANNOUNCING and announces(row) and reads_like_a_sentence(row)
    if announcing or (size >= 30 and row.stops and len(row.words) >= 5):
        return MEDIUM
    if size >= 90 and reads_like_a_sentence(row):
        return WEAK
    return NONE


def announces(row: Row) -> bool:
    """Whether a row ends with a colon: a list, a letter or words of somebody follow."""
    return row.text.rstrip().endswith(":")


def _is_glued(text: str) -> bool:
    """Whether a long line is headlines set end to end: more colons and double dots than commas and stops."""
    marks = text.count(":") + text.count("..") + text.count("|")
    return marks >= 3 and marks > text.count("،") + text.count(". ") + text.count(':"')


def reads_like_a_sentence(row: Row) -> bool:
    """Whether a row has the function words that sentences have and lists of links lack."""
    common = _common()
    return sum(map(common.__contains__, row.words)) >= _FUNCTION_SHARE * len(row.words)


def stems(row: Row) -> frozenset[str]:
    """The content words of a row without their particles and endings, for comparison."""
    if row.stems is None:
        row.stems = frozenset(filter(None, map(_STEMS.__getitem__, row.words)))
    return row.stems


def joint_stems(rows: Iterable[Row]) -> frozenset[str]:
    """The content words of some rows together."""
    return frozenset[str]().union(*map(stems, rows))


class StemsOf:
    """The content words of rows that are looked for only if somebody asks."""

    def __init__(self, rows: Callable[[], Iterable[Row]]) -> None:
        self._rows = rows
        self._words: frozenset[str] | None = None

    def __call__(self) -> frozenset[str]:
        """The words, the same at each call."""
        if self._words is None:
            self._words = joint_stems(self._rows())
        return self._words


def shared(row: Row, others: AbstractSet[str]) -> float:
    """The share, 0 to 1, of a row's content words that `others` (stems) hold."""
    own = stems(row)
    return len(own.intersection(others)) / len(own) if own else 0.0


def goes_on(row: Row) -> bool:
    """Whether a paragraph goes on from one before it: it begins with `و` (and), or with such a phrase."""
    first = row.words[0] if row.words else ""
    return row.core.startswith(_GOING_ON) or (
        first.startswith("و") and len(first) > 2 and first not in _waw_words()
    )


def continues(row: Row) -> bool:
    """Whether a row is a paragraph that ends like none: it goes on from one, and is long or trails off."""
    return goes_on(row) and (len(row.words) >= _SENTENCE or row.text.rstrip().endswith(("...", "…")))


@cache
def _waw_words() -> frozenset[str]:
    return frozenset(map(fold, default_rules().table("fields")["waw_words"]))


def opens_with_function_word(row: Row) -> bool:
    """Whether a row's first word is one of these."""
    return row.words[0] in _common()


def is_function_word(word: str) -> bool:
    """Whether a word ties sentences together and says nothing of their subject."""
    return fold(word) in _common()


def is_notice(row: Row) -> bool:
    """Whether a row is full of the words of a site's notices to its readers."""
    found = _notice().intersection(row.words)
    return len(found) >= 3 and len(found) >= 0.08 * len(row.words)


def tells(row: Row) -> bool:
    """Whether a sentence tells of something and is no notice: it goes on or reports, and addresses nobody."""
    told = row.stops and (goes_on(row) or not _reporting().isdisjoint(row.words))
    return told and not (addresses(row) or is_notice(row))


def addresses(row: Row) -> bool:
    """Whether a row speaks to its readers, or of the site as "we": `تجربتك`, `تعليقاتكم`, `موقعنا`."""
    asked = row.words if row.size < _ANNOUNCING else row.words[:1]
    return (
        any(map(_TO_READERS.search, row.words))
        or not _addressing("addressing_words").isdisjoint(row.words)
        or not _addressing("addressing_verbs").isdisjoint(asked)
    )


_TO_READERS = re.compile(r"..ت(?:ك|كم)$")


@cache
def _addressing(name: str) -> frozenset[str]:
    return frozenset(map(fold, default_rules().table("fields")[name]))


@cache
def _reporting() -> frozenset[str]:
    """Words by which a text says who says something: `بحسب`, `قال`."""
    table, saying = default_rules().table("fields"), default_rules().table("headlines")["saying"]
    # `رأي` is a word of notices, whatever it is taken for without its last letter's dots.
    return frozenset(map(fold, (*saying, *table["reporting_words"]))) - frozenset(map(fold, table["labels"]))


def is_readers(row: Row) -> bool:
    """Whether a row has the words of a reader who writes to the paper, and quotes nobody: `شكرا`, `أتمنى`."""
    return not _readers().isdisjoint(row.words) and not any(mark in row.text for mark in '"«“')


@cache
def _readers() -> frozenset[str]:
    words = list(map(fold, default_rules().table("fields")["reader_words"]))
    return frozenset((*words, *(f"و{word}" for word in words)))


@cache
def _notice() -> frozenset[str]:
    return frozenset(map(fold, default_rules().table("fields")["notice_words"]))


def _stem(word: str) -> str:
    """The beginning of a content word behind its particles; nothing for any other word."""
    if len(word) <= _SHORTEST_CONTENT or word in _common():
        return ""
    match = _PREFIX.match(word) if word[0] in _PREFIXED else None
    start = match.end() if match and len(word) - match.end() >= 3 else 0
    return word[start : start + 5]


_STEMS = Memo(_stem)


@cache
def _common() -> frozenset[str]:
    words = (
        *default_rules().table("repairs")["common_words"],
        *default_rules().table("fields")["function_words"],
    )
    folded = [fold(word) for word in words]
    return frozenset(folded).union(f"و{word}" for word in folded)

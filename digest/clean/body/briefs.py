"""Tells a page of several briefs: title and paragraph again and again, each of other things. Pure.

A subhead is a few words, and what its paragraphs tell comes back in others; a brief's title is a headline,
its paragraph tells it, and the briefs beside it have hardly a word of either.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from digest.clean.prose import MEDIUM, STRONG, grade, stems
from digest.clean.rows import Row
from digest.model import LineKind

_LONGEST_TITLE, _FEWEST_WORDS, _USUAL_WORDS = 150, 3, 5
"""Characters and words of a brief's title; words that such titles have on average."""
_LABEL = 3
"""Words of a section's name above a brief."""
_FEWEST, _SEVERAL, _MOST = 3, 5, 60
"""Briefs of a page of which it is sure; of one whose words come back now and then; that are looked at."""
_PARAGRAPHS, _ON_AVERAGE = 2, 1.5
"""Paragraphs of a brief, at most."""
_OF_TITLE, _OF_DOUBTFUL, _OF_PAIR = 0.25, 0.15, 0.3
"""Share of a title's content words that its paragraphs have on average: surely, perhaps, of two briefs."""
_ALIKE, _ALIKE_OF_SEVERAL, _ALIKE_OF_DOUBTFUL, _ALIKE_OF_PAIR = 0.05, 0.1, 0.12, 0.02
"""Share of a brief's content words that the others have on average, at most."""
_WORDS_OF_PAIR = 6
"""Words of the title of the second of two briefs that is one perhaps."""
_BESIDE = frozenset(
    {
        LineKind.STATED_DATE,
        LineKind.BYLINE,
        LineKind.SOURCE,
        LineKind.DATELINE,
        LineKind.LABEL,
        LineKind.CREDIT,
        LineKind.CAPTION,
    }
)
"""What may stand beside a brief's title."""
_NAMING = (None, LineKind.NAVIGATION)
"""What the name of a section above it may be taken for."""


@dataclass(slots=True)
class _Brief:
    """A title with its paragraphs, in so far as they have been read."""

    first: int
    title: Row | None
    paragraphs: list[Row] = field(default_factory=list)
    last: int = 0

    @property
    def words(self) -> frozenset[str]:
        """The content words of all of it."""
        rows = (*self.paragraphs, *([self.title] if self.title else []))
        return frozenset[str]().union(*map(stems, rows))


def part_briefs(units: Sequence[Row], first: int) -> list[tuple[int, int]]:
    """(first, last) rows of each brief below the first, where it is sure; doubtful titles are noted as such.

    `first` is the body's first row, the first brief's.
    """
    title = next((row for row in reversed(units[:first]) if row.kind is LineKind.HEADLINE), None)
    found = _briefs(units, first, title) if title else []
    others = found[1:]
    if not others or not _are_headlines(others):
        return []
    told = _told(others)
    if told < _OF_DOUBTFUL:
        return []
    alike = _alike(found)
    if len(found) >= _FEWEST and told >= _OF_TITLE and alike <= _most(len(found)):
        return [(brief.first, brief.last) for brief in others]
    if len(found) >= _FEWEST:
        doubtful = alike <= _ALIKE_OF_DOUBTFUL
    else:
        long = all(len(brief.title.words) >= _WORDS_OF_PAIR for brief in others if brief.title)
        doubtful = long and told >= _OF_PAIR and alike <= _ALIKE_OF_PAIR
    for brief in others if doubtful else ():
        if brief.title:
            brief.title.doubtful = True
    return []


def _most(briefs: int) -> float:
    return _ALIKE_OF_SEVERAL if briefs >= _SEVERAL else _ALIKE


def _briefs(units: Sequence[Row], first: int, title: Row | None) -> list[_Brief]:
    """The briefs from a row on, as far as a title and a paragraph or two follow one another."""
    found = [_Brief(first, title)]
    for index in range(first, len(units)):
        row, brief = units[index], found[-1]
        if row.opens or row.finishes or row.tabular or row.written or row.own is LineKind.SUBHEAD:
            break
        if row.kind in _BESIDE or (row.kind in _NAMING and len(row.words) <= _LABEL and not row.ends):
            continue
        if row.kind is not None:
            break
        if grade(row) >= MEDIUM:
            brief.paragraphs.append(row)
            brief.last = index
        elif brief.paragraphs and _is_title(row) and _has_lead(units, index):
            found.append(_Brief(index, row, last=index))
        else:
            break
        if len(found[-1].paragraphs) > _PARAGRAPHS or len(found) > _MOST:
            break
    return found if _are_short(found) else []


def _are_short(briefs: Sequence[_Brief]) -> bool:
    paragraphs = [len(brief.paragraphs) for brief in briefs]
    return max(paragraphs) <= _PARAGRAPHS and sum(paragraphs) <= _ON_AVERAGE * len(briefs)


def _is_title(row: Row) -> bool:
    plain = not (row.stops or row.latin or row.text.rstrip().endswith((":", "،")))
    return plain and row.size <= _LONGEST_TITLE and len(row.words) >= _FEWEST_WORDS


def _has_lead(units: Sequence[Row], index: int) -> bool:
    """Whether a paragraph stands below a row, nothing but credits between them."""
    for row in units[index + 1 : index + 1 + _LABEL]:
        if row.kind not in _BESIDE:
            return row.kind is None and grade(row) == STRONG
    return False


def _are_headlines(briefs: Sequence[_Brief]) -> bool:
    """Whether their titles are as long as headlines are, and mostly no questions."""
    titles = [brief.title for brief in briefs if brief.title]
    words = sum(len(title.words) for title in titles)
    asked = sum(title.text.rstrip().endswith("؟") for title in titles)
    return words >= _USUAL_WORDS * len(titles) and asked * 2 <= len(titles)


def _told(briefs: Sequence[_Brief]) -> float:
    """The share of a title's content words that its paragraphs have, on average."""
    shares = []
    for brief in briefs:
        own = stems(brief.title) if brief.title else frozenset[str]()
        told = frozenset[str]().union(*map(stems, brief.paragraphs))
        shares.append(len(own & told) / len(own) if own else 0.0)
    return sum(shares) / len(shares)


def _alike(briefs: Sequence[_Brief]) -> float:
    """The share of a brief's content words that any other has, on average."""
    words = [brief.words for brief in briefs]
    times = Counter(word for own in words for word in own)
    shares = [sum(times[word] > 1 for word in own) / len(own) if own else 1.0 for own in words]
    return sum(shares) / len(shares)

"""The facts of an Arabic passage in the page's language, for readers who cannot read the passage. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable

from digest.figures import PLAIN
from digest.model import Article, Figure, Span
from digest.render.shown import Gloss
from digest.wording.dates import date_in_words
from digest.wording.figures import figure_in_words
from digest.wording.strings import Language


class SentenceFacts:
    """What an article names, dates and measures, by sentence: pages ask it of every passage."""

    def __init__(self, article: Article) -> None:
        self.article = article
        findings = article.findings
        self._sentences = [sentence.span for sentence in findings.sentences]
        self._starts = [span.start for span in self._sentences]
        named = ((m.span, (n, e.id)) for n, e in enumerate(findings.entities) for m in e.mentions)
        dated = ((date.span, (n, date.edtf)) for n, date in enumerate(findings.dates) if date.edtf)
        self._names, self._dates = self._placed(named), self._placed(dated)
        self._figures: dict[int, list[tuple[int, Figure]]] = defaultdict(list)
        for number, figure in enumerate(findings.figures):
            self._figures[figure.sentence].append((number, figure))

    def _placed(self, items: Iterable[tuple[Span, tuple[int, str]]]) -> dict[int, set[tuple[int, str]]]:
        """Things with their number, by the sentence that holds them whole."""
        placed: dict[int, set[tuple[int, str]]] = defaultdict(set)
        for span, item in items:
            index = bisect_right(self._starts, span.start) - 1
            if index >= 0 and span.end <= self._sentences[index].end:
                placed[index].add(item)
        return placed

    def names(self, sentences: Collection[int]) -> list[str]:
        """The ids of what some sentences (indexes) name, in the article's order."""
        return [id_ for _, id_ in sorted({item for n in sentences for item in self._names.get(n, ())})]

    def dates(self, sentences: Collection[int]) -> list[str]:
        """The dates of some sentences (EDTF)."""
        return [edtf for _, edtf in sorted({item for n in sentences for item in self._dates.get(n, ())})]

    def figures(self, sentences: Collection[int]) -> list[Figure]:
        """The figures of some sentences."""
        found = {number: figure for n in sentences for number, figure in self._figures.get(n, ())}
        return [found[number] for number in sorted(found)]


def gloss_of(
    facts: SentenceFacts, sentences: Collection[int], language: Language, name: Callable[[str], str | None]
) -> Gloss | None:
    """Names, dates and figures of some sentences (indexes); None where there are none.

    A figure without words for what it counts is left out: a number alone tells nothing. `name` gives the
    name of a vocabulary id in the page's language, None where it has none.
    """
    names = filter(None, map(name, facts.names(sentences)))
    dates = (date_in_words(edtf, language) for edtf in facts.dates(sentences))
    told = (item for item in facts.figures(sentences) if item.unit != PLAIN.id)
    figures = (figure_in_words(item, language) for item in told)
    gloss = Gloss(*(tuple(dict.fromkeys(items)) for items in (names, dates, figures)))
    return gloss if gloss.names or gloss.dates or gloss.figures else None

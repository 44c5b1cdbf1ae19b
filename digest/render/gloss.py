"""The facts of an Arabic passage in the page's language, for readers who cannot read the passage. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from digest.model import Article, Mention, Span, TemporalExpression
from digest.render.shown import Gloss
from digest.wording.dates import date_in_words
from digest.wording.figures import figure_in_words
from digest.wording.strings import Language


def gloss_of(
    article: Article, sentences: Collection[int], language: Language, name: Callable[[str], str | None]
) -> Gloss | None:
    """Names, dates and figures of some sentences (indexes); None where there are none.

    `name` gives the name of a vocabulary id in the page's language, None where it has none.
    """
    findings = article.findings
    spans = [findings.sentences[index].span for index in sentences]
    mentioned = (entity.id for entity in findings.entities if _any_inside(entity.mentions, spans))
    names = filter(None, map(name, mentioned))
    dates = (
        date_in_words(date.edtf, language)
        for date in findings.dates
        if date.edtf and _any_inside((date,), spans)
    )
    figures = (figure_in_words(item, language) for item in findings.figures if item.sentence in sentences)
    gloss = Gloss(*(tuple(dict.fromkeys(items)) for items in (names, dates, figures)))
    return gloss if gloss.names or gloss.dates or gloss.figures else None


def _any_inside(items: Iterable[Mention | TemporalExpression], spans: Sequence[Span]) -> bool:
    # Two plain loops: pages ask this of every mention of every passage.
    for item in items:
        for span in spans:
            if span.start <= item.span.start and item.span.end <= span.end:
                return True
    return False

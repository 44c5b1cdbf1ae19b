"""The facts of an Arabic passage in the page's language, for readers who cannot read the passage. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection

from digest.model import Article
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
    mentioned = (
        entity.id
        for entity in findings.entities
        if any(span.contains(mention.span) for mention in entity.mentions for span in spans)
    )
    names = filter(None, map(name, mentioned))
    dates = (
        date_in_words(date.edtf, language)
        for date in findings.dates
        if date.edtf and any(span.contains(date.span) for span in spans)
    )
    figures = (figure_in_words(item, language) for item in findings.figures if item.sentence in sentences)
    gloss = Gloss(*(tuple(dict.fromkeys(items)) for items in (names, dates, figures)))
    return gloss if gloss.names or gloss.dates or gloss.figures else None

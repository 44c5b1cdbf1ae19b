"""What lists hold: articles, events and quotations, when each is of, about how much room it takes. Pure."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from digest.edtf import bounds
from digest.model import Article, Quotation, TimelineEntry
from digest.render.parts import Part, parts_by_year

Said = tuple[Article, Quotation]
"""A quotation with the article it stands in."""
Story = Article | TimelineEntry | Said
"""What is listed of a name, a topic or a source."""
Dated = Article | TimelineEntry
Size = tuple[int, Sequence[int]]
"""Characters of an article's seed, and of each of its sentences."""

TELLINGS = 6
"""How many articles a list names that tell one event, or a file for programs; more are counted."""
LINKS, LINK = 40, 150
"""How many sentences of an article a list links, and about how many bytes a link takes; more are counted."""
FED = 250
"""How many articles an archive of a feed holds: one that is added has all of them written again."""
_EVENT = 30
"""What an event counts for beside the characters of articles."""


def date_of(story: Story) -> str | None:
    """When an article is from, an event was, or words were published (EDTF)."""
    if isinstance(story, TimelineEntry):
        return story.edtf
    article = story if isinstance(story, Article) else story[0]
    return article.findings.publication.edtf


@lru_cache(1 << 14)
def month_of(edtf: str | None) -> tuple[int, int] | None:
    """The year and month that all of a date lies in; None where it is wider, open or none."""
    first, last = bounds(edtf) if edtf else (None, None)
    if first is None or last is None or (first.year, first.month) != (last.year, last.month):
        return None
    return first.year, first.month


def size_of(article: Article) -> Size:
    """How long an article and its sentences are."""
    return len(article.seed.text), array("I", (len(item.text) for item in article.findings.sentences))


def room_of(story: Story, articles: Mapping[str, Article], sizes: Callable[[Article], Size]) -> int:
    """About how many bytes it takes in a list; `articles` are those of the digest, by id."""
    if isinstance(story, Article):
        return 600 + _bytes(story.extract.headline.text)
    if isinstance(story, TimelineEntry):
        tellings = [(articles[id_], event) for id_, event in story.tellings[:TELLINGS]]
        told, event = tellings[0]
        heads = sum(300 + _bytes(article.extract.headline.text) for article, _ in tellings)
        return 500 + heads + 2 * sizes(told)[1][event.sentence]
    article, quotation = story
    return 600 + _bytes(quotation.text) + _bytes(article.extract.headline.text)


def characters_of(item: Dated, sizes: Callable[[Article], Size]) -> int:
    """About how many characters it takes in a file for programs."""
    return sizes(item)[0] if isinstance(item, Article) else _EVENT * (1 + len(item.tellings[:TELLINGS]))


def feed_parts(articles: Iterable[Article]) -> dict[str, Part[Article]]:
    """Articles, newest first, cut into archives of a feed in the order of time, by the archives' names."""
    parts = parts_by_year([*articles][::-1], date_of, lambda _: 1, FED)
    return {part.name: part for part in parts}


def _bytes(text: str) -> int:
    return 2 * len(text)

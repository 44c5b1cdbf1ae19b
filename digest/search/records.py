"""What the search knows of each article, in a language: its words, what a result shows, its filters. Pure."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from digest.edtf import bounds
from digest.model import Article, EntityKind, VocabularyEntry
from digest.render import Site, visible
from digest.render.links import page_url
from digest.search.words import search_words
from digest.wording.dates import date_in_words

END = "ٮ"
"""Ends each word of the index, and each whole word of a query: a letter of no language. Pagefind finds what
begins with a term; so it finds whole words only."""
JOIN = "ٯ"
"""Stands between the parts of a filter's word, for the same reason."""
HEADLINE_WEIGHT = 7
"""How often the headline's words count against those of the text."""
FILTERS = {
    EntityKind.TOPIC: "topic",
    EntityKind.PERSON: "person",
    EntityKind.PLACE: "place",
}
MOST_LISTED = 150
"""How many values a filter offers at most, those in most articles first."""
MOST_YEARS = 3
"""An article whose date is not known better than this many years is of no year."""


@dataclass(frozen=True, slots=True)
class Record:
    """An article as the index is given it."""

    url: str
    """From the root of the site."""
    content: str
    """Stems, each with `END`, and the words of its filters (see `filter_word`), in the order of the alphabet.

    A stem stands in it as often as it counts, not as often as in the text: each place costs a reader bytes.
    """
    shown: dict[str, str]
    """What a result shows: `title`, `date`, `source`, `lead`; the language of each that is not the page's."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a filter offers."""

    id: str
    label: str
    language: str
    count: int


@dataclass(frozen=True, slots=True)
class Entry:
    """An article that a search finds; its record is made when it is wanted, for all take much memory."""

    id: str
    """The article's."""
    make: Callable[[], Record]


def search_entries(site: Site) -> list[Entry]:
    """The articles that a search finds, newest first as in the digest: in English, those that entered it."""
    return [Entry(article.id, partial(_record, site, article)) for article in _found(site)]


def search_records(site: Site) -> Iterator[Record]:
    """Their records."""
    return (entry.make() for entry in search_entries(site))


class Records:
    """The records of a site that is followed: made once, as long as an article stays the same.

    Their words are kept packed: of ten thousand articles they take 50 MB, and 16 so.
    """

    def __init__(self) -> None:
        self._made: dict[str, tuple[Article, Record, bytes]] = {}
        """Of each article, by its id: the article, its record without words, and the words."""

    def entries(self, site: Site, pause: Callable[[], None]) -> list[Entry]:
        """What `search_entries` gives; before each record is made, `pause` is called."""
        found = _found(site)
        self._made = {article.id: self._made[article.id] for article in found if article.id in self._made}
        return [Entry(article.id, partial(self._of, site, article, pause)) for article in found]

    def _of(self, site: Site, article: Article, pause: Callable[[], None]) -> Record:
        pause()
        known = self._made.get(article.id)
        if known and known[0] is article:
            return replace(known[1], content=zlib.decompress(known[2]).decode())
        record = _record(site, article)
        words = zlib.compress(record.content.encode(), level=1)
        self._made[article.id] = article, replace(record, content=""), words
        return record


def _found(site: Site) -> tuple[Article, ...]:
    return tuple(article for article in site.digest.articles if site.enters(article))


def search_choices(site: Site) -> dict[str, list[Choice]]:
    """What each filter offers: the values in most articles first, years newest first."""
    counts = Counter(pair for article in _found(site) for pair in filters_of(site, article))
    names = (*FILTERS.values(), "source")
    offered = {name: list(_choices(site, name, counts))[:MOST_LISTED] for name in names}
    return {**offered, "year": list(_years(site, counts))}


def _choices(site: Site, name: str, counts: Mapping[tuple[str, str], int]) -> Iterator[Choice]:
    """The values of a filter by names, with their labels."""
    having = sorted((-count, id_) for (filter_, id_), count in counts.items() if filter_ == name)
    for count, id_ in having:
        named = site.tag(id_) or site.source(site.index.from_source[id_][0])
        if named:
            yield Choice(id_, visible(named.label), named.language, -count)


def _years(site: Site, counts: Mapping[tuple[str, str], int]) -> Iterator[Choice]:
    for year in sorted((value for name, value in counts if name == "year"), reverse=True):
        yield Choice(year, date_in_words(year, site.language), site.language, counts["year", year])


def years_of(article: Article) -> tuple[str, ...]:
    """The years an article may be of; none where its date is open or too wide."""
    edtf = article.findings.publication.edtf
    first, last = bounds(edtf) if edtf else (None, None)
    if first is None or last is None or last.year - first.year >= MOST_YEARS:
        return ()
    return tuple(str(year).zfill(4) for year in range(first.year, last.year + 1))


def _record(site: Site, article: Article) -> Record:
    words = [word + END for word, count in _counts(site, article).items() for _ in range(_standing(count))]
    filters = [filter_word(name, value) for name, value in filters_of(site, article)]
    return Record(
        url=page_url(f"{site.language}/{site.card(article).path}"),
        content=" ".join(sorted(words + filters)),
        shown=_shown(site, article),
    )


def _counts(site: Site, article: Article) -> Counter[str]:
    """How often an article has each stem, those of its headline counted `HEADLINE_WEIGHT` times."""
    counts = Counter(search_words("\n".join(_texts(site, article))))
    counts.update(search_words(site.headline(article).text) * HEADLINE_WEIGHT)
    return counts


def _standing(count: int) -> int:
    """How often a stem stands in the index: once for one or two of it, twice for up to six, and so on."""
    return ((count + 1) // 2).bit_length()


def filter_word(name: str, value: str) -> str:
    """The word by which the index finds what a filter lets through.

    Pagefind's own filters have other bytes in each run, and move all their values at once.
    """
    return JOIN + JOIN.join((name, *value.split("-"))) + END


def _shown(site: Site, article: Article) -> dict[str, str]:
    card = site.card(article)
    shown = {"title": (card.headline.text, card.headline.language)}
    if card.lead:
        shown["lead"] = (card.lead.text, card.lead.language)
    if card.source:
        shown["source"] = (card.source.label, card.source.language)
    languages = {
        f"{name}-lang": language for name, (_, language) in shown.items() if language != site.language
    }
    texts = {name: visible(text) for name, (text, _) in shown.items()}
    return {**texts, **languages, "date": card.date.words, "datetime": card.date.datetime or ""}


def filters_of(site: Site, article: Article) -> Iterator[tuple[str, str]]:
    """Each filter's values that an article has: vocabulary ids, years."""
    for id_ in site.index.tags_of(article):
        entry = site.digest.vocabulary.get(id_)
        if entry and entry.kind in FILTERS:
            yield FILTERS[entry.kind], id_
    yield from (("source", id_) for id_ in site.index.source_ids(article))
    yield from (("year", year) for year in years_of(article))


def _texts(site: Site, article: Article) -> Iterator[str]:
    """What an article is found by but its headline: what its page shows in this language, names in both."""
    extract = article.extract
    for role in ("deck", "label"):
        field = getattr(extract, role)
        if field:
            yield site.shown(article, role, field.text).text
    for sentence in article.findings.sentences:
        yield site.sentence(article, sentence.index).text
    yield from (field.text for field in (extract.byline, extract.source, extract.dateline) if field)
    for entry in _named(site, article):
        yield from names_of(entry)


def _named(site: Site, article: Article) -> Iterator[VocabularyEntry]:
    implied = {topic.id for topic in article.findings.topics if topic.implied_by}
    for id_ in dict.fromkeys((*site.index.tags_of(article), *site.index.source_ids(article))):
        if id_ not in implied and id_ in site.digest.vocabulary:
            yield site.digest.vocabulary[id_]


def names_of(entry: VocabularyEntry) -> Iterator[str]:
    """The names of a person, place or topic in both languages.

    Of other forms, only a person's and those of one word: `the People's Republic of China` would make every
    article on China one on republics.
    """
    yield entry.ar
    yield from filter(None, [entry.en])
    for form in (*entry.ar_variants, *entry.en_variants):
        if entry.kind is EntityKind.PERSON or " " not in form:
            yield form

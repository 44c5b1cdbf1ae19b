"""What a page shows, in its language. Pure.

`Site` is a digest seen in one language; its methods make the small values (see `shown`) that several pages
share.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from digest.model import (
    Article,
    Digest,
    EntityKind,
    Event,
    Field,
    Quotation,
    SegmentState,
    TimelineEntry,
    Translation,
    VocabularyEntry,
)
from digest.record import english_by_role, original_language, readable_english
from digest.render.datewords import words_of_date
from digest.render.desk import Desk
from digest.render.escape import language_of_text
from digest.render.gloss import SentenceFacts, gloss_of
from digest.render.index import DigestIndex
from digest.render.links import anchor, article_path, entity_path
from digest.render.listed import TELLINGS
from digest.render.notes import WHOLE, Fact
from digest.render.quoted import english_words, sentences_of, without_comma
from digest.render.shown import Card, DateView, Gloss, Moment, Quote, Shown, Source, Tag, Telling
from digest.text import capital, single_spaced
from digest.translate import ORIGINAL
from digest.wording.counts import count_in_words
from digest.wording.dates import date_in_words
from digest.wording.strings import Language, say

DESK: Fact = ("desk", WHOLE)
"""The fact of what editors' pages know."""
_ENGLISH = 256
"""Articles whose translations are looked up; then all are let go."""

_FACTS = 8
"""Articles whose facts are looked up by sentence."""


@dataclass(frozen=True, eq=False)
class Site:
    """A digest seen in one language."""

    language: Language
    index: DigestIndex
    _desk: Desk = field(default_factory=Desk)
    _english: dict[int, dict[str | int, Translation]] = field(default_factory=dict)
    """Of each article object that was lately asked for."""
    _facts: dict[int, SentenceFacts] = field(default_factory=dict)

    @property
    def digest(self) -> Digest:
        """What the site is made of; what is read of it is noted."""
        return self.index.noted

    @property
    def desk(self) -> Desk:
        """What editors' pages know beyond the digest."""
        self.index.notes.note(*DESK)
        return self._desk

    def english(self, article: Article) -> dict[str | int, Translation]:
        """An article's translations by role or sentence."""
        if not self.index.has(article):
            return english_by_role(article)
        if id(article) not in self._english:
            if len(self._english) >= _ENGLISH:
                self._english.clear()
            self._english[id(article)] = english_by_role(article)
        return self._english[id(article)]

    def shown(self, article: Article, key: str | int, arabic: str) -> Shown:
        """A segment of an article as this language shows it."""
        if self.language == "ar":
            return self._original(article, arabic)
        translation = self.english(article).get(key)
        english = readable_english(translation)
        if translation is None or english is None:
            state = translation.state if translation else SegmentState.MISSING
            return Shown(arabic, "ar", foreign=True, state=str(state))
        if translation.by == ORIGINAL:
            return replace(self._original(article, english), arabic=arabic)
        return Shown(english, "en", False, str(translation.state), arabic, translation.note)

    def _original(self, article: Article, text: str) -> Shown:
        """Words of an article that are not translated here, be they of the page's language or not."""
        language = self.language_of(article, text)
        return Shown(text, language, language != self.language, "original")

    def beside(self, article: Article, text: str) -> Shown:
        """Words of a seed that are none of its text: of an Arabic page they are taken for Arabic."""
        language = self.language_of(article, text) if article.foreign else "ar"
        return Shown(text, language, language != self.language, "original")

    def language_of(self, article: Article, text: str) -> str:
        """The language of some words of an article: without Arabic it is its own, or English."""
        found = language_of_text(text, self.language)
        return original_language(article) if found == "en" and article.foreign else found

    def enters(self, article: Article) -> bool:
        """Whether an article is one of this language: in English, once it has been read through."""
        return self.language == "ar" or self.index.is_english(article)

    def headline(self, article: Article) -> Shown:
        """An article's headline."""
        return self.shown(article, "headline", article.extract.headline.text)

    def title(self, article: Article) -> str:
        """What a page about an article is called where only words of this language can stand."""
        headline = self.headline(article)
        if not headline.untranslated:
            return headline.text
        date, source = self.published(article), self.source(article)
        named = [source.label] if source and source.language == self.language else []
        return " · ".join([say("translation.missing", self.language), date.words, *named])

    def lead(self, article: Article) -> str | None:
        """The first sentence of an article's summary; None where this language has none."""
        found = [self.sentence(article, index) for index in article.findings.summary[:1]]
        return next((item.text for item in found if not item.untranslated), None)

    def sentence(self, article: Article, index: int) -> Shown:
        """A sentence of an article."""
        return self.shown(article, index, article.findings.sentences[index].text)

    def gloss(self, article: Article, *sentences: int) -> Gloss | None:
        """The facts of some sentences in this language; None where there are none."""
        facts = self._facts.get(id(article))
        if facts is None or facts.article is not article:
            if len(self._facts) >= _FACTS:
                self._facts.clear()
            facts = self._facts[id(article)] = SentenceFacts(article)
        return gloss_of(facts, sentences, self.language, self._name)

    def _name(self, id_: str) -> str | None:
        tag = self.tag(id_)
        return tag.label if tag and tag.language == self.language else None

    def credit(self, article: Article, field: Field | None, ids: Sequence[str]) -> Shown | None:
        """A byline or a dateline; in English by the names `ids` that it is made of, where all are known."""
        if field is None:
            return None
        names = [self._name(id_) for id_ in ids]
        if self.language == "ar" or not all(names) or not names:
            return self._original(article, field.text)
        return Shown(", ".join(filter(None, names)), "en", False, "original", field.text)

    def date(self, edtf: str | None, basis: str = "") -> DateView:
        """A date in this language's words."""
        words = date_in_words(edtf, self.language) if edtf else say("date.unknown", self.language)
        return DateView(words, edtf, basis)

    def published(self, article: Article) -> DateView:
        """An article's date of publication."""
        publication = article.findings.publication
        return self.date(publication.edtf, str(publication.basis))

    def source(self, article: Article) -> Source | None:
        """Where an article comes from, as this language names it."""
        stated, ids = article.extract.source, self.index.source_ids(article)
        if stated is None:
            return None
        path, tags = f"sources/{ids[0]}.md", [tag for id_ in ids if (tag := self.tag(id_))]
        if self.language == "ar" or any(tag.language == "ar" for tag in tags) or not tags:
            return Source(stated.text, self.language_of(article, stated.text), path)
        return Source(" + ".join(tag.label for tag in tags), "en", path)

    def tag(self, id_: str) -> Tag | None:
        """A name or topic of the vocabulary; None for one that it lacks."""
        entry = self.digest.vocabulary.get(id_)
        return _tag(id_, entry.kind, entry.ar, entry.en if self.language == "en" else None) if entry else None

    def counted(self, entries: Iterable[VocabularyEntry]) -> list[Tag]:
        """Names and topics with the number of their articles."""
        tags = (tag for entry in entries if (tag := self.tag(entry.id)))
        return [replace(tag, count=self.index.counts.get(tag.id, 0)) for tag in tags]

    def tags(self, article: Article) -> tuple[Tag, ...]:
        """An article's topics and known names."""
        return tuple(tag for id_ in self.index.tags_of(article) if (tag := self.tag(id_)))

    def _few_tags(self, article: Article) -> tuple[Tag, ...]:
        """What a card has room for: two topics and two names."""
        tags = self.tags(article)
        topics = [tag for tag in tags if tag.kind == EntityKind.TOPIC]
        names = [tag for tag in tags if tag.kind != EntityKind.TOPIC]
        return (*topics[:2], *names[:2])

    def card(self, article: Article) -> Card:
        """An article on a list."""
        if not self.index.has(article):
            return self._make_card(article)
        key = ("card", self.language)
        return self.index.notes.once(article.id, key, lambda: self._make_card(article))

    def _make_card(self, article: Article) -> Card:
        label, summary = article.extract.label, article.findings.summary
        return Card(
            path=article_path(article.slug),
            headline=self.headline(article),
            label=self.shown(article, "label", label.text) if label else None,
            date=self.published(article),
            source=self.source(article),
            lead=self.sentence(article, summary[0]) if summary else None,
            tags=self._few_tags(article),
            ready=self.enters(article),
        )

    def moment(self, entry: TimelineEntry) -> Moment:
        """An entry of the timeline across articles."""
        shown = entry.tellings[:TELLINGS]
        told = (self._telling(self.index.articles[id_], event) for id_, event in shown)
        # What the reader can read comes first.
        tellings = tuple(sorted(told, key=lambda telling: telling.text.untranslated))
        first, more = entry.tellings[0][1], len(entry.tellings) - len(shown)
        untold = count_in_words(more, "article", self.language) if more else ""
        return Moment(self.date(entry.edtf), str(first.time), first.outside, tellings, untold)

    def own_moment(self, article: Article, event: Event) -> Moment:
        """An event of one article."""
        return Moment(self.date(event.edtf), str(event.time), event.outside, (self._telling(article, event),))

    def _telling(self, article: Article, event: Event) -> Telling:
        if not self.index.has(article):
            return self._make_telling(article, event)
        key = ("telling", self.language, event)
        return self.index.notes.once(article.id, key, lambda: self._make_telling(article, event))

    def _make_telling(self, article: Article, event: Event) -> Telling:
        text = self.sentence(article, event.sentence)
        return Telling(
            article_path(article.slug),
            anchor(event.sentence),
            self.headline(article),
            text,
            self._when(article, event),
            self.gloss(article, event.sentence) if text.untranslated else None,
        )

    def _when(self, article: Article, event: Event) -> str:
        text = self.sentence(article, event.sentence)
        if text.language == "en" and not text.original:
            return words_of_date(text.text, event.edtf)
        return single_spaced(article.document.text[event.span.start : event.span.end])

    def quote(self, article: Article, quotation: Quotation) -> Quote:
        """A quotation: in English its words where the sentences they stand in are translated."""
        text, exact = self._quoted(article, quotation)
        gloss = self.gloss(article, *sentences_of(article, quotation)) if text.untranslated else None
        place = article_path(article.slug), anchor(quotation.sentence)
        return Quote(text, *place, self.headline(article), gloss, exact)

    def _quoted(self, article: Article, quotation: Quotation) -> tuple[Shown, bool]:
        told = [self.sentence(article, index) for index in sentences_of(article, quotation)]
        unread = next((item for item in told if item.untranslated), None)
        if unread:
            return replace(unread, text=quotation.text), True
        if all(item.original for item in told):
            said = self._original(article, quotation.text)
            return said if said.language == "ar" else replace(said, text=without_comma(said.text)), True
        words, exact = english_words(article, quotation, [item.text for item in told])
        states = [item.state for item in told if not item.original]
        state = SegmentState.MACHINE if SegmentState.MACHINE in states else states[0]
        notes = dict.fromkeys(item.note for item in told if item.note)
        return Shown(words, "en", False, state, quotation.text, " ".join(notes) or None), exact


@lru_cache(maxsize=1 << 14)
def _tag(id_: str, kind: EntityKind, arabic: str, english: str | None) -> Tag:
    label = capital(english or arabic)
    return Tag(id_, str(kind), label, "en" if english else "ar", entity_path(kind, id_))

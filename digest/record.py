"""An article as plain data: what front matter, `digest export` and the JSON files of the site hold.

The shape is described by `digest/schema/article.json`. Pure: values in, values out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from digest.leftout import left_out
from digest.model import (
    Article,
    Digest,
    Entity,
    Field,
    Publication,
    Quotation,
    Related,
    SegmentState,
    Sentence,
    Span,
    TimelineEntry,
    TopicScore,
    Translation,
    VocabularyEntry,
)
from digest.seeds.plausibility import is_english
from digest.translate import ORIGINAL
from digest.wording.warnings import warning_in_words

Data = dict[str, Any]
_READABLE = (SegmentState.HUMAN, SegmentState.REVIEWED, SegmentState.MACHINE)


def article_record(article: Article, digest: Digest | None = None) -> Data:
    """Everything known of an article, JSON-ready; with a digest, its relations and topic names too."""
    vocabulary = digest.vocabulary if digest else {}
    english = english_by_role(article)
    return {
        "id": article.id,
        "slug": article.slug,
        "seed": _seed(article),
        **_fields(article, english),
        "published": _published(article.findings.publication),
        "languages": _languages(article),
        "summary": [_sentence(article.findings.sentences[i], english) for i in article.findings.summary],
        "timeline": _timeline(article, english),
        "figures": [_figure(article, index) for index in range(len(article.findings.figures))],
        "quotations": [_quotation(quotation) for quotation in article.findings.quotations],
        "entities": [_entity(entity) for entity in article.findings.entities],
        "topics": [_topic(topic, vocabulary) for topic in article.findings.topics],
        "text": [_sentence(sentence, english) for sentence in article.findings.sentences],
        "left_out": _left_out(article),
        "related": [_related(item) for item in digest.related.get(article.id, ())] if digest else [],
        "warnings": [
            {"code": w.code, "message": warning_in_words(w), "file": w.file, "line": w.line}
            for w in article.warnings
        ],
    }


def digest_record(digest: Digest) -> Data:
    """The whole digest, JSON-ready: every article, and the events of all of them in time order."""
    return {
        "articles": [article_record(article, digest) for article in digest.articles],
        "timeline": [entry_record(entry) for entry in digest.timeline],
    }


def entry_record(entry: TimelineEntry, most: int | None = None) -> Data:
    """An event of the timeline across articles, JSON-ready: its first `most` tellings and their count."""
    tellings = [
        {"article": article, "sentence": event.sentence, "time": str(event.time)}
        for article, event in entry.tellings[:most]
    ]
    return {"edtf": entry.edtf, "count": len(entry.tellings), "tellings": tellings}


def english_by_role(article: Article) -> dict[str | int, Translation]:
    """The translation of each segment: by role for headline, deck and label, by index for a sentence."""
    return {
        item.segment.role if item.segment.sentence is None else item.segment.sentence: item
        for item in article.translations
    }


def readable_english(translation: Translation | None) -> str | None:
    """The English that a reader may be shown as this text's: none when it is missing or stale."""
    return translation.en if translation and translation.state in _READABLE else None


def enters_english(article: Article) -> bool:
    """Whether the headline and every summary sentence are in English that a person wrote or reviewed."""
    trusted = (SegmentState.HUMAN, SegmentState.REVIEWED)
    english = english_by_role(article)
    needed = [english.get("headline"), *(english.get(index) for index in article.findings.summary)]
    return all(item is not None and item.state in trusted for item in needed)


def original_address(article: Article) -> str | None:
    """The web address of the original, where an editor or the page states one."""
    return (article.correction.url if article.correction else None) or article.seed.metadata.url


def original_language(article: Article) -> str:
    """BCP 47's name of an article's own language: `ar`, `en`, or `und` where it is one that nothing tells."""
    if not article.foreign:
        return "ar"
    return "en" if is_english(article.document.text) else "und"


def _seed(article: Article) -> Data:
    seed = article.seed
    return {
        "file": f"seeds/{seed.name}",
        "sha256": seed.sha256,
        "encoding": seed.encoding,
        "format": str(seed.format),
        "repairs": list(seed.repairs),
        "url": original_address(article),
    }


def _fields(article: Article, english: dict[str | int, Translation]) -> Data:
    extract = article.extract
    translated = {
        name: _field(getattr(extract, name), english.get(name)) for name in ("label", "headline", "deck")
    }
    plain = {name: _field(getattr(extract, name)) for name in ("byline", "source", "dateline", "stated_date")}
    return {**translated, **plain, "keywords": list(extract.keywords)}


def _field(field: Field | None, translation: Translation | None = None) -> Data | None:
    if field is None:
        return None
    data: Data = {"ar": field.text, "span": _span(field.span), "rule": field.rule, "derived": field.derived}
    if translation is not None:
        data |= _english(translation)
    return data


def _english(translation: Translation | None) -> Data:
    if translation is None:
        return {"en": None, "state": str(SegmentState.MISSING), "by": None, "note": None}
    return {
        "en": readable_english(translation),
        "state": str(translation.state),
        "by": translation.by,
        "note": translation.note,
    }


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _published(publication: Publication) -> Data:
    return {
        "edtf": publication.edtf,
        "basis": str(publication.basis),
        "text_only": publication.text_only,
        "reason": publication.reason,
        "settle": publication.settle,
        "contradictions": list(map(str, publication.contradictions)),
        "evidence": [
            {
                "rule": item.rule,
                "constraint": item.constraint,
                "text": item.text,
                "span": _span(item.span),
                "outside": item.outside,
            }
            for item in publication.evidence
        ],
    }


def _languages(article: Article) -> Data:
    states = [str(item.state) for item in article.translations]
    done = sum(readable_english(item) is not None for item in article.translations)
    counts = {str(state): states.count(state) for state in SegmentState if states.count(state)}
    as_is = sum(item.by == ORIGINAL for item in article.translations)
    english = {"segments": len(states), "translated": done, "states": counts}
    english |= {"original": as_is} if as_is else {}
    if article.foreign:
        return {"ar": None, "original": original_language(article), "en": english}
    return {"ar": "original", "en": english}


def _sentence(sentence: Sentence, english: dict[str | int, Translation]) -> Data:
    return {
        "sentence": sentence.index,
        "kind": str(sentence.kind),
        "span": _span(sentence.span),
        "ar": sentence.text,
        **_english(english.get(sentence.index)),
    }


def _timeline(article: Article, english: dict[str | int, Translation]) -> list[Data]:
    sentences = article.findings.sentences
    return [
        {
            "edtf": event.edtf,
            "grain": str(event.grain),
            "time": str(event.time),
            "outside": event.outside,
            "entities": list(event.entities),
            "date_span": _span(event.span),
            **_sentence(sentences[event.sentence], english),
        }
        for event in article.findings.events
    ]


def _figure(article: Article, index: int) -> Data:
    figure = article.findings.figures[index]
    return {
        "value": figure.value,
        "high": figure.high,
        "bound": figure.bound and str(figure.bound),
        "unit": figure.unit,
        "measures": figure.measures,
        "text": figure.text,
        "span": _span(figure.span),
        "sentence": figure.sentence,
    }


def _quotation(quotation: Quotation) -> Data:
    return {
        "ar": quotation.text,
        "span": _span(quotation.span),
        "speaker": quotation.speaker,
        "speaker_text": quotation.speaker_text,
        "cue": quotation.cue,
        "sentence": quotation.sentence,
        "fragment": quotation.fragment,
    }


def _entity(entity: Entity) -> Data:
    return {
        "id": entity.id,
        "kind": str(entity.kind),
        "ar": entity.ar,
        "en": entity.en,
        "known": entity.known,
        "country": entity.country,
        "variants": list(entity.variants),
        "mentions": [_span(mention.span) for mention in entity.mentions],
    }


def _topic(topic: TopicScore, vocabulary: Mapping[str, VocabularyEntry]) -> Data:
    entry = vocabulary.get(topic.id)
    return {
        "id": topic.id,
        "ar": entry.ar if entry else None,
        "en": entry.en if entry else None,
        "iptc": entry.iptc if entry else None,
        "weight": round(topic.weight, 4),
        "evidence": [_span(span) for span in topic.evidence],
        "implied_by": topic.implied_by,
    }


def _left_out(article: Article) -> list[Data]:
    text = article.seed.text
    return [
        {
            "line": part.line,
            "kind": str(part.kind),
            "rule": part.rule,
            "text": text[part.span.start : part.span.end],
        }
        for part in left_out(article.document, article.extract)
    ]


def _related(item: Related) -> Data:
    return {
        "article": item.article,
        "score": round(item.score, 4),
        "shared": list(item.shared),
        "same_story": item.same_story,
    }

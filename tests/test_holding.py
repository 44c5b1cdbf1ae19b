"""A held article is the article it was made of, to whoever reads it; it unpacks no more than is asked for."""

from __future__ import annotations

import pickle
import zlib
from collections import deque
from dataclasses import fields, replace
from functools import cache

import pytest

from digest import holding
from digest.conversion import read_article
from digest.holding import as_plain, from_plain, hold, with_fields
from digest.model import Article, Findings, Segment, SegmentState, Translation
from digest.seeds import seed_from_bytes
from digest.store import expand, pack, unpack
from digest.vocabulary import Vocabulary, load_vocabulary
from tests.bench.archive import ROOT, archive

ENGLISH = (Translation(Segment("0" * 12, "نص", "headline"), "Text", SegmentState.HUMAN),)


@cache
def vocabulary() -> Vocabulary:
    return load_vocabulary(ROOT / "content" / "vocabulary")


@cache
def articles() -> tuple[Article, ...]:
    pages = archive(3)
    return tuple(read_article(seed_from_bytes(data.encode(), name), vocabulary()) for name, data in pages)


@pytest.fixture
def unpacked(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Every part that is unpacked."""
    parts = list[bytes]()

    def noting(data: bytes) -> object:
        parts.append(data)
        return expand(data)

    monkeypatch.setattr(holding, "expand", noting)
    return parts


def test_every_field_is_that_of_the_article() -> None:
    for article in articles():
        held = hold(article)
        for field in fields(Article):
            assert getattr(held, field.name) == getattr(article, field.name), field.name
        for field in fields(Findings):
            assert getattr(held.findings, field.name) == getattr(article.findings, field.name), field.name
        assert held.document.seed is held.seed


def test_it_equals_the_article_both_ways_and_no_other() -> None:
    article, other, _ = articles()
    held = hold(article)
    assert held == article
    assert article == held
    assert held == hold(article)
    assert held not in (other, hold(other), hold(replace(article, slug="other")), "article")
    findings = replace(article.findings, entities=article.findings.entities[1:])
    assert held != hold(replace(article, findings=findings))
    assert held != hold(replace(article, translations=ENGLISH))


def test_equal_articles_may_be_packed_in_two_ways() -> None:
    article = articles()[0]
    again = pickle.loads(pickle.dumps(article))
    assert hold(again) == hold(article)


def test_what_is_made_of_it_by_others_is_a_common_article() -> None:
    article = articles()[0]
    held = hold(article)
    assert type(replace(held, slug="other")) is Article
    assert replace(held, slug="other") == replace(article, slug="other")
    assert type(replace(held.findings, dates=())) is Findings
    assert unpack(pack(held)) == article
    assert type(unpack(pack(held))) is Article
    assert type(pickle.loads(pickle.dumps(held.findings))) is Findings


def test_other_fields_are_taken_without_unpacking(unpacked: list[bytes]) -> None:
    held = hold(articles()[0])
    other = with_fields(held, slug="other", warnings=())
    assert other == with_fields(held, slug="other", warnings=())
    assert other != held
    assert (other.slug, other.findings.publication) == ("other", held.findings.publication)
    assert unpacked == []


def test_translations_are_taken() -> None:
    article = articles()[0]
    assert with_fields(hold(article), translations=ENGLISH) == replace(article, translations=ENGLISH)
    assert with_fields(article, translations=ENGLISH) == replace(article, translations=ENGLISH)


def test_no_more_is_unpacked_than_is_asked_for(unpacked: list[bytes]) -> None:
    held = hold(articles()[0])
    assert held.extract.headline.text
    assert held.findings.events is held.findings.events
    assert unpacked == []
    assert held.findings.sentences is held.findings.sentences
    assert len(unpacked) == 1
    assert held.translations == ()
    assert len(unpacked) == 1


def test_what_was_not_asked_for_long_is_let_go(
    unpacked: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(holding, "_MOST", 2)
    monkeypatch.setattr(holding._Packed, "_unpacked", deque())
    held, *others = map(hold, articles())
    first = held.findings.sentences
    for other in others:
        assert other.findings.sentences
        assert other.findings.entities
    assert len(unpacked) == 5
    assert held.findings.sentences == first
    assert len(unpacked) == 6


def test_as_plain_values_it_goes_through_the_store() -> None:
    article = articles()[0]
    plain = as_plain(article)
    assert from_plain(unpack(pack(plain))) == article
    assert as_plain(hold(article)) == plain
    for planted in (None, (), (1, 2, 3), ((), (), ()), (*plain[:2], plain[2][1:])):
        with pytest.raises((TypeError, ValueError)):
            from_plain(planted)  # type: ignore[arg-type]  # because it stands for what was planted


def test_a_planted_part_runs_nothing() -> None:
    own, found, parts = as_plain(articles()[0])
    planted = zlib.compress(b"cos\nsystem\n(S'true'\ntR.")
    held = from_plain((own, found, (planted, *parts[1:])))
    with pytest.raises(pickle.UnpicklingError):
        held.seed  # noqa: B018 (it is the asking that counts)

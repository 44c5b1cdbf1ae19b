"""Real articles with furniture put inside them, and two of them in one file: what is kept, and what leaks.

The pages are those of ../shared/eval whose text is read back whole when it stands alone.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain, pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from digest.clean import clean_seed
from digest.errors import SeedError
from digest.model import Document, LineKind
from digest.seeds import seed_from_bytes
from digest.text import single_spaced
from tests.eval.test_reading import documents

TITLES = ("وزير المالية يعلن موازنة العام الجديد", "أمطار غزيرة على السواحل الشمالية")
INSIDE = {
    ("الأكثر قراءة", *TITLES): 0.98,
    ("3 تعليقات",): 0.94,
    ("النشرة البريدية", "اشترك في نشرتنا البريدية ليصلك كل جديد", "البريد الإلكتروني"): 0.98,
    ("التالي",): 0.98,
    ("جميع الحقوق محفوظة",): 0.98,
    ("المصدر: رويترز",): 0.98,
    ("اقرأ أيضا", *TITLES): 0.995,
    ("إعلان",): 0.995,
    ("* * *",): 0.995,
}
"""Furniture, and the share of the text's characters that is kept with it in the middle, at least."""
BETWEEN = {(): 0.1, ("صدى الشمال - 10 أكتوبر 2023",): 0.04, ("كتب: محمد أحمد",): 0.05}
"""What stands below a second article's title, and the share of pairs in which its text leaks, at most."""
FEWEST_PARAGRAPHS = 6


class Story(NamedTuple):
    """An article as it was read."""

    headline: str
    paragraphs: list[str]


def _read(lines: list[str]) -> Document | None:
    try:
        return clean_seed(seed_from_bytes("\n\n".join(lines).encode(), "a.txt"))
    except SeedError:
        return None


def _paragraphs(document: Document | None) -> list[str]:
    wanted = (LineKind.BODY, LineKind.SUBHEAD)
    return [
        single_spaced(document.text[part.span.start : part.span.end])
        for part in (document.paragraphs if document else ())
        if part.kind in wanted
    ]


def _story(document: Document) -> Story | None:
    """The article of a page, where its text alone is read back as it is."""
    texts = {line.kind: document.text[line.span.start : line.span.end] for line in reversed(document.lines)}
    story = Story(single_spaced(texts.get(LineKind.HEADLINE, "")), _paragraphs(document))
    if not story.headline or len(story.paragraphs) < FEWEST_PARAGRAPHS:
        return None
    again = _read([story.headline, *story.paragraphs])
    return story if _paragraphs(again) == story.paragraphs else None


@pytest.fixture(scope="module")
def stories(shared_eval: Path) -> list[Story]:
    """The articles to change."""
    found = [story for _, document in documents(shared_eval) if (story := _story(document))]
    assert len(found) > 100
    return found


@pytest.mark.parametrize("inside", INSIDE)
def test_furniture_inside_an_article_does_not_end_it(stories: list[Story], inside: tuple[str, ...]) -> None:
    whole = kept = 0
    for story in stories:
        middle = len(story.paragraphs) // 2
        first, second = story.paragraphs[:middle], story.paragraphs[middle:]
        got = Counter(_paragraphs(_read([story.headline, *first, *inside, *second])))
        wanted = Counter(story.paragraphs)
        assert not set(inside) & set(got)
        whole += sum(len(text) for text in wanted.elements())
        kept += sum(len(text) for text in (got & wanted).elements())
    assert kept / whole >= INSIDE[inside]


@pytest.mark.parametrize("heading", ["الأكثر قراءة", "3 تعليقات", "جميع الحقوق محفوظة", "المصدر: رويترز"])
@pytest.mark.parametrize(("titled", "most"), [(True, 0.0), (False, 0.03)])
def test_leads_of_other_articles_below_furniture_stay_out(
    stories: list[Story], heading: str, titled: bool, most: float
) -> None:
    leaks = 0
    for place, story in enumerate(stories):
        others = [stories[(place + step) % len(stories)] for step in (1, 3, 9)]
        leads = [other.paragraphs[0] for other in others]
        below = [[other.headline] * titled + other.paragraphs[:1] for other in others]
        got = set(_paragraphs(_read([story.headline, *story.paragraphs, heading, *chain(*below)])))
        leaks += not got.isdisjoint(leads)
    assert leaks <= most * len(stories)


@pytest.mark.parametrize("between", BETWEEN)
def test_a_second_article_does_not_leak_into_the_first(
    stories: list[Story], between: tuple[str, ...]
) -> None:
    leaks, shortened = 0, 0
    pairs = list(pairwise(stories))
    for one, other in pairs:
        lines = [one.headline, *one.paragraphs, other.headline, *between, *other.paragraphs]
        got = set(_paragraphs(_read(lines)))
        leaks += not got.isdisjoint(other.paragraphs)
        shortened += not got.issuperset(one.paragraphs)
    assert leaks / len(pairs) <= BETWEEN[between]
    assert shortened == 0


def test_half_of_what_leaks_of_a_second_article_is_doubted_and_no_article_is(
    stories: list[Story], shared_eval: Path
) -> None:
    leaks = told = 0
    for one, other in pairwise(stories):
        document = _read([one.headline, *one.paragraphs, other.headline, *other.paragraphs])
        if document and not set(_paragraphs(document)).isdisjoint(other.paragraphs):
            leaks += 1
            told += any(warning.code == "another-article" for warning in document.warnings)
    doubted = [
        name
        for name, document in documents(shared_eval, "articles", "html")
        if any(warning.code == "another-article" for warning in document.warnings)
    ]
    assert told >= leaks / 2
    assert doubted == []


def test_no_subhead_of_an_article_begins_another(stories: list[Story]) -> None:
    documents_of = [_read([story.headline, *story.paragraphs]) for story in stories]
    assert [document for document in documents_of if document is None or document.embedded] == []

"""Block quotations, of Markdown and of web pages, that end with whose words they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from digest.model import Article, LineKind
from digest.pipeline import build_article
from digest.seeds import seed_from_bytes
from digest.vocabulary import Vocabulary

HEADLINE = "مكتبة متنقلة تجوب قرى الساحل"
TEXT = (
    "انطلقت أمس مكتبة متنقلة تحمل ثلاثة آلاف كتاب إلى قرى الساحل، في رحلة حتى نهاية الصيف تشمل عشرين قرية.",
    "وتتوقف المكتبة يومين في كل قرية، حيث يقرأ متطوعون القصص للأطفال ويعلمون الكبار استعمال الحواسيب.",
    "ويقول القائمون على المشروع إن الرحلة المقبلة ستشمل قرى الجبل أيضا إذا توفر المال الكافي لذلك.",
)
WORDS = "الكتاب حق لكل طفل، وسنحمله إليه مهما كان الطريق بعيدا وشاقا."
MORE = "لن نتوقف قبل أن نصل إلى آخر قرية على هذا الساحل الطويل."
NAME = "منى الحداد"
MANAGER = f"{NAME}، مديرة المكتبة"


def article(data: str, name: str, vocabulary: Vocabulary) -> Article:
    return build_article(seed_from_bytes(data.encode(), name), vocabulary)


def markdown(quotation: str, vocabulary: Vocabulary) -> Article:
    return article("\n\n".join((f"# {HEADLINE}", TEXT[0], quotation, *TEXT[1:])), "a.md", vocabulary)


def page(quotation: str, vocabulary: Vocabulary) -> Article:
    first, *rest = (f"<p>{paragraph}</p>" for paragraph in TEXT)
    body = f"<article><h1>{HEADLINE}</h1>{first}{quotation}{''.join(rest)}</article>"
    return article(f"<html><body>{body}</body></html>", "a.html", vocabulary)


def said(made: Article) -> list[tuple[str, str | None]]:
    return [(quotation.text, quotation.speaker_text) for quotation in made.findings.quotations]


def body(made: Article) -> list[str]:
    document = made.document
    assert all(part.point is None and part.kind is LineKind.BODY for part in document.paragraphs)
    return [document.text[part.span.start : part.span.end] for part in document.paragraphs]


def summary(made: Article) -> list[str]:
    return [made.findings.sentences[index].text for index in made.findings.summary]


@pytest.mark.parametrize(
    ("make", "quotation", "name"),
    [
        (markdown, f"> {WORDS}\n>\n> — {MANAGER}", MANAGER),
        (markdown, f"> {WORDS}\n> — {MANAGER}", MANAGER),
        (markdown, f"> «{WORDS}»\n>\n> – {MANAGER}", MANAGER),
        (markdown, f">{WORDS}\n>-- {MANAGER}", MANAGER),
        (page, f"<blockquote><p>{WORDS}</p><p>— {NAME}</p></blockquote>", NAME),
        (page, f"<blockquote>{WORDS}<br>— {NAME}</blockquote>", NAME),
        (page, f"<blockquote>{WORDS} <cite>{NAME}</cite></blockquote>", NAME),
        (page, f"<blockquote><p>{WORDS}</p><footer><cite>{NAME}</cite></footer></blockquote>", NAME),
        (page, f"<blockquote><p>{WORDS}</p><footer>— <cite>{NAME}</cite></footer></blockquote>", NAME),
    ],
)
def test_a_quotation_is_whose_name_ends_it(
    make: Callable[[str, Vocabulary], Article], quotation: str, name: str, territories: Vocabulary
) -> None:
    made = make(quotation, territories)
    assert said(made) == [(WORDS, name)]
    assert summary(made) == list(TEXT)
    first, words, signature, *rest = body(made)
    assert (first, words.strip("«»"), *rest) == (TEXT[0], WORDS, *TEXT[1:])
    assert signature.lstrip("–—- ") == name


def test_each_paragraph_of_a_signed_quotation_is_one(territories: Vocabulary) -> None:
    made = markdown(f"> {WORDS}\n>\n> {MORE}\n>\n> — {NAME}", territories)
    assert said(made) == [(WORDS, NAME), (MORE, NAME)]
    assert summary(made) == list(TEXT)


@pytest.mark.parametrize(
    "quotation",
    [
        f"> {WORDS}",
        f"> {WORDS}\n>\n> {MORE}",
        f"> — {WORDS}\n> — {MORE}",
        f"> {WORDS}\n> — {MORE}",
    ],
)
def test_a_quotation_that_names_nobody_is_nobodys(quotation: str, territories: Vocabulary) -> None:
    made = markdown(quotation, territories)
    assert said(made) == []
    assert made.document.quoted == frozenset()


def test_the_title_of_a_work_in_a_quotation_signs_nothing(territories: Vocabulary) -> None:
    made = page(f"<blockquote><p>قرأت <cite>البحر</cite> مرتين. {WORDS}</p></blockquote>", territories)
    assert made.document.quoted == frozenset()
    assert f"قرأت البحر مرتين. {WORDS}" in body(made)


def test_an_article_that_is_a_quotation_as_a_whole_is_its_writers(territories: Vocabulary) -> None:
    quoted = "\n>\n".join(f"> {paragraph}" for paragraph in TEXT)
    made = article(f"# {HEADLINE}\n\n{quoted}\n>\n> — {NAME}\n", "a.md", territories)
    assert made.document.quoted == frozenset()
    assert len(summary(made)) > 1

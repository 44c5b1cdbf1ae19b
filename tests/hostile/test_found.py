"""Inputs that once went wrong, mostly found by the fuzzing: each is an article or an error of the package."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.clean import clean_seed
from digest.corrections import read_correction
from digest.errors import SeedError, TranslationError
from digest.model import Article, Correction, LineKind
from digest.pipeline import build_article
from digest.seeds import seed_from_bytes
from digest.translate.memory import parse_memory
from digest.vocabulary import Vocabulary
from tests.hostile.made import TEXT
from tests.timed import within

_BLOCK = "".join(f"<p>{line}</p>" for line in TEXT.split("\n\n"))


def page(head: str = "", body: str = "") -> str:
    """A web page with an article in it."""
    title = "<title>وزير الخارجية يبحث اتفاقا جديدا</title>"
    article = f"<article>{_BLOCK}{body}</article>"
    return f"<!doctype html><html><head>{title}{head}</head><body>{article}</body></html>"


def linked(data: str) -> str:
    """A page with linked data."""
    return page(f'<script type="application/ld+json">{data}</script>')


def archive(header: str) -> bytes:
    """A web archive whose page has a header of its own."""
    return f"MIME-Version: 1.0\r\n{header}\r\n\r\n{page()}".encode()


def article_of(data: str | bytes, name: str) -> Article:
    """The article in a seed."""
    data = data.encode() if isinstance(data, str) else data
    return build_article(seed_from_bytes(data, name), Vocabulary({}))


@pytest.mark.parametrize(
    "line",
    [
        "نشر في ² مارس 2022",
        "نشر: ౩ مارس 2022",
        "الثلاثاء ² مارس",
        "نشر في 31 ديسمبر 9999",
        "نشر في 31 فبراير 1443",
        "الثلاثاء 30 فبراير 1443",
        "وكان ذلك في 31 ديسمبر 9999 وفي مايو ويونيو.",
        "وكان ذلك في 1 يناير 0001.",
        "في العام الحالي 9999 والعام الماضي 0001.",
        "اليوم الجمعة 31 ديسمبر 9999، وأمس الخميس 1 يناير 0001.",
        "ويستمر حتى 31 ديسمبر 9999.",
        "الذكرى 9999 لاستقلال الجزائر",
        f"بلغ حجم التبادل {'9' * 400} دولار و{'1' * 5000}% عام {'2' * 5000}.",
    ],
)
def test_odd_digits_and_dates_at_the_ends_of_the_calendar(line: str) -> None:
    assert article_of(f"{TEXT}\n{line}\n", "x.txt").findings.sentences
    assert article_of(f"{line}\n\n{TEXT}", "x.txt").findings.sentences


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "9999", "0001", "[0001-01-01,9999-12-31]"])
def test_an_editors_date_at_the_ends_of_the_calendar(tmp_path: Path, day: str) -> None:
    path = tmp_path / "x.yml"
    path.write_text(f'published: {{date: "{day}", reason: x}}\n', "utf-8")
    seed = seed_from_bytes(f"{TEXT}\nقال اليوم الجمعة 4 فبراير إنه سيعود أمس.\n".encode(), "x.txt")
    article = build_article(seed, Vocabulary({}), correction=read_correction(path))
    assert article.findings.publication.edtf == day


@pytest.mark.parametrize("value", ["7", "null", "true", "{}", "[1]", '{"a": {"b": []}}', "[[]]", '"x"'])
@pytest.mark.parametrize("field", ["headline", "name", "author", "publisher", "datePublished", "@type"])
def test_linked_data_of_any_type(field: str, value: str) -> None:
    data = f'{{"@context": "https://schema.org", "@type": "Article", "{field}": {value}}}'
    assert article_of(linked(data), "x.html").findings.sentences


@pytest.mark.parametrize("stamp", ["2022-02-04T10:00:00+99:99", "9999-12-31T23:59:59-23:59", "+00:00"])
def test_odd_stamps_of_pages(stamp: str) -> None:
    article = article_of(page(f'<meta property="article:published_time" content="{stamp}">'), "x.html")
    assert article.seed.metadata.title
    assert article.findings.sentences


@pytest.mark.parametrize(
    "header",
    [
        *(
            f"Content-Type: text/html; charset={name}"
            for name in ("undefined", "idna", "hex", "a\0b", "x" * 300)
        ),
        "Content-Type: text/html; charset=raw_unicode_escape",
        "Content-Type: text/html; " + "".join(f"a*{number}*=b;" for number in range(300)),
        "Content-Type: text/html; charset*=bad''%ff%00",
        "Content-Type: text/html\r\nContent-Transfer-Encoding: x-uuencode",
    ],
)
def test_odd_headers_of_web_archives(header: str) -> None:
    assert article_of(archive(header), "x.mhtml").findings.sentences


def test_a_list_that_no_bracket_closes() -> None:
    with within(1):
        with pytest.raises(TranslationError, match="fuzz"):
            parse_memory(f"article: [{'k' * 5000}\nx", "fuzz.yml")
        assert parse_memory("article: a\nsegments: []\n", "a.yml").segments == ()


_FLOOD = " ".join(f"a{number}=1" for number in range(100_000))


@pytest.mark.parametrize(
    "text",
    [
        page(body=f"<p {_FLOOD}>"),
        page(body=f"<p x='>' {_FLOOD}>"),
        page(body="<p " + _FLOOD.replace("=1 ", "/")),
        page(body="<p " + _FLOOD.replace("a", "=a")),
        page(body=f"<!-- <a b=' --><p {_FLOOD}><!-- ' -->"),
        page(body=f"<script><a b=' </script><p {_FLOOD}><b title=' '>"),
        page(body="<div>" * 300 + f"<p {_FLOOD}>"),
        page(body="<a b='" * 150_000),
        page() + f"</html><p {_FLOOD}>",
        page(head=f"<meta {_FLOOD}>"),
    ],
)
def test_a_tag_of_countless_attributes_is_refused(text: str) -> None:
    with within(3), pytest.raises(SeedError, match="attributes"):
        article_of(text, "x.html")


@pytest.mark.parametrize(
    "body",
    [
        f"<script>if(a<b {_FLOOD}</script>",
        "<script>" + "a<b x " * 50_000 + "</script>",
        f"<!-- <b {_FLOOD} -->",
        f"<p title='<b {_FLOOD}'>x</p>",
        "<img src='data:image/png;base64," + "A/+=" * 300_000 + "'>",
        '<p class="' + "c " * 50_000 + '">x</p>',
        "".join(f"<p {' '.join(_FLOOD.split()[:200])}>x</p>" for _ in range(100)),
    ],
)
def test_what_only_looks_like_one_is_read(body: str) -> None:
    assert article_of(page(body=body), "x.html").findings.sentences


@pytest.mark.parametrize(
    ("head", "byline", "url"),
    [
        ("author: [" + ", ".join(["x" * 9] * 100_000) + "]", None, None),
        ("author: no", "", None),
        ("author: {a: b}", "", None),
        ("author: [{a: b}, [c]]", "c", None),
        ("url: javascript:alert(1)", "", None),
        ('url: "https://example.org/\\r\\nSet-Cookie: x"', "", None),
        ("url: [https://example.org/a, https://example.org/b]", "", None),
        (f"url: https://example.org/{'a' * 3000}", "", None),
        ("url: https://example.org/a?b=c", "", "https://example.org/a?b=c"),
    ],
)
def test_odd_front_matter(head: str, byline: str | None, url: str | None) -> None:
    metadata = seed_from_bytes(f"---\n{head}\n---\n{TEXT}".encode(), "x.md").metadata
    assert metadata.url == url
    if byline is None:
        assert 100 < len(metadata.author or "") <= 1000
    else:
        assert (metadata.author or "") == byline


def test_many_corrected_lines_of_many() -> None:
    lines = [f"سطر رقم {number} من نص طويل" for number in range(15_000)]
    correction = Correction("x", "x.yml", drop=tuple((line, LineKind.FURNITURE) for line in lines[:2000]))
    seed = seed_from_bytes("\n".join([TEXT, *lines]).encode(), "x.txt")
    with within(10):
        document = clean_seed(seed, correction=correction)
    assert sum(line.rule == "correction" for line in document.lines) == 2000


_LONG = 200_000
_PAGES: dict[str, tuple[str | bytes, str]] = {
    "parameters of a header": (archive(f"Content-Type: text/html; {'a=b;' * (_LONG // 4)}"), "x.mhtml"),
    "quotes in a header": (archive("Content-Type: text/html; " + 'a="b;' * (_LONG // 5)), "x.mhtml"),
    "broken linked data": (linked('\\"' * (_LONG // 2)), "x.html"),
    "tags in linked data": (
        linked('{"@context": "https://schema.org", "@type": "Article", "headline": "' + "<" * _LONG + '"}'),
        "x.html",
    ),
    "much linked data": (
        linked('{"author": "x"}</script><script type="application/ld+json">' * 3000),
        "x.html",
    ),
    "tags in metadata": (page(f'<meta name="author" content="{"<" * _LONG}">'), "x.html"),
    "title": (page().replace("<title>", f"<title>{' - <' * (_LONG // 4)}"), "x.html"),
    "months": (f"{TEXT}\nوقال الوزير إن {'يناير ' * (_LONG // 6)}\n", "x.txt"),
}


@pytest.mark.parametrize("kind", _PAGES)
def test_what_took_the_square_of_its_size(kind: str) -> None:
    article_of(page(), "x.html")
    with within(10):
        assert article_of(*_PAGES[kind]).findings.sentences

"""Text stays text, in Markdown and in HTML, whatever it says; cut short or marked, it is the same."""

from __future__ import annotations

import dataclasses
import re

import markdown
import pytest
from hypothesis import given, settings
from lxml import html

from digest.model import Article, Digest, LineKind
from digest.render import render_article
from digest.render.escape import (
    excerpt,
    html_file_name,
    html_free,
    html_marking,
    html_text,
    language_of_text,
    markdown_text,
    printed_meta,
    shortened,
    visible,
)
from digest.wording.strings import LANGUAGES
from tests.own import own_digest
from tests.rendered import CONFIGURED, EVERYTHING, SYNTAX, body_of, head_of, text_of, texts


@pytest.mark.parametrize(
    ("text", "arabic", "english"),
    [
        ("3", "<bdi>3</bdi>", "<bdi>3</bdi>"),
        ("31/2/2021", '<bdi><bdi dir="ltr">31/2/2021</bdi></bdi>', "<bdi>31/2/2021</bdi>"),
        ("٣/٤/٢٠٢١", "<bdi>٣/٤/٢٠٢١</bdi>", '<span lang="ar" dir="rtl">٣/٤/٢٠٢١</span>'),
        ("3، 4", "<bdi>3، 4</bdi>", '<span lang="ar" dir="rtl">3، 4</span>'),
        ("keep", '<span lang="en" dir="ltr">keep</span>', "<bdi>keep</bdi>"),
        ("مايو ٣", "<bdi>مايو ٣</bdi>", '<span lang="ar" dir="rtl">مايو ٣</span>'),
        (
            "day ٣، 4",
            '<span lang="en" dir="ltr">day <bdi lang="ar" dir="rtl">٣،</bdi> 4</span>',
            '<bdi>day <bdi lang="ar" dir="rtl">٣،</bdi> 4</bdi>',
        ),
    ],
)
def test_words_of_people_are_marked_where_their_language_is_another(
    text: str, arabic: str, english: str
) -> None:
    assert (str(html_free(text, "ar")), str(html_free(text, "en"))) == (arabic, english)


@pytest.fixture(scope="module")
def digest() -> Digest:
    return own_digest()


@pytest.mark.parametrize("extensions", [CONFIGURED, EVERYTHING], ids=["configured", "every extension"])
@given(text=texts)
@settings(deadline=None, max_examples=100)
def test_markdown_reads_as_the_text(extensions: list[str], text: str) -> None:
    for language in LANGUAGES:
        paragraph = f'<span id="s1">{markdown_text(text, language)}</span>'
        for source in (paragraph, f"## {markdown_text(text, language)} {{: #there }}", f"x {paragraph}"):
            page = markdown.markdown(source, extensions=extensions)
            expected = f"x {visible(text)}".split() if source.startswith("x") else visible(text).split()
            assert text_of(page).split() == expected
            tree = html.fromstring(f"<div>{page}</div>")
            assert {node.tag for node in tree.iter()} <= {"div", "p", "span", "bdi", "h2"}
            assert {name for node in tree.iter() for name in node.attrib} <= {"id", "dir", "lang", "class"}
            assert {node.get("class", WHOLE) for node in tree.iter()} == {WHOLE}


@given(text=texts)
@settings(deadline=None, max_examples=100)
def test_html_reads_as_the_text(text: str) -> None:
    for language in LANGUAGES:
        assert text_of(html_text(text, language)) == visible(text)


@pytest.mark.parametrize("text", SYNTAX)
def test_a_whole_page_keeps_hostile_text(digest: Digest, text: str) -> None:
    article = spoil(digest.articles[0], text)
    harmless = spoil(digest.articles[0], "word" if language_of_text(text, "ar") == "en" else "كلمة")
    changed = dataclasses.replace(digest, articles=(article, *digest.articles[1:]))
    for language in LANGUAGES:
        clean = body_of(render_article(harmless, digest, language))
        page = body_of(render_article(article, changed, language))
        assert tags_of(page) == tags_of(clean)
        head = head_of(render_article(article, changed, language))
        assert not [name for name in ("title", "description") if re.search('[<>"]', head.get(name, ""))]
        if language == "ar":
            assert visible(text) in text_of(page)


JOINED = {
    "خطة 2031-2032 للمدينة": ["2031-2032"],
    "فاز الفريق 3-1 أمس": ["3-1"],
    "وب3-1 و2031–2032م": ["3-1", "2031–2032"],
    "بين 17%–25% من الأسر": ["17%–25%"],
    "من ١٩٩٠–١٩٩٥ تقريبا": ["١٩٩٠–١٩٩٥"],
    "صدر في 12-05-2031 القرار": ["12-05-2031"],
    "بلغت 2.5-3.5 درجات، ثم 4-5.": ["2.5-3.5", "4-5"],
    "تحت الصفر -5 درجات": [],
    "الرقم 1-2-3-4-5-6": [],
    "عام 2031 - 2032": [],
    "الطراز A-5": [],
}


@pytest.mark.parametrize("text", JOINED)
def test_no_line_breaks_inside_numbers_that_are_joined(text: str) -> None:
    for made in (html_text(text, "ar"), markdown.markdown(markdown_text(text, "ar"))):
        tree = html.fromstring(f"<div>{made}</div>")
        assert [node.text_content() for node in tree.iter("span")] == JOINED[text]
        assert tree.text_content() == text


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("-3%", ["-3%"]),
        ("تراجع (-3%) أمس", ["(-3%)"]),
        ("تحت الصفر -5 درجات", ["-5"]),
        ("بلغ \u22122.5 نقطة", ["\u22122.5"]),
        ("كوفيد-19 والطراز 3-1", []),
        ("قال - 5 مرات", []),
        ("+12% ثم 12%", ["+12%", "12%"]),
        ("(باسم Acme) ثم (Acme)", ["Acme", "(Acme)"]),
        ("نمو (بنسبة 3%)", ["3%"]),
        ("(Acme ثم iOS 17 (beta))", ["Acme", "iOS 17 (beta)"]),
        ("لغة (C++) أو C++", ["(C++)", "C++"]),
    ],
)
def test_what_runs_from_left_to_right_keeps_its_order(text: str, runs: list[str]) -> None:
    for made in (html_text(text, "ar"), markdown.markdown(markdown_text(text, "ar"))):
        tree = html.fromstring(f"<div>{made}</div>")
        assert [node.text_content() for node in tree.iter("bdi") if node.get("dir") == "ltr"] == runs
        assert tree.text_content() == text


WHOLE = "digest-whole"
"""The class of numbers that are joined, of which the style sheet breaks no line."""


def spoil(article: Article, text: str) -> Article:
    """An article that says `text` in its headline, byline, a body sentence and a dropped line."""
    extract = dataclasses.replace(
        article.extract,
        headline=dataclasses.replace(article.extract.headline, text=text),
    )
    sentences = tuple(
        dataclasses.replace(sentence, text=text) if sentence.kind is LineKind.BODY else sentence
        for sentence in article.findings.sentences
    )
    findings = dataclasses.replace(article.findings, sentences=sentences)
    return dataclasses.replace(article, extract=extract, findings=findings)


def tags_of(page: str) -> list[str]:
    """The elements of a page with their attributes' names; isolated runs and links' addresses aside."""
    tree = html.fromstring(f"<div>{page}</div>")
    return [f"{node.tag} {sorted(node.attrib)}" for node in tree.iter() if not _is_of_runs(node)]


def test_metadata_is_escaped_once_and_the_rest_left_alone() -> None:
    meta = {"title": '<b> & "c"', "tags": ["<i>", 4], "date": "2022"}
    assert printed_meta(meta) == {"title": "&lt;b&gt; &amp; &#34;c&#34;", "tags": ["&lt;i&gt;", "4"]}
    assert printed_meta({"tags": "no list"}) == {}


@given(text=texts, words=texts)
@settings(deadline=None, max_examples=50)
def test_marking_changes_no_text(text: str, words: str) -> None:
    for sought in (words, text, text[:3], ""):
        assert text_of(html_marking(text, sought, "ar")) == visible(text)


def test_the_words_of_a_date_stand_out() -> None:
    assert '<b class="digest-when">الجمعة</b> قال' in html_marking("اليوم الجمعة قال", "الجمعة", "ar")


def test_shortened_ends_between_words() -> None:
    assert shortened("كلمة أخرى، وثالثة", 12) == "كلمة أخرى…"
    assert shortened("قصير") == "قصير"


def test_a_long_file_name_breaks_between_its_parts_only() -> None:
    assert html_file_name("content/en/003_cba11d.yml") == "content/<wbr>en/<wbr>003_cba11d.yml"
    assert html_file_name(f"en/one-{'a' * 30}_b.yml") == f"en/<wbr>one-<wbr>{'a' * 30}_<wbr>b.yml"
    assert html_file_name("a<b.txt") == "a&lt;b.txt"
    assert [text_of(html_file_name(name)) for name in ("_/", "", "a__b")] == ["_/", "", "a__b"]


def test_an_excerpt_holds_its_place() -> None:
    text = " ".join(f"word{number}" for number in range(60))
    for number in (0, 7, 30, 59):
        cut = excerpt(text, text.index(f"word{number}"), 80)
        assert f"word{number}" in cut.split() or f"word{number}…" in cut
        assert len(cut) <= 82
        assert all(word.strip("…") in text.split() for word in cut.split())
    assert excerpt("short", 3, 80) == "short"


def _is_of_runs(node: html.HtmlElement) -> bool:
    """Whether an element only keeps the order of a run, or its line."""
    return node.tag == "bdi" or node.get("class") == WHOLE

"""Markup: front matter, HTML pages and parts of them, web archives, and what is left of them in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.errors import SeedError
from digest.model import SeedMetadata
from digest.seeds import seed_from_bytes
from tests.pages import ARTICLE


def test_markdown_front_matter_is_metadata_and_lines_keep_their_numbers() -> None:
    matter = "---\ntitle: عنوان المقال\ndate: 2024-05-17\nsource: الصحيفة\nlang: ar\n---\n"
    text = f"{matter}# عنوان المقال\n\nنص **مهم** [هنا](x).\n"
    seed = seed_from_bytes(text.encode(), "a.md")
    assert seed.metadata.title == "عنوان المقال"
    assert (seed.metadata.published, seed.metadata.site) == ("2024-05-17", "الصحيفة")
    assert seed.text.split("\n")[6] == "عنوان المقال"
    assert "نص مهم هنا." in seed.text


@pytest.mark.parametrize(
    "between", ["قال إنه كبير.", "قال: مشروع كبير.", "قال الوزير: كبير.", "فقرة.\n\nفقرة."]
)
def test_text_between_two_rules_is_no_front_matter(between: str) -> None:
    seed = seed_from_bytes(f"---\n{between}\n---\n\n{ARTICLE}".encode(), "a.md")
    assert seed.text.startswith(f"---\n{between}\n---\n")
    assert seed.metadata.title is None


def test_a_text_file_may_have_front_matter() -> None:
    matter = "---\ntitle: عنوان المقال\nauthor: منى عادل\ndate: 2024-05-17\n---\n"
    seed = seed_from_bytes(f"{matter}\nافتتح الوزير *المعرض*.\n".encode(), "a.txt")
    assert (seed.metadata.title, seed.metadata.author) == ("عنوان المقال", "منى عادل")
    assert (seed.metadata.published, seed.metadata.contributed) == ("2024-05-17", True)
    assert seed.text == "\n" * 6 + "افتتح الوزير *المعرض*.\n"


@pytest.mark.parametrize("between", ["قال: نعم", "Note: yes", "title: [", "", "نص"])
def test_text_between_two_rules_of_a_text_file_is_its_text(between: str) -> None:
    text = f"---\n{between}\n---\nافتتح الوزير المعرض.\n"
    seed = seed_from_bytes(text.encode(), "a.txt")
    assert (seed.text, seed.metadata) == (text, SeedMetadata())


def test_front_matter_that_is_not_yaml_names_the_file() -> None:
    with pytest.raises(SeedError, match=r"seeds/a\.md:3"):
        seed_from_bytes("---\na: 1\na: 2\n---\nنص".encode(), "a.md")


HTML = (
    "<!doctype html><html lang=ar><head><title>الوزير يفتتح المعرض - الصحيفة</title>"
    '<meta property="og:site_name" content="الصحيفة">'
    '<meta property="article:published_time" content="2024-05-17T10:00:00+03:00"></head><body>'
    "<nav><a href=/>الرئيسية</a></nav><h1>الوزير يفتتح المعرض</h1>"
    + "".join(f"<p>{line}</p>" for line in ARTICLE.split("\n\n")[1:])
    + "<div><a href=/1>خبر آخر عن شيء لا علاقة له</a></div><footer>جميع الحقوق محفوظة</footer></body></html>"
)


def _check_page(name: str, data: bytes) -> None:
    seed = seed_from_bytes(data, name)
    assert seed.metadata.published == "2024-05-17"
    assert seed.metadata.title == "الوزير يفتتح المعرض"
    assert seed.metadata.site == "الصحيفة"
    assert "افتتح وزير الثقافة" in seed.text
    assert "<p>" not in seed.text
    lines = seed.text.split("\n")
    assert {lines[number - 1]: rule for number, rule in seed.marks} == {
        "الرئيسية": "markup.navigation",
        "خبر آخر عن شيء لا علاقة له": "markup.links",
        "جميع الحقوق محفوظة": "markup.footer",
    }


def test_html_says_what_stands_around_the_article() -> None:
    _check_page("a.html", HTML.encode())
    _check_page("a.htm", HTML.encode())
    _check_page("a.txt", HTML.encode())


SHOWN = (
    "<h1>الوزير يفتتح المعرض</h1><p>افتتح الوزير المعرض صباح اليوم.</p><p>وقال إن الدخول إليه بلا رسوم.</p>"
)
LINES = ["الوزير يفتتح المعرض", "افتتح الوزير المعرض صباح اليوم.", "وقال إن الدخول إليه بلا رسوم."]


@pytest.mark.parametrize(
    "markup",
    [
        f"<article>{SHOWN}</article>",
        f"<main><article>{SHOWN}</article></main>",
        f"<meta charset=utf-8><title>الصحيفة</title><article>{SHOWN}</article>",
        f"<html><head><title>الصحيفة</title></head><article>{SHOWN}</article></html>",
        f"<!-- saved --><section>{SHOWN}</section>",
        f"<HTML><BODY>{SHOWN}</BODY></HTML>",
        SHOWN,
    ],
)
def test_html_without_a_body_is_read(markup: str) -> None:
    assert seed_from_bytes(markup.encode(), "a.html").text.split("\n") == LINES


def test_a_headline_of_two_lines_is_one_block() -> None:
    markup = SHOWN.replace(" المعرض</h1>", "<br>المعرض</h1>").replace("صباح اليوم", "صباح<br>اليوم")
    first, *rest = seed_from_bytes(f"<body>{markup}".encode(), "a.html").text.split("\n")
    assert (first, len(rest)) == (LINES[0], 3)


def test_tags_left_in_a_text_are_taken_off() -> None:
    tagged = [
        line.replace("الوزير", "<strong>الوزير</strong>").replace("وقال", '<a href="x">وقال</a>')
        for line in LINES
    ]
    seed = seed_from_bytes("\n\n".join(tagged * 6).encode(), "a.txt")
    assert seed.text == "\n\n".join(LINES * 6)
    assert "HTML tags taken off the text" in seed.repairs
    assert seed_from_bytes(SHOWN.encode(), "a.txt").text.split("\n") == LINES
    assert seed_from_bytes(b"3 < 5 <x> <3 & a<b>", "a.txt").text == "3 < 5 <x> <3 & a"


def test_a_page_of_blocks_in_a_text_file_is_html() -> None:
    seed = seed_from_bytes((SHOWN * 5).encode(), "a.txt")
    assert seed.text.split("\n") == LINES * 5
    assert "HTML inside a text file read as HTML" in seed.repairs


def test_mhtml_holds_a_page() -> None:
    archive = (
        (
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=XX\r\n\r\n--XX\r\n"
            b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        )
        + HTML.encode()
        + b"\r\n--XX--\r\n"
    )
    _check_page("a.mhtml", archive)


def test_mhtml_of_endless_parts_is_refused() -> None:
    archive = b"Content-Type: multipart/related; boundary=x\n\n" + b"--x\n\n" * 990_000
    with pytest.raises(SeedError, match="more than 10,000 parts"):
        seed_from_bytes(archive, "a.mhtml")


def test_mhtml_without_a_page_is_refused() -> None:
    with pytest.raises(SeedError, match="no HTML page"):
        seed_from_bytes(b"Content-Type: text/plain\r\n\r\nx", "a.mhtml")


@given(
    code=st.sampled_from(
        (
            '[caption id="attachment_7" align="aligncenter" width="640"]{}[/caption]',
            '[gallery ids="1,2,3"]{}',
            "[embed]https://example.com/watch[/embed]{}",
            '[vc_row][vc_column width="1/2"]{}[/vc_column][/vc_row]',
        )
    ),
    place=st.integers(0, 2),
)
def test_shortcodes_are_no_text(code: str, place: int) -> None:
    lines = list(LINES)
    lines[place] = code.format(lines[place])
    seed = seed_from_bytes("\n".join(lines).encode(), "a.txt")
    assert seed.text == "\n".join(LINES)
    assert seed.repairs == ("WordPress shortcodes taken off the text",)


@pytest.mark.parametrize(
    "text", ["[1] مرجع", "[فيديو]", "قال [الوزير] إن الأمر انتهى", "[captions] [galleryx]"]
)
def test_other_words_in_square_brackets_stay(text: str) -> None:
    assert seed_from_bytes(f"{text}\n{ARTICLE}".encode(), "a.txt").text.startswith(text)


@pytest.mark.parametrize("levels", [240, 260, 900, 1900])
def test_elements_deep_in_one_another_are_read(levels: int) -> None:
    inside, below = LINES[:2], LINES[2:]
    deep = "<div>" * levels + "".join(f"<p>{line}</p>" for line in inside) + "</div>" * levels
    page = f"<html><body>{deep}{''.join(f'<p>{line}</p>' for line in below)}</body></html>"
    assert seed_from_bytes(page.encode(), "a.html").text.split("\n") == [*inside, *below]


def test_elements_too_deep_in_one_another_are_refused() -> None:
    page = f"<html><body>{'<div>' * 2500}<p>{LINES[0]}</p></body></html>"
    with pytest.raises(SeedError, match="inside one another"):
        seed_from_bytes(page.encode(), "a.html")


PAGE = (
    "<html><head><title>الوزير يفتتح المعرض</title>{head}</head><body><h1>الوزير يفتتح المعرض</h1>"
    "<p>افتتح الوزير المعرض الدولي للكتاب في العاصمة صباح اليوم، بمشاركة دور النشر.</p>{below}</body></html>"
)
LISTED = "<a href=/1>خبر آخر عن معرض قديم</a><time datetime=2023-01-02>2 يناير 2023</time>"


@pytest.mark.parametrize(
    "below",
    [
        f"<aside>{LISTED}</aside>",
        "<div id=comments><p>أحسنتم</p><time datetime=2024-09-09T10:00>9 سبتمبر 2024</time></div>",
        "<footer>آخر تحديث للموقع: <time datetime=2024-11-12>12/11/2024</time></footer>",
    ],
)
def test_dates_of_lists_comments_and_foot_are_not_the_articles(below: str) -> None:
    own = "<p><time datetime=2024-05-17>17 مايو 2024</time></p>"
    assert seed_from_bytes(PAGE.format(head="", below=below).encode(), "a.html").metadata.published is None
    dated = PAGE.format(head="", below=own + below).encode()
    assert seed_from_bytes(dated, "a.html").metadata.published == "2024-05-17"


def test_linked_data_of_an_article_tell_its_day() -> None:
    graph = """{"@graph": [{"@type": "WebPage", "datePublished": "2020-01-01"},
        {"@type": ["Thing", "NewsArticle"], "datePublished": "2024-05-17T10:00:00+03:00"}]}"""
    head = f'<script type="application/ld+json">{graph}</script>'
    page = PAGE.format(head=head, below="").encode()
    assert seed_from_bytes(page, "a.html").metadata.published == "2024-05-17"


@pytest.mark.parametrize("tags", [("<p>", "</p>\n</body></html>"), ("", "")])
def test_what_stands_behind_the_end_of_a_page_is_read(tags: tuple[str, str]) -> None:
    page = f"{PAGE.format(head='', below='')}\n{tags[0]}وحضر الافتتاح عدد من الكتاب والناشرين.{tags[1]}"
    assert seed_from_bytes(page.encode(), "a.html").text.endswith("وحضر الافتتاح عدد من الكتاب والناشرين.")

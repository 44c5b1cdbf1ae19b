"""What web pages say of themselves: a heading that names their kind, a clock, an embed, an account, a box."""

from __future__ import annotations

import json

import pytest

from digest.clean import clean_seed
from digest.extract import extract_fields
from digest.model import Document
from digest.seeds import seed_from_bytes
from tests.pages import BODY, HEADLINE, STRANGE, body, kinds

PARAGRAPHS = tuple(f"<p>{line}</p>" for line in BODY)
OTHER = "بلدية الميناء ترمم السوق القديم وتعيد فتح أبوابه"
MENU = "".join(f"<li><a href=/{name}>{name}</a></li>" for name in ("الرئيسية", "ثقافة", "رياضة", "اقتصاد"))


def page(*parts: str) -> Document:
    """A page of such parts, the first of which may be its head."""
    return clean_seed(seed_from_bytes(f"<!doctype html><html>{''.join(parts)}</html>".encode(), "a.html"))


def titled(title: str, *blocks: str, head: str = "") -> str:
    """The headline of a page with such a title."""
    made = page(f"<head><title>{title}</title>{head}</head>", *blocks, "<div>", *PARAGRAPHS, "</div>")
    headline = extract_fields(made).headline
    assert headline is not None
    return headline.text


@pytest.mark.parametrize("kind", ["عرض الخبر", "صفحة التفاصيل"])
def test_a_heading_that_names_a_kind_of_page_is_no_headline(kind: str) -> None:
    assert titled(kind, f"<h1>{kind}</h1><h2>{HEADLINE}</h2><span>12/05/2024</span>") == HEADLINE


def test_a_name_above_the_menu_is_no_headline_though_the_text_has_its_words() -> None:
    name = "وزارة الثقافة"
    assert titled(name, f"<h1>{name}</h1><ul>{MENU}</ul><h3>{HEADLINE}</h3>") == HEADLINE


def test_a_short_headline_is_one_where_a_deck_stands_below_it_or_the_markup_states_it() -> None:
    deck = "الوزير يقول إن المعرض الدولي للكتاب هو الأكبر."
    assert titled("بحر من ورق", f"<h1>بحر من ورق</h1><h2>{deck}</h2>") == "بحر من ورق"
    head = "<meta property='og:title' content='بحر من ورق'>"
    assert titled("بحر من ورق", f"<h1>بحر من ورق</h1><h2>{HEADLINE}</h2>", head=head) == "بحر من ورق"


CLOCK = "<div><span id=pageDate>{}</span> <span id=pageTime>09:40</span> <a href=/en>English</a></div>"


def published(clock: str, own: str) -> str | None:
    """The day of a page whose title is the headline, with such a clock above a menu."""
    head = f"<head><title>{HEADLINE} - الصحيفة</title></head>"
    made = page(head, CLOCK.format(clock), f"<ul>{MENU}</ul><h1>{HEADLINE}</h1>", own, *PARAGRAPHS)
    date = extract_fields(made).stated_date
    return date.text if date else None


@pytest.mark.parametrize("clock", ["19/06/2024", "19-6-2024"])
def test_a_day_with_a_time_above_the_headline_gives_way_to_one_below_it(clock: str) -> None:
    assert published(clock, "<div>12/05/2024</div>") == "2024-05-12"


def test_a_stamp_of_the_markup_comes_before_what_is_shown() -> None:
    stamp = "<div>12/05/2024</div><meta property='article:published_time' content='2024-06-19'>"
    assert published("19/06/2024", stamp) == "2024-06-19"


@pytest.mark.parametrize("own", ["<span>05/11/1445</span> <span>12/05/2024</span>", "<div>12/05/2024</div>"])
def test_a_day_that_a_library_makes_of_a_month_gives_way_to_one_that_is_shown(own: str) -> None:
    listed = "".join(
        f"<li><a href=/0{day}-05-24.aspx>{OTHER}</a> <b>0{day}/05/2024</b></li>" for day in (3, 7, 9)
    )
    head = f"<head><title>{HEADLINE}</title></head>"
    made = page(head, f"<ul>{MENU}</ul><h3>{HEADLINE}</h3>", own, *PARAGRAPHS, f"<ul>{listed}</ul>")
    date = extract_fields(made).stated_date
    assert (date and date.text) == "2024-05-12"


@pytest.mark.parametrize("form", ["<a href=/1>{}</a>", "<p><a href='#'>{}</a></p>"])
@pytest.mark.parametrize("before", [2, 4, 6])
def test_a_quotation_that_is_one_link_is_another_article_s_title(before: int, form: str) -> None:
    embed = f"<blockquote class=embedded>{form.format(OTHER)}</blockquote>"
    told = (*BODY, *STRANGE)
    parts = [f"<p>{line}</p>" for line in told]
    made = page(f"<h1>{HEADLINE}</h1><div>", *parts[:before], embed, *parts[before:], "</div>")
    assert body(made) == list(told)
    assert kinds(made)[OTHER] == "related"


def test_somebody_s_words_that_are_a_link_stay_in_the_text() -> None:
    words = f"«{OTHER}»"
    quotation = f"<blockquote><a href=/1>{words}</a></blockquote>"
    made = page(f"<h1>{HEADLINE}</h1><div>", *PARAGRAPHS[:2], quotation, *PARAGRAPHS[2:], "</div>")
    assert [line for line in body(made) if line in BODY] == list(BODY)
    assert kinds(made)[words] == "body"


@pytest.mark.parametrize("author", ["admin7", "webmaster", "alsahifa24", "newsdesk"])
def test_an_account_is_no_writer(author: str) -> None:
    assert signed(author) is None


def test_a_name_in_two_words_is_a_writer() -> None:
    assert signed("Jane Haddad") == "Jane Haddad"


def signed(author: str) -> str | None:
    """The writer of a page whose linked data name such an author."""
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": HEADLINE,
        "author": {"@type": "Person", "name": author},
    }
    head = f'<head><script type="application/ld+json">{json.dumps(data)}</script></head>'
    byline = extract_fields(page(head, f"<h1>{HEADLINE}</h1>", *PARAGRAPHS)).byline
    return byline.text if byline else None


ASKED = (
    "نود أن نسمع منكم: ما الكتاب الذي غيّر حياتكم؟ شاركونا قصصكم مع القراءة في هذه الصفحة.",
    "للإبلاغ عن خطأ في هذا النص أو لاقتراح موضوع جديد يمكنكم مراسلة هيئة التحرير في أي وقت.",
)


def test_what_stands_below_a_headed_box_behind_the_text_is_none_of_it() -> None:
    box = "<div class=talk><h4>حوار القراء</h4><p>هل تقرأ كتابا كل شهر؟</p></div>"
    asked = f"<div class=write>{''.join(f'<p>{line}</p>' for line in ASKED)}</div>"
    told = (*BODY, *STRANGE)
    own = f"<div class=text>{''.join(f'<p>{line}</p>' for line in told)}</div>"
    assert body(page(f"<article><h1>{HEADLINE}</h1>", own, box, asked, "</article>")) == list(told)


def test_a_text_goes_on_in_an_element_of_its_class_below_a_headed_box() -> None:
    box = "<div class=talk><h4>حوار القراء</h4><a href=/1>هل تقرأ كتابا كل شهر؟</a></div>"
    parts = [f"<div class=text>{''.join(part)}</div>" for part in (PARAGRAPHS[:3], PARAGRAPHS[3:])]
    assert BODY[3] in body(page(f"<article><h1>{HEADLINE}</h1>", parts[0], box, parts[1], "</article>"))


def test_who_revised_a_text_below_its_translator_is_none_of_it() -> None:
    signed = ("<p><em>ترجمة: منى عادل</em></p>", "<p><em>مراجعة: سامي منصور</em></p>")
    made = page(f"<article><h1>{HEADLINE}</h1><div>", *PARAGRAPHS, *signed, "</div></article>")
    assert body(made) == list(BODY)
    assert kinds(made)["مراجعة: سامي منصور"] == "byline"


def test_a_writer_whom_page_and_markup_name_comes_before_the_newsroom_s_part_below() -> None:
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": HEADLINE,
        "author": {"@type": "Person", "name": "دوناتيلا روسيني"},
    }
    head = f'<head><script type="application/ld+json">{json.dumps(data)}</script></head>'
    life = "تكتب عن شؤون الثقافة والنشر والمكتبات العامة من خلال التقارير والمقالات والمقابلات."
    box = f"<div><a href=/d>دوناتيلا روسيني</a><p class=author__bio>{life}</p><b>القسم الإيطالي</b></div>"
    made = page(head, f"<h1>{HEADLINE}</h1>{box}<div>", *PARAGRAPHS, "</div>")
    byline = extract_fields(made).byline
    assert body(made) == list(BODY)
    assert byline is not None
    assert byline.text == "دوناتيلا روسيني"


def test_a_heading_of_what_to_read_next_signs_no_text() -> None:
    below = (
        "<h2>اقرأ التالي</h2><div><i>اقتصاد</i><h3><a href=/1>ورشة لتدريب المعلمين في الجنوب</a></h3></div>"
    )
    assert extract_fields(page(f"<h1>{HEADLINE}</h1><div>", *PARAGRAPHS, f"</div>{below}")).byline is None

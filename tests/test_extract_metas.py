"""Fields: the day in a line of small pieces, in an element's attributes, and the nearest of several days."""

from __future__ import annotations

import pytest

from digest.clean import clean_seed
from digest.extract import extract_fields
from digest.model import Extract
from digest.seeds import seed_from_bytes
from tests.pages import BODY, HEADLINE, fields, fields_of_html

TITLE = f"<h1>{HEADLINE}</h1>"
TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)


def day(above: str, below: str, head: str = "", behind: str = "") -> str | None:
    """The day that a web page with some markup above and below its headline states."""
    markup = f"<html><head>{head}</head><body>{above}{TITLE}{below}<div>{TEXT}</div>{behind}</body></html>"
    found = extract_fields(clean_seed(seed_from_bytes(markup.encode(), "a.html"))).stated_date
    return found.text if found else None


@pytest.mark.parametrize(
    "pieces",
    [
        "<span>أسرة التحرير</span> <span>9 أكتوبر 2022</span>",
        "<span>بورتريه</span> <a>2022/10/09</a> <span>871</span>",
        "<a>شؤون بلدية</a> <time>أكتوبر 9, 2022</time> <span>4 دقائق قراءة</span>",
        "<a>أسواق</a> <span>09.10.2022</span> <span>7 تعليقات</span>",
        "<span>المشرف</span> <span>9 تشرين الأول / أكتوبر 2022</span>",
        "<span>55</span> <span>2022-10-09</span> <span>أسواق</span>",
        "<span>بواسطة</span> <a>هدى الخطيب</a> <span>أكتوبر 9, 2022</span> <a>أسواق</a>",
        "<span>الكاتب: هدى الخطيب</span> <span>التاريخ: 9 أكتوبر 2022</span> <span>عدد القراءات: 31</span>",
    ],
)
def test_a_day_among_small_pieces_is_read_whatever_parts_them(pieces: str) -> None:
    assert day("", f"<div>{pieces}</div>") == "2022-10-09"


@pytest.mark.parametrize(
    "line",
    [
        "بواسطة هدى الخطيب | أكتوبر 9, 2022 | أسواق",
        "بواسطة هدى الخطيب - صحافية أردنية | أكتوبر 9, 2022 | أسواق، عقارات",
        "هدى الخطيب | أكتوبر 9, 2022 | أسواق | 0 تعليقات",
        "أسواق | أكتوبر 9, 2022 | هدى الخطيب",
    ],
)
def test_a_month_before_its_day_is_read_between_strokes(line: str) -> None:
    found = fields(HEADLINE, line, *BODY)
    assert found.stated_date is not None
    assert found.byline is not None
    assert (found.stated_date.text, found.byline.text) == ("2022-10-09", "هدى الخطيب")


@pytest.mark.parametrize(
    "line", ["محتفلون في الميناء 9 أكتوبر 2022", "محتفلون في 9 أكتوبر 2022", "صورة للميناء 9 أكتوبر 2022"]
)
def test_what_a_picture_shows_of_a_day_states_none(line: str) -> None:
    assert fields(HEADLINE, line, *BODY).stated_date is None


def test_a_section_and_a_day_right_above_the_headline_state_it() -> None:
    assert day("<div><span>بورتريه</span> <span>9 أكتوبر 2022</span></div>", "") == "2022-10-09"


@pytest.mark.parametrize(
    ("above", "stated"),
    [
        (("الاثنين 10 تشرين الأول 2022", "أسواق", "الأحد 9 تشرين الأول 2022 - 07:15"), "2022-10-09"),
        (("10-10-2022", "9-10-2022"), "2022-10-09"),
        (("13 ربيع الأول 1444", "9 أكتوبر 2022"), "2022-10-09"),
        (("9 أكتوبر 2022", "13 ربيع الأول 1444"), "2022-10-09"),
        (("نشر في 9 أكتوبر 2022", "10 أكتوبر 2022"), "2022-10-09"),
        (("9 أكتوبر 2022", "آخر تحديث: 10 أكتوبر 2022"), "2022-10-09"),
    ],
)
def test_of_days_above_the_headline_the_nearest_is_the_article_s(above: tuple[str, ...], stated: str) -> None:
    assert day("".join(f"<div>{line}</div>" for line in above), "") == stated


SHOWN = "نشرت في أحد, 10/09/2022 - 08:00"


@pytest.mark.parametrize(
    "element",
    [
        f'<span property="dc:date dc:created" content="2022-10-09T08:00:00+03:00">{SHOWN}</span>',
        f'<span itemprop="datePublished" datetime="2022-10-09">{SHOWN}</span>',
        f'<div><meta itemprop="datePublished" content="2022-10-09T08:00:00+03:00"><span>{SHOWN}</span></div>',
        '<span data-date="2022-10-09T08:00">منذ يومين</span>',
    ],
)
def test_an_attribute_s_day_comes_before_the_figures_that_are_shown(element: str) -> None:
    assert day("", element) == "2022-10-09"


def test_of_several_attributes_days_the_head_s_or_the_first_behind_the_headline_is_the_article_s() -> None:
    def of(stated: str) -> str:
        return f'<div><span property="dc:date" content="{stated}">خبر</span></div>'

    other, own, head = of("2021-01-02"), of("2022-10-09"), '<meta property="dc:date" content="2020-03-04">'
    assert day(other, own, behind=other) == "2022-10-09"
    assert day(other, own, head) == "2020-03-04"


def _of_author(author: str, *blocks: str) -> Extract:
    head = f"<title>{HEADLINE}</title><meta name=author content='{author}'>"
    return fields_of_html(head, HEADLINE, *blocks)


@pytest.mark.parametrize("agency", ["Reuters", "AFP", "BBC", "رويترز", "أ ف ب"])
def test_an_agency_that_the_markup_calls_the_author_is_the_source(agency: str) -> None:
    found = _of_author(agency)
    assert (found.byline, found.source and found.source.text) == (None, agency)
    named = _of_author(agency, "المصدر: الأناضول")
    assert named.source
    assert named.source.text == "الأناضول"


@pytest.mark.parametrize("place", ["تونس", "القاهرة", "رام الله"])
def test_where_a_page_was_written_is_not_who_wrote_it(place: str) -> None:
    assert _of_author(place).byline is None


@pytest.mark.parametrize("writer", ["Leila", "Nabil", "Sami Mansour", "Jean-Pierre Dupont"])
def test_one_word_that_is_written_as_a_name_signs(writer: str) -> None:
    found = _of_author(writer)
    assert (found.byline and found.byline.text, found.source) == (writer, None)


@pytest.mark.parametrize(
    "account",
    [
        "sami",
        "sami85",
        "Sami85",
        "s.mansour",
        "site_admin",
        "admin_ar",
        "wpadmin",
        "Newsroom",
        "Desk",
        "Redaktion",
        "SAMI",
    ],
)
def test_one_word_that_is_written_as_an_account_is_nobody(account: str) -> None:
    found = _of_author(account)
    assert (found.byline, found.source) == (None, None)


@pytest.mark.parametrize(("author", "writer"), [("Leila", "Leila"), ("leila", None), ("leila7", None)])
def test_linked_data_are_read_as_they_are_written(author: str, writer: str | None) -> None:
    data = f'{{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "{HEADLINE}"'
    data += f', "author": {{"@type": "Person", "name": "{author}"}}}}'
    head = f'<title>{HEADLINE}</title><script type="application/ld+json">{data}</script>'
    found = fields_of_html(head, HEADLINE)
    assert (found.byline and found.byline.text) == writer

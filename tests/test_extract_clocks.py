"""The day that a page states in its own head is that of reading, where nothing makes it the article's."""

from __future__ import annotations

import pytest

from digest.clean import clean_seed
from digest.extract import extract_fields
from digest.seeds import seed_from_bytes
from tests.pages import BODY, HEADLINE, fields

NOW, TODAY, OWN = "الساعة الآن 09:20", "الأحد 7 نيسان 2019", "5 نيسان 2019"
HOME, SECTIONS = "الرئيسية", ("سياسة", "اقتصاد")
HEADS = {
    "below the time": (NOW, TODAY),
    "above the time": (TODAY, NOW),
    "time in two lines": ("الساعة الآن", "09:20", TODAY),
    "below the menu": (HOME, *SECTIONS, NOW, TODAY),
    "above home": (TODAY, HOME),
    "above two sections": (TODAY, *SECTIONS),
    "beside home": (f"{HOME} {TODAY}",),
    "beside home with a mark": (f"{HOME} | {TODAY}",),
    "above the weather": (TODAY, "حلب 18°", HOME),
    "below the weather": ("حلب 18°", "09:20", TODAY),
    "above the login": (TODAY, "تسجيل الدخول"),
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
@pytest.mark.parametrize("titled", [True, False])
def test_the_day_in_a_page_s_head_is_not_the_article_s(head: tuple[str, ...], *, titled: bool) -> None:
    title = (HEADLINE,) if titled else ()
    assert fields(*head, *title, *BODY).stated_date is None
    dated = fields(*head, HEADLINE, OWN, *BODY).stated_date
    assert dated
    assert dated.text == "2019-04-05"


@pytest.mark.parametrize("clock", ["الأحد 07 نيسان 2019 - 09:20:41", "09:20:41 7 نيسان 2019"])
def test_a_day_in_words_with_seconds_above_the_headline_is_a_clock(clock: str) -> None:
    assert fields(clock, HEADLINE, *BODY).stated_date is None
    dated = fields(clock, HEADLINE, OWN, *BODY).stated_date
    assert dated
    assert dated.text == "2019-04-05"


@pytest.mark.parametrize("stamp", ["نشر في: الأحد 5 نيسان 2019 09:20:41", "2019-04-05 09:20:41"])
def test_a_labelled_day_and_a_program_s_stamp_are_no_clock(stamp: str) -> None:
    dated = fields(stamp, HEADLINE, *BODY).stated_date
    assert dated
    assert dated.text == "2019-04-05"


@pytest.mark.parametrize(
    "head",
    [
        (OWN,),
        (HOME, *SECTIONS, OWN),
        (OWN, "سياسة"),
        ("سياسة", OWN),
        (f"{OWN} العدد 214", *SECTIONS),
        (f"نشر في {OWN}", *SECTIONS),
    ],
)
def test_the_day_beside_a_headline_and_that_of_an_issue_are_the_article_s(head: tuple[str, ...]) -> None:
    dated = fields(*head, HEADLINE, *BODY).stated_date
    assert dated
    assert dated.text == "2019-04-05"


def test_the_day_that_the_text_opens_with_is_the_article_s() -> None:
    lead = f"حلب في 7 نيسان / سانا / {BODY[0]}"
    dated = fields(TODAY, "حلب 18°", *SECTIONS, HEADLINE, lead, *BODY[1:]).stated_date
    assert dated
    assert dated.text == "2019-04-07"


def page(above: str, article: str) -> str | None:
    """The stated day of a page in HTML."""
    markup = f"<html><head><title>{HEADLINE}</title></head><body>{above}{article}</body></html>"
    field = extract_fields(clean_seed(seed_from_bytes(markup.encode(), "a.html"))).stated_date
    return field.text if field else None


TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
STAMP = f'<time datetime="2019-04-07T09:20:00Z">{TODAY}</time>'
TITLE = f"<h1>{HEADLINE}</h1>"


@pytest.mark.parametrize(
    ("above", "article"),
    [
        (f'<div id="clock">{TODAY}</div>', f"<div>{TITLE}{TEXT}</div>"),
        (f'<span class="current-date">{TODAY}</span>', f"<div>{TITLE}{TEXT}</div>"),
        (f'<div class="top date-today">{TODAY}</div>', f"<div>{TITLE}{TEXT}</div>"),
        (f"<header><time>{TODAY}</time></header>", f"<div>{TITLE}{TEXT}</div>"),
        (f"<div>{TODAY}</div>", f"<article>{TITLE}{TEXT}</article>"),
        (f"<time>{TODAY}</time>", f"<main><div>{TITLE}{TEXT}</div></main>"),
        (f"<header>{STAMP}</header>", f"<div>{TITLE}{TEXT}</div>"),
        (f"<div>{STAMP}</div>", f"<article>{TITLE}{TEXT}</article>"),
        (f'<div class="current-date">{STAMP}</div>', f"<div>{TITLE}{TEXT}</div>"),
        (f'<div class="date">{TODAY}</div><nav><a href="/s">سياسة</a></nav>', f"<div>{TITLE}{TEXT}</div>"),
    ],
)
def test_markup_tells_the_page_s_head_from_the_article(above: str, article: str) -> None:
    assert page(above, article) is None
    assert page(above, article.replace(TITLE, f"<p>{OWN}</p>{TITLE}")) == "2019-04-05"


@pytest.mark.parametrize(
    "article",
    [
        f"<article><header><time>{OWN}</time>{TITLE}</header>{TEXT}</article>",
        f'<header><time datetime="2019-04-05">{OWN}</time>{TITLE}</header><div>{TEXT}</div>',
        f"<header><div>{OWN}</div>{TITLE}</header><article>{TEXT}</article>",
        f'<div><span class="date">{OWN}</span>{TITLE}{TEXT}</div>',
        f'<div><span class="icon-clock">{OWN}</span>{TITLE}{TEXT}</div>',
    ],
)
def test_a_day_in_the_headline_s_own_element_is_the_article_s(article: str) -> None:
    assert page("", article) == "2019-04-05"


LINK = '<a href="/other">حلب</a>'


@pytest.mark.parametrize(
    ("article", "day"),
    [
        (f"{TITLE}{TEXT}<aside><h3>اقرأ أيضا</h3>{LINK}{STAMP}</aside>", None),
        (f"{TITLE}{TEXT}<aside><h3>اقرأ أيضا</h3>{LINK}{STAMP}<br>{LINK}{STAMP}</aside>", None),
        (f"{TITLE}<aside><h3>الكاتب</h3>{LINK}{STAMP}</aside>{TEXT}", "2019-04-07"),
        (f"{TITLE}{TEXT}<aside>{LINK}{STAMP}</aside>", "2019-04-07"),
    ],
)
def test_the_day_of_a_list_beside_the_article_is_not_its_own(article: str, day: str | None) -> None:
    assert page("", f"<div>{article}</div>") == day


def test_when_the_site_was_changed_last_is_no_day_of_the_article() -> None:
    assert fields(HEADLINE, *BODY, f"آخر تحديث للموقع {TODAY}", "© 2019").stated_date is None
    dated = fields(HEADLINE, *BODY, f"آخر تحديث {TODAY}").stated_date
    assert dated
    assert dated.text == "2019-04-07"


def test_days_below_the_titles_of_a_list_are_not_the_article_s() -> None:
    listed = ("حريق في سوق الأخشاب", OWN, "فوز المنتخب على ضيفه", TODAY)
    assert fields(HEADLINE, *BODY, *listed).stated_date is None
    assert fields(HEADLINE, *BODY, *listed[:2]).stated_date is not None


SHOWN = ("الإثنين 30 نوفمبر 2026 14:05", "30 نوفمبر 2026", "14:05 الإثنين 30 نوفمبر 2026", "30/11/2026")
APART = (("صحيفة المدينة",), ("شرق أوسط",), ("بحث", "تسجيل الدخول"), ("صحيفة المدينة", "الرئيسية", "سياسة"))
OPENED = f"افتتح وزير الثقافة سامي منصور، %sالمعرض الدولي للكتاب {BODY[0].partition('للكتاب ')[2]}"
OWN_DAYS = (
    ("القاهرة، 12 مايو - " + OPENED % "", ()),
    ("القاهرة (12 مايو 2024) - " + OPENED % "", ()),
    (OPENED % "الأحد 12 مايو 2024، ", ()),
    (BODY[0], ("12 مايو 2024",)),
    (BODY[0], ("بقلم: محمد الصالح", "12 مايو 2024")),
)


@pytest.mark.parametrize("shown", SHOWN)
@pytest.mark.parametrize("between", APART)
@pytest.mark.parametrize(("lead", "below"), OWN_DAYS)
def test_a_day_at_the_top_long_after_the_articles_own_is_that_of_reading(
    shown: str, between: tuple[str, ...], lead: str, below: tuple[str, ...]
) -> None:
    found = fields(shown, *between, HEADLINE, lead, *BODY[1:], *below).stated_date
    assert found is None or found.text == "2024-05-12"
    found = fields(shown, "", "", "", HEADLINE, lead, *BODY[1:], *below).stated_date
    assert found is None or found.text == "2024-05-12"


@pytest.mark.parametrize("shown", SHOWN[:3])
@pytest.mark.parametrize(
    "lead",
    [
        BODY[0],
        "القاهرة، 29 نوفمبر - " + OPENED % "",
        OPENED % "السبت 28 نوفمبر 2026، ",
        OPENED % "الذي يستمر حتى الأحد 12 ديسمبر 2027، ",
        OPENED % "الذي بدأ في 12 مايو 2024، ",
    ],
)
def test_a_day_at_the_top_of_an_article_that_is_no_older_is_its_own(shown: str, lead: str) -> None:
    found = fields(shown, "شرق أوسط", HEADLINE, lead, *BODY[1:]).stated_date
    assert found
    assert found.text == "2026-11-30"


@pytest.mark.parametrize(("lead", "below"), OWN_DAYS)
def test_a_day_right_above_or_below_the_headline_is_the_articles(lead: str, below: tuple[str, ...]) -> None:
    for lines in ((SHOWN[0], HEADLINE), (HEADLINE, SHOWN[0]), ("شرق أوسط", HEADLINE, SHOWN[0])):
        found = fields(*lines, lead, *BODY[1:], *below).stated_date
        assert found
        assert found.text in ("2026-11-30", "2024-05-12" if "(" in lead else "2026-11-30")

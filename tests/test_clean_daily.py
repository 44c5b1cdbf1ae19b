"""What pages show beside any article, above, inside and below it; and an article that is about it."""

from __future__ import annotations

import pytest

from digest.extract import extract_fields
from tests.pages import BODY, HEADLINE, body, clean, fields, kinds

PRAYERS = {
    "a line each": ("مواقيت الصلاة", "الفجر 04:12", "الظهر 11:45", "المغرب 18:20"),
    "two lines each": ("أوقات الصلاة", "الفجر", "4:12 ص", "الظهر", "11:45 ص", "المغرب", "6:20 م"),
    "times first": ("04:12", "الفجر", "11:45", "الظهر", "15:10", "العصر", "18:20", "المغرب"),
    "in a city": ("مواقيت الصلاة في حلب", "أذان الفجر ٠٤:١٢", "أذان الظهر ١١:٤٥", "أذان المغرب ١٨:٢٠"),
    "one line": ("الفجر 04:12 الظهر 11:45 العصر 15:10 المغرب 18:20 العشاء 19:40",),
    "the next one": ("المغرب 18:20",),
    "the next one by name": ("صلاة العشاء 19:40",),
}
WEATHER = {
    "a line each": ("الطقس الآن", "عمان", "31°", "سماء صافية", "الرياح: 12 كم/س", "الرطوبة 45%"),
    "place and degrees": ("عمان", "31°"),
    "a heading": ("الطقس اليوم",),
    "moisture": ("الرطوبة 45%",),
    "a sentence's worth": ("حالة الطقس: غائم جزئيا 24 درجة",),
}
PLACES = ("above", "below the headline", "inside", "below")


def around(lines: tuple[str, ...], place: str) -> tuple[str, ...]:
    parts = ((), (HEADLINE,), BODY[:2], BODY[2:], ())
    after = PLACES.index(place)
    return tuple(line for index, part in enumerate(parts) for line in (*part, *(lines * (index == after))))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("lines", PRAYERS.values(), ids=PRAYERS)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_times_of_prayer_are_none_of_an_article(lines: tuple[str, ...], gap: str, place: str) -> None:
    document = clean(gap.join(around(lines, place)))
    assert {kinds(document)[line] for line in lines} == {"prayer-times"}
    assert body(document) == list(BODY)
    found = extract_fields(document)
    assert (found.headline.text, found.source) == (HEADLINE, None)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("lines", WEATHER.values(), ids=WEATHER)
def test_the_weather_is_none_of_an_article(lines: tuple[str, ...], place: str) -> None:
    document = clean("\n".join(around(lines, place)))
    assert {kinds(document)[line] for line in lines} == {"weather"}
    assert body(document) == list(BODY)
    found = extract_fields(document)
    assert (found.headline.text, found.source) == (HEADLINE, None)


@pytest.mark.parametrize("lines", [PRAYERS["a line each"], PRAYERS["two lines each"], PRAYERS["times first"]])
def test_an_article_about_times_of_prayer_keeps_them(lines: tuple[str, ...]) -> None:
    title = "مواعيد أذان المغرب والعشاء في حلب هذا الأسبوع"
    lead = "ننشر مواقيت الصلاة في مدينة حلب اليوم الأحد، كما أعلنتها مديرية الأوقاف في بيان لها صباحا."
    last = "ودعت المديرية سكان القرى البعيدة إلى زيادة دقيقتين على كل موعد من هذه المواعيد."
    found = kinds(clean("\n".join((title, lead, *lines, last))))
    assert {found[line] for line in lines} <= {"body", "subhead"}


def test_a_part_about_the_weather_keeps_its_heading() -> None:
    told = "وتوقعت الأرصاد أن يبقى الطقس معتدلا حتى نهاية الأسبوع، وأن تهب رياح خفيفة على الساحل."
    assert kinds(clean("\n".join((HEADLINE, *BODY, "حالة الطقس", told))))["حالة الطقس"] == "subhead"


@pytest.mark.parametrize("name", ["صحيفة الضفة اليومية", "الضفة نيوز"])
def test_a_site_s_own_name_inside_the_text_heads_nothing(name: str) -> None:
    document = clean("\n".join(around((name,), "inside")))
    assert kinds(document)[name] == "furniture"
    assert body(document) == list(BODY)


def test_papers_whose_words_a_text_quotes_head_its_parts() -> None:
    names = ("صحيفة الضفة", "صحيفة العاصمة")
    document = clean("\n".join((HEADLINE, BODY[0], names[0], BODY[1], names[1], *BODY[2:])))
    assert {kinds(document)[name] for name in names} == {"subhead"}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("هذا المقطع لم يعد متاحا", "dead-embed"),
        ("لا يمكن تشغيل هذا الفيديو حاليا", "dead-embed"),
        ("عذرا، تم حذف هذا المنشور من قبل صاحبه", "dead-embed"),
        ("This video is no longer available", "dead-embed"),
        ("تم نسخ رابط المقال", "copy-link"),
        ("سجلوا دخولكم لمتابعة القراءة", "login"),
        ("نسيت كلمة السر؟", "login"),
        ("ليس لديك حساب؟ سجل الآن", "login"),
        ("Watch video", "app-control"),
        ("حجم النص A+ A-", "app-control"),
        ("تصغير الخط", "app-control"),
        ("تم تحديث الصفحة 09:20", "clock"),
        ("زمن القراءة: 3 د", "reading-time"),
        ("Scroll to continue", "advertisement"),
    ],
)
def test_what_a_page_says_in_a_line_is_none_of_an_article(line: str, kind: str, place: str) -> None:
    document = clean("\n".join(around((line,), place)))
    assert kinds(document)[line] == kind
    assert body(document) == list(BODY)
    found = extract_fields(document)
    assert (found.headline.text, found.source) == (HEADLINE, None)


PAGES = {"app-control", "clock", "login"}


@pytest.mark.parametrize(
    "line",
    [
        "وزارة الصحة تطلب من المسافرين تحميل تطبيق صحتي",
        "هل لديك حساب في البنك؟",
        "لا تملك حسابا؟ خطوات الفتح",
        "آخر تحديث للموقع يربك الزوار",
    ],
)
def test_news_of_apps_accounts_and_sites_is_an_article(line: str) -> None:
    assert fields(line, "", *BODY).headline.text == line
    assert kinds(clean("\n".join((HEADLINE, BODY[0], line, *BODY[1:]))))[line] not in PAGES

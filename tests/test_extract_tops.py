"""The headline below a ticker's titles and below who publishes a paper; a place and a day right above it."""

from __future__ import annotations

import pytest

from tests.pages import BODY, HEADLINE, clean, fields, kinds

MENU = ("الرئيسية", "محليات", "ثقافة", "رياضة")
DATE = "12 مايو 2024"
TICKER = ("العاصمة تستضيف بطولة للشطرنج الأسبوع المقبل", "أمطار متوقعة على المرتفعات نهاية الأسبوع")
TITLE = "رفوف تمتد كيلومترين.. حكاية صيف بين الورق والحبر"
"""A headline of which the body has hardly a word, less than of the ticker's first title."""
DECK = "مئة دار نشر من عشرين دولة تعرض مليون كتاب في العاصمة"


@pytest.mark.parametrize(("label", "section"), [(("عاجل",), ()), ((), ("ثقافة",)), (("عاجل",), ("ثقافة",))])
@pytest.mark.parametrize("below", [("فيسبوك", "واتساب", DATE), (DATE,), ("كتب محمد الصالح", DATE)])
def test_a_headline_below_a_ticker(
    label: tuple[str, ...], section: tuple[str, ...], below: tuple[str, ...]
) -> None:
    found = fields(*MENU, *label, *TICKER, *section, TITLE, *below, *BODY)
    assert found.headline.text == TITLE


@pytest.mark.parametrize("label", ["عاجل", "ثقافة"])
@pytest.mark.parametrize("below", [(DECK, DATE), (DECK, "ثقافة", DATE), (DATE,), (DECK, "فيسبوك")])
def test_a_headline_below_a_label_is_no_ticker(label: str, below: tuple[str, ...]) -> None:
    assert fields(*MENU, label, HEADLINE, *below, *BODY).headline.text == HEADLINE


@pytest.mark.parametrize("name", ["صحيفة المدينة", "جريدة الضفة"])
@pytest.mark.parametrize(
    "imprint",
    [
        "تصدر عن دار المدينة للطباعة والنشر في العاصمة",
        "تأسست عام 1962 في العاصمة على يد مئة كاتب",
        "يومية سياسية ثقافية تصدر عن دار المدينة للنشر",
    ],
)
@pytest.mark.parametrize("titles", [(), ("آخر الأخبار", *TICKER)])
def test_who_publishes_a_paper_is_no_headline(name: str, imprint: str, titles: tuple[str, ...]) -> None:
    found = fields(name, imprint, *MENU, *titles, HEADLINE, DATE, *BODY)
    assert (found.headline.text, found.source and found.source.text) == (HEADLINE, name)


HOME = ("الرئيسية", "أخبار", "محليات", "رياضة", "ثقافة")


@pytest.mark.parametrize("name", ["دور النشر في العاصمة", "نداء الوزير الأول", "أخبار الكتاب والثقافة"])
@pytest.mark.parametrize("below", [(), ("بوابة إخبارية محلية مستقلة",), ("معرض للكلمة الحرة",), (DATE,)])
@pytest.mark.parametrize("deck", [(), ("رفوف جديدة تنتظر الزوار",)])
def test_a_sites_name_above_its_menu_is_no_headline(
    name: str, below: tuple[str, ...], deck: tuple[str, ...]
) -> None:
    found = fields(name, *below, *HOME, "آخر الأخبار", HEADLINE, *deck, "بقلم: سامي منصور", *BODY)
    assert found.headline.text == HEADLINE


def test_a_title_above_a_menu_is_the_headline_where_none_is_below() -> None:
    title = "معرض الكتاب في العاصمة"
    assert fields(title, DATE, *HOME, *BODY).headline.text == title


@pytest.mark.parametrize("title", ["تصدر عن دار المدينة رواية جديدة للأطفال هذا الأسبوع", HEADLINE])
def test_a_headline_below_a_papers_name_is_one(title: str) -> None:
    assert fields("صحيفة المدينة", title, DATE, *BODY).headline.text == title


@pytest.mark.parametrize("place", ["قرنبالية", "عين دراهم", "القاهرة", "محليات"])
@pytest.mark.parametrize("mark", [" - ", " / ", " | ", "، "])
def test_a_place_and_a_day_right_above_the_headline(place: str, mark: str) -> None:
    found = fields("صدى الضفة", *MENU, f"{place}{mark}{DATE}", HEADLINE, *BODY)
    assert (found.stated_date and found.stated_date.text) == "2024-05-12"
    assert (found.headline.text, found.source and found.source.text) == (HEADLINE, "صدى الضفة")


@pytest.mark.parametrize("name", ["نسرين.ب", "سكورة. م", "تسعديت.ع"])
@pytest.mark.parametrize("above", [(), (DATE,), ("ثقافة", DATE)])
def test_a_name_with_an_initial_signs(name: str, above: tuple[str, ...]) -> None:
    found = fields(*MENU, HEADLINE, *above, name, "0", *BODY)
    below = fields(*MENU, HEADLINE, *above, *BODY, name)
    assert [one.byline and one.byline.text for one in (found, below)] == [name, name]


@pytest.mark.parametrize("line", ["س.ل", "ق.م", "2.5 م"])
def test_initials_sign_nothing(line: str) -> None:
    document = clean("\n".join((*MENU, HEADLINE, DATE, line, *BODY)))
    assert kinds(document)[line] != "byline"


SEARCH = ("ابحث في الموقع", "بحث متقدم", "البحث في الأرشيف", "ابحث عن")


@pytest.mark.parametrize("search", SEARCH)
@pytest.mark.parametrize("clock", ["السبت , 11 أيار , 2024 :: 6:47 م", "السبت 11 مايو 2024"])
def test_a_box_to_search_in_is_no_headline(search: str, clock: str) -> None:
    found = fields("صدى الضفة", "", *MENU, search, clock, "", HEADLINE, "[5/12/2024 3:20:11 PM]", "", *BODY)
    assert found.headline.text == HEADLINE


@pytest.mark.parametrize("path", ["الرئيسية الحياة الريفية", "الرئيسية ثقافة", "الرئيسية / الحياة الريفية"])
@pytest.mark.parametrize("below", [("كتب : سارة الصالح", DATE), (DATE,)])
def test_a_headline_below_a_path_and_above_its_deck(path: str, below: tuple[str, ...]) -> None:
    deck = "منصور: نعرض مليون كتاب بلا رسوم على الزوار.. وندرس نقل المعرض إلى الميناء"
    title = "«معرض الكتاب» يستقبل 300 ألف زائر في أسبوع"
    found = fields(path, title, deck, *below, *BODY)
    assert (found.headline.text, found.deck and found.deck.text, found.source) == (title, deck, None)


@pytest.mark.parametrize("bar", ["||", "|", " || "])
@pytest.mark.parametrize("below", [(), ("طباعة", "مشاركة")])
def test_titles_with_times_above_the_headline_are_a_ticker(bar: str, below: tuple[str, ...]) -> None:
    ticker = (f"18:22{bar} تسجيلات الموسم الربيعي تنطلق الخميس", f"17:58{bar} الضاحية: تفكيك شبكة")
    found = fields("آخر الأخبار", *ticker, "نشر بتاريخ: الأحد 12 مايو 2024", *below, HEADLINE, *BODY)
    assert (found.headline.text, found.byline) == (HEADLINE, None)
    assert found.stated_date.text == "2024-05-12"


@pytest.mark.parametrize("welcome", ["مرحبا بكم في موقع الضاحية", "أهلا بكم في الضاحية"])
def test_a_welcome_at_a_page_s_top_is_no_headline_where_one_stands_below(welcome: str) -> None:
    assert fields(welcome, "العربية", "English", "المواضيع", HEADLINE, *BODY).headline.text == HEADLINE
    assert fields(welcome, *BODY).headline.text == welcome

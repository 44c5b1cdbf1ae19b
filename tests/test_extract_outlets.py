"""Fields: the outlet that published an article, known or not, and the agencies of its opening."""

from __future__ import annotations

import pytest

from digest.clean import clean_seed, outlet_keys
from digest.extract import extract_fields
from digest.model import LineKind
from digest.seeds import seed_from_bytes
from digest.sentences import split_document
from tests.pages import BODY, HEADLINE, body, clean, fields, fields_of_html


@pytest.mark.parametrize(
    ("opening", "source"),
    [
        ("الكويت 24 - 4 (كونا) -- ", "كونا"),
        ("وطنا اليوم: ", "وطنا اليوم"),
        ("(CNN)-- ", "CNN"),
        ("المدينة نيوز/ ", "المدينة نيوز"),
    ],
)
def test_an_opening_that_dates_nothing_is_none_of_the_first_sentence(opening: str, source: str) -> None:
    text = "\n".join((HEADLINE, opening + BODY[0], *BODY[1:]))
    document = clean_seed(seed_from_bytes(text.encode(), "a.txt"))
    found = extract_fields(document)
    assert found.source
    assert (found.source.text, found.stated_date) == (source, None)
    assert split_document(document)[0].text == BODY[0]


@pytest.mark.parametrize("said", ["رويترز: ", "الوزير: "])
def test_who_is_quoted_at_the_opening_is_no_source(said: str) -> None:
    text = "\n".join((HEADLINE, said + BODY[0], *BODY[1:]))
    document = clean_seed(seed_from_bytes(text.encode(), "a.txt"))
    assert extract_fields(document).source is None
    assert split_document(document)[0].text == said + BODY[0]


KNOWN = outlet_keys(["المرفأ", "مرفأ الكتب", "الخليج", "الشرق الأوسط"])


@pytest.mark.parametrize(
    ("above", "between", "below", "source"),
    [
        ((), ("المرفأ",), (), "المرفأ"),
        (("رياضة", "مرفأ الكتب", "اقتصاد"), (), (), "مرفأ الكتب"),
        (("رياضة", "الخليج", "اقتصاد"), (), (), None),
        (("الشرق الأوسط", "اقتصاد"), (), (), None),
        (("الخليج", "سياسة", "اقتصاد", "رياضة"), (), (), "الخليج"),
        (("الرأي", "محليات", "اقتصاد", "رياضة"), (), (), "الرأي"),
        (("الرئيسية", "الرأي", "اقتصاد", "رياضة"), (), (), None),
        ((), ("القاهرة: «الشرق الأوسط»",), (), "الشرق الأوسط"),
        ((), ("سامي منصور - المرفأ",), (), "المرفأ"),
        ((), (), ("مرفأ الكتب",), "مرفأ الكتب"),
        ((), ("المرفأ", "المصدر: رويترز"), (), "رويترز"),
    ],
)
def test_outlets_that_a_vocabulary_knows(
    above: tuple[str, ...], between: tuple[str, ...], below: tuple[str, ...], source: str | None
) -> None:
    text = "\n\n".join((*above, HEADLINE, *between, *BODY, *below))
    document = clean_seed(seed_from_bytes(text.encode(), "a.txt"), outlets=KNOWN)
    found = extract_fields(document, outlets=KNOWN)
    assert (found.source.text if found.source else None) == source
    assert found.headline.text == HEADLINE
    assert sum(part.kind is LineKind.BODY for part in document.paragraphs) == len(BODY)


@pytest.mark.parametrize(
    ("behind", "source"), [("الشاهد", "الشاهد"), ("ثقافة", None), ("القاهرة", None), ("خاص", None)]
)
def test_a_name_behind_the_headline(behind: str, source: str | None) -> None:
    found = fields(f"{HEADLINE} | {behind}", *BODY)
    assert (found.source.text if found.source else None) == source
    stated = fields_of_html(f"<title>{HEADLINE} | {behind}</title>")
    assert found.headline.text == stated.headline.text == HEADLINE


def test_a_headline_that_libraries_take_for_the_name_of_a_site() -> None:
    found = fields_of_html(f"<title>صور.. {HEADLINE} | أوراق الضفة</title>")
    assert (found.headline.text, found.label.text if found.label else None) == (HEADLINE, "صور")
    assert found.source
    assert found.source.text == "أوراق الضفة"


@pytest.mark.parametrize("opening", ["القاهرة - رويترز - ", "القاهرة (رويترز) - ", "القاهرة - رويترز:\n"])
def test_credits_of_a_page_without_headline(opening: str) -> None:
    found = fields(f"{opening}{BODY[0]}", *BODY[1:])
    assert found.headline.derived
    assert found.headline.text.startswith("افتتح وزير الثقافة سامي منصور المعرض الدولي للكتاب في العاصمة")
    assert found.source
    assert found.source.text == "رويترز"


@pytest.mark.parametrize(
    ("opening", "byline", "source", "day"),
    [
        ("الخرطوم 9-5-2024 (سونا) - ", None, "سونا", "2024-05-09"),
        ("المنامة في 9 مايو / بنا / ", None, "بنا", None),
        ("المدينة نيوز/ ", None, "المدينة نيوز", None),
        ("أربيل (المحطة24)- ", None, "المحطة24", None),
        ("عمان 9 أيار (بترا)- من رنا سالم- ", "رنا سالم", "بترا", None),
    ],
)
def test_openings_of_agencies(opening: str, byline: str | None, source: str, day: str | None) -> None:
    found = fields(HEADLINE, opening + BODY[0], *BODY[1:], "ر خ/ م ب/ ف ق")
    got = (found.byline, found.source, found.stated_date)
    assert tuple(field.text if field else None for field in got) == (byline, source, day)


@pytest.mark.parametrize(
    ("above", "source"),
    [
        (("أوراق الضفة", "اقتصاد"), "أوراق الضفة"),
        (("بوابة المدينة",), "بوابة المدينة"),
        (("Review", "اقتصاد"), "Review"),
        (("أوراق الضفة",), "أوراق الضفة"),
        (("سوق الكتب",), None),
        (("Toggle navigation", "أوراق الضفة", "اقتصاد"), "أوراق الضفة"),
        (("تسجيل الدخول", "إعلان", "أوراق الضفة"), "أوراق الضفة"),
        (("Toggle navigation", "اقتصاد"), None),
        (("أوراق 24", "اقتصاد"), "أوراق 24"),
        (("البوابة العربية لأخبار المعارض",), "البوابة العربية لأخبار المعارض"),
        (("الرئيسية", "اقتصاد"), None),
        (("القاهرة", "اقتصاد"), None),
    ],
)
def test_the_name_of_a_site_above_its_sections(above: tuple[str, ...], source: str | None) -> None:
    found = fields(*above, HEADLINE, "الأحد 12 مايو 2024", *BODY)
    assert (found.source.text if found.source else None) == source
    credited = fields(*above, HEADLINE, "جدة - واس", *BODY)
    assert credited.source
    assert credited.source.text == "واس"


@pytest.mark.parametrize("before", ["اقتصادي / ", "KUNA : "])
def test_a_section_before_the_headline_is_taken_off(before: str) -> None:
    assert fields(f"{before}{HEADLINE}", "الأحد 12 مايو 2024", *BODY).headline.text == HEADLINE


@pytest.mark.parametrize("again", ["أوراق الضفة", "أوراق الضفة - خاص"])
def test_a_site_that_the_article_names_again(again: str) -> None:
    found = fields("أوراق الضفة", HEADLINE, "الأحد 12 مايو 2024", again, *BODY)
    assert found.headline.text == HEADLINE
    assert found.source
    assert found.source.text == "أوراق الضفة"


@pytest.mark.parametrize(
    ("lines", "source"),
    [
        (("الرئيسية", "اقتصاد", "بوابة الضفة الإخبارية", HEADLINE, *BODY), "بوابة الضفة الإخبارية"),
        (("صدى الضفة", HEADLINE, "12 مايو 2024", *BODY), "صدى الضفة"),
        ((HEADLINE, "ورق القرى | خاص", "12 مايو 2024", *BODY), "ورق القرى"),
        (("ورق القرى: متابعة", "12 مايو 2024", HEADLINE, *BODY), "ورق القرى"),
        ((HEADLINE, "الحسكة (ورق القرى) خاص:", *BODY), "ورق القرى"),
        ((HEADLINE, "تونس الرقمية", "12 مايو 2024", *BODY), "تونس الرقمية"),
        ((HEADLINE, "بواسطة طنجة 24", "12 مايو 2024", *BODY), "طنجة 24"),
        ((HEADLINE, "نقلا عن صوت الضفة", *BODY), "صوت الضفة"),
        ((HEADLINE, "ورق القرى - فريق التحرير", *BODY), "ورق القرى"),
        ((HEADLINE, "المصدر", "ورق القرى", *BODY), "ورق القرى"),
        ((HEADLINE, *BODY, "المصدر: ورق القرى الكاتب: فريق التحرير"), "ورق القرى"),
        ((HEADLINE, *BODY, "الأكثر قراءة", "افتتاح سوق جديدة", "المصدر: ورق القرى"), "ورق القرى"),
        ((HEADLINE, "ورق القرى /-", *BODY), "ورق القرى"),
        ((f"شفق نيوز/ {HEADLINE}", "12 مايو 2024", *BODY), "شفق نيوز"),
        ((HEADLINE, *BODY, "© 2022 ورق القرى. جميع الحقوق محفوظة"), "ورق القرى"),
        ((HEADLINE, *BODY, "جميع الحقوق محفوظة لصحيفة ورق القرى 2022"), "صحيفة ورق القرى"),
        (("رويترز - القاهرة", HEADLINE, *BODY, "ورق القرى © 2022"), "رويترز"),
        ((HEADLINE, "فلسطين المحتلة - شبكة الضفة الإخبارية:", *BODY), "شبكة الضفة الإخبارية"),
        (("موقع البرامج", "الرئيسية", HEADLINE, *BODY), None),
        (("سوق الكتب", HEADLINE, "12 مايو 2024", *BODY), None),
        ((HEADLINE, *BODY, "النشرة الإخبارية", "اشترك الآن"), None),
        ((HEADLINE, *BODY, "جميع الحقوق محفوظة 2022"), None),
        ((HEADLINE, "12 مايو 2024", "أخبار سوريا", *BODY), None),
    ],
)
def test_outlets_that_no_list_knows(lines: tuple[str, ...], source: str | None) -> None:
    found = fields(*lines)
    assert (found.source.text if found.source else None) == source
    assert found.headline.text == HEADLINE


@pytest.mark.parametrize(
    ("line", "source"),
    [("الكويت - كونا", "كونا"), ("أربيل (كوردستان 24)", "كوردستان 24"), ("باريس (أ.ف.ب)", "أ.ف.ب")],
)
def test_an_agency_signs_below_the_text_with_its_place(line: str, source: str) -> None:
    found = fields(HEADLINE, *BODY, line)
    assert found.source
    assert found.source.text == source
    assert body(clean("\n".join((HEADLINE, *BODY, line)))) == list(BODY)


@pytest.mark.parametrize("marks", ["«{}»", '"{}"'])
def test_a_name_that_the_text_has_in_marks_is_the_sites(marks: str) -> None:
    told = f"نبيع أكثر من كل عام، يقول ناشر لـ{marks.format('مدى البلد')} أمام جناحه في المعرض الدولي للكتاب."
    found = fields("مدى البلد", HEADLINE, "12 مايو 2024", told, *BODY)
    assert found.source
    assert found.source.text == "مدى البلد"


@pytest.mark.parametrize("state", ["الجمهورية التونسية", "المملكة الأردنية الهاشمية", "سلطنة عمان"])
@pytest.mark.parametrize("below", [(), ("© 2024 وزارة الثقافة. جميع الحقوق محفوظة",)])
def test_a_ministry_stands_below_its_states_name(state: str, below: tuple[str, ...]) -> None:
    found = fields(state, "وزارة الثقافة", "الرئيسية", "خدمات", HEADLINE, "12 مايو 2024", *BODY, *below)
    assert found.source
    assert found.source.text == "وزارة الثقافة"


@pytest.mark.parametrize("rights", ["© 2024 مرايا الساحل. جميع الحقوق محفوظة", ""])
def test_who_holds_the_rights_comes_before_a_first_line_that_no_list_knows(rights: str) -> None:
    lines = ("دفاتر البحر", "مرايا الساحل", "الرئيسية", HEADLINE, "12 مايو 2024", *BODY, rights)
    found = fields(*filter(None, lines))
    assert found.source
    assert found.source.text == ("مرايا الساحل" if rights else "دفاتر البحر")


@pytest.mark.parametrize(
    ("rights", "holder"),
    [
        ("© 2019 آخر تحديث 12/11/2024", None),
        ("© 2019 مرايا الساحل - آخر تحديث 12/11/2024", "مرايا الساحل"),
        ("آخر تحديث: 12 مايو 2024 © مرايا الساحل", "مرايا الساحل"),
        ("© 2024 مجلة التحديث", "مجلة التحديث"),
    ],
)
def test_when_a_page_was_changed_is_no_holder_of_its_rights(rights: str, holder: str | None) -> None:
    found = extract_fields(clean("\n\n".join((HEADLINE, *BODY, rights)))).source
    assert (found and found.text) == holder


@pytest.mark.parametrize(
    ("menu", "source"),
    [
        (("الخليج", "أخبار الدار", "الاقتصادي", "الصحة", "سياسة"), None),
        (("محليات", "اقتصاد", "رياضة", "نبض الشارع", "ثقافة"), None),
        (("محليات", "دراسات محكمة", "صوت القارئ", "اقتصاد"), None),
        (("الرئيسية", "أخبار سياسية", "شبكة المراسلين", "اقتصاد", "رياضة"), None),
        (("محليات", "اقتصاد", "رياضة", "نبض الشارع", ""), None),
        (("صدى الضفة", "محليات", "أخبار الدار", "اقتصاد"), "صدى الضفة"),
        (("محليات", "صدى الضفة", "الرئيسية", "اقتصاد"), "صدى الضفة"),
        (("عمان", "جريدة عمان", "اقتصاد", "ثقافة"), "جريدة عمان"),
        (("من نحن", "اتصل بنا", "صدى الضفة", "محليات", "اقتصاد"), "صدى الضفة"),
        (("الرئيسية", "صدى الضفة", "", "محليات", "اقتصاد"), "صدى الضفة"),
        (("محليات", "اقتصاد", "رياضة", "", "نبض الشارع", ""), "نبض الشارع"),
    ],
)
def test_an_item_of_a_menu_that_is_made_like_an_outlet_is_none(
    menu: tuple[str, ...], source: str | None
) -> None:
    found = fields(*menu, HEADLINE, *BODY).source
    assert (found and found.text) == source


def test_who_holds_the_rights_is_surer_than_an_item_of_a_menu() -> None:
    rights = "جميع الحقوق محفوظة لصحيفة الضحى 2020"
    found = fields("الخليج", "أخبار الدار", "اقتصاد", "رياضة", HEADLINE, *BODY, rights).source
    assert found
    assert found.text == "صحيفة الضحى"

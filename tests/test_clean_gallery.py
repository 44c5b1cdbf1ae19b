"""Galleries: a page of pictures' descriptions is an article, and descriptions beside other text are none."""

from __future__ import annotations

import pytest

from digest.errors import SeedError
from digest.extract import extract_fields
from tests.leftout import unaccounted
from tests.pages import BODY, HEADLINE, body, clean

PICTURES = (
    "زوار المعرض الدولي للكتاب في يومه الأول أمام أجنحة دور النشر القادمة من عشرين دولة (رويترز)",
    "طفلة تقرأ في ركن كتب الأطفال الذي افتتح هذا العام في قاعة منفصلة (الأناضول)",
    "شاعر يلقي قصيدته في أمسية المعرض الثانية وسط حضور كبير من الطلاب (أ ف ب)",
    "عمال يرتبون الكتب على الرفوف قبل افتتاح المعرض بساعات قليلة في العاصمة (رويترز)",
)
CREDIT = "صدر الصورة، Getty Images"


@pytest.mark.parametrize("credited", [False, True])
@pytest.mark.parametrize("number", [3, 4])
def test_descriptions_alone_are_the_text_of_a_gallery(number: int, credited: bool) -> None:
    pictures = [line.rpartition(" (")[0] if credited else line for line in PICTURES[:number]]
    lines = [line for picture in pictures for line in (*((CREDIT,) if credited else ()), picture)]
    document = clean("\n".join((HEADLINE, "12 مايو 2024", *lines, "آخر الأخبار", "سوق الكتب")))
    assert body(document) == pictures
    found = extract_fields(document)
    assert found.headline.text == HEADLINE
    assert unaccounted(document, found) == ""


def test_descriptions_beside_an_article_are_none_of_its_body() -> None:
    assert body(clean("\n".join((HEADLINE, *PICTURES, *BODY)))) == list(BODY)


def test_a_page_of_titles_with_some_pictures_is_no_article() -> None:
    titles = (
        "البرلمان يناقش موازنة السنة المقبلة في جلسة علنية",
        "المنتخب يخسر مباراته الودية الثانية أمام ضيفه",
        "أمطار غزيرة متوقعة على السواحل الشمالية",
        "حريق يلتهم مصنعا للأخشاب في الضواحي",
        "إغلاق طريق الجبل في الاتجاهين حتى الصباح",
        "ارتفاع أسعار الخضار بسبب موجة الصقيع",
    )
    with pytest.raises(SeedError, match="no article"):
        clean("\n".join((*titles[:3], *PICTURES[:3], *titles[3:])))

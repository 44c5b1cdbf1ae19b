"""Fields: a place without an agency that opens the article, and writer and agency behind strokes."""

from __future__ import annotations

import pytest

from digest.extract import extract_fields
from digest.sentences import split_document
from tests.pages import BODY, HEADLINE, body, clean, fields

TOLD = "المعرض مئة دار نشر من عشرين دولة، ويستمر أسبوعا في قاعات المدينة القديمة."


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("القاهرة - ", "القاهرة"),
        ("القاهرة: ", "القاهرة"),
        ("القاهرة ـ ", "القاهرة"),
        ("(القاهرة) ", "القاهرة"),
        ("رام الله – ", "رام الله"),
        ("بيروت — ", "بيروت"),
        ("عدن- ", "عدن"),
        ("عدن -", "عدن"),
        ("صنعاء-", "صنعاء"),
        ("غزة/ ", "غزة"),
        ("القاهرة، مصر - ", "القاهرة، مصر"),
        ("القاهرة:- ", "القاهرة"),
        ("القاهرة – خاص – ", "القاهرة"),
        ("تمنراست - ", "تمنراست"),
    ],
)
def test_a_place_that_opens_the_article_is_its_dateline(opening: str, place: str) -> None:
    document = clean("\n".join((HEADLINE, opening + BODY[0], *BODY[1:])))
    found = extract_fields(document)
    assert found.dateline
    assert (found.dateline.text, found.source, found.byline) == (place, None, None)
    assert split_document(document)[0].text == BODY[0]


@pytest.mark.parametrize(
    "told", [f"20 دولة تشارك في {TOLD}", f"«أهلا بكم»، قال الوزير عن {TOLD}", f"تنظم {TOLD}"]
)
@pytest.mark.parametrize("mark", [": ", " - ", " / "])
def test_behind_the_place_news_begin(told: str, mark: str) -> None:
    found = extract_fields(clean("\n".join((HEADLINE, f"مسقط{mark}{told}", *BODY[1:]))))
    assert found.dateline
    assert found.dateline.text == "مسقط"


@pytest.mark.parametrize(
    "lead",
    [
        f"القاهرة: المدينة التي لا تنام تستقبل في {TOLD}",
        f"دمشق - حلب طريق طويل يمر بقاعات {TOLD}",
        f"تونس - الجزائر العاصمة مباراة تسبق {TOLD}",
        f"بيروت - مدينة الكتاب والشعر والمطابع القديمة - تستقبل في {TOLD}",
        f"الرباط – التي عرفت المطابع باكرا تستقبل في {TOLD}",
        f"عمان، يفتتح {TOLD}",
        f"القاعة: يفتتح {TOLD}",
    ],
)
def test_a_place_that_the_sentence_is_about_is_no_dateline(lead: str) -> None:
    document = clean("\n".join((HEADLINE, lead, *BODY[1:])))
    assert extract_fields(document).dateline is None
    assert split_document(document)[0].text == lead


def test_places_that_open_one_paragraph_after_the_other_are_none_of_the_articles() -> None:
    lines = (f"بيروت - {BODY[1]}", f"دمشق - {BODY[2]}", f"عمان - {BODY[3]}")
    document = clean("\n".join((HEADLINE, *lines)))
    assert extract_fields(document).dateline is None
    assert document.opening is None


def test_a_newspaper_in_marks_behind_a_place_is_taken_off_with_its_marks() -> None:
    document = clean("\n".join((HEADLINE, f"غزة ـ «القدس العربي»: {BODY[0]}", *BODY[1:])))
    assert split_document(document)[0].text == BODY[0]


@pytest.mark.parametrize(
    ("opening", "source"),
    [
        ("غزة – «القدس العربي» ", "القدس العربي"),
        ('غزة - "القدس العربي" ', "القدس العربي"),
        ("عمان - بترا. ", "بترا"),
        ("عمان / بترا. ", "بترا"),
    ],
)
def test_an_agency_in_marks_or_with_a_stop_behind_it_opens_news(opening: str, source: str) -> None:
    document = clean("\n".join((HEADLINE, opening + BODY[0], *BODY[1:])))
    found = extract_fields(document).source
    assert (found and found.text) == source
    assert split_document(document)[0].text == BODY[0]


def test_a_newspaper_in_marks_that_the_sentence_is_about_is_no_source() -> None:
    told = "غزة - «القدس العربي» صحيفة يومية تصدر في لندن منذ أعوام طويلة ويقرأها الناس في مدن كثيرة."
    assert fields(HEADLINE, told, *BODY).source is None


def test_a_place_that_opens_a_later_paragraph_is_no_dateline() -> None:
    assert (
        extract_fields(clean("\n".join((HEADLINE, BODY[0], f"القاهرة - {BODY[1]}", BODY[2])))).dateline
        is None
    )


@pytest.mark.parametrize(
    "opening", ["غزة / محمد علي / الأناضول ", "غزة/ محمد علي/ الأناضول ", "غزة / محمد علي / الأناضول - "]
)
def test_place_writer_and_agency_behind_strokes(opening: str) -> None:
    document = clean("\n".join((HEADLINE, opening + BODY[0], *BODY[1:])))
    found = extract_fields(document)
    assert found.dateline
    assert found.byline
    assert found.source
    assert (found.dateline.text, found.byline.text, found.source.text) == ("غزة", "محمد علي", "الأناضول")
    assert body(document)[0] == BODY[0]


def test_an_agency_behind_a_stroke_that_the_sentence_is_about() -> None:
    found = extract_fields(
        clean("\n".join((HEADLINE, f"غزة/ محمد علي/ الأناضول التركية {BODY[0]}", *BODY[1:])))
    )
    assert found.source is None


@pytest.mark.parametrize("line", ["قرنبالية 12 مايو 2024", "وادي الزهور، الأحد 12 مايو 2024"])
@pytest.mark.parametrize("between", [(), ("بعد تأجيل دام سنتين",), ("تقرير",), ("رويترز",)])
def test_a_place_that_no_list_knows_and_a_day_open_a_page(line: str, between: tuple[str, ...]) -> None:
    found = fields(line, *between, HEADLINE, *BODY)
    assert found.headline.text == HEADLINE
    assert found.stated_date
    assert found.stated_date.text == "2024-05-12"


def test_a_place_and_a_day_far_above_a_headline_are_not_its_own() -> None:
    assert fields("الرئيسية", "قرنبالية 12 مايو 2024", "ثقافة", HEADLINE, *BODY).stated_date is None

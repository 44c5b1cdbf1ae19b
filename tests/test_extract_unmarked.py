"""Fields: a writer, a place, an agency that open a text without a mark; an agency with its letters."""

from __future__ import annotations

import pytest

from digest.extract import extract_fields
from digest.model import Extract
from tests.pages import BODY, HEADLINE, body, clean

TOLD = (
    "استأنف المتحف استقبال الزوار صباح الاثنين بعد عام من أعمال الترميم التي شملت قاعاته كلها.",
    "أقر المجلس خطة المتحف صباح الاثنين بعد عام من أعمال الترميم التي شملت قاعاته كلها.",
)


def opened(opening: str, told: str) -> tuple[str, Extract]:
    """The text's first paragraph, without what opens it, and the fields."""
    document = clean("\n\n".join((HEADLINE, f"{opening} {told}", *BODY[1:])))
    first = body(document)[0]
    if document.opening is not None:
        first = " ".join(document.text[document.opening.end : document.paragraphs[0].span.end].split())
    return first, extract_fields(document)


def _values(found: Extract) -> tuple[str | None, ...]:
    return tuple(field and field.text for field in (found.byline, found.source, found.dateline))


@pytest.mark.parametrize("told", TOLD)
@pytest.mark.parametrize(
    ("opening", "values"),
    [
        ("بقلم هدى ناصر", ("هدى ناصر", None, None)),
        ("كتب كريم الراوي", ("كريم الراوي", None, None)),
        ("كتبت: هدى ناصر", ("هدى ناصر", None, None)),
        ("تحرير: هدى ناصر", ("هدى ناصر", None, None)),
        ("هدى ناصر - بيروت", ("هدى ناصر", None, "بيروت")),
        ("كريم الراوي / رام الله", ("كريم الراوي", None, "رام الله")),
        ("رام الله: كريم الراوي", ("كريم الراوي", None, "رام الله")),
        ("صنعاء / كريم الراوي / سبأ", ("كريم الراوي", "سبأ", "صنعاء")),
        ("المنامة - بنا", (None, "بنا", "المنامة")),
        ("الدوحة:", (None, None, "الدوحة")),
    ],
)
def test_what_opens_a_text_before_a_verb_is_read_and_taken_off_it(
    opening: str, values: tuple[str | None, ...], told: str
) -> None:
    first, found = opened(opening, told)
    assert _values(found) == values
    assert first == told


def test_a_family_s_name_ends_a_known_one_before_a_verb_that_no_list_has() -> None:
    told = "يتدفق الزوار على المتحف منذ صباح الاثنين بعد عام من أعمال الترميم التي شملت قاعاته."
    first, found = opened("كتبت: هدى الناصر", told)
    assert (first, found.byline and found.byline.text) == (told, "هدى الناصر")


@pytest.mark.parametrize(
    "sentence",
    [
        "كتبت: هدى الناصر مديرة المتحف في صفحتها أن الزوار يتدفقون منذ الصباح على المتحف بعد عام من الترميم.",
        "كتب كريم الراوي رواية جديدة عن المتحف ونشرها صباح الاثنين بعد عام من أعمال الترميم التي شملته.",
        "بقلم أزرق صغير وقع الوزير دفتر الزوار في المتحف صباح الاثنين بعد عام من أعمال الترميم فيه.",
        "كريم الراوي - المتحف افتتح قاعة باسمه صباح الاثنين بعد عام من أعمال الترميم التي شملت قاعاته كلها.",
        "كريم الراوي - القاهرة تستقبل زوار المتحف منذ صباح الاثنين بعد عام من أعمال الترميم فيه.",
        "المتحف الكبير - القاهرة افتتح أبوابه صباح الاثنين بعد عام من أعمال الترميم التي شملت قاعاته كلها.",
        "الدوحة: مدينة تستقبل الزوار منذ صباح الاثنين بعد عام من أعمال الترميم التي شملت متاحفها كلها.",
    ],
)
def test_a_sentence_that_begins_like_credits_signs_nothing(sentence: str) -> None:
    document = clean("\n\n".join((HEADLINE, sentence, *BODY[1:])))
    assert body(document)[0] == sentence
    assert _values(extract_fields(document)) == (None, None, None)


@pytest.mark.parametrize(
    "agency", ["وكالة الأنباء السعودية (واس)", "وكالة فرانس برس (أ ف ب)", "أسوشيتد برس (أ ب)"]
)
@pytest.mark.parametrize("below", [False, True])
def test_an_agency_with_its_letters_in_a_line_is_the_source(agency: str, below: bool) -> None:
    lines = (HEADLINE, *BODY, agency) if below else (HEADLINE, agency, *BODY)
    document = clean("\n\n".join(lines))
    found = extract_fields(document)
    assert body(document) == list(BODY)
    assert found.source
    assert found.source.text == agency

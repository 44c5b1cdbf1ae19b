"""A picture's description in a headline's place stays one; a headline with an owner behind it is found."""

from __future__ import annotations

import pytest

from digest.clean.fields.desks import is_desk
from digest.extract import extract_fields
from tests.pages import BODY, HEADLINE, clean, fields, kinds

DESCRIBED = "طفلة تقلب صفحات قصة مصورة في ركن هادئ"
OWNERS = (" - أ ف ب", " – رويترز", " / الأناضول", " (أ ف ب)", " (د ب أ)", " - أرشيفية", " (صورة أرشيفية)")


@pytest.mark.parametrize("owner", OWNERS)
@pytest.mark.parametrize("menu", [(), ("الرئيسية", "محليات", "ثقافة")])
def test_where_a_page_has_no_headline_a_picture_s_description_is_none(
    owner: str, menu: tuple[str, ...]
) -> None:
    document = clean("\n".join((*menu, DESCRIBED + owner, *BODY)))
    headline = extract_fields(document).headline
    assert headline
    assert headline.derived
    assert kinds(document)[DESCRIBED + owner] == "caption"


@pytest.mark.parametrize("owner", OWNERS)
@pytest.mark.parametrize("above", [True, False])
def test_beside_a_headline_it_is_none_either(owner: str, *, above: bool) -> None:
    pair = (DESCRIBED + owner, HEADLINE) if above else (HEADLINE, DESCRIBED + owner)
    headline = fields(*pair, *BODY).headline
    assert headline
    assert headline.text == HEADLINE


@pytest.mark.parametrize("behind", [" - أ ف ب", " - الجزيرة نت", " (صور)", " | رويترز"])
def test_a_headline_that_the_first_paragraph_tells_is_one_whatever_stands_behind_it(behind: str) -> None:
    headline = fields(HEADLINE + behind, *BODY).headline
    assert headline
    assert (headline.text, headline.derived) == (HEADLINE, False)


@pytest.mark.parametrize(
    "picture",
    [
        "طابور أمام مخبز - أ ف ب",
        "شاحنات مساعدات - الأناضول",
        "متظاهرون غاضبون - أ ب",
        "عمال إنقاذ - رويترز",
        "طائرة مسيرة - رويترز",
        "حاملة الطائرات - رويترز",
        "لقطة جوية للميناء (رويترز)",
        "دخان كثيف فوق الحي (الأناضول)",
    ],
)
def test_what_a_picture_shows_is_no_writer_and_no_city(picture: str) -> None:
    document = clean("\n".join((HEADLINE, picture, *BODY)))
    found = extract_fields(document)
    assert (found.byline, found.source, found.dateline) == (None, None, None)
    assert kinds(document)[picture] == "caption"


@pytest.mark.parametrize(
    ("line", "byline", "dateline"),
    [
        ("طلال الوهيبي - رويترز", "طلال الوهيبي", None),
        ("سوق أهراس - رويترز", None, "سوق أهراس"),
        ("سان خوسيه - رويترز", None, "سان خوسيه"),
    ],
)
def test_writers_and_cities_beside_an_agency_stay_what_they_are(
    line: str, byline: str | None, dateline: str | None
) -> None:
    found = fields(HEADLINE, line, *BODY)
    assert found.byline == byline if byline is None else found.byline and found.byline.text == byline
    assert found.dateline == dateline if dateline is None else found.dateline
    assert found.source
    assert found.source.text == "رويترز"


def test_words_that_the_text_has_or_beside_a_known_writer_are_a_picture_s() -> None:
    grain = "تأخر حصاد حقول القمح هذا الموسم بسبب الأمطار التي هطلت على المحافظات الشرقية في الأيام الماضية."
    assert fields(HEADLINE, "حقول القمح - رويترز", *BODY, grain).byline is None
    signed = fields(HEADLINE, "حقول القمح - رويترز", "كتب: سامي منصور", *BODY).byline
    assert signed
    assert signed.text == "سامي منصور"


@pytest.mark.parametrize(
    "desk",
    [
        "غرفة الأخبار",
        "القسم الرياضي",
        "المحرر السياسي",
        "وحدة الترجمة",
        "قسم الشؤون العربية",
        "الديسك المركزي",
    ],
)
@pytest.mark.parametrize("behind", [" - رويترز", " (رويترز)"])
def test_a_newsroom_writes_and_the_agency_beside_it_is_the_source(desk: str, behind: str) -> None:
    found = fields(HEADLINE, desk + behind, *BODY)
    assert found.byline
    assert found.source
    assert (found.byline.text, found.source.text) == (desk, "رويترز")


@pytest.mark.parametrize("other", ["المكتب السياسي", "الفريق الوطني", "قسم الطوارئ"])
def test_an_office_or_a_ward_is_no_newsroom(other: str) -> None:
    assert not is_desk(other)


def test_a_name_behind_agencies_is_the_writer() -> None:
    found = fields(HEADLINE, "وكالات - لبيب القاسمي", *BODY)
    assert found.byline
    assert found.source
    assert (found.byline.text, found.source.text) == ("لبيب القاسمي", "وكالات")


@pytest.mark.parametrize("credit", [" - تصوير: ناهض الباسقي", " (تصوير: سامي منصور)", " | عدسة: ن. الباسقي"])
@pytest.mark.parametrize("below", ["من الرف إلى القارئ", ""])
def test_who_took_a_picture_tells_its_description_from_a_title_inside_the_text(
    credit: str, below: str
) -> None:
    described = "رفوف أعيد ترتيبها في قرية الزهور، شباط 2024" + credit
    read = kinds(clean("\n\n".join((HEADLINE, *BODY[:2], f"{described}\n{below}".strip(), *BODY[2:]))))
    assert read[described] == "caption"
    assert not below or read[below] == "subhead"


@pytest.mark.parametrize("day", [" - 8 نيسان 2024 ", " - 2024/4/8 "])
@pytest.mark.parametrize("owner", ["(صوت الجبل/ ناهض الباسقي)", "(عين المدينة)"])
def test_a_day_and_an_owner_in_brackets_end_a_picture_s_description(day: str, owner: str) -> None:
    described = f"قراء أمام رفوف الكتب في قاعة الأطفال{day}{owner}"
    found = fields("أخبار", described, HEADLINE, "محمد الصالح", "2024/04/10", *BODY)
    assert (found.headline.text, found.byline.text) == (HEADLINE, "محمد الصالح")


@pytest.mark.parametrize("between", [(), ("استمع للقصة كاملة", "00:00")])
def test_a_sentence_below_a_picture_s_owner_above_the_headline_describes_it(between: tuple[str, ...]) -> None:
    described = "قاعة متنقلة لقراء من الأطفال في أطراف العاصمة."
    found = fields("طفلة تقلب صفحات قصة.", "© UNICEF/Jospin", described, HEADLINE, *between, *BODY)
    assert (found.headline.text, found.byline) == (HEADLINE, None)
    assert kinds(clean("\n".join(("© UNICEF/Jospin", described, HEADLINE, *BODY))))[described] != "headline"


def test_a_sentence_below_a_picture_s_owner_inside_the_text_stays_text() -> None:
    said = "ويضم المعرض قاعة للقراء من الأطفال."
    assert (
        kinds(clean("\n\n".join((HEADLINE, *BODY[:2], "© UNICEF/Jospin", said, *BODY[2:]))))[said] == "body"
    )

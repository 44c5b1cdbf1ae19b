"""Fields: who signs an article below its short headline, or below its text; who and what signs none."""

from __future__ import annotations

import pytest

from digest.clean import clean_seed
from digest.extract import extract_fields
from digest.model import Extract
from digest.seeds import seed_from_bytes
from tests.pages import BODY, HEADLINE, body, clean, fields, kinds

TITLE = "موانئ تنام باكرا"
COLUMN = (
    "في كل صباح أعود إلى السؤال نفسه عن معنى القراءة في زمن الشاشات، ولا أجد له جوابا واحدا.",
    "وأظن أن الرفوف التي كبرنا بينها لم تكن يوما للزينة، بل كانت نوافذ نطل منها على العالم.",
    "ثم إن الكتاب لا يموت، وإن قل قراؤه، فهو يجد دائما من يفتحه حين تنطفئ المصابيح كلها.",
)


def _byline(found: Extract) -> str | None:
    return found.byline and found.byline.text


@pytest.mark.parametrize("above", [(), ("رأي",), ("مجتمع", "رأي", "مقالات")])
@pytest.mark.parametrize("below", [("2024/05/12", "مشاركة عبر"), ("مشاركة عبر",), ("الأحد", "2024/05/12")])
@pytest.mark.parametrize("caption", [(), ("البحر في الشتاء ليس هادئا (سامي منصور)",)])
def test_a_short_headline_above_its_writer(
    above: tuple[str, ...], below: tuple[str, ...], caption: tuple[str, ...]
) -> None:
    found = fields(*above, TITLE, "محمد الصالح", *below, *caption, *COLUMN)
    assert (found.headline.text, _byline(found)) == (TITLE, "محمد الصالح")
    assert found.source is None


@pytest.mark.parametrize("title", ["موانئ تنام", "موانئ تنام باكرا", "موانئ تنام باكرا كعادتها"])
@pytest.mark.parametrize("writer", ["محمد الصالح", "رهوان زرهون"])
def test_a_column_with_a_title_of_any_few_words(title: str, writer: str) -> None:
    found = fields("رأي", title, writer, "2024/05/12", "مشاركة عبر", *COLUMN)
    assert (found.headline.text, _byline(found)) == (title, writer)


_TITLES = [
    "غربة",
    "روح المرافئ",
    "موانئ تنام باكرا",
    "معنى القراءة .. أسئلة الزمن",
    "متى ينتهي الصبر يا ترى؟",
]


@pytest.mark.parametrize("title", _TITLES)
@pytest.mark.parametrize("writer", ["محمد الصالح", "د. محمد بن يحيى الصالح", "رهوان زرهون"])
@pytest.mark.parametrize("below", [(), ("كاتب صحفي",), ("كاتب صحفي", "12 مايو 2024")])
def test_a_page_that_opens_with_a_title_and_its_writer(
    title: str, writer: str, below: tuple[str, ...]
) -> None:
    found = fields(title, writer, *below, *COLUMN)
    assert (found.headline.text, found.headline.derived) == (title, False)
    assert _byline(found) == writer


def test_a_writer_of_everyday_words_below_a_title_that_the_text_tells() -> None:
    found = fields("معنى القراءة في زماننا هذا", "خلف الحربي", *COLUMN)
    assert (found.headline.text, _byline(found)) == ("معنى القراءة في زماننا هذا", "خلف الحربي")


@pytest.mark.parametrize("above", [("اقتصاد", "أخبار محلية"), ("ثقافة وفنون", "قضايا وآراء")])
def test_a_page_that_opens_with_its_sections_has_no_headline(above: tuple[str, ...]) -> None:
    found = fields(*above, *COLUMN)
    assert found.headline.derived
    assert found.byline is None


@pytest.mark.parametrize("teams", ["النهضة - الساحل", "النادي الساحلي - النهضة", "نهضة القرى - اتحاد الساحل"])
def test_two_teams_below_the_date_are_nobody(teams: str) -> None:
    found = fields(HEADLINE, "رهوان زرهون", "12 مايو 2024", "23:58", teams, *BODY)
    assert _byline(found) == "رهوان زرهون"


@pytest.mark.parametrize("name", ["ناصح الزرهوني", "محمد الصالح"])
def test_a_name_below_the_text_signs_it(name: str) -> None:
    assert _byline(fields(HEADLINE, "", "\n\n".join((*BODY, name)))) == name
    blocks = "".join(f"<p>{line}</p>" for line in BODY)
    page = f"<html><body><h1>{HEADLINE}</h1><div>{blocks}<p><strong>{name}</strong></p></div></body></html>"
    document = clean_seed(seed_from_bytes(page.encode(), "a.html"))
    assert _byline(extract_fields(document)) == name
    assert body(document) == list(BODY)


@pytest.mark.parametrize("last", ["معرض الكتاب", "مواقعنا بلغات", "مرسلة بواسطة Admin", "صورة تعبيرية"])
def test_other_words_below_the_text_sign_nothing(last: str) -> None:
    assert _byline(fields(HEADLINE, "", "\n\n".join((*BODY, last)))) is None


def test_tags_below_the_text_sign_nothing() -> None:
    assert _byline(fields(HEADLINE, "", "\n\n".join(BODY), "", "ناصح الزرهوني", "رهوان زرهون")) is None


def test_a_name_below_a_text_with_a_writer_signs_nothing() -> None:
    found = fields(HEADLINE, "كتب: محمد الصالح", "", "\n\n".join((*BODY, "ناصح الزرهوني")))
    assert _byline(found) == "محمد الصالح"


@pytest.mark.parametrize(
    "lines",
    [
        ("الأربعاء", "27 أغسطس 2024 م", "menu", HEADLINE, *BODY),
        ("مجلة فصلية ثقافية", "الرئيسية", "دراسات", "حوارات", HEADLINE, *BODY),
        (HEADLINE, *BODY, "", "المصدر", "", "الحاسوب الذكاء الاصطناعي المتصفحات", "", "شارك المقال"),
    ],
)
def test_a_day_what_a_paper_is_and_tags_are_no_source(lines: tuple[str, ...]) -> None:
    assert fields(*lines).source is None


def test_behind_the_sign_of_rights_stands_a_link() -> None:
    found = fields("مرايا الضفة", "الرئيسية", "ثقافة", HEADLINE, *BODY, "مرايا الضفة 2024 © سياسة الخصوصية")
    assert found.source
    assert found.source.text == "مرايا الضفة"


def test_tags_below_a_cue_without_a_name_end_the_text() -> None:
    below = (
        "المصدر",
        "",
        "الحاسوب الذكاء الاصطناعي المتصفحات",
        "",
        "تويتر",
        "",
        "كاتب في شؤون التقنية والناس.",
    )
    assert body(clean("\n".join((HEADLINE, "", "\n\n".join(BODY), "", *below)))) == list(BODY)


def test_a_notice_above_a_path_of_sections_is_no_headline() -> None:
    notice = "تعلن وزارة الثقافة عن تمديد المعرض الدولي للكتاب في العاصمة حتى نهاية الشهر"
    path = ("المزيد", "أنت هنا", "الرئيسية", "المركز الإعلامي", "أنشطة الوزارة")
    top = ("عن الوزارة", "الخدمات", "اتصل بنا", "إعلان هام")
    found = fields(*top, notice, *path, "", HEADLINE, "", "الأحد, أيار 12, 2024", "", *BODY)
    assert found.headline.text == HEADLINE


OTHER = (
    "حافلات جديدة تدخل الخدمة في الضواحي الشرقية",
    "13:02 - 2024/05/12",
    "دخلت عشرون حافلة كهربائية الخدمة على خطوط الضواحي الشرقية بعد تجارب امتدت ستة أشهر كاملة.",
    "وستصل دفعة ثانية من المركبات في الخريف المقبل إلى المستودع الجديد قرب محطة القطار.",
    "ويدفع الركاب ببطاقة واحدة على كل الخطوط، ولا ترتفع الأسعار قبل نهاية العام.",
)


@pytest.mark.parametrize("name", ["محمد الصالح", "رهوان زرهون"])
@pytest.mark.parametrize("between", [("الجهات",), ("الأولى", "الجهات")])
def test_a_name_below_the_text_signs_it_above_another_article(name: str, between: tuple[str, ...]) -> None:
    page = ("الأولى", "الجهات", "ثقافة", HEADLINE, "15:28 - 2024/05/12", *BODY, name, *between, *OTHER)
    for tail in ((), ("الأكثر قراءة", "صفاقس: إضراب عمال البلدية")):
        assert _byline(fields(*page, *tail)) == name


def test_a_place_above_another_article_signs_nothing() -> None:
    page = ("الأولى", "الجهات", HEADLINE, "15:28 - 2024/05/12", *BODY, "كتب جديدة", "الجهات", *OTHER)
    assert _byline(fields(*page)) is None


@pytest.mark.parametrize("section", [(), ("آراء",), ("ثقافة", "مقالات")])
@pytest.mark.parametrize("writer", ["محمد ولد الصالح", "نزيه البرقوشي"])
@pytest.mark.parametrize("role", ["كاتب وباحث في شؤون المياه", "كاتبة", "أكاديمي وباحث في التاريخ"])
def test_a_short_headline_above_a_writer_and_what_he_is(
    section: tuple[str, ...], writer: str, role: str
) -> None:
    found = fields(
        "صدى الضفة", "الرئيسية", "محليات", "رياضة", *section, "قبل أن تنام الموانئ", writer, role, *COLUMN
    )
    assert (found.headline.text, _byline(found)) == ("قبل أن تنام الموانئ", writer)


@pytest.mark.parametrize("section", ["آراء", "مقالات"])
def test_a_short_headline_of_a_column_above_a_name_alone(section: str) -> None:
    found = fields("صدى الضفة", "الرئيسية", "محليات", "رياضة", section, TITLE, "محمد الصالح", *COLUMN)
    assert (found.headline.text, _byline(found)) == (TITLE, "محمد الصالح")


SHORT_TITLES = ("رفوف لا تنام ليلا", "حين نقرأ للأطفال ليلا", "معرض الكتاب يفتح أبوابه")


@pytest.mark.parametrize("title", SHORT_TITLES)
@pytest.mark.parametrize("post", ["كاتب وباحث", "أستاذ الأدب الحديث", "مدير مركز الدراسات"])
@pytest.mark.parametrize("top", [(), ("الرئيسية", "سياسة", "رياضة"), ("آراء",), ("12 مايو 2024",)])
def test_four_words_below_a_writer_and_what_he_is_head_the_text(
    top: tuple[str, ...], post: str, title: str
) -> None:
    found = fields(*top, "هدى الخطيب", post, title, *BODY)
    assert (found.headline.text, found.byline and found.byline.text) == (title, "هدى الخطيب")


@pytest.mark.parametrize("title", SHORT_TITLES)
@pytest.mark.parametrize("writer", [("هدى الخطيب",), ("د. هدى الخطيب",), ("هدى الخطيب", "12 مايو 2024")])
def test_four_words_below_a_writers_name_head_the_text(writer: tuple[str, ...], title: str) -> None:
    assert fields(*writer, title, *BODY).headline.text == title


def test_a_post_alone_is_above_a_title_that_the_text_tells_again() -> None:
    assert fields("كاتب وباحث", "معرض الكتاب يفتح أبوابه", *BODY).headline.text == "معرض الكتاب يفتح أبوابه"
    assert fields("كاتب وباحث", "رفوف لا تنام ليلا", *BODY).headline.rule == "headline.derived"


@pytest.mark.parametrize("title", [HEADLINE, "أسئلة القراءة", "سؤال القراءة"])
@pytest.mark.parametrize("between", [(), ("كاتب وباحث",)])
@pytest.mark.parametrize(
    "line", ["جانب من المعرض الدولي", "أستاذ الأدب في الجامعة", "وكالة أنباء المدينة الجديدة"]
)
def test_four_words_below_a_name_that_signs_a_title_are_none(
    title: str, between: tuple[str, ...], line: str
) -> None:
    assert fields(title, "هدى الخطيب", *between, line, *BODY).headline.text != line


@pytest.mark.parametrize("time", ["4 د", "قراءة 4 د", "4 د للقراءة"])
def test_minutes_by_their_letter_below_a_writer_are_those_of_reading(time: str) -> None:
    document = clean("\n".join((HEADLINE, "نائلة الشيخ", time, *BODY)))
    assert (kinds(document)["نائلة الشيخ"], kinds(document)[time]) == ("byline", "reading-time")


@pytest.mark.parametrize("line", ["كتب - الباسقات - {}:", "كتبت: الباسقات - {}", "بقلم / الباسقات / {}"])
@pytest.mark.parametrize("name", ["سامي منصور", "هدى الخطيب"])
def test_one_word_between_a_cue_and_a_known_name_is_a_place(line: str, name: str) -> None:
    found = fields(HEADLINE, line.format(name), *BODY)
    assert (found.dateline.text, found.byline.text) == ("الباسقات", name)


def test_two_words_there_are_a_writer_as_is_a_given_name() -> None:
    assert fields(HEADLINE, "كتب: ناهض الباسقي - سامي منصور", *BODY).byline.text == "ناهض الباسقي"
    assert fields(HEADLINE, "كتب: سامي - هدى الخطيب", *BODY).byline.text == "سامي"

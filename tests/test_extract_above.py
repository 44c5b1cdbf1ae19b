"""Headlines and credits on pages where something like them stands above the body, too."""

from __future__ import annotations

import pytest

from digest.clean import clean_seed
from digest.errors import SeedError
from digest.extract import extract_fields
from digest.model import Extract, LineKind
from digest.seeds import seed_from_bytes
from tests.pages import BODY, HEADLINE, body, clean, fields, kinds

POINTS = ("- مئة دار نشر من عشرين دولة تشارك في المعرض", "- الدخول إلى المعرض بلا رسوم على الزوار")


@pytest.mark.parametrize("mark", ["- ", "• ", "* "])
@pytest.mark.parametrize("above", [(), ("أخبار العاصمة, أخبار الكتب",)])
def test_points_below_a_headline_are_its_deck(above: tuple[str, ...], mark: str) -> None:
    points = [point.replace("- ", mark) for point in POINTS]
    lines = (*above, HEADLINE, *points, "12 مايو 2024", "القاهرة/ محمد الصالح/ الأناضول", *BODY)
    found = fields(*lines)
    assert found.headline.text == HEADLINE
    assert {kinds(clean("\n".join(lines)))[point] for point in points} == {LineKind.DECK}
    assert found.byline
    assert found.byline.text == "محمد الصالح"


def test_the_title_above_a_writer_is_the_headline_and_not_the_tickers() -> None:
    ticker = ("عاجل", "وصول أول طائرة من طراز جديد إلى مطار العاصمة", "ثقافة")
    headline = "أسعار الورق تهبط إلى مستوى قياسي والمطابع تلوّح بإضراب"
    found = fields(*ticker, headline, "سامي منصور - صحيفة الضفة، خاص", "الأحد 21 يوليو 2024", *BODY)
    assert found.headline.text == headline


@pytest.mark.parametrize("section", ["شرق أوسط", "زوايا ورؤى", "صحة وحياة"])
def test_a_headline_stands_below_the_name_of_a_section(section: str) -> None:
    lines = ("بوابة البلد", section, HEADLINE, "صدر الصورة، محمد الصالح", "12 مايو 2024", *BODY)
    assert fields(*lines).headline.text == HEADLINE


@pytest.mark.parametrize("between", [("12 مايو 2024",), ("12 مايو 2024", "نسخ الرابط", "شارك")])
def test_a_description_below_the_date_is_no_headline(between: tuple[str, ...]) -> None:
    title, picture = "حين تصير الرفوف بيتا لكل العابرين", "زوار في المعرض الدولي للكتاب في العاصمة"
    assert fields(title, *between, picture, *BODY).headline.text == title


def test_the_name_of_a_site_that_its_text_has_is_no_headline() -> None:
    told = "«نبيع أكثر من كل عام»، يقول ناشر لـ«مدى البلد» أمام جناحه في المعرض الدولي للكتاب."
    found = fields("مدى البلد", HEADLINE, "بيسان الصالح", "12 مايو 2024", told, *BODY)
    assert found.headline.text == HEADLINE
    assert found.byline
    assert found.byline.text == "بيسان الصالح"


def test_a_title_with_a_colon_is_no_place_and_name() -> None:
    title = "عمال المعرض في العاصمة: كتب ثقيلة وأجور قليلة"
    found = fields("12 مايو 2024", title, "محمد الصالح", *BODY)
    assert found.headline.text == title
    assert found.byline
    assert found.byline.text == "محمد الصالح"


def test_a_known_name_goes_before_words_that_no_list_knows() -> None:
    found = fields(HEADLINE, "نحن والتاريخ", "12 مايو 2024", "محمد الصالح", *BODY)
    assert found.byline
    assert found.byline.text == "محمد الصالح"


def test_a_button_for_a_short_address_is_nobody() -> None:
    found = kinds(clean("\n".join((HEADLINE, "A+ A A- رابط مختصر", *BODY))))
    assert found["A+ A A- رابط مختصر"] == LineKind.COPY_LINK


@pytest.mark.parametrize("author", ["كتب محمد الصالح", "بقلم: محمد الصالح", "محمد الصالح"])
def test_an_author_of_the_markup_has_no_cue(author: str) -> None:
    page = f"<head><meta name=author content='{author}'></head><h1>{HEADLINE}</h1><p>{'<p>'.join(BODY)}"
    found = extract_fields(clean_seed(seed_from_bytes(page.encode(), "a.html")))
    assert found.byline
    assert found.byline.text == "محمد الصالح"


def _markdown(text: str) -> tuple[Extract, list[str]]:
    document = clean_seed(seed_from_bytes(text.encode(), "a.md"))
    return extract_fields(document), body(document)


def test_front_matter_may_be_toml() -> None:
    matter = 'title = "عنوان من هنا: كتب العالم"\nauthor = "محمد الصالح"\ndate = 2021-02-14'
    found, text = _markdown("\n\n".join((f"+++\n{matter}\n+++", *BODY)))
    assert (found.headline.text, found.stated_date and found.stated_date.text) == (
        "عنوان من هنا: كتب العالم",
        "2021-02-14",
    )
    assert found.byline
    assert found.byline.text == "محمد الصالح"
    assert text == list(BODY)


@pytest.mark.parametrize(
    ("matter", "message"),
    [("title = ", "TOML"), (f"a = {'[' * 9_000}", "TOML"), (f"{'a.' * 90_000}a = 1", "more than 20,000")],
)
def test_toml_that_cannot_be_read_is_told(matter: str, message: str) -> None:
    with pytest.raises(SeedError, match=rf"a\.md.*{message}"):
        _markdown(f"+++\n{matter}\n+++\n\n" + "\n\n".join(BODY))


def test_the_words_of_a_picture_are_its_caption() -> None:
    found, text = _markdown("\n\n".join((f"# {HEADLINE}", "![صومعة قديمة](silo.jpg)", *BODY)))
    assert found.byline is None
    assert text == list(BODY)


def test_a_citys_time_and_a_path_of_sections_are_no_source() -> None:
    assert fields(HEADLINE, "2 نوفمبر 2023 - 14:25 بتوقيت الرياض", *BODY).source is None
    path = "الرئيسية / المركز الإعلامي / الأخبار"
    assert fields(path, HEADLINE, "12 مايو 2024", *BODY).source is None
    assert kinds(clean("\n".join((path, HEADLINE, "12 مايو 2024", *BODY))))[path] == "navigation"


def test_a_blogs_motto_above_its_menu_and_a_date_is_no_headline() -> None:
    top = ("حكايات من ساحل بعيد", "مدونة شخصية عن الناس والأمكنة والأكل")
    menu = ("• الصفحة الرئيسية", "• من أنا", "• أرشيف الصور", "• راسلني")
    found = fields(*top, *menu, "الثلاثاء، 18 يونيو 2019", HEADLINE, *BODY)
    assert found.headline.text == HEADLINE


@pytest.mark.parametrize(
    ("above", "writer"),
    [
        (("مقالات", "د. هدى الخطيب"), "د. هدى الخطيب"),
        (("إشراقات", "د. هدى الخطيب", "huda@paper.example"), "د. هدى الخطيب"),
        (("آراء", "هدى الخطيب"), "هدى الخطيب"),
        (("الرئيسية", "ثقافة", "هدى الخطيب"), None),
        (("كتاب", "كريم الطرابلسي", "هدى الخطيب"), None),
        (("مقالات", "سامي منصور"), None),
    ],
)
def test_a_column_has_its_writer_above_the_headline(above: tuple[str, ...], writer: str | None) -> None:
    found = fields(*above, HEADLINE, "12 مايو 2024", *BODY)
    assert (found.headline.text, found.byline and found.byline.text) == (HEADLINE, writer)


def test_a_writer_below_the_headline_comes_before_a_name_above_it() -> None:
    found = fields("مقالات", "د. هدى الخطيب", HEADLINE, "كتب: كريم الطرابلسي", "12 مايو 2024", *BODY)
    assert found.byline
    assert found.byline.text == "كريم الطرابلسي"


COLUMN = (
    "في كل صباح أعود إلى السؤال نفسه عن معنى القراءة في زمن الشاشات، ولا أجد له جوابا واحدا.",
    "وأظن أن الرفوف التي كبرنا بينها لم تكن يوما للزينة، بل كانت نوافذ نطل منها على العالم.",
)
TITLE = "حين نقرأ في زمن الشاشات"


@pytest.mark.parametrize(
    "name", ["نزيه البرقوشي", "عبد الودود رهوان الصلتي", "الودغيري بن زرهون", "جليل رهوان"]
)
@pytest.mark.parametrize("above", [("مقالات",), ("رأي",), ("الرئيسية", "مقالات"), ("الرئيسية > مقالات",)])
@pytest.mark.parametrize("below", [(), ("12 مايو 2024",)])
def test_a_columnist_that_no_list_knows_signs_below_the_headline(
    name: str, above: tuple[str, ...], below: tuple[str, ...]
) -> None:
    found = fields(*above, TITLE, name, *below, *COLUMN)
    assert found.byline
    assert (found.byline.text, found.headline.text) == (name, TITLE)


@pytest.mark.parametrize(
    "line",
    [
        "أسئلة القراءة",
        "جريمة الحي القديم",
        "رفوف زرهون",
        "صورة تعبيرية",
        "الرباط",
        "مرايا الساحل",
        "قصة زرهون",
    ],
)
def test_other_words_below_a_columns_headline_are_no_writer(line: str) -> None:
    found = fields("مقالات", TITLE, line, "12 مايو 2024", *COLUMN)
    assert (found.byline and found.byline.text, found.headline.text) == (None, TITLE)


def test_two_such_lines_or_a_menu_of_sections_tell_nobody() -> None:
    assert fields("مقالات", TITLE, "نزيه البرقوشي", "عظيم الرهوان", "12 مايو 2024", *COLUMN).byline is None
    assert (
        fields("رياضة", "فنون", "اقتصاد", "مقالات", TITLE, "نزيه البرقوشي", "12 مايو 2024", *COLUMN).byline
        is None
    )


@pytest.mark.parametrize("title", ["2022", "007", "7.50"])
def test_a_number_in_front_matter_is_the_text_that_is_written(title: str) -> None:
    stated = seed_from_bytes(f"---\ntitle: {title}\nauthor: 24\n---\n\n{BODY[0]}".encode(), "a.md").metadata
    assert (stated.title, stated.author) == (title, "24")

"""Writers and dates beside a headline: rows with a section, accounts, boxes that name nobody."""

from __future__ import annotations

import pytest

from digest.clean import clean_seed
from digest.extract import extract_fields
from digest.model import Extract
from digest.seeds import seed_from_bytes
from tests.pages import BODY, HEADLINE, body, clean, fields, kinds

DATE = "12 مايو 2024"


def _byline(found: Extract) -> str | None:
    return found.byline.text if found.byline else None


def _html(head: str, *blocks: str) -> Extract:
    paragraphs = "".join(f"<p>{line}</p>" for line in BODY)
    page = f"<html><head>{head}</head><body><h1>{HEADLINE}</h1>{''.join(blocks)}{paragraphs}</body></html>"
    return extract_fields(clean_seed(seed_from_bytes(page.encode(), "a.html")))


@pytest.mark.parametrize(
    "row",
    [
        "ثقافة 12-05-2024",
        "ثقافة وفنون 12-05-2024 | 06:00",
        "شؤون البيئة 12-05-2024 | 06:00",
        "رياضة | 12 مايو 2024",
    ],
)
@pytest.mark.parametrize("name", [(), ("محمد الصالح",)])
def test_a_date_in_a_row_with_a_section(row: str, name: tuple[str, ...]) -> None:
    found = fields(HEADLINE, row, *name, *BODY)
    assert found.stated_date
    assert found.stated_date.text == "2024-05-12"
    assert _byline(found) == (name[0] if name else None)


@pytest.mark.parametrize("date", ["2024/05/12", "12 مايو 2024"])
@pytest.mark.parametrize("credit", ["رويترز - خاص", "موقع المنبر - متابعات", "سامي منصور - القاهرة"])
def test_a_date_with_a_credit_of_some_pieces_behind_it(date: str, credit: str) -> None:
    found = fields(HEADLINE, f"{date} {credit}", *BODY)
    assert found.stated_date
    assert found.stated_date.text == "2024-05-12"
    signed = found.byline or found.source
    assert signed
    assert signed.text == credit.partition(" - ")[0]


def test_a_headline_with_a_date_is_no_row_of_a_section() -> None:
    title = "مواعيد المعرض الدولي للكتاب في العاصمة 12-05-2024"
    assert fields("ثقافة", title, "كتب محمد الصالح", *BODY).headline.text == title


@pytest.mark.parametrize("words", ["محتويات الصفحة", "قيم الموضوع", "إجمالي الربح", "نصائح للوقاية"])
def test_everyday_words_are_nobody(words: str) -> None:
    assert _byline(fields(HEADLINE, DATE, words, *BODY)) is None


def test_a_name_that_no_list_knows_signs_an_article() -> None:
    assert _byline(fields(HEADLINE, DATE, "رزماري قنديل", *BODY)) == "رزماري قنديل"


@pytest.mark.parametrize(
    "line",
    ["صورة أرشيفية للقاعة - رويترز", "مدينة الكتاب الجديدة - الأناضول", "ميناء القاهرة / الأناضول"],
)
def test_a_picture_and_its_agency_below_the_headline_are_no_writer(line: str) -> None:
    assert kinds(clean("\n".join((HEADLINE, line, *BODY))))[line] == "caption"
    assert _byline(fields(HEADLINE, line, *BODY)) is None


@pytest.mark.parametrize("name", ["رزماري القنديل", "نزيه القنديل", "سامي منصور"])
def test_a_writer_beside_an_agency_below_the_headline_signs(name: str) -> None:
    assert _byline(fields(HEADLINE, f"{name} - رويترز", *BODY)) == name


@pytest.mark.parametrize("cue", ["مراسلنا", "كتب", "تقرير:"])
def test_the_place_behind_a_writer_is_none_of_the_name(cue: str) -> None:
    found = fields(HEADLINE, f"{cue} سامي منصور من بيروت", *BODY)
    assert (_byline(found), found.dateline and found.dateline.text) == ("سامي منصور", "بيروت")


@pytest.mark.parametrize("cue", ["مرسلة بواسطة", "كتب", "من قبل"])
def test_an_account_of_a_site_is_nobody(cue: str) -> None:
    assert _byline(fields(HEADLINE, f"{cue}: Admin", DATE, *BODY)) is None
    assert _byline(_html(f'<meta name="author" content="{cue} Admin">')) is None
    assert _byline(_html(f'<meta name="author" content="{cue} محمد الصالح">')) == "محمد الصالح"


@pytest.mark.parametrize(("name", "writes"), [("GoalPaper", False), ("Leila", True), ("Sami Mansour", True)])
def test_a_name_of_two_words_glued_by_capitals_is_an_outlet(name: str, writes: bool) -> None:
    found = fields(HEADLINE, DATE, f"كتب : {name}", *BODY)
    assert (_byline(found), found.source and found.source.text) == ((name, None) if writes else (None, name))


def test_an_outlet_whose_name_is_like_a_time_is_no_clock() -> None:
    found = fields("مجتمع", HEADLINE, "اليوم 24", f"{DATE} - 15:30", *BODY)
    assert found.source
    assert found.stated_date
    assert (found.source.text, found.stated_date.text) == ("اليوم 24", "2024-05-12")


def test_an_outlet_beside_an_agency_is_no_writer() -> None:
    line = "نص : مرفأ البلد الدولي / أ ف ب"
    found = fields(HEADLINE, line, DATE, *BODY, "© 2024 مرفأ البلد الدولي")
    assert _byline(found) is None
    assert found.source
    assert found.source.text == "مرفأ البلد الدولي"


def test_a_cue_below_the_text_is_in_a_line_of_its_own() -> None:
    assert _byline(fields(HEADLINE, DATE, *BODY, "من قبل", "محمد الصالح")) == "محمد الصالح"


def test_a_cue_before_a_link_signs_rather_than_a_box() -> None:
    signed = '<div><span>كتبه <a rel="author" href="/a">رزماري قنديل</a></span></div>'
    box = "<div><span>آراء متعددة</span></div>"
    assert _byline(_html("", signed, box)) == "رزماري قنديل"


@pytest.mark.parametrize(
    "row",
    [
        "كتب: محمد الصالح 01:40 م | الأحد 12 مايو 2024",
        "كتب محمد الصالح 13:40 | 12 مايو 2024",
        "بقلم: محمد الصالح الساعة 01:40 م | 12 مايو 2024",
        "كتب: محمد الصالح 01.40 م | الأحد 12 مايو 2024",
    ],
)
def test_a_clock_behind_a_writer_is_none_of_the_name(row: str) -> None:
    found = fields(HEADLINE, row, *BODY)
    assert (found.byline and found.byline.text, found.stated_date and found.stated_date.text) == (
        "محمد الصالح",
        "2024-05-12",
    )


@pytest.mark.parametrize("name", ["رهام عبد الودود زيتوني", "بشار بن قنديل الصلتي"])
def test_words_that_bind_a_name_are_none_of_its_parts(name: str) -> None:
    found = fields(HEADLINE, name, "12 مايو 2024", *BODY)
    assert found.byline
    assert found.byline.text == name


@pytest.mark.parametrize("zone", ["بتوقيت غرينتش", "بتوقيت الخرطوم"])
def test_whose_time_a_clock_shows_is_nobody(zone: str) -> None:
    found = fields(HEADLINE, "16:05 - 12 مايو 2024", zone, *BODY)
    assert (_byline(found), found.stated_date and found.stated_date.text) == (None, "2024-05-12")


@pytest.mark.parametrize("letters", ["س ص", "- ع ل ن -", "م ك/س", "(النهاية) م ص ع / ف ن"])
def test_letters_below_the_text_are_nobody(letters: str) -> None:
    document = clean("\n\n".join((HEADLINE, DATE, *BODY, letters)))
    assert extract_fields(document).byline is None
    assert kinds(document)[letters] == "furniture"


@pytest.mark.parametrize(
    "end", ["(النهاية) م ص ع / ف ن ك", " (النهاية) م ص ع", " (انتهى) س.ص/ع", " س ص / ع ف"]
)
def test_letters_behind_the_last_sentence_are_none_of_it(end: str) -> None:
    document = clean("\n\n".join((HEADLINE, DATE, *BODY[:-1], BODY[-1] + end)))
    assert body(document) == list(BODY)


@pytest.mark.parametrize("end", [" (رويترز) م ص", " (النهاية السعيدة)"])
def test_an_agency_and_other_words_in_brackets_behind_it_stay(end: str) -> None:
    document = clean("\n\n".join((HEADLINE, DATE, *BODY[:-1], BODY[-1] + end)))
    assert body(document)[-1] == BODY[-1] + end


@pytest.mark.parametrize("editors", ["هدى الصالح/رزماري قنديل", "سامي منصور", "سامي منصور/محمد الصالح"])
def test_editors_below_an_agencys_text_have_not_written_it(editors: str) -> None:
    found = fields(HEADLINE, DATE, *BODY, f"وام/{editors}")
    assert (_byline(found), found.source and found.source.text) == (None, "وام")


@pytest.mark.parametrize("line", ["رويترز / سامي منصور", "كتب: سامي منصور"])
def test_a_writer_below_the_text_signs_it(line: str) -> None:
    assert _byline(fields(HEADLINE, DATE, *BODY, line)) == "سامي منصور"


@pytest.mark.parametrize(
    "papers", ["المشعل اليومي | المشعل المسائي | Mishal Online", "النورس الأسبوعي | رويترز"]
)
def test_papers_in_a_bar_above_the_headline_are_no_writers(papers: str) -> None:
    found = fields(DATE, papers, "الرئيسية", "محليات", "رياضة", HEADLINE, "أسيوط - سامي منصور", *BODY)
    assert (_byline(found), found.dateline and found.dateline.text) == ("سامي منصور", "أسيوط")


@pytest.mark.parametrize("name", ["الطيب البشير", "خلف الخميسي", "الصادق العوضي"])
def test_a_name_with_the_article_beside_a_place_signs(name: str) -> None:
    assert _byline(fields(HEADLINE, f"{name} - الخرطوم", *BODY)) == name

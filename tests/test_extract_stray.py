"""Dates without a year, a site's name before a headline, and credits without a mark that open the body."""

from __future__ import annotations

import pytest

from digest.extract import extract_fields
from tests.pages import BODY, HEADLINE, body, clean, fields, kinds

LEAD = "أعلنت وزارة الثقافة افتتاح المعرض الدولي للكتاب في العاصمة بمشاركة دور النشر من عشرين دولة."


@pytest.mark.parametrize("line", ["تم النشر في 5/3/24", "نشر في: 5-3-24", "تاريخ النشر: 05/03/24"])
def test_a_year_of_two_figures_behind_a_label_is_read_the_day_first(line: str) -> None:
    found = fields(HEADLINE, line, *BODY).stated_date
    assert (found and found.text) == "2024-03-05"


@pytest.mark.parametrize("line", ["آخر تحديث 5/3/24", "5/3/24"])
def test_a_year_of_two_figures_without_such_a_label_is_no_day(line: str) -> None:
    assert fields(HEADLINE, line, *BODY).stated_date is None


@pytest.mark.parametrize("line", ["تم النشر في 5 مارس", "الثلاثاء 5 مارس", "29 فبراير"])
def test_a_day_without_a_year_is_a_date_and_no_caption(line: str) -> None:
    document = clean("\n\n".join((HEADLINE, line, *BODY)))
    assert kinds(document)[line] == "stated-date"
    assert extract_fields(document).stated_date is None


def test_a_day_without_a_year_leaves_the_date_above_the_headline() -> None:
    found = fields("12 مايو 2024", HEADLINE, "الأحد 12 مايو", *BODY).stated_date
    assert (found and found.text) == "2024-05-12"


@pytest.mark.parametrize(
    "line", ["صحيفة المنار: {}", "Gulf Pages - {}", "{} (فيديو)", "{} (صور)", "{} ..فيديو", "{}.. صور"]
)
def test_what_stands_beside_a_headline_is_none_of_it(line: str) -> None:
    assert fields(line.format(HEADLINE), *BODY).headline.text == HEADLINE


def test_words_behind_dots_that_are_no_label_stay_in_the_headline() -> None:
    headline = f"{HEADLINE}.. وقاعاته تمتلئ"
    assert fields(headline, *BODY).headline.text == headline


def test_an_outlet_that_the_text_quotes_stays_in_the_headline() -> None:
    headline = f"صحيفة المنار: {HEADLINE}"
    told = "وذكرت صحيفة المنار أن الوزير زار قاعات المعرض كلها قبل أن يلقي كلمته أمام الضيوف."
    assert fields(headline, *BODY, told).headline.text == headline


@pytest.mark.parametrize("form", ["بالفيديو.. {}", "صور.. {}", "{} (فيديو)"])
@pytest.mark.parametrize("order", [1, -1])
def test_a_headline_with_its_label_is_the_same_headline(form: str, order: int) -> None:
    labelled = form.format(HEADLINE)
    document = clean("\n\n".join((*(labelled, HEADLINE)[::order], *BODY)))
    assert {kinds(document)[labelled], kinds(document)[HEADLINE]} == {"headline", "headline-repeated"}
    assert extract_fields(document).headline.text == HEADLINE


@pytest.mark.parametrize("cue", ["بقلم: سامي منصور", "كتب: نهاد الحداد"])
def test_a_writer_right_before_a_verb_opens_the_body(cue: str) -> None:
    document = clean("\n\n".join((HEADLINE, f"{cue} {LEAD}", *BODY[1:])))
    byline = extract_fields(document).byline
    assert (byline and byline.text) == cue.partition(": ")[2]
    assert body(document)[0] == LEAD


@pytest.mark.parametrize("opening", ["جدة - واس", "عمان/ بترا"])
def test_an_agency_right_before_a_verb_opens_the_body(opening: str) -> None:
    found = extract_fields(clean("\n\n".join((HEADLINE, f"{opening} {LEAD}", *BODY[1:]))))
    place, agency = opening.replace(" -", "/").split("/ ")
    assert (found.dateline and found.dateline.text, found.source and found.source.text) == (place, agency)


@pytest.mark.parametrize("opening", ["كتب: هذا ما قاله", "جدة - مدينة"])
def test_other_words_before_a_verb_sign_nothing(opening: str) -> None:
    found = extract_fields(clean("\n\n".join((HEADLINE, f"{opening} {LEAD}", *BODY[1:]))))
    assert (found.byline, found.source) == (None, None)


@pytest.mark.parametrize("opening", ["كتبت - {}", "كتب – {}", "القاهرة: {}", "القاهرة - {}", "الخرطوم/ {}"])
@pytest.mark.parametrize("name", ["سارة الصالح", "محمد عبد الله الصالح"])
def test_a_known_person_right_before_a_verb_opens_the_body(opening: str, name: str) -> None:
    document = clean("\n\n".join((HEADLINE, f"{opening.format(name)} {LEAD}", *BODY[1:])))
    byline = extract_fields(document).byline
    assert (byline and byline.text) == name
    assert body(document)[0] == LEAD


@pytest.mark.parametrize(
    "lead",
    [
        "القاهرة: سارة الصالح أعلنت افتتاح المعرض الدولي للكتاب، وقالت الصالح إنه الأكبر في العاصمة.",
        "القاهرة: سارة الصالح تعلن افتتاح المعرض الدولي للكتاب في العاصمة بمشاركة مئة دار نشر.",
        "القاهرة - سامي منصور يفتتح المعرض الدولي للكتاب في العاصمة بمشاركة مئة دار نشر.",
    ],
)
def test_a_person_of_whom_the_text_tells_has_not_written_it(lead: str) -> None:
    assert fields(HEADLINE, lead, *BODY[1:]).byline is None


@pytest.mark.parametrize("opening", ["الضفة - القاهرة - ", "بترا - عمان - "])
@pytest.mark.parametrize(
    "told", ["افتتح وزير الثقافة - راعي المعرض، القاعة", "افتتحت بلدية المدينة - المرفأ، القاعة"]
)
def test_a_sentence_with_a_dash_in_it_names_nobody(opening: str, told: str) -> None:
    lead = f"{opening}{told} الكبرى في المعرض الدولي للكتاب وسط العاصمة بمشاركة دور النشر."
    document = clean("\n\n".join((HEADLINE, lead, *BODY[1:])))
    assert extract_fields(document).byline is None
    assert told in body(document)[0]


@pytest.mark.parametrize("place", ["سوق السمك", "الجبل الأخضر"])
@pytest.mark.parametrize("agency", ["واس", "العمانية"])
@pytest.mark.parametrize("mark", [": ", " - "])
def test_everyday_words_before_an_agency_are_where_it_writes_from(place: str, agency: str, mark: str) -> None:
    found = extract_fields(clean("\n\n".join((HEADLINE, f"{place} - {agency}{mark}{LEAD}", *BODY[1:]))))
    assert (found.byline, found.dateline and found.dateline.text) == (None, place)
    assert (found.source and found.source.text) == agency

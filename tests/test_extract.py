"""Fields: headline (own and derived), deck, byline, source, dateline, stated date; the scorer's floors."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.clean import clean_seed, outlet_keys
from digest.clean.datelines import read_stamp
from digest.extract import contributed_notes, derive_headline, extract_fields
from digest.model import Extract, LineKind
from digest.names import read_words
from digest.rules import default_rules
from digest.seeds import read_seed, seed_from_bytes
from digest.sentences import split_document
from digest.text import fold, single_spaced

ROOT = Path(__file__).parents[1]
HEADLINE = "الوزير يفتتح المعرض الدولي للكتاب في العاصمة"
BODY = (
    "افتتح وزير الثقافة سامي منصور، اليوم الأحد، المعرض الدولي للكتاب في العاصمة بمشاركة مئة دار نشر.",
    "وقال الوزير إن المعرض الذي يستمر أسبوعا هو الأكبر منذ سنوات، وإن الدخول إليه بلا رسوم على الزوار.",
    "وأضاف أن دور النشر المشاركة جاءت من عشرين دولة، وأن الكتب المعروضة تزيد على مليون كتاب.",
)


def fields(*lines: str) -> Extract:
    return extract_fields(clean_seed(seed_from_bytes("\n".join(lines).encode(), "a.txt")))


@pytest.mark.parametrize(
    ("line", "byline", "source", "dateline"),
    [
        ("كتبت منى عادل", "منى عادل", None, None),
        ("كتب: أحمد سامي", "أحمد سامي", None, None),
        ("بقلم/ سالم حسن", "سالم حسن", None, None),
        ("كتب – أحمد سامي - القاهرة", "أحمد سامي", None, "القاهرة"),
        ("أحمد سامي - القاهرة", "أحمد سامي", None, "القاهرة"),
        ("القاهرة: أحمد سامي", "أحمد سامي", None, "القاهرة"),
        ("أحمد سامي (القاهرة)", "أحمد سامي", None, "القاهرة"),
        ("د. أحمد سامي", "د. أحمد سامي", None, None),
        ("أحمد سامي من القاهرة", "أحمد سامي", None, "القاهرة"),
        ("جدة - واس", None, "واس", "جدة"),
        ("أنقرة/ الأناضول", None, "الأناضول", "أنقرة"),
        ("غزة / محمد ماجد / الأناضول", "محمد ماجد", "الأناضول", "غزة"),
        ("كابل: «الصحيفة»", None, "الصحيفة", "كابل"),
        ("«الصحيفة» من الرياض", None, "الصحيفة", "الرياض"),
        ("القاهرة ـ أ ش أ", None, "أ ش أ", "القاهرة"),
        ("الرياض، تحقيق - علي حسن", "علي حسن", None, "الرياض"),
        ("المصدر: رويترز", None, "رويترز", None),
        ("تونس: المنصف الطرابلسي", "المنصف الطرابلسي", None, "تونس"),
        ("هشام صابر مراسل الصحيفة في تونس", "هشام صابر", None, None),
        ("محرر الشؤون العربية", "محرر الشؤون العربية", None, None),
        ("بواسطة سعد الراشد 3 مارس، 2021", "سعد الراشد", None, None),
        ("الأربعاء 3-3-2021 18:22 | كتب: سعد عبد الحميد |", "سعد عبد الحميد", None, None),
        ("القاهرة - بوابة المدينة الأربعاء 3 مارس 2021, 06:10 مساء", None, "بوابة المدينة", "القاهرة"),
        ("عدن - متابعات", None, None, "عدن"),
        ("الزوار في المعرض (إدارة المعرض)", None, None, None),
        ("قاعة من المعرض - صورة: سعد الراشد", None, None, None),
        ("© الناشر/سعد الراشد", None, None, None),
        ("ع ع ع", None, None, None),
        ("صفاقس - مراسلتنا هدى الصالح", "هدى الصالح", None, "صفاقس"),
        ("دمشق – مراسل المدينة", "مراسل المدينة", None, "دمشق"),
        ("• محمد الصالح", "محمد الصالح", None, None),
        ("صنعاء، 14 شباط/فبراير 2025", None, None, "صنعاء"),
        ("عمّان - الأحد 3 أكتوبر 2021", None, None, "عمّان"),
        ("وكالات - بغداد", None, "وكالات", "بغداد"),
        ("تقرير: واشنطن تمارس ضغوطا على حلفائها…", None, None, None),
        ("تقرير: سامي منصور", "سامي منصور", None, None),
        ("صنعاء: الرشيد سالم - عدن: الحاج علي", "الرشيد سالم", None, "صنعاء"),
        ("إضاءة - سالم حسن", "سالم حسن", None, None),
        ("هاتفيا: سامي منصور", "سامي منصور", None, None),
        ("تحرير منى عادل", "منى عادل", None, None),
        ("تحرير خلود السعدي", "خلود السعدي", None, None),
        ("مراسل المدينة نيوز: هيثم الزوبعي", "هيثم الزوبعي", "المدينة نيوز", None),
        ("مراسلة الشرق: منى عادل", "منى عادل", None, None),
        ("آخر تعديل : الأحد", None, None, None),
        ("| الكويت - «الراي» |", None, "الراي", "الكويت"),
        ("ABC عربية", None, "ABC عربية", None),
        ("تطاوين24", None, "تطاوين24", None),
        ("أصوات الضفة - القاهرة", None, "أصوات الضفة", "القاهرة"),
    ],
)
def test_credit_lines(line: str, byline: str | None, source: str | None, dateline: str | None) -> None:
    found = fields(HEADLINE, line, *BODY)
    assert found.headline.text == HEADLINE
    got = tuple(field.text if field else None for field in (found.byline, found.source, found.dateline))
    assert got == (byline, source, dateline)


def test_a_source_below_the_body() -> None:
    found = fields(HEADLINE, *BODY, "المصدر : الغد + وكالات")
    assert found.source
    assert (found.source.text, found.source.rule) == ("الغد + وكالات", "source.cue")


def test_a_dateline_that_opens_the_body_stays_there_and_is_a_field() -> None:
    document = clean_seed(
        seed_from_bytes(
            "\n".join((HEADLINE, f"دبي، الإمارات (CNN)-- {BODY[0]}", *BODY[1:])).encode(), "a.txt"
        )
    )
    found = extract_fields(document)
    assert found.dateline
    assert found.source
    assert (found.dateline.text, found.source.text) == ("دبي، الإمارات (CNN)", "CNN")
    assert document.text[document.paragraphs[0].span.start :].startswith("دبي")
    assert split_document(document)[0].text.startswith(BODY[0][:20])
    assert read_words(document).words[0] == fold(BODY[0].split()[0])


def test_a_country_in_brackets_belongs_to_the_city_before_the_agency() -> None:
    lead = f"أورلاندو (الولايات المتحدة) (أ ف ب) - {BODY[0]}"
    document = clean_seed(seed_from_bytes("\n".join((HEADLINE, lead, *BODY[1:])).encode(), "a.txt"))
    found = extract_fields(document)
    assert found.dateline
    assert found.source
    assert found.dateline.text == "أورلاندو (الولايات المتحدة) (أ ف ب)"
    assert found.source.text == "أ ف ب"


def test_a_day_in_the_opening_stays_in_the_text_as_evidence() -> None:
    lead = f"دبي 9 يناير (رويترز) - {BODY[0]}"
    document = clean_seed(seed_from_bytes("\n".join((HEADLINE, lead, *BODY[1:])).encode(), "a.txt"))
    assert split_document(document)[0].text.startswith("دبي 9 يناير")


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


@pytest.mark.parametrize("said", ["رويترز: ", "الوزير: ", "القاهرة: "])
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
    stated = _html(f"<title>{HEADLINE} | {behind}</title>")
    assert found.headline.text == stated.headline.text == HEADLINE


def test_a_headline_that_libraries_take_for_the_name_of_a_site() -> None:
    found = _html(f"<title>صور.. {HEADLINE} | أوراق الضفة</title>")
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


@pytest.mark.parametrize("credit", ["القاهرة: سامي منصور", "القاهرة - رويترز -", "رام الله: وفا"])
def test_a_headline_glued_to_its_body(credit: str) -> None:
    found = fields(" ".join((HEADLINE, credit, *BODY, *BODY)))
    assert found.headline.text == HEADLINE
    assert not found.headline.derived
    assert found.byline or found.source


@pytest.mark.parametrize(
    "opening",
    [
        "قال وزير الثقافة في اتصال أجرته معه من القاهرة: سامي منصور لم يحضر المعرض، وأضاف أن الكتب كثيرة.",
        "وصل الوفد إلى العاصمة. وقال بيان صدر بعد ذلك القاهرة: سامي منصور يفتتح المعرض الدولي للكتاب.",
        "اشترى الزوار مئات السيارات الحديثة القاهرة: سامي منصور",
    ],
)
def test_a_place_inside_a_sentence_ends_no_headline(opening: str) -> None:
    assert fields(" ".join((opening, *BODY, *BODY))).headline.derived


@pytest.mark.parametrize("again", ["أوراق الضفة", "أوراق الضفة - خاص"])
def test_a_site_that_the_article_names_again(again: str) -> None:
    found = fields("أوراق الضفة", HEADLINE, "الأحد 12 مايو 2024", again, *BODY)
    assert found.headline.text == HEADLINE
    assert found.source
    assert found.source.text == "أوراق الضفة"


def test_a_tag_in_the_headlines_words_is_not_the_headline() -> None:
    assert fields("أخبار", HEADLINE, "المعرض الدولي", "محمد الصالح", *BODY).headline.text == HEADLINE


def test_who_signs_below_the_text_has_edited_it() -> None:
    found = fields(HEADLINE, "القاهرة: محمد الصالح", *BODY, "تحرير: هشام صابر")
    assert found.byline
    assert found.byline.text == "محمد الصالح"


@pytest.mark.parametrize(
    ("lines", "byline", "source"),
    [
        (("المصدر:", "أوراق الضفة"), None, "أوراق الضفة"),
        (("المصدر:", "محمد الصالح ـــ القاهرة"), "محمد الصالح", None),
        (("بقلم:", "ليديا كنعان الراوي"), "ليديا كنعان الراوي", None),
        (("هيئة التحرير",), "هيئة التحرير", None),
        (("الخرطوم: تسنيم عبد السيد",), "تسنيم عبد السيد", None),
    ],
)
def test_cues_and_desks_on_lines_of_their_own(
    lines: tuple[str, ...], byline: str | None, source: str | None
) -> None:
    found = fields(HEADLINE, *lines, "الأحد 12 مايو 2024", *BODY)
    assert tuple(field.text if field else None for field in (found.byline, found.source)) == (byline, source)


def test_a_byline_that_opens_the_body_is_taken_off_it() -> None:
    document = clean_seed(
        seed_from_bytes("\n".join((HEADLINE, f"كتب - أحمد سامي: {BODY[0]}", *BODY[1:])).encode(), "a.txt")
    )
    found = extract_fields(document)
    assert found.byline
    assert found.byline.text == "أحمد سامي"
    first = document.paragraphs[0].span
    assert single_spaced(document.text[first.start : first.end]) == BODY[0]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("24 نيسان / أبريل 2020 09:22 مساءً", "2020-04-24"),
        ("٠٢:٠٠ الثلاثاء ١ / ١٢ / ٢٠٢٠", "2020-12-01"),
        ("8 فيفري 2019", "2019-02-08"),
        ("GMT 17:27 17.03.2020(محدثة 18:00)", "2020-03-17"),
        ("11 شوال 1441هـ - 03 يونيو 2020م", "2020-06-03"),
        ("تاريخ النشر: 15th, January 2024", "2024-01-15"),
        ("نشر في : 24 جويلية 2015 (15:42)", "2015-07-24"),
        ("الأربعاء 22 يوليوز 2015 - 10:30", "2015-07-22"),
        ("2024-04-13 21:24:33", "2024-04-13"),
        ("7/26/2015", "2015-07-26"),
        ("26/7/2015", "2015-07-26"),
        ("Jan 5, 2021", "2021-01-05"),
        ("11 شوال 1441هـ", "2020-06-03~"),
    ],
)
def test_date_lines(line: str, day: str) -> None:
    found = fields(HEADLINE, line, *BODY)
    assert found.stated_date
    assert found.stated_date.text == day
    assert found.stated_date.span


@pytest.mark.parametrize(
    "line", ["10:15", "30/02/2020", "1100 (GMT+04:00) - 08/09/09", "الأحد", "قبل 3 ساعات"]
)
def test_lines_that_state_no_day(line: str) -> None:
    assert fields(HEADLINE, line, *BODY).stated_date is None


def test_the_clock_of_a_page_is_not_the_publication_date() -> None:
    menu = ["الرئيسية", "سياسة", "رياضة", "اقتصاد", "ثقافة", "فن"]
    assert fields("الأحد، 24 مايو 2020 09:56 ص", *menu, HEADLINE, *BODY).stated_date is None
    found = fields("الأحد، 24 مايو 2020 09:56 ص", *menu, HEADLINE, "23 مايو 2020", *BODY)
    assert found.stated_date
    assert found.stated_date.text == "2020-05-23"


def test_dates_of_other_articles_are_not_taken() -> None:
    assert fields(HEADLINE, *BODY, "اقرأ أيضا", "خبر آخر عن موضوع آخر", "21 مايو 2020").stated_date is None


def test_a_labelled_date_wins() -> None:
    found = fields(HEADLINE, "22 مايو 2020", "تاريخ النشر: 20 مايو 2020", *BODY)
    assert found.stated_date
    assert (found.stated_date.text, found.stated_date.rule) == ("2020-05-20", "date.labelled")


def test_a_site_name_is_taken_off_the_headline() -> None:
    found = fields(f"{HEADLINE} | الغد", *BODY)
    assert found.headline.text == HEADLINE
    assert found.headline.span


def test_no_headline_is_invented_for_a_page_without_one() -> None:
    found = fields(*BODY)
    assert found.headline.derived
    assert found.headline.rule == "headline.derived"
    assert len(found.headline.text) <= 101


@pytest.mark.parametrize(
    "example", default_rules().table("headlines")["examples"], ids=lambda entry: entry["to"][:20]
)
def test_examples_of_derived_headlines(example: dict[str, str]) -> None:
    assert derive_headline(example["from"]) == example["to"]


@given(st.text(alphabet="ابتثقالإنأنحيث ،.:-()؟", max_size=500))
def test_a_derived_headline_is_short_and_of_the_text(paragraph: str) -> None:
    headline = derive_headline(paragraph)
    assert len(headline) <= 101
    letters = Counter(filter(str.isalpha, headline)) - Counter(filter(str.isalpha, paragraph))
    assert not letters


def _gold() -> list[dict[str, Any]]:
    path = ROOT.parent / "shared" / "eval" / "seeds_gold.json"
    return json.loads(path.read_text("utf-8")) if path.exists() else []


@pytest.mark.skipif(
    not _gold(), reason="because the annotated data are not beside this checkout (../shared/eval)"
)
@pytest.mark.parametrize("gold", _gold(), ids=lambda gold: gold["file"][:3])
def test_the_five_seeds_line_by_line(gold: dict[str, Any]) -> None:
    document = clean_seed(read_seed(ROOT / "seeds" / gold["file"]))
    found = extract_fields(document)
    kind = {line.number: line.kind for line in document.lines}
    assert [n for n, k in kind.items() if k is LineKind.BODY] == gold["body"]["lines"]
    assert [n for n, k in kind.items() if k is LineKind.SUBHEAD] == [
        entry["line"] for entry in gold["subheads"]
    ]
    told = {entry["line"] for entry in gold["boilerplate"]}
    text_kinds = (LineKind.BODY, LineKind.SUBHEAD, LineKind.HEADLINE, LineKind.DECK)
    assert all(kind[number] not in text_kinds for number in told)
    assert found.headline.derived is (gold["headline"] is None)
    for name in ("headline", "deck", "byline"):
        if gold[name]:
            assert getattr(found, name).text == single_spaced(gold[name]["text"])
    assert bool(found.deck) is bool(gold["deck"])
    assert bool(found.source) is bool(gold["source"])
    assert bool(found.label) is bool(gold["breaking_label"])


def test_stamps_have_labels() -> None:
    stamp = read_stamp("آخر تحديث: 24 مايو 2020 10:15")
    assert stamp
    assert (stamp.edtf, stamp.updated, stamp.published, stamp.clock) == ("2020-05-24", True, False, True)


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
    ("lines", "day"),
    [
        ((HEADLINE, "202301:28 10:12", *BODY), "2023-01-28"),
        ((HEADLINE, "28 يناير 202310:12", *BODY), "2023-01-28"),
        ((HEADLINE, "by محمد الصالح", "يونيو 18, 2024 in اقتصاد", *BODY), "2024-06-18"),
        (("البصرة / واع / 7-3-2023", HEADLINE, *BODY), "2023-03-07"),
        ((HEADLINE, "بنغازي 02 أكتوبر 2023 (الأنباء الليبية) -", *BODY), "2023-10-02"),
    ],
)
def test_stamps_of_templates_and_agencies(lines: tuple[str, ...], day: str) -> None:
    found = fields(*lines)
    assert found.stated_date
    assert found.stated_date.text == day


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("الكويت - 24 - 4 (كونا) -- ", "الكويت"),
        ("الشارقة في 14 مارس / وام / ", "الشارقة"),
        ("عمان في 3/5 (بترا) - ", "عمان"),
    ],
)
def test_a_dateline_with_a_day_and_no_year(opening: str, place: str) -> None:
    found = fields(HEADLINE, opening + BODY[0], *BODY[1:])
    assert found.dateline
    assert found.dateline.text == place
    assert found.stated_date is None


def _html(head: str, *blocks: str) -> Extract:
    body = "".join(f"<p>{line}</p>" for line in (*blocks, *BODY))
    return extract_fields(
        clean_seed(seed_from_bytes(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "a.html"))
    )


SITE = '<meta property="og:site_name" content="أوراق الضفة">'


@pytest.mark.parametrize(
    ("head", "headline"),
    [
        (f"<title>صحيفة البلد - {HEADLINE}</title>", HEADLINE),
        (f"<title>صحيفة البلد | {HEADLINE}</title>", HEADLINE),
        (f"<title>{HEADLINE} | صحيفة البلد</title>", HEADLINE),
        (f"<title>{HEADLINE} | ثقافة | البلد</title>", HEADLINE),
        (f"<title>أوراق الضفة اليومية الإلكترونية المستقلة الشاملة | {HEADLINE}</title>", HEADLINE),
        ("<title>افتتاح المعرض | صحيفة البلد</title>", "افتتاح المعرض"),
        (f"{SITE}<title>أوراق الضفة - افتتاح المعرض</title>", "افتتاح المعرض"),
    ],
)
def test_a_title_without_the_name_of_its_site(head: str, headline: str) -> None:
    found = _html(head)
    assert (found.headline.text, found.headline.derived) == (headline, False)


def test_a_headline_with_a_dash_of_its_own_is_whole() -> None:
    whole = "الوزير يفتتح المعرض الدولي - عشرون دولة ومليون كتاب بلا رسوم على الزوار"
    assert fields(whole, *BODY).headline.text == whole
    assert fields(f"{whole} | صحيفة البلد", *BODY).headline.text == whole


@pytest.mark.parametrize(
    ("before", "label"),
    [
        ("عاجل: ", "عاجل"),
        ("بالفيديو.. ", "بالفيديو"),
        ("شاهد: ", "شاهد"),
        ("صور.. ", "صور"),
        ("حصري | ", "حصري"),
        ("الوزير: ", None),
    ],
)
def test_a_label_comes_off_the_headline(before: str, label: str | None) -> None:
    found = fields(before + HEADLINE, *BODY)
    assert found.headline.text == (HEADLINE if label else before + HEADLINE)
    assert (found.label.text if found.label else None) == label
    stated = _html(f"<title>{before}{HEADLINE}</title>")
    assert (stated.headline.text, stated.label) == (found.headline.text, stated.label)


def _with_front_matter(*matter: str) -> tuple[Extract, list[str]]:
    text = "\n".join(("---", *matter, "---", HEADLINE, "", *BODY))
    document = clean_seed(seed_from_bytes(text.encode(), "a.md"))
    extract = extract_fields(document)
    return extract, [note.message for note in contributed_notes(document, extract)]


@pytest.mark.parametrize("title", ["كتب العالم تجتمع هنا", "هنا | صحيفة البلد"])
def test_a_title_in_front_matter_is_the_headline(title: str) -> None:
    found, notes = _with_front_matter(f"title: '{title}'")
    assert found.headline.text == title.split(" | ", maxsplit=1)[0]
    assert notes == []


@pytest.mark.parametrize("title", ["الوزير: الكتب للجميع", "'الوزير: الكتب للجميع'"])
def test_a_title_in_front_matter_may_have_a_colon(title: str) -> None:
    found, notes = _with_front_matter("author: منى عادل", f"title: {title}", "date: 2024-05-12")
    assert (found.headline.text, notes) == ("الوزير: الكتب للجميع", [])
    assert found.stated_date
    assert found.stated_date.text == "2024-05-12"


def test_front_matter_goes_before_the_credits_of_the_text() -> None:
    text = "\n".join(
        ("---", "author: منى عادل", "source: المرفأ", "---", HEADLINE, "القاهرة - رويترز", *BODY)
    )
    found = extract_fields(clean_seed(seed_from_bytes(text.encode(), "a.md")))
    assert [field.text for field in (found.byline, found.source, found.dateline) if field] == [
        "منى عادل",
        "المرفأ",
        "القاهرة",
    ]


def test_a_title_in_another_language_is_told() -> None:
    found, notes = _with_front_matter("title: The fair opens")
    assert found.headline.text == HEADLINE
    assert len(notes) == 1
    assert "is not Arabic" in notes[0]


@pytest.mark.parametrize(
    ("date", "day", "note"),
    [
        ("2024-05-12", "2024-05-12", None),
        ("12 May 2024", "2024-05-12", None),
        ("May 12, 2024", "2024-05-12", None),
        ("١٢ مايو ٢٠٢٤", "2024-05-12", None),
        ("13/05/2024", "2024-05-13", None),
        ("12/05/2024", "2024-05-12", "day first"),
        ("12/12/2024", "2024-12-12", None),
        ("last week", None, "not understood"),
    ],
)
def test_dates_of_front_matter(date: str, day: str | None, note: str | None) -> None:
    found, notes = _with_front_matter(f"date: {date}")
    assert (found.stated_date.text if found.stated_date else None) == day
    assert len(notes) == (1 if note else 0)
    assert note is None or note in notes[0]


@pytest.mark.parametrize(
    "author", ["{name: منى عادل, url: x}", "[{name: منى عادل}]", "[منى عادل]", "منى عادل"]
)
def test_authors_of_front_matter(author: str) -> None:
    found, _ = _with_front_matter(f"author: {author}")
    assert found.byline
    assert found.byline.text == "منى عادل"

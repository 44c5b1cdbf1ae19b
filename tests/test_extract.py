"""Fields: own and derived headline, deck, byline, source, dateline, of pages and of the five seeds."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.clean import clean_seed
from digest.extract import derive_headline, extract_fields
from digest.model import LineKind
from digest.names import read_words
from digest.rules import default_rules
from digest.seeds import read_seed, seed_from_bytes
from digest.sentences import split_document
from digest.text import fold, single_spaced
from tests.pages import BODY, HEADLINE, ROOT, fields


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
        ("21 يناير 2024 / بواسطة فريق التحرير", "فريق التحرير", None, None),
        ("أبين / خاص", None, None, "أبين"),
        ("Legion-Media", None, None, None),
        ("مراسلنا من حضرموت: سالم بن سهيل", "سالم بن سهيل", None, "حضرموت"),
        ("إعداد وتقديم: ليلى الشايب", "ليلى الشايب", None, None),
        ("ترجمة وتحرير: المدينة بوست", None, "المدينة بوست", None),
        ("اليوم: الأحد", None, None, None),
        ("الشيماء عبد اللطيف", "الشيماء عبد اللطيف", None, None),
        ("عمال المعرض في الشمال: كتب ثقيلة ورئات متعبة", None, None, None),
        ("زوار أمام المدخل على الطريق (محمد الصالح)", None, None, None),
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


KINDS: dict[str, tuple[LineKind, ...]] = {
    "breaking_label": (LineKind.LABEL,),
    "byline": (LineKind.BYLINE,),
    "comment_counter": (LineKind.COMMENTS,),
    "comment_form": (LineKind.COMMENTS, LineKind.FORM),
    "copy_link_notice": (LineKind.COPY_LINK,),
    "embedded_article": (LineKind.OTHER_ARTICLE,),
    "embedded_article_headline": (LineKind.OTHER_ARTICLE,),
    "headline_repeated": (LineKind.HEADLINE_REPEATED,),
    "image_caption": (LineKind.CAPTION,),
    "keywords": (LineKind.KEYWORDS,),
    "quote_attribution": (LineKind.PULL_QUOTE,),
    "read_also_heading": (LineKind.RELATED,),
    "reading_time": (LineKind.READING_TIME,),
    "related_heading": (LineKind.RELATED,),
    "related_link": (LineKind.RELATED,),
    # They stand inside the other article.
    "related_links_run_together": (LineKind.RELATED, LineKind.OTHER_ARTICLE),
    "share_notice": (LineKind.SHARE,),
    "site_control": (LineKind.APP_CONTROL,),
    "site_tagline": (LineKind.SITE_NAME,),
    "source_line": (LineKind.SOURCE,),
    "tweet_error": (LineKind.DEAD_EMBED,),
}
"""What the lines are that the annotated data call boilerplate, by the name that they have there."""


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
    told = {entry["line"]: entry["kind"] for entry in gold["boilerplate"]}
    assert {number: kind[number] for number in told if kind[number] not in KINDS[told[number]]} == {}
    assert found.headline.derived is (gold["headline"] is None)
    for name in ("headline", "deck", "byline"):
        if gold[name]:
            assert getattr(found, name).text == single_spaced(gold[name]["text"])
    assert bool(found.deck) is bool(gold["deck"])
    assert bool(found.byline) is bool(gold["byline"])
    sources = gold["source"]["ar"] if gold["source"] else []
    assert (found.source.text.split(" + ") if found.source else []) == sources
    label = gold["breaking_label"]
    assert (found.label.text if found.label else None) == (label["text"] if label else None)

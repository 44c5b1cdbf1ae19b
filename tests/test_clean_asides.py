"""Furniture between the sentences of a paragraph, in brackets and without; a source behind its last one."""

from __future__ import annotations

import pytest

from digest.extract import extract_fields
from tests.pages import BODY, HEADLINE, body, clean

ASIDES = (
    "(اقرأ أيضا: عشرون دولة في معرض الشارقة)",
    "[إعلان]",
    "(إعلان)",
    "انسخ الرابط",
    "لقراءة المزيد انقر هنا",
)


@pytest.mark.parametrize("aside", ASIDES)
@pytest.mark.parametrize("form", ["{aside} {one} {two}", "{one} {aside} {two}", "{one} {two} {aside}"])
def test_furniture_between_sentences_is_cut(aside: str, form: str) -> None:
    line = form.format(aside=aside, one=BODY[1], two=BODY[2])
    document = clean("\n\n".join((HEADLINE, BODY[0], line, BODY[3])))
    assert " ".join(body(document)) == " ".join(BODY)


@pytest.mark.parametrize(
    "words",
    [
        "انسخ الرابط ثم أرسله إلى من تريد قبل افتتاح المعرض الدولي للكتاب في العاصمة.",
        "وعرضت صحيفة (الأخبار) كتب الأطفال التي نشرتها في الأعوام الماضية في قاعة منفصلة.",
        "ويتضمن العقد بندا (إعلان) عن الكتب في كل قاعة من قاعات المعرض الدولي للكتاب.",
        "وقدم الشاعر برنامج (شاهد على العصر) في قاعة منفصلة من قاعات المعرض الدولي للكتاب.",
    ],
)
def test_what_a_sentence_says_stays(words: str) -> None:
    document = clean("\n\n".join((HEADLINE, *BODY[:2], words, *BODY[2:])))
    assert words in body(document)


@pytest.mark.parametrize(
    "aside",
    [
        "شارك على فيسبوك",
        "تابعونا على تويتر",
        "شاركونا عبر واتساب",
        "إعلان",
        "مساحة إعلانية",
        "إعلان.",
        "اقرأ المزيد..",
        "متابعة القراءة...",
        "Share",
        "Tweet Share",
        "3 تعليقات",
        "12 تعليقا.",
        "مشاركة طباعة إرسال",
    ],
)
def test_a_bare_button_between_sentences_is_cut(aside: str) -> None:
    one = "افتتحت المكتبة قاعتها الجديدة أمام طلاب المدارس صباح الأحد بعد أشهر من العمل."
    two = "وأضافت المديرة أن القاعة تضم آلاف الكتب وأجهزة حديثة للمكفوفين من الطلاب."
    document = clean("\n\n".join((HEADLINE, BODY[0], f"{one} {aside} {two}", *BODY[1:])))
    assert " ".join(body(document)) == " ".join((BODY[0], one, two, *BODY[1:]))


@pytest.mark.parametrize(
    "words",
    [
        "شارك على فيسبوك صورة القاعة الجديدة قبل افتتاحها أمام طلاب المدارس بيوم واحد.",
        "إعلان نتائج الجائزة تأجل إلى نهاية الشهر بعد انسحاب عضوين من لجنة التحكيم.",
        "تابعنا على تويتر أخبار المعرض منذ ساعاته الأولى وسألنا الزوار عن رأيهم فيه.",
        "شارك الخبر مع زملائه في القاعة قبل أن يعلنه المدير أمام الصحفيين بساعات.",
        "رد وأضاف أن الكتب التي بيعت في اليوم الأول أكثر مما بيع في عام كامل.",
        "حفظ وأعاد إلى القاعة ما بقي من الكتب القديمة قبل أن تغلق أبوابها في المساء.",
        "Facebook وأكثر من شركة أخرى شاركت في المعرض الدولي بأجنحة لها في القاعة.",
        "مشاركة الناشرين وأعمالهم الجديدة لفتت الزوار في اليوم الأول من أيام المعرض.",
    ],
)
def test_a_sentence_that_begins_like_a_button_stays(words: str) -> None:
    paragraph = f"{BODY[1]} {words} {BODY[2]}"
    document = clean("\n\n".join((HEADLINE, BODY[0], paragraph, BODY[3])))
    assert paragraph in body(document)


@pytest.mark.parametrize("tail", ["المصدر: رويترز", "(المصدر: رويترز)", "نقلا عن: رويترز"])
def test_a_source_behind_the_last_sentence_is_read_and_none_of_the_text(tail: str) -> None:
    document = clean("\n\n".join((HEADLINE, *BODY[:3], f"{BODY[3]} {tail}")))
    found = extract_fields(document).source
    assert body(document) == list(BODY)
    assert (found and found.text) == "رويترز"


@pytest.mark.parametrize("tail", ["اقرأ المزيد...", "متابعة القراءة…", "5 تعليقات", "Share Tweet"])
def test_a_button_behind_the_last_sentence_is_cut(tail: str) -> None:
    document = clean("\n\n".join((HEADLINE, BODY[0], f"{BODY[1]} {tail}", *BODY[2:])))
    assert body(document) == list(BODY)


@pytest.mark.parametrize("title", ["المعرض يفتتح.. مئة دار نشر في القاعة", "هل يربح الناشرون؟ أرقام المعرض"])
@pytest.mark.parametrize("cue", ["رابط الخبر بصحيفة الضفاف:", "رابط المقال بموقع الضفاف:"])
def test_a_link_s_title_behind_the_last_sentence_is_cut_with_it(cue: str, title: str) -> None:
    document = clean("\n\n".join((HEADLINE, *BODY[:3], f"{BODY[3]} {cue} {title}")))
    assert body(document) == list(BODY)


def test_what_is_cut_out_of_a_block_does_not_part_it() -> None:
    link = f"رابط الخبر بصحيفة الضفاف: {HEADLINE}.. {HEADLINE}.. {HEADLINE}"
    block = " ".join(BODY)
    assert body(clean(f"{HEADLINE}\n\n{block} {link}")) == body(clean(f"{HEADLINE}\n\n{block}")) == [block]


@pytest.mark.parametrize("place", range(1, 12))
def test_a_block_with_a_cut_is_parted_as_without_it(place: int) -> None:
    sentences = [*BODY, *(sentence.replace("المعرض", "المهرجان") for sentence in BODY * 3)]
    whole = clean(f"{HEADLINE}\n\n{' '.join(sentences)}")
    cut = clean(f"{HEADLINE}\n\n{' '.join((*sentences[:place], 'جميع الحقوق محفوظة', *sentences[place:]))}")
    assert len(body(whole)) > 2
    assert body(cut) == body(whole)

"""Cleaning: prose below a box is the article again; other articles, teasers and readers' words are not."""

from __future__ import annotations

import pytest

from tests.pages import body, clean, kinds

HEADLINE = "مدينة على الضفة: كيف يعيش أهل الحي القديم؟"
LOOSE = (
    "في ساعات الصباح الأولى تفتح أم سليم نافذتها على الميناء، وتعد القهوة قبل أن يستيقظ أولادها الثلاثة.",
    "تعلمت صناعة السلال من جدتها، وكانت العائلات آنذاك تبيع عشرات منها في سوق الجمعة كل أسبوع.",
    "اليوم تغير كل شيء، فالمصانع الكبيرة أغرقت المحال بالأكياس الرخيصة، ولم يعد أحد يسأل عن القصب.",
    "يتذكر جارها البحار أيام كانت السفن ترسو أمام البيوت، ويقول إن الأمواج حملت الحارة كلها إلى اليابسة.",
    "لا أحد يعرف متى تنتهي أعمال الترميم، لكن السكان يأملون أن يعود الأطفال إلى مدرستهم في الخريف.",
)
"""A text whose paragraphs have hardly a word in common, and of which none begins as one that goes on."""
TITLES = ("وزير المالية يعلن موازنة العام الجديد", "أمطار غزيرة على السواحل الشمالية", "فوز كبير للمنتخب")
SHORT = (
    ("شارك", "فيسبوك", "تويتر"),
    ("تابعونا على", "يوتيوب"),
    ("إعلان", "تابع القراءة بعد الإعلان"),
    ("سجل في نشرتنا الأسبوعية", "أدخل بريدك الإلكتروني", "سجّل"),
    ("اقرأ أيضا: وزير المالية يعلن موازنة العام الجديد",),
    ("حمل تطبيقنا ليصلك كل جديد",),
)
LISTS = (
    ("اقرأ أيضا:", *TITLES[:1]),
    ("أخبار ذات صلة", *TITLES),
    ("الأكثر قراءة", "1", TITLES[0], "2", TITLES[1]),
    ("آخر الأخبار", "18:40", TITLES[0], "17:15", TITLES[1]),
    ("استطلاع رأي", "هل تؤيد العمل عن بعد؟", "نعم", "لا", "لا أعرف"),
)
TEASERS = (
    ("المنتخب يفوز على ضيفه بهدفين", "فاز المنتخب على ضيفه بهدفين في مباراة ودية جرت مساء السبت."),
    ("حريق كبير في مصنع للأخشاب", "اندلع حريق في مصنع للأخشاب فجرا، وأخمده رجال الإطفاء بعد ساعات."),
    ("افتتاح مستشفى جديد للأطفال", "افتتح الوزير مستشفى جديدا للأطفال يضم مئتي سرير وعشر غرف عمليات."),
)


def text(*lines: str) -> str:
    return "\n\n".join((HEADLINE, *lines))


@pytest.mark.parametrize("box", [*SHORT, *LISTS])
@pytest.mark.parametrize("before", [2, 3, 4])
def test_prose_of_other_words_below_a_box_is_the_text_again(box: tuple[str, ...], before: int) -> None:
    connected = (*LOOSE[:before], *box, *LOOSE[before:], "ويبقى الحي القديم في ذاكرة أهله حيا.")
    document = clean(text(*connected))
    assert body(document) == [*LOOSE, connected[-1]]
    assert not document.embedded


@pytest.mark.parametrize("box", SHORT)
def test_the_last_paragraph_below_a_short_box_is_kept(box: tuple[str, ...]) -> None:
    assert body(clean(text(*LOOSE[:4], *box, LOOSE[4]))) == list(LOOSE)


@pytest.mark.parametrize("label", ["مقالات مقترحة", "اقرأ أيضا", "الأكثر قراءة"])
@pytest.mark.parametrize("count", [2, 3])
def test_teasers_below_a_label_are_none_of_the_text(label: str, count: int) -> None:
    teasers = [line for pair in TEASERS[:count] for line in pair]
    assert body(clean(text(*LOOSE, label, *teasers))) == list(LOOSE)
    inside = clean(text(*LOOSE[:2], label, *teasers, *LOOSE[2:]))
    assert body(inside) == list(LOOSE)
    assert {kinds(inside)[line] for line in teasers} <= {"related", "most-read"}


def test_a_question_of_an_interview_below_a_list_is_its_own() -> None:
    asked = ("متى بدأت هذه الحرفة؟", "من علمك صناعة السلال؟", "ماذا تغير اليوم؟")
    lines = [
        asked[0],
        LOOSE[0],
        asked[1],
        LOOSE[1],
        "أخبار ذات صلة",
        *TITLES[:2],
        asked[2],
        LOOSE[2],
        LOOSE[3],
    ]
    document = clean(text(LOOSE[4], *lines))
    assert body(document) == [LOOSE[4], *(line for line in lines if line not in ("أخبار ذات صلة", *TITLES))]


@pytest.mark.parametrize("label", ["أخبار ذات صلة", "الأكثر قراءة", "اقرأ أيضا"])
def test_an_article_with_its_title_below_a_label_is_another(label: str) -> None:
    title, lead = TEASERS[0]
    further = "وسجل المهاجم الهدفين في الشوط الثاني، فيما أضاع الضيوف ركلة جزاء قبل النهاية بدقائق."
    assert body(clean(text(*LOOSE, label, title, lead, further))) == list(LOOSE)


@pytest.mark.parametrize(
    "comments",
    [
        (
            "سامي",
            "الحل بسيط وهو محاسبة كل مقصر مهما كان منصبه.",
            "منى",
            "كل عام نسمع الوعود نفسها ولا نرى شيئا.",
        ),
        ("خالد: وعود لا تنتهي، ولا شيء يتغير في الحي منذ سنوات طويلة جدا يا سادة.",),
        ("قارئ", "منذ 3 ساعات", "وهل تنفع السلال في زمن المصانع؟ لا أظن ذلك أبدا."),
    ],
)
def test_comments_below_their_heading_are_readers(comments: tuple[str, ...]) -> None:
    assert body(clean(text(*LOOSE, "التعليقات", *comments))) == list(LOOSE)


def test_who_publishes_the_page_is_told_by_no_paragraph_of_it() -> None:
    lines = ("تابعونا على", "تويتر", "صحيفة يومية سياسية مستقلة تصدر عن دار الضفاف للصحافة والنشر.")
    assert body(clean(text(*LOOSE, *lines))) == list(LOOSE)


PORT = (
    "قال مدير الميناء إن الرصيف الجديد سيستقبل سفن الحاويات الكبيرة قبل نهاية الصيف بعد توسعته.",
    "وأضاف المدير أن الرافعات وصلت قبل شهر وأن العمال تدربوا على تشغيلها في ورش خاصة.",
    "وأوضح أن توسعة الرصيف كلفت أقل من المتوقع وأن السفن لن تنتظر خارج الميناء بعد اليوم.",
    "وتابع أن شركات الشحن وقعت عقودا لعشر سنوات تضمن تشغيل الرافعات ليلا ونهارا.",
)


@pytest.mark.parametrize("teaser", TEASERS)
@pytest.mark.parametrize("label", ["مقالات مقترحة", "اقرأ أيضا"])
def test_below_one_teaser_with_its_sentence_the_text_goes_on(label: str, teaser: tuple[str, str]) -> None:
    document = clean("\n".join(("الميناء يوسع رصيفه", *PORT[:2], label, *teaser, *PORT[2:])))
    assert body(document) == list(PORT)
    assert not document.embedded


def test_below_one_title_its_own_paragraphs_are_another_article() -> None:
    other = (
        *TEASERS[1],
        "وقال رجال الإطفاء إن حريق المصنع أتى على أطنان من الأخشاب قبل أن يصل الدعم من المدن القريبة.",
        "وأضافوا أن عمال مصنع الأخشاب غادروا قبل ساعات من الحريق وأن أحدا لم يصب بأذى.",
    )
    document = clean("\n".join(("الميناء يوسع رصيفه", *PORT, "اقرأ أيضا", *other)))
    assert body(document) == list(PORT)

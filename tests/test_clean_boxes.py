"""Boxes and lists of links inside an article: they stay out, and what stands below them goes on."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.model import KEPT_KINDS
from tests.pages import ANSWERS, BODY, HEADLINE, QUESTIONS, body, clean, kinds


@pytest.mark.parametrize(
    ("opened", "closed"), [("الأكثر قراءة", "الأكثر قراءة نهاية"), ("list of 2 items", "end of list")]
)
@given(place=st.integers(1, 3))
@settings(deadline=None)
def test_the_article_goes_on_below_a_list_that_says_where_it_ends(
    opened: str, closed: str, place: int
) -> None:
    titles = ("وزير المالية يعلن موازنة العام الجديد", "أمطار غزيرة على السواحل الشمالية")
    lines = [HEADLINE, *BODY[:place], opened, *titles, closed, *BODY[place:], QUESTIONS[0], ANSWERS[0]]
    document = clean("\n\n".join(lines))
    assert body(document)[: len(BODY)] == list(BODY)
    assert ANSWERS[0] in body(document)
    assert not set(titles) & {line for line, kind in kinds(document).items() if kind in KEPT_KINDS}


def test_the_first_paragraph_above_a_list_of_other_articles_is_no_deck() -> None:
    related = ("موضوعات مقترحة", "ارتفاع أسعار الدواجن في الأسواق اليوم", "صرف مقررات الشهر بنسبة كبيرة")
    credits_ = ("6-5-2024 | 13:07", "صورة أرشيفية", "هدى عبد المنعم")
    document = clean("\n\n".join((HEADLINE, *credits_, BODY[0], *related, *BODY[1:])))
    assert body(document) == list(BODY)
    assert kinds(document)["هدى عبد المنعم"] == "byline"


SHORT = ("وتابع المحافظ أعمال الإصلاح.", "وشدد على محاسبة المقصرين.", "يذكر أن للخط فروعا كثيرة.")


@given(
    sentences=st.lists(
        st.sampled_from(SHORT),
        min_size=2,
        max_size=3,
        unique=True,
    )
)
@settings(deadline=None)
def test_short_sentences_below_a_link_go_on(sentences: list[str]) -> None:
    link = ("قد يعجبك أيضا", "ضبط ثلاثة أطنان دقيق في الأسواق")
    document = clean("\n\n".join((HEADLINE, *BODY[:3], *link, *sentences, BODY[3])))
    assert body(document) == [*BODY[:3], *sentences, BODY[3]]


BOXES = (
    ("سجل الآن في النشرة البريدية المجانية", "أدخل بريدك الإلكتروني", "اشترك"),
    ("مقالات ذات صلة", "أسعار السمك ترتفع قبل العيد", "منذ يومين", "غرق قارب قبالة الساحل", "منذ أسبوع"),
    ("اقرأ أيضا", "أسعار السمك ترتفع قبل العيد"),
)


@given(box=st.sampled_from(BOXES), place=st.integers(1, 3), stops=st.booleans())
@settings(deadline=None)
def test_a_box_inside_a_short_article_does_not_end_it(
    box: tuple[str, ...], place: int, *, stops: bool
) -> None:
    paragraphs = list(BODY) if stops else [text.removesuffix(".") for text in BODY]
    document = clean("\n\n".join((HEADLINE, *paragraphs[:place], *box, *paragraphs[place:])))
    assert body(document) == paragraphs


def test_words_that_somebody_says_and_a_subhead_below_them_are_no_links() -> None:
    said = "يقول ناشر قديم: «لم نعد نجد مكانا نعرض فيه ما نطبع»"
    document = clean("\n\n".join((HEADLINE, *BODY[:2], said, "مطالب قديمة", *BODY[2:])))
    assert kinds(document)["مطالب قديمة"] == "subhead"
    assert body(document) == [*BODY[:2], said, *BODY[2:]]


STRANGE = "تحتاج المصانع الصغيرة إلى قروض ميسرة طويلة الأجل، بحسب تقديرات غرفة الصناعة في تقريرها السنوي."


@pytest.mark.parametrize("heading", ["اقرأ أيضا", "اقرأ المزيد"])
def test_a_last_paragraph_below_a_link_that_has_none_of_its_words_is_the_articles(heading: str) -> None:
    link = (heading, "أسعار السمك ترتفع قبل العيد")
    document = clean("\n".join((HEADLINE, *BODY[:3], *link, STRANGE)))
    assert body(document) == [*BODY[:3], STRANGE]
    teaser = (heading, "المصانع الصغيرة تطلب قروضا ميسرة")
    assert body(clean("\n".join((HEADLINE, *BODY[:3], *teaser, STRANGE)))) == list(BODY[:3])


@pytest.mark.parametrize("titled", ["معرض الأطفال يفتح قاعة منفصلة", "الوزارة: ندوات الشعراء في موعدها"])
def test_of_several_links_below_a_heading_the_last_one_is_no_title_of_what_goes_on(titled: str) -> None:
    head = "وزارة الثقافة: معرض الكتاب يعود إلى العاصمة بعد غياب"
    links = ("اقرأ أيضا", "أسعار السمك ترتفع قبل العيد", titled)
    document = clean("\n".join((head, *BODY[:3], *links, *BODY[3:], STRANGE)))
    assert body(document) == [*BODY, STRANGE]
    assert kinds(document)[titled] == "related"


@pytest.mark.parametrize(
    "said", ["لكن الجرعات العالية ضارة..", "البعض يقول إن الشمس وحدها تكفي!", "وماذا عن الأطفال…"]
)
@pytest.mark.parametrize("heading", ["مقالات ذات صلة", "اقرأ أيضا"])
def test_what_an_interviewer_says_below_a_box_is_no_title_of_it(heading: str, said: str) -> None:
    asked = [line for pair in zip(QUESTIONS, ANSWERS, strict=False) for line in pair]
    titles = ("وزير المالية يعلن موازنة العام الجديد", "أمطار غزيرة على السواحل الشمالية")
    lines = [HEADLINE, BODY[0], *asked[:4], heading, *titles, said, *asked[5:]]
    document = clean("\n\n".join(lines))
    assert kinds(document)[said] in ("body", "subhead")
    assert {kinds(document)[title] for title in titles} == {"related"}


def test_a_title_with_dots_below_others_is_one_where_nobody_asks() -> None:
    titles = ("وزير المالية يعلن موازنة العام الجديد", "لاعب المنتخب يغادر المعسكر فجأة..")
    document = clean("\n\n".join((HEADLINE, *BODY[:2], "اقرأ أيضا", *titles, *BODY[2:])))
    assert {kinds(document)[title] for title in titles} == {"related"}
    assert body(document) == list(BODY)


@pytest.mark.parametrize("heading", ["موضوع يهمك", "خبر قد يهمك", "مقال قد يعجبك أيضا"])
@pytest.mark.parametrize(
    "teaser", [(), ("? ناقشت لجنة البلديات مقترحا بترميم خمسة أسواق قديمة، وفق ما أعلنته...",)]
)
def test_a_box_of_one_article_inside_the_text(heading: str, teaser: tuple[str, ...]) -> None:
    box = (heading, *teaser, "البلديات ترمم خمسة أسواق قديمة")
    document = clean("\n".join((HEADLINE, *BODY[:2], *box, *BODY[2:])))
    assert body(document) == list(BODY)


@pytest.mark.parametrize("heading", ["يتم الان قراءة :", "يقرأ الزوار الآن", "يشاهدون الآن:"])
def test_what_others_read_now_is_below_the_text(heading: str) -> None:
    titles = ("وصول دفعة جديدة من الحافلات", "أسعار الخضار تواصل تراجعها", "الأرصاد: أمطار على المرتفعات")
    document = clean("\n".join((HEADLINE, *BODY, heading, *titles)))
    assert body(document) == list(BODY)


@pytest.mark.parametrize("plug", ['«لكل محبي الكتب.. حمل تطبيق "الضفة"»', "حمّلوا تطبيق صدى الضفة مجانا"])
@pytest.mark.parametrize("before", [1, 2, 3])
def test_a_plug_for_an_app_is_no_subhead(plug: str, before: int) -> None:
    document = clean("\n".join((HEADLINE, *BODY[:before], plug, *BODY[before:])))
    assert kinds(document)[plug] == "app-control"
    assert body(document) == list(BODY)

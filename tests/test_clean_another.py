"""Another article below: begun by a wire's opening or other subjects, never by a subhead of the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.clean import clean_seed
from digest.cli.common import further_articles
from digest.seeds import seed_from_bytes
from tests.pages import ANSWERS, BODY, HEADLINE, STRANGE, body, clean, kinds

OTHER = (
    "الجزائر (رويترز) - ارتفعت صادرات النفط في الربع الأول من السنة، وفق بيانات نشرتها الشركة الوطنية.",
    "وبلغت العائدات ثمانية مليارات دولار، بزيادة الربع عن الفترة نفسها من السنة التي سبقتها.",
    "وتتوقع الشركة أن يتواصل الارتفاع حتى نهاية الصيف مع تحسن الأسعار في الأسواق الأوروبية.",
)
OPENINGS = ("الجزائر (رويترز) - ", "القاهرة، مصر (CNN) -- ", "جدة - واس: ", "الرباط (أ ف ب) - ")
"""Another article, and how wires open theirs."""


@given(
    title=st.sampled_from(("ارتفاع صادرات النفط الجزائرية", "أرقام جديدة تعلنها شركة في الربيع")),
    opening=st.sampled_from(OPENINGS),
    paragraphs=st.integers(1, 3),
)
@settings(deadline=None)
def test_a_paragraph_that_opens_as_wires_do_begins_another_article(
    title: str, opening: str, paragraphs: int
) -> None:
    lead = opening + OTHER[0].partition(" - ")[2]
    document = clean("\n\n".join((HEADLINE, *BODY, title, lead, *OTHER[1:paragraphs])))
    assert body(document) == list(BODY)
    assert kinds(document)[lead] != "body"


@pytest.mark.parametrize("heading", ["الأكثر قراءة", "3 تعليقات", "جميع الحقوق محفوظة"])
def test_below_a_heading_it_is_none_of_the_article(heading: str) -> None:
    document = clean("\n\n".join((HEADLINE, *BODY, heading, *OTHER)))
    assert body(document) == list(BODY)


def test_a_film_with_its_title_in_two_languages_opens_no_other_article() -> None:
    film = '"الكتاب" (The Book) فيلم يعرض في المعرض الدولي للكتاب مساء كل يوم بحضور المخرج.'
    document = clean("\n\n".join((HEADLINE, *BODY, "عروض للأطفال والكبار", film)))
    assert body(document) == [*BODY, film]


def test_a_subhead_of_markdown_begins_no_other_article() -> None:
    text = "\n\n".join((f"# {HEADLINE}", *BODY[:2], "## صورة ثانية: زفاف بلا موسيقى", *ANSWERS))
    document = clean_seed(seed_from_bytes(text.encode(), "a.md"))
    assert document.embedded == ()
    assert body(document) == [*BODY[:2], *ANSWERS]


SUBJECTS = (
    ("المعرض", "الناشر", "القاعة", "الجائزة", "الرواية", "المكتبة"),
    ("البرلمان", "النائب", "الموازنة", "التصويت", "الحزب", "الجلسة"),
    ("الملعب", "المدرب", "الحارس", "الكأس", "الجمهور", "البطولة"),
)


def about(subject: tuple[str, ...]) -> list[str]:
    """Paragraphs that come back to some words, in another order each."""
    turned = [subject[place:] + subject[:place] for place in range(len(subject))]
    return [
        f"{one} الذي كان مع {two} في {three} هو {four} الذي ليس من {five} ولا من {six} حتى الآن."
        for one, two, three, four, five, six in turned
    ]


@given(order=st.permutations(SUBJECTS), words=st.integers(3, 6))
@settings(deadline=None)
def test_paragraphs_on_another_subject_are_another_article_or_doubted(
    order: list[tuple[str, ...]], words: int
) -> None:
    first, second = about(order[0]), about(order[1])
    title = " ".join((*order[1][:3], "تلتقي", "قرب", "النهر")[:words])
    headline = " ".join((*order[0][3:], "عند الجسر"))
    document = clean("\n\n".join((headline, *first, title, *second)))
    if words < 4:
        assert [warning.code for warning in document.warnings] == ["another-article"]
        assert document.warnings[0].line == 2 * len(first) + 3
    else:
        assert body(document) == first


def web_page(headline: str, title: str, day: tuple[str, ...], texts: tuple[list[str], list[str]]) -> str:
    """A text with a headline, and one with a title of its own, in one element; `day` stands below both."""
    own, other = ("".join(f"<p>{line}</p>" for line in (*day, *paragraphs)) for paragraphs in texts)
    return f"<html><body><main>{headline}{own}<h2>{title}</h2>{other}</main></body></html>"


TITLE = "مجلس النواب يقر قانون السير الجديد"
DATED = ("كتبت سلمى حداد", "12 آذار 2024")


@pytest.mark.parametrize("tag", ["h1", "h2"])
@pytest.mark.parametrize("day", [DATED, DATED[1:]])
def test_two_headlines_of_a_web_page_with_a_day_each_are_two_articles(tag: str, day: tuple[str, ...]) -> None:
    page = web_page(f"<{tag}>{HEADLINE}</{tag}>", TITLE, day, ([*BODY], [*STRANGE]))
    document = clean_seed(seed_from_bytes(page.encode(), "a.html"))
    assert [other.headline for other in document.embedded] == [TITLE]
    assert body(document) == list(BODY)


def test_a_subhead_of_a_web_page_without_a_day_or_on_the_same_subject_begins_none() -> None:
    paragraphs, headline = about(SUBJECTS[0]), f"<h1>{HEADLINE}</h1>"
    for page in (
        web_page(headline, f"{SUBJECTS[0][0]} في يومه الثاني", DATED, (paragraphs[:3], paragraphs[3:])),
        web_page(headline, TITLE, (), ([*BODY], [*STRANGE])),
    ):
        assert clean_seed(seed_from_bytes(page.encode(), "a.html")).embedded == ()


def test_a_long_line_above_paragraphs_of_other_things_is_doubted() -> None:
    title = "هكذا يولد الفجر خلف التلال البعيدة حين يصمت الجميع"
    document = clean("\n\n".join((HEADLINE, *BODY, title, *STRANGE[:3])))
    assert [warning.code for warning in document.warnings] == ["another-article"]


def test_a_subhead_above_paragraphs_on_the_same_subject_is_not_doubted() -> None:
    paragraphs = about(SUBJECTS[0])
    headline = " ".join((*SUBJECTS[0][3:], "عند الجسر"))
    document = clean("\n\n".join((headline, *paragraphs[:3], "موعد لا يتبدل", *paragraphs[3:])))
    assert document.warnings == ()
    assert body(document) == paragraphs


def test_a_paragraph_that_asks_begins_no_other_article() -> None:
    question = (
        "كم من البيوت القديمة على ضفة النهر يبقى واقفا بعد شتاء واحد بلا ترميم، "
        "وكم منها ينهار قبل أن يصل إليه أحد من العمال؟"
    )
    text = [
        BODY[0],
        question,
        "تتسرب المياه من السقوف المكسورة، فتلين الجدران الطينية وتميل شيئا فشيئا حتى تسقط.",
        "كلفت البلدية شركة صغيرة بالدعامات الخشبية، ثم نفد المال في الأسبوع الثالث من العمل.",
        "يجلس أبو خليل كل صباح على عتبة منزله المائل، ويعد الشقوق الجديدة بعصاه الطويلة.",
        "ذات ليلة سقطت الشرفة كلها على الرصيف، ولم يكن تحتها سوى قطة نجت بمعجزة صغيرة.",
    ]
    assert body(clean("\n".join([HEADLINE, *text]))) == text


def test_a_question_with_a_pause_in_it_may_close_a_text() -> None:
    closing = "فتحنا صناديقنا كلها، وبقي سؤال: من يقرأ بعدنا؟"
    assert body(clean("\n".join([HEADLINE, *BODY, closing, "الوسوم: كتب، معارض"]))) == [*BODY, closing]


CARDS = (
    "الشركة الوطنية تعلن نتائج الربع الأول",
    "أعلن مدير الشركة الوطنية أن صادرات النفط زادت بنسبة الربع عن الفترة نفسها من السنة الماضية كلها.",
    "مباراة مؤجلة تقام الثلاثاء بلا جمهور",
    "أكدت الرابطة أن اللقاء المؤجل عن الجولة الخامسة سيلعب دون جمهور بسبب العقوبة المسلطة على الفريق.",
)
DAY = "10/03/2023"


@pytest.mark.parametrize("dates", [("below", "below"), ("between", "between")])
@pytest.mark.parametrize("heading", ["من نفس القسم", "آخر الأخبار"])
def test_titles_with_a_sentence_and_a_date_each_are_a_list(heading: str, dates: tuple[str, ...]) -> None:
    cards = [
        line
        for title, sentence, place in zip(CARDS[::2], CARDS[1::2], dates, strict=True)
        for line in ((title, DAY, sentence) if place == "between" else (title, sentence, DAY))
    ]
    document = clean("\n".join((HEADLINE, *BODY, heading, *cards)))
    assert (document.embedded, body(document)) == ((), list(BODY))
    assert {"body", "other-article"}.isdisjoint(kinds(document)[line] for line in CARDS)


def test_a_title_with_a_text_of_its_own_is_an_article_and_a_notice_is_no_text() -> None:
    notice = "الجريدة غير مسؤولة عن المحتوى، ويمنع نسخ أي مادة من الموقع من دون إذن مسبق من إدارة التحرير."
    lines = (HEADLINE, *BODY, "من نفس القسم", CARDS[0], DAY, *OTHER, *CARDS[2:3], DAY, CARDS[3], notice)
    document = clean("\n".join(lines))
    assert [other.headline for other in document.embedded] == [CARDS[0]]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("dated", ["12 آذار 2024", "بقلم: سلمى حداد"])
def test_two_articles_of_a_paragraph_each_are_two(gap: str, dated: str) -> None:
    first, second = " ".join(BODY), " ".join((OTHER[0].partition(" - ")[2], *OTHER[1:]))
    title = "صادرات النفط ترتفع في الربع الأول"
    document = clean(gap.join((HEADLINE, dated, first, title, dated, second)))
    assert "".join(body(document)).replace(" ", "") == first.replace(" ", "")
    assert kinds(document)[title] == kinds(document)[second] == "other-article"


BRIEF = (
    "حريق في سوق الأخشاب",
    "7 أبريل 2023",
    "شب حريق في سوق الأخشاب فجرا وأتى على عشرات المتاجر قبل إخماده.",
)


def test_one_paragraph_below_a_title_and_a_day_is_a_brief_of_its_own() -> None:
    document = clean("\n".join((HEADLINE, "5 مارس 2024", *BODY, *BRIEF)))
    assert body(document) == list(BODY)
    assert [other.headline for other in document.embedded] == [BRIEF[0]]
    assert kinds(document)[BRIEF[1]] == "other-article"


def test_below_a_heading_and_in_a_list_such_a_paragraph_is_a_teaser() -> None:
    second = ("فوز المنتخب على ضيفه", "8 أبريل 2023", "فاز المنتخب على ضيفه بهدفين في مباراة ودية بالعاصمة.")
    for below in (("اقرأ أيضا", *BRIEF), (*BRIEF, *second)):
        assert clean("\n".join((HEADLINE, "5 مارس 2024", *BODY, *below))).embedded == ()


STORIES = (
    (
        "المنتخب يخسر مباراته الودية الأولى",
        "خسر المنتخب مباراته الودية الأولى هذا العام بهدفين من دون رد على ملعب مدينة الشمال الرياضي.",
        "وقال المدرب بعد المباراة إن اللاعبين يحتاجون إلى وقت أطول قبل التصفيات التي تبدأ في الخريف.",
    ),
    (
        "هل تربط الطريق الجديدة الميناء بالسوق؟",
        "تبدأ الأسبوع المقبل أعمال شق طريق جديدة تربط ميناء الصيد بالسوق القديمة وتمر بثلاثة أحياء سكنية.",
        "وأوضحت دائرة الأشغال أن الطريق ستختصر نصف المسافة، وأن السكان سيعوضون عن البساتين التي تمر بها.",
    ),
    (
        "أطباء يطلبون سيارات إسعاف للقرى البعيدة",
        "طلب أطباء المستشفى العام سيارات إسعاف جديدة للقرى البعيدة التي لا يصلها مسعف في أقل من ساعة.",
        "وردت مديرية الصحة بأن ثلاثا منها في الطريق من الميناء، وأن سائقيها يتدربون منذ الشهر الماضي.",
    ),
)
"""Further articles, each with its title."""
WRITERS = ("منى عادل", "سالم عمر", "هدى يوسف", "كريم حسان")


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "credit",
    [
        "كتب: {}",
        "بقلم {}",
        "{}",
        "طنجة - {}",
        "{} - مراسل الشؤون المحلية",
        "تحرير: {}",
        "القاهرة - رويترز",
        "المصدر: رويترز",
    ],
)
def test_each_article_with_its_writer_below_its_title_is_another(
    credit: str, between: str, count: int
) -> None:
    pages = [(HEADLINE, *BODY), *STORIES[:count]]
    signed = [
        (page[0], credit.format(writer), *page[1:]) for page, writer in zip(pages, WRITERS, strict=False)
    ]
    document = clean(between.join(line for page in signed for line in page))
    assert body(document) == list(BODY)
    assert [other.headline for other in document.embedded] == [story[0] for story in STORIES[:count]]
    written = [text.split() for _, text in further_articles(document)]
    assert written == [" ".join(page).split() for page in signed[1:]]


def test_a_name_between_titles_of_a_list_begins_no_article() -> None:
    listed = ("وزارة الصحة تفتح عيادات في القرى البعيدة", "منى عادل", "مدرسة جديدة في حي الصيادين القديم")
    document = clean("\n".join((HEADLINE, *BODY, *listed, "سالم عمر", "افتتاح جسر الوادي بعد عامين")))
    assert document.embedded == ()
    assert body(document) == list(BODY)


TIPS = (
    "كيف تختار نبتة منزلية تعيش طويلا؟ 4 أمور تعرفها قبل الشراء",
    "تنتشر النباتات في كثير من البيوت، ويشتري الناس كل ربيع أنواعا لا يعرفون كيف يعتنون بها.",
)
SECTIONS = {
    "الإضاءة المناسبة لا الإضاءة القوية فقط": "الحاجة إلى الإضاءة تختلف، فالإضاءة القوية تحرق أوراق بعضها.",
    "الري": "لا تترك الماء في الصحن أكثر من نصف ساعة، لأن الجذور تتعفن إن بقيت مبتلة.",
    "حجم الأصيص": "اختر وعاء له ثقوب في أسفله تسمح بخروج الفائض، وانقلها إليه كل عامين.",
    "التسميد": "يكفي السائل منه مرة في الشهر صيفا، وتوقف عنه حين تنام في الشتاء.",
}


@pytest.mark.parametrize("number", ["{}- ", "{}. ", "({}) ", "#{} ", ""])
def test_sections_below_a_short_opening_are_of_one_article_however_they_are_numbered(number: str) -> None:
    heads = [number.format(place) + head for place, head in enumerate(SECTIONS, start=1)]
    pairs = zip(heads, SECTIONS.values(), strict=True)
    document = clean("\n".join((*TIPS, *(line for pair in pairs for line in pair))))
    assert document.embedded == ()
    assert body(document) == [TIPS[1], *SECTIONS.values()]
    assert {kinds(document)[head] for head in heads} == {"subhead"}

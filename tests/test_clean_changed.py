"""Cleaning of pages that are changed in a general way: what is kept, what stays out, that it holds twice."""

from __future__ import annotations

from textwrap import wrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.clean import clean_seed
from digest.extract import extract_fields
from digest.model import KEPT_KINDS, Document
from digest.seeds import seed_from_bytes
from tests.test_clean import BODY, HEADLINE, body, clean, kinds

DAYS = (" - 12 مايو 2024", " - 3 مارس/آذار 2024", " في صورة أرسلها زائر", " في صورة غير مؤرخة")
"""What the description of a picture ends with."""


def kept(document: Document) -> list[str]:
    """The lines of the article, each with its kind."""
    text = document.text
    return [
        f"{line.kind.value}: {text[line.span.start : line.span.end]}"
        for line in document.lines
        if line.kind in KEPT_KINDS
    ]


def again(document: Document) -> Document:
    """The article cleaned once more, of its own lines alone."""
    return clean("\n\n".join(line.partition(": ")[2] for line in kept(document)))


@given(
    shown=st.sampled_from(("زوار المعرض أمام أجنحة دور النشر", "طابور طويل من الطلاب في ساحة العاصمة")),
    day=st.sampled_from(DAYS),
    credit=st.sampled_from(((), ("تصوير: سامي منصور",), ("صدر الصورة، Getty Images", "التعليق على الصورة،"))),
    place=st.integers(2, 3),
)
@settings(deadline=None)
def test_a_picture_inside_the_text_is_told_by_its_own_words(
    shown: str, day: str, credit: tuple[str, ...], place: int
) -> None:
    lines = [HEADLINE, *BODY[:place], *credit, shown + day, *BODY[place:]]
    document = clean("\n\n".join(lines))
    assert kinds(document)[shown + day] == "caption"
    assert body(document) == list(BODY)
    assert kept(again(document)) == kept(document)


@pytest.mark.parametrize("zone", ["", " بتوقيت غرينتش"])
def test_the_first_time_of_a_live_page_is_text_like_the_others(zone: str) -> None:
    times = [f"{time}{zone}" for time in ("18:40", "17:15", "16:05")]
    first = (times[0], "مشاركة مئة دار نشر", BODY[0], BODY[1])
    document = clean("\n\n".join((HEADLINE, *first, times[1], BODY[2], times[2], BODY[3])))
    assert [kinds(document)[time] for time in times] == ["subhead"] * len(times)
    assert kept(again(document)) == kept(document)


OTHER = (
    "الجزائر (رويترز) - ارتفعت صادرات النفط في الربع الأول من السنة، وفق بيانات نشرتها الشركة الوطنية.",
    "وبلغت العائدات ثمانية مليارات دولار، بزيادة الربع عن الفترة نفسها من السنة التي سبقتها.",
    "وتتوقع الشركة أن يتواصل الارتفاع حتى نهاية الصيف مع تحسن الأسعار في الأسواق الأوروبية.",
)
OPENINGS = ("الجزائر (رويترز) - ", "القاهرة، مصر (CNN) -- ", "جدة - واس: ", "الرباط (أ ف ب) - ")
"""Another article, and how wires open theirs."""


@given(
    title=st.sampled_from(("ارتفاع صادرات النفط الجزائرية", "أرقام جديدة تعلنها شركة في الربيع")),
    opening=st.sampled_from(
        ("الجزائر (رويترز) - ", "القاهرة، مصر (CNN) -- ", "جدة - واس: ", "الرباط (أ ف ب) - ")
    ),
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


def wrapped(width: int, *, indent: str = "", blank: bool = False) -> str:
    """The article as a program wraps it."""
    paragraphs = ["\n".join(wrap(text, width, initial_indent=indent)) for text in LONG]
    return "\n".join((HEADLINE, "", *paragraphs)) if not blank else "\n\n".join((HEADLINE, *paragraphs))


LONG = (
    f"القاهرة، مصر (رويترز) -- {BODY[0]} وسبق الافتتاح حفل قصير عزفت فيه فرقة من طلاب معهد الموسيقى.",
    f'{BODY[1]} ويرى الناشرون، كما نقل "موقع المنبر" عنهم، أن الإقبال فاق ما توقعوه في اليوم الأول.',
    f"{BODY[2]} ويشارك أيضًا كُتّابٌ وناشرون شُبّان من بلدان بعيدة لم تحضر من قبل، بينها بيرو وكوريا.",
    f"{BODY[3]} وتنتهي الدورة بتوزيع الجوائز على أفضل الأعمال المترجمة عن لغات آسيا وأفريقيا.",
)
"""Paragraphs that wrapping parts before words which look like credits, and inside them."""


@given(width=st.integers(55, 85), indent=st.sampled_from(("", "    ")), blank=st.booleans())
@settings(deadline=None)
def test_every_word_of_a_wrapped_page_is_kept(width: int, indent: str, blank: bool) -> None:
    found = body(clean(wrapped(width, indent=indent, blank=blank)))
    assert " ".join(found).split() == " ".join(LONG).split()


@given(ragged=st.lists(st.integers(0, 6), min_size=40, max_size=40), width=st.integers(58, 70))
@settings(deadline=None)
def test_a_page_wrapped_by_hand_is_joined_too(ragged: list[int], width: int) -> None:
    paragraphs, room = [], iter(ragged * 4)
    for text in LONG:
        lines, left = [], text.split()
        while left:
            line = [left.pop(0)]
            least = width - next(room)
            while left and len(" ".join((*line, left[0]))) <= least:
                line.append(left.pop(0))
            lines.append(" ".join(line))
        paragraphs.append("\n".join(lines))
    found = body(clean("\n\n".join((HEADLINE, *paragraphs))))
    assert " ".join(found).split() == " ".join(LONG).split()


QUESTIONS = ("هل يكفي التعرض للشمس في الشتاء؟", "ما المستوى الطبيعي في الدم؟", "هل يؤخذ الدواء كل يوم؟")
ANSWERS = (
    "تكفي ربع ساعة ثلاث مرات كل أسبوع، على أن يكون ذلك بين العاشرة صباحا والثالثة عصرا ومن دون واق.",
    "نعد المستوى كافيا إذا تجاوز ثلاثين نانوغراما لكل مليلتر، وما دون ذلك نقص يحتاج إلى علاج.",
    "الجرعة الأسبوعية أسهل على المريض، لكن اليومية أقرب إلى ما يفعله الجسم في الأحوال العادية.",
)
TIMES = ("18:05", "16:40", "13:15")


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize("heads", [QUESTIONS, TIMES])
def test_questions_and_live_posts_on_other_things_are_the_article(heads: tuple[str, ...], count: int) -> None:
    posts = [line for pair in zip(heads[:count], ANSWERS, strict=False) for line in pair]
    document = clean("\n\n".join((HEADLINE, *BODY[:2], *posts)))
    assert document.embedded == ()
    assert set(ANSWERS[:count]) <= set(body(document))


def test_titles_of_live_posts_begin_no_other_article() -> None:
    titles = ("المفوضية: نسبة المشاركة تجاوزت الستين", "رئيس الإقليم يدلي بصوته في المركز")
    posts = (TIMES[0], titles[0], ANSWERS[0], TIMES[1], titles[1], ANSWERS[1])
    document = clean("\n\n".join((HEADLINE, *BODY[:2], *posts)))
    assert document.embedded == ()
    assert body(document) == [*BODY[:2], *ANSWERS[:2]]


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


@pytest.mark.parametrize(
    "tail",
    [
        ("س: كلمة أخيرة؟", "ج: أهلا بكم دائما."),
        ("س: ومتى يعود؟", "ج: في الصيف.", "س: وأين؟", "ج: في العاصمة."),
    ],
)
def test_a_dialogue_is_kept_to_its_last_line(tail: tuple[str, ...]) -> None:
    talk = ("س: ما الجديد هذا العام؟", "ج: ثلاث أمسيات للتراث، ومسرح للأطفال يفتح أبوابه من الخامسة عصرا.")
    document = clean("\n\n".join((HEADLINE, *BODY[:2], *talk, *tail)))
    assert body(document) == [*BODY[:2], *talk, *tail]


def test_below_marks_that_part_an_essay_its_last_words_are_kept() -> None:
    last = ("آخر السطر:", "دفعت الحساب ومضيت، ولم ألتفت.")
    lines = (
        HEADLINE,
        *BODY[:2],
        "* * *",
        *BODY[2:],
        "* * *",
        *last,
        "مقالات أخرى للكاتب",
        "في مديح القطارات",
    )
    assert body(clean("\n\n".join(lines))) == [*BODY, *last]


def test_points_with_a_value_are_text_whatever_their_words() -> None:
    times = ("الفجر: 4:25 صباحا", "الظهر: 12:51 ظهرا", "العصر: 4:28 مساء", "المغرب: 7:40 مساء")
    document = clean("\n\n".join((HEADLINE, *BODY[:3], *times, BODY[3])))
    assert body(document) == [*BODY[:3], *times, BODY[3]]


def test_a_subhead_above_a_list_is_one() -> None:
    points = ("- صورة بطاقة الرقم القومي", "- أصل قيد الميلاد")
    document = clean("\n\n".join((HEADLINE, *BODY[:3], "الأوراق المطلوبة", *points, BODY[3])))
    assert kinds(document)["الأوراق المطلوبة"] == "subhead"
    assert body(document) == [*BODY[:3], *points, BODY[3]]


@pytest.mark.parametrize(
    "who", ["صادق البرلمان الألماني", "قضت محكمة الجنايات", "أعلن حلف الأطلسي", "محمد الصالح"]
)
@pytest.mark.parametrize("name", ["بوندستاغ", "الدائرة الثالثة", "NATO"])
@pytest.mark.parametrize(
    "day", ["اليوم الجمعة (23 يونيو/ حزيران 2023)", "اليوم الثلاثاء (12 مارس 2024)", "أمس"]
)
def test_a_lead_with_names_in_brackets_is_no_line_of_credits(who: str, name: str, day: str) -> None:
    lead = f"{who} ({name}) {day} على قانون جديد يتضمن تسهيلات واسعة في لم شمل الأسر والاعتراف بالشهادات."
    document = clean("\n\n".join((HEADLINE, lead, *BODY)))
    assert body(document) == [lead, *BODY]
    assert extract_fields(document).byline is None
    assert extract_fields(document).dateline is None


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


@pytest.mark.parametrize("last", ["انتهى الكلام.", "يأخذ ويعطي.", "وللقصة بقية..."])
def test_the_shortest_last_sentence_is_kept(last: str) -> None:
    assert body(clean("\n\n".join((HEADLINE, *BODY, last)))) == [*BODY, last]


def test_words_that_somebody_says_and_a_subhead_below_them_are_no_links() -> None:
    said = "يقول ناشر قديم: «لم نعد نجد مكانا نعرض فيه ما نطبع»"
    document = clean("\n\n".join((HEADLINE, *BODY[:2], said, "مطالب قديمة", *BODY[2:])))
    assert kinds(document)["مطالب قديمة"] == "subhead"
    assert body(document) == [*BODY[:2], said, *BODY[2:]]


def test_a_subhead_of_markdown_begins_no_other_article() -> None:
    text = "\n\n".join((f"# {HEADLINE}", *BODY[:2], "## صورة ثانية: زفاف بلا موسيقى", *ANSWERS))
    document = clean_seed(seed_from_bytes(text.encode(), "a.md"))
    assert document.embedded == ()
    assert body(document) == [*BODY[:2], *ANSWERS]


VERSES = (
    "يا زائر الدار القديمة قف بها",
    "واسأل عن الأحباب في الساحات",
    "مروا ولم يتركوا سوى صدى أغنياتهم",
    "والريح تعزف آخر الأبيات",
    "كانوا هنا والليل يعرف وجههم",
    "كانوا هنا في أول الصلوات",
    "ومضوا كما يمضي الغمام بأرضنا",
    "وبقيت وحدي حارس الكلمات",
)


@pytest.mark.parametrize("credit", [(), ("شعر: سامي منصور",)])
@pytest.mark.parametrize("stanza", [2, 4, 8])
def test_a_poem_keeps_every_verse_and_has_its_title(credit: tuple[str, ...], stanza: int) -> None:
    stanzas = ["\n".join(VERSES[start : start + stanza]) for start in range(0, len(VERSES), stanza)]
    document = clean("\n\n".join(("وقوف على باب الدار القديمة", *credit, *stanzas)))
    assert body(document) == list(VERSES)
    assert extract_fields(document).headline.text == "وقوف على باب الدار القديمة"


@given(years=st.lists(st.integers(1950, 2030), min_size=3, max_size=4, unique=True))
@settings(deadline=None)
def test_the_years_of_a_timeline_are_text_and_its_title_is_a_headline(years: list[int]) -> None:
    title = "محطات في رحلة طويلة"
    events = (*BODY, *ANSWERS)
    lines = [title, *(line for pair in zip(map(str, sorted(years)), events, strict=False) for line in pair)]
    document = clean("\n\n".join(lines))
    assert extract_fields(document).headline.text == title
    assert [kinds(document)[str(year)] for year in years] == ["subhead"] * len(years)
    assert body(document) == list(events[: len(years)])


@pytest.mark.parametrize("mark", ["- ", "* ", "– "])
@pytest.mark.parametrize("pairs", [2, 3])
def test_a_short_dialogue_is_kept_from_its_first_question(mark: str, pairs: int) -> None:
    talk = (
        "أين ولدت؟",
        "في حارة قديمة قرب السوق.",
        "متى كتبت؟",
        "في العاشرة، وكانت عن قطة.",
        "ومن علمك؟",
        "جدي.",
    )
    lines = [mark + line for line in talk[: 2 * pairs]]
    assert body(clean("\n\n".join(("شاعر الحارة يتحدث عن طفولته", *lines)))) == lines


@given(place=st.integers(1, 3), count=st.integers(2, 4))
@settings(deadline=None)
def test_lines_that_begin_alike_between_paragraphs_are_a_list(place: int, count: int) -> None:
    points = [f"ندوة {name} في القاعة {hall}" for name, hall in zip(NAMES, "أبجد", strict=True)][:count]
    document = clean("\n\n".join((HEADLINE, *BODY[:place], *points, *BODY[place:])))
    assert body(document) == [*BODY[:place], *points, *BODY[place:]]


NAMES = ("الشعر", "الرواية", "الترجمة", "الطباعة")


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


def test_a_subhead_above_paragraphs_on_the_same_subject_is_not_doubted() -> None:
    paragraphs = about(SUBJECTS[0])
    headline = " ".join((*SUBJECTS[0][3:], "عند الجسر"))
    document = clean("\n\n".join((headline, *paragraphs[:3], "موعد لا يتبدل", *paragraphs[3:])))
    assert document.warnings == ()
    assert body(document) == paragraphs

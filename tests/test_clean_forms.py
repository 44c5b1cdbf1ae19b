"""Texts of other forms than paragraphs: dialogues, poems, lists, values, years, a short last sentence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.extract import extract_fields
from tests.pages import ANSWERS, BODY, HEADLINE, body, clean, kinds


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


@pytest.mark.parametrize("last", ["انتهى الكلام.", "يأخذ ويعطي.", "وللقصة بقية..."])
def test_the_shortest_last_sentence_is_kept(last: str) -> None:
    assert body(clean("\n\n".join((HEADLINE, *BODY, last)))) == [*BODY, last]


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


@pytest.mark.parametrize("name", ["سامي منصور", "سامي منصور *", "محمد عبد الله الصالح"])
@pytest.mark.parametrize("title", ["مقهى المرفأ", "وقوف على باب الدار القديمة"])
def test_a_poem_below_its_title_and_its_poets_name(name: str, title: str) -> None:
    document = clean("\n".join((title, name, *VERSES)))
    found = extract_fields(document)
    assert (found.headline.text, found.headline.derived) == (title, False)
    assert found.byline
    assert found.byline.text == name.removesuffix(" *")
    assert body(document) == list(VERSES)


SENDERS = ("سامي منصور - القاهرة", "سعود عائش الصالح - جدة", "سلطان أحمد منصور - الرياض")


@pytest.mark.parametrize("top", [(), ("صوت القراء", "إعداد - محمد الصالح")])
@pytest.mark.parametrize("poems", [2, 3])
def test_poems_that_readers_sent_are_all_kept(top: tuple[str, ...], poems: int) -> None:
    parts = (VERSES, VERSES[::-1], VERSES[2:] + VERSES[:2])
    sent = ["\n".join((*part, name)) for part, name in zip(parts[:poems], SENDERS, strict=False)]
    document = clean("\n".join((*top, *sent, *VERSES)))
    whole = [line for poem in sent for line in poem.split("\n")]
    assert [line for line in body(document) if line not in top] == [*whole, *VERSES]


def test_titles_below_a_signed_poem_are_none_of_it() -> None:
    titles = ("حافلات جديدة في الضواحي", "ترميم السوق القديم", "أمطار على المرتفعات", "سفينة تغادر المرفأ")
    document = clean("\n".join(("وقوف على باب الدار القديمة", "", *VERSES, SENDERS[0], *titles)))
    assert body(document) == list(VERSES)


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

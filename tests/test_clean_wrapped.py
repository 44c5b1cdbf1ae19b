"""Pages that a program or a hand has wrapped: every word of every paragraph is kept."""

from __future__ import annotations

from textwrap import wrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.extract import extract_fields
from tests.pages import BODY, HEADLINE, body, clean


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


@given(
    ragged=st.lists(st.integers(0, 6), min_size=40, max_size=40),
    width=st.integers(58, 70),
    end=st.sampled_from(("", "(النهاية)", "(النهاية)\nص ع", "(النهاية)\nالعدد 12 باب 3")),
)
@settings(deadline=None)
def test_a_page_wrapped_by_hand_is_joined_too(ragged: list[int], width: int, end: str) -> None:
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
    found = body(clean("\n\n".join((HEADLINE, *paragraphs)) + end))
    assert " ".join(found).replace("(النهاية)", "").split() == " ".join(LONG).split()


@pytest.mark.parametrize("below", [(), ("ص ع",), ("العدد 12 باب 3",), ("ص ع", "العدد 12 باب 3")])
def test_ragged_lines_are_joined_above_codes(below: tuple[str, ...]) -> None:
    lines = (
        "القاهرة - 12 - 5 (كونا) -- افتتح وزير الثقافة اليوم",
        "المعرض الدولي للكتاب في العاصمة بمشاركة مئة دار نشر",
        "جاءت من عشرين دولة.",
        "وقال الوزير ان المعرض يستمر عشرة أيام وان الدخول",
        "اليه بلا رسوم كما في الدورات التي سبقته منذ سنوات",
        "مضيفا ان عدد الزوار يزيد.(النهاية)",
    )
    found = body(clean("\n".join((HEADLINE, "12/05/2024", *lines, *below))))
    assert (
        " ".join(found).replace("(النهاية)", "").split() == " ".join(lines).removesuffix("(النهاية)").split()
    )


def test_a_short_page_wrapped_below_a_place_for_a_picture_is_joined() -> None:
    paragraphs = (
        "أوسلو في 27 مارس /أنباء/ افتتح مكتب الجمعية في ضاحية المدينة\n"
        "مكتبة عامة من ثلاثة طوابق، ضمن برنامج يضم قاعات للقراءة فيها\n"
        "ركن للأطفال ومسرح صغير وقاعة عرض تتسع لمئة زائر.",
        "أعرب عمدة الضاحية عن شكره لكل من تبرع للمبنى الجديد، منوها كذلك بأن\n"
        "العمل فيه لم يتوقف يوما واحدا رغم ما كان من برد شديد في شهور الشتاء.",
        "تبلغ مساحة الطابق الواحد ستين مترا مربعا، وتفتح نوافذه كلها على\n"
        "حديقة فيها مقاعد وأشجار، وتعمل ألواح شمسية على إنارتها ليلا.",
    )
    document = clean("\n\n".join((HEADLINE, "27 مارس 2024", "[صورة]", *paragraphs)))
    assert body(document) == [text.replace("\n", " ") for text in paragraphs]


def at_margin(*paragraphs: str, width: int = 66) -> str:
    return "\n".join("\n".join(wrap(text, width)) for text in paragraphs)


@pytest.mark.parametrize("end", ["\nس م / ع ر", " (انتهى)\nس م / ع ر", " (انتهى)", "\n\nس م"])
def test_a_word_in_brackets_and_letters_below_the_text_hide_no_margin(end: str) -> None:
    below = "\nطباعة\nمواد أخرى\n(الشباب): دورة صيفية للسباحة في مسابح الأندية كلها"
    document = clean(f"{HEADLINE}\n12/05/2024 | 08:30 م | أخبار عربية\n\n{at_margin(*LONG)}{end}{below}")
    words = " ".join(body(document)).replace(" (انتهى)", "")
    assert words.split() == " ".join(LONG).split()


@pytest.mark.parametrize("row", ["12/05/2024 | 08:30 م | أخبار عربية", "08:30 م | 12/05/2024 | مجتمع"])
def test_a_row_of_date_clock_and_section_above_wrapped_lines(row: str) -> None:
    found = extract_fields(clean(f"{HEADLINE}\n{row}\n\n{at_margin(*BODY)}"))
    assert found.headline.text == HEADLINE
    assert found.stated_date
    assert found.stated_date.text == "2024-05-12"


def test_a_short_first_line_with_a_verb_belongs_to_the_wrapped_ones_below_it() -> None:
    text = "افتتح وزير الثقافة\n" + at_margin(
        "سامي منصور، اليوم الأحد، المعرض الدولي للكتاب في العاصمة بمشاركة مئة دار نشر من عشرين بلدا.",
        *BODY[1:],
    )
    assert body(clean(f"{HEADLINE}\n\n{text}"))[0].startswith("افتتح وزير الثقافة سامي منصور")


def test_a_headline_with_a_verb_right_above_wrapped_lines_is_none_of_them() -> None:
    headline = "يفتح معرض الكتاب أبوابه"
    document = clean(f"الرئيسية\nثقافة\n\n{headline}\n{at_margin(*BODY)}")
    assert extract_fields(document).headline.text == headline
    assert " ".join(body(document)) == " ".join(BODY)


@pytest.mark.parametrize("width", range(40, 52))
@pytest.mark.parametrize("place", [1, 2, 3])
def test_a_last_line_of_one_word_stays(width: int, place: int) -> None:
    first = "وتفتح قاعات المعرض أبوابها للزوار كل يوم من أيام الأسبوع حتى "
    cut = wrap(first, width)[-1]
    told = first + "ساعة " * ((width - len(cut)) // 5) + "متأخرة."
    lines = [line for text in (*BODY[:place], told, *BODY[place:]) for line in wrap(text, width)]
    document = clean("\n".join((HEADLINE, "", *lines)))
    assert " ".join(body(document)).split() == " ".join(lines).split()


def test_a_word_with_a_stop_below_an_open_line_ends_its_sentence() -> None:
    open_ = "وتفتح القاعات أبوابها للزوار كل يوم من الساعة العاشرة"
    document = clean("\n\n".join((HEADLINE, *BODY[:2], f"{open_}\nصباحا.", *BODY[2:])))
    assert body(document) == [*BODY[:2], f"{open_} صباحا.", *BODY[2:]]

"""Pages that a program or a hand has wrapped: every word of every paragraph is kept."""

from __future__ import annotations

from textwrap import wrap

from hypothesis import given, settings
from hypothesis import strategies as st

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

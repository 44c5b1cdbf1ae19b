"""A headline above a deck that has more of the text: a page has the headline twice, or the deck is of it."""

from __future__ import annotations

import pytest

from tests.pages import BODY, HEADLINE, fields

DATE, WRITER, AGENCY = "12 مايو 2024", "كتبت: منى عادل", "المصدر: رويترز"
DECKS = (
    "مئة دار نشر من عشرين دولة تعرض مليون كتاب في العاصمة",
    "الوزير: المعرض يستمر عشرة أيام وتصحبه ندوات كل يوم",
    " ".join(BODY[0].split()[:9]),
    " ".join(BODY[2].split()[2:9]),
)


@pytest.mark.parametrize("deck", DECKS)
@pytest.mark.parametrize("below", [(), (DATE,), (WRITER,), (WRITER, DATE), (AGENCY, DATE)])
@pytest.mark.parametrize("above", [(), ("صدى الضفة",)])
@pytest.mark.parametrize("times", [1, 3])
def test_a_deck_below_a_headline_is_not_taken_for_it(
    times: int, above: tuple[str, ...], below: tuple[str, ...], deck: str
) -> None:
    found = fields(*above, *(HEADLINE,) * times, deck, *below, *BODY)
    assert found.headline.text == HEADLINE
    assert found.source is None or found.source.text in ("صدى الضفة", "رويترز")


def test_a_deck_below_a_headline_that_stands_twice_is_one() -> None:
    found = fields(HEADLINE, HEADLINE, DECKS[0], *BODY)
    assert found.deck is not None
    assert found.deck.text == DECKS[0]


@pytest.mark.parametrize("deck", DECKS)
@pytest.mark.parametrize("below", [(), (DATE,), (WRITER, DATE)])
@pytest.mark.parametrize(
    "above",
    [
        (f"{HEADLINE} | صدى الضفة",),
        (f"صدى الضفة - {HEADLINE}",),
        ("عاجل: الفريق الأزرق يتعاقد مع حارس جديد لموسمين", HEADLINE),
        ("الفريق الأزرق يتعاقد مع حارس جديد لموسمين", HEADLINE),
    ],
)
def test_a_site_s_name_beside_a_title_or_other_news_above_do_not_part_the_two(
    above: tuple[str, ...], below: tuple[str, ...], deck: str
) -> None:
    assert fields(*above, HEADLINE, deck, *below, *BODY).headline.text == HEADLINE


@pytest.mark.parametrize("below", [(), (DATE,), (WRITER, DATE)])
def test_other_news_above_a_headline_that_the_text_has_word_for_word_is_none(below: tuple[str, ...]) -> None:
    told = (f"{BODY[0]} {HEADLINE}، كما قال.", *BODY[1:])
    found = fields("الفريق الأزرق يتعاقد مع حارس جديد لموسمين", HEADLINE, *below, *told)
    assert found.headline.text == HEADLINE

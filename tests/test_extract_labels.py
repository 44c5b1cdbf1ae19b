"""Fields: the deck without a stop under the headline, and the section's name beside it."""

from __future__ import annotations

import pytest

from tests.pages import BODY, HEADLINE, body, clean, fields, kinds

DAY = "الأحد 12 مايو 2024"
DECKS = (
    "وزير الثقافة: المعرض الأكبر في تاريخ البلاد",
    "أكد الوزير أن مئات الدور من عشرين دولة تشارك في المعرض الذي يستمر أسبوعا في قاعات المدينة",
    "الناشرون الصغار يطالبون بخفض كلفة الشحن والأجنحة",
    "قاعات جديدة للأطفال وندوات يومية وكتب نادرة من عشرين دولة",
)


@pytest.mark.parametrize("deck", DECKS)
@pytest.mark.parametrize("below", [(), (DAY,), ("سامي منصور", DAY)])
def test_a_line_without_a_stop_under_the_headline_is_the_deck(deck: str, below: tuple[str, ...]) -> None:
    found = fields(HEADLINE, deck, *below, *BODY)
    assert found.deck
    assert (found.deck.text, found.headline.text) == (deck, HEADLINE)
    assert body(clean("\n".join((HEADLINE, deck, *below, *BODY)))) == list(BODY)


@pytest.mark.parametrize("speaker", ["وزير الثقافة", "الناشر سامي منصور", "سامي منصور", "خبراء"])
@pytest.mark.parametrize(
    "said", ["كنا ننتظر الزوار، فجاءت المدينة كلها", '"كنا ننتظر الزوار، فجاءت المدينة" كلها']
)
@pytest.mark.parametrize("above", [(), (DAY,)])
def test_who_says_what_under_the_headline_is_no_writer(
    speaker: str, said: str, above: tuple[str, ...]
) -> None:
    found = fields(HEADLINE, *above, f"{speaker}: {said}", *BODY)
    assert found.deck
    assert (found.deck.text, found.byline, found.dateline) == (f"{speaker}: {said}", None, None)


@pytest.mark.parametrize("deck", DECKS[:2])
def test_a_deck_below_the_date_tells_something(deck: str) -> None:
    found = fields(HEADLINE, DAY, deck, *BODY)
    assert found.deck
    assert found.deck.text == deck


@pytest.mark.parametrize(
    "line",
    [
        "طابور طويل من الزوار أمام المدخل",
        "جانب من قاعات المعرض التي تستقبل الزوار كل يوم من أيام الأسبوع",
        "زوار ينتظرون أمام مدخل القاعة الرئيسية في المساء (سامي منصور)",
        "زوار ينتظرون أمام مدخل القاعة الرئيسية في المساء - رويترز",
    ],
)
def test_a_caption_is_no_deck(line: str) -> None:
    assert fields(HEADLINE, line, *BODY).deck is None
    assert fields(HEADLINE, DAY, line, *BODY).deck is None


@pytest.mark.parametrize("label", ["ثقافة", "ثقافة وفنون", "شؤون محلية", "رأي", "تقرير", "حوار"])
@pytest.mark.parametrize(
    "above",
    [(), ("صحيفة المدينة",), (DAY,)],
)
def test_a_section_alone_above_the_headline_is_the_label(label: str, above: tuple[str, ...]) -> None:
    found = fields(*above, label, HEADLINE, *BODY)
    assert found.label
    assert (found.label.text, found.headline.text) == (label, HEADLINE)


@pytest.mark.parametrize("label", ["ثقافة", "ثقافة وفنون", "تقرير"])
@pytest.mark.parametrize("below", [(), (DAY,)])
def test_a_section_alone_below_the_headline_is_the_label(label: str, below: tuple[str, ...]) -> None:
    for lines in ((HEADLINE, label, *below, *BODY), (HEADLINE, *below, label, *BODY)):
        found = fields(*lines)
        assert found.label
        assert (found.label.text, found.headline.text) == (label, HEADLINE)


@pytest.mark.parametrize(
    "lines",
    [
        ("سياسة", "اقتصاد", "ثقافة", HEADLINE),
        ("الرئيسية", "ثقافة", HEADLINE),
        ("الرئيسية", HEADLINE),
        ("ثقافة رياضة", HEADLINE),
        ("ثقافة | رياضة | فنون", HEADLINE),
        (HEADLINE, "ثقافة", "رياضة"),
        (HEADLINE, "المزيد"),
        ("الخليج", HEADLINE),
    ],
)
def test_a_menu_is_no_label(lines: tuple[str, ...]) -> None:
    assert fields(*lines, *BODY).label is None


def test_a_section_that_a_gap_parts_from_the_menu_is_the_label() -> None:
    page = clean("\n".join(("سياسة", "اقتصاد", "رياضة", "", "", "ثقافة", HEADLINE, *BODY)))
    assert kinds(page)["ثقافة"] == "label"
    assert kinds(page)["رياضة"] == "navigation"

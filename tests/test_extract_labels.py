"""Fields: the deck without a stop under the headline, and the section's name beside it."""

from __future__ import annotations

import pytest

from digest.clean import clean_seed
from digest.extract import extract_fields
from digest.seeds import seed_from_bytes
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


@pytest.mark.parametrize("line", ["لماذا يتأخر افتتاح القاعة كل هذه السنوات؟", "من يقرأ «كتب العالم» اليوم؟"])
def test_a_question_is_a_deck(line: str) -> None:
    for above in ((HEADLINE,), (HEADLINE, DAY)):
        deck = fields(*above, line, *BODY).deck
        assert deck
        assert deck.text == line


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


MENU = "".join(f'<a href="/{at}">{name}</a>' for at, name in enumerate(("الرئيسية", "سياسة", "رياضة")))
LINK = '<p><a href="/c">{}</a></p>'


@pytest.mark.parametrize(
    ("page", "label"),
    [
        (f"<nav>{MENU}</nav>{LINK.format('ثقافة وفنون')}<h1>{HEADLINE}</h1>", "ثقافة وفنون"),
        (f"<nav>{MENU}</nav><h1>{HEADLINE}</h1>{LINK.format('ثقافة')}", "ثقافة"),
        (f"<nav>{MENU}</nav>{LINK.format('ثقافة')}{LINK.format('رياضة')}<h1>{HEADLINE}</h1>", None),
        (f"<nav>{MENU}</nav>{LINK.format('المزيد')}<h1>{HEADLINE}</h1>", None),
        (f"<nav>{MENU}</nav>{LINK.format('أوراق الضفة')}<h1>{HEADLINE}</h1>", None),
    ],
)
def test_a_link_to_a_section_beside_the_headline_is_the_label(page: str, label: str | None) -> None:
    text = "".join(f"<p>{line}</p>" for line in BODY)
    seed = seed_from_bytes(f"<html><body>{page}{text}</body></html>".encode(), "a.html")
    found = extract_fields(clean_seed(seed))
    assert (found.label and found.label.text, found.headline.text) == (label, HEADLINE)


def test_a_section_that_a_gap_parts_from_the_menu_is_the_label() -> None:
    page = clean("\n".join(("سياسة", "اقتصاد", "رياضة", "", "", "ثقافة", HEADLINE, *BODY)))
    assert kinds(page)["ثقافة"] == "label"
    assert kinds(page)["رياضة"] == "navigation"


@pytest.mark.parametrize("label", ["خاص", "حصري", "بالفيديو"])
@pytest.mark.parametrize("mark", [": ", " - ", "/ ", ".. "])
@pytest.mark.parametrize(
    "said", ['"المعرض" يفتح أبوابه', "«المعرض» يفتح أبوابه", '"دور النشر" تعود إلى القاعات']
)
@pytest.mark.parametrize("beside", [(), (DAY,)])
def test_a_label_before_words_in_marks_names_no_outlet(
    label: str, mark: str, said: str, beside: tuple[str, ...]
) -> None:
    found = fields(f"{label}{mark}{said}", *beside, *BODY)
    assert found.headline
    assert found.label
    assert (found.headline.text, found.label.text, found.source) == (said, label, None)
